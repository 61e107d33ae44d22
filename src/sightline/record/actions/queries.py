"""Questions about actions. What a person sees starts at `visible_to(viewer)`."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.kernel.due import Due
from sightline.kernel.references import Reference
from sightline.partnership.directory.models import Holding
from sightline.partnership.plan.models import Objective, Priority
from sightline.partnership.plan.queries import running_on

from .domain import PartyKind, Status
from .models import Action, Party, Progress

STREAMED = 2000
"""Rows held at a time while very many are gone through."""


def visible_to(viewer: Viewer) -> QuerySet[Action]:
    return Action.objects.filter(partnership__in=viewer.partnerships(Deed.READ))


def actions_of(partnership: Partnership, on: date) -> QuerySet[Action]:
    """Every action raised by a day, with its owners and what it is for: as many queries however many actions."""
    raised = Action.objects.filter(Q(raised_on__isnull=True) | Q(raised_on__lte=on), partnership=partnership)
    return raised.select_related("reported_by", "confirmed_by").prefetch_related(
        "parties__post__organisation", "parties__organisation", "parties__person", "serves__objective__priority"
    )


def is_open(on: date) -> Q:
    """Open on a day: raised by then and not closed by then."""
    return Q(Q(raised_on__isnull=True) | Q(raised_on__lte=on), Q(closed_on__isnull=True) | Q(closed_on__gt=on))


def open_actions(partnership: Partnership, on: date) -> QuerySet[Action]:
    return actions_of(partnership, on).filter(is_open(on))


def overdue(partnership: Partnership, on: date) -> QuerySet[Action]:
    """Open and due before `on`. An action without a date is never overdue; a rule finds those apart."""
    return open_actions(partnership, on).filter(due_on__lt=on)


def waiting(partnership: Partnership, on: date) -> QuerySet[Action]:
    """Reported as done, and no second word yet."""
    return open_actions(partnership, on).filter(status=Status.REPORTED)


def waiting_for(viewer: Viewer, on: date) -> QuerySet[Action]:
    """What a signed-in person may confirm or send back, in all their partnerships: not what they reported themselves."""
    if not viewer.is_signed_in:
        return Action.objects.none()
    places = viewer.partnerships(Deed.CONFIRM_ACTIONS)
    rows = Action.objects.filter(is_open(on), partnership__in=places, status=Status.REPORTED)
    return rows.exclude(reported_by_id=viewer.user_id).order_by("reported_on", "id")


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


def objectives_for(partnership: Partnership, on: date) -> QuerySet[Objective]:
    """What an action may serve: objectives that have not ended, of priorities in force."""
    in_force = Priority.objects.filter(running_on(on), partnership=partnership)
    rows = Objective.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on), priority__in=in_force)
    return rows.select_related("priority").order_by("priority__number", "priority__title", "number", "id")


def due_things(partnership_ids: Iterable[int], on: date) -> Iterator[Due]:
    """What open actions ask of those who lead them, and which wait for a second word. Two queries, streamed.

    An action that nobody leads asks nobody; one that waits names nobody, for anyone who may confirm can.
    """
    places = list(partnership_ids)
    columns = ("pk", "partnership_id", "number", "what", "due_on", "status", "reported_on", "reported_by__name")
    rows = Action.objects.filter(is_open(on), partnership__in=places).order_by("pk").values_list(*columns)
    leads = _leads(places, on)
    held = next(leads, None)
    for pk, place, number, what, due_on, status, reported_on, reporter in rows.iterator(chunk_size=STREAMED):
        mine = []
        while held is not None and held[0] <= pk:
            if held[0] == pk:
                mine.append(held[1:])
            held = next(leads, None)
        named = f"Action {number}: {what[:200]}" if number else f"Action: {what[:200]}"
        if status == Status.REPORTED:
            yield Due(Reference("actions.action", pk), place, named, _waits(reporter, reported_on), due_on)
        elif mine:
            yield _due(Reference("actions.action", pk), place, named, due_on, mine)


def _leads(places: list[int], on: date) -> Iterator[tuple[int, int | None, int | None, int | None]]:
    rows = Party.objects.filter(kind=PartyKind.LEAD, action__partnership__in=places)
    rows = rows.filter(is_open_action(on)).order_by("action_id", "pk")
    return iter(rows.values_list("action_id", "post_id", "organisation_id", "person_id").iterator(chunk_size=STREAMED))


def is_open_action(on: date) -> Q:
    """The same as `is_open`, asked of an action's parties."""
    raised = Q(action__raised_on__isnull=True) | Q(action__raised_on__lte=on)
    return raised & (Q(action__closed_on__isnull=True) | Q(action__closed_on__gt=on))


def _waits(reporter: str | None, on: date | None) -> str:
    when = f" on {on.day} {on:%B %Y}" if on else ""
    return f"Confirm it, or send it back: {reporter or 'Sightline'} reported it done{when}."


def _due(reference: Reference, place: int, named: str, due_on: date | None, mine: list[tuple]) -> Due:
    posts, bodies, people = ([one for one in column if one is not None] for column in zip(*mine, strict=True))
    return Due(
        reference,
        place,
        named,
        "Say how it is going, or report it done.",
        due_on,
        posts=tuple(posts),
        organisations=tuple(bodies),
        people=tuple(people),
    )
