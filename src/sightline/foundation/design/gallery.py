"""Sample words for the gallery. Everything in it is invented."""

from datetime import date
from typing import Any

from django import forms

from . import charts
from .fields import GuardedTextField, ManyFilesField, SplitDateField
from .gallery_tables import AGENCIES, EMPTY, LONG, WORDS, matrix
from .marks import Mark
from .tables import Table


class SampleForm(forms.Form):
    title = forms.CharField(label="What is the action?", help_text="One sentence that begins with a verb")
    due_on = SplitDateField(label="When is it due?", help_text="For example, 27 3 2027")
    detail = forms.CharField(label="Anything else", widget=forms.Textarea, max_length=500, required=False)
    learning = GuardedTextField(label="What was learned?", help_text="About systems and practice", required=False)
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


def context(table: Table) -> dict[str, Any]:
    return _frame() | _forms() | _pieces() | {"table": table, "empty_table": EMPTY, "matrix": matrix()}


def _frame() -> dict[str, Any]:
    return {
        "navigation": [{"text": text, "href": "#", "current": text == "Boards"} for text in PLACES],
        "within": {
            "label": "Boards",
            "links": [{"text": text, "href": "#", "current": text == "Meetings"} for text in ("Structure", "Meetings")],
        },
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
        "legend": [Mark(tone, words) for tone, words in WORDS.items()],
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
