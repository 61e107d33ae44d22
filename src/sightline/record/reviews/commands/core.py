"""Verbs of reviews."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused

from ..domain import ReviewKind
from ..models import Review
from .indexing import index_review


@deed
def record_review(
    *,
    partnership: Partnership,
    reference: str,
    kind: ReviewKind,
    by: User | None,
    title: str = "",
    started_on: date | None = None,
    completed_on: date | None = None,
    published_on: date | None = None,
    follows: Review | None = None,
) -> Review:
    """A review by its reference, of any kind and time; one that is run here gets its rapid or practice part besides."""
    refuse_child_details(reference=reference, title=title)
    if Review.objects.filter(partnership=partnership, reference=reference.strip()).exists():
        raise Refused(f"{reference.strip()} is taken. Give each review a reference of its own.", "reference")
    if follows is not None and follows.partnership_id != partnership.pk:
        raise Refused(f"{follows} belongs to another partnership.", "follows")
    review = kept(
        Review(
            partnership=partnership,
            reference=reference.strip(),
            kind=kind,
            title=title.strip(),
            started_on=started_on,
            completed_on=completed_on,
            published_on=published_on,
            follows=follows,
        )
    )
    index_review(review)
    return review
