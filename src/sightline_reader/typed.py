"""What in a text that a person types looks like a child's details. Said in words, never with the value.

A typed text is short, so one sure sign is enough; but it is written about systems and practice, so general talk of children
("children aged 10 to 17", "a child called to a meeting", "Child A" of a published review) is no sign.
"""

import re

from .guard import BORN, NHS_FIRST, NHS_NUMBER, UPN, is_nhs_number, is_upn

CHILD = r"(?:child|boy|girl|baby|infant|toddler|son|daughter|sibling|pupil|young person|teenager|twin)"
FAMILY = r"(?:mother|father|mum|dad|parent|carer|stepfather|stepmother|grandmother|grandfather|family)"
NAME = r"[A-Z][a-z]+(?:[’'-][A-Z]?[a-z]+)?"
"""Two letters and more: a single letter is how published reviews hide a name."""

NAMED = re.compile(rf"\b(?i:{CHILD}|{FAMILY})(?i:,? (?:called|named|known as|whose name is|whose name was)) {NAME}\b")
NAME_AND_AGE = re.compile(
    rf"\b(?!(?:Child|Children|Adults?|Boys?|Girls?|Bab(?:y|ies)|Infants?|Pupils?|Students?|People|Persons?|Those|All|Anyone|"
    rf"Young|Teenagers?|Adolescents?|Learners?|Girls|Males?|Females?|Under|Over|Between|From|Cohort|Group|Year|Sample|Residents?|"
    rf"Victims?|Siblings?|Patients?|Population|Youths?|Carers?|Parents?|Drivers?|Members?|Staff|Volunteers?|Everyone|Any)\b)"
    rf"{NAME}(?: {NAME})?,? ?\(?(?:who (?:is|was) )?(?:aged?) ?(?:1[0-7]|\d)\b(?! ?(?:to|and|or|-|–|\+))"
)
ONE_CHILD_S_AGE = re.compile(
    rf"\b(?:the|this|that|his|her|their|our) (?:\d|1[0-7])[- ]?(?:year|month|week|day)s?[- ]old(?! {CHILD}s\b)",
    re.IGNORECASE,
)
CASE_NUMBER = re.compile(
    r"\b(?:case|client|child|person|patient|pupil|crime|cris|merlin|mosaic|liquidlogic|lcs|ics|rio|emis|systmone)"
    r"(?: |’s |'s )?(?:number|no\.?|ref(?:erence)?\.?|id)\b[\s:#=]*(?=[A-Z/-]{0,6}\d)[A-Z\d/-]{4,}",
    re.IGNORECASE,
)
POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
HOME = re.compile(
    rf"\b(?:(?i:lives?|lived|living|home address|resides?|resided|resident at))\b.{{0,80}}?\b{POSTCODE}", re.DOTALL
)
INITIALS = re.compile(
    rf"\b(?:{CHILD}|{FAMILY})(?:’s|'s)? initials\b(?: (?:are|is|were|being))? ?[:(]? ?[A-Z]", re.IGNORECASE
)

_PATTERNS = (
    (BORN, "it gives a date of birth."),
    (NAMED, "it names a child or a family."),
    (NAME_AND_AGE, "it gives a name with a child’s age."),
    (ONE_CHILD_S_AGE, "it gives the age of one child."),
    (CASE_NUMBER, "it gives the number of a case."),
    (HOME, "it says where someone lives."),
    (INITIALS, "it gives a child’s initials."),
)


def child_details_in(text: str) -> tuple[str, ...]:
    """Each sign in a sentence that does not repeat the value; () when there is none."""
    numbers = [m for m in NHS_NUMBER.finditer(text) if m[1][0] in NHS_FIRST and is_nhs_number(m[1] + m[3] + m[4])]
    pupils = [m for m in UPN.finditer(text) if is_upn(m[1], m[2])]
    said = ["a number in it is a valid NHS number."] if numbers else []
    said += ["a number in it is a valid unique pupil number."] if pupils else []
    return (*said, *(words for pattern, words in _PATTERNS if pattern.search(text)))
