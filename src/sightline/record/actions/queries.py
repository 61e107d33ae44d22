"""Questions about actions. What a person sees starts at `visible_to(viewer)`."""

from datetime import date

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Holding, Organisation

from .models import Action, Progress


def visible_to(viewer: Viewer) -> QuerySet[Action]:
    return Action.objects.filter(partnership__in=viewer.partnerships(Deed.READ))


def actions_of(partnership: Partnership, on: date) -> QuerySet[Action]:
    """Every action raised by a day, with its owners: three queries however many actions."""
    raised = Action.objects.filter(Q(raised_on__isnull=True) | Q(raised_on__lte=on), partnership=partnership)
    return raised.prefetch_related("parties__post__organisation", "parties__organisation", "parties__person")


def is_open(on: date) -> Q:
    """Open on a day: raised by then and not closed by then."""
    return Q(Q(raised_on__isnull=True) | Q(raised_on__lte=on), Q(closed_on__isnull=True) | Q(closed_on__gt=on))


def open_actions(partnership: Partnership, on: date) -> QuerySet[Action]:
    return actions_of(partnership, on).filter(is_open(on))


def overdue(partnership: Partnership, on: date) -> QuerySet[Action]:
    """Open and due before `on`. An action without a date is never overdue; a rule finds those apart."""
    return open_actions(partnership, on).filter(due_on__lt=on)


def actions_of_agency(organisation: Organisation, on: date) -> QuerySet[Action]:
    """Led or helped by a body, or by a post in it."""
    mine = Q(parties__organisation=organisation) | Q(parties__post__organisation=organisation)
    return Action.objects.filter(mine, Q(raised_on__isnull=True) | Q(raised_on__lte=on)).distinct()


def owned_by(user_id: int | None, on: date) -> Q:
    """Actions that this person, or a post this person holds on the day, leads or helps with."""
    posts = Holding.objects.filter(
        Q(started_on__isnull=True) | Q(started_on__lte=on),
        Q(ended_on__isnull=True) | Q(ended_on__gt=on),
        person__account_id=user_id,
    ).values("post_id")
    return Q(parties__person__account_id=user_id) | Q(parties__post__in=posts)


def open_actions_for(viewer: Viewer, on: date) -> QuerySet[Action]:
    """What a signed-in person has to do, in all their partnerships, soonest first."""
    if not viewer.is_signed_in:
        return Action.objects.none()
    return visible_to(viewer).filter(is_open(on), owned_by(viewer.user_id, on)).distinct()


def does_own(viewer: Viewer, action: Action, on: date) -> bool:
    return viewer.is_signed_in and Action.objects.filter(owned_by(viewer.user_id, on), pk=action.pk).exists()


def action_in(partnership: Partnership, pk: int) -> Action | None:
    return actions_of(partnership, date.max).filter(pk=pk).first()


def progress_of(action: Action, on: date) -> QuerySet[Progress]:
    return action.progress.filter(on__lte=on).select_related("by")
