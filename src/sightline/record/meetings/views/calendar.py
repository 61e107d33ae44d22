"""The year of meetings: list, plan, move, cancel."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.kernel.periods import Period, financial_year, year_label
from sightline.kernel.verdict import Refused
from sightline.partnership.governance.queries import terms_in_force

from .. import commands, forms, queries
from ..presenters import calendar
from ..presenters.attendance import Choice
from .loading import back_to, framed, meeting_or_404, refused

YEARS_AHEAD = 2


@opens_with(Deed.READ)
def meeting_list(request: HttpRequest) -> HttpResponse:
    year, labels = _year(request)
    meetings = queries.meetings_between(request.scope, year).order_by("held_on", "starts_at", "id")
    if request.as_at != request.today:
        meetings = meetings.filter(held_on__lte=request.as_at)
    table = calendar.meetings_table(list(meetings), request.scope.slug, request.today, request.path, year_label(year))
    if answer := table_download(request, table):
        return answer
    context = {
        "table": table,
        "years": [Choice(label, label, label == year_label(year)) for label in labels],
        "may_plan": request.viewer.may(Deed.RUN_MEETINGS, request.scope.pk) and request.as_at == request.today,
    }
    return render(request, "meetings/list.html", context)


def _year(request: HttpRequest) -> tuple[Period, list[str]]:
    """The financial year the address names, or that of the day the page is as at; and the years to choose from."""
    this = financial_year(request.as_at)
    held = queries.years_with_meetings(request.scope, request.as_at)
    ahead = [financial_year(date(this.start.year + n, 4, 1)) for n in range(YEARS_AHEAD)]
    years = {year_label(year): year for year in sorted({*held, *ahead})}
    return years.get(request.GET.get("year", ""), this), list(years)


@opens_with(Deed.RUN_MEETINGS)
def plan(request: HttpRequest) -> HttpResponse:
    initial = {"board": request.GET.get("board")}
    form = forms.PlanForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            meeting = commands.plan_meeting(by=request.user, **form.cleaned_data)
            commands.build_agenda(meeting=meeting, by=request.user)
        except Refused as refusal:
            refused(request, refusal, form)
        else:
            messages.success(request, "The meeting is planned, with its standing items on the agenda.")
            return back_to(request, "meeting", meeting)
    return render(request, "meetings/form.html", {"form": form, "title": "Plan a meeting", "button": "Plan it"})


@opens_with(Deed.RUN_MEETINGS)
def plan_year(request: HttpRequest) -> HttpResponse:
    """First which board and year, then the proposed days, each of which may be changed or emptied."""
    asked = request.POST if request.method == "POST" else request.GET if "board" in request.GET else None
    form = forms.YearForm(asked, partnership=request.scope, on=request.today, years=_years_ahead(request.today))
    days: list[date] = []
    if asked is not None and form.is_valid():
        days = _days(request, form)
        if request.method == "POST" and days:
            return _planned(request, form, days)
    context = {"form": form, "days": calendar.proposed(days)}
    return render(request, "meetings/plan_year.html", context)


def _years_ahead(today: date) -> list[tuple[int, str]]:
    first = financial_year(today).start.year
    years = [financial_year(date(first + n, 4, 1)) for n in range(YEARS_AHEAD + 1)]
    return [(year.start.year, year_label(year)) for year in years]


def _days(request: HttpRequest, form: forms.YearForm) -> list[date]:
    if request.method == "POST":
        return _days_typed(request, form)
    board, period = form.cleaned_data["board"], financial_year(date(form.cleaned_data["year"], 4, 1))
    terms = terms_in_force(board, max(period.start, request.today))
    number = form.cleaned_data["number"] or (terms.meetings_per_year if terms else None)
    if number is None:
        form.add_error("number", "The terms of reference do not say how often this board meets. Enter a number.")
        return []
    rest = Period(max(period.start, request.today), period.end)
    share = (rest.end - rest.start).days / (period.end - period.start).days
    return queries.proposed_dates(board, rest, max(1, round(number * share)))


def _days_typed(request: HttpRequest, form: forms.YearForm) -> list[date]:
    typed = [request.POST[name] for name in sorted(request.POST) if name.startswith("day-") and request.POST[name]]
    try:
        return sorted({date.fromisoformat(text) for text in typed})
    except ValueError:
        form.add_error(None, "One of the days is not a real date. Enter it as day, month and year.")
        return []


def _planned(request: HttpRequest, form: forms.YearForm, days: list[date]) -> HttpResponse:
    given = {name: form.cleaned_data[name] for name in ("board", "starts_at", "ends_at", "venue")}
    planned = commands.plan_year(days=days, by=request.user, **given)
    for meeting in planned:
        commands.build_agenda(meeting=meeting, by=request.user)
    messages.success(request, f"{len(planned)} meetings of {given['board']} are planned.")
    answer = redirect("meetings:list", partnership=request.scope.slug)
    answer["Location"] += f"?year={year_label(financial_year(days[0]))}"
    return answer


@opens_with(Deed.RUN_MEETINGS)
def move(request: HttpRequest, meeting: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    initial = {name: getattr(found, name) for name in ("held_on", "starts_at", "ends_at", "venue")}
    form = forms.WhenAndWhereForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            commands.move_meeting(meeting=found, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refused(request, refusal, form)
        else:
            messages.success(request, "The meeting has moved.")
            return back_to(request, "meeting", found)
    context = framed(request, found, "", form=form, title="Move this meeting", button="Move it")
    return render(request, "meetings/form.html", context)


@opens_with(Deed.RUN_MEETINGS)
def cancel(request: HttpRequest, meeting: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    form = forms.CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.cancel_meeting(meeting=found, because=form.cleaned_data["because"], by=request.user)
        except Refused as refusal:
            refused(request, refusal, form)
        else:
            messages.success(request, "The meeting is cancelled. Its open actions stay open.")
            return back_to(request, "meeting", found)
    context = framed(request, found, "", form=form, title="Cancel this meeting", button="Cancel the meeting")
    return render(request, "meetings/form.html", context)
