"""Finds of reviews: the review by its reference, its findings, and what it recommends."""

from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.domain.values import day_of
from sightline.oversight.intake.queries.questions import WORDS
from sightline.record.reviews.commands import recommend, record_finding, record_review
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.models import Finding, Review, ReviewRecommendation

from .papers import take_statement
from .taking import Taking

REVIEW = "reviews.review"
FINDING = "reviews.finding"
KINDS = {
    "local child safeguarding practice review": ReviewKind.LOCAL_PRACTICE,
    "serious case review": ReviewKind.SERIOUS_CASE,
    "rapid review": ReviewKind.RAPID,
    "domestic homicide review": ReviewKind.DOMESTIC_HOMICIDE,
    "thematic review": ReviewKind.THEMATIC,
    "learning review": ReviewKind.LEARNING,
}
"""The reader's types of review as the register keeps them; a type that the paper does not say is a learning review."""


def take_review(taking: Taking) -> Reference:
    """A review that the paper names, by the name it is known by; never a child's."""
    name = taking.text("name")
    if not name:
        raise Refused("There is no name of a review here. Correct it, or refuse it.", "name")
    review = _chosen(taking) or _new(taking, name, taking.text("type"))
    return Reference(REVIEW, review.pk)


def take_finding(taking: Taking) -> Reference:
    if taking.chosen.get("review") == WORDS:
        return take_statement(taking)
    text = taking.text("text")
    if not text:
        raise Refused("There are no words of a finding here. Correct it, or refuse it.", "text")
    review = _chosen(taking) or _new(taking, taking.text("case") or taking.paper.version.document.title, "")
    number = taking.text("number")[:40]
    known = Finding.objects.filter(review=review, text=text, number=number).first()
    finding = known or record_finding(review=review, text=text, number=number, on=taking.day, by=taking.by)
    return Reference(FINDING, finding.pk)


def take_recommendation_of_review(taking: Taking) -> Reference | None:
    """What a review recommends, tied to it; None where the paper itself recommends."""
    review = _chosen(taking)
    if review is None:
        return None
    text, number = taking.text("text"), taking.text("number")[:40]
    known = ReviewRecommendation.objects.filter(
        review=review, recommendation__text=text, recommendation__number=number
    ).first()
    organisation = taking.organisation()
    made = known or recommend(
        review=review,
        text=text,
        number=number,
        addressed_to=[organisation] if organisation else [],
        addressee_as_written=taking.text("addressee")[:300],
        urgency_as_written=taking.text("urgency")[:120],
        made_on=taking.paper.version.document.dated_on,
        by=taking.by,
    )
    return Reference("recommendations.recommendation", made.recommendation_id)


def _chosen(taking: Taking) -> Review | None:
    number = taking.chosen.get("review", "").removeprefix("review:")
    own = Review.objects.filter(partnership=taking.partnership)
    return own.filter(pk=int(number)).first() if number.isdigit() else None


def _new(taking: Taking, name: str, kind: str) -> Review:
    """One of just that reference may have been entered since the page was drawn."""
    reference = " ".join(name.split())[:60]
    known = Review.objects.filter(partnership=taking.partnership, reference__iexact=reference).first()
    day = day_of(taking.text("date"))
    return known or record_review(
        partnership=taking.partnership,
        reference=reference,
        kind=KINDS.get(kind, ReviewKind.LEARNING),
        title=name if len(name) > 60 else "",
        completed_on=day.on if day and not day.is_month_only else None,
        by=taking.by,
    )
