"""The vocabulary of governance papers: dates, times, names of people. Patterns only; no layout."""

import re
from dataclasses import dataclass

MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
MONTH = "|".join(f"{m[:3]}(?:{m[3:]})?" if m != "september" else "sept?(?:ember)?" for m in MONTHS)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\b\.?"
DATE = re.compile(
    rf"\b(?P<iso>(?P<y1>(?:19|20)\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d))(?!\d)"
    rf"|(?<![\d/.])(?P<d2>\d{{1,2}})[/.-](?P<m2>\d{{1,2}})[/.-](?P<y2>(?:19|20)\d\d|\d\d)(?![\d/])"
    rf"|(?:(?:{_DAY})[\s,]*)?(?<!\d)(?P<d3>\d{{1,2}})\s?(?:st|nd|rd|th)?\s?(?:day\s)?(?:of\s)?(?P<m3>{MONTH})(?:\b|(?=20\d\d))\.?,?"
    rf"(?:\s*'?(?P<y3>(?:19|20)\d\d(?!\d)|(?<=')\d\d\b))?"
    rf"|\b(?P<m4>{MONTH})\s(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y4>(?:19|20)\d\d)(?!\d)"
    rf"|\b(?P<m5>{MONTH}),?\s(?P<y5>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A date as far as it is printed: the year or the day may be missing."""

    year: int | None
    month: int
    day: int | None
    start: int
    end: int

    def written(self, year: int | None = None) -> str:
        """`YYYY-MM-DD`, `YYYY-MM` or, with no year known, `--MM-DD`. `year` fills in a missing one."""
        known = self.year or year
        day = f"-{self.day:02d}" if self.day else ""
        return f"{known:04d}-{self.month:02d}{day}" if known else f"--{self.month:02d}{day}"


def days_in(text: str, offset: int = 0) -> list[Day]:
    """Every date of the text that can exist, in order; `offset` is added to the places."""
    found = (_day(m, offset) for m in DATE.finditer(text))
    return [day for day in found if day]


def _day(m: re.Match[str], offset: int) -> Day | None:
    year, month, day = next((m[f"y{n}"], m[f"m{n}"], m[f"d{n}"] if n < 5 else None) for n in range(1, 6) if m[f"m{n}"])
    number = int(month) if month.isdigit() else 1 + [x[:3] for x in MONTHS].index(month[:3].lower())
    full = int(year) + (2000 if len(year) == 2 else 0) if year else None
    if not 1 <= number <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    return Day(full, number, int(day) if day else None, m.start() + offset, m.end() + offset)


_CLOCK = r"\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|noon|hrs|hours)?|noon|midday"
TIME = re.compile(
    rf"\b(?:\d{{1,2}}[.:]\d\d|\d{{1,2}}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|noon)|\d{{4}}\s?(?:hrs|hours))"
    rf"(?:\s?(?:am|pm|a\.m\.|p\.m\.|hrs|hours)(?!\w))?(?:\s?(?:-|–|—|to|until|till)\s?(?:{_CLOCK}))?",
    re.IGNORECASE,
)

BODY_WORD = (
    r"\b(?:boards?|panel|committee|partnership|group|sub-?group|council|trustees|forum|executive|assembly|commission"
    r"|network|governors|cabinet|task ?force|conference|agm|lscb|lscp|lsp|scb|csp|hwb|sab|delivery team)\b"
)
"""What the name of a body that meets is likely to hold."""


def expanded(name: str, text: str) -> str:
    """The name written out, where it leans on an abbreviation that the text's first pages spell."""
    for short in re.findall(r"\b[A-Z]{3,8}\b", name):
        full = written_out(short, text[:6000]) if len(name.split()) <= 3 else None
        if full and re.search(BODY_WORD, full, re.IGNORECASE):
            return full
    return name


def written_out(short: str, text: str) -> str | None:
    """The first run of capitalised words whose initials spell `short`; small words between them do not count."""
    small = r"(?:\s(?:of|for|and|the|in|on|&))*"
    pattern = rf"{small}\s".join(rf"{letter}[\w’'-]*" for letter in short)
    found = re.search(rf"\b{pattern}\b(?:\s\({short}\))?", re.sub(r"\s", " ", text))
    return found[0] if found and found[0] != short else None
