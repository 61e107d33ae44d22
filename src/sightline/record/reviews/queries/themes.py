"""Themes across reviews: confirmed ones are counted; proposed ones wait for a person's word."""

from collections import defaultdict
from datetime import date

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Topic, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan.models import Theme

from ..domain import kind_words
from ..domain.themes import Use, year_of
from ..models import FindingAgency, FindingTheme, Review
from .practice import is_published, known_by, seen_by

_COLUMNS = (
    "theme_id",
    "theme__label",
    "finding__review_id",
    "finding__review__reference",
    "finding__review__kind",
    "finding_id",
    "finding__number",
    "finding__text",
    "finding__review__published_on",
    "finding__review__completed_on",
    "finding__review__started_on",
    "finding__review__practice__decided_on",
    "finding__review__partnership_id",
)


def reviews_here(viewer: Viewer, partnership: Partnership, on: date) -> QuerySet[Review]:
    return seen_by(viewer, partnership).filter(known_by(on))


def reviews_shared(viewer: Viewer, on: date) -> QuerySet[Review]:
    """Published reviews of partnerships that share them with a region of the viewer. Nothing unpublished, not even a count."""
    day = min(on, viewer.today)
    return Review.objects.filter(is_published(viewer.today), published_on__lte=day, partnership__in=_sharing(viewer))


def _sharing(viewer: Viewer) -> frozenset[int]:
    return viewer.shares(Topic.REVIEWS)


def regional_partnerships(viewer: Viewer) -> list[tuple[Partnership, bool]]:
    """Each partnership of the viewer's regions, and whether it shares its reviews."""
    rows = Partnership.objects.filter(overseen_by__in=viewer.partnerships(Deed.OVERSEE))
    return [(one, one.pk in _sharing(viewer)) for one in rows]


def uses_in(reviews: QuerySet[Review], theme: int | None = None) -> list[Use]:
    """Each confirmed theme of each finding of these reviews: two queries however many."""
    links = FindingTheme.objects.filter(finding__review__in=reviews.order_by().values("pk"), is_confirmed=True)
    links = links.filter(theme=theme) if theme is not None else links
    rows = list(links.order_by("theme__label", "finding__review_id", "finding_id").values_list(*_COLUMNS))
    agencies = _agencies(links)
    return [_use(row, agencies[row[5]]) for row in rows]


def _agencies(links: QuerySet[FindingTheme]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    rows = FindingAgency.objects.filter(finding__in=links.order_by().values("finding_id"))
    for pk, name in rows.order_by("organisation__name").values_list("finding_id", "organisation__name"):
        found[pk] += (name,)
    return found


def _use(row: tuple, agencies: tuple[str, ...]) -> Use:
    theme_id, theme, review, reference, kind, finding, number, words, *days, place = row
    year = year_of(*days)
    _published, _completed, started_on, decided_on = days
    label = kind_words(kind, started_on or decided_on)
    return Use(theme_id, theme, review, reference, label, finding, number, words, year, place, agencies)


def years_of(reviews: QuerySet[Review]) -> dict[int, set[str]]:
    """By partnership, the years that have a review with a finding: blank cells say which kind of blank."""
    rows = reviews.filter(findings__isnull=False).order_by().distinct()
    found: dict[int, set[str]] = defaultdict(set)
    for place, *days in rows.values_list(
        "partnership_id", "published_on", "completed_on", "started_on", "practice__decided_on"
    ):
        found[place].add(year_of(*days))
    return found


def theme_at(pk: int) -> Theme | None:
    return Theme.objects.filter(pk=pk).first()


def theme_known_in(partnership: Partnership, pk: int) -> Theme | None:
    mine = Q(region__isnull=True) | Q(region__in=[partnership.pk, partnership.overseen_by_id or partnership.pk])
    return Theme.objects.filter(mine, pk=pk).first()


def themes_proposed(partnership: Partnership) -> QuerySet[FindingTheme]:
    rows = FindingTheme.objects.filter(finding__review__partnership=partnership, is_confirmed=False)
    rows = rows.select_related("theme", "finding__review").prefetch_related("theme__words")
    return rows.order_by("finding__review_id", "finding_id", "theme__label")
