"""What pages of plans look for first; what is not there, or not this partnership's, answers 404."""

from typing import Any

from django.http import Http404, HttpRequest

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import partnerships_overseen_by, partnerships_visible_to

from .. import policy, queries
from ..models import Objective, Plan, PlanFormat, Priority, Theme


def priority_or_404(request: HttpRequest, pk: int) -> Priority:
    return _found(queries.priority_in(request.scope, pk, request.as_at))


def objective_or_404(request: HttpRequest, pk: int) -> Objective:
    return _found(queries.objective_in(request.scope, pk))


def format_or_404(request: HttpRequest, pk: int) -> PlanFormat:
    return _found(queries.format_for(request.scope, pk))


def plan_or_404(request: HttpRequest, pk: int) -> Plan:
    return _found(queries.plan_in([request.scope.pk], pk, request.as_at))


def region_or_404(request: HttpRequest, deed: Deed = Deed.OVERSEE) -> Partnership:
    """The region that the viewer oversees; who oversees several names one (`?region=slug`)."""
    regions = partnerships_visible_to(request.viewer, deed)
    asked = request.GET.get("region", "")
    return _found((regions.filter(slug=asked) if asked else regions).order_by("name").first())


def neighbours(request: HttpRequest, region: Partnership) -> list[Partnership]:
    """The partnerships of a region that run on the day shown, whether or not they share anything."""
    rows = partnerships_overseen_by(request.viewer).filter(queries.running_on(request.as_at), overseen_by=region)
    return list(rows.order_by("short_name"))


def theme_or_404(request: HttpRequest, pk: int) -> Theme:
    return _found(queries.theme_in(region_or_404(request, Deed.KEEP_REGIONAL).pk, pk))


def may_keep(request: HttpRequest) -> bool:
    is_today = request.as_at == request.today
    return is_today and bool(policy.may_keep_priorities(request.viewer, request.scope.pk))


def _found(thing: Any) -> Any:
    if thing is None:
        raise Http404
    return thing
