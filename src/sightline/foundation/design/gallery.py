"""Sample words for the gallery. Everything in it is invented."""

from datetime import date, timedelta
from typing import Any

from django import forms

from . import charts
from .fields import ManyFilesField, SplitDateField
from .marks import Mark
from .tables import Cell, Column, Filter, Row, Table, row

AGENCIES = ("Eastmarsh Council", "Northshire Police", "Vale Integrated Care Board", "Fenwick Hospitals Trust")
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Multi-Agency Safeguarding and Exploitation Subgroup"


class SampleForm(forms.Form):
    title = forms.CharField(label="What is the action?", help_text="One sentence that begins with a verb")
    due_on = SplitDateField(label="When is it due?", help_text="For example, 27 3 2027")
    detail = forms.CharField(label="Anything else", widget=forms.Textarea, max_length=500, required=False)
    agency = forms.ChoiceField(label="Agency", choices=[("", "Choose an agency"), *((name, name) for name in AGENCIES)])
    owner = forms.ChoiceField(label="Post", choices=[(str(n), f"Post number {n}") for n in range(1, 41)])
    rating = forms.ChoiceField(
        label="How is it going?", choices=[("on", "On course"), ("late", "Slipping")], widget=forms.RadioSelect
    )
    boards = forms.MultipleChoiceField(
        label="Boards to tell",
        choices=[("exec", "Executive"), ("qa", "Quality assurance group"), ("long", LONG)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    papers = ManyFilesField(label="Papers", required=False)
    agreed = forms.BooleanField(label="The owner has agreed")


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


def context(table: Table) -> dict[str, Any]:
    return _frame() | _forms() | _pieces() | {"table": table, "empty_table": EMPTY, "matrix": _matrix()}


def _frame() -> dict[str, Any]:
    return {
        "navigation": [{"text": text, "href": "#", "current": text == "Boards"} for text in PLACES],
        "scope": {"partnership_name": "Eastmarsh and Vale Safeguarding Children Partnership", "switch_href": "#"},
        "as_at": {"date": date(2022, 3, 1), "is_today": False, "form_action": "#"},
        "account": {"name": "Ann Example", "href": "#", "sign_out_href": "#"},
        "search_href": "#",
        "accessibility_href": "#",
    }


def _forms() -> dict[str, Any]:
    wrong = {"bad-due_on_day": "31", "bad-due_on_month": "2", "bad-due_on_year": "2026", "bad-boards": ["qa"]}
    return {"good_form": SampleForm(prefix="good"), "bad_form": SampleForm(wrong, prefix="bad")}


def _pieces() -> dict[str, Any]:
    return {
        "long_name": LONG,
        "breadcrumbs": [{"text": "Home", "href": "#"}, {"text": "Boards", "href": "#"}, {"text": "Executive"}],
        "actions": [
            {"text": "Schedule a meeting", "href": "#"},
            {"text": "Take the papers away", "href": "#", "quiet": True},
        ],
        "facts": [
            {"term": "Chair", "value": "Ann Example", "source": SOURCE},
            {"term": "Next meeting", "value": "1 March 2027", "href": "#", "note": "Every two months"},
            {"term": "Secretary", "value": ""},
            {"term": "Full name", "value": LONG},
        ],
        "summary": [
            {"key": {"text": "Purpose"}, "value": {"text": "To keep the arrangements under review"}},
            {"key": {"text": "Quorum"}, "value": {"text": "One member of each statutory partner"}},
        ],
        "tasks": [
            {"title": {"text": "Agenda"}, "href": "#", "status": {"text": "Done"}},
            {"title": {"text": "Minutes"}, "href": "#", "status": {"tag": {"text": "Draft"}}},
        ],
        "tabs": [
            {"text": "Seats", "href": "#", "current": True, "count": 14},
            {"text": "Meetings", "href": "#"},
            {"text": "Terms of reference", "href": "#"},
        ],
        "counts": [
            {"number": 3, "text": "actions overdue", "href": "#"},
            {"number": 12, "text": "proposals to look at", "href": "#"},
            {"number": 0, "text": "minutes to approve", "href": "#"},
        ],
        "cards": [
            {
                "title": "Executive",
                "href": "#",
                "text": "Meets on 1 March 2027",
                "tag": {"text": "Quorate", "colour": "green"},
            },
            {
                "title": LONG,
                "href": "#",
                "text": "Has not met since 4 May 2025",
                "tag": {"text": "Late", "colour": "red"},
            },
        ],
        "source": SOURCE,
        "empty_action": {"text": "Add the first board", "href": "#"},
        "progress": {"label": "Reading 30 papers", "max": 30, "value": 12, "words": "12 of 30 papers are read"},
        "confirm": {
            "title": "Set this finding aside?",
            "texts": ["It will come back on 1 March 2027 unless it has been mended."],
            "button": "Set aside",
            "href": "#",
            "cancel_href": "#",
            "warning": True,
        },
        "charts": _charts(),
    }


def _matrix() -> Table:
    """Agencies by meetings: what attendance looks like, with marks and percentages."""
    tones = ("yes", "yes", "part", "excused", "no", "unknown", "aside")
    words = {
        "yes": "Present",
        "part": "Deputy",
        "excused": "Apologies",
        "no": "Absent",
        "unknown": "Not known",
        "aside": "Guest",
    }
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
                *(Cell(marks=(Mark(tone, words[tone]),)) for tone in (tones[(first + n) % 7] for n in range(6))),
                Cell(text=f"{60 + first * 10}%", value=60 + first * 10),
            )
            for first, agency in enumerate(AGENCIES)
        ),
        dense=True,
        stacked=False,
        note="A deputy counts as attendance. Meetings where attendance is not known are left out of the percentage.",
    )


def _charts() -> list[charts.Chart]:
    years = ("2021-22", "2022-23", "2023-24", "2024-25", "2025-26")
    figures = {"Northshire Police": (62, 70, None, 81, 85), "Eastmarsh Council": (90, 88, None, 92, 95)}
    series = [
        charts.Series(name, tuple(charts.Point(year, value) for year, value in zip(years, values, strict=True)))
        for name, values in figures.items()
    ]
    marks = [Mark("yes", "Present"), Mark("no", "Absent"), Mark("part", "Deputy"), Mark("unknown", "Not known")] * 5
    columns = [f"{month} {year}" for year in (2022, 2023, 2024, 2025, 2026) for month in ("Jan", "Apr", "Jul", "Oct")]
    return [
        charts.line("Attendance by year", "Both agencies attend more than they did in 2021-22.", series, unit="%"),
        charts.bars(
            "Attendance in 2025-26",
            "Eastmarsh Council attended most; one agency is not known.",
            [
                charts.Point("Eastmarsh Council", 95),
                charts.Point(LONG, 40),
                charts.Point("Fenwick Hospitals Trust", None),
            ],
            unit="%",
        ),
        charts.strip(
            "Five years of meetings", "Each mark is one meeting.", columns, [(name, marks) for name in AGENCIES]
        ),
    ]


PLACES = ("Home", "Boards", "Promises", "Learning", "Assurance", "Data", "Documents")
SOURCE = {"href": "#", "text": "p. 3", "words": "Ann Example was in the chair", "document": "Minutes, 12 January 2026"}
EMPTY = Table(
    name="none",
    caption="Boards that closed this year",
    columns=(Column("board", "Board"),),
    rows=(),
    empty="No board has closed since 1 January 2026.",
)
