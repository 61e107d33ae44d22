"""Sorts a phrase about a person: initials, standing, whom they stand in for, or post and organisation."""

import re

from sightline_reader.layout import fold
from sightline_reader.people.entry import Entry
from sightline_reader.people.labels import SPOKEN
from sightline_reader.people.names import name_at
from sightline_reader.people.posts import kind_of_words

DEPUTY = re.compile(
    r"^(?:deput(?:y|is|iz)\w*|dep\.?|sub(?:stitut\w*)?\.?|standing in|stand-in|covering|attending|representing|rep\.?|re"
    r"|on behalf|in place|in lieu|instead|for)\s*(?:on behalf )?(?:for|of)?\s*:?\s*(?=\S)",
    re.IGNORECASE,
)
LONGEST_ROLE = 9
"""More words, among them a verb, are a sentence and no role."""
_STATUS = (
    ("deputy", re.compile(r"^(?:deputy|dep|substitute|sub|deputising|named deputy)$", re.I)),
    ("apologies", re.compile(r"^(?:apolog(?:ies|y)|apols?\.?|sent apologies|apologies (?:received|sent))$", re.I)),
    ("absent", re.compile(r"^(?:absent|did not attend|dna|no apologies(?: received)?|not present)$", re.I)),
    ("present", re.compile(r"^(?:present|attended|in attendance)$", re.I)),
)
_PASSING = re.compile(
    r"^(?:(?:from|for|until|to|up to|left|joined|arrived|present for|part)\b.*\b(?:items?|agenda|minutes?"
    r"|\d.*)|items?\b.*"
    r"|part(?:ial)?(?: of| meeting)?.*|via\b.*|by (?:phone|video|teams|zoom|telephone|conference).*|online"
    r"|virtual(?:ly)?|remote(?:ly)?"
    r"|(?:ms |microsoft )?teams|zoom|in person|dialled in|phone|telephone|ex[- ]?officio|tbc|tba|n/?a|item"
    r"|new member|retiring"
    r"|and \d+ .*|.*members? of the (?:public|press).*|\+.*|\d{1,3}|he/him|she/her|they/them|non-?voting|voting|all|both"
    r"|and|core member|late|left early|in the chair|also\b.*)$",
    re.IGNORECASE,
)


def tell(entry: Entry, words: str, line: int = 0, places: frozenset[str] = frozenset()) -> None:
    """Sort a phrase about a person: initials, standing, whom they stand in for, or post and organisation."""
    said = fold(words).strip(" ,;:.–—-_|/")
    if not said:
        return
    if entry.initials is None and is_initials(said, entry.name.person):
        entry.initials = said
        return
    first, _, rest = said.partition(" ")
    if entry.initials is None and rest and is_initials(first, entry.name.person):
        entry.initials, said = first, rest.strip(" -–")
    status = next((name for name, pattern in _STATUS if pattern.match(said)), None)
    if status:
        entry.status = status
        return
    if (deputy := DEPUTY.match(said)) and _stands_in(entry, said[deputy.end() :], deputy[0], places):
        return
    said = re.sub(
        r"^(?:[Nn]ominated by|[Aa]ppointed by|[Rr]epresenting|on behalf of|for|from)\s+(?:the )?(?=[A-Z])", "", said
    )
    sentence = len(said.split()) > LONGEST_ROLE and SPOKEN.search(said)
    if not _PASSING.match(said) and not sentence:
        entry.add(said, line)


def _stands_in(entry: Entry, whom: str, lead: str, places: frozenset[str]) -> bool:
    name = name_at(re.sub(r"^(?:the )", "", whom), 0, places)
    clear = re.match(r"(?:deput|sub|standing|stand-in)", lead, re.I) and re.search(r"\b(?:for|of)\s*$", lead.strip())
    torn = lead.lower().startswith("rep") and re.fullmatch(r"[A-Z][a-z]+", whom)
    if not clear and not torn and (not name or kind_of_words(whom) == "organisation"):
        return False
    entry.status = "deputy"
    entry.deputy_for = name.person if name else whom.strip() or None
    return True


def is_initials(said: str, person: str) -> bool:
    """`KS` or `AHop` for a name that begins with the first letter and has the others in order."""
    letters = re.sub(r"[^A-Za-z]", "", said)
    if not re.fullmatch(r"[A-Z][A-Za-z’'-]{1,4}", said) or not sum(c.isupper() for c in said) >= 2:
        return False
    initials = [word[0] for word in re.split(r"[\s-]+", person) if word]
    squeezed = re.sub(r"[^a-z]", "", person.lower())
    rest = iter(squeezed[1:])
    return (
        letters[0].upper() == initials[0].upper()
        and all(c.lower() in rest for c in letters[1:])
        and (any(c.upper() == initials[-1].upper() for c in letters[1:]))
    )
