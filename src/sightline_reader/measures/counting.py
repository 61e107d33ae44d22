"""Whether a number in a sentence counts something."""

import re

from sightline_reader.numbers import Figure

COUNTABLE = re.compile(
    r"(?i)\b(?:child(?:ren)?|people|persons?|famil(?:y|ies)|pupils?|students?|bab(?:y|ies)|infants?|carers?|staff|delegates"
    r"|volunteers?|professionals|practitioners|reviews?|SCRs?|LCSPRs?|CSPRs?|notifications?|referrals?|contacts?|audits?"
    r"|cases?|deaths?|incidents?|schools?|homes?|libraries|meetings?|conferences?|plans?|adoptions?|sessions?|courses?"
    r"|events?|inspections?|complaints?|allegations?|placements?|episodes?|assessments?|enquiries|investigations?|orders?"
    r"|sub-?\s?groups?|offences|crimes|arrests|returns?|responses|others|conversations|interviews|households|learners)\b"
)
_NOT_COUNTED_BEFORE = re.compile(
    r"(?i)(?:\b(?:the|these|those|both|first|last|next|every|each|other|no|any|of the|of our|number|more than|less than"
    r"|only|just)|\bone (?:in|to))\s*$"
)
_ENDS_IN_NUMBER = re.compile(
    r"(?i)(?:\b(?:was|were|is|to|from|of|at|against|by|total|totalled|with|reached|number(?:ed)?)|[a-z\d]{3}:)\s*(?:approximately"
    r"|around|about|nearly|over|almost|just)?\s*$"
)
"""Words that a counted number may follow at the end of its sentence."""

_COMPOUND = re.compile(
    r"\s*(?:[).]\s*$|[-–]\s?(?:fold|year|way|week|month|hour|minute|page|point|borough|part|stage|off|stop|to|tier)\b|\w?\s*$)"
)
NEAR = 40
"""Characters before a number in which the word stands that it numbers."""
_NAMED_NUMBER = re.compile(
    r"(?i)(?:\b(?:no|number|ref|tel|ext|room|suite|item|section|chapter|appendix|annex|paragraph|para|page|figure|table|step"
    r"|recommendation|decision|action|resolution|minute|version|phase|tier|level|part|question|schedule|article|key stage)"
    r"\.?\s*:?|\bPDF)\s*$"
)
_ITEM_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?\s+(?=[A-Z][a-z])")
"""A number that opens a sentence before a capital word numbers the item of the paper."""

_AGED = re.compile(
    r"(?i)\bage[ds]?\s+(?:of\s+|up\s+to\s+|over\s+|under\s+|between\s+|from\s+|\d{1,2}\s?(?:-|–|to|and)\s?)*$"
)
_YEARS_OLD = re.compile(r"(?i)(?:\s?(?:-|–|to)\s?\d{1,2})?[-\s]years?[-\s](?:of age|olds?)\b")
_DATE_BEHIND = re.compile(
    r"\s+\d{1,2}(?:st|nd|rd|th)?\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
"""A number before a whole date is the mark of a note or the end of a reference."""


LEAST_BEFORE_A_MARK = 8
"""Fewer words are the head of a line of figures, "Adoptions 12 13", and no sentence that marks of notes end."""


def _is_a_mark(before: str, after: str, figure: Figure) -> bool:
    """An age, the number of a note before a date, or one of two notes that follow each other: "leavers 12 13,"."""
    if figure.unit != "count" or figure.in_words:
        return False
    if _AGED.search(before[-NEAR:]) or _YEARS_OLD.match(after) or _DATE_BEHIND.match(after):
        return True
    if len(before.split()) < LEAST_BEFORE_A_MARK:
        return False
    next_one, last_one = re.match(r"\s(\d{1,3})(?=[,.;\s]|$)", after), re.search(r"[a-z]\s(\d{1,3})\s$", before)
    return bool(
        (next_one and int(next_one[1]) == figure.value + 1 and re.search(r"[a-z]\s$", before))
        or (last_one and int(last_one[1]) == figure.value - 1)
    )


_WORK_OF_THE_PAPER = re.compile(
    r"(?i)^\W*(?:[\w’'-]+\s+){0,3}?(?:were|was|had been|have been|being)\s+(?:\w+\s+)?"
    r"(?:read|looked at|spoken (?:to|with)|interviewed|listened to|heard from|consulted|met with)\b"
)
"""What was done to write the paper is no measure of services."""

_SPEECH = re.compile(r"(?i)\s+(?:of|or|another|another's|to one|off|in|such|year|month|week|day|key|main)\b")
_NATIONAL = re.compile(
    r"(?i)\bnational(?:ly)?\b|\bnat(?:ional)?\.? av(?:g|erage)\b|\bin the country\b"
    r"|\bengland average|\bstatistical neighbours?|\bcompared (?:to|with) (?:england|london)\b"
)


def counts(sentence: str, figure: Figure, listed: bool) -> bool:
    """Whether the number counts something, rather than naming one of a kind or being a word of speech.

    `listed`: other numbers of the sentence stand behind words of their own, as in "neglect 21, illness 4".
    """
    before, after = sentence[: figure.start], sentence[figure.end :]
    if _is_a_mark(before, after, figure):
        return False
    if figure.unit == "count" and _COMPOUND.match(after) and not before.rstrip().endswith("("):
        of_a_list = listed and re.search(r"[a-z]{3,}\s*$", before)
        return not figure.in_words and bool(_ENDS_IN_NUMBER.search(before) or of_a_list)
    if not figure.in_words:
        opens = not before.strip() and figure.unit == "count" and _ITEM_NUMBER.match(sentence[figure.start :])
        return not opens and not _NAMED_NUMBER.search(before[-NEAR:])
    if figure.unit == "%":
        return True
    near = re.match(r"(?:[\s-]+[\w’'/&-]+){1,5}", after)
    if not near or _SPEECH.match(after):
        return False
    counted = COUNTABLE.search(near[0]) and not _WORK_OF_THE_PAPER.match(after)
    return bool(counted) and not _NOT_COUNTED_BEFORE.search(before)


_BESIDE_THE_NATIONAL = re.compile(
    r"(?i)\b(?:below|above|in line with|(?:higher|lower|better|worse|more|less|greater|fewer) than)\s+(?:the\s+)?national(?:ly)?"
    r"(?:\s+average)?"
)
"""What lies below or above the national average is not the national figure."""


def is_national(sentence: str, left: int, right: int, figure: Figure) -> bool:
    """Whether the figure is the country's, given only for comparison. `left` and `right` bound its words."""
    words = sentence[left : max(right, figure.end) + 12]
    words = _BESIDE_THE_NATIONAL.sub(" ", words) if figure.unit == "%" else words
    opened = re.search(r"\(([^()]*)$", sentence[: figure.start])
    if opened and _NATIONAL.search(opened[1]):
        return True
    return bool(_NATIONAL.search(words.split("(")[0] if left < figure.start else sentence[left:right]))
