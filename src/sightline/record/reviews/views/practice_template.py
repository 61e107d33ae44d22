"""A practice review on its template."""

from datetime import timedelta
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask

from .. import commands
from ..domain.practice import PanelPart, Parallel, Part, Section, sections_of
from ..forms import practice as forms
from ..models import PracticeReview
from ..presenters import practice_template as presenters
from ..presenters.practice_review import papers_of
from ..queries import practice as queries
from .practice_loading import may_keep, page_of, practice_or_404, review_or_404, to


@opens_with(Deed.READ)
def template(request: HttpRequest, review: int) -> HttpResponse:
    practice = practice_or_404(request, review)
    found, slug = practice.review, request.scope.slug
    page = presenters.template_page(
        practice,
        queries.findings_of(found),
        queries.recommended_by(found, request.as_at),
        slug,
        request.as_at,
        may_keep=may_keep(request),
        papers=papers_of(found, slug),
    )
    return page_of(request, "template", review_or_404(request, review), "template", page=page)


@opens_with(Deed.KEEP_REVIEWS)
def open_template(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    there = to(request, "template", review=found.pk)
    return ask(
        request,
        forms.DecisionForm(request.POST or None),
        title="Put this review on the template",
        button="Open the template",
        do=lambda data: commands.open_practice_review(review=found, by=request.user, **data),
        to=lambda _: there,
        back=to(request, "review", review=found.pk),
        hint="Left empty, the day is taken from the rapid review that it follows, where one decided for it.",
        said="The review is on the template.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def decision(request: HttpRequest, review: int) -> HttpResponse:
    practice = practice_or_404(request, review)
    return _asked(
        request,
        practice,
        forms.DecisionForm(request.POST or None, initial={"decided_on": practice.decided_on}),
        title="The day of the decision to review",
        button="Save",
        do=lambda data: commands.record_decision_day(practice=practice, by=request.user, **data),
        to_page="publication",
    )


@opens_with(Deed.KEEP_REVIEWS)
def section(request: HttpRequest, review: int, section: str) -> HttpResponse:
    """Fills one part of the template; parts that the record fills have pages of their own."""
    practice = practice_or_404(request, review)
    asked = _section(practice, section)
    makers = {Part.WORDS: _words, Part.PERIOD: _period, Part.PARALLEL: _parallel}
    if asked.part not in makers:
        raise Http404
    form, do = makers[asked.part](request, practice, asked)
    return _asked(request, practice, form, title=asked.heading, hint=asked.asks, button="Save", do=do)


def _section(practice: PracticeReview, code: str) -> Section:
    found = next((one for one in sections_of(practice.edition) if one.code == code), None)
    if found is None:
        raise Http404
    return found


def _words(request: HttpRequest, practice: PracticeReview, asked: Section) -> tuple[Form, Any]:
    text = next((one.text for one in practice.sections.all() if one.code == asked.code), "")
    form = forms.WordsForm(request.POST or None, label="In the review’s words", initial={"text": text})
    return form, lambda data: commands.fill_section(
        practice=practice, code=asked.code, text=data["text"], by=request.user
    )


def _period(request: HttpRequest, practice: PracticeReview, asked: Section) -> tuple[Form, Any]:
    last = practice.ended_on - timedelta(days=1) if practice.ended_on else None
    form = forms.PeriodForm(request.POST or None, initial={"started_on": practice.started_on, "last_day": last})

    def do(data: dict[str, Any]) -> None:
        ended_on = data["last_day"] + timedelta(days=1) if data["last_day"] else None
        commands.set_period(practice=practice, started_on=data["started_on"], ended_on=ended_on, by=request.user)

    return form, do


def _parallel(request: HttpRequest, practice: PracticeReview, asked: Section) -> tuple[Form, Any]:
    initial = {"has_parallel": forms.as_choice(practice.has_parallel), "kinds": practice.parallel_kinds}
    form = forms.ParallelForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> None:
        kinds = [Parallel(kind) for kind in data["kinds"]]
        answer = forms.yes_or_no(data["has_parallel"])
        commands.set_parallel(practice=practice, has_parallel=answer, kinds=kinds, by=request.user)

    return form, do


@opens_with(Deed.KEEP_REVIEWS)
def not_applicable(request: HttpRequest, review: int, section: str) -> HttpResponse:
    practice = practice_or_404(request, review)
    asked = _section(practice, section)
    because = next((x.not_applicable_because for x in practice.sections.all() if x.code == asked.code), "")
    return _asked(
        request,
        practice,
        forms.NotApplicableForm(request.POST or None, initial={"reason": because}),
        title=f"{asked.heading}: does not apply",
        button="Save the reason",
        do=lambda data: commands.say_not_applicable(
            practice=practice, code=asked.code, reason=data["reason"], by=request.user
        ),
    )


@opens_with(Deed.KEEP_REVIEWS)
def appoint(request: HttpRequest, review: int) -> HttpResponse:
    practice = practice_or_404(request, review)

    def do(data: dict[str, Any]) -> None:
        data["is_independent"] = forms.yes_or_no(data["is_independent"])
        commands.appoint_reviewer(practice=practice, by=request.user, **data)

    form = forms.ReviewerForm(request.POST or None, partnership=request.scope)
    return _asked(request, practice, form, title="Add a reviewer", button="Add the reviewer", do=do)


@opens_with(Deed.KEEP_REVIEWS)
def take_off_reviewer(request: HttpRequest, review: int, reviewer: int) -> HttpResponse:
    practice = practice_or_404(request, review)
    found = next((one for one in practice.reviewers.all() if one.pk == reviewer), None)
    if found is None:
        raise Http404
    return _asked(
        request,
        practice,
        forms.NothingForm(request.POST if request.method == "POST" else None),
        title=f"Take {found.name} off this review",
        button="Take off",
        do=lambda data: commands.take_off_reviewer(reviewer=found, by=request.user),
        warning=True,
    )


@opens_with(Deed.KEEP_REVIEWS)
def put_on_panel(request: HttpRequest, review: int) -> HttpResponse:
    practice = practice_or_404(request, review)

    def do(data: dict[str, Any]) -> None:
        who = data["who"]
        commands.put_on_panel(
            practice=practice,
            post=who.post,
            organisation=who.organisation,
            part=PanelPart(data["part"]),
            by=request.user,
        )

    form = forms.PanelForm(request.POST or None, partnership=request.scope, on=request.today)
    return _asked(request, practice, form, title="Add a post or agency to the panel", button="Add to the panel", do=do)


@opens_with(Deed.KEEP_REVIEWS)
def take_off_panel(request: HttpRequest, review: int, seat: int) -> HttpResponse:
    practice = practice_or_404(request, review)
    found = next((one for one in practice.panel.all() if one.pk == seat), None)
    if found is None:
        raise Http404
    return _asked(
        request,
        practice,
        forms.NothingForm(request.POST if request.method == "POST" else None),
        title=f"Take {found} off the panel",
        button="Take off",
        do=lambda data: commands.take_off_panel(seat=found, by=request.user),
        warning=True,
    )


def _asked(
    request: HttpRequest, practice: PracticeReview, form: Form, *, to_page: str = "template", **more: Any
) -> HttpResponse:
    there = to(request, to_page, review=practice.pk)
    return ask(request, form, to=lambda _: there, back=there, **more)
