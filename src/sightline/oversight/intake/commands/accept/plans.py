"""Finds of plans: priorities with their outcomes, for a period that a person confirms."""

from datetime import date

from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.domain import merged
from sightline.oversight.intake.models import Proposal
from sightline.oversight.intake.queries.promises import UNDATED
from sightline.oversight.intake.queries.questions import WORDS
from sightline.partnership.plan.commands import set_objective, set_priority
from sightline.partnership.plan.models import Priority

from .papers import take_statement
from .taking import Taking

PRIORITY = "plan.priority"


def take_priority(taking: Taking) -> Reference:
    """Into the plan, with the themes that its words speak of proposed; another partnership's stays a statement."""
    if taking.chosen.get("whose") == WORDS:
        return take_statement(taking)
    title = taking.text("title")
    if not title:
        raise Refused("There are no words of a priority here. Correct it, or refuse it.", "title")
    number = taking.chosen.get("priority", "").removeprefix("priority:")
    known = (
        Priority.objects.filter(partnership=taking.partnership, pk=int(number)).first() if number.isdigit() else None
    )
    started_on, ended_on = _period(taking.chosen.get("period", UNDATED))
    priority = known or set_priority(
        partnership=taking.partnership,
        title=title[:300],
        number=taking.text("number")[:40],
        outcome=taking.text("outcome"),
        pledge=taking.text("pledge"),
        started_on=started_on,
        ended_on=ended_on,
        by=taking.by,
    )
    if known is None:
        for text in objectives_in(taking.proposal):
            set_objective(priority=priority, text=text, started_on=started_on, by=taking.by)
    return Reference(PRIORITY, priority.pk)


def objectives_in(proposal: Proposal) -> list[str]:
    """What the paper sets under the priority, one on each line."""
    said = merged(proposal.fields, proposal.corrected).get("objectives") or ""
    return [line.strip() for line in str(said).splitlines() if line.strip()]


def _period(chosen: str) -> tuple[date | None, date | None]:
    """`2026-04-01/2027-04-01`; without an end after the stroke it runs on."""
    start, _, end = chosen.partition("/")
    if chosen == UNDATED or not start:
        return None, None
    return date.fromisoformat(start), date.fromisoformat(end) if end else None
