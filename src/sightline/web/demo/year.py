"""A year of Kingston and Richmond's meetings as they would be run by hand. What was said and promised is invented."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.partnership.directory.models import Organisation, Person
from sightline.partnership.governance.models import Board, Seat
from sightline.partnership.governance.queries import SeatRow, seats_of
from sightline.record.actions.commands import Owner, note_progress
from sightline.record.actions.domain import Status as ActionStatus
from sightline.record.actions.models import Action
from sightline.record.meetings import commands, queries
from sightline.record.meetings.documents.minutes import first_draft
from sightline.record.meetings.domain import STATUS_KEYS, MinutesState, Status
from sightline.record.meetings.models import Meeting

from .making import partnership_called


@dataclass(frozen=True)
class Promise:
    """An action as a meeting raises it. `owner` is the title of a seat: its agency owns the action."""

    what: str
    owner: str
    due: date | None


@dataclass(frozen=True)
class Held:
    """One meeting. `marks` has a letter for each seat in the seats' order; a dot leaves it unrecorded."""

    board: str
    on: date
    marks: str
    deputy: str = ""
    guest: tuple[str, str] | None = None
    decisions: tuple[str, ...] = ()
    raises: tuple[Promise, ...] = ()
    closes: dict[str, str] = field(default_factory=dict)
    notes: str = ""
    minutes: MinutesState | None = None


AUDIT = "Run a multi-agency audit of first responses to neglect"
PROTOCOL = "Agree one information-sharing protocol for both boroughs"
SCHOOLS = "Ask every secondary school to name a safeguarding link"
DATASET = "Send the quarterly data of the police command to the partnership team"
VOICE = "Report what young people said in the summer survey"

HELD = (
    Held("SLG", date(2025, 4, 15), "PPPP.PP.P", decisions=("Agreed the priorities for the year.",)),
    Held("SLG", date(2025, 7, 15), "PPDP.P..P", deputy="Jessamy Okafor-Lind"),
    Held("SLG", date(2025, 10, 14), "PPPX.PPPP", decisions=("Agreed each partner’s contribution.",)),
    Held("SLG", date(2026, 1, 20), "PPPA.PP.P", decisions=("Agreed to publish the learning of the review.",)),
    Held(
        "SLG",
        date(2026, 4, 21),
        "PPPPUPP.P",
        decisions=("Agreed the yearly report for publication.", "Agreed to hold one budget for both boroughs."),
        raises=(
            Promise(AUDIT, "Health", date(2026, 9, 30)),
            Promise(PROTOCOL, "Local authorities", date(2026, 7, 10)),
            Promise(SCHOOLS, "Secondary head teacher", None),
        ),
        notes="The group looked at the year’s progress and asked for fewer measures with clearer owners.",
        minutes=MinutesState.PUBLISHED,
    ),
    Held(
        "SLG",
        date(2026, 7, 14),
        "PPDAUPP.P",
        deputy="Jessamy Okafor-Lind",
        guest=("Tolliver Brandreth", "Regional adolescent programme"),
        decisions=("Agreed to join the regional exercise on exploitation.",),
        raises=(Promise(DATASET, "Police", date(2026, 9, 1)), Promise(VOICE, "Local authorities", date(2026, 12, 11))),
        closes={PROTOCOL: "Signed by both councils, the health board and the police on 3 July 2026."},
        notes="The group heard from the regional programme and agreed what the boroughs would bring to it.",
        minutes=MinutesState.APPROVED,
    ),
    Held(
        "SLG",
        date(2026, 10, 13),
        "PAPAU.P.P",
        decisions=("Asked health to bring the audit of neglect to the next meeting.",),
        notes="The audit is late: staff who were to read the cases had been needed elsewhere.",
        minutes=MinutesState.DRAFT,
    ),
    Held("Q and I", date(2026, 2, 10), "PPP", decisions=("Chose neglect as the theme of the spring audit.",)),
    Held("Q and I", date(2026, 5, 12), "APP"),
    Held("Q and I", date(2026, 7, 7), "XPU"),
    Held(
        "Q and I",
        date(2026, 10, 6),
        "APP",
        raises=(Promise("Write the audit’s terms and lines of enquiry", "Public Health", date(2026, 10, 30)),),
    ),
    Held("LLR", date(2026, 3, 3), "PPPP"),
    Held("LLR", date(2026, 6, 9), "PDPP", deputy="Corisande Abara"),
    Held("LLR", date(2026, 9, 8), "PPAP", decisions=("Recommended a rapid review’s learning for a briefing.",)),
)
PLANNED = (
    ("SLG", date(2027, 1, 19)),
    ("Q and I", date(2026, 12, 8)),
    ("LLR", date(2026, 12, 8)),
    ("VCA", date(2026, 12, 1)),
)
LATE = "Two of the six cases are read. The rest follow when the second reader is back."


@deed
def build_kingston_and_richmond_year(*, by: User | None) -> None:
    """Built once: where the senior group has a meeting already, people may have gone on from it."""
    partnership = partnership_called("kingston-and-richmond")
    boards = {board.short_name: board for board in Board.objects.filter(partnership=partnership)}
    if Meeting.objects.filter(board=boards["SLG"], held_on=HELD[0].on).exists():
        return
    meetings = {held.on: _hold(partnership, boards[held.board], held, by) for held in HELD}
    for short_name, on in PLANNED:
        meeting = commands.plan_meeting(board=boards[short_name], held_on=on, starts_at=time(10), venue="Online", by=by)
        commands.build_agenda(meeting=meeting, by=by)
    for held in HELD:
        if held.minutes is not None:
            _minute(meetings, held, by)
    audit = Action.objects.get(partnership=partnership, what=AUDIT)
    note_progress(action=audit, note=LATE, on=date(2026, 10, 2), status=ActionStatus.IN_PROGRESS, by=by)


def _hold(partnership: Partnership, board: Board, held: Held, by: User | None) -> Meeting:
    meeting = commands.record_meeting(
        board=board, held_on=held.on, starts_at=time(10), ends_at=time(12), venue="Guildhall 2, Kingston", by=by
    )
    commands.build_agenda(meeting=meeting, by=by)
    seats = seats_of(board, held.on)
    for seat, letter in zip(seats, held.marks, strict=True):
        if letter != ".":
            _mark(meeting, seat, STATUS_KEYS[letter], held.deputy, by)
    if held.guest:
        name, body = held.guest
        commands.add_guest(meeting=meeting, person_as_written=name, organisation_as_written=body, by=by)
    for text in held.decisions:
        commands.record_decision(meeting=meeting, text=text, by=by)
    _promise(partnership, meeting, seats, held, by)
    return meeting


def _mark(meeting: Meeting, seat: SeatRow, status: Status, deputy: str, by: User | None) -> None:
    member = Person.objects.get(pk=seat.member.person_id) if seat.member else None
    came_for = status is Status.DEPUTY
    commands.record_attendance(
        meeting=meeting,
        seat=Seat.objects.get(pk=seat.id),
        status=status,
        person=None if came_for else member,
        deputy_for=member if came_for else None,
        person_as_written=deputy if came_for else "",
        by=by,
    )


def _promise(partnership: Partnership, meeting: Meeting, seats: list[SeatRow], held: Held, by: User | None) -> None:
    for what, note in held.closes.items():
        action = Action.objects.get(partnership=partnership, what=what)
        commands.close_action_at_meeting(meeting=meeting, action=action, note=note, by=by)
    commands.carry_open_actions(meeting=meeting, by=by)
    bodies = {seat.title: seat.organisation_id for seat in seats}
    for promise in held.raises:
        owner = Owner(organisation=Organisation.objects.get(pk=bodies[promise.owner]))
        commands.raise_action_at_meeting(meeting=meeting, what=promise.what, leads=[owner], due_on=promise.due, by=by)


def _minute(meetings: dict[date, Meeting], held: Held, by: User | None) -> None:
    """The record's draft with a note before its first item; approved at the next meeting where the story says so."""
    meeting = meetings[held.on]
    text = first_draft(queries.facts_of(meeting)).replace("## 1. ", f"## Discussion\n\n{held.notes}\n\n## 1. ", 1)
    at = timezone.make_aware(datetime.combine(held.on + timedelta(days=3), time(16)))
    minutes = commands.write_minutes(meeting=meeting, text=text, at=at, by=by)
    if held.minutes is MinutesState.DRAFT:
        return
    following = next(other.on for other in HELD if other.board == held.board and other.on > held.on)
    commands.approve_minutes(minutes=minutes, on=following, at_meeting=meetings[following], by=by)
    if held.minutes is MinutesState.PUBLISHED:
        commands.publish_minutes(minutes=minutes, on=following + timedelta(days=7), by=by)
