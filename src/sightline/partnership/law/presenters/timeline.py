"""Instruments over the years as a picture, with the table of the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.html import format_html
from django.utils.safestring import SafeString

from sightline.foundation.design.charts import COLOURS, Chart
from sightline.foundation.design.drawing import (
    LINE,
    NARROW,
    QUIET,
    WIDTH,
    hatched,
    name_at,
    picture,
    short,
    shortened,
    text,
    uid_for,
)
from sightline.foundation.design.tables import Cell, Column, Table, row

from ..domain import State
from ..queries import EditionRow
from . import state_words

HEAD = 30
AHEAD = 2
"""Years after the day that the picture leaves room for: what is planned without a date stands there."""


@dataclass(frozen=True)
class Sheet:
    """What a picture is drawn on: from which year to which. With `left` the names stand there, else above the bars."""

    uid: str
    width: int
    first: int
    last: int
    on: date
    left: int

    @property
    def right(self) -> int:
        return self.width - 20

    @property
    def tall(self) -> int:
        return 34 if self.left else 48

    def across(self, day: date) -> float:
        years = day.year - self.first + (day.month - 1) / 12 + (day.day - 1) / 366
        return self.left + years * (self.right - self.left) / (self.last - self.first)

    def foot(self, lines: int) -> int:
        return HEAD + self.tall * lines


def timeline(rows: Sequence[EditionRow], on: date) -> Chart | None:
    """A line for each instrument, a bar for each edition; the oldest instrument first."""
    if not rows:
        return None
    lines = _lines(rows)
    first = min((began(one) or on).year for one in rows)
    last = on.year + AHEAD + 1
    title = "Law and guidance over the years"
    uid = uid_for("years", title, [(one.edition.pk, one.state) for one in rows])
    said = f"{len(rows)} editions of {len(lines)} instruments from {first} to {on.year}; the table below says the same."
    wide, phone = Sheet(uid, WIDTH, first, last, on, left=250), Sheet(f"{uid}-narrow", NARROW, first, last, on, left=0)
    svg, narrow = (
        picture(sheet.uid, title, said, sheet.foot(len(lines)) + 10, _drawn(sheet, lines), sheet.width)
        for sheet in (wide, phone)
    )
    note = (
        "Filled: in force. Pale: superseded. Hatched: planned or made, not wholly in force. The line is the date above."
    )
    return Chart(uid, title, said, svg, _table(rows), note, narrow)


def _drawn(sheet: Sheet, lines: Sequence[tuple[str, list[EditionRow]]]) -> list[SafeString]:
    foot = sheet.foot(len(lines))
    parts = [*_years(sheet, foot), _today(sheet, foot)]
    for place, (name, editions) in enumerate(lines):
        y = HEAD + place * sheet.tall
        if sheet.left:
            parts += name_at(sheet.left - 10, y + 20, name)
        else:
            parts.append(text(0, y + 20, shortened(name, 44)))
        parts += [_bar(sheet, one, y + (6 if sheet.left else 26)) for one in editions]
    return parts


def _lines(rows: Sequence[EditionRow]) -> list[tuple[str, list[EditionRow]]]:
    found: dict[str, list[EditionRow]] = {}
    for one in rows:
        found.setdefault(one.instrument, []).append(one)
    return sorted(found.items(), key=lambda line: min((began(one) or date.max) for one in line[1]))


def began(one: EditionRow) -> date | None:
    edition = one.edition
    return (
        edition.made_on
        if one.state is State.ENACTED
        else edition.in_force_on or edition.made_on or edition.announced_on
    )


def _years(sheet: Sheet, foot: float) -> list[SafeString]:
    parts = []
    step = 5 if sheet.left else 10
    for year in range(sheet.first + -sheet.first % step, sheet.last, step):
        x = sheet.across(date(year, 1, 1))
        parts.append(
            format_html('<line x1="{0}" x2="{0}" y1="{1}" y2="{2}" stroke="{3}"/>', short(x), HEAD - 8, foot, LINE)
        )
        parts.append(text(x, HEAD - 14, str(year), anchor="middle", fill=QUIET))
    return parts


def _today(sheet: Sheet, foot: float) -> SafeString:
    return format_html(
        '<line x1="{0}" x2="{0}" y1="{1}" y2="{2}" stroke="{3}" stroke-width="2" stroke-dasharray="5 4"><title>{4}</title></line>',
        short(sheet.across(sheet.on)),
        HEAD - 8,
        foot,
        QUIET,
        f"{sheet.on.day} {sheet.on:%B %Y}",
    )


def _bar(sheet: Sheet, one: EditionRow, y: float) -> SafeString:
    edition, start, across, on = one.edition, began(one), sheet.across, sheet.on
    words = f"{edition.label}: {state_words(one.state, one.kind).lower()}, {edition.as_published or 'no date'}"
    if start is None:  # planned without a date: after the day, for as long as the picture goes
        return hatched(sheet.uid, across(on) + 4, y, sheet.right - across(on) - 4, 18, words)
    end = edition.superseded_on if one.state is State.SUPERSEDED and edition.superseded_on else on
    left, wide = across(start), max(across(end) - across(start), 4)
    if one.state in (State.ENACTED, State.PLANNED):
        return hatched(sheet.uid, left, y, max(wide, 8), 18, words)
    fill = COLOURS[0] if one.state is State.IN_FORCE else "#cfe3e5"
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="18" fill="{}" stroke="#ffffff"><title>{}</title></rect>',
        short(left),
        short(y),
        short(wide),
        fill,
        words,
    )


def _table(rows: Sequence[EditionRow]) -> Table:
    return Table(
        caption="Law and guidance over the years",
        name="years",
        columns=(
            Column("instrument", "Instrument", sortable=False),
            Column("edition", "Edition", sortable=False),
            Column("from", "From", sortable=False),
            Column("until", "Until", sortable=False),
            Column("state", "State", sortable=False),
        ),
        rows=tuple(
            row(
                one.instrument,
                one.edition.label,
                began(one) or Cell(text="No date yet", unknown=True),
                one.edition.superseded_on if one.state is State.SUPERSEDED else None,
                state_words(one.state, one.kind),
            )
            for one in rows
        ),
        caption_hidden=True,
        page_size=500,
    )
