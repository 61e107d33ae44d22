"""Figures as governance papers print them: counts, percentages, rates, sums of money, and the periods they speak of.

A figure is told from the other numbers of a paper (dates, section and paragraph numbers, ages, telephone numbers) by what
stands around it: those are covered first, what is left is counted.
"""

import re
from dataclasses import dataclass

from sightline_reader.glance import found_at, holds_any

UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORD_VALUES = {word: n for n, word in enumerate(UNITS.split(), 1)} | {
    word: 10 * n for n, word in enumerate(TENS.split(), 2)
}
SCALES = {"k": 1e3, "m": 1e6, "bn": 1e9, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_LONG_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}\s?(?:st|nd|rd|th)?"
DATE = (
    rf"(?:{_DAY}\s*(?:of\s+)?{MONTH}\b\.?,?(?:\s+{YEAR})?|{MONTH}\b\.?,?\s+(?:{_DAY},?\s+)?{YEAR}|{YEAR}-\d\d-\d\d"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
FINANCIAL_YEAR = rf"{YEAR}\s?[-–/]\s?(?:20)?\d\d(?!\d)"

# What a number after these words refers to is a place in a text or a rung of a ladder, not an amount.
_REFERENCE = (
    r"(?:sections?|ss?\.|sec\.|paragraphs?|paras?|pages?|pp?\.|chapters?|parts?|regulations?|articles?|schedules?"
    r"|appendi(?:x|ces)|annexe?s?|items?|agenda|no\.|nos\.|numbers?|tables?|figures?|fig\.|charts?|recommendations?|recs?"
    r"|findings?|priority|priorities|actions?|levels?|tiers?|stages?|phases?|steps?|strands?|objectives?|themes?|aims?|goals?"
    r"|category|key\s+stage|ks|years?|groups?|versions?|vol(?:ume)?|issue|room|floor|unit|modules?|edition|notes?|refs?|minutes?"
    r"|standards?|outcomes?|domains?|principles?|questions?|band|grade|class|covid|operation|day|week)"
)
_NUMERAL = r"\d+(?:[.:]\d+)*(?:\([a-z0-9]+\))*[a-z]?"
_COVERED = re.compile(
    "|".join(
        (
            r"https?://\S+|www\.\S+|\S+@\S+\.\w+|<[^<>\n]{1,120}>",
            r"\b\d{1,4}(?:[-–/]\d{1,4}){2,}\b(?!,\d)|\b\d{1,4}/\d{1,4}[-–]\d{1,4}\b|\b0\s?[-–]\s?\d{1,2}\b",
            r"\b\d{1,3}\s*\|\s*Page\b|\b(?:Attainment|Progress)\s+8\b",
            rf"(?i:\b{DATE})(?!\d)",
            rf"{FINANCIAL_YEAR}|(?i:\bquarter\s+[1-4]\b)",
            rf"(?i:\b{_REFERENCE}[\s-]*{_NUMERAL}(?:\s*(?:,|&|and|to|or|[-–/])\s*{_NUMERAL}(?![\d,%]))*)(?![\d,]*\s?%)(?!,\d)",
            r"(?i:\b(?:aged?|ages|under|over|below|above|the\s+age\s+of|turn(?:ed|ing)?|KS)[\s-]+(?:between\s+)?\d{1,2}(?:s\b|\b)(?:\s*(?:[-–]|to|and)\s*\d{1,2})?)(?!\s?%|[\d,.]*\d)",
            r"(?i:\b\d{1,2}(?:\s*(?:[-–]|to|and)\s*\d{1,2})?[\s-]*(?:years?|yrs?|months?|weeks?|days?)[\s-]+olds?\b)",
            r"\b\d{1,2}\s?[-–]\s?\d{1,2}(?:s\b|\s+population\b|\s+years?\b|\s+year[\s-]olds?\b)|\(\d{1,2}\s?[-–]\s?\d{1,2}\)",
            r"(?i:\b\d{1,2}(?:[:.]\d\d)?\s?[-–]\s?\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b)",
            r"(?<=for )\d{1,2}\s?[-–]\s?\d{1,2}(?=[,.;)]|\s+(?:will|who|and|is|are)\b)",
            r"(?i:\b\d{1,2}[:.]\d\d\s*(?:hrs|hours|[ap]\.?m\b\.?)|\b\d{1,2}:\d\d\b|\b\d{1,2}\s*[ap]\.?m\b)",
            r"(?i:\b(?:\d{1,3}(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)[\s-]+(?:working[\s-]+|calendar[\s-]+|school[\s-]+)?(?:minutes?|days?|weeks?|months?|years?)(?:['’]s?)?\b)",
            r"(?i:\bwithin\s+\d+\s+hours?\b|(?<=\d\s)out\s+of\s+(?:the\s+)?\d[\d,]*|\b24/7\b|\b\d{1,2}[/:]\d{1,2}\b)",
            r"\b\d+(?:st|nd|rd|th)\b",
            r"\+?\b0\d{2,4}[\s-]?\d{3,4}[\s-]?\d{3,4}\b|\b\d{3,4}\s\d{4}\b",
            r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b",
            r"[A-Za-z]+\s?-\d+\b|[A-Za-z]+–\d+\b|[A-Za-z_]+\d\w*(?:[-–]\d+)?|\d+[A-Za-z]+\d\w*",
            r"(?m:^[ \t#>*•·-]*\(?\d{1,3}(?:\.\d{1,2})*(?:[.)]|\\\.)(?=\s))|(?m:^[ \t#*]*\d{1,2}(?:\.\d{1,2}){1,3}(?=\s+[A-Z]))",
            r"\[\d{1,3}\]|\$\^\{?\d+\}?\$",
        )
    )
)
_PLAIN_YEAR = re.compile(rf"\b{YEAR}(?:['’]?s)?\b")
_NUMBER = re.compile(
    r"(?P<sign>[£€$]\s?)?(?<![\w.,/])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>\s?(?:million|thousand|billion|hundred|bn|k|m)(?![a-z]))?"
    r"(?P<unit>\s?%|\s+per\s?cent\b|\s?percent\b|\s+(?:\w+\s+)?hours\b|\s+per\s+(?:1,000|10,000|100,000)(?:\s+(?:children|population|people))?)?(?![\w]|,\d)",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    rf"(?i)\b(?:(?P<tens>{TENS.replace(' ', '|')})(?:[\s-](?P<ones>{UNITS.replace(' ', '|')}))?|(?P<small>{UNITS.replace(' ', '|')}))\b"
    r"(?P<unit>\s+per\s?cent\b|\s+hours\b)?"
)
_DIGIT = re.compile("[0-9]")  # twice as quick as \\d
_NUMBER_WORDS = (
    *(
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thir",
        "fift",
    ),
    *("twenty", "forty"),
)
"""Stems that cover every number in words: seventeen and seventy hold seven."""
_TIME_WORDS = ("quarter", "year", "month", "since", "period")
_NUMBER_WORD = re.compile(rf"(?i)\b(?:{UNITS.replace(' ', '|')}|{TENS.replace(' ', '|')})\b")
_ABOUT = re.compile(
    r"(?i)(?:approximately|around|about|nearly|almost|over|more than|up to|some|circa|c\.|just under|at least)\s*$"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One amount. `start` and `end` hold the number with its sign and unit; `value` is as printed, scaled (£1.2m is 1200000)."""

    value: float
    unit: str
    start: int
    end: int
    in_words: bool = False
    about: bool = False


_PLAIN = re.compile("[ ]?(?P<digits>[0-9]{1,4})(?P<unit>%)?")
"""What most cells with a figure hold: a bare number, in which there is no date, reference or age to leave out."""


def may_hold_figures(text: str) -> bool:
    """Whether a text holds a digit or a number in words."""
    return bool(_DIGIT.search(text)) or _says_a_number(text)


def _says_a_number(text: str) -> bool:
    small = text.lower()
    if len(small) != len(text):  # a few letters grow when made small
        return True
    return any(True for _ in found_at(_NUMBER_WORD, text, small, _NUMBER_WORDS))


def figures(text: str) -> list[Figure]:
    """The amounts of a text in reading order, without dates, references, ages and the like."""
    if plain := _PLAIN.fullmatch(text):
        return _plain_figure(plain)
    if not may_hold_figures(text):
        return []
    covered = _covered(text)
    found = [_figure(text, match) for match in _NUMBER.finditer(covered) if not _is_year(text, match)]
    taken = [(f.start, f.end) for f in found]
    told = _IN_WORDS.finditer(covered) if _says_a_number(covered) else ()
    words = (_word_figure(text, m) for m in told)
    found += [w for w in words if not any(a < w.end and w.start < b for a, b in taken)]
    return sorted(found, key=lambda f: f.start)


def _plain_figure(plain: re.Match[str]) -> list[Figure]:
    if not plain["unit"] and _PLAIN_YEAR.fullmatch(plain["digits"]):
        return []
    return [Figure(int(plain["digits"]), plain["unit"] or "count", plain.start("digits"), plain.end())]


def whole(value: float) -> float | int:
    """12.0 as 12, 12.5 as it is."""
    return int(value) if value == int(value) else round(value, 4)


def _covered(text: str) -> str:
    return _COVERED.sub(lambda m: re.sub(r"[^\s]", "\x00", m[0]), text)


def _is_year(text: str, match: re.Match[str]) -> bool:
    if match["sign"] or match["scale"] or match["unit"] or not _PLAIN_YEAR.fullmatch(match["digits"]):
        return False
    return not re.match(
        r"\s+(?:children|young people|people|families|referrals|contacts|staff|pupils)\b", text[match.end() :]
    )


def _figure(text: str, match: re.Match[str]) -> Figure:
    value = float(match["digits"].replace(",", "")) * SCALES.get((match["scale"] or "").strip().lower(), 1)
    unit = "£" if (match["sign"] or "").strip() == "£" else _unit(match["unit"] or "")
    return Figure(
        whole(value), unit, match.start(), match.end(), about=bool(_ABOUT.search(text[: match.start()][-20:]))
    )


def _word_figure(text: str, match: re.Match[str]) -> Figure:
    value = WORD_VALUES[(match["tens"] or match["small"]).lower()] + WORD_VALUES.get((match["ones"] or "").lower(), 0)
    return Figure(value, _unit(match["unit"] or ""), match.start(), match.end(), in_words=True)


def _unit(printed: str) -> str:
    printed = " ".join(printed.lower().split())
    if "%" in printed or "cent" in printed:
        return "%"
    if "hours" in printed:
        return "hours"
    return printed or "count"


# ---- periods

_COUNTED = r"(?:\d{1,2}|two|three|four|five|six|nine|ten|twelve|eighteen)"
_MAY_SAY_WHEN = re.compile(rf"(?i)\d\d|\b(?:{_LONG_MONTH})\b|\bQ[1-4]|quarter|\byear|\bmonth|\bsince\b|\bperiod")
_PERIOD = re.compile(
    "|".join(
        (
            rf"(?i:\b(?:as\s+)?(?:at|of|since|from|by|in|during|on)\s+(?:the\s+end\s+of\s+)?{DATE}(?:\s+(?:to|and|[-–])\s+{DATE})?)",
            rf"(?i:\b(?:between\s+)?{DATE}\s+(?:to|and|[-–])\s+{DATE})",
            rf"(?i:\b(?:Q[1-4]|Quarter\s+[1-4])(?:,?\s+(?:of\s+)?{FINANCIAL_YEAR})?)",
            rf"\b{FINANCIAL_YEAR}",
            rf"(?i:\b(?:(?:in|over|during|for|throughout)\s+)?the\s+(?:last|past|previous)\s+(?:{_COUNTED}\s+)?(?:months?|years?|quarters?))",
            r"(?i:\b(?:this|last)\s+(?:year|quarter|reporting\s+year|financial\s+year)|\bin\s+the\s+(?:same\s+)?(?:year|quarter|reporting\s+period))",
            rf"(?i:\b(?:in|at|since|by|from|until)\s+(?:the\s+)?(?:end\s+of\s+)?(?:{_LONG_MONTH})\b(?!\s+\d|\s*,?\s*{YEAR}))",
            r"(?i:\bsince\s+the\s+last\s+(?:inspection|report|meeting|review))",
            rf"(?i:\b(?:in|during|since|by|for|from)\s+(?:late\s+|early\s+|mid-?\s*)?{YEAR}\b(?!\s?[-–/]\s?\d))",
        )
    )
)


@dataclass(frozen=True, slots=True)
class Period:
    """Words that say when a figure holds, as printed and folded."""

    text: str
    start: int
    end: int


def periods(text: str) -> list[Period]:
    """Every period a text names, in reading order."""
    if not ((_DIGIT.search(text) or holds_any(text, _TIME_WORDS)) and _MAY_SAY_WHEN.search(text)):
        return []
    return [Period(_tidy(m[0]), m.start(), m.end()) for m in _PERIOD.finditer(text)]


def financial_year(text: str) -> str | None:
    """The first financial year of a text in the form 2016/17, else None."""
    for match in re.finditer(rf"\b({YEAR})\s?[-–/]\s?(?:20)?(\d\d)(?!\d)", text):
        if (int(match[1]) + 1) % 100 == int(match[2]):
            return f"{match[1]}/{match[2]}"
    return None


def _tidy(printed: str) -> str:
    folded = " ".join(printed.split())
    return re.sub(
        r"^(?i:in|during|for|over|throughout|the|as of)\s+(?=\d|Q[1-4]|Quarter|the\s|last|past|this|[JFMASOND][a-z]+\s)",
        "",
        folded,
    )
