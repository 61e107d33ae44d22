"""A table of people with a mark for each, read across its columns, so that marks and names fall inside other cells."""

import itertools
import re

from sightline_reader.people.entry import Entry
from sightline_reader.people.name_words import GIVEN, NOT_NAMES
from sightline_reader.people.names import LIKELY, Name, name_at
from sightline_reader.people.vocabulary import POST_NOUNS, POST_STARTS

LEAST_ROWS = 3
_TOKEN = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ’'-]*|[✓✔√✗✘×_]")
_PRESENT_MARKS, _APOLOGY_MARKS = frozenset("YyP✓✔√"), frozenset("AN✗✘×x")
MARK_HEADER = re.compile(
    r"\bname\b.{0,80}\b(?:present|apolog(?:ies|y)|attend(?:ed|ance)|deputy)\b", re.IGNORECASE | re.DOTALL
)
LONGEST_ROW = 320


def marked_rows(text: str, start: int, end: int) -> list[Entry]:
    """Rows of `Name post organisation Y`, in which the mark, and parts of a name, may fall inside the other columns."""
    tokens = list(_TOKEN.finditer(text, start, end))
    marks = [n for n, t in enumerate(tokens) if _is_mark(text, t)]
    if len(marks) < LEAST_ROWS:
        return []
    areas = _areas(tokens)
    starts = _row_starts(text, tokens, marks, areas)
    out: list[Entry] = []
    for n, (first, name, lone) in enumerate(starts):
        stop = starts[n + 1][0] if n + 1 < len(starts) else len(tokens)
        mark = next((m for m in marks if first < m < stop), None)
        if mark is not None and tokens[mark].start() - tokens[first].start() < LONGEST_ROW:
            out += _row(text, tokens, first, mark, stop, name, lone, areas)
    return out


def _is_mark(text: str, token: re.Match[str]) -> bool:
    if token[0] not in _PRESENT_MARKS | _APOLOGY_MARKS:
        return False
    return token[0] in "✓✔√✗✘×" or (
        text[token.start() - 1].isspace() and not re.match(r"[.’']|\s[a-z]", text[token.end() : token.end() + 2])
    )


def _areas(tokens: list[re.Match[str]]) -> frozenset[str]:
    """Words that somewhere stand right before or behind a word of organisations: names of areas."""
    orgs = frozenset(
        [
            "nhs",
            "council",
            "county",
            "borough",
            "police",
            "healthcare",
            "ccg",
            "hospital",
            "hospitals",
            "clinical",
            "lscb",
            "scb",
            "city",
            "district",
        ]
    )
    pairs = list(itertools.pairwise(tokens))
    before = {a[0].lower() for a, b in pairs if b[0].lower() in orgs and a[0][0].isupper()}
    return frozenset(before | {b[0].lower() for a, b in pairs if a[0].lower() == "nhs" and b[0][0].isupper()})


def _namey(token: re.Match[str], areas: frozenset[str]) -> bool:
    word = token[0].lower()
    plain = token[0][0].isupper() and len(word) > 1 and not token[0].isupper()
    return plain and word not in areas and (word not in NOT_NAMES or word in GIVEN)


def _row_starts(
    text: str, tokens: list[re.Match[str]], marks: list[int], areas: frozenset[str]
) -> list[tuple[int, Name | None, int | None]]:
    """For each row its first token, with the name, or with the token of the surname where the name is torn."""
    starts: list[tuple[int, Name | None, int | None]] = []
    skip_to = 0
    for n, token in enumerate(tokens):
        if token.start() < skip_to or not token[0][0].isupper():
            continue
        name = name_at(text, token.start(), areas)
        if name and _is_row_name(tokens, n, name, areas):
            starts.append((n, name, None))
            skip_to = name.name_end
        elif torn := _torn_name(tokens, n, marks, areas):
            starts.append((n, None, torn))
    return starts


def _is_row_name(tokens: list[re.Match[str]], n: int, name: Name, areas: frozenset[str]) -> bool:
    """All its words may be of a name, and the next two words are no better one."""
    own = [m for m in range(n, min(n + 8, len(tokens))) if name.name_start <= tokens[m].start() < name.name_end]
    if not own or not all(_namey(tokens[m], areas) for m in own):
        return False
    given = [tokens[m][0].lower() in GIVEN for m in own]
    beyond = own[-1] + 1
    goes_on = beyond < len(tokens) and _namey(tokens[beyond], areas)
    return name.titled or given[0] or not (given[-1] and goes_on)


def _torn_name(tokens: list[re.Match[str]], n: int, marks: list[int], areas: frozenset[str]) -> int | None:
    """A lone given name before a post, whose surname stands right behind the row's mark."""
    following = tokens[n + 1][0].lower() if n + 1 < len(tokens) else ""
    if not _namey(tokens[n], areas) or following not in POST_STARTS | POST_NOUNS or n - 1 in marks:
        return None
    mark = next((m for m in marks if m > n), None)
    if mark is None or mark + 1 >= len(tokens) or mark - n > 14:
        return None
    return mark + 1 if _namey(tokens[mark + 1], areas) and tokens[mark + 1][0].lower() not in GIVEN else None


def _row(
    text: str, tokens: list[re.Match[str]], first: int, mark: int, stop: int, name: Name | None, lone: int | None,
    areas: frozenset[str],
) -> list[Entry]:  # fmt: skip
    used = {mark}
    if name is None and lone is not None:
        name = _made(tokens[first], tokens[lone])
        used.add(lone)
    if name is None:
        return []
    status = "present" if tokens[mark][0] in _PRESENT_MARKS else "apologies"
    row_end = tokens[lone].end() if lone else tokens[mark].end()
    entry = Entry(name, name.start, max(name.end, row_end) if lone else name.end, status=status)
    people = [entry]
    if status == "apologies" and (deputy := _deputy(tokens, mark, stop, areas)):
        used |= set(deputy)
        made = _made(tokens[deputy[0]], tokens[deputy[1]])
        people.append(Entry(made, made.start, made.end, status="deputy", deputy_for=name.person))
    _tell_columns(entry, text, tokens, name, stop, used)
    return people


def _made(given: re.Match[str], surname: re.Match[str]) -> Name:
    person = f"{given[0]} {surname[0]}"
    return Name(person, given.start(), surname.end(), given.start(), surname.end(), None, False, LIKELY)


def _deputy(tokens: list[re.Match[str]], mark: int, stop: int, areas: frozenset[str]) -> tuple[int, int] | None:
    """Behind an apology: a given name at once, and the last other word of a name before the row ends."""
    if mark + 1 >= stop or not _namey(tokens[mark + 1], areas):
        return None
    others = [n for n in range(mark + 2, stop) if _namey(tokens[n], areas)]
    return (mark + 1, others[-1]) if others else None


_OFFICE = re.compile(r"\(?((?:Vice |Deputy |Co-)?Chair(?:man|person)?)\)")


def _tell_columns(entry: Entry, text: str, tokens: list[re.Match[str]], name: Name, stop: int, used: set[int]) -> None:
    """What is left of the row, without the mark and the torn parts of names, is post and organisation."""
    end = tokens[stop].start() if stop < len(tokens) else tokens[-1].end()
    torn = any(tokens[n].end() == name.name_end for n in used)
    at = next(t.end() for t in tokens if t.start() == name.name_start) if torn else name.name_end
    said = ""
    for n in sorted(n for n in used if tokens[n].start() >= at):
        said += text[at : tokens[n].start()] + " "
        at = tokens[n].end()
    row = " ".join((said + text[at:end]).replace("_", " ").split())
    office = _OFFICE.search(row)
    row = _OFFICE.sub(" ", row)
    parts = [" ".join(part.split()) for part in re.split(r",\s+(?![^()]*\))", row) if part.strip()]
    if office and "chair" not in row.lower():
        parts.append(office[1])
    for part in parts:
        entry.add(part, 0)
