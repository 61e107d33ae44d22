"""Finds about promises: actions and recommendations."""

from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.domain.values import action_status, day_of, due_from
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.plan.models import Objective
from sightline.record.actions.commands import Owner, close_action, note_progress, raise_action, serve
from sightline.record.actions.domain import CLOSED, Status, Word
from sightline.record.actions.models import Action
from sightline.record.meetings.commands import carry_action, close_action_at_meeting, raise_action_at_meeting
from sightline.record.recommendations.commands import record_recommendation
from sightline.record.recommendations.models import Recommendation

from .reviews import take_recommendation_of_review
from .taking import Taking

ACTION = "actions.action"
RECOMMENDATION = "recommendations.recommendation"
AS_IN_PAPER = "So it stands in the paper."


def take_action(taking: Taking) -> Reference:
    """A new action, or one the record has already: then the meeting carried it, or closed it."""
    action = _known_action(taking) or _raised(taking)
    _tie(taking, action)
    status = Status(action_status(taking.text("status")))
    meeting = taking.meeting_if_known
    if status in CLOSED and action.status not in CLOSED:
        if meeting is not None:
            close_action_at_meeting(meeting=meeting, action=action, note=AS_IN_PAPER, by=taking.by)
        else:
            day = max(taking.day, action.raised_on or taking.day)
            paper = taking.paper.version.document.title
            close_action(action=action, on=day, note=AS_IN_PAPER, word=Word.PAPER, word_of=paper, by=taking.by)
    elif status is Status.IN_PROGRESS and action.status == Status.OPEN:
        note_progress(action=action, note=AS_IN_PAPER, on=taking.day, status=status, by=taking.by)
    return Reference(ACTION, action.pk)


def _tie(taking: Taking, action: Action) -> None:
    number = taking.chosen.get("objective", "").removeprefix("objective:")
    own = Objective.objects.filter(priority__partnership=taking.partnership)
    objective = own.filter(pk=int(number)).first() if number.isdigit() else None
    if objective is not None:
        serve(action=action, objective=objective, by=taking.by)


def _known_action(taking: Taking) -> Action | None:
    number = taking.chosen.get("action", "").removeprefix("action:")
    known = Action.objects.filter(partnership=taking.partnership, pk=int(number)).first() if number.isdigit() else None
    meeting = taking.meeting_if_known
    if known is None or meeting is None or known.status in CLOSED:
        return known
    if known.raised_on is None or known.raised_on < meeting.held_on:
        carry_action(meeting=meeting, action=known, by=taking.by)
    return known


def _raised(taking: Taking) -> Action:
    what = taking.text("what") or taking.text("objective") or taking.text("issue")
    owner = _owner(taking.owner())
    written_on = day_of(taking.text("meeting_date"))
    raised_on = taking.meeting_if_known.held_on if taking.meeting_if_known else written_on.on if written_on else None
    given = {
        "what": what,
        "number": taking.text("number")[:40],
        "leads": [owner] if owner else [],
        "owner_as_written": taking.text("who")[:300],
        "due_on": due_from(taking.text("by_when"), raised_on),
        "due_as_written": taking.text("by_when")[:120],
        "by": taking.by,
    }
    if taking.meeting_if_known is not None:
        return raise_action_at_meeting(meeting=taking.meeting_if_known, **given)
    return raise_action(partnership=taking.partnership, raised_on=raised_on, **given)


def _owner(thing: Person | Post | Organisation | None) -> Owner | None:
    if thing is None:
        return None
    return Owner(**{type(thing).__name__.lower(): thing})


def take_recommendation(taking: Taking) -> Reference:
    document = taking.paper.version.document
    text, number = taking.text("text"), taking.text("number")[:40]
    if not text:
        raise Refused("There are no words of a recommendation here. Correct it, or refuse it.", "text")
    of_review = take_recommendation_of_review(taking)
    if of_review is not None:
        return of_review
    known = Recommendation.objects.filter(
        partnership=taking.partnership, source_title=document.title, number=number, text=text
    ).first()
    organisation = taking.organisation()
    recommendation = known or record_recommendation(
        partnership=taking.partnership,
        text=text,
        number=number,
        source_title=document.title,
        source_kind=taking.paper.kind,
        made_on=document.dated_on,
        addressee_as_written=taking.text("addressee")[:300],
        urgency_as_written=taking.text("urgency")[:120],
        addressed_to=[organisation] if organisation else [],
        by=taking.by,
    )
    return Reference(RECOMMENDATION, recommendation.pk)
