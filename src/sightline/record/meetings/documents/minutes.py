"""The draft of minutes: parts that the record writes, between parts that people write.

The text is plain words with a little Markdown (## headings, - lists, | tables). Under a heading of `WRITTEN_BY_RECORD`
the record's words may be brought up to date; every other heading belongs to the writer and is never touched.
"""

from collections.abc import Sequence
from dataclasses import dataclass

ATTENDANCE = "Attendance"
DECISIONS = "Decisions"
RAISED = "Actions from this meeting"
CARRIED = "Actions carried forward"
CLOSED = "Actions closed"
LAST_YEAR = "Attendance over the last year"
FOLLOWING = "Next meeting"
WRITTEN_BY_RECORD = (ATTENDANCE, DECISIONS, RAISED, CARRIED, CLOSED, LAST_YEAR, FOLLOWING)
NOTES = "Notes"


@dataclass(frozen=True)
class GridFacts:
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True)
class MinutesFacts:
    """What the record knows of a meeting, in words."""

    present: tuple[str, ...]
    deputies: tuple[str, ...]
    in_attendance: tuple[str, ...]
    apologies: tuple[str, ...]
    absent: tuple[str, ...]
    unknown: tuple[str, ...]
    guests: tuple[str, ...]
    agenda: tuple[str, ...]
    decisions: tuple[str, ...]
    raised: tuple[str, ...]
    carried: tuple[str, ...]
    closed: tuple[str, ...]
    last_year: GridFacts | None
    following: str


@dataclass(frozen=True)
class Section:
    heading: str
    body: str


def first_draft(facts: MinutesFacts) -> str:
    """Attendance first, then an empty part for each item of the agenda, then what the record knows at the end."""
    written = _written(facts)
    items = [Section(item, "") for item in facts.agenda] or [Section(NOTES, "")]
    return _joined([Section(ATTENDANCE, written[ATTENDANCE]), *items, *_ending(written)])


def brought_up_to_date(text: str, facts: MinutesFacts) -> str:
    """The same text with the record's parts as they are now. A part that was removed is put at the end again."""
    written = _written(facts)
    sections = [Section(one.heading, written.get(one.heading, one.body)) for one in split(text)]
    present = {one.heading for one in sections}
    missing = [
        one for one in (Section(ATTENDANCE, written[ATTENDANCE]), *_ending(written)) if one.heading not in present
    ]
    return _joined([*sections, *missing])


def _ending(written: dict[str, str]) -> list[Section]:
    return [Section(heading, written[heading]) for heading in WRITTEN_BY_RECORD if heading != ATTENDANCE]


def _written(facts: MinutesFacts) -> dict[str, str]:
    return {
        ATTENDANCE: _attendance(facts),
        DECISIONS: _points(facts.decisions, "No decision was recorded."),
        RAISED: _points(facts.raised, "No action was raised."),
        CARRIED: _points(facts.carried, "No action was carried forward."),
        CLOSED: _points(facts.closed, "No action was closed."),
        LAST_YEAR: _grid(facts.last_year),
        FOLLOWING: facts.following or "Not planned yet.",
    }


def _attendance(facts: MinutesFacts) -> str:
    groups = (
        ("Present", facts.present),
        ("Deputies", facts.deputies),
        ("In attendance", facts.in_attendance),
        ("Apologies", facts.apologies),
        ("Absent", facts.absent),
        ("Guests", facts.guests),
        ("Not known", facts.unknown),
    )
    parts = [f"### {name}\n\n{_points(people, '')}" for name, people in groups if people]
    return "\n\n".join(parts) or "Nobody’s attendance is recorded yet."


def _points(lines: Sequence[str], nothing: str) -> str:
    return "\n".join(f"- {' '.join(line.split())}" for line in lines) or nothing


def _grid(grid: GridFacts | None) -> str:
    if grid is None or not grid.rows:
        return "No earlier meeting is recorded in the last year."
    lines = [grid.columns, ("---",) * len(grid.columns), *grid.rows]
    table = "\n".join("| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines)
    return f"{table}\n\n{grid.note}" if grid.note else table


def split(text: str) -> list[Section]:
    """The sections of a text; what stands before the first heading is a section without one."""
    sections: list[Section] = []
    heading, body = "", []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith("## "):
            sections.append(Section(heading, "\n".join(body).strip()))
            heading, body = line[3:].strip(), []
        else:
            body.append(line)
    sections.append(Section(heading, "\n".join(body).strip()))
    return [one for one in sections if one.heading or one.body]


def _joined(sections: Sequence[Section]) -> str:
    parts = [f"## {one.heading}\n\n{one.body}".strip() if one.heading else one.body for one in sections]
    return "\n\n".join(parts) + "\n"
