"""What a person says of two recommendations: one takes the other's place, they ask the same, or they do not."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused

from ..models import Recommendation, Sameness


@deed
def supersede(*, recommendation: Recommendation, newer: Recommendation, on: date, by: User | None) -> Recommendation:
    """The newer one stands in the place of the older, which keeps its answers and waits for nothing more."""
    if newer.partnership_id != recommendation.partnership_id:
        raise Refused("That recommendation belongs to another partnership.", "newer")
    if newer.pk == recommendation.pk or _follows(newer, recommendation):
        raise Refused(
            "A recommendation cannot be superseded by itself, or by one that it superseded. Choose another.", "newer"
        )
    if newer.made_on and on < newer.made_on:
        raise Refused(f"The newer one was made on {newer.made_on:%-d %B %Y}; choose that day or a later one.", "on")
    recommendation.superseded_by, recommendation.superseded_on = newer, on
    return kept(recommendation)


def _follows(one: Recommendation | None, other: Recommendation) -> bool:
    while one is not None:
        if one.pk == other.pk:
            return True
        one = one.superseded_by
    return False


@deed
def undo_superseding(*, recommendation: Recommendation, by: User | None) -> Recommendation:
    recommendation.superseded_by, recommendation.superseded_on = None, None
    return kept(recommendation)


@deed
def say_sameness(
    *, one: Recommendation, other: Recommendation, is_same: bool, partnership: Partnership, on: date, by: User | None
) -> Sameness:
    """A person's word, for this partnership or region, in the place of what it said before. It outlasts any comparing."""
    if one.pk == other.pk:
        raise Refused("Choose two recommendations.")
    first, second = sorted((one, other), key=lambda found: found.pk)
    said = Sameness.objects.filter(partnership=partnership, first=first, second=second).first()
    said = said or Sameness(partnership=partnership, first=first, second=second)
    said.is_same, said.on, said.by = is_same, on, by
    return kept(said)


@deed
def unsay_sameness(*, said: Sameness, by: User | None) -> None:
    """Leaves it to the comparing again."""
    said.delete()
