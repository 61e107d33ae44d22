"""The rapid review as a working page for its fifteen days, and what is entered on it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import paper_download, table_download

from .. import commands
from ..domain.clocks import Start
from ..domain.rapid import Met
from ..forms import rapid as forms
from ..models import RapidReview, RapidStep
from ..presenters import rapid as presenters
from ..presenters import rapid_paper
from ..presenters.rapid_register import register as rapid_register_table
from ..queries import rapid as queries
from .rapid_loading import address, confirming, may_keep, rapid_or_404


@opens_with(Deed.READ_INCIDENTS)
def rapid_register(request: HttpRequest) -> HttpResponse:
    reviews = queries.rapid_reviews_of(request.scope, request.as_at)
    table = rapid_register_table(reviews, queries.partners_by_day(request.scope), request.scope.slug, request.as_at)
    if answer := table_download(request, table):
        return answer
    return render(request, "reviews/rapid_reviews.html", {"table": table, "may_keep": may_keep(request)})


def _page(request: HttpRequest, found: RapidReview) -> presenters.RapidPage:
    ratifies = request.as_at == request.today and request.viewer.may(Deed.RATIFY_REVIEWS, request.scope.pk)
    speaks_for = queries.bodies_spoken_for(request.user.pk, request.today) if ratifies else ()
    return presenters.rapid_page(found, request.as_at, may_keep(request), speaks_for)


@opens_with(Deed.READ_INCIDENTS)
def rapid_page(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    context = {"page": _page(request, found), "may_keep": may_keep(request)}
    return render(request, "reviews/rapid_review.html", context)


@opens_with(Deed.READ_INCIDENTS)
def rapid_file(request: HttpRequest, rapid: int, form: str) -> HttpResponse:
    """The record of the review as Word or accessible PDF."""
    found = rapid_or_404(request, rapid)
    made = rapid_paper.paper_of(found, _page(request, found), request.as_at)
    return paper_download(made, form, f"rapid-review-{found.pk}")


def ask_about(request: HttpRequest, rapid: RapidReview, form: Any, anchor: str = "", **kwargs: Any) -> HttpResponse:
    """A form about one review, leading back to its page at the part that changed."""
    page = address(request, "rapid", anchor, rapid=rapid.pk)
    return ask(request, form, to=lambda done: page, back=page, **kwargs)


@opens_with(Deed.KEEP_REVIEWS)
def record(request: HttpRequest) -> HttpResponse:
    """An old review of which no incident is kept."""
    return ask(
        request,
        forms.StandaloneForm(request.POST or None),
        title="Record an earlier rapid review",
        button="Record it",
        hint="For a review of which no incident is kept here. A new one is opened on its incident’s page.",
        do=lambda data: commands.open_rapid_review(
            partnership=request.scope,
            reference=data["reference"],
            on=data["opened_on"],
            counted_from=data["counted_from"],
            with_plan=False,
            by=request.user,
        ),
        to=lambda made: address(request, "rapid", rapid=made.pk),
        back=address(request, "rapid_reviews"),
        said="The rapid review is recorded.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def change_start(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    if found.incident is None:
        form = forms.CountedFromForm(request.POST or None, initial={"counted_from": found.counted_from})
    else:
        form = forms.StartForm(request.POST or None, initial={"start": found.start})

    def do(data: dict[str, Any]) -> RapidReview:
        start = Start(data.get("start", found.start))
        return commands.change_start(rapid=found, start=start, counted_from=data.get("counted_from"), by=request.user)

    return ask_about(
        request,
        found,
        form,
        title="Change where the days are counted from",
        button="Save",
        hint="Every date of the plan moves with it.",
        do=do,
        said="The days are counted anew.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def checklist(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    known = {check.item: check for check in found.checks.all()}
    initial: dict[str, str] = {}
    for item in forms.CHECKLIST:
        check = known.get(item.code)
        initial |= {item.code: check.answer if check else Met.UNKNOWN, f"{item.code}_note": check.note if check else ""}
    form = forms.ChecklistForm(request.POST or None, initial=initial)
    return ask_about(
        request,
        found,
        form,
        "#checklist",
        title="What the review should hold",
        button="Save the checklist",
        do=lambda data: commands.answer_checks(rapid=found, answers=form.answers(), by=request.user),
        said="The checklist is saved.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def add_meeting(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    return ask_about(
        request,
        found,
        forms.MeetingForm(request.POST or None, partnership=request.scope, on=request.today),
        "#meetings",
        title="Record a meeting on this review",
        button="Save",
        do=lambda data: commands.record_rapid_meeting(rapid=found, by=request.user, **data),
        said="The meeting is recorded.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def remove_meeting(request: HttpRequest, rapid: int, meeting: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    one = found.meetings.filter(pk=meeting).first()
    if one is None:
        raise Http404
    return ask_about(
        request,
        found,
        confirming(request),
        "#meetings",
        title=f"Take off the meeting of {one}",
        button="Take it off",
        do=lambda data: commands.remove_rapid_meeting(meeting=one, by=request.user),
        said="The meeting is taken off this review.",
        warning=True,
    )


@opens_with(Deed.KEEP_REVIEWS)
def raise_action(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)

    def do(data: dict[str, Any]) -> Any:
        return commands.raise_rapid_action(
            rapid=found,
            what=data["what"],
            leads=[data["owner"]] if data["owner"] else [],
            due_on=data["due_on"],
            is_immediate=data["is_immediate"],
            on=request.today,
            by=request.user,
        )

    return ask_about(
        request,
        found,
        forms.RapidActionForm(request.POST or None, partnership=request.scope, on=request.today),
        "#learning",
        title="Raise an action from this review",
        button="Raise the action",
        do=do,
        said="The action is raised.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def add_finding(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    return ask_about(
        request,
        found,
        forms.FindingForm(request.POST or None, partnership=request.scope),
        "#learning",
        title="Write down what was learned",
        button="Save",
        do=lambda data: commands.record_finding(review=found.review, by=request.user, **data),
        said="The finding is saved.",
    )


def step_or_404(rapid: RapidReview, pk: int) -> RapidStep:
    one = rapid.steps.filter(pk=pk).first()
    if one is None:
        raise Http404
    return one


@opens_with(Deed.KEEP_REVIEWS)
def mark_step(request: HttpRequest, rapid: int, step: int) -> HttpResponse:
    """The button of a step: done today, or not done after all."""
    found = rapid_or_404(request, rapid)
    one = step_or_404(found, step)
    if request.method == "POST":
        commands.mark_step(step=one, done_on=None if one.done_on else request.today, by=request.user)
    return redirect(address(request, "rapid", "#plan", rapid=found.pk))


@opens_with(Deed.KEEP_REVIEWS)
def add_step(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    return ask_about(
        request,
        found,
        forms.StepForm(request.POST or None, partnership=request.scope, on=request.today),
        "#plan",
        title="Add a step to the plan",
        button="Add the step",
        do=lambda data: commands.add_step(rapid=found, by=request.user, **data),
        said="The step is added.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def change_step(request: HttpRequest, rapid: int, step: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    one = step_or_404(found, step)
    return ask_about(
        request,
        found,
        forms.StepForm(request.POST or None, initial=step_values(one), partnership=request.scope, on=request.today),
        "#plan",
        title="Change this step",
        button="Save",
        do=lambda data: commands.change_step(step=one, by=request.user, **data),
        said="The step is changed.",
    )


def step_values(step: Any) -> dict[str, Any]:
    names = ("day", "what", "owner_as_written")
    return {name: getattr(step, name) for name in names} | {"post": step.post_id, "board": step.board_id}


@opens_with(Deed.KEEP_REVIEWS)
def remove_step(request: HttpRequest, rapid: int, step: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    one = step_or_404(found, step)
    return ask_about(
        request,
        found,
        confirming(request),
        "#plan",
        title=f"Take “{one.what}” out of the plan",
        button="Take it out",
        do=lambda data: commands.remove_step(step=one, by=request.user),
        said="The step is taken out.",
        warning=True,
    )
