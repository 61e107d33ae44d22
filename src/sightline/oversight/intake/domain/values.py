"""What a paper's words come to: dates, times, statuses, numbers. Nothing where they do not say."""

import re
from dataclasses import dataclass
from datetime import date, time

from sightline_reader.words import days_in

_STATUS = {"present": "present", "apologies": "apologies", "absent": "absent", "deputy": "deputy"}
MEMBERS = frozenset({"member", "past member"})  # statuses of membership lists: who sits, not who came
_DONE = re.compile(r"\b(?:done|completed?|closed?|discharged|achieved|actioned|implemented|finished)\b", re.I)
_UNDONE = re.compile(r"\b(?:not|in|un|partly|partially|nearly)[ -]?(?:yet )?(?:done|completed?|closed|started)", re.I)
_UNDER_WAY = re.compile(r"\b(?:in progress|under ?way|on ?going|on track|started|partly|partially|amber)\b", re.I)
_NUMBERS = dict(
    zip(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        range(1, 13),
        strict=True,
    )
)
_A_YEAR = (
    (r"\b(?:fortnightly|every two weeks)\b", 26),
    (
        r"\bbi-?monthly\b|\bevery (?:two|2|other) months?\b|\balternate months\b|\bsix times a year\b|\bevery 6 weeks\b",
        6,
    ),
    (r"\bmonthly\b|\bevery month\b|\bonce a month\b", 12),
    (r"\bquarterly\b|\bevery (?:three|3) months\b|\bevery quarter\b", 4),
    (r"\btermly\b|\bevery term\b|\beach term\b|\bevery (?:four|4) months\b", 3),
    (r"\b(?:six|6)[- ]monthly\b|\bevery (?:six|6) months\b|\bhalf[- ]yearly\b|\btwice a year\b|\bbi-?annually\b", 2),
    (r"\bannually\b|\byearly\b|\bonce a year\b|\bevery year\b", 1),
)


@dataclass(frozen=True, slots=True)
class Day:
    """`is_month_only` when the words name no day; `on` is then the first of the month."""

    on: date
    is_month_only: bool = False


def day_of(text: str | None) -> Day | None:
    """`2026-01-14`, `2026-01`, or the same in words."""
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?", (text or "").strip())
    if match:
        return _day(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    for found in days_in(text or ""):
        if found.year:
            return _day(found.year, found.month, found.day)
    return None


def _day(year: int, month: int, day: int | None) -> Day | None:
    try:
        return Day(date(year, month, day or 1), day is None)
    except ValueError:
        return None


def due_from(words: str | None, raised_on: date | None) -> date | None:
    """A date by when, only where a day is printed; without a year it is the first such day after it was raised."""
    for found in days_in(words or ""):
        if found.day is None:
            return None
        years = [found.year] if found.year else [raised_on.year, raised_on.year + 1] if raised_on else []
        for year in years:
            day = _day(year, found.month, found.day)
            if day is not None and (found.year or day.on >= raised_on):
                return day.on
    return None


def board_names(written: str) -> tuple[str, str]:
    """The name of a board and the former one that a paper puts beside it: `Executive (formerly known as the SLT)`."""
    match = re.search(
        r"\s*\(?\b(?:formerly|formally|previously)\b(?:\s+(?:known|called))?(?:\s+as)?(?:\s+the)?\s+([^)]+)\)?",
        written,
        re.I,
    )
    folded = " ".join(written.split())
    if match is None or match.start() == 0:
        return folded, ""
    return " ".join(written[: match.start()].split()), " ".join(match[1].split())


def times_of(text: str | None) -> tuple[time | None, time | None]:
    """`10:00am`, `2pm to 4.30pm`, `14:00-16:00`. A start without am or pm takes those of the end."""
    parts = re.findall(r"(\d{1,2})(?:[.:](\d\d))?\s*(am|pm|a\.m\.|p\.m\.)?", (text or "").lower())
    parts = [part for part in parts if part[1] or part[2]]
    if not parts:
        return None, None
    half = parts[1][2] if len(parts) > 1 and not parts[0][2] else ""
    start = _clock(parts[0][0], parts[0][1], parts[0][2] or half)
    end = _clock(*parts[1]) if len(parts) > 1 else None
    return start, end if start and end and end > start else None


def _clock(hour: str, minute: str, half: str) -> time | None:
    h = int(hour) % 12 + 12 * half.startswith("p") if half and int(hour) <= 12 else int(hour)
    return time(h, int(minute or 0)) if h < 24 and int(minute or 0) < 60 else None


def attendance_status(text: str | None, attended: bool | None = None) -> str:
    """The register's status; not known where the paper cannot tell. A table's plain "no" is an absence."""
    if attended is not None and not text:
        return "present" if attended else "absent"
    return _STATUS.get((text or "").lower(), "unknown")


def action_status(text: str | None) -> str:
    words = text or ""
    if _DONE.search(words) and not _UNDONE.search(words):
        return "done"
    return "in_progress" if _UNDER_WAY.search(words) else "open"


def meetings_a_year(text: str) -> int | None:
    times = re.search(r"\b(\w+) (?:times|meetings) (?:a|per|each|every) year", text, re.I)
    if times:
        return number_in(times[1])
    weeks = re.search(r"\bevery (\w+) weeks\b", text, re.I)
    if weeks and number_in(weeks[1]):
        return round(52 / number_in(weeks[1]))
    return next((n for pattern, n in _A_YEAR if re.search(pattern, text, re.I)), None)


def number_in(text: str) -> int | None:
    """The first small number, in figures or words."""
    for word in re.findall(r"[a-z]+|\d+", text.lower()):
        if word.isdigit() and int(word) < 100:
            return int(word)
        if word in _NUMBERS:
            return _NUMBERS[word]
    return None
