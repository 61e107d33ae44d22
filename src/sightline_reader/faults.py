"""What a paper lacks or contradicts, in plain words and with the place where it shows.

A fault is raised only where the paper itself says enough to be sure: a false alarm costs more trust than a miss.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sightline_reader.figure_tables import tables_of_figures
from sightline_reader.kinds.agency_attendance import attended, grids, percentage_of
from sightline_reader.layout import View
from sightline_reader.ledgers import Entry, ledgers
from sightline_reader.model import Candidate, Fault, Table
from sightline_reader.numbers import figures, whole
from sightline_reader.passages import HEADING_WORDS, passages, title_of
from sightline_reader.words import BODY_WORD, days_in

ATTENDED = frozenset(("present", "apologies", "absent", "deputy"))
LEAST_PEOPLE = 3
"""Fewer names do not make an attendance list."""

LEAST_SHARE = 0.25
"""So many of the people listed must lack both role and organisation before it is a fault of the paper."""

SAME_WORDS = 4
"""Two figures speak of one thing when their labels have the same words, at least so many."""

ROUNDING = 1.0
"""Printed sums may be rounded to whole pounds: so much per line is no mismatch."""

NEED_NO_DATE = frozenset(("dataset", "attendance_grid", "membership_list", "recommendations", "area_profile"))
DATED_BY = frozenset(("meeting", "document_date", "policy_dates"))
TITLE = 900
"""A year among so many first characters dates a yearly paper."""


def faults_of(view: View, kind: str, found: Iterable[Candidate]) -> list[Fault]:
    """The faults of a document in the order of its text."""
    by_kind: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        by_kind[candidate.kind].append(candidate)
    raised = [
        *_unreadable_pages(view),
        *_undated(view, kind, by_kind),
        *_nameless_roles(by_kind["attendance"]),
        *_without_owner_or_date(view, by_kind),
        *_two_values(view, by_kind["indicators"]),
        *_totals(view),
        *_percentages(view),
    ]
    return sorted(raised, key=lambda fault: fault.start or 0)


def _at(code: str, message: str, place: Candidate | Entry, page: int | None) -> Fault:
    return Fault(code, message, place.start, place.end, page)


# ---- what is missing

_SOMEBODY_TO = re.compile(
    r"(?:\d{1,2}[.)]\s*)?(?:For\s+)?(?:[Tt]he\s+)?(?:[A-Z][\w’'&/-]*|[Pp]artners|[Aa]gencies|[Aa]ll)(?:\s+[\w’'&/-]+){0,6}?\s+to\s+[a-z]+"
)
_OWNER_COLUMN = re.compile(r"(?im)^[^\w\n]*(?:leads?|owners?|responsib\w+|by whom|who)[^\w\n]*$")
_DATE_COLUMN = re.compile(r"(?im)^[^\w\n]*(?:timescales?/?|deadlines?|by when|due(?: date)?|target(?: date)?)[^\w\n]*$")
"""Heads of columns whose cells came apart: the paper names owners or dates, though not beside their actions."""


def _unreadable_pages(view: View) -> Iterator[Fault]:
    blank = [page for page in view.document.pages if not page.has_text]
    if blank:
        numbers = ", ".join(str(page.number) for page in blank[:12]) + (" and more" if len(blank) > 12 else "")
        pages = f"Page {numbers} has" if len(blank) == 1 else f"Pages {numbers} have"
        yield Fault(
            "no_text", f"{pages} no words that can be read: scanned pictures, perhaps.", None, None, blank[0].number
        )


def _undated(view: View, kind: str, by_kind: dict[str, list[Candidate]]) -> Iterator[Fault]:
    if (
        kind in NEED_NO_DATE
        or any(by_kind[dated] for dated in DATED_BY)
        or re.search(r"\b(?:19|20)\d\d\b", view.text[:TITLE])
    ):
        return
    if any(day.year for day in days_in(view.text[-TITLE:])):
        return
    yield Fault(
        "undated", "The paper bears no date: nobody can tell what it was true of.", 0, min(len(view.text), 80), 1
    )


def _nameless_roles(people: list[Candidate]) -> Iterator[Fault]:
    listed = [c for c in people if c.fields.get("status") in ATTENDED]
    bare = [c for c in listed if not c.fields.get("post") and not c.fields.get("organisation")]
    if len(listed) >= LEAST_PEOPLE and len(bare) >= max(2, LEAST_SHARE * len(listed)):
        message = f"{len(bare)} of the {len(listed)} people listed have neither a role nor an organisation."
        yield _at("attendees_without_role", message, bare[0], bare[0].page)


def _without_owner_or_date(view: View, by_kind: dict[str, list[Candidate]]) -> Iterator[Fault]:
    actions, advice = by_kind["actions"], by_kind["recommendations"]
    ownerless = [
        c for c in actions if not c.fields.get("who") and not _SOMEBODY_TO.match(str(c.fields.get("what") or ""))
    ]
    if not (len(ownerless) == len(actions) and _OWNER_COLUMN.search(view.text)):
        yield from _some("actions_without_owner", actions, ownerless, "action", "name nobody to do it")
    undated = [c for c in actions if not c.fields.get("by_when") and not _says_when(str(c.fields.get("what") or ""))]
    if not (len(undated) == len(actions) and _DATE_COLUMN.search(view.text)):
        yield from _some("actions_without_date", actions, undated, "action", "say not by when")
    nobody = [c for c in advice if not _addressed(c.fields)]
    yield from _some("recommendations_without_addressee", advice, nobody, "recommendation", "name nobody to act on it")
    timeless = [c for c in advice if not c.fields.get("urgency") and not _says_when(str(c.fields.get("text") or ""))]
    yield from _some("recommendations_without_date", advice, timeless, "recommendation", "say not by when")


def _some(code: str, all_of: list[Candidate], lacking: list[Candidate], noun: str, lack: str) -> Iterator[Fault]:
    if not lacking:
        return
    many = f"{len(lacking)} of the {len(all_of)} {noun}s" if len(all_of) > 1 else f"The one {noun}"
    verb = lack if len(lacking) > 1 else re.sub(r"^(name|say)", r"\1s", lack)
    yield _at(code, f"{many} {verb}.", lacking[0], lacking[0].page)


def _says_when(words: str) -> bool:
    when = (
        r"(?i)\b(?:within|by the end|(?:each|every) (?:\w+ )?(?:day|week|month|quarter|term|year|meeting)|annual\w*"
        r"|bi-?\s?annual|monthly|quarterly|ongoing|immediate\w*|next meeting"
        r"|(?:six|three|twelve) months?)\b"
    )
    return bool(days_in(words)) or bool(re.search(when, words))


def _addressed(fields: dict[str, Any]) -> bool:
    """Whether somebody is named to act, at least among the first words."""
    opening = " ".join(str(fields.get("text") or "").split()[:16])
    somebody = (
        r"\b[A-Z]{2,7}\b|(?i:\b(?:partners?|agencies|leads?|commissioners?|chairs?|managers?|schools?|services?|police"
        r"|practices|health)\b)"
    )
    return bool(fields.get("addressee") or re.search(BODY_WORD, opening, re.IGNORECASE) or re.search(somebody, opening))


# ---- two values for one figure


def _two_values(view: View, indicators: list[Candidate]) -> Iterator[Fault]:
    told: dict[tuple[object, ...], Candidate] = {}
    for candidate in indicators:
        key = _what_it_counts(view, candidate)
        if key is None:
            continue
        first = told.setdefault(key, candidate)
        one, two = first.fields["value"], candidate.fields["value"]
        if one != two and candidate.start > first.end:
            unit = "%" if candidate.fields["unit"] == "%" else ""
            label, period = candidate.fields["label"], candidate.fields["period"]
            message = f"Two values for one figure: “{label}” ({period}) is {one:,}{unit} in one place and {two:,}{unit} in another."
            yield _at("two_values", message, candidate, candidate.page)


def _what_it_counts(view: View, candidate: Candidate) -> tuple[object, ...] | None:
    """Words, unit, period and part of the paper; None where it is not plain enough what is counted, or the figure is rough."""
    fields = candidate.fields
    words = frozenset(re.findall(r"[a-z0-9][a-z’'-]+", str(fields["label"]).lower()))
    if len(words) < SAME_WORDS or not fields.get("period") or fields.get("approximate") or candidate.doubts:
        return None
    return words, fields["unit"], str(fields["period"]).lower(), fields.get("of"), _part_of(view, candidate.start)


def _part_of(view: View, offset: int) -> str:
    """The place that the heading over a figure names; figures of two places are two figures."""
    names = [t for start, t in view.once(_places) if start <= offset]
    return names[-1] if names else ""


def _places(view: View) -> list[tuple[int, str]]:
    """Headings that say whose figures follow: those with a name in capitals behind or before a common word."""
    found = [(p.start, title_of(p)) for p in passages(view)]
    return [
        (start, title)
        for start, title in found
        if title
        and not HEADING_WORDS.fullmatch(title)
        and re.search(r"(?i)\b(?:in|of|snapshot|profile|summary|borough|council)\b", title)
    ]


# ---- totals


def _totals(view: View) -> Iterator[Fault]:
    for ledger in ledgers(view):
        lines = [(e.name, float(e.value), e.is_total, e.is_neither, e) for e in ledger.entries]
        for (name, value, *_, entry), summed, left_out in _mismatches(lines):
            yield _at("total_mismatch", _says(name, value, summed, left_out, "£"), entry, view.page_of(entry.start))
    for table in tables_of_figures(view):
        yield from _of_counts(view, table)


Line = tuple[str, float, bool, bool, Any]


def _mismatches(lines: list[Line]) -> Iterator[tuple[Line, float, Line | None]]:
    """Totals that neither the lines since the last total, nor all lines, nor the totals before them add up to."""
    since: list[Line] = []
    everything: list[Line] = []
    totals: list[Line] = []
    for line in lines:
        if line[3]:
            continue
        if not line[2]:
            since.append(line)
            everything.append(line)
            continue
        ways = [part for part in (since, everything, totals) if len(part) >= 2]
        if since and len(since) >= 2 and not any(_adds_up(part, line[1]) for part in ways):
            summed = sum(part[1] for part in since)
            apart = next((part for part in since if abs(summed - part[1] - line[1]) < ROUNDING), None)
            yield line, summed, apart
        since, totals = [], [*totals, line]


def _adds_up(part: list[Line], total: float) -> bool:
    allowed = ROUNDING * len(part) if any(line[1] % 1 for line in part) or total % 1 else ROUNDING
    return abs(sum(line[1] for line in part) - total) <= allowed


def _says(name: str, value: float, summed: float, left_out: Line | None, unit: str) -> str:
    told = f"“{name}” is given as {unit}{whole(value):,}, but its lines add up to {unit}{whole(round(summed, 2)):,}."
    return f"{told} It is right without “{left_out[0]}”." if left_out else told


def _of_counts(view: View, table: Table) -> Iterator[Fault]:
    """Columns of whole numbers over a row that is called total."""
    money = [(e.start, e.end) for ledger in ledgers(view) for e in ledger.entries]
    if len(table.rows) < 4 or any(a < table.rows[-1][-1].end and table.rows[0][0].start < b for a, b in money):
        return
    for column in range(1, len(table.rows[0])):
        lines: list[Line] = []
        for row in table.rows[1:]:
            amount = figures(" " + row[column].text) if column < len(row) else []
            if not amount or amount[0].unit != "count" or not re.fullmatch(r"[\d,]+", row[column].text):
                lines = []
                continue
            lines.append(
                (
                    row[0].text,
                    float(amount[0].value),
                    bool(re.match(r"(?i)(?:grand )?totals?\b", row[0].text)),
                    False,
                    row[column],
                )
            )
        for (name, value, *_, cell), summed, left_out in _mismatches(lines):
            head = table.rows[0][column].text
            message = _says(f"{name} ({head})" if head else name, value, summed, left_out, "")
            yield Fault("total_mismatch", message, cell.start, cell.end, table.page)


# ---- percentages of attendance


def _percentages(view: View) -> Iterator[Fault]:
    """Printed percentages that differ from the marks beside them; rows with an unknown mark are left alone."""
    for grid in grids(view):
        for row in grid.table.rows[1:]:
            printed = percentage_of(row, grid)
            marks = [attended(row[n].text) for n in grid.dates if n < len(row)]
            if printed is None or not marks or None in marks:
                continue
            came = sum(map(bool, marks))
            share = 100 * came / len(marks)
            if abs(share - printed) > ROUNDING:
                told = f"the marks say {came} of {len(marks)} meetings, which is {share:.0f}%"
                message = f"{row[0].text}: the attendance is given as {whole(printed)}%, but {told}."
                yield Fault("percentage_mismatch", message, row[0].start, row[-1].end, grid.table.page)
