"""A year of challenges for the scrutineer and the yearly report: by agency, kind and outcome."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from django.urls import reverse

from sightline.foundation.design.charts import Chart, Point, bars
from sightline.foundation.design.tables import Cell, Column, Row, Table, row
from sightline.kernel.periods import Period, financial_year, year_label

from ..domain import KIND_LABELS, OUTCOME_LABELS, Kind, Outcome
from ..queries import by_agency, to_words
from .register import Known
from .words import list_href


@dataclass(frozen=True)
class SummaryPage:
    title: str
    lead: str
    tabs: tuple[dict[str, Any], ...]
    kinds: Chart | None
    outcomes: Chart | None
    table: Table
    crumbs: tuple[dict[str, str], ...]


def years_since(first: date | None, on: date) -> list[Period]:
    """The newest first, from the year of the first challenge to that of the day."""
    years, year = [], financial_year(on)
    oldest = financial_year(first or on)
    while year.start >= oldest.start:
        years.append(year)
        year = financial_year(year.start.replace(year=year.start.year - 1))
    return years


def summary_page(known: Sequence[Known], year: Period, years: Sequence[Period], slug: str, path: str) -> SummaryPage:
    label = year_label(year)
    base = reverse("challenges:summary", args=[slug])
    return SummaryPage(
        title=f"Challenges raised in {label}",
        lead=_lead(known),
        tabs=tuple(
            {"text": year_label(one), "href": f"{base}?year={year_label(one)}", "current": one == year} for one in years
        ),
        kinds=_kinds(known, label) if known else None,
        outcomes=_outcomes(known, label) if known else None,
        table=_by_agency(known, label, f"{path}?year={label}"),
        crumbs=({"text": "Challenges", "href": list_href(slug)},),
    )


def _lead(known: Sequence[Known]) -> str:
    if not known:
        return (
            "No challenge was raised in this year. That may mean that none was needed, or that none was written down."
        )
    settled = [course for _, course in known if course.outcome]
    told = sum(course.informed_on is not None for _, course in known)
    words = [f"{len(known)} raised, {len(settled)} settled, {len(known) - len(settled)} not settled yet"]
    if settled:
        words.append(f"half were settled within {median(course.days for course in settled):g} working days")
    words.append(f"the scrutineer was told of {told}")
    return "; ".join(words).capitalize() + "."


def _kinds(known: Iterable[Known], label: str) -> Chart:
    counts = Counter(Kind(challenge.kind) for challenge, _ in known)
    points = [Point(KIND_LABELS[kind], counts[kind]) for kind in Kind if counts[kind]]
    said = "; ".join(f"{point.label}: {point.value:g}" for point in points)
    return bars(f"What challenges of {label} were on", said, points)


def _outcomes(known: Iterable[Known], label: str) -> Chart:
    counts = Counter(course.outcome for _, course in known)
    points = [Point(OUTCOME_LABELS[outcome], counts[outcome]) for outcome in Outcome if counts[outcome]]
    if counts[None]:
        points.append(Point("Not settled yet", counts[None]))
    said = "; ".join(f"{point.label}: {point.value:g}" for point in points)
    return bars(f"How challenges of {label} ended", said, points)


def _by_agency(known: Sequence[Known], label: str, path: str) -> Table:
    names = sorted({by_agency(challenge) for challenge, _ in known} | {to_words(challenge) for challenge, _ in known})
    return Table(
        caption=f"By agency and board, {label}",
        columns=(
            Column("agency", "Agency or board"),
            Column("raised", "Raised", numeric=True),
            Column("received", "Received", numeric=True),
            Column("upheld", "Received and upheld, wholly or in part", numeric=True),
            Column("unanswered", "Received and never answered", numeric=True),
            Column("stage", "Highest stage", numeric=True),
            Column("days", "Middle of working days until settled", numeric=True),
        ),
        rows=tuple(_agency_row(name, known) for name in names),
        sort="-received",
        export_href=path,
        empty="No challenge was raised in this year.",
    )


def _agency_row(name: str, known: Sequence[Known]) -> Row:
    raised = [course for challenge, course in known if by_agency(challenge) == name]
    received = [course for challenge, course in known if to_words(challenge) == name]
    settled = [course.days for course in received if course.outcome]
    upheld = (Outcome.UPHELD, Outcome.PARTLY)
    return row(
        name,
        len(raised),
        len(received),
        sum(course.outcome in upheld for course in received),
        sum(course.answered_on is None and course.is_running for course in received),
        max((course.reached for course in [*raised, *received]), default=0),
        median(settled) if settled else Cell(text="None settled", unknown=True),
    )
