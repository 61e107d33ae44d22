"""Sample words for the gallery. Everything in it is invented."""

from datetime import date, timedelta
from typing import Any

from django import forms

from .fields import ManyFilesField, SplitDateField
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
    return {
        "table": table,
        "empty_table": Table(
            name="none",
            caption="Boards that closed this year",
            columns=(Column("board", "Board"),),
            rows=(),
            empty="No board has closed since 1 January 2026.",
        ),
        "good_form": SampleForm(prefix="good"),
        "bad_form": SampleForm(
            {"bad-due_on_day": "31", "bad-due_on_month": "2", "bad-due_on_year": "2026"}, prefix="bad"
        ),
        "navigation": [
            {"text": "Home", "href": "/", "current": False},
            *({"text": text, "href": "#", "current": text == "Boards"} for text in NAVIGATION),
        ],
        "scope": {"partnership_name": "Eastmarsh and Vale Safeguarding Children Partnership", "switch_href": "#"},
        "as_at": {"date": date(2022, 3, 1), "is_today": False, "form_action": "#"},
        "account": {"name": "Ann Example", "href": "#", "sign_out_href": "#"},
        "search_href": "#",
        "accessibility_href": "#",
        "long_name": LONG,
    }


NAVIGATION = ("Boards", "Promises", "Learning", "Assurance", "Data", "Documents")
