"""Answers that a register can take by itself, each by the register's own command."""

from collections.abc import Callable
from datetime import date

from sightline.record.actions.commands import note_progress, report_done
from sightline.record.actions.domain import Status
from sightline.record.actions.models import Action
from sightline.record.learning.commands import confirm_cascade, confirm_receipt
from sightline.record.learning.models import IssueTo
from sightline.record.recommendations.commands import respond
from sightline.record.recommendations.domain import Answer as Response
from sightline.record.recommendations.models import Recommendation
from sightline.record.reviews.commands import receive_return
from sightline.record.reviews.domain.rapid import Answer as Return
from sightline.record.reviews.models import AgencyReturn

from ..domain.replies import ACCEPTED, DONE, LATER, NO_INVOLVEMENT, NOTE, PART, STARTED, Reply
from ..models import Link

Register = Callable[[Link, Reply, date], bool]
"""Writes a reply into its register; gives whether the team has to take it up besides."""


def by_link(link: Link) -> str:
    return f"{link.person.name}, by e-mail link"


def to_action(link: Link, reply: Reply, on: date) -> bool:
    """Progress is noted at once; done waits for a second word in its register; a new date is the team's to give."""
    action = Action.objects.get(pk=link.object_id)
    note = f"{reply.said} ({by_link(link)})"
    if reply.choice == DONE:
        report_done(action=action, on=on, note=note, by=None)
    else:
        status = Status.IN_PROGRESS if reply.choice == STARTED else None
        note_progress(action=action, note=note, on=on, status=status, by=None)
    return reply.choice == LATER


def to_return(link: Link, reply: Reply, on: date) -> bool:
    """That a summary was sent, or that the agency had no involvement; anything else is a note to the team."""
    if reply.choice == NOTE:
        return True
    answer = Return.NOTHING_KNOWN if reply.choice == NO_INVOLVEMENT else Return.INVOLVED
    asked = AgencyReturn.objects.get(pk=link.object_id)
    receive_return(
        agency_return=asked, answer=answer, on=on, by=None, said_by=by_link(link), kept_where=reply.words[:200]
    )
    return False


def to_recommendation(link: Link, reply: Reply, on: date) -> bool:
    answer = {ACCEPTED: Response.ACCEPTED, PART: Response.PART_ACCEPTED}.get(reply.choice, Response.NOT_ACCEPTED)
    respond(
        recommendation=Recommendation.objects.get(pk=link.object_id),
        partnership=link.partnership,
        answer=answer,
        on=on,
        by=None,
        person=link.person,
        reason=f"{reply.words} ({by_link(link)})" if reply.words else f"({by_link(link)})",
    )
    return False


def to_briefing(link: Link, reply: Reply, on: date) -> bool:
    """Receipt; and to how many it was passed on, where the reply says so."""
    if reply.choice == NOTE:
        return True
    issue = IssueTo.objects.get(pk=link.object_id)
    if reply.people:
        confirm_cascade(issue_to=issue, on=on, said_by=by_link(link), how=reply.words, staff=reply.people)
    else:
        confirm_receipt(issue_to=issue, on=on, said_by=by_link(link))
    return False


REGISTERS: dict[str, Register] = {
    "actions.action": to_action,
    "learning.issueto": to_briefing,
    "recommendations.recommendation": to_recommendation,
    "reviews.agencyreturn": to_return,
}
