"""What one person's home page asks: a fixed number of questions, however long the record."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.trail.queries import changes_between, changes_in
from sightline.oversight.gaps.domain import Severity
from sightline.oversight.gaps.queries import open_findings
from sightline.oversight.intake.domain import Choice
from sightline.oversight.intake.models import Proposal
from sightline.partnership.governance.models import Board
from sightline.record.actions.models import Action
from sightline.record.actions.queries import open_actions_for, overdue
from sightline.record.meetings.domain import MeetingState
from sightline.record.meetings.models import Meeting, MeetingAction
from sightline.record.meetings.queries import minutes_waiting

from .waiting import SHOWN, Waiting, waiting_of

AHEAD = timedelta(days=30)
WEEK = timedelta(days=7)
WORTH_TELLING = (
    "meetings_meeting",
    "meetings_attendance",
    "meetings_decision",
    "meetings_minutes",
    "meetings_referral",
    "actions_action",
    "actions_progress",
    "recommendations_recommendation",
    "recommendations_response",
    "recommendations_issued",
    "evidence_evidence",
    "plan_priority",
    "plan_objective",
    "plan_plan",
    "plan_planreview",
    "progress_progressreview",
    "challenges_challenge",
    "challenges_step",
    "reviews_incident",
    "reviews_rapidreview",
    "reviews_ratification",
    "reviews_review",
    "reviews_finding",
    "reviews_publication",
    "learning_briefing",
    "learning_issueto",
    "learning_track",
    "learning_practiceexample",
    "learning_voiceactivity",
    "learning_voicechange",
    "law_acknowledgement",
    "reminders_answer",
    "governance_board",
    "governance_terms",
    "governance_membership",
    "directory_person",
    "library_document",
)


@dataclass(frozen=True, slots=True)
class Needs:
    """What waits for this person in one partnership."""

    papers: int
    proposals: int
    minutes: list[Meeting]
    actions: list[Action]
    duties: int
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Slipping:
    board_id: int
    board_name: str
    overdue: int
    findings: int


def needs_of(viewer: Viewer, partnership: Partnership, on: date) -> Needs:
    papers, proposals = _undecided(viewer, partnership)
    actions = open_actions_for(viewer, on).filter(partnership=partnership).order_by("due_on", "id")[:SHOWN]
    minutes = minutes_waiting(viewer, on).filter(partnership=partnership).order_by("held_on")[:SHOWN]
    waiting = waiting_of(viewer, partnership, on)
    return Needs(papers, proposals, list(minutes), list(actions), _duties(viewer, partnership, on), waiting)


def _undecided(viewer: Viewer, partnership: Partnership) -> tuple[int, int]:
    if not viewer.may(Deed.BRING_IN_PAPERS, partnership.pk):
        return 0, 0
    pending = Proposal.objects.filter(paper__partnership=partnership, choice=Choice.PENDING)
    counted = pending.aggregate(papers=Count("paper", distinct=True), proposals=Count("id"))
    return counted["papers"], counted["proposals"]


def _duties(viewer: Viewer, partnership: Partnership, on: date) -> int:
    if not viewer.may(Deed.SET_ASIDE_FINDINGS, partnership.pk):
        return 0
    return open_findings(partnership, on, viewer).filter(severity=Severity.DUTY, is_set_aside=False).count()


def coming_meetings(partnership: Partnership, on: date) -> list[Meeting]:
    rows = Meeting.objects.filter(
        partnership=partnership, state=MeetingState.PLANNED, held_on__gte=on, held_on__lte=on + AHEAD
    )
    return list(rows.select_related("board").order_by("held_on", "id")[:SHOWN])


def slipping_boards(partnership: Partnership, on: date) -> list[Slipping]:
    """Boards with overdue actions or open findings, the worst first."""
    late = MeetingAction.objects.filter(action__in=overdue(partnership, on).values("pk"))
    pairs = set(late.values_list("meeting__board_id", "action_id"))
    overdue_by_board = Counter(board for board, _ in pairs)
    found = open_findings(partnership, on).filter(board_id__isnull=False, is_set_aside=False)
    findings_by_board = Counter(found.values_list("board_id", flat=True))
    names = dict(Board.objects.filter(pk__in=overdue_by_board | findings_by_board).values_list("pk", "name"))
    rows = [Slipping(pk, name, overdue_by_board[pk], findings_by_board[pk]) for pk, name in names.items()]
    return sorted(rows, key=lambda s: (-s.overdue, -s.findings, s.board_name))[:SHOWN]


def changed_this_week(partnership: Partnership, on: date) -> Iterable[tuple[str, str, int]]:
    """(table, verb, rows) of the last seven days, most first."""
    entries = changes_between(changes_in(partnership.pk), on - WEEK, on).filter(table__in=WORTH_TELLING)
    counted = entries.order_by().values_list("table", "verb").annotate(number=Count("row", distinct=True))
    return sorted(counted, key=lambda row: -row[2])[:SHOWN]
