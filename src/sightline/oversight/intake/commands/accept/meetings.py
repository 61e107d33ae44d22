"""Finds about meetings: which one it was, who came, what it decided, when the next is."""

from datetime import date

from sightline.foundation.library.commands import date_document
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.domain.values import MEMBERS, Day, attendance_status, day_of, times_of
from sightline.partnership.governance.commands import create_seat, seat_person
from sightline.partnership.governance.models import Board, Membership, Seat
from sightline.record.meetings.commands import plan_meeting, record_attendance, record_decision, record_meeting
from sightline.record.meetings.domain import MeetingState, Status
from sightline.record.meetings.models import Decision, Meeting

from .taking import Taking

MEETING = "meetings.meeting"
ATTENDANCE = "meetings.attendance"
DECISION = "meetings.decision"
MEMBERSHIP = "governance.membership"
SEAT = "governance.seat"
MOST_PLACES = 12


def take_meeting(taking: Taking) -> Reference:
    """An agenda, or a date to come, plans the meeting; minutes say that it was held."""
    day = day_of(taking.text("date"))
    if day is None:
        raise Refused("The paper gives no whole date for the meeting. Correct it and enter the date.", "date")
    board = taking.board()
    start, end = times_of(taking.text("time"))
    place = {"starts_at": start, "ends_at": end, "venue": taking.text("venue")[:300]}
    if taking.paper.kind == "agenda" or day.on > taking.at.date():
        meeting = _planned(board, day.on, day.is_month_only, taking, **place)
    else:
        meeting = record_meeting(board=board, held_on=day.on, is_month_only=day.is_month_only, by=taking.by, **place)
    _date_paper(taking, day)
    return Reference(MEETING, meeting.pk)


def _date_paper(taking: Taking, day: Day) -> None:
    """Minutes and agendas are of the day of their meeting, unless they give a date of their own."""
    document = taking.paper.version.document
    if taking.paper.kind in ("minutes", "agenda") and not day.is_month_only and document.dated_on is None:
        date_document(document=document, dated_on=day.on, as_written=taking.proposal.words[:80], by=taking.by)


def _planned(board: Board, on: date, is_month_only: bool, taking: Taking, **place: object) -> Meeting:
    """The meeting that is planned for that day already, or a new one."""
    known = Meeting.objects.filter(board=board, held_on=on).exclude(state=MeetingState.CANCELLED).order_by("pk").first()
    return known or plan_meeting(board=board, held_on=on, is_month_only=is_month_only, by=taking.by, **place)


def take_next_meeting(taking: Taking) -> Reference:
    day = day_of(taking.text("date"))
    if day is None:
        raise Refused("There is no whole date in these words. Correct it and enter the date, or refuse it.", "date")
    board = taking.meeting_if_known.board if taking.meeting_if_known else taking.board()
    return Reference(MEETING, _planned(board, day.on, day.is_month_only, taking).pk)


def take_attendance(taking: Taking) -> Reference:
    if taking.text("status") in MEMBERS:
        return take_membership(taking)
    meeting = taking.named_meeting()
    organisation, person = taking.organisation(), taking.person()
    taking.post(organisation, person)
    row = record_attendance(
        meeting=meeting,
        status=Status(attendance_status(taking.text("status"), taking.fields.get("attended"))),
        seat=taking.seat(),
        person=person,
        deputy_for=taking.deputy_for(),
        organisation=organisation,
        person_as_written=taking.text("person")[:150],
        post_as_written=taking.text("post")[:200],
        organisation_as_written=taking.text("organisation")[:200],
        by=taking.by,
    )
    return Reference(ATTENDANCE, row.pk)


def take_membership(taking: Taking) -> Reference:
    """A line of a membership list: a seat, and the person in it. A list that is read twice makes one seat."""
    if taking.text("status") == "past member":
        raise Refused("This says who sat there once. Refuse it, or enter the dates with the board's seats.")
    board = taking.meeting_if_known.board if taking.meeting_if_known else taking.board()
    organisation, person = taking.organisation(), taking.person()
    post = taking.post(organisation, person)
    if person is None:
        raise Refused("Say who sits here: choose the person, or a new one.", "person")
    known = Membership.objects.filter(seat__board=board, person=person, ended_on__isnull=True).order_by("pk").first()
    if known is not None:
        return Reference(MEMBERSHIP, known.pk)
    title = (taking.text("post") or (organisation.name if organisation else "") or "Member")[:160]
    free = Seat.objects.filter(board=board, title__iexact=title, organisation=organisation, memberships__isnull=True)
    seat = free.first() or create_seat(board=board, title=title, organisation=organisation, by=taking.by)
    return Reference(MEMBERSHIP, seat_person(seat=seat, person=person, post=post, by=taking.by).pk)


def take_seats(taking: Taking) -> Reference:
    """A line of terms of reference: the seats that a post or a body has at the board, until there are as many."""
    board = taking.meeting_if_known.board if "board" not in taking.chosen else taking.board()
    organisation = taking.organisation()
    title = (taking.text("post") or (organisation.name if organisation else "") or "Member")[:160]
    places = taking.fields.get("places")
    seats = list(
        Seat.objects.filter(board=board, title__iexact=title, organisation=organisation, ended_on__isnull=True)
    )
    wanted = min(max(places, 1), MOST_PLACES) if isinstance(places, int) else 1
    for _ in range(len(seats), wanted):
        seats.append(create_seat(board=board, title=title, organisation=organisation, by=taking.by))
    return Reference(SEAT, seats[0].pk)


def take_decision(taking: Taking) -> Reference:
    known = Decision.objects.filter(meeting=taking.meeting, text=taking.text("text")).first()
    decision = known or record_decision(
        meeting=taking.meeting,
        text=taking.text("text"),
        proposed_by=taking.text("proposed")[:150],
        seconded_by=taking.text("seconded")[:150],
        result=taking.text("result")[:120],
        by=taking.by,
    )
    return Reference(DECISION, decision.pk)
