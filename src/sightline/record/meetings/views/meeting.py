"""One meeting: its page, its agenda, its papers."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import paper_download
from sightline.foundation.library.queries import sources_for
from sightline.kernel.verdict import Refused

from .. import commands, forms, queries
from ..models import AgendaItem, Meeting
from ..presenters import meeting as presenters
from ..presenters import papers
from ..presenters.referrals import referral_lines
from ..queries.referrals import matters_arising, tabled_at, waiting_for_agenda
from .loading import back_to, framed, meeting_or_404, refused


@opens_with(Deed.READ)
def meeting_page(request: HttpRequest, meeting: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    shown = framed(request, found, "meeting", page=_page(request, found), referrals=_referrals(request, found))
    return render(request, "meetings/meeting.html", shown)


def _referrals(request: HttpRequest, found: Meeting) -> dict[str, Any]:
    """What this board waits to hear of, and what others sent that was put on this agenda."""
    scope, on = request.scope, request.as_at
    return {
        "arising": referral_lines(matters_arising(found, on), scope, on, "sent"),
        "tabled": referral_lines(tabled_at(found), scope, on, "received"),
    }


def _page(request: HttpRequest, found: Meeting) -> presenters.MeetingPage:
    attendance = list(queries.attendance_at(found))
    decisions = list(queries.decisions_of(found, request.viewer))
    viewer = request.viewer
    sources = {
        "attendance": sources_for(viewer, "meetings.attendance", [row.pk for row in attendance]),
        "decision": sources_for(viewer, "meetings.decision", [one.pk for one in decisions]),
        "meeting": sources_for(viewer, "meetings.meeting", [found.pk]),
    }
    return presenters.meeting_page(
        found,
        queries.agenda_of(found),
        attendance,
        decisions,
        queries.action_links_of(found),
        queries.minutes_of(found, viewer),
        sources,
        request.as_at,
        viewer.may(Deed.READ_RESTRICTED, found.partnership_id),
        lambda held, thing: held.links(viewer, request.scope, thing) if request.as_at == request.today else (),
    )


@opens_with(Deed.RUN_MEETINGS)
def agenda(request: HttpRequest, meeting: int) -> HttpResponse:
    """The agenda as it grows; a POST adds an item."""
    found = meeting_or_404(request, meeting)
    form = forms.AgendaItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.add_agenda_item(meeting=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refused(request, refusal, form)
        else:
            return back_to(request, "agenda", found, "#add")
    items = tuple(presenters.item_line(item, True) for item in queries.agenda_of(found))
    total = sum(item.minutes or 0 for item in items)
    scope, on = request.scope, request.today
    shown = framed(
        request,
        found,
        "agenda",
        form=form,
        items=items,
        total=total,
        waiting=referral_lines(waiting_for_agenda(found.board, on), scope, on, "received"),
        arising=referral_lines(matters_arising(found, on), scope, on, "sent"),
    )
    return render(request, "meetings/agenda.html", shown)


@opens_with(Deed.RUN_MEETINGS)
def build_agenda(request: HttpRequest, meeting: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    if request.method == "POST":
        added = commands.build_agenda(meeting=found, by=request.user)
        words = f"{len(added)} standing items added." if added else "The agenda has every standing item already."
        messages.success(request, words)
    return back_to(request, "agenda", found)


@opens_with(Deed.RUN_MEETINGS)
def agenda_item(request: HttpRequest, meeting: int, item: int) -> HttpResponse:
    """Changes one item: the buttons of the list move or remove it, the form renames it."""
    found = meeting_or_404(request, meeting)
    one = found.agenda.filter(pk=item).first()
    if one is None:
        raise Http404
    do = request.POST.get("do", "")
    if request.method == "POST" and do in ("up", "down", "remove"):
        _move_or_remove(request, one, do)
        return back_to(request, "agenda", found, f"#item-{one.pk}" if do != "remove" else "")
    initial = {name: getattr(one, name) for name in ("title", "lead", "minutes_allowed", "is_restricted")}
    form = forms.AgendaItemForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        commands.change_agenda_item(item=one, by=request.user, **form.cleaned_data)
        return back_to(request, "agenda", found, f"#item-{one.pk}")
    context = framed(request, found, "agenda", form=form, title="Change this item", button="Save")
    return render(request, "meetings/form.html", context)


def _move_or_remove(request: HttpRequest, item: AgendaItem, do: str) -> None:
    if do == "remove":
        commands.remove_agenda_item(item=item, by=request.user)
    else:
        commands.move_agenda_item(item=item, to=item.order + (1 if do == "down" else -1), by=request.user)


@opens_with(Deed.RUN_MEETINGS)
def correct_decision(request: HttpRequest, meeting: int, decision: int) -> HttpResponse:
    """For what was written down wrongly; the trail keeps how it read before."""
    found = meeting_or_404(request, meeting)
    one = queries.decisions_of(found, request.viewer).filter(pk=decision).first()
    if one is None:
        raise Http404
    initial = {name: getattr(one, name) for name in forms.CorrectDecisionForm.base_fields}
    form = forms.CorrectDecisionForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        commands.correct_decision(decision=one, by=request.user, **form.cleaned_data)
        messages.success(request, f"Decision {one.number} is corrected.")
        return back_to(request, "meeting", found)
    context = framed(request, found, "meeting", form=form, title=f"Correct decision {one.number}", button="Save")
    return render(request, "meetings/form.html", context)


@opens_with(Deed.READ)
def paper(request: HttpRequest, meeting: int, kind: str, form: str) -> HttpResponse:
    """Agenda, attendance or minutes as Word or accessible PDF."""
    found = meeting_or_404(request, meeting)
    made = _paper(request, found, kind)
    name = slugify(f"{kind} {found.board.short_name or found.board.name} {found.held_on:%Y-%m-%d}")
    return paper_download(made, form, name)


def _paper(request: HttpRequest, found: Meeting, kind: str) -> Any:
    if kind == "agenda":
        sees = request.viewer.may(Deed.READ_RESTRICTED, found.partnership_id)
        return papers.agenda_paper(found, tuple(presenters.item_line(i, sees) for i in queries.agenda_of(found)))
    if kind == "attendance":
        rows = tuple(presenters.attendee_line(row) for row in queries.attendance_at(found))
        return papers.attendance_paper(found, rows)
    minutes = queries.minutes_of(found, request.viewer)
    version = request.GET.get("version", "")
    one = minutes.filter(version=version).first() if version.isdigit() else minutes.first()
    if one is None:
        raise Http404
    return papers.minutes_paper(found, one)
