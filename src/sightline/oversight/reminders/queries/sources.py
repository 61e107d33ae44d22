"""The registers that say what is due. A register that waits for something adds itself here, by one line."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from sightline.kernel.due import Due
from sightline.partnership.law.queries.changes import due_things as due_in_law
from sightline.partnership.plan.queries import due_things as due_in_plans
from sightline.record.actions.queries import due_things as due_actions
from sightline.record.challenges.queries import due_things as due_challenges
from sightline.record.learning.queries import due_things as due_in_learning
from sightline.record.meetings.queries.referrals import due_things as due_referrals
from sightline.record.recommendations.queries import due_things as due_recommendations
from sightline.record.reviews.queries import due_things as due_in_reviews

Source = Callable[[Collection[int], date], Iterable[Due]]

# By the room of the references that it tells of.
SOURCES: dict[str, Source] = {
    "actions": due_actions,
    "challenges": due_challenges,
    "law": due_in_law,
    "learning": due_in_learning,
    "meetings": due_referrals,
    "plan": due_in_plans,
    "recommendations": due_recommendations,
    "reviews": due_in_reviews,
}


def due_things(partnership_ids: Collection[int], on: date) -> Iterator[Due]:
    """Everything that waits for someone, register by register; each streams, with queries that do not grow with it."""
    for source in SOURCES.values():
        yield from source(partnership_ids, on)


def due_things_of_kind(kind: str, partnership_id: int, on: date) -> Iterator[Due]:
    """What waits in the register that a kind of reference belongs to."""
    source = SOURCES.get(kind.partition(".")[0])
    if source is not None:
        yield from (due for due in source([partnership_id], on) if due.reference.kind == kind)
