"""Priorities, aims and themes, with number, scope and the outcome that is wanted.

They stand behind the word ("Priority 2: …"), in a list under a heading that names them, after "our priorities are", or in a
table with the areas that hold them; then each area is the scope of one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sightline_reader.layout import Spans, View, fold
from sightline_reader.model import Candidate, Cell, Table
from sightline_reader.passages import Passage, passages, title_of, without_contents

LEAST_NAMED = 3
"""Where so many priorities stand behind the word, lists that a sentence announces are of something else."""

MOST_WORDS = 60
"""A longer entry is a paragraph about a priority."""

_COUNT_WORDS = r"one|two|three|four|five|six|seven|eight|nine|ten"
_NAMED = re.compile(
    rf"^\W*(?:Strategic\s+|Key\s+|STRATEGIC\s+)?(?:Priority|PRIORITY|Aim|AIM)(?:\s+(?:[Aa]rea"
    rf"|AREA))?\s+(?P<number>\d{{1,2}}[a-z]?|(?i:{_COUNT_WORDS}))\b\s*[:.–—-]?\s*(?P<title>\S.*)$"
)
_OUTCOME = re.compile(r"^\W*(?:Desired\s+|Intended\s+)?Outcomes?\s*:\s*(?P<text>\S.*)$")
_NOUN = (
    r"(?:priorit(?:y areas|ies)|priority themes|aims|key themes|overarching themes|focus areas|areas of (?:focus"
    r"|particular interest)|strategic objectives)"
)
_HEADING = re.compile(
    rf"(?i)(?P<before>(?:[\w’'&/-]+\s+){{0,7}}?){_NOUN}(?P<after>\s+(?:for|in|of|20\d\d|\(|–|-|at|by|are|were|:).{{0,60}})?"
)
_PROSE = re.compile(
    rf"(?i)\b(?:(?:our|the|its|their|these|{_COUNT_WORDS}|\w+[’']s)\s+)+(?:[\w’'-]+\s+){{0,3}}?priorities"
    rf"(?:\s+for\s+[\d/–-]+)?\s*(?::|,?\s+(?:are|were|being|include[sd]?|which are"
    rf"|namely)\s*:?)\s+(?P<list>[^.:]{{12,420}})"
)
_ANNOUNCED = re.compile(
    rf"(?i)\b(?:following|these|our|{_COUNT_WORDS})\s+(?:\w+\s+){{0,3}}{_NOUN}(?:\s+(?:\w+\s+){{0,6}}(?:are|were"
    rf"|was agreed|agreed))?[:;]$"
)
"""A sentence that ends by announcing a list of priorities."""

_NOT_A_HEADING = re.compile(
    r"(?i)\b(?:contents|priority setting|progress|against|review of|impact|next|other|previous|table|figure)\b"
)
_SCOPES = (("children", r"\bchild(?:ren)?(?:[’']?s)?\b|\byoung people\b"), ("adults", r"\badults?(?:[’']?s)?\b"))
_ENTRY_ENDS = re.compile(
    r"(?i)^(?:structure|our vision|vision|membership|governance|appendix|references|the business plan will)\b"
)
_RUN_NUMBERS = re.compile(r"((?:\b\d{1,2}\.\s+){2,})")


@dataclass(frozen=True, slots=True)
class Priority:
    number: str | None
    title: str
    scope: str | None
    start: int
    end: int
    confidence: float
    outcome: str | None = None


def find(view: View) -> list[Candidate]:
    """The priorities in the order of the text, each once for each scope."""
    held = _table_spans(view)
    flow = [p for p in without_contents(passages(view)) if p.start not in held]
    named = list(_named(flow))
    found = [*_in_tables(view), *named]
    listed = [*_listed(flow, announced=len(named) < LEAST_NAMED), *_flattened(flow)]
    told = [_stems(priority.title) for priority in named]
    found += [p for p in listed if not any(_alike(_stems(p.title), words) for words in told)]
    if not found:
        found = list(_in_prose(flow))
    found.sort(key=lambda priority: priority.start)
    return [_candidate(view, priority) for priority in _once(found)]


def _stems(title: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[a-z]{4,}", title.lower())}


def _alike(one: set[str], two: set[str]) -> bool:
    return 2 * len(one & two) > min(len(one), len(two)) > 0


def _candidate(view: View, priority: Priority) -> Candidate:
    fields: dict[str, object] = {"number": priority.number, "title": priority.title, "scope": priority.scope}
    if priority.outcome:
        fields["outcome"] = priority.outcome
    return view.candidate("priorities", fields, (priority.start, priority.end), priority.confidence)


# ---- behind the word


def _named(flow: list[Passage]) -> Iterator[Priority]:
    for at, passage in enumerate(flow):
        match = _NAMED.match(passage.text)
        if (
            not match
            or len(match["title"].split()) > MOST_WORDS
            or re.match(r"(?:is|was|and|has|are|will|to)\b", match["title"])
        ):
            continue
        outcome = next((m["text"] for p in flow[at + 1 : at + 3] if (m := _OUTCOME.match(p.text))), None)
        span = passage.span(match.start("title"), len(passage.text))
        yield Priority(match["number"], match["title"].strip(" *"), None, *span, 0.9, outcome)


# ---- under a heading


def _listed(flow: list[Passage], *, announced: bool) -> Iterator[Priority]:
    heading: re.Match[str] | None = None
    section: list[Passage] = []
    before = number = ""
    for passage in flow:
        title = title_of(passage) if not passage.mark or passage.number or passage.mark.startswith("#") else ""
        opens = _HEADING.fullmatch(title) if title and not _NOT_A_HEADING.search(title) else None
        opens = opens or (_ANNOUNCED.search(passage.text) if announced and not passage.mark else None)
        if opens:
            yield from _of_section(heading, section, before)
            heading, section, before, number = opens, [], passage.text, passage.number
        elif heading is not None and (_closes(passage, title, section) or _counts_on(number, passage, section)):
            yield from _of_section(heading, section, before)
            heading, section = None, []
        elif heading is not None:
            section.append(passage)
    yield from _of_section(heading, section, before)


def _counts_on(number: str, passage: Passage, section: list[Passage]) -> bool:
    """Whether a number goes on from that of the heading: it is the next chapter's, not an entry's."""
    both = number.isdigit() and passage.number.isdigit() and not any(p.number for p in section)
    return both and int(passage.number) == int(number) + 1


def _closes(passage: Passage, title: str, section: list[Passage]) -> bool:
    marked = any(p.mark for p in section)
    if title and (passage.text.lstrip().startswith("#") or _ENTRY_ENDS.match(title) or (marked and not passage.number)):
        return True
    return not passage.mark and (
        marked or len(passage.text.split()) > MOST_WORDS or (bool(title) and passage.text.endswith(":"))
    )


def _of_section(heading: re.Match[str] | None, section: list[Passage], opening: str) -> Iterator[Priority]:
    if heading is None or not section:
        return
    entries = [p for p in section if p.mark] or [p for p in section if not p.text.endswith(":")]
    if not any(p.mark for p in section):
        entries = list(_infinitives(entries)) or (list(_short_lines(entries)) if _announces(opening) else [])
    scope = next((name for name, pattern in _SCOPES if re.search(pattern, heading[0], re.I)), None)
    for passage in entries:
        text = passage.text.strip(" *")
        if 1 <= len(text.split()) <= MOST_WORDS:
            yield Priority(passage.number or None, text.rstrip(" ."), scope, passage.start, passage.end, 0.75)


def _announces(opening: str) -> bool:
    return opening.endswith((":", ";")) and len(opening.split()) > 3


def _short_lines(entries: list[Passage]) -> Iterator[Passage]:
    """Lines without marks under "agreed these priorities:", as long as they are short and begin with a capital."""
    for passage in entries:
        words = passage.text.split()
        if len(words) > 8 or not words[0][0].isupper() or passage.text[-1] in ".:":
            return
        yield passage


def _infinitives(entries: list[Passage]) -> Iterator[Passage]:
    """Aims that have lost their bullets all begin with "To"; other lines without marks are no list."""
    if entries and sum(p.text.startswith("To ") for p in entries) >= 0.7 * len(entries) and len(entries) > 1:
        yield from entries


# ---- a list whose numbers came apart from its words


def _flattened(flow: list[Passage]) -> Iterator[Priority]:
    """ "1. 2. 3. Neglect Voice of the Child Early Help …": as many titles as numbers, told apart by their capitals."""
    for passage in flow:
        for run in _RUN_NUMBERS.finditer(passage.text):
            before = passage.text[max(run.start() - 60, 0) : run.start()]
            if not re.search(rf"(?i)\b{_NOUN}\W*$", before):
                continue
            numbers = re.findall(r"\d{1,2}", run[0])
            stop = re.compile(r"\b\d{1,2}\.\s|[.:]\s").search(passage.text, run.end())
            words = passage.text[run.end() : stop.start() if stop else len(passage.text)]
            yield from _titles(passage, run.end(), words, numbers)
            yield from _singly_numbered(passage, run.end() + len(words), int(numbers[-1]))


def _titles(passage: Passage, at: int, words: str, numbers: list[str]) -> Iterator[Priority]:
    words = re.split(r"\s+(?=(?:Areas|Other|Key|Further|Theme)\s)", words)[0]
    for number, (start, end) in zip(numbers, _parted(words, len(numbers)), strict=False):
        yield Priority(number, words[start:end].strip(), None, *passage.span(at + start, at + end), 0.6)


def _parted(words: str, count: int) -> list[tuple[int, int]]:
    """The most even way to part title-case words into `count` titles; a title begins with a capital not led by a small word."""
    tokens = list(re.finditer(r"\S+", words))
    starts = [n for n, t in enumerate(tokens) if t[0][0].isupper() and (n == 0 or not _is_small(tokens[n - 1][0]))]
    best: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {(0, 0): (0, ())}
    for made in range(count):
        for begin in starts:
            if (made, begin) not in best:
                continue
            cost, cuts = best[made, begin]
            for end in [*(s for s in starts if s > begin), len(tokens)]:
                size = end - begin
                paid = cost + size * size + (25 if size == 1 else 0)
                key = (made + 1, end)
                if key not in best or paid < best[key][0]:
                    best[key] = (paid, (*cuts, begin))
    cuts = best.get((count, len(tokens)), (0, ()))[1]
    ends = [*cuts[1:], len(tokens)]
    return [(tokens[a].start(), tokens[b - 1].end()) for a, b in zip(cuts, ends, strict=False)] if cuts else []


def _is_small(word: str) -> bool:
    return word.lower() in ("of", "the", "and", "for", "from", "in", "to", "on", "with", "a", "&")


def _singly_numbered(passage: Passage, at: int, last: int) -> Iterator[Priority]:
    """The entries after the run, each behind its own number."""
    for match in re.finditer(
        r"\b(\d{1,2})\.\s+(?P<title>[A-Z][^.\d]{2,80}?)(?=\s+o\s|\s+\d{1,2}[.\s]|\s+(?:The|This)\s|$)",
        passage.text[at:],
    ):
        if int(match[1]) != last + 1:
            return
        last += 1
        yield Priority(
            match[1],
            match["title"].strip(),
            None,
            *passage.span(at + match.start("title"), at + match.end("title")),
            0.6,
        )


# ---- in a sentence


def _in_prose(flow: list[Passage]) -> Iterator[Priority]:
    for passage in flow:
        for match in _PROSE.finditer(passage.text) if "priorities" in passage.text.lower() else ():
            if re.match(r"\w+(?:ed|en)\b", match["list"]):
                continue
            for start, end in _parts(match["list"]):
                at = match.start("list")
                title = match["list"][start:end].strip(" ,;")
                if title and len(title.split()) <= 10:
                    yield Priority(None, title, None, *passage.span(at + start, at + end), 0.5)


def _parts(words: str) -> Iterator[tuple[int, int]]:
    """Entries of a list in a sentence; one entry alone, or one with a verb, is no list."""
    listed = re.split(r"\b(?:are|is|were|was|which|that|has|have)\b", words)[0]
    stops = list(re.finditer(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+(?=[^,;]*$)", listed))
    if not stops or not any(re.search(r"[,;]", m[0]) for m in stops):
        return
    at = 0
    for stop in stops:
        yield at, stop.start()
        at = stop.end()
    yield at, len(listed)


# ---- in a table


def _table_spans(view: View) -> Spans:
    return Spans((t.rows[0][0].start, t.rows[-1][-1].end) for t in view.tables if len(t.rows) > 2)


def _in_tables(view: View) -> Iterator[Priority]:
    for table in view.tables:
        head = [cell.text for cell in table.rows[0]]
        column = next(
            (n for n, text in enumerate(head) if re.match(r"(?i)(?:\w+ ){0,2}priorit(?:y|ies)\b", text)), None
        )
        if column is None or len(table.rows) < 3:
            continue
        areas = next(
            (
                n
                for n, text in enumerate(head)
                if re.search(r"(?i)\b(?:borough|area|localit|council|partnership)", text) and n != column
            ),
            None,
        )
        known = _known_areas(view, table, areas) if areas is not None else set()
        for row in table.rows[1:]:
            yield from _of_row(row, column, areas, known)


def _of_row(row: tuple[Cell, ...], column: int, areas: int | None, known: set[str]) -> Iterator[Priority]:
    if column >= len(row) or not re.search(r"[A-Za-z]{3}", row[column].text):
        return
    title = row[column]
    cells = [c for c in row[areas:] if c.text] if areas is not None else []
    for scope in _areas_in([c.text for c in cells], known) or [None]:
        yield Priority(None, title.text, scope, title.start, max([title.end, *(c.end for c in cells)]), 0.8)


def _known_areas(view: View, table: Table, column: int) -> set[str]:
    """Names that fill a cell of the area columns; a name cut across two cells is one where the paper has it whole elsewhere."""
    rows = [[c.text for c in row[column:] if c.text] for row in table.rows[1:]]
    alone = {text for row in rows for text in row if re.fullmatch(r"[A-Z][\w’'-]+", text)}
    text = fold(view.text)
    for cells in rows:
        for left, right in pairwise(cells):
            whole = _rejoined(left, right, alone, text)
            if whole:
                alone.add(whole)
    return alone


def _rejoined(left: str, right: str, alone: set[str], text: str) -> str | None:
    tail = _without_names(left, alone)
    last = _without_names(right, alone)
    name = tail + last
    return name if tail and last and last[0].islower() and text.count(name) >= 2 else None


def _without_names(words: str, names: set[str]) -> str:
    for name in sorted(names, key=len, reverse=True):
        words = re.sub(rf"(?:^|\s){re.escape(name)}(?=\s|$)", " ", words)
    return words.strip()


def _areas_in(cells: list[str], known: set[str]) -> list[str]:
    """The names in the cells of a row: known names first, whatever else stands there as it is printed."""
    left, found = " | ".join(cells), []
    for name in sorted(known, key=len, reverse=True):
        while places := _places_of(name, left):
            found.append((places[0][0], name))
            for start, end in places:
                left = left[:start] + " " * (end - start) + left[end:]
    rest = [
        (left.find(part), part.strip())
        for part in re.split(r"\s*\|\s*|\s{2,}", left)
        if re.search(r"[A-Z][a-z]{2}", part)
    ]
    return [name for _, name in sorted([*found, *rest])]


def _places_of(name: str, words: str) -> list[tuple[int, int]]:
    """Where a name stands, whole or cut in two by the edge of a column; the cut may print a letter twice."""
    whole = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
    if whole:
        return [whole.span()]
    cuts = (n for n in range(len(name) - 1, 3, -1) if " " in name[:n] and name[n - 1].isalpha() and name[n].islower())
    for cut in cuts:
        head = re.search(rf"(?<!\w){re.escape(name[:cut])}(?!\w)", words)
        for overlap in (0, 1):
            tail = re.compile(rf"(?<!\w){re.escape(name[cut - overlap :])}(?!\w)")
            if head and (rest := tail.search(words, head.end())):
                return [head.span(), rest.span()]
    return []


def _once(found: list[Priority]) -> Iterator[Priority]:
    told: set[tuple[str, str | None]] = set()
    for priority in found:
        key = (re.sub(r"\W+", " ", priority.title.lower()).strip(), priority.scope)
        if key not in told:
            told.add(key)
            yield priority
