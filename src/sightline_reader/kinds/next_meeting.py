"""The date of the next meeting."""

import re

from sightline_reader.kinds.meeting import date_of_meeting
from sightline_reader.layout import View
from sightline_reader.model import Candidate
from sightline_reader.words import Day, days_in

LABEL = re.compile(
    r"\b(?:date(?:,? (?:and )?time(?:,? and (?:venue|place))?)?s? (?:and time )?of (?:the )?next|next)\s+"
    r"(?:(?!meetings\b)[\w’'&-]+\s+){0,5}?meeting\b(?!s)",
    re.IGNORECASE,
)
REACH = 260
"""A date further behind the label belongs to something else."""
NOT_ITS_DATE = re.compile(
    r"\b(?:away day|was held|were held|last|previous|followed by|minutes of|deadline|papers|agenda items)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\W*(?:is |will be |to be )?(?:provisionally |now )?(?:planned |scheduled |expected |due |held )?(?:for |in )\W*",
    re.IGNORECASE,
)
"""What may stand before a month without a day."""
YEAR_UNSTATED = "The year is not printed; it is the one that follows the date of this meeting."


def find(view: View) -> list[Candidate]:
    """One candidate for each date that a label of the next meeting leads to; a date told twice is kept once."""
    held = date_of_meeting(view)
    out: dict[tuple[int, int | None], Candidate] = {}
    for label in view.finds(LABEL, ("date", "next")):
        day = _date_behind(view, label.end(), _in_a_sentence(view, label.start()))
        if day is None:
            continue
        candidate = _candidate(view, label.start(), day, held)
        key = (day.month, day.day)
        if key not in out or day.year:
            out[key] = candidate
    return list(out.values())


_HEADS = re.compile(r"(?:^|[.:;|–-])[\s\d.)*#]*(?:the |date (?:and time )?of (?:the )?|aob and )?$", re.IGNORECASE)


def _in_a_sentence(view: View, at: int) -> bool:
    """Whether words of a sentence stand before the label on its line, so that it heads nothing."""
    return not _HEADS.search(view.text[view.line_at(at).start : at])


def _date_behind(view: View, at: int, in_sentence: bool) -> Day | None:
    """The first date after the label; where several lines follow, the one whose line speaks of a meeting."""
    text = view.text[at : at + REACH]
    if in_sentence and (end := re.search(r"[.;!?](?=\s|$)|\|", text)):
        text = text[: end.start()]
    if stop := re.search(r"\n\s*\d{1,2}[.)]?\s+[A-Z][a-z]", text[1:]):
        text = text[: stop.start() + 1]
    days = [day for day in days_in(text, at) if day.day is not None or _PLANNED.fullmatch(view.text, at, day.start)]
    if not days:
        return None
    plain = [day for day in days if not NOT_ITS_DATE.search(_before(view, day, at))]
    spoken = [day for day in plain if re.search(r"\bmeeting\b", _before(view, day, at), re.IGNORECASE)]
    chosen = (spoken or plain or [None])[0]
    return plain[0] if chosen and plain[0].start - at < 40 else chosen


def _before(view: View, day: Day, at: int) -> str:
    line = view.line_at(day.start)
    return view.text[max(line.start, at) : day.start]


def _candidate(view: View, start: int, day: Day, held: Day | None) -> Candidate:
    year = day.year or year_after(day, held)
    doubts = () if day.year else (YEAR_UNSTATED,) if year else ("The year is not printed.",)
    span = (start, day.end) if day.end - start < REACH else (day.start, day.end)
    return view.candidate("next_meeting", {"date": day.written(year)}, span, 0.9 - 0.2 * len(doubts), doubts)


def year_after(day: Day, held: Day | None) -> int | None:
    """The year in which a day without one comes next after the meeting."""
    if held is None or held.year is None:
        return None
    later = (day.month, day.day or 0) >= (held.month, held.day or 0)
    return held.year if later else held.year + 1
