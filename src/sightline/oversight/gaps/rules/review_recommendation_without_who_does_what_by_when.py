"""A review was complete more than six weeks ago, and no action with an owner and a day answers a recommendation of it.

Why it matters: Until somebody owns it and it has a day, a recommendation is a wish.
Authority: Yearly reports must show decisions and actions on the recommendations of reviews (Working Together 2018). Six weeks
    are Sightline's convention.
How it closes: An action with an owner and a day answers each recommendation, or the recommendation is not accepted.
Example: 2 of 3 recommendations of review LCSPR 2025-02 say nowhere who does what by when.
"""

from collections.abc import Iterator
from datetime import timedelta

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_review, of_those
from ..domain.facts import Facts
from ..domain.found import Found, Shown

SEVERITY = Severity.OWN_RULES
SUBJECT = "reviews.review"
SIX_WEEKS = timedelta(weeks=6)


def find(facts: Facts) -> Iterator[Found]:
    refused = {one.id for one in facts.recommendations if one.answer == "not_accepted"}
    texts = {one.id: f"{one.number}: {one.text}" if one.number else one.text for one in facts.recommendations}
    for review in facts.learning.reviews:
        ended = review.ended_on(facts.on)
        asked = [pk for pk in review.recommendations if pk not in refused]
        without = [pk for pk in asked if pk not in review.answered_fully]
        if ended and facts.on - ended > SIX_WEEKS and without:
            has = "has" if len(without) == 1 else "have"
            yield about_review(
                review,
                f"{of_those(len(without), len(asked), 'recommendation')} of review {review.reference} {has} no action "
                f"with an owner and a day. The review ended on {day(ended)}.",
                tuple(_shown(pk, texts.get(pk, "A recommendation")) for pk in without),
            )


def _shown(pk: int, text: str) -> Shown:
    return Shown(text, Reference("recommendations.recommendation", pk))
