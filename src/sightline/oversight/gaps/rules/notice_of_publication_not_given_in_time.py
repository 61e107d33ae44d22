"""The Panel and the Secretary of State were not sent a practice review seven working days before its publication.

Why it matters: They are to know what a review says before it is public.
Authority: A copy seven working days before publication, as guidance to partnerships told it in 2020. Sightline could not check
    it against Working Together 2026.
How it closes: The notice is recorded with the day it was sent, or the publication is moved; otherwise it is seen for a year.
Example: Review LCSPR 2025-02 is to be published on 12 June 2026; the notice was due on 3 June 2026.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import YEAR, about_review
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.DUTY
SUBJECT = "reviews.review"


def find(facts: Facts) -> Iterator[Found]:
    for review in facts.learning.reviews:
        practice = review.practice
        if practice is None or practice.publishes_on is None or practice.notice_due_on is None:
            continue
        is_recent = facts.on - practice.publishes_on <= YEAR
        due, sent = practice.notice_due_on, practice.notice_sent_on
        if is_recent and due < facts.on and (sent is None or sent > due):
            verb = "was" if review.published_on else "was to be"
            how = f"it was sent on {day(sent)}" if sent else "none is on record"
            yield about_review(
                review,
                f"Review {review.reference} {verb} published on {day(practice.publishes_on)}. Notice of it was due by "
                f"{day(due)}; {how}.",
            )
