"""A table of people that became one run of words, where each name is followed by its initials in brackets."""

import re

from sightline_reader.people.entry import Entry
from sightline_reader.people.name_words import GIVEN
from sightline_reader.people.names import Name, name_at
from sightline_reader.people.posts import is_acronym
from sightline_reader.people.said import is_initials
from sightline_reader.people.vocabulary import POST_NOUNS, POST_STARTS

LEAST_ROWS = 3
LONG_LINE = 300
"""A line so long holds a whole table."""

_CANDIDATE = re.compile(r"(?<![\w’'-])(?=[A-Z])")
_WORD_MARKS = r"(?i:apols?\.?|apolog(?:ies|y)|absent|present)"
_HARD_ORG = r"Police|Council|CCG|ICB|Trust|Authority|Constabulary|Probation|NHS|CAFCASS|Cafcass|Hospital|Service"
_ORG_NEAR = re.compile(rf"^(?:\S+ ){{0,1}}?((?:[A-Z][\w’'&-]* ){{0,3}}(?:{_HARD_ORG})\b)")


def legend_rows(text: str, start: int, end: int, legend: dict[str, str] | None = None) -> list[Entry]:
    """Rows of `Name (INITIALS) post organisation …`, with a mark such as `Apols` before or behind its row.

    `legend` says what further marks mean, as far as the paper does.
    """
    anchors = _anchors(text, start, end)
    if len(anchors) < LEAST_ROWS:
        return []
    at_end = _marks_at_end(legend or {})
    before = _stand_before(at_end, text[max(start, anchors[0][0].start - 20) : anchors[0][0].start])
    entries = []
    for n, (name, initials, after) in enumerate(anchors):
        stop = anchors[n + 1][0].start if n + 1 < len(anchors) else _end_of_rows(text, after, end)
        entry = Entry(name, name.start, after, initials=initials)
        lead = text[max(start, name.start - 20) : name.start]
        mark = at_end.search(lead) if before else at_end.search(text[after:stop])
        entry.status = _status_of(mark["mark"], legend or {}) if mark else None
        _tell_row(entry, at_end.sub("", text[after:stop]))
        entries.append(entry)
    return entries


def _marks_at_end(legend: dict[str, str]) -> re.Pattern[str]:
    keys = "|".join(re.escape(key.upper()) for key in sorted(legend, key=len, reverse=True))
    return re.compile(
        rf"(?:^|\s)(?P<mark>{keys}|{_WORD_MARKS})\s*$" if keys else rf"(?:^|\s)(?P<mark>{_WORD_MARKS})\s*$"
    )


def _stand_before(at_end: re.Pattern[str], lead: str) -> bool:
    """A mark right before the first row belongs to it, unless it is one of a row of column heads."""
    mark = at_end.search(lead)
    return mark is not None and not at_end.search(lead[: mark.start("mark")])


def _anchors(text: str, start: int, end: int) -> list[tuple[Name, str, int]]:
    """Names that are followed by their own initials in brackets."""
    found = []
    for bracket in re.finditer(r"\s?\(([A-Z][A-Za-z]{1,4})\)", text[start:end]):
        at = start + bracket.start()
        name = name_ending_at(text, at)
        if name and is_initials(bracket[1], name.person):
            found.append((name, bracket[1], start + bracket.end()))
    return found


def name_ending_at(text: str, end: int) -> Name | None:
    """The name, titles included, that ends at the offset: the longest that begins with a known given name."""
    window = max(end - 70, 0)
    places = [place.start() for place in _CANDIDATE.finditer(text, window, end)]
    names = [name for at in places if (name := name_at(text, at)) and name.end == end]
    known = [name for name in names if name.titled or name.person.split()[0].lower() in GIVEN]
    return (known or names[-1:] or [None])[0]


def _end_of_rows(text: str, at: int, end: int) -> int:
    stop = re.compile(r"\s\d{1,2}\.\s+[A-Z]|\n\s*\n|\bApologies\b").search(text, at, end)
    return stop.start() if stop else min(end, at + 200)


def _status_of(mark: str, legend: dict[str, str]) -> str | None:
    if mark.lower() in legend:
        return legend[mark.lower()]
    return "apologies" if mark.lower().startswith("apol") else mark.lower()


def _tell_row(entry: Entry, row: str) -> None:
    row = " ".join(re.sub(r"(?<=[a-z])- (?=[a-z])", "", row).split())
    if deputy := re.match(r"(?:deputy|deputising|sub|substitute)\s+(?:for|of)\s+(?P<whom>.+)", row, re.I):
        whom = name_at(deputy["whom"])
        entry.status, entry.deputy_for = "deputy", whom.person if whom else None
        return
    if re.match(r"\s*[–—,-]", row):
        for part in re.split(r",\s+|\s[–—-]\s|:\s", row.strip(" –—,-")):
            entry.add(part.strip(), 0)
        return
    post, rest = leading_post(row)
    if post:
        entry.add(post, 0)
    first = rest.split(" ")[0].strip(",;")
    org = _ORG_NEAR.match(rest)
    if org:
        entry.add(org[1], 0)
    elif is_acronym(first) and not post:
        entry.add(first, 0)


def leading_post(row: str) -> tuple[str | None, str]:
    """The post with which a row begins, as far as it can be told where it stops, and the rest of the row."""
    words = row.split(" ")
    last = next((n for n, w in enumerate(words[:7]) if _bare(w) in POST_NOUNS and not _post_goes_on(words, n)), None)
    if last is None or any(_bare(w) in ("group", "board", "panel") for w in words[:last]):
        return None, row
    stop = last + 1
    if stop < len(words) and words[stop] in ("of", "for", "-", "–", "to"):
        stop = _past_field(words, stop + 1)
    return " ".join(words[:stop]).rstrip(" ,"), " ".join(words[stop:])


def _post_goes_on(words: list[str], n: int) -> bool:
    """`Chief Officer`, `Lead Nurse`: another noun of a post follows at once."""
    if words[n].endswith(",") or n + 1 >= len(words):
        return False
    leads = _bare(words[n]) in POST_STARTS and words[n + 1][:1].isupper()
    return any(_bare(word) in POST_NOUNS for word in words[n + 1 : n + (3 if leads else 2)])


def _past_field(words: list[str], at: int) -> int:
    """Behind `of`: two words of the field, and what `and` or a small word ties to them."""
    stop = min(at + 2, len(words))
    while stop < len(words) and (
        words[stop] in ("and", "&", "of", "for", "the") or words[stop - 1] in ("and", "&", "of", "the")
    ):
        stop += 1
    return stop


def _bare(word: str) -> str:
    return word.lower().strip(",.;:()")
