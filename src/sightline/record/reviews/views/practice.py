"""The register of reviews and the page of each."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download

from .. import commands
from ..domain import ReviewKind
from ..forms import practice as forms
from ..models import Review
from ..presenters import practice_frame as frame
from ..presenters import practice_review as presenters
from ..presenters import practice_template as template
from ..presenters.added import ON_FINDINGS
from ..queries import practice as queries
from .practice_loading import added_to, answered, may_keep, page_of, review_or_404, to


@opens_with(Deed.READ)
def register(request: HttpRequest) -> HttpResponse:
    """Reviews of every kind and time; who may not read incidents sees the published ones."""
    show = request.GET.get("show", "all")
    kinds = frame.kinds_of(show)
    if kinds is None:
        raise Http404
    rows = list(queries.register_of(request.viewer, request.scope, request.as_at))
    reads_all = request.viewer.may(Deed.READ_INCIDENTS, request.scope.pk)
    table = frame.register_table(
        [one for one in rows if one.kind in kinds],
        request.scope.slug,
        request.as_at,
        request.path,
        empty=frame.EMPTY if reads_all else frame.EMPTY_TO_OTHERS,
    )
    context = {
        "table": table,
        "tabs": frame.register_tabs(show, request.path, [one.kind for one in rows]),
        "reads_all": reads_all,
        "may_keep": may_keep(request),
    }
    return table_download(request, table) or render(request, "reviews/register.html", context)


@opens_with(Deed.READ)
def review(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    keeps = may_keep(request)
    acts = request.viewer.may(Deed.KEEP_ACTIONS, request.scope.pk)
    page = presenters.review_page(
        found,
        queries.findings_of(found),
        queries.recommended_by(found, request.as_at),
        found.figures.all(),
        request.scope.slug,
        request.as_at,
        may_keep=keeps,
        may_act=keeps and acts,
        added=lambda finding: added_to(request, ON_FINDINGS, finding),
    )
    return page_of(request, "review", found, "review", page=page)


@opens_with(Deed.READ)
def paper(request: HttpRequest, review: int, form: str) -> HttpResponse:
    """The whole review as Word or accessible PDF: on its template, or what it found and recommends."""
    found = review_or_404(request, review)
    slug, on = request.scope.slug, request.as_at
    practice, findings = queries.practice_of(found), queries.findings_of(found)
    recommended = queries.recommended_by(found, on)
    page = None
    if practice is not None:
        page = template.template_page(practice, findings, recommended, slug, on, may_keep=False, papers=())
        sections = template.paper_sections(page)
    else:
        sections = template.bare_sections(findings, recommended, slug, on)
    return answered(template.review_paper(found, page, sections, on), form, found.reference)


@opens_with(Deed.KEEP_REVIEWS)
def record(request: HttpRequest) -> HttpResponse:
    form = forms.RecordReviewForm(request.POST or None, partnership=request.scope)

    def do(data: dict[str, Any]) -> Review:
        on_template, decided_on = data.pop("on_template"), data.pop("decided_on")
        made = commands.record_review(
            partnership=request.scope, by=request.user, **data | {"kind": ReviewKind(data["kind"])}
        )
        if on_template or decided_on:
            commands.open_practice_review(review=made, decided_on=decided_on, by=request.user)
        return made

    return ask(
        request,
        form,
        title="Record a review",
        button="Record the review",
        do=do,
        to=lambda made: to(request, "review", review=made.pk),
        back=to(request, "register"),
        said="The review is recorded.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def correct(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    initial = {name: getattr(found, name) for name in forms.CorrectReviewForm.base_fields}
    return _asked(
        request,
        found,
        forms.CorrectReviewForm(request.POST or None, initial=initial),
        title="Correct what is said of this review",
        button="Save",
        do=lambda data: commands.correct_review(review=found, by=request.user, **data),
    )


@opens_with(Deed.KEEP_REVIEWS)
def remove(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    return ask(
        request,
        forms.NothingForm(request.POST if request.method == "POST" else None),
        title=f"Remove {found.reference}",
        button="Remove the review",
        do=lambda data: commands.remove_review(review=found, by=request.user),
        to=lambda _: to(request, "register"),
        back=to(request, "review", review=found.pk),
        hint="For one that was entered by mistake. One with findings, recommendations or letters stays.",
        said="The review is removed.",
        warning=True,
    )


def _asked(request: HttpRequest, found: Review, form: Any, *, to_page: str = "review", **more: Any) -> HttpResponse:
    there = to(request, to_page, review=found.pk)
    return ask(request, form, to=lambda _: there, back=there, **more)
