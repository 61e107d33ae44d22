"""A recommendation has had no response by the day that was named; where none was named, within 30 working days.

Why it matters: Accepting or refusing a recommendation, with the reason, is the least that those who made it are
    owed.
Authority: Yearly reports must show decisions and actions on the recommendations of reviews (Working Together). 30
    working days is Sightline's convention: neither law nor guidance names a time for an answer.
How it closes: A response is recorded (accepted, accepted in part or not accepted, with the reason), or an action
    answers it.
Example: Made on 1 April, 43 working days ago; no response is on record.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_recommendation, day
from ..domain.about_promises import working_days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "recommendations.recommendation"


def find(facts: Facts) -> Iterator[Found]:
    for recommendation in facts.recommendations:
        made, due = recommendation.made_on, recommendation.answer_by
        waits = recommendation.is_waiting and not recommendation.answer and not recommendation.actions
        if waits and due and due < facts.on:
            said = f"was made on {day(made)}, {working_days(made, facts.on)} ago" if made else "is on record"
            summary = f"This recommendation {said}, and has no response. One was due by {day(due)}."
            yield about_recommendation(recommendation, summary)
