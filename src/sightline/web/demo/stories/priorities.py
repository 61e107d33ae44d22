"""Priorities of three periods with their objectives: some came, some stayed, some went; several boroughs, not all sharing."""

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.partnership.plan.commands import end_objective, end_priority, set_objective, set_priority
from sightline.partnership.plan.domain import ObjectiveState
from sightline.partnership.plan.models import Priority

from ..making import body_called, day, partnership_called, table
from .telling import HOME, Tellers, board_of, priority_of, themes_called


def tell_priorities(tellers: Tellers) -> None:
    if not Priority.objects.filter(partnership__slug=HOME).exists():
        for keepers, rows in tellers.sharing_out(table("priorities")):
            build_priorities(rows=rows, by=keepers.manager)


@deed
def build_priorities(*, rows: list[dict[str, str]], by: User | None) -> None:
    made: dict[str, Priority] = {}
    for row in rows:
        made[row["key"]] = _priority(row, made, by)
    for row in table("objectives"):
        if row["priority"] in made:
            _objective(row, by)


def _priority(row: dict[str, str], made: dict[str, Priority], by: User | None) -> Priority:
    partnership = partnership_called(row["partnership"])
    priority = set_priority(
        partnership=partnership,
        number=row["number"],
        title=row["title"],
        outcome=row["outcome"],
        pledge=row["pledge"],
        board=board_of(partnership, row["board"]),
        started_on=day(row["started_on"]),
        ended_on=day(row["ended_on"]),
        continues=made.get(row["continues"]),
        themes=themes_called(row["themes"]),
        # Where no theme is given, what the words speak of waits for a person to confirm it.
        proposes=not row["themes"],
        by=by,
    )
    if row["ending_note"]:
        end_priority(priority=priority, on=priority.ended_on, note=row["ending_note"], by=by)
    return priority


def _objective(row: dict[str, str], by: User | None) -> None:
    priority = priority_of(row["priority"])
    objective = set_objective(
        priority=priority,
        number=row["number"],
        text=row["text"],
        measure=row["measure"],
        lead=body_called(row["lead"], priority.partnership),
        board=priority.board,
        started_on=day(row["started_on"]),
        due_on=day(row["due_on"]),
        by=by,
    )
    state = ObjectiveState(row["state"])
    if state is not ObjectiveState.OPEN:
        end_objective(objective=objective, state=state, on=day(row["ended_on"]), note=row["note"], by=by)
