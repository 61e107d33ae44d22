"""A partnership's register of required plans, one plan, and the deeds on it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download
from sightline.foundation.library.queries import document_visible_to, documents_visible_to
from sightline.kernel.verdict import Refused

from .. import commands, policy, queries
from ..domain import Judgement, Outcome
from ..forms import plans as forms
from ..models import Plan, PlanFormat
from ..presenters import plans as presented
from .loading import format_or_404, may_keep, plan_or_404

keepers = opens_with(Deed.KEEP_PRIORITIES)


@opens_with(Deed.READ)
def register(request: HttpRequest) -> HttpResponse:
    rows = queries.plan_rows([request.scope], queries.region_for(request.scope), request.as_at, with_owners=True)
    table = presented.register_table(rows.values(), request.scope.slug, request.path)
    return table_download(request, table) or render(request, "plan/plans.html", {"table": table})


def _crumbs(request: HttpRequest, *more: tuple[str, str]) -> tuple[dict[str, str], ...]:
    first = {"text": "Required plans", "href": reverse("plan:plans", args=[request.scope.slug])}
    return (first, *({"text": text, "href": href} for text, href in more))


@opens_with(Deed.READ)
def plans_of(request: HttpRequest, format: int) -> HttpResponse:
    """What one format asks for, and every version of the partnership's plan."""
    found = format_or_404(request, format)
    waiver = queries.waiver_of(request.scope, found, request.as_at)
    page = presented.format_page(
        found,
        queries.plans_against(request.scope, found, request.as_at),
        waiver.reason if waiver else "",
        request.scope.slug,
        request.as_at,
        _crumbs(request, (found.title, "")),
    )
    return render(request, "plan/plans_of.html", {"page": page, "may_keep": may_keep(request)})


@opens_with(Deed.READ)
def plan_page(request: HttpRequest, plan: int) -> HttpResponse:
    found = plan_or_404(request, plan)
    may = may_keep(request)
    page = presented.plan_page(
        found,
        queries.reviews_of(found, request.as_at),
        _document_href(request, found),
        request.scope,
        request.as_at,
        request.path,
        _crumbs(
            request,
            (found.format.title, presented.format_href(request.scope.slug, found.format_id)),
            (f"Version {found.version}", ""),
        ),
        is_own=True,
        may_take_back=may,
    )
    context = {
        "page": page,
        "may_keep": may,
        "may_review": may and bool(policy.may_review_plan(request.viewer, found, is_regional=False)),
    }
    return table_download(request, page.sections) or render(request, "plan/plan.html", context)


def _document_href(request: HttpRequest, plan: Plan) -> str:
    """Only to those who may know of the document."""
    if plan.document_id is None:
        return ""
    seen = document_visible_to(request.viewer, request.scope, plan.document_id)
    return reverse("library:document", args=[request.scope.slug, seen.pk]) if seen else ""


def _to_plan(request: HttpRequest, plan: Plan) -> str:
    return presented.plan_href(request.scope.slug, plan.pk)


def _form(request: HttpRequest, initial: dict[str, Any], format: PlanFormat) -> forms.PlanForm:
    documents = documents_visible_to(request.viewer, request.scope)
    form = forms.PlanForm(
        request.POST or None, initial=initial, partnership=request.scope, documents=documents, on=request.today
    )
    form.say_interval(format)
    return form


@keepers
def submit_plan(request: HttpRequest, format: int) -> HttpResponse:
    """The first plan on a format, the next one, or one that was returned and is mended."""
    found = format_or_404(request, format)
    earlier = queries.plans_against(request.scope, found, request.today)
    form = _form(request, forms.next_after(earlier[0]) if earlier else {"title": found.title}, found)
    return ask(
        request,
        form,
        title="Submit the next version" if earlier else "Submit a plan",
        button="Submit",
        do=lambda data: commands.submit_plan(
            partnership=request.scope, format=found, on=request.today, by=request.user, **data
        ),
        to=lambda plan: reverse("plan:mark_sections", args=[request.scope.slug, plan.pk]),
        back=presented.format_href(request.scope.slug, found.pk),
        text=found.title,
        hint="What the sections said is taken over from the version before." if earlier else "",
        said="The plan is submitted. Say what it holds.",
    )


@keepers
def correct_plan(request: HttpRequest, plan: int) -> HttpResponse:
    found = plan_or_404(request, plan)
    form = _form(request, forms.initial_of_plan(found), found.format)
    return ask(
        request,
        form,
        title="Correct this plan",
        button="Save",
        do=lambda data: commands.correct_plan(plan=found, by=request.user, **data),
        to=lambda _: _to_plan(request, found),
        back=_to_plan(request, found),
        text=found.title,
    )


@keepers
def mark_sections(request: HttpRequest, plan: int) -> HttpResponse:
    found = plan_or_404(request, plan)
    form = forms.SectionsForm(request.POST or None, plan=found)
    return ask(
        request,
        form,
        title="What does the plan hold?",
        button="Save",
        do=lambda _: commands.mark_sections(plan=found, sections=form.parts(), by=request.user),
        to=lambda _: _to_plan(request, found),
        back=_to_plan(request, found),
        text=found.title,
        said="Saved.",
    )


@keepers
def review_plan(request: HttpRequest, plan: int) -> HttpResponse:
    """By a second person of the partnership."""
    found = plan_or_404(request, plan)
    verdict = policy.may_review_plan(request.viewer, found, is_regional=False)
    return ask_review(request, found, _to_plan(request, found), is_regional=False, refusal=verdict.reason)


def ask_review(request: HttpRequest, plan: Plan, back: str, *, is_regional: bool, refusal: str) -> HttpResponse:
    form = forms.ReviewForm(request.POST or None, plan=plan)

    def do(data: dict[str, Any]) -> None:
        if refusal:
            raise Refused(refusal)
        commands.review_plan(
            plan=plan,
            on=request.today,
            overall=Judgement(data["overall"]),
            outcome=Outcome(data["outcome"]),
            comments=data["comments"],
            resubmit_by=data["resubmit_by"],
            judgements=form.judgements(),
            is_regional=is_regional,
            by=request.user,
        )

    return ask(
        request,
        form,
        title="Review the quality of this plan",
        button="Save the review",
        do=do,
        to=lambda _: back,
        back=back,
        text=plan.title,
        hint=refusal,
        said="The review is saved.",
    )


@keepers
def remove_review(request: HttpRequest, plan: int, review: int) -> HttpResponse:
    found = plan_or_404(request, plan)
    return ask_to_take_back(request, found, review, _to_plan(request, found), is_regional=False)


def ask_to_take_back(request: HttpRequest, plan: Plan, review: int, back: str, *, is_regional: bool) -> HttpResponse:
    """Each side takes back its own reviews only."""
    found = plan.reviews.filter(pk=review, is_regional=is_regional).first()
    if found is None:
        raise Http404
    return ask(
        request,
        forms.forms.Form(request.POST if request.method == "POST" else None),
        title="Remove a quality review entered by mistake",
        button="Remove the review",
        do=lambda _: commands.remove_review(review=found, by=request.user),
        to=lambda _: back,
        back=back,
        text=plan.title,
        said="The review is removed. The trail keeps what it said.",
        warning=True,
    )


@keepers
def remove_plan(request: HttpRequest, plan: int) -> HttpResponse:
    found = plan_or_404(request, plan)
    form = forms.forms.Form(request.POST if request.method == "POST" else None)
    return ask(
        request,
        form,
        title="Remove a plan entered by mistake",
        button="Remove the plan",
        do=lambda _: commands.remove_plan(plan=found, by=request.user),
        to=lambda _: reverse("plan:plans", args=[request.scope.slug]),
        back=_to_plan(request, found),
        text=found.title,
        said="The plan is removed. The trail keeps what it said.",
        warning=True,
    )


@keepers
def say_not_needed(request: HttpRequest, format: int) -> HttpResponse:
    found = format_or_404(request, format)
    form = forms.ReasonForm(request.POST or None)
    back = presented.format_href(request.scope.slug, found.pk)
    return ask(
        request,
        form,
        title="Say that this plan does not apply",
        button="Save",
        do=lambda data: commands.say_not_needed(
            partnership=request.scope, format=found, on=request.today, by=request.user, **data
        ),
        to=lambda _: back,
        back=back,
        text=found.title,
    )


@keepers
@require_POST
def say_needed(request: HttpRequest, format: int) -> HttpResponse:
    found = format_or_404(request, format)
    commands.say_needed(partnership=request.scope, format=found, on=request.today, by=request.user)
    messages.success(request, "The plan is asked for again.")
    return redirect(presented.format_href(request.scope.slug, found.pk))
