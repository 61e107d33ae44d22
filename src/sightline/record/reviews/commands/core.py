"""Verbs of reviews."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation
from sightline.partnership.plan.models import Theme

from ..domain import ReviewKind
from ..models import Finding, FindingAgency, FindingTheme, Review


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
    return kept(
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


@deed
def record_finding(
    *,
    review: Review,
    text: str,
    by: User | None,
    number: str = "",
    themes: Iterable[Theme] = (),
    agencies: Iterable[Organisation] = (),
) -> Finding:
    """What the review found, in its words, about systems and practice."""
    refuse_child_details(text=text)
    if not text.strip():
        raise Refused("Enter the words of the finding.", "text")
    finding = kept(Finding(review=review, number=number, text=text.strip()))
    for theme in themes:
        kept(FindingTheme(finding=finding, theme=theme))
    for organisation in agencies:
        kept(FindingAgency(finding=finding, organisation=organisation))
    return finding
