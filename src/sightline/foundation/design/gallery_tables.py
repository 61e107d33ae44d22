"""Sample tables for the gallery: long, wide, empty. Everything in them is invented."""

from datetime import date, timedelta

from .marks import Mark
from .tables import Cell, Column, Filter, Row, Table, row

AGENCIES = ("Eastmarsh Council", "Northshire Police", "Vale Integrated Care Board", "Fenwick Hospitals Trust")
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Multi-Agency Safeguarding and Exploitation Subgroup"
WORDS = {
    "yes": "Present",
    "part": "Deputy",
    "excused": "Apologies",
    "no": "Absent",
    "unknown": "Not known",
    "aside": "Guest",
}
EMPTY = Table(
    name="none",
    caption="Boards that closed this year",
    columns=(Column("board", "Board"),),
    rows=(),
    empty="No board has closed since 1 January 2026.",
)


def long_table(path: str) -> Table:
    """500 rows with every kind of cell."""
    return Table(
        name="actions",
        caption="Actions",
        columns=(
            Column("number", "Number", numeric=True),
            Column("action", "Action"),
            Column("agency", "Agency"),
            Column("due", "Due"),
            Column("attended", "Attended", numeric=True),
            Column("state", "State"),
        ),
        rows=tuple(_sample_row(number) for number in range(1, 501)),
        filters=(Filter("agency", "Agency"), Filter("state", "State")),
        searchable=True,
        export_href=path,
        dense=True,
        note="Percentages count deputies as attendance. A hatched cell is not known.",
    )


def _sample_row(number: int) -> Row:
    percentage = number * 37 % 101
    unknown = number % 11 == 0
    state, colour = (("Overdue", "red"), ("Open", "blue"), ("Done", "green"))[number % 3]
    return row(
        number,
        Cell(text=LONG if number == 7 else f"Review the protocol, part {number}", href="#main-content"),
        AGENCIES[number % len(AGENCIES)],
        date(2026, 1, 5) + timedelta(days=number * 13 % 400) if number % 9 else None,
        Cell(text="Not known", unknown=True) if unknown else Cell(text=f"{percentage}%", value=percentage),
        Cell(text=state, tag=colour),
    )


def matrix() -> Table:
    """Agencies by meetings: what attendance looks like, with marks and percentages."""
    months = ("12 Jan 2026", "9 Mar 2026", "11 May 2026", "13 Jul 2026", "14 Sep 2026", "9 Nov 2026")
    return Table(
        name="matrix",
        caption="Attendance of agencies, 2026",
        columns=(
            Column("agency", "Agency"),
            *(Column(f"m{number}", month, sortable=False) for number, month in enumerate(months)),
            Column("share", "Attended", numeric=True),
        ),
        rows=tuple(
            row(
                agency,
                *(Cell(marks=(_sample_mark(first + place, agency),)) for place in range(6)),
                Cell(text=f"{60 + first * 10}%", value=60 + first * 10),
            )
            for first, agency in enumerate(AGENCIES)
        ),
        dense=True,
        stacked=False,
        note="A deputy counts as attendance. Meetings where attendance is not known are left out of the percentage.",
    )


def _sample_mark(number: int, agency: str) -> Mark:
    tone = ("yes", "yes", "part", "excused", "no", "unknown", "aside")[number % 7]
    return Mark(tone, WORDS[tone], href="#main-content", said=f"A. Example, {agency}")
