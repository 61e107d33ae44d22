"""Questions that several rooms answer together: the region side by side, and what needs a person."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from sightline.foundation.accounts.domain import Topic, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import partnerships_overseen_by
from sightline.kernel.periods import Period
from sightline.oversight.gaps.models import Finding
from sightline.oversight.gaps.queries import open_counts_by_rule, shared
from sightline.oversight.intake.models import Paper
from sightline.partnership.directory.models import Organisation
from sightline.partnership.directory.queries import running_on
from sightline.partnership.governance.domain import BoardKind
from sightline.partnership.governance.models import Board
from sightline.record.meetings.domain import MeetingState
from sightline.record.meetings.domain.attendance import Tally, together
from sightline.record.meetings.models import Meeting
from sightline.record.meetings.queries import agencies_across_boards


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One partnership of a region, as its overseer may see it: None where it does not share."""

    partnership: Partnership
    topics: frozenset[Topic]
    boards: int | None
    meetings: int | None
    findings: dict[str, int] | None
    papers_with_faults: int | None


def region_of(viewer: Viewer) -> list[Partnership]:
    return list(partnerships_overseen_by(viewer).order_by("short_name"))


def neighbours(viewer: Viewer, on: date, year: Period) -> list[Neighbour]:
    """The partnerships of the viewer's regions side by side. Five queries, however many partnerships."""
    found = region_of(viewer)
    boards = _counts(_boards_on(viewer.shares(Topic.BOARDS), on))
    meetings = _counts(_held(viewer.shares(Topic.ATTENDANCE), year))
    findings = findings_by_rule(viewer, on)
    papers = _counts(_papers_with_faults(viewer.shares(Topic.DOCUMENT_FAULTS)))
    return [_neighbour(p, viewer, boards, meetings, findings, papers) for p in found]


def _neighbour(
    p: Partnership,
    viewer: Viewer,
    boards: dict[int, int],
    meetings: dict[int, int],
    findings: dict[int, dict[str, int]],
    papers: dict[int, int],
) -> Neighbour:
    topics = frozenset(t for t in Topic if p.pk in viewer.shares(t))
    return Neighbour(
        p,
        topics,
        boards.get(p.pk, 0) if Topic.BOARDS in topics else None,
        meetings.get(p.pk, 0) if Topic.ATTENDANCE in topics else None,
        findings.get(p.pk, {}) if Topic.FINDINGS in topics else None,
        papers.get(p.pk, 0) if Topic.DOCUMENT_FAULTS in topics else None,
    )


def _counts(rows: QuerySet) -> dict[int, int]:
    return dict(rows.order_by().values_list("partnership_id").annotate(Count("id")))


def _boards_on(partnerships: Collection[int], on: date) -> QuerySet[Board]:
    return Board.objects.filter(running_on(on), partnership__in=partnerships).exclude(kind=BoardKind.EXTERNAL)


def _held(partnerships: Collection[int], year: Period) -> QuerySet[Meeting]:
    return Meeting.objects.filter(
        partnership__in=partnerships, state=MeetingState.HELD, held_on__gte=year.start, held_on__lt=year.end
    )


def _papers_with_faults(partnerships: Collection[int]) -> QuerySet[Paper]:
    return Paper.objects.filter(partnership__in=partnerships, version__isnull=False).exclude(faults=[])


def findings_by_rule(viewer: Viewer, on: date) -> dict[int, dict[str, int]]:
    """Open findings by partnership and rule, of those that share them."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for partnership, rule, number in open_counts_by_rule(viewer.shares(Topic.FINDINGS), on):
        found[partnership][rule] = number
    return found


def shared_findings(viewer: Viewer, partnership: Partnership) -> QuerySet[Finding]:
    rows = shared([partnership.pk] if partnership.pk in viewer.shares(Topic.FINDINGS) else [], viewer.today)
    return rows.order_by("severity", "rule")


def shared_papers_with_faults(viewer: Viewer) -> QuerySet[Paper]:
    rows = _papers_with_faults(viewer.shares(Topic.DOCUMENT_FAULTS))
    return rows.select_related("partnership", "version__document").order_by("partnership__short_name", "file_name")


def agency_attendance(viewer: Viewer, year: Period) -> dict[tuple[int, int], Tally]:
    """(agency, partnership) to its tally over all boards of the year, of partnerships that share attendance. One query."""
    found: dict[tuple[int, int], Tally] = {}
    for line in agencies_across_boards(viewer.shares(Topic.ATTENDANCE), year):
        key = (line.key, line.partnership_id)
        found[key] = together((found[key], line.tally)) if key in found else line.tally
    return found


def organisation_names(keys: Collection[int]) -> dict[int, str]:
    return dict(Organisation.objects.filter(pk__in=keys).values_list("pk", "name"))


def shared_boards(viewer: Viewer, partnership: Partnership, on: date) -> QuerySet[Board]:
    rows = _boards_on([partnership.pk], on) if partnership.pk in viewer.shares(Topic.BOARDS) else Board.objects.none()
    return rows.order_by("name")


def overseen(viewer: Viewer, slug: str) -> Partnership | None:
    return partnerships_overseen_by(viewer).filter(slug=slug).first()


def held_years(partnerships: Collection[int]) -> list[int]:
    """Calendar years with a held meeting, newest first: which years can be looked at."""
    rows = Meeting.objects.filter(Q(partnership__in=partnerships), state=MeetingState.HELD)
    return sorted({d.year for d in rows.dates("held_on", "year")}, reverse=True)


def with_boards(partnerships: Collection[int], on: date) -> frozenset[int]:
    """Of these partnerships, those whose record has boards at all."""
    return frozenset(_boards_on(partnerships, on).values_list("partnership_id", flat=True))
