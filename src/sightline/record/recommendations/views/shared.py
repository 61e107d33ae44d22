"""What views of recommendations share: finding the one that the address names, and the way back to it."""

from django.http import Http404, HttpRequest

from .. import policy, queries
from ..models import Recommendation
from ..presenters.words import page_href


def found_in(request: HttpRequest, pk: int) -> Recommendation:
    """In the register of the partnership in scope: kept by it, or issued to it."""
    found = queries.recommendation_in(request.scope, pk, request.as_at)
    if found is None:
        raise Http404
    return found


def kept_by(request: HttpRequest, pk: int) -> Recommendation:
    """Kept by the partnership in scope: its words are its own to change."""
    found = found_in(request, pk)
    if found.partnership_id != request.scope.pk:
        raise Http404
    return found


def back_to(request: HttpRequest, recommendation: Recommendation) -> str:
    return page_href(request.scope.slug, recommendation.pk)


def may_keep(request: HttpRequest) -> bool:
    """Whether the viewer may change things here, on the day that is looked at."""
    may = policy.may_keep_recommendations(request.viewer, request.scope.pk)
    return bool(may) and request.as_at == request.today
