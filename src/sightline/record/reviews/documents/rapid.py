"""The record of a rapid review as blocks of a paper: facts in, blocks out."""

from collections.abc import Iterator
from dataclasses import dataclass

from sightline.foundation.design.blocks import Block, Facts, Grid, Heading, Paragraph, Points

Lines = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class RapidRecord:
    """What the paper says of a review, in words."""

    facts: tuple[tuple[str, str], ...]
    where: str
    steps: Lines
    returns: Lines
    meetings: tuple[str, ...]
    actions: tuple[str, ...]
    findings: tuple[str, ...]
    recommendations: tuple[str, ...]
    checks: Lines
    decision: tuple[tuple[str, str], ...]
    criteria: str
    reasons: str
    partners: Lines
    panel: tuple[tuple[str, str], ...]
    panel_words: tuple[str, ...]


def blocks_of(record: RapidRecord) -> tuple[Block, ...]:
    return tuple(_blocks(record))


def _blocks(record: RapidRecord) -> Iterator[Block]:
    yield Facts(record.facts)
    if record.where:
        yield Paragraph(record.where, "strong")
    yield Heading("The plan by working days")
    yield from _grid(("Day", "Date", "What", "By whom", "State"), record.steps, "No plan is kept.", (1, 2, 5, 4, 3))
    yield Heading("Agencies’ returns")
    columns = ("Agency", "Asked", "Due", "Answer", "Reminded")
    yield from _grid(columns, record.returns, "No agency was asked.", (4, 2, 3, 4, 3))
    yield Heading("Meetings, actions and learning")
    for name, lines in (
        ("Meetings", record.meetings),
        ("Actions", record.actions),
        ("What was learned", record.findings),
        ("Recommendations", record.recommendations),
    ):
        yield Heading(name, 2)
        yield Points(lines) if lines else Paragraph("None is recorded.")
    yield Heading("What the review should hold")
    yield from _grid(("What", "Answer", "Note"), record.checks, "", (6, 2, 4))
    yield from _ending(record)


def _ending(record: RapidRecord) -> Iterator[Block]:
    yield Heading("Decision and reasons")
    if record.decision:
        yield Facts(record.decision)
        yield Paragraph(f"Criteria considered: {record.criteria or 'not said'}")
        yield Paragraph(record.reasons)
    else:
        yield Paragraph("Not decided yet.")
    yield Heading("Ratification by the safeguarding partners")
    columns = ("Safeguarding partner", "Answer", "When and on whose word", "Why")
    yield from _grid(columns, record.partners, "No safeguarding partner is named in the directory.", (4, 2, 4, 3))
    yield Heading("The Panel")
    yield Facts(record.panel)
    yield from (Paragraph(words) for words in record.panel_words)


def _grid(columns: tuple[str, ...], rows: Lines, empty: str, widths: tuple[float, ...]) -> Iterator[Block]:
    yield Grid(columns, rows, widths=widths) if rows else Paragraph(empty)
