"""Reads the reference data that comes with Sightline: tables of text into typed rows."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    slug: str
    name: str
    kind: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionLine:
    """`superseded_by` is (slug of the instrument, label of the edition)."""

    instrument: str
    label: str
    announced_on: date | None
    made_on: date | None
    in_force_on: date | None
    superseded_on: date | None
    superseded_by: tuple[str, str] | None
    as_published: str
    what_changed: str
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class DutyLine:
    instrument: str
    edition: str
    number: str
    summary: str
    owed_by: str
    what: str
    when: str
    evidence: str
    source: str
    is_verified: bool
    started_on: date | None


def instrument_lines() -> Iterator[InstrumentLine]:
    for row in _table("instruments.csv"):
        aliases = tuple(alias for alias in row["aliases"].split("|") if alias)
        yield InstrumentLine(row["slug"], row["name"], row["kind"], aliases)


def edition_lines() -> Iterator[EditionLine]:
    for row in _table("editions.csv"):
        slug, _, label = row["superseded_by"].partition("/")
        yield EditionLine(
            row["instrument"],
            row["label"],
            *(_date(row[name]) for name in ("announced_on", "made_on", "in_force_on", "superseded_on")),
            (slug, label) if label else None,
            row["as_published"],
            row["what_changed"],
            row["source"],
            row["is_verified"] == "yes",
        )


def duty_lines() -> Iterator[DutyLine]:
    for row in _table("duties.csv"):
        yield DutyLine(**(row | {"is_verified": row["is_verified"] == "yes", "started_on": _date(row["started_on"])}))


def _table(name: str) -> Iterator[dict[str, str]]:
    with files(__package__).joinpath("data", name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
