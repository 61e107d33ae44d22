"""Tables of people: which column holds what, what the marks mean, and one entry for each person and meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sightline_reader.aligned import aligned_tables
from sightline_reader.glance import holds_any
from sightline_reader.layout import View, fold
from sightline_reader.model import Cell, Table
from sightline_reader.numbers import financial_year
from sightline_reader.people.entries import entries_in
from sightline_reader.people.entry import Entry
from sightline_reader.people.labels import ABSENT, APOLOGIES, DEPUTY, PRESENT, label_of
from sightline_reader.people.marks import legend_of, meaning_of
from sightline_reader.people.names import Name, name_at
from sightline_reader.people.posts import kind_of_words
from sightline_reader.words import MONTHS, days_in

HEADER_ROWS = 6
"""How far down a table its column heads may stand."""
LEAST_PEOPLE = 2
DEPUTY_UNNAMED = "A deputy came for this person; the grid does not name them."

_HEADS = (
    ("initials", r"initials?"),
    ("deputy", r".*\b(?:deputy|deputies|substitutes?|sub)\b.*"),
    ("apologies", r"apolog(?:y|ies)(?: received)?|apols?\.?"),
    ("absent", r"absent|did not attend|dna"),
    ("present", r"present|attended|in attendance|attending"),
    ("status", r"(?:attendance|status|attended\??|present ?/ ?apologies|p ?/ ?a)(?: status)?"),
    ("role_and_organisation", r"(?:title|role|post|position|designation|job title)s?\s*(?:&|and|/|,)\s*"
                              r"(?:organisation|agency|company)s?"),
    ("person", r"(?:full |members?[’']?s? |board |seat ?holder |attendees? )?"
               r"(?:names?|members?|attendees?|person|representatives?|officers?|delegates?)"
               r"(?: of (?:member|representative|attendee)s?)?(?: / | and )?(?:names?)?"),
    ("forename", r"(?:first|given|fore) ?names?"),
    ("surname", r"(?:sur|last|family) ?names?"),
    ("post", r"(?:job )?(?:titles?|roles?|posts?|positions?|designations?|job roles?)(?: held| on board)?"),
    ("organisation", r".*\b(?:organisations?|agency|agencies|representing|partners?|department|employer|body|company"
                     r"|services?|sector)\b.*"),
    ("from", r"(?:start|from|since|appointed|joined|date (?:joined|appointed|started))(?: date| on)?"),
    ("to", r"(?:end|to|until|left|date left|term ends?)(?: date| on)?"),
)  # fmt: skip
_PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in _HEADS)
_PERSON_STEMS = ("name", "member", "attendee", "person", "representative", "officer", "delegate")
"""Every head of a column of people holds one: most rows hold none, and need no closer look."""
_MONTH = re.compile(rf"(?i)\b(?P<month>{'|'.join(m[:3] for m in MONTHS)})[a-z]*\.?\W*(?:'?(?P<year>\d\d(?:\d\d)?))?$")


@dataclass(frozen=True, slots=True)
class Seat:
    """A person as one row gives them; `meeting_date` where the table has a column for each meeting."""

    entry: Entry
    status: str | None
    meeting_date: str | None = None
    doubt: str | None = None
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Roster:
    table: Table
    columns: dict[str, int]
    meetings: dict[int, str | None]
    first_row: int
    legend: dict[str, str]

    def cell(self, row: tuple[Cell, ...], role: str) -> Cell | None:
        n = self.columns.get(role)
        return row[n] if n is not None and n < len(row) and row[n].text else None


def rosters(view: View) -> list[Roster]:
    """The tables of the document that list people."""
    tables = (*view.tables, *aligned_tables(view, _heads_people, ends=lambda words: label_of(words) is not None))
    return [roster for table in tables if (roster := _roster(view, table))]


def _heads_people(row: tuple[Cell, ...]) -> bool:
    columns = _columns(row)
    told = {"post", "organisation", "role_and_organisation", "present", "apologies", "status"} & columns.keys()
    return "person" in columns and bool(told)


def _roster(view: View, table: Table) -> Roster | None:
    for n, row in enumerate(table.rows[:HEADER_ROWS]):
        columns = _columns(row)
        if "person" not in columns and {"forename", "surname"} - columns.keys():
            continue
        year = financial_year(" ".join([table.caption, view.text[:1500]]))
        first, last = table.rows[0][0].start, table.rows[-1][-1].end
        legend = legend_of(f"{view.text[max(first - 600, 0) : first]} {view.text[last : last + 600]}")
        meetings = {
            m: _meeting(cell.text, year)
            for m, cell in enumerate(row)
            if m not in columns.values() and _is_meeting(cell.text)
        }
        roster = Roster(table, columns, meetings, n + 1, legend)
        people = [r for r in table.rows[n + 1 :] if _person(roster, r)]
        return roster if len(people) >= LEAST_PEOPLE else None
    return None


def _columns(row: tuple[Cell, ...]) -> dict[str, int]:
    """Which column holds what; nothing where none names people."""
    if not any(holds_any(cell.text, _PERSON_STEMS) for cell in row):
        return {}
    columns: dict[str, int] = {}
    for n, cell in enumerate(row):
        words = fold(cell.text).strip(" :*")
        role = next((role for role, pattern in _PATTERNS if words and pattern.fullmatch(words)), None)
        if role and role not in columns:
            columns[role] = n
    return columns


def _is_meeting(head: str) -> bool:
    return bool(days_in(head) or (_MONTH.search(head) and len(head) < 25))


def _meeting(head: str, year: str | None) -> str | None:
    """The date of a column's meeting, its year from the head or from the financial year that the paper names."""
    if days := days_in(head):
        day = days[0]
        known = day.year or (int(year[:4]) + (day.month < 4) if year else None)
        return day.written(known)
    month = _MONTH.search(head)
    if month is None:
        return None
    number = 1 + [name[:3] for name in MONTHS].index(month["month"][:3].lower())
    if month["year"]:
        return f"{2000 + int(month['year']) % 100}-{number:02d}"
    return f"{int(year[:4]) + (number < 4)}-{number:02d}" if year else None


# ---- rows
def seats_of(view: View, roster: Roster) -> Iterator[Seat]:
    """Each person of each row, once for each meeting where there are several; a status that nothing tells is None."""
    heading: str | None = None
    marks = {
        row[n].text.strip().lower()
        for row in roster.table.rows[roster.first_row :]
        for n in roster.meetings
        if n < len(row)
    }
    for row in roster.table.rows[roster.first_row :]:
        person = _person(roster, row)
        if person is None:
            filled = [cell.text for cell in row if cell.text]
            heading = filled[0] if len(filled) == 1 and len(filled[0]) < 80 else heading
            continue
        for entry in _entries(view, roster, row, person, heading):
            yield from _seats(view, roster, row, entry, marks)


def _person(roster: Roster, row: tuple[Cell, ...]) -> Cell | None:
    """The cell that names the person of a row, if it does."""
    cell = roster.cell(row, "person") or roster.cell(row, "surname")
    if cell is None or re.match(r"(?i)vacan|tbc|total|name\b|various", cell.text):
        return None
    if "surname" in roster.columns and "person" not in roster.columns:
        return cell
    return cell if name_at(cell.text) or _plain_name(cell.text) else None


def _plain_name(text: str) -> bool:
    """In a column of names, two or three capitalised words are a name whatever they are."""
    if kind_of_words(text) != "unknown":
        return False
    return bool(re.fullmatch(r"[A-ZÀ-Þ][\w’'.-]+(?: (?:de|van|von|al|bin) )?(?: [A-ZÀ-Þ][\w’'-]*\.?){1,3}", text))


def _entries(view: View, roster: Roster, row: tuple[Cell, ...], cell: Cell, heading: str | None) -> list[Entry]:
    forename = roster.cell(row, "forename")
    if forename is not None and "person" not in roster.columns:
        entries = [_made(f"{forename.text} {cell.text}", min(forename.start, cell.start), max(forename.end, cell.end))]
    else:
        entries = entries_in(view.text, cell.start, cell.end) or [_made(cell.text, cell.start, cell.end)]
    for entry in entries:
        entry.office = entry.role.post
        entry.heading = heading if "organisation" not in roster.columns else None
        for role in ("post", "role_and_organisation", "organisation"):
            if told := roster.cell(row, role):
                _tell(entry, role, told.text)
        if initials := roster.cell(row, "initials"):
            entry.initials = initials.text
        entry.end = max(entry.end, cell.end)
    return entries


def _made(person: str, start: int, end: int) -> Entry:
    person = fold(person)
    return Entry(Name(person, start, end, start, end, None, False, 2), start, end)


def _tell(entry: Entry, role: str, text: str) -> None:
    """A column of posts or of organisations says itself which of the two its cells are."""
    if role == "role_and_organisation":
        for part in re.split(r",\s+(?![^()]*\))|\s[–-]\s|\n", text):
            entry.add(part.strip(), 0)
        return
    office = re.search(r"\(((?:Vice[- ]|Deputy |Co-|Independent )*Chair(?:man|person)?)\)", text)
    plain = fold(text.replace(office[0], " ")) if office else text
    if office:
        entry.office = office[1]
    stands_in = re.search(r"\((?:for|sub(?:stitute)? for|deput\w+ for|on behalf of)\s+([^)]+)\)", plain, re.IGNORECASE)
    if stands_in and (whom := name_at(stands_in[1])):
        entry.status, entry.deputy_for = DEPUTY, whom.person
        plain = fold(plain.replace(stands_in[0], " "))
    if role == "post":
        entry.said_post = plain
    else:
        entry.said_organisation = plain


def _seats(view: View, roster: Roster, row: tuple[Cell, ...], entry: Entry, marks: set[str]) -> Iterator[Seat]:
    extra = {name: cell.text for name in ("from", "to") if (cell := roster.cell(row, name))}
    if roster.meetings:
        for n, date in roster.meetings.items():
            mark = row[n].text if n < len(row) else ""
            status, doubt = meaning_of(mark, roster.legend, marks)
            if status == DEPUTY and entry.status is None:
                doubt = DEPUTY_UNNAMED
            if status != "not a member":
                yield Seat(entry, status, date, doubt, extra)
        return
    status, date, doubt = _status(roster, row)
    yield Seat(entry, entry.status or status, date, doubt, extra)
    if deputy := roster.cell(row, "deputy"):
        for stand_in in entries_in(view.text, deputy.start, deputy.end):
            stand_in.deputy_for = entry.name.person
            named_only = _status(roster, row)[0] not in (APOLOGIES, ABSENT)
            yield Seat(stand_in, "named deputy" if named_only else DEPUTY)


def _status(roster: Roster, row: tuple[Cell, ...]) -> tuple[str | None, None, str | None]:
    """From ticks under `Present` and `Apologies`, or the words of a column of attendance."""
    for role in (APOLOGIES, ABSENT, PRESENT):
        cell = roster.cell(row, role)
        if cell and meaning_of(cell.text, {}, set())[0] != ABSENT:
            return role, None, None
    if status := roster.cell(row, "status"):
        said, doubt = meaning_of(status.text, roster.legend, set())
        return said, None, doubt
    return None, None, None
