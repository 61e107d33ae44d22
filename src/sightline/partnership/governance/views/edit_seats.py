"""One seat with who sat in it, and the forms that change seats and memberships."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.partnership.directory.domain.dates import day_after
from sightline.partnership.directory.views.answering import answer

from .. import commands, forms
from ..models import Membership, Seat
from ..presenters.seats import seat_page
from .boards import board_or_404
from .edit_boards import board_address
from .structure import may_change


def _seat(request: HttpRequest, board: int, seat: int) -> Seat:
    seats = Seat.objects.filter(board__partnership=request.scope, board=board)
    return get_object_or_404(seats.select_related("board", "organisation"), pk=seat)


def _seat_address(request: HttpRequest, seat: Seat) -> str:
    return reverse("governance:seat", args=[request.scope.slug, seat.board_id, seat.pk])


@opens_with(Deed.READ)
def seat(request: HttpRequest, board: int, seat: int) -> HttpResponse:
    found = _seat(request, board, seat)
    memberships = found.memberships.select_related("person", "post").order_by("-started_on", "-pk")
    page = seat_page(found, list(memberships), request.scope, request.as_at, may_change(request))
    return render(request, "governance/seat.html", {"page": page, "may_keep": may_change(request)})


@opens_with(Deed.KEEP_BOARDS)
def create(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    initial = {"started_on": found.started_on}
    form = forms.SeatForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    return answer(
        request,
        form,
        lambda data: commands.create_seat(board=found, by=request.user, **data),
        title="Add a seat",
        button="Add the seat",
        back=board_address(request, board),
        saved="The seat is added. Say who sits in it, or leave it vacant.",
        caption=found.name,
        to=lambda seat: _seat_address(request, seat),
    )


@opens_with(Deed.KEEP_BOARDS)
def correct(request: HttpRequest, board: int, seat: int) -> HttpResponse:
    found = _seat(request, board, seat)
    names = ("title", "capacity", "on_behalf_of", "is_required", "counts_for_quorum", "term_months", "started_on")
    initial = {name: getattr(found, name) for name in names} | {"organisation": found.organisation_id}
    form = forms.SeatForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    return answer(
        request,
        form,
        lambda data: commands.correct_seat(seat=found, by=request.user, **data),
        title="Correct this seat",
        button="Save",
        back=_seat_address(request, found),
        saved="The seat is corrected.",
        caption=f"{found.board.name}: {found.title}",
    )


@opens_with(Deed.KEEP_BOARDS)
def end(request: HttpRequest, board: int, seat: int) -> HttpResponse:
    found = _seat(request, board, seat)
    form = forms.EndForm(request.POST or None)
    return answer(
        request,
        form,
        lambda data: commands.end_seat(seat=found, on=day_after(data["last_day"]), by=request.user),
        title="End this seat",
        button="End the seat",
        back=_seat_address(request, found),
        saved="The seat has an end. It stays to be seen at earlier dates.",
        caption=f"{found.board.name}: {found.title}",
        text="Whoever sits in it, or deputises, leaves on the same day.",
        warning=True,
    )


def _person_form(request: HttpRequest) -> forms.SeatPersonForm:
    initial = {"person": request.GET.get("person", ""), "started_on": request.today}
    return forms.SeatPersonForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)


@opens_with(Deed.KEEP_BOARDS)
def seat_member(request: HttpRequest, board: int, seat: int) -> HttpResponse:
    found = _seat(request, board, seat)
    form = _person_form(request)

    def do(data: dict[str, Any]) -> Membership:
        return commands.seat_person(seat=found, by=request.user, **data)

    return answer(
        request,
        form,
        do,
        title="Say who sits in this seat",
        button="Save",
        back=_seat_address(request, found),
        saved="Saved.",
        caption=f"{found.board.name}: {found.title}",
        text="If the person is not in the list, add them under People first.",
    )


@opens_with(Deed.KEEP_BOARDS)
def seat_deputy(request: HttpRequest, board: int, seat: int) -> HttpResponse:
    found = _seat(request, board, seat)
    form = _person_form(request)
    return answer(
        request,
        form,
        lambda data: commands.name_deputy(seat=found, by=request.user, **data),
        title="Name a deputy",
        button="Save",
        back=_seat_address(request, found),
        saved="The deputy is named.",
        caption=f"{found.board.name}: {found.title}",
        text="If the person is not in the list, add them under People first.",
    )


@opens_with(Deed.KEEP_BOARDS)
def leave(request: HttpRequest, membership: int) -> HttpResponse:
    rows = Membership.objects.filter(seat__board__partnership=request.scope, ended_on__isnull=True)
    found = get_object_or_404(rows.select_related("seat__board", "person"), pk=membership)
    form = forms.EndForm(request.POST or None)
    return answer(
        request,
        form,
        lambda data: commands.end_membership(membership=found, on=day_after(data["last_day"]), by=request.user),
        title=f"{found.person.name} leaves this seat",
        button="Save",
        back=_seat_address(request, found.seat),
        saved=f"{found.person.name} has a last day in this seat.",
        caption=f"{found.seat.board.name}: {found.seat.title}",
        warning=True,
    )
