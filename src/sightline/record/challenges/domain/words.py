"""Kinds, outcomes and states; and the words that would tell of a case."""

import re
from enum import StrEnum


class Kind(StrEnum):
    """What a partner is challenged on."""

    ATTENDANCE = "attendance"
    DATA = "data"
    DECISION = "decision"
    CONTRIBUTION = "contribution"
    PRACTICE = "practice"
    DISAGREEMENT = "disagreement"
    OTHER = "other"


KIND_LABELS = {
    Kind.ATTENDANCE: "Attendance",
    Kind.DATA: "Data or information not given",
    Kind.DECISION: "A decision",
    Kind.CONTRIBUTION: "Contribution of money, people or time",
    Kind.PRACTICE: "How the arrangements are practised",
    Kind.DISAGREEMENT: "A professional disagreement, without the case",
    Kind.OTHER: "Something else",
}


class Outcome(StrEnum):
    UPHELD = "upheld"
    PARTLY = "partly"
    NOT_UPHELD = "not_upheld"
    WITHDRAWN = "withdrawn"
    INFORMAL = "informal"


OUTCOME_LABELS = {
    Outcome.UPHELD: "Upheld",
    Outcome.PARTLY: "Upheld in part",
    Outcome.NOT_UPHELD: "Not upheld",
    Outcome.WITHDRAWN: "Withdrawn",
    Outcome.INFORMAL: "Resolved informally",
}


class State(StrEnum):
    UNANSWERED = "unanswered"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    CLOSED = "closed"


STATE_LABELS = {
    State.UNANSWERED: "Waits for an answer",
    State.ANSWERED: "Answered, not settled",
    State.RESOLVED: "Settled, learning to be said",
    State.CLOSED: "Closed",
}


class StepKind(StrEnum):
    RAISED = "raised"
    MOVED = "moved"
    ANSWERED = "answered"
    INFORMED = "informed"
    RESOLVED = "resolved"
    CLOSED = "closed"
    REOPENED = "reopened"


STEP_LABELS = {
    StepKind.RAISED: "Raised",
    StepKind.MOVED: "Moved up a stage",
    StepKind.ANSWERED: "Answered",
    StepKind.INFORMED: "Scrutineer told",
    StepKind.RESOLVED: "Settled",
    StepKind.CLOSED: "Closed",
    StepKind.REOPENED: "Opened again",
}

# A governance sentence speaks of children, families, the child protection system; a case speaks of this one.
_ONE = (
    "child|boy|girl|baby|infant|pupil|sibling|brother|sister|son|daughter|mother|father|mum|dad|stepfather|stepmother"
)
_CASE = (
    (
        re.compile(r"\b(?:[Cc]hild|[Bb]aby|[Ff]amily|[Mm]other|[Ff]ather|[Pp]upil|[Ss]ibling)\s+[A-Z]{1,2}\b"),
        "it uses the letter of one child or family",
    ),
    (
        re.compile(r"\b\d{1,2}[- ](?:year|month|week)s?[- ]old\b|\baged? \d{1,2}\b(?! *(?:to|and|or|-|–|\+))", re.I),
        "it gives an age",
    ),
    (
        re.compile(
            r"\b(?:case|client|child|family|person|LCS|Mosaic|Liquidlogic|referral|crime|CAD)\s*"
            r"(?:number|no\.?|num|ref(?:erence)?|id)\b",
            re.I,
        ),
        "it names a case number",
    ),
    (re.compile(r"(?<![\d/.-])[A-Za-z]{0,4}[-/]?\d{6,12}\b(?![/.-]\d)"), "it holds a number as long as a case number"),
    (
        re.compile(
            rf"\b(?:this|that|his|her|one)\s+(?:{_ONE}|family|parents?)\b(?!\s+(?:protection|death|safeguarding|help|hub))"
            rf"|\bthe\s+(?:boy|girl|baby|infant|mother|father|mum|dad|stepfather|stepmother)\b"
            rf"|\bthe\s+(?:child|family)\s+(?:was|is|has|had|who|said|told|did|attended|disclosed|missed)\b",
            re.I,
        ),
        "it speaks of one child or family",
    ),
)


def case_words(text: str) -> str:
    """What in a text tells of a case, in words; "" when nothing does. A log of challenges has no place for one."""
    return next((why for pattern, why in _CASE if pattern.search(text or "")), "")
