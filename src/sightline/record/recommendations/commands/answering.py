"""Answering: in words, and by actions."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Person
from sightline.partnership.governance.models import Board
from sightline.record.actions.commands import Owner, raise_action
from sightline.record.actions.models import Action

from ..domain import NEEDS_REASON, Answer
from ..models import AnsweringAction, Recommendation, Response
from ..queries.register import stands_in


@deed
def respond(
    *,
    recommendation: Recommendation,
    partnership: Partnership,
    answer: Answer,
    on: date,
    by: User | None,
    organisation: Organisation | None = None,
    board: Board | None = None,
    person: Person | None = None,
    reason: str = "",
) -> Response:
    """A partnership's or body's answer, and the board or person that said it. A later one supersedes; all are kept."""
    refuse_child_details(reason=reason)
    if answer in NEEDS_REASON and not reason.strip():
        raise Refused("Say why the recommendation is not accepted in full.", "reason")
    if recommendation.made_on and on < recommendation.made_on:
        raise Refused(
            f"The recommendation was made on {recommendation.made_on:%-d %B %Y}; give that day or a later one.", "on"
        )
    _check_stands(recommendation, partnership, on)
    for name, one in (("organisation", organisation), ("board", board), ("person", person)):
        if one is not None and one.partnership_id not in (None, partnership.pk):
            raise Refused(f"{one} belongs to another partnership. Choose from this one's.", name)
    return kept(
        Response(
            recommendation=recommendation,
            partnership=partnership,
            organisation=organisation,
            board=board,
            person=person,
            answer=answer,
            reason=reason.strip(),
            on=on,
        )
    )


@deed
def undo_response(*, response: Response, by: User | None) -> None:
    """Takes back an answer that was entered by mistake; the trail keeps it."""
    response.delete()


@deed
def answer_by_action(
    *, recommendation: Recommendation, action: Action, by: User | None, on: date | None = None
) -> AnsweringAction:
    if action.partnership_id != recommendation.partnership_id and not stands_in(
        recommendation, action.partnership, on or date.max
    ):
        raise Refused("That action belongs to another partnership.", "action")
    known = recommendation.answering.filter(action=action).first()
    return known or kept(AnsweringAction(recommendation=recommendation, action=action, linked_on=on))


@deed
def raise_answering_action(
    *,
    recommendation: Recommendation,
    partnership: Partnership,
    what: str,
    on: date,
    by: User | None,
    leads: Iterable[Owner] = (),
    contributors: Iterable[Owner] = (),
    due_on: date | None = None,
    number: str = "",
) -> Action:
    """Raises a new action of this partnership that answers the recommendation, in one deed."""
    refuse_child_details(what=what)
    _check_stands(recommendation, partnership, on)
    action = raise_action(
        partnership=partnership,
        what=what,
        number=number,
        leads=leads,
        contributors=contributors,
        due_on=due_on,
        raised_on=on,
        by=by,
    )
    answer_by_action(recommendation=recommendation, action=action, on=on, by=by)
    return action


@deed
def unlink_action(*, link: AnsweringAction, by: User | None) -> None:
    """The action no longer answers the recommendation; the action itself stays."""
    link.delete()


def _check_stands(recommendation: Recommendation, partnership: Partnership, on: date) -> None:
    if not stands_in(recommendation, partnership, on):
        raise Refused(f"{partnership.short_name} did not have this recommendation on that day.", "on")
