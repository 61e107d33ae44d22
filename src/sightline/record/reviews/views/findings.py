"""Findings of a review, what it recommends and who does what by when, and the figures it published."""

from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask

from .. import commands
from ..forms import findings as forms
from ..forms.practice import NothingForm
from ..models import Finding
from .practice_loading import finding_or_404, made_or_404, review_or_404, to

READ_BY_ALL = (
    "It goes into the register of recommendations, which every member reads from today, whether or not the review is "
    "published. The register names the review by its reference alone."
)


@opens_with(Deed.KEEP_REVIEWS)
def add_finding(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    return _asked(
        request,
        found.pk,
        forms.FindingForm(request.POST or None, partnership=request.scope),
        title="Add a finding",
        button="Add the finding",
        do=lambda data: commands.record_finding(review=found, by=request.user, on=request.today, **data),
    )


@opens_with(Deed.KEEP_REVIEWS)
def correct_finding(request: HttpRequest, review: int, finding: int) -> HttpResponse:
    found = finding_or_404(request, review, finding)
    initial = {"number": found.number, "text": found.text}
    initial["agencies"] = list(found.agencies.values_list("organisation_id", flat=True))

    def do(data: dict[str, Any]) -> None:
        commands.correct_finding(finding=found, text=data["text"], number=data["number"], by=request.user)
        commands.set_agencies(finding=found, agencies=data["agencies"], by=request.user)

    form = forms.FindingForm(request.POST or None, partnership=request.scope, initial=initial)
    return _asked(request, review, form, title="Correct this finding", button="Save", do=do)


@opens_with(Deed.KEEP_REVIEWS)
def remove_finding(request: HttpRequest, review: int, finding: int) -> HttpResponse:
    found = finding_or_404(request, review, finding)
    return _asked(
        request,
        review,
        NothingForm(request.POST if request.method == "POST" else None),
        title="Remove this finding",
        text=found.text,
        button="Remove the finding",
        do=lambda data: commands.remove_finding(finding=found, by=request.user),
        warning=True,
    )


@opens_with(Deed.KEEP_REVIEWS)
def finding_themes(request: HttpRequest, review: int, finding: int) -> HttpResponse:
    found = finding_or_404(request, review, finding)
    held = list(found.themes.values_list("theme_id", flat=True))
    form = forms.ThemesForm(
        request.POST or None, partnership=request.scope, on=request.today, held=held, initial={"themes": held}
    )
    return _asked(
        request,
        review,
        form,
        title="Themes of this finding",
        text=found.text,
        button="Save the themes",
        do=lambda data: _settle(found, list(data["themes"]), request.user),
    )


def _settle(finding: Finding, wanted: list, by: Any) -> None:
    for theme in wanted:
        commands.add_theme(finding=finding, theme=theme, by=by)
    for link in finding.themes.exclude(theme__in=wanted).select_related("theme"):
        commands.refuse_theme(finding=finding, theme=link.theme, by=by)


@opens_with(Deed.KEEP_REVIEWS)
def recommend(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    return _asked(
        request,
        found.pk,
        forms.RecommendForm(request.POST or None, review=found),
        title="Add a recommendation",
        hint=READ_BY_ALL,
        button="Add the recommendation",
        do=lambda data: commands.recommend(review=found, by=request.user, **data),
    )


@opens_with(Deed.KEEP_ACTIONS)
def answer(request: HttpRequest, review: int, made: int) -> HttpResponse:
    found = made_or_404(request, review, made)
    return _asked(
        request,
        review,
        forms.ActionForm(request.POST or None, partnership=request.scope, on=request.today),
        title="Who does what by when",
        text=found.recommendation.text,
        button="Raise the action",
        do=lambda data: commands.answer_with_action(made=found, on=request.today, by=request.user, **data),
        said="The action is raised and answers the recommendation.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def take_back(request: HttpRequest, review: int, made: int) -> HttpResponse:
    found = made_or_404(request, review, made)
    return _asked(
        request,
        review,
        NothingForm(request.POST if request.method == "POST" else None),
        title="Remove this recommendation",
        text=found.recommendation.text,
        hint="For one that was entered by mistake. One that was answered stays.",
        button="Remove the recommendation",
        do=lambda data: commands.take_back_recommendation(made=found, by=request.user),
        warning=True,
    )


@opens_with(Deed.KEEP_REVIEWS)
def add_figure(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    return _asked(
        request,
        review,
        forms.FigureForm(request.POST or None),
        title="Add a figure",
        hint="Only counts that the report itself has published, with small numbers as it wrote them.",
        button="Add the figure",
        do=lambda data: commands.record_figure(review=found, by=request.user, **data),
    )


@opens_with(Deed.KEEP_REVIEWS)
def remove_figure(request: HttpRequest, review: int, figure: int) -> HttpResponse:
    found = review_or_404(request, review).figures.filter(pk=figure).first()
    if found is None:
        raise Http404
    return _asked(
        request,
        review,
        NothingForm(request.POST if request.method == "POST" else None),
        title="Remove this figure",
        text=str(found),
        button="Remove the figure",
        do=lambda data: commands.remove_figure(figure=found, by=request.user),
        warning=True,
    )


def _asked(request: HttpRequest, review: int, form: Form, **more: Any) -> HttpResponse:
    there = to(request, "review", review=review)
    return ask(request, form, to=lambda _: there, back=there, **more)
