"""The plan of a rapid review by working days, as a partnership has it until it makes its own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """`day` is a working day of the clock; `owner` says who usually does it, in words."""

    day: int
    what: str
    owner: str = ""


# One partnership's split of its fifteen days, with room for what the law asks: an example, not a rule.
# https://www.devonscp.org.uk/training-and-resources/child-safeguarding-practice-reviews/rapid-review-process-flowchart/
EXAMPLE_SOURCE = "https://www.devonscp.org.uk/training-and-resources/child-safeguarding-practice-reviews/rapid-review-process-flowchart/"
EXAMPLE = (
    PlannedStep(1, "Ask the agencies for their summaries", "Business manager"),
    PlannedStep(5, "Progress meeting", "Business manager"),
    PlannedStep(10, "Agencies’ summaries are in", "Each agency asked"),
    PlannedStep(12, "Rapid review meeting", "Review group"),
    PlannedStep(14, "Executive agrees the decision", "Safeguarding partners"),
    PlannedStep(15, "Send to the Panel", "Business manager"),
)
RETURN_DAY = 10  # the same page: summaries are gathered up to day 10
