"""What pages of reviews load, and how they go back."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.presenters.added import Added, AddedLink
from sightline.foundation.design import pdf, word
from sightline.foundation.design.blocks import Paper
from sightline.foundation.design.responses import download

from ..models import Finding, PracticeReview, Review, ReviewRecommendation
from ..presenters import practice_frame as frame
from ..queries import practice as queries


def review_or_404(request: HttpRequest, pk: int) -> Review:
    found = queries.review_in(request.viewer, request.scope, pk)
    if found is None:
        raise Http404
    return found


def practice_or_404(request: HttpRequest, pk: int) -> PracticeReview:
    found = queries.practice_of(review_or_404(request, pk))
    if found is None:
        raise Http404
    return found


def finding_or_404(request: HttpRequest, review: int, pk: int) -> Finding:
    found = queries.finding_in(review_or_404(request, review), pk)
    if found is None:
        raise Http404
    return found


def made_or_404(request: HttpRequest, review: int, pk: int) -> ReviewRecommendation:
    found = queries.recommendation_of(review_or_404(request, review), pk)
    if found is None:
        raise Http404
    return found


def may_keep(request: HttpRequest) -> bool:
    """Only today: what was the case on a past day is read, not changed."""
    return request.viewer.may(Deed.KEEP_REVIEWS, request.scope.pk) and request.as_at == request.today


def added_to(request: HttpRequest, held: Added, thing: Any) -> tuple[AddedLink, ...]:
    """Links of rooms above; they lead to deeds of today."""
    return held.links(request.viewer, request.scope, thing) if request.as_at == request.today else ()


def page_of(request: HttpRequest, template: str, review: Review, current: str, **context: Any) -> HttpResponse:
    framed = frame.frame_of(review, request.scope.slug, current, request.as_at, may_keep=may_keep(request))
    return render(request, f"reviews/{template}.html", {"frame": framed, **context})


def to(request: HttpRequest, name: str, **parts: Any) -> str:
    return frame.href(request.scope.slug, name, **parts)


def answered(made: Paper, form: str, name: str) -> HttpResponse:
    if form == "pdf":
        return download(pdf.paper_pdf(made), pdf.MEDIA_TYPE, f"{slugify(name)}.pdf")
    return download(word.paper_docx(made), word.MEDIA_TYPE, f"{slugify(name)}.docx")
