"""Quarters told without their year, in a paper that names a quarter with its year."""

import re

from sightline_reader.layout import View
from sightline_reader.numbers import financial_year

_NAMED = re.compile(
    r"(?i)\b(?:Q|Quarter )\s?(?P<quarter>[1-4])\b(?P<between>(?:(?!\bQ(?:uarter)?\s?[1-4])[^.;]){0,60}?)"
    r"\b(?P<year>20\d\d\s?[-–/]\s?(?:20)?\d\d)(?!\d)"
)
_BARE = re.compile(r"(?i)(?:Q|Quarter )\s?(?P<quarter>[1-4])")
_THIS = re.compile(r"(?i)(?:in |during |for )?(?:this|the) quarter")


def quarter_of(view: View) -> tuple[int, str] | None:
    """The one quarter that the paper names with its year; of several in one year the last."""
    named = {(int(m["quarter"]), year) for m in view.finds(_NAMED, ("q",)) if (year := financial_year(m["year"]))}
    return max(named) if len({year for _, year in named}) == 1 else None


def with_year(period: str | None, quarter: tuple[int, str] | None) -> str | None:
    """A bare quarter with its year: one later than the paper's own was in the year before."""
    if not period or not quarter:
        return period
    if _THIS.fullmatch(period):
        return f"Q{quarter[0]} {quarter[1]}"
    if bare := _BARE.fullmatch(period):
        year = quarter[1] if int(bare["quarter"]) <= quarter[0] else _year_before(quarter[1])
        return f"Q{bare['quarter']} {year}"
    return period


def _year_before(year: str) -> str:
    first = int(year[:4]) - 1
    return f"{first}/{(first + 1) % 100:02d}"
