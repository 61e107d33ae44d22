"""Verbs of themes of findings: Sightline proposes from the words, a person says."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.plan.domain.themes import propose
from sightline.partnership.plan.models import Theme
from sightline.partnership.plan.queries import themes_for

from ..models import Finding, FindingTheme, RefusedTheme, Review


@deed
def add_theme(*, finding: Finding, theme: Theme, by: User | None) -> FindingTheme:
    """A person says that the finding speaks of a theme, whether or not it was proposed."""
    partnership = finding.review.partnership
    if theme.region_id not in (None, partnership.pk, partnership.overseen_by_id):
        raise Refused(f"{theme} is another region’s theme. Choose from this vocabulary.", "theme")
    finding.refused_themes.filter(theme=theme).delete()
    link = finding.themes.filter(theme=theme).first() or FindingTheme(finding=finding, theme=theme)
    link.is_confirmed = True
    return kept(link)


@deed
def refuse_theme(*, finding: Finding, theme: Theme, by: User | None) -> None:
    """A person says that the finding does not speak of it; it is not proposed again."""
    finding.themes.filter(theme=theme).delete()
    if not finding.refused_themes.filter(theme=theme).exists():
        kept(RefusedTheme(finding=finding, theme=theme))


@deed
def propose_themes(*, review: Review, on: date, by: User | None) -> int:
    """Looks for the vocabulary of a day in the words of each finding; gives how many themes are newly proposed."""
    vocabulary = vocabulary_of(review, on)
    return sum(_propose(finding, vocabulary) for finding in review.findings.all())


def propose_for(finding: Finding, on: date) -> int:
    return _propose(finding, vocabulary_of(finding.review, on))


def vocabulary_of(review: Review, on: date) -> list[tuple[int, str]]:
    themes = themes_for(review.partnership, on).prefetch_related("words")
    return [(theme.pk, words) for theme in themes for words in words_of(theme)]


def words_of(theme: Theme) -> list[str]:
    return [theme.label, *(one.words for one in theme.words.all())]


def _propose(finding: Finding, vocabulary: list[tuple[int, str]]) -> int:
    known = set(finding.themes.values_list("theme_id", flat=True))
    known |= set(finding.refused_themes.values_list("theme_id", flat=True))
    newly = [one.theme for one in propose(finding.text, vocabulary) if one.theme not in known]
    for pk in newly:
        kept(FindingTheme(finding=finding, theme_id=pk, is_confirmed=False))
    return len(newly)
