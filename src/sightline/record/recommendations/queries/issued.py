"""Recommendations that a region issues to its partnerships, and what each of them made of them."""

from collections.abc import Collection
from datetime import date

from django.db.models import Prefetch, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership

from ..domain import State
from ..models import AnsweringAction, Issued, Recommendation, Response
from .register import reach_across, state_on


def issued_by(viewer: Viewer, on: date) -> QuerySet[Recommendation]:
    """What the viewer's regions issued by the day, with to whom and every answer to it: six queries however many."""
    regions = viewer.partnerships(Deed.KEEP_REGIONAL)
    rows = Recommendation.objects.filter(partnership__in=regions, issued__on__lte=on).distinct()
    answering = AnsweringAction.objects.select_related("action")
    return rows.select_related("partnership", "superseded_by").prefetch_related(
        Prefetch("issued", Issued.objects.filter(on__lte=on).select_related("partnership")),
        Prefetch("responses", Response.objects.filter(on__lte=on).select_related("organisation", "board", "person")),
        Prefetch("answering", answering),
        "addressees__organisation",
        "themes__theme",
    )


def issued_in(viewer: Viewer, pk: int, on: date) -> Recommendation | None:
    return issued_by(viewer, on).filter(pk=pk).first()


def may_be_issued_to(region: Partnership, recommendation: Recommendation | None, on: date) -> QuerySet[Partnership]:
    """Partnerships of the region that do not have it yet, or had it withdrawn; ended ones are past answering."""
    rows = Partnership.objects.filter(overseen_by=region, started_on__lte=on) | Partnership.objects.filter(
        overseen_by=region, started_on__isnull=True
    )
    has_it = recommendation.issued.filter(withdrawn_on__isnull=True).values("partnership") if recommendation else []
    return rows.exclude(ended_on__lte=on).exclude(pk__in=has_it)


def answers_for_others(
    recommendation: Recommendation, partnership: Partnership, on: date
) -> list[tuple[Issued, Response | None]]:
    """For a partnership that was issued it: the others with their latest answers, where the region shows these to all."""
    if not recommendation.are_answers_shared:
        return []
    standing = Issued.objects.filter(recommendation=recommendation, on__lte=on, withdrawn_on__isnull=True)
    answers = Response.objects.filter(recommendation=recommendation, on__lte=on).order_by("on", "id")
    latest = {response.partnership_id: response for response in answers}
    others = standing.exclude(partnership=partnership).select_related("partnership")
    return [(issued, latest.get(issued.partnership_id)) for issued in others]


def states_for(recommendation: Recommendation, partnership_ids: Collection[int], on: date) -> dict[int, State]:
    """What became of it in each of these partnerships that has it. `recommendation` comes from `issued_by`."""
    found = {}
    for issued in recommendation.issued.all():
        pk = issued.partnership_id
        if pk in partnership_ids:
            responses = [response for response in recommendation.responses.all() if response.partnership_id == pk]
            links = [link for link in recommendation.answering.all() if link.action.partnership_id == pk]
            actions = [link.action for link in links if link.linked_on is None or link.linked_on <= on]
            found[pk] = (responses, actions)
    reach = reach_across(
        found, recommendation.pk, [action.pk for _, actions in found.values() for action in actions], on
    )
    return {
        pk: state_on(recommendation, responses, actions, reach[pk], on) for pk, (responses, actions) in found.items()
    }


def of_partnerships(partnership_ids: Collection[int], on: date) -> QuerySet[Recommendation]:
    """Kept by these partnerships, made by the day, with addressees: for comparing. Five queries."""
    rows = Recommendation.objects.filter(partnership__in=partnership_ids).exclude(made_on__gt=on)
    return rows.select_related("partnership").prefetch_related(
        "addressees__organisation", "addressees__post__organisation", "addressees__board"
    )
