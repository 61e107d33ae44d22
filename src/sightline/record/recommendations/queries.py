"""Questions about recommendations. What a person sees starts at `visible_to(viewer)`."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership

from .models import Recommendation, Response


def visible_to(viewer: Viewer) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(partnership__in=viewer.partnerships(Deed.READ))


def recommendations_of(partnership: Partnership, on: date) -> QuerySet[Recommendation]:
    """Made by a day, with addressees, responses and answering actions: four queries however many."""
    made = Recommendation.objects.filter(Q(made_on__isnull=True) | Q(made_on__lte=on), partnership=partnership)
    return made.prefetch_related("addressees__organisation", "responses__organisation", "answering__action")


def unanswered(partnership: Partnership, on: date) -> QuerySet[Recommendation]:
    """Nobody had answered by the day, neither in words nor by an action raised by then."""
    responses = Response.objects.filter(recommendation=OuterRef("pk"), on__lte=on)
    return recommendations_of(partnership, on).filter(~Exists(responses), answering__isnull=True)


def recommendation_in(partnership: Partnership, pk: int) -> Recommendation | None:
    return recommendations_of(partnership, date.max).filter(pk=pk).first()
