"""Briefings and the findings they may be made from."""

from datetime import date

from django.db.models import QuerySet

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.record.reviews.models import Finding, Review
from sightline.record.reviews.queries.practice import is_open, is_published

from .. import policy
from ..domain.briefings import Status, status_on
from ..models import Briefing, BriefingFinding

WITH = (
    "parts",
    "sectors",
    "themes__theme",
    "findings__finding__review__publication",
    "recommendations__recommendation",
)


def status_of(briefing: Briefing, day: date) -> Status:
    return status_on(
        day,
        approved_on=briefing.approved_on,
        issued_on=briefing.issued_on,
        revised_on=briefing.revised_on,
        retired_on=briefing.retired_on,
    )


def briefings_of(partnership: Partnership, day: date) -> QuerySet[Briefing]:
    """All that were begun by a day, drafts among them."""
    rows = Briefing.objects.filter(partnership=partnership, drafted_on__lte=day)
    return rows.select_related("approved_by", "approved_at__board", "written_by", "revises").prefetch_related(*WITH)


def visible_briefings(viewer: Viewer, partnership: Partnership, day: date) -> QuerySet[Briefing]:
    """Drafts only to those who make them or may read what they are made from."""
    rows = briefings_of(partnership, day)
    return rows if policy.may_read_drafts(viewer, partnership.pk) else rows.filter(issued_on__lte=day)


def briefing_in(viewer: Viewer, partnership: Partnership, pk: int, day: date) -> Briefing | None:
    return visible_briefings(viewer, partnership, day).filter(pk=pk).first()


def draft_in(partnership: Partnership, pk: int) -> Briefing | None:
    """For those who keep learning: any briefing of theirs, however it stands."""
    return Briefing.objects.filter(partnership=partnership, pk=pk).first()


def link_in(briefing: Briefing, finding: int) -> BriefingFinding | None:
    return briefing.findings.select_related("finding__review__publication", "briefing").filter(finding=finding).first()


def may_show(viewer: Viewer, finding: Finding, day: date) -> bool:
    """Whether this person may read this finding: its review is published and not taken back, or they read unpublished ones."""
    return is_open(finding.review, day) or bool(policy.may_read_unpublished(viewer, finding.review.partnership_id))


def findings_to_choose(
    viewer: Viewer, partnership: Partnership, day: date, *, theme: str = "", review: str = ""
) -> QuerySet[Finding]:
    """Findings of this partnership's reviews that the viewer may read, by theme and review."""
    rows = Finding.objects.filter(review__in=reviews_to_name(viewer, partnership, day))
    if theme.isdigit():
        rows = rows.filter(themes__theme=int(theme))
    if review.isdigit():
        rows = rows.filter(review=int(review))
    return (
        rows.select_related("review").prefetch_related("themes__theme").order_by("review__reference", "id").distinct()
    )


def reviews_with_findings(viewer: Viewer, partnership: Partnership, day: date) -> QuerySet[Review]:
    return reviews_to_name(viewer, partnership, day).filter(findings__isnull=False).distinct().order_by("reference")


def reviews_to_name(viewer: Viewer, partnership: Partnership, day: date) -> QuerySet[Review]:
    rows = Review.objects.filter(partnership=partnership)
    if policy.may_read_unpublished(viewer, partnership.pk):
        return rows
    return rows.filter(is_published(day))
