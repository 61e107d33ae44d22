"""What a sheet of a register looks like, and how its cells are read. Pure: cells come in as a workbook gives them.

Excel stores a date as a date, a number as a number and what people typed as text; all three are met in one column.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from sightline_reader.words import days_in

MOST_ROWS = 5000
"""Rows of one import; more are split into several files."""
LONGEST_TEXT = 10_000


class Kind(StrEnum):
    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"
    NAMES = "names"
    """Several names, parted by semicolons."""


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    title: str
    kind: Kind = Kind.TEXT
    needed: bool = False
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """(value, label); a person may write either."""


@dataclass(frozen=True, slots=True)
class Sheet:
    code: str
    title: str
    columns: tuple[Column, ...]
    about: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something to mend: where (sheet, column letter, row as the workbook counts them), what, and what to do."""

    sheet: str
    column: str
    row: int
    what: str
    todo: str

    @property
    def place(self) -> str:
        return f"{self.column}{self.row}" if self.column else f"row {self.row}"


@dataclass(frozen=True, slots=True)
class Line:
    """One row that can be read: its values by column key, and the letter of each column for what comes after."""

    row: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parsed:
    lines: tuple[Line, ...] = ()
    faults: tuple[Fault, ...] = ()
    letters: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    """Columns of the file that this register does not have, as "F, Colour"."""
    top: int = 0
    """The row of the headings, counted from 0."""


class Mistaken(Exception):
    """A cell cannot be read: what is wrong and what to do."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what, self.todo = what, todo


def letter(place: int) -> str:
    """0 is A, 25 is Z, 26 is AA: as the workbook names its columns."""
    name, number = "", place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def parse(sheet: Sheet, name: str, rows: Sequence[Sequence[Any]]) -> Parsed:
    """Rows of one worksheet from its first; the first row that has anything holds the headings."""
    top = next((n for n, row in enumerate(rows) if any(_words(cell) for cell in row)), None)
    if top is None:
        return Parsed(faults=(Fault(name, "", 1, "This sheet is empty.", "Fill in the template and bring that in."),))
    places, left_out = _places(sheet, rows[top])
    missing = [column for column in sheet.columns if column.needed and column.key not in places]
    if missing:
        return Parsed((), tuple(_no_column(name, top + 1, column) for column in missing), {}, left_out, top)
    letters = {key: letter(place) for key, place in places.items()}
    filled = [(n, row) for n, row in enumerate(rows[top + 1 :], top + 2) if any(_words(cell) for cell in row)]
    if len(filled) > MOST_ROWS:
        said = f"{len(filled):,} rows are more than the {MOST_ROWS:,} that one import takes."
        return Parsed(
            faults=(Fault(name, "", filled[MOST_ROWS][0], said, "Split the file."),), letters=letters, top=top
        )
    lines, faults = [], []
    for number, row in filled:
        values, wrong = _row(sheet, name, number, row, places)
        faults += wrong
        if not wrong:
            lines.append(Line(number, values))
    return Parsed(tuple(lines), tuple(faults), letters, left_out, top)


def _places(sheet: Sheet, headings: Sequence[Any]) -> tuple[dict[str, int], tuple[str, ...]]:
    known = {_folded(column.title): column.key for column in sheet.columns}
    places: dict[str, int] = {}
    left_out = []
    for place, heading in enumerate(headings):
        key = known.get(_folded(_words(heading)))
        if key and key not in places:
            places[key] = place
        elif _words(heading):
            left_out.append(f"{letter(place)}, {_words(heading)[:60]}")
    return places, tuple(left_out)


def _no_column(name: str, row: int, column: Column) -> Fault:
    return Fault(name, "", row, f"There is no column “{column.title}”.", f"Add a column headed “{column.title}”.")


def _row(
    sheet: Sheet, name: str, number: int, row: Sequence[Any], places: Mapping[str, int]
) -> tuple[dict[str, Any], list[Fault]]:
    values: dict[str, Any] = {}
    faults = []
    for column in sheet.columns:
        place = places.get(column.key)
        cell = row[place] if place is not None and place < len(row) else None
        try:
            values[column.key] = value_of(column, cell)
        except Mistaken as wrong:
            faults.append(Fault(name, letter(place) if place is not None else "", number, wrong.what, wrong.todo))
    return values, faults


def value_of(column: Column, cell: Any) -> Any:
    """The cell as its column wants it: None (text: "", names: ()) when it is empty. Raises Mistaken."""
    words = _words(cell)
    if not words:
        if column.needed:
            raise Mistaken(f"“{column.title}” is empty.", column.hint or f"Enter “{column.title}”.")
        return {Kind.TEXT: "", Kind.NAMES: ()}.get(column.kind)
    return _READ[column.kind](column, cell, words)


def _text(column: Column, cell: Any, words: str) -> str:
    if len(words) > LONGEST_TEXT:
        raise Mistaken(f"This cell holds {len(words):,} characters.", f"Shorten it to {LONGEST_TEXT:,}.")
    return words


def _date(column: Column, cell: Any, words: str) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", words):
        found = [(int(match[1]), int(match[2]), int(match[3]))]
    elif match := re.fullmatch(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})", words):
        found = [(int(match[3]), int(match[2]), int(match[1]))]
    else:
        found = [(d.year, d.month, d.day) for d in days_in(words) if d.year and d.day]
    try:
        return date(*found[0])
    except (IndexError, ValueError):
        raise Mistaken(f"“{words[:60]}” is not a date.", "Enter a day such as 27/03/2027.") from None


def _number(column: Column, cell: Any, words: str) -> int:
    try:
        number = float(words.replace(",", ""))
    except ValueError:
        number = -1.5
    if number < 0 or not number.is_integer():
        raise Mistaken(f"“{words[:60]}” is not a whole number.", "Enter a whole number, such as 12.")
    return int(number)


YES, NO = frozenset({"yes", "y", "true", "1"}), frozenset({"no", "n", "false", "0"})


def _yes_no(column: Column, cell: Any, words: str) -> bool:
    said = words.casefold()
    if said not in YES | NO:
        raise Mistaken(f"“{words[:60]}” is neither yes nor no.", "Enter Yes or No.")
    return said in YES


def _choice(column: Column, cell: Any, words: str) -> str:
    known = {_folded(label): value for value, label in column.choices} | {_folded(v): v for v, _ in column.choices}
    value = known.get(_folded(words))
    if value is None:
        offered = ", ".join(label for _, label in column.choices)
        raise Mistaken(f"“{words[:60]}” is not one of the choices.", f"Enter one of: {offered}.")
    return value


def _names(column: Column, cell: Any, words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[;\n]", words) if part.strip())


_READ = {
    Kind.TEXT: _text,
    Kind.DATE: _date,
    Kind.NUMBER: _number,
    Kind.YES_NO: _yes_no,
    Kind.CHOICE: _choice,
    Kind.NAMES: _names,
}


def _words(cell: Any) -> str:
    """A cell as people see it; a whole number has no ".0"."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "Yes" if cell else "No"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return " ".join(str(cell).replace("\xa0", " ").split(" ")).strip()


def _folded(words: str) -> str:
    return re.sub(r"[\W_]+", " ", words.casefold()).strip()


def shown(cell: Any) -> str:
    """A cell for the sheet of errors."""
    return _words(cell)


def nearest(words: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Names that share a word with what was written, to be offered."""
    wanted = set(_folded(words).split())
    scored = sorted(((len(wanted & set(_folded(name).split())), name) for name in known), key=lambda s: (-s[0], s[1]))
    return tuple(name for score, name in scored[:most] if score)
