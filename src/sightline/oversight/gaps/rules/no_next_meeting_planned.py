"""A board that has met in the last year has no future meeting in the record.

Why it matters: A date that is not set is a meeting that slips, and members who cannot keep it free.
Authority: Good record keeping; looking only at boards that met in the last twelve months is Sightline's convention,
    not a rule of law.
How it closes: The next meeting is planned, or the board is ended.
Example: The Board met on 14 May; no later date is on record.
"""

from collections.abc import Iterator
from datetime import timedelta

from sightline.kernel.references import Reference

from ..domain import Severity
from ..domain.about import about_board
from ..domain.facts import Facts
from ..domain.found import Found, Shown

SEVERITY = Severity.RECORD
SUBJECT = "governance.board"
YEAR = timedelta(days=365)


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        held = board.held(facts.on)
        met_lately = bool(held) and held[-1].held_on > facts.on - YEAR
        planned = any(m.state == "planned" and m.held_on >= facts.on for m in board.meetings)
        if met_lately and not planned:
            shown = (Shown(f"Last met on {held[-1].held_on:%-d %B %Y}", Reference("meetings.meeting", held[-1].id)),)
            summary = f"{board.name} has no date for its next meeting."
            yield about_board(board, summary, shown)
