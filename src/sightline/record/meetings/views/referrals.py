"""Referrals between boards: both lists, one referral from the side that looks, and the deeds of each side."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download
from sightline.kernel.periods import Period
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.views.boards import board_context, board_or_404

from .. import queries
from ..commands import referrals as commands
from ..domain import MeetingState
from ..domain.referring import Outcome
from ..forms import referrals as forms
from ..models import Meeting, Referral
from ..presenters import referrals as presenters
from ..queries import referrals as asked
from .loading import meeting_or_404

RECENT, AHEAD = timedelta(days=90), timedelta(days=550)


def _referral(request: HttpRequest, pk: int, side: str = "") -> Referral:
    """One of this partnership's; `side` keeps a deed to the side that may do it."""
    found = asked.referral_in(request.scope, pk, request.as_at)
    if found is None:
        raise Http404
    ends = {"sent": found.partnership_id, "received": found.to_partnership_id}
    if side and ends[side] != request.scope.pk:
        raise Http404
    return found


def _href(request: HttpRequest, referral: Referral) -> str:
    return presenters.referral_href(request.scope.slug, referral.pk)


@opens_with(Deed.READ)
def referrals(request: HttpRequest) -> HttpResponse:
    side = request.GET.get("show", "received")
    rows = {"received": asked.received_by, "sent": asked.sent_by}.get(side)
    if rows is None:
        raise Http404
    found = list(rows(request.scope, request.as_at))
    path = f"{request.path}?show={side}"
    table = presenters.referrals_table(found, request.scope, request.as_at, side, path)
    tabs = [
        {"text": text, "href": f"{request.path}?show={key}", "current": key == side, "count": None}
        for key, text in (("received", "Received"), ("sent", "Sent"))
    ]
    return table_download(request, table) or render(request, "meetings/referrals.html", {"table": table, "tabs": tabs})


@opens_with(Deed.READ)
def of_board(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    scope, on = request.scope, request.as_at
    rows = {"sent": asked.sent_by_board(found, on), "received": asked.received_by_board(found, on)}
    tables = {
        side: presenters.referrals_table(list(rows[side]), scope, on, side, f"{request.path}?side={side}", side)
        for side in rows
    }
    wanted = tables.get(request.GET.get("side", ""))
    if wanted is not None and (answer := table_download(request, wanted)):
        return answer
    context = board_context(request, found, "meetings:referrals_of_board") | {
        "tables": list(tables.values()),
        "may_send": _may_run(request),
        "send_href": reverse("meetings:refer_from_board", args=[scope.slug, found.pk]),
    }
    return render(request, "meetings/referrals_of_board.html", context)


def _may_run(request: HttpRequest) -> bool:
    return request.viewer.may(Deed.RUN_MEETINGS, request.scope.pk) and request.as_at == request.today


@opens_with(Deed.READ)
def referral_page(request: HttpRequest, referral: int) -> HttpResponse:
    found = _referral(request, referral)
    restricted = request.viewer.may(Deed.READ_RESTRICTED, request.scope.pk)
    page = presenters.referral_page(found, request.scope, request.as_at, restricted)
    return render(request, "meetings/referral.html", {"page": page, "may_run": _may_run(request)})


@opens_with(Deed.RUN_MEETINGS)
def refer(request: HttpRequest, meeting: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    items = [(f"item:{one.pk}", f"Item {one.order}. {one.title}") for one in queries.agenda_of(found)]
    made = queries.decisions_of(found, request.viewer)
    decisions = [(f"decision:{one.pk}", f"Decision {one.number}: {one.text[:80]}") for one in made]
    return _send(request, found.board, found, [*items, *decisions])


@opens_with(Deed.RUN_MEETINGS)
def refer_from_board(request: HttpRequest, board: int) -> HttpResponse:
    return _send(request, board_or_404(request, board), None, [])


def _send(request: HttpRequest, board: Board, meeting: Meeting | None, places: list[tuple[str, str]]) -> HttpResponse:
    initial = {"about": request.GET.get("about", "")}
    form = forms.SendForm(
        request.POST or None, today=request.today, board=board, meeting=meeting, places=places, initial=initial
    )

    def do(data: dict[str, Any]) -> Referral:
        to, about = data.pop("to"), data.pop("about", "")
        place = _place(meeting, about)
        return commands.send_referral(board=board, meeting=meeting, by=request.user, **to, **place, **data)

    back = reverse("governance:board", args=[request.scope.slug, board.pk])
    if meeting is not None:
        back = reverse("meetings:meeting", args=[request.scope.slug, meeting.pk])
    return ask(
        request,
        form,
        title="Send an item to another board",
        button="Send it",
        do=do,
        to=lambda made: _href(request, made),
        back=back,
        text=str(meeting or board),
        said="Sent. What comes of it will show here.",
    )


def _place(meeting: Meeting | None, about: str) -> dict[str, Any]:
    kind, _, pk = about.partition(":")
    if meeting is None or not pk:
        return {}
    if kind == "item":
        return {"agenda_item": meeting.agenda.get(pk=pk)}
    return {"decision": meeting.decisions.select_related("agenda_item").get(pk=pk)}


def _ask_of(
    request: HttpRequest, found: Referral, form: Any, title: str, button: str, do: Any, **more: Any
) -> HttpResponse:
    href = _href(request, found)
    shown = {"text": found.title, "back": href, "to": lambda _: href} | more
    return ask(request, form, title=title, button=button, do=do, **shown)


@opens_with(Deed.RUN_MEETINGS)
def receive(request: HttpRequest, referral: int) -> HttpResponse:
    found = _referral(request, referral, "received")
    form = forms.ReceiveForm(
        request.POST or None, today=request.today, partnership=request.scope, initial={"board": found.to_board_id}
    )

    def do(data: dict[str, Any]) -> None:
        commands.receive_referral(referral=found, by=request.user, **data)

    return _ask_of(request, found, form, "Receive this referral", "Receive it", do)


@opens_with(Deed.RUN_MEETINGS)
def table(request: HttpRequest, referral: int) -> HttpResponse:
    found = _referral(request, referral, "received")
    period = Period(max(request.today - RECENT, found.sent_on), request.today + AHEAD)
    recent = queries.meetings_between(request.scope, period).exclude(state=MeetingState.CANCELLED).order_by("held_on")
    if found.to_board_id is not None:
        recent = recent.filter(board=found.to_board_id)
    wanted = request.GET.get("meeting", "")
    form = forms.TableForm(
        request.POST or None, meetings=recent, initial={"meeting": wanted if wanted.isdigit() else None}
    )

    def do(data: dict[str, Any]) -> None:
        commands.table_referral(referral=found, meeting=data["meeting"], on=request.today, by=request.user)

    hint = "It becomes an item of that agenda, with the words in which it was asked."
    return _ask_of(request, found, form, "Put it on an agenda", "Put it on the agenda", do, hint=hint)


@opens_with(Deed.RUN_MEETINGS)
def outcome(request: HttpRequest, referral: int) -> HttpResponse:
    found = _referral(request, referral, "received")
    initial = {"outcome": found.outcome, "words": found.outcome_words} if found.outcome else {}
    form = forms.OutcomeForm(request.POST or None, today=request.today, initial=initial)

    def do(data: dict[str, Any]) -> None:
        commands.record_referral_outcome(
            referral=found, outcome=Outcome(data["outcome"]), words=data["words"], on=data["on"], by=request.user
        )

    hint = "The board that sent it sees this, and nothing else of your record."
    return _ask_of(request, found, form, "Say what came of it", "Save the outcome", do, hint=hint)


@opens_with(Deed.RUN_MEETINGS)
def withdraw(request: HttpRequest, referral: int) -> HttpResponse:
    found = _referral(request, referral, "sent")
    form = forms.WhyForm(
        request.POST or None, today=request.today, label="Why is it withdrawn?", required="Say why it is withdrawn"
    )

    def do(data: dict[str, Any]) -> None:
        commands.withdraw_referral(referral=found, why=data["words"], on=data["on"], by=request.user)

    return _ask_of(request, found, form, "Withdraw this referral", "Withdraw it", do, warning=True)


@opens_with(Deed.RUN_MEETINGS)
def chase(request: HttpRequest, referral: int) -> HttpResponse:
    found = _referral(request, referral, "sent")
    form = forms.WhyForm(request.POST or None, today=request.today, label="What do you say?")

    def do(data: dict[str, Any]) -> None:
        commands.chase_referral(referral=found, words=data["words"], on=data["on"], by=request.user)

    return _ask_of(request, found, form, "Ask again", "Save", do, hint="The other side sees that you asked again.")


@opens_with(Deed.RUN_MEETINGS)
def correct(request: HttpRequest, referral: int) -> HttpResponse:
    found = _referral(request, referral, "sent")
    initial = {name: getattr(found, name) for name in forms.WhatForm.base_fields}
    form = forms.WhatForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> None:
        commands.correct_referral(referral=found, by=request.user, **data)

    return _ask_of(request, found, form, "Correct this referral", "Save", do)


@opens_with(Deed.RUN_MEETINGS)
def remove(request: HttpRequest, referral: int) -> HttpResponse:
    found = _referral(request, referral, "sent")
    form = forms.SureForm(request.POST if request.method == "POST" else None)

    def do(_: dict[str, Any]) -> None:
        commands.remove_referral(referral=found, by=request.user)

    href = f"{reverse('meetings:referrals', args=[request.scope.slug])}?show=sent"
    hint = "Only for one that was sent by mistake. The trail of changes keeps it."
    return _ask_of(
        request, found, form, "Remove this referral", "Remove it", do, hint=hint, warning=True, to=lambda _: href
    )
