"""A subgroup, panel, network or task group reports to no board.

Why it matters: Work that reports to nobody is overseen by nobody, and what it finds goes nowhere.
Authority: Good governance of the published arrangements.
How it closes: A line of accountability or reporting is drawn to the board it answers to.
Example: The Neglect Task Group was set up in 2025 and no line leads from it.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import about_board
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "governance.board"
BELOW_OTHERS = frozenset({"subgroup", "panel", "network", "task_group"})


def find(facts: Facts) -> Iterator[Found]:
    for board in facts.boards:
        if board.kind in BELOW_OTHERS and not board.lines_up:
            summary = f"{board.name} reports to no board."
            yield about_board(board, summary)
