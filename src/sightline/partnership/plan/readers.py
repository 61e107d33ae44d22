"""Reads the vocabulary and the formats of plans that come with Sightline."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class ThemeLine:
    code: str
    label: str
    definition: str
    words: tuple[str, ...]
    edition: str
    source: str


@dataclass(frozen=True, slots=True)
class FormatLine:
    """`basis` is the slug of an instrument, `edition` the label of one of its editions, or empty for its only one."""

    code: str
    title: str
    purpose: str
    obligation: str
    owed_by: str
    basis: str
    edition: str
    basis_words: str
    is_verified: bool
    source: str
    review_months: int | None


@dataclass(frozen=True, slots=True)
class SectionLine:
    format: str
    title: str
    asks: str
    is_required: bool


def theme_lines() -> Iterator[ThemeLine]:
    for row in _table("themes.csv"):
        yield ThemeLine(**(row | {"words": tuple(row["words"].split("|"))}))


def format_lines() -> Iterator[FormatLine]:
    for row in _table("formats.csv"):
        months = int(row["review_months"]) if row["review_months"] else None
        yield FormatLine(**(row | {"review_months": months, "is_verified": row["is_verified"] == "yes"}))


def section_lines() -> Iterator[SectionLine]:
    for row in _table("sections.csv"):
        yield SectionLine(**(row | {"is_required": row["is_required"] == "yes"}))


def _table(name: str) -> Iterator[dict[str, str]]:
    with files(__package__).joinpath("data", name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
