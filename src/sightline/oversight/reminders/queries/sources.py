"""The registers that say what is due. A register that waits for something adds itself here, by one line."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from django.db.models import Prefetch

from sightline.kernel.due import Due
from sightline.kernel.references import Reference
from sightline.record.actions.models import Action, Party
from sightline.record.actions.queries import is_open
from sightline.record.challenges.queries import due_things as due_challenges
from sightline.record.recommendations.queries import due_things as due_recommendations
from sightline.record.reviews.queries import due_things as due_in_reviews

Source = Callable[[Collection[int], date], Iterable[Due]]


def _actions(partnership_ids: Collection[int], on: date) -> Iterator[Due]:
    parties = Prefetch("parties", Party.objects.only("action", "post", "organisation", "person"))
    actions = Action.objects.filter(is_open(on), partnership__in=partnership_ids, due_on__isnull=False)
    for action in actions.order_by().prefetch_related(parties).iterator(2000):
        owners = action.parties.all()
        yield Due(
            Reference("actions.action", action.pk),
            action.partnership_id,
            action.what,
            "Say how it is going, or that it is done.",
            action.due_on,
            posts=tuple(p.post_id for p in owners if p.post_id),
            organisations=tuple(p.organisation_id for p in owners if p.organisation_id and not p.post_id),
            people=tuple(p.person_id for p in owners if p.person_id and not p.post_id),
        )


SOURCES: dict[str, tuple[Source, ...]] = {
    "actions": (_actions,),
    "challenges": (due_challenges,),
    "recommendations": (due_recommendations,),
    "reviews": (due_in_reviews,),
}


def due_things(partnership_ids: Collection[int], on: date) -> Iterator[Due]:
    """Everything that waits for someone, register by register; each streams, with queries that do not grow with it."""
    for sources in SOURCES.values():
        for source in sources:
            yield from source(partnership_ids, on)


def due_things_of_kind(kind: str, partnership_id: int, on: date) -> Iterator[Due]:
    """What waits in the register that a kind of reference belongs to."""
    for source in SOURCES.get(kind.partition(".")[0], ()):
        yield from (due for due in source([partnership_id], on) if due.reference.kind == kind)
