"""Plans of a region side by side, its reviews of them, and the formats that it keeps."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed, Topic
from sightline.foundation.accounts.doors import opens_anywhere_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download
from sightline.kernel.verdict import Refused

from .. import commands, policy, queries
from ..forms import regional as forms
from ..models import Plan, PlanFormat
from ..presenters import frame, region_plans
from ..presenters import plans as presented
from .comparing import answer
from .loading import neighbours, region_or_404
from .plans import ask_review, ask_to_take_back

overseers = opens_anywhere_with(Deed.OVERSEE)
keepers = opens_anywhere_with(Deed.KEEP_REGIONAL)


@overseers
def plans(request: HttpRequest) -> HttpResponse:
    region = region_or_404(request)
    partnerships, shared = neighbours(request, region), request.viewer.shares(Topic.PLANS)
    rows = queries.plan_rows([p for p in partnerships if p.pk in shared], region.pk, request.as_at)
    formats = list(queries.formats_on(region.pk, request.as_at))
    page = region_plans.plans_matrix(rows, formats, partnerships, shared, request.as_at, request.path)
    return answer(request, page)


def _shared_plan(request: HttpRequest, pk: int) -> Plan:
    found = queries.plan_in(request.viewer.shares(Topic.PLANS), pk, request.as_at)
    if found is None:
        raise Http404
    return found


def _keeps_region_of(request: HttpRequest, plan: Plan) -> bool:
    region = plan.partnership.overseen_by_id
    return region is not None and request.viewer.may(Deed.KEEP_REGIONAL, region)


@overseers
def plan_page(request: HttpRequest, plan: int) -> HttpResponse:
    """A plan as its partnership shares it; the document itself only where it is published."""
    found = _shared_plan(request, plan)
    crumbs = (
        {"text": "Required plans", "href": reverse("plan:region_plans")},
        {"text": f"{found.partnership.short_name}: {found.title}", "href": ""},
    )
    reviews = queries.reviews_of(found, request.as_at)
    may = policy.may_review_plan(request.viewer, found, is_regional=True)
    keeps = request.as_at == request.today and _keeps_region_of(request, found)
    page = presented.plan_page(
        found,
        reviews,
        "",
        found.partnership,
        request.as_at,
        request.path,
        crumbs,
        is_own=False,
        may_take_back=keeps,
    )
    context = {"page": page, "partnership": found.partnership.name, "may_review": bool(may)}
    return table_download(request, page.sections) or render(request, "plan/region_plan.html", context)


@keepers
def review_plan(request: HttpRequest, plan: int) -> HttpResponse:
    found = _shared_plan(request, plan)
    verdict = policy.may_review_plan(request.viewer, found, is_regional=True)
    back = reverse("plan:region_plan", args=[found.pk])
    return ask_review(request, found, back, is_regional=True, refusal=verdict.reason)


@keepers
def remove_review(request: HttpRequest, plan: int, review: int) -> HttpResponse:
    found = _shared_plan(request, plan)
    if not _keeps_region_of(request, found):
        raise Http404
    return ask_to_take_back(request, found, review, reverse("plan:region_plan", args=[found.pk]), is_regional=True)


@keepers
def formats(request: HttpRequest) -> HttpResponse:
    region = region_or_404(request, Deed.KEEP_REGIONAL)
    table = region_plans.formats_table(queries.formats_ever(region.pk), request.as_at, request.path)
    context = {"table": table, "tabs": frame.region_places("plan:formats")}
    return table_download(request, table) or render(request, "plan/formats.html", context)


def _format(request: HttpRequest, pk: int, *, own: bool = False) -> PlanFormat:
    region = region_or_404(request, Deed.KEEP_REGIONAL)
    found = queries.format_in(region.pk, pk)
    if found is None or (own and found.region_id is None):
        raise Http404
    return found


@keepers
def format_page(request: HttpRequest, format: int) -> HttpResponse:
    found = _format(request, format)
    crumbs = ({"text": "Formats of plans", "href": reverse("plan:formats")}, {"text": found.title, "href": ""})
    is_used = queries.is_used(found)
    page = presented.format_page(found, None, "", "", request.as_at, crumbs, is_used)
    context = {"page": page, "is_own": found.region_id is not None, "sections": list(found.sections.all())}
    return render(request, "plan/format.html", context)


def _to_format(format: PlanFormat) -> str:
    return reverse("plan:format", args=[format.pk])


@keepers
def add_format(request: HttpRequest) -> HttpResponse:
    region = region_or_404(request, Deed.KEEP_REGIONAL)
    form = forms.NewFormatForm(request.POST or None)

    def do(data: dict[str, Any]) -> PlanFormat:
        asked = [commands.Asked(one) for one in data.pop("required")]
        offered = [commands.Asked(one, is_required=False) for one in data.pop("optional")]
        return commands.record_format(
            region=region, started_on=request.today, sections=(*asked, *offered), by=request.user, **data
        )

    return ask(
        request,
        form,
        title="Ask for a plan",
        button="Ask for it",
        do=do,
        to=_to_format,
        back=reverse("plan:formats"),
        hint="Every partnership of the region is asked for it from today.",
    )


@keepers
def correct_format(request: HttpRequest, format: int) -> HttpResponse:
    found = _format(request, format, own=True)
    form = forms.FormatForm(request.POST or None, initial=forms.initial_of_format(found))
    return ask(
        request,
        form,
        title="Correct this format",
        button="Save",
        do=lambda data: commands.correct_format(format=found, by=request.user, **data),
        to=_to_format,
        back=_to_format(found),
    )


@keepers
def new_version(request: HttpRequest, format: int) -> HttpResponse:
    found = _format(request, format, own=True)
    form = forms.FromDayForm(request.POST or None, initial={"on": request.today})
    return ask(
        request,
        form,
        title="Make a new version",
        button="Make the new version",
        do=lambda data: commands.new_version(format=found, by=request.user, **data),
        to=_to_format,
        back=_to_format(found),
        text=found.title,
        hint="It begins with the same sections. Plans made on this version keep it.",
    )


@keepers
def end_format(request: HttpRequest, format: int) -> HttpResponse:
    found = _format(request, format, own=True)
    form = forms.FromDayForm(request.POST or None, initial={"on": request.today})
    return ask(
        request,
        form,
        title="Ask for this plan no longer",
        button="End it",
        do=lambda data: commands.end_format(format=found, by=request.user, **data),
        to=_to_format,
        back=_to_format(found),
        text=found.title,
    )


@keepers
def add_section(request: HttpRequest, format: int) -> HttpResponse:
    found = _format(request, format, own=True)
    form = forms.SectionForm(request.POST or None)
    return ask(
        request,
        form,
        title="Add a section",
        button="Add the section",
        do=lambda data: commands.add_section(format=found, by=request.user, **data),
        to=lambda _: _to_format(found),
        back=_to_format(found),
        text=found.title,
    )


@keepers
@require_POST
def drop_section(request: HttpRequest, format: int, section: int) -> HttpResponse:
    found = _format(request, format, own=True)
    row = next((one for one in found.sections.all() if one.pk == section), None)
    if row is None:
        raise Http404
    try:
        commands.drop_section(section=row, by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.reason)
    return redirect(_to_format(found))
