"""Names printed one behind another without a mark, where a converter put the columns of a table on one line."""

import re

from sightline_reader.people.entry import Entry
from sightline_reader.people.labels import ABSENT, APOLOGIES, PRESENT
from sightline_reader.people.name_words import GIVEN
from sightline_reader.people.names import LIKELY, Name, name_at

LEAST_NAMES = 4
LEAST_FIRST_NAMES = 3
_LABEL = re.compile(
    r"(?<![\w’'])(?P<label>members present|present|not attended|did not attend|absent|attended|attendees|in attendance"
    r"|apologies(?: for absence)?)\s*:?\s+(?:(?:members?|names?|initials?|role|title|organisation|agency|draft)\s+)*",
    re.IGNORECASE,
)
_STANDING = (("apolog", APOLOGIES), ("not", ABSENT), ("did not", ABSENT), ("absent", ABSENT))


def runs_of_names(text: str, start: int, end: int) -> list[tuple[str, Entry]]:
    """Each name of each run of names behind a label, with the standing that the label gives."""
    found: list[tuple[str, Entry]] = []
    for label in _LABEL.finditer(text, start, end):
        names = _run(text, label.end(), end)
        if len(names) >= LEAST_NAMES or (found and names and names[0].certainty > LIKELY):
            said = label["label"].lower()
            status = next((status for start, status in _STANDING if said.startswith(start)), PRESENT)
            found += [(status, Entry(name, name.start, name.end)) for name in names]
    return found


def _run(text: str, at: int, end: int) -> list[Name]:
    """Names as long as one follows another; a title or another name must follow at once."""
    names: list[Name] = []
    while at < end and (name := name_at(text, at)) is not None and name.end <= end:
        names.append(name)
        gap = re.compile(r"\s+").match(text, name.end)
        if gap is None:
            break
        at = gap.end()
    return names


_ONE_WORD = re.compile(r"\s*(?P<word>[A-Z][a-zà-ÿ’'-]+)\s*(?:$|,|\band\b|&)")


def first_names(text: str, start: int, end: int) -> list[Entry]:
    """`Carla, Peter and Fay`: a first line of nothing but first names, most of them known as such."""
    line = re.compile(r"\s*(\S[^\r\n\f]*)").match(text, start, end)
    at, end, found = start, line.end() if line else start, []
    while at < end and text[at:end].strip(" .\n\t"):
        match = _ONE_WORD.match(text, at, end)
        if match is None:
            return []
        found.append(match)
        at = match.end()
    known = sum(match["word"].lower() in GIVEN for match in found)
    if len(found) < LEAST_FIRST_NAMES or 2 * known < len(found):
        return []
    return [
        Entry(Name(m["word"], *m.span("word"), *m.span("word"), None, False, LIKELY), *m.span("word")) for m in found
    ]
