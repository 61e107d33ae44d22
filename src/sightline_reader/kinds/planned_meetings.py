"""Dates of meetings to come, where a paper lists several."""

import re

from sightline_reader.glance import lines_with
from sightline_reader.kinds.meeting import date_of_meeting
from sightline_reader.kinds.next_meeting import YEAR_UNSTATED, year_after
from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.words import Day, days_in

LABEL = re.compile(
    r"\b(?:(?:dates? (?:and times? )?of )?(?:future|forthcoming|next|upcoming|remaining|scheduled"
    r"|planned) (?:[\w’'-]+ ){0,3}?meetings"
    r"(?: dates?)?|(?:future|planned|scheduled|board|forthcoming) (?:meeting )?dates|meeting dates"
    r"|meetings (?:in|for|during) 20\d\d(?:[/–-]\d\d)?"
    r"|schedule of meetings|calendar of meetings|dates of meetings)\b",
    re.IGNORECASE,
)
REACH = 1200
LEAST_DATES = 2
WORDS_BETWEEN, WORDS_OF_A_ROW = 14, 40
"""How many words may stand between two dates of a list: in a line, and where each date begins a row."""


def find(view: View) -> list[Candidate]:
    """Each date of each list of at least two dates that such a label leads to."""
    held = date_of_meeting(view)
    out: dict[str, Candidate] = {}
    lines = lines_with(view.text, ("meeting", "dates"))
    for label in (label for start, end in lines for label in LABEL.finditer(view.text, start, end)):
        days = _listed(view, label.end())
        if len(days) < LEAST_DATES:
            continue
        for day in days:
            year = day.year or year_after(day, held)
            doubts = () if day.year else (YEAR_UNSTATED,) if year else ("The year is not printed.",)
            fields = {"date": day.written(year)}
            candidate = view.candidate(
                "planned_meetings", fields, (day.start, day.end), 0.8 - 0.2 * len(doubts), doubts
            )
            out.setdefault(fields["date"], candidate)
    return list(out.values())


def _opens_line(view: View, day: Day) -> bool:
    """Whether the date begins its line: what came before it are then the other cells of the row above."""
    return not view.text[view.line_at(day.start).start : day.start].strip(" |•·-*\t")


def _listed(view: View, at: int) -> list[Day]:
    """The dates behind the label, until words of another matter come between them."""
    days: list[Day] = []
    last = at
    for day in days_in(view.text[at : at + REACH], at):
        between = view.text[last : day.start]
        if (
            day.day is None
            or len(re.findall(r"[A-Za-z]{3,}", between)) > (WORDS_OF_A_ROW if _opens_line(view, day) else WORDS_BETWEEN)
            or re.search(r"\n\s*\d{1,2}\.\s+[A-Z]", between)
        ):
            break
        days.append(day)
        last = day.end
    return days
