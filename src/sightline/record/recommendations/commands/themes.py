"""Tying recommendations to themes of the vocabulary."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.plan.models import Theme
from sightline.partnership.plan.queries import themes_for

from ..models import Recommendation, RecommendationTheme
from ..queries.themes import themes_in_words


@deed
def propose_themes(*, recommendation: Recommendation, by: User | None) -> None:
    """Ties it to the themes that its words name, until a person says which of them hold."""
    day = recommendation.made_on or date.max
    known = set(recommendation.themes.values_list("theme_id", flat=True))
    for theme in themes_in_words(recommendation.partnership, recommendation.text, day):
        if theme.pk not in known:
            kept(RecommendationTheme(recommendation=recommendation, theme=theme, is_confirmed=False))


@deed
def choose_themes(*, recommendation: Recommendation, themes: Iterable[Theme], on: date, by: User | None) -> None:
    """A person says which themes it speaks of: these are confirmed, the others fall away."""
    chosen = {theme.pk: theme for theme in themes}
    standing = {row.theme_id: row for row in recommendation.themes.all()}
    offered = set(themes_for(recommendation.partnership, on).values_list("pk", flat=True)) | set(standing)
    if strangers := [theme for pk, theme in chosen.items() if pk not in offered]:
        raise Refused(f"{strangers[0]} is not in this partnership's vocabulary. Choose from the list.", "themes")
    for pk, row in standing.items():
        if pk not in chosen:
            row.delete()
    for pk, theme in chosen.items():
        row = standing.get(pk) or RecommendationTheme(recommendation=recommendation, theme=theme)
        row.is_confirmed = True
        kept(row)
