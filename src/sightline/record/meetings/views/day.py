"""The meeting on the day: marks saved one by one as they are typed, or all together by the form."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.kernel.verdict import Refused
from sightline.partnership.governance.models import Seat
from sightline.partnership.governance.queries import SeatRow, seats_of
from sightline.record.actions.models import Action

from .. import commands, forms, policy, queries
from ..domain import LinkKind, MeetingState, Status
from ..models import Meeting
from ..presenters import day as presenters
from ..presenters.meeting import action_line, decision_line, item_line
from .loading import back_to, framed, meeting_or_404, refused


@dataclass(frozen=True)
class Said:
    """One line as it was sent: which, how, and who came in whose place."""

    line: str
    status: str
    deputy: str = ""
    deputy_name: str = ""


@opens_with(Deed.RUN_MEETINGS)
def on_the_day(request: HttpRequest, meeting: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    if request.method == "POST":
        _mark_all(request, found)
        return back_to(request, "day", found)
    return render(request, "meetings/day.html", _context(request, found))


def _context(request: HttpRequest, found: Meeting, **forms_again) -> dict:
    slug, on = request.scope.slug, request.as_at
    lines = presenters.seat_lines(seats_of(found.board, found.held_on), list(queries.attendance_at(found)))
    links = list(queries.action_links_of(found))
    carried = {link.action_id for link in links if link.kind == LinkKind.CARRIED}
    still_open = queries.open_actions_of_board(found.board, max(found.held_on, on), before=found)
    context = {
        "lines": lines,
        "counts": presenters.counts_words(lines),
        "agenda": [item_line(item, True) for item in queries.agenda_of(found)],
        "decisions": [decision_line(one) for one in queries.decisions_of(found, request.viewer)],
        "raised": [action_line(link, slug, on) for link in links if link.kind != LinkKind.CARRIED],
        "open_actions": presenters.open_actions(still_open, slug, on, carried),
        "decision_form": forms.DecisionForm(meeting=found, prefix="decision"),
        "action_form": forms.MeetingActionForm(meeting=found, prefix="action"),
        "guest_form": forms.GuestForm(prefix="guest"),
        "is_ahead": found.held_on > request.today,
    }
    return framed(request, found, "day", **(context | forms_again))


def _mark_all(request: HttpRequest, found: Meeting) -> None:
    """The whole form at once. What was refused is said; what could be saved is saved."""
    seats = {seat.id: seat for seat in seats_of(found.board, found.held_on)}
    now = {line.name: line for line in presenters.seat_lines(list(seats.values()), list(queries.attendance_at(found)))}
    said = [_said(request.POST, name) for name in now if request.POST.get(name)]
    changed = [one for one in said if one.status != now[one.line].status or one.status == Status.DEPUTY]
    for reason in dict.fromkeys(filter(None, (_mark(request, found, seats, one) for one in changed))):
        messages.error(request, reason)
    if request.POST.get("held") == "yes" and found.state == MeetingState.PLANNED:
        commands.hold_meeting(meeting=found, by=request.user)
    messages.success(request, "Attendance is saved.")


def _said(data: QueryDict, name: str) -> Said:
    return Said(name, data.get(name, ""), data.get(f"{name}-deputy", ""), data.get(f"{name}-deputy-name", "").strip())


def _mark(request: HttpRequest, found: Meeting, seats: dict[int, SeatRow], said: Said) -> str:
    """Saves one mark; the reason when it is refused."""
    try:
        status = Status(said.status)
        verdict = policy.may_record(request.viewer, found, status, request.today)
        if not verdict:
            return verdict.reason
        kind, _, pk = said.line.partition("-")
        if kind == "row":
            _mark_row(request, found, int(pk), status)
        else:
            _mark_seat(request, found, seats[int(pk)], status, said)
    except Refused as refusal:
        return refusal.reason
    except (ValueError, KeyError):
        return "That seat or mark is not known at this meeting. Load the page again."
    return ""


def _mark_row(request: HttpRequest, found: Meeting, pk: int, status: Status) -> None:
    row = queries.attendance_at(found).filter(pk=pk).first()
    if row is None:
        raise KeyError(pk)
    commands.record_attendance(
        meeting=found,
        status=status,
        seat=row.seat,
        person=row.person,
        deputy_for=row.deputy_for,
        organisation=row.organisation,
        person_as_written=row.person_as_written,
        organisation_as_written=row.organisation_as_written,
        by=request.user,
    )


def _mark_seat(request: HttpRequest, found: Meeting, seat: SeatRow, status: Status, said: Said) -> None:
    member = queries.person_in(found.partnership, seat.member.person_id) if seat.member else None
    is_deputy = status is Status.DEPUTY
    deputy = queries.person_in(found.partnership, int(said.deputy)) if is_deputy and said.deputy else None
    commands.record_attendance(
        meeting=found,
        seat=Seat.objects.get(pk=seat.id),
        status=status,
        person=deputy if is_deputy else member,
        deputy_for=member if is_deputy else None,
        person_as_written=said.deputy_name if is_deputy and deputy is None else "",
        by=request.user,
    )


@opens_with(Deed.RUN_MEETINGS)
def mark(request: HttpRequest, meeting: int) -> HttpResponse:
    """One mark from the keyboard. Sending the same again changes nothing, so a queue may retry."""
    found = meeting_or_404(request, meeting)
    if request.method != "POST":
        return back_to(request, "day", found)
    data = request.POST
    said = Said(
        data.get("line", ""), data.get("status", ""), data.get("deputy", ""), data.get("deputy_name", "").strip()
    )
    seats = {seat.id: seat for seat in seats_of(found.board, found.held_on)}
    if reason := _mark(request, found, seats, said):
        return JsonResponse({"refused": reason})
    lines = presenters.seat_lines(list(seats.values()), list(queries.attendance_at(found)))
    return JsonResponse({"saved": said.line, "counts": presenters.counts_words(lines)})


@opens_with(Deed.RUN_MEETINGS)
def decide(request: HttpRequest, meeting: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    form = forms.DecisionForm(request.POST or None, meeting=found, prefix="decision")
    if request.method == "POST" and form.is_valid():
        try:
            commands.record_decision(meeting=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refused(request, refusal, form)
        else:
            return _beside(request, found, "#decisions")
    return _again(request, found, decision_form=form)


@opens_with(Deed.RUN_MEETINGS)
def raise_action(request: HttpRequest, meeting: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    form = forms.MeetingActionForm(request.POST or None, meeting=found, prefix="action")
    if request.method == "POST" and form.is_valid():
        owner = form.cleaned_data.pop("owner")
        try:
            commands.raise_action_at_meeting(
                meeting=found, leads=[owner] if owner else [], by=request.user, **form.cleaned_data
            )
        except Refused as refusal:
            refused(request, refusal, form)
        else:
            return _beside(request, found, "#actions")
    return _again(request, found, action_form=form)


@opens_with(Deed.RUN_MEETINGS)
def add_guest(request: HttpRequest, meeting: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    form = forms.GuestForm(request.POST or None, prefix="guest")
    if request.method == "POST" and form.is_valid():
        try:
            commands.add_guest(meeting=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refused(request, refusal, form)
        else:
            return back_to(request, "day", found, "#seats")
    return _again(request, found, guest_form=form)


def _beside(request: HttpRequest, found: Meeting, anchor: str) -> HttpResponse:
    """The lists beside the seats for the script that asked; the whole page for everyone else."""
    if request.headers.get("X-Requested-With") == "fetch":
        return render(request, "meetings/day_beside.html", _context(request, found))
    return back_to(request, "day", found, anchor)


def _again(request: HttpRequest, found: Meeting, **form) -> HttpResponse:
    beside = request.headers.get("X-Requested-With") == "fetch"
    template = "meetings/day_beside.html" if beside else "meetings/day.html"
    return render(request, template, _context(request, found, **form))


@opens_with(Deed.RUN_MEETINGS)
def carried(request: HttpRequest, meeting: int) -> HttpResponse:
    """What the meeting does with open actions: carry one, carry all, close one."""
    found = meeting_or_404(request, meeting)
    if request.method == "POST":
        try:
            _carry_or_close(request, found)
        except Refused as refusal:
            messages.error(request, refusal.reason)
    return back_to(request, "day", found, "#open")


def _carry_or_close(request: HttpRequest, found: Meeting) -> None:
    if request.POST.get("do") == "all":
        done = commands.carry_open_actions(meeting=found, by=request.user)
        messages.success(request, f"{len(done)} open actions are carried forward.")
        return
    pk = request.POST.get("action", "")
    action = Action.objects.filter(partnership=request.scope, pk=pk if pk.isdigit() else 0).first()
    if action is None:
        raise Refused("That action is not in this partnership. Load the page again.")
    if request.POST.get("do") == "close":
        commands.close_action_at_meeting(
            meeting=found, action=action, note=request.POST.get("note", "").replace("\0", ""), by=request.user
        )
        messages.success(request, "The action is closed.")
    else:
        commands.carry_action(meeting=found, action=action, by=request.user)
