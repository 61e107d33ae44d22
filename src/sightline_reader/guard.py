"""Governance only: files that hold records about single children are held back before any of their text is kept.

A hold says what was seen and where, never the value. Ordinary papers are full of numbers, so one number that fits by
chance is not enough: it needs its name beside it, or company.
"""

import re
from collections.abc import Callable, Iterator

from sightline_reader.model import Cell, Document, Hold, Table

NEAR = 60
"""Characters before a number in which its name may stand."""

ALONE = 2
"""Different numbers with a right check digit that need no name beside them, when they are written as such numbers are."""

SHARE_BY_CHANCE = 0.5
"""Above this share of right check digits a list of bare ten-digit numbers is no chance (one in eleven would be)."""

MOST_PLACES = 5

NHS_NUMBER = re.compile(r"(\d{3})(?<![\d+./,£#-]...)([ -]?)(\d{3})\2(\d{4})(?![\d/]|[.,]\d)")
NHS_FIRST = (
    "4679"  # issued in England, Wales and the Isle of Man from 4, 6 and 7; 9 marks test numbers. 0 is a telephone
)
NHS_NAME = re.compile(r"\bNHS\s*(?:no|num|number|id)?\b\s*[:.#]?|\bpatient\b", re.IGNORECASE)

UPN = re.compile(r"([A-HJ-NP-RT-Z])(?<!\w.)(\d{11}[\dA-HJ-NP-RT-Z])\b")
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN_NAME = re.compile(r"\bUPNs?\b|\bpupils?\b", re.IGNORECASE)

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
DATE = rf"(?:\d{{1,2}}[./ -]\d{{1,2}}[./ -]\d{{2,4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}})"
BORN = re.compile(
    rf"\b(?P<label>d\.?o\.?b\b\.?|date of birth)\s*[:=(]?\s*{DATE}|\bborn (?:on )?(?:the )?{DATE}", re.IGNORECASE
)
IS_DATE = re.compile(DATE, re.IGNORECASE)
TELLS_OF_BIRTH = ("born", "birth", "dob", "d.o.b")
OF_A_CHILD = re.compile(
    r"\b(?:child|boy|girl|baby|babies|infant|toddler|sibling|son|daughter|pupil|young person|looked after)s?\b",
    re.IGNORECASE,
)

CHILD_NUMBERS = {
    *(
        "child",
        "childid",
        "lachildid",
        "childuniqueid",
        "uniquechildid",
        "childidentifier",
        "childrefno",
        "childreference",
    ),
    *(
        "upn",
        "formerupn",
        "uniquepupilnumber",
        "pupilid",
        "nhsnumber",
        "nhsno",
        "personid",
        "clientid",
        "caseid",
        "casenumber",
    ),
}
ABOUT_ONE_CHILD = {
    *(
        "dob",
        "dateofbirth",
        "birthdate",
        "personbirthdate",
        "mcdob",
        "expectedpersonbirthdate",
        "gendercurrent",
        "ethnic",
    ),
    *("decom", "rne", "placeprovider", "homepost", "plpost", "reasonplacechange", "sdqscore", "missing", "misstart"),
    *(
        "reviewcode",
        "duc",
        "dateint",
        "datematch",
        "legalstatus",
        "childforename",
        "childsurname",
        "forename",
        "surname",
    ),
    *(
        "firstname",
        "lastname",
        "ageofchildyears",
        "ageatreferraldate",
        "dateofcontact",
        "upnunknown",
        "cinreferraldate",
    ),
    *("referraldate", "primaryneed", "primaryneedcode", "cpplanstartdate", "cppstartdate", "unborn"),
}
"""Column names of child-level returns (SSDA903, children in need census, Ofsted Annex A, school census), folded."""

BIRTH_COLUMNS = {"dob", "dateofbirth", "birthdate", "personbirthdate", "childdob", "mcdob"}
RETURN_ELEMENT = re.compile(r"<(?:LAchildID|PersonBirthDate|CHILDID|FormerUPN|UPN)>\s*[^<\s]")
"""Elements of the returns in their XML form."""

SEPARATOR = re.compile(r"[,;|\t]")
RETURN_LINE = re.compile(
    r"^[^\n.]{0,300}?\b(?:child|upn|nhs|id|number)\b[^\n.,;|\t]{0,60}[,;|\t][^\n.]{0,2000}$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that may hold the names of such columns; bounded, so that a line without end costs no more than its length."""

WHAT_TO_DO = (
    "Sightline keeps nothing about a child, so this file was held back and nothing in it was kept. Take these out, or put "
    "totals in their place, and drop the file in again."
)


Names = list[list[list[str]]]
"""The cells of the rows of the tables, each with its letters only, as the name of a column is compared."""


def hold_for(document: Document) -> Hold | None:
    """Why the document must not be kept, or None."""
    names = _names(document)
    for code, find, one, many in LOOKS:
        places = find(document, names)
        if places:
            shown = tuple(_place(document, at) for at in places[:MOST_PLACES])
            count = f"1 {one}" if len(places) == 1 else f"{len(places):,} {many}"
            return Hold(code, f"This file seems to hold {count}, first at {shown[0]}. {WHAT_TO_DO}", shown)
    return None


def is_nhs_number(digits: str) -> bool:
    """Modulus 11: nine digits weighted 10 to 2; 11 less the remainder is the tenth (11 counts as 0, 10 is never issued)."""
    total = sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return (11 - total % 11) % 11 == int(digits[9])


def is_upn(letter: str, rest: str) -> bool:
    """Modulus 23: twelve characters weighted 2 to 13; a temporary number's last letter counts as its place."""
    values = [int(character) if character.isdigit() else UPN_LETTERS.index(character) for character in rest]
    total = sum(value * weight for value, weight in zip(values, range(2, 14), strict=True))
    return UPN_LETTERS[total % 23] == letter


def _nhs_numbers(document: Document, names: Names) -> list[int]:
    text = document.text
    found = [match for match in NHS_NUMBER.finditer(text) if match[1][0] in NHS_FIRST]
    right = [match for match in found if is_nhs_number(match[1] + match[3] + match[4])]
    named = [match.start() for match in right if _is_named(text, match.start(), NHS_NAME)]
    named += [
        cell.start
        for cell in _under(document, names, {"nhsnumber", "nhsno", "nhsid"})
        if _is_bare_nhs_number(cell.text)
    ]
    spaced = [match.start() for match in right if match[2]]
    bare = [match.start() for match in right if not match[2]]
    if _different(text, spaced, 12) >= ALONE:
        named += spaced
    if _different(text, bare, 10) > ALONE and len(bare) > SHARE_BY_CHANCE * sum(1 for m in found if not m[2]):
        named += bare
    return sorted(set(named))


def _is_bare_nhs_number(text: str) -> bool:
    digits = text.replace(" ", "").replace("-", "")
    return len(digits) == 10 and digits.isdigit() and is_nhs_number(digits)


def _different(text: str, places: list[int], length: int) -> int:
    return len({text[at : at + length] for at in places})


def _upns(document: Document, names: Names) -> list[int]:
    text = document.text
    right = [match.start() for match in UPN.finditer(text) if is_upn(match[1], match[2])]
    if _different(text, right, 13) >= ALONE:
        return right
    named = [at for at in right if _is_named(text, at, UPN_NAME)]
    return named + [cell.start for cell in _under(document, names, {"upn", "formerupn"}) if cell.start in right]


def _is_named(text: str, at: int, name: re.Pattern[str]) -> bool:
    return bool(name.search(text, max(at - NEAR, 0), at))


def _births(document: Document, names: Names) -> list[int]:
    text = document.text
    lower = text.lower()
    told = [
        match.start()
        for match in (BORN.finditer(text) if any(word in lower for word in TELLS_OF_BIRTH) else ())
        if match["label"] or OF_A_CHILD.search(text, max(match.start() - 2 * NEAR, 0), match.end() + NEAR)
    ]
    columns = [cell.start for cell in _under(document, names, BIRTH_COLUMNS) if IS_DATE.match(cell.text)]
    return sorted({*told, *columns})


def _child_rows(document: Document, names: Names) -> list[int]:
    """The header rows of tables with a line for each child, when there are lines under them."""
    rows = [match.start() for match in RETURN_ELEMENT.finditer(document.text)]
    for table, named in zip(document.tables, names, strict=True):
        for number, row in enumerate(table.rows[:-1]):
            column = _child_column(named[number])
            if column is not None and _is_filled(table, number + 1, column):
                rows.append(row[0].start)
    return rows if document.tables else rows + _child_lines(document.text)


def _child_column(names: list[str]) -> int | None:
    """The column of children's numbers, where the names of the columns are those of a child-level return."""
    numbers = [name for name in names if name in CHILD_NUMBERS]
    about = {name for name in names if name in ABOUT_ONE_CHILD}
    needed = 2 if numbers == ["child"] else 1
    return names.index(numbers[0]) if numbers and len(about) >= needed else None


def _child_lines(text: str) -> list[int]:
    """The same in a plain text whose lines hold separated values."""
    found = []
    for head in RETURN_LINE.finditer(text):
        names = [_folded(name) for name in SEPARATOR.split(head[0])]
        column = _child_column(names)
        below = SEPARATOR.split(text[head.end() :].lstrip("\r\n").partition("\n")[0])
        if column is not None and len(below) == len(names) and below[column].strip():
            found.append(head.start())
    return found


def _is_filled(table: Table, first: int, column: int) -> bool:
    return any(len(row) > column and row[column].text for row in table.rows[first:])


def _names(document: Document) -> Names:
    """What each cell of each table would be called as the name of a column."""
    return [[[_folded(cell.text) for cell in row] for row in table.rows] for table in document.tables]


def _under(document: Document, names: Names, wanted: set[str]) -> Iterator[Cell]:
    """The cells under the columns of the names that are wanted."""
    for table, called in zip(document.tables, names, strict=True):
        columns: list[int] = []
        for row, told in zip(table.rows, called, strict=True):
            if not wanted.isdisjoint(told):
                columns = [place for place, name in enumerate(told) if name in wanted]
                continue
            yield from (row[place] for place in columns if place < len(row) and row[place].text)


LONGEST_NAME = 40
_NO_LETTER = re.compile("[^a-z]+")


def _folded(text: str) -> str:
    if len(text) >= LONGEST_NAME:
        return ""
    return text.lower() if text.isascii() and text.isalpha() else _NO_LETTER.sub("", text.lower())


def _place(document: Document, at: int) -> str:
    page = next((p for p in reversed(document.pages) if p.start <= at), document.pages[0])
    for table in document.tables:
        for number, row in enumerate(table.rows, table.first_row):
            if table.origin in ("sheet", "csv") and row[0].start <= at <= row[-1].end:
                return f"sheet “{page.label}”, row {number}" if page.label else f"row {number}"
    if len(document.pages) > 1:
        return f"page {page.number}"
    return f"line {document.text.count(chr(10), 0, at) + 1}"


Look = tuple[str, Callable[[Document, Names], list[int]], str, str]
LOOKS: tuple[Look, ...] = (
    ("child-level-return", _child_rows, "table with a line for each child", "tables with a line for each child"),
    ("nhs-numbers", _nhs_numbers, "NHS number", "NHS numbers"),
    ("upns", _upns, "unique pupil number (UPN)", "unique pupil numbers (UPNs)"),
    ("births", _births, "date of birth", "dates of birth"),
)
