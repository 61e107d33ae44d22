"""Which themes of the vocabulary a text names."""

from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan.domain.themes import propose
from sightline.partnership.plan.models import Theme
from sightline.partnership.plan.queries import words_for


def themes_in_words(partnership: Partnership, text: str, on: date) -> list[Theme]:
    """Themes whose label or words stand in the text, as the plan room finds them for priorities."""
    vocabulary = words_for(partnership, on)
    themes = {theme.pk: theme for theme, _ in vocabulary}
    return [themes[found.theme] for found in propose(text, [(theme.pk, words) for theme, words in vocabulary])]
