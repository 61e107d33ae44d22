"""Verbs of rapid reviews: opened, worked on, stopped. What is decided and sent stands in `rapid_deciding`."""

from collections.abc import Iterable, Mapping
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.governance.models import Board
from sightline.record.actions.commands import Owner, raise_action
from sightline.record.actions.models import Action

from ..domain.clocks import Start
from ..domain.kinds import ReviewKind
from ..domain.rapid import CHECKS, Met
from ..models import ClockSetting, Incident, RapidAction, RapidCheck, RapidMeeting, RapidReview
from .clocks import copy_plan
from .core import record_review
from .incidents import refuse_others


@deed
def open_rapid_review(
    *,
    partnership: Partnership,
    reference: str,
    on: date,
    by: User | None,
    incident: Incident | None = None,
    start: Start | None = None,
    counted_from: date | None = None,
    with_plan: bool = True,
) -> RapidReview:
    """A rapid review, on a notified incident, or standing alone when it is an old one of which no incident is kept."""
    if incident is not None:
        _refuse_without_notification(partnership, incident, on)
    review = record_review(partnership=partnership, reference=reference, kind=ReviewKind.RAPID, started_on=on, by=by)
    chosen = start or _start_of(partnership)
    rapid = kept(RapidReview(review=review, incident=incident, opened_on=on, start=chosen, counted_from=counted_from))
    if with_plan:
        copy_plan(rapid=rapid, by=by)
    return rapid


def _start_of(partnership: Partnership) -> Start:
    setting = ClockSetting.objects.filter(partnership=partnership).first()
    return Start(setting.start) if setting else Start.AWARE


def _refuse_without_notification(partnership: Partnership, incident: Incident, on: date) -> None:
    refuse_others(partnership, "incident", incident)
    if hasattr(incident, "rapid"):
        raise Refused("This incident has its rapid review already.")
    if incident.ended_on:
        raise Refused("This incident is closed. Open it again before its rapid review.")
    if incident.notified_on is None:
        raise Refused("A rapid review follows a notification. Enter the day of the notification first.")


@deed
def change_start(*, rapid: RapidReview, start: Start, by: User | None, counted_from: date | None = None) -> RapidReview:
    """Counts this review's days from elsewhere; every date of its plan moves with it."""
    rapid.start = start
    rapid.counted_from = None if rapid.incident_id else counted_from
    return kept(rapid)


@deed
def stop_rapid_review(*, rapid: RapidReview, because: str, on: date, by: User | None) -> RapidReview:
    """When it is found that the criteria were not met after all."""
    refuse_child_details(because=because)
    if not because.strip():
        raise Refused("Say why it is stopped, in words about the criteria.", "because")
    if rapid.sent_on:
        raise Refused("It has been sent to the Panel already, so it cannot be stopped.")
    rapid.stopped_on, rapid.stopped_because = on, because.strip()
    return kept(rapid)


@deed
def resume_rapid_review(*, rapid: RapidReview, by: User | None) -> RapidReview:
    rapid.stopped_on, rapid.stopped_because = None, ""
    return kept(rapid)


@deed
def remove_rapid_review(*, rapid: RapidReview, by: User | None) -> None:
    """For one opened by mistake, before anything hangs on it; its plan and its unasked checklist go with it."""
    held = rapid.returns.exists() or rapid.actions.exists() or rapid.ratifications.exists() or rapid.decided_on
    review = rapid.review
    if held or review.findings.exists() or review.recommendations.exists() or review.followed_by.exists():
        raise Refused("Something hangs on this review already. Stop it instead, with the reason.")
    unindex(kind="reviews.review", id=review.pk)
    rapid.delete()
    review.delete()


@deed
def answer_check(*, rapid: RapidReview, item: str, answer: Met, by: User | None, note: str = "") -> RapidCheck:
    refuse_child_details(note=note)
    if item not in CHECKS:
        raise Refused("That is not on the checklist.", "item")
    check = rapid.checks.filter(item=item).first() or RapidCheck(rapid=rapid, item=item)
    check.answer, check.note = answer, note.strip()
    return kept(check)


@deed
def answer_checks(*, rapid: RapidReview, answers: Mapping[str, tuple[Met, str]], by: User | None) -> None:
    """The checklist as it was filled in: each item's answer and note, whole or not at all."""
    for item, (answer, note) in answers.items():
        answer_check(rapid=rapid, item=item, answer=answer, note=note, by=by)


@deed
def record_rapid_meeting(
    *, rapid: RapidReview, held_on: date, by: User | None, board: Board | None = None, name: str = ""
) -> RapidMeeting:
    refuse_child_details(name=name)
    if board is None and not name.strip():
        raise Refused("Choose the board that met, or say who met.", "name")
    refuse_others(rapid.review.partnership, "board", board)
    return kept(RapidMeeting(rapid=rapid, held_on=held_on, board=board, name=name.strip()))


@deed
def remove_rapid_meeting(*, meeting: RapidMeeting, by: User | None) -> None:
    meeting.delete()


@deed
def raise_rapid_action(
    *,
    rapid: RapidReview,
    what: str,
    on: date,
    by: User | None,
    leads: Iterable[Owner] = (),
    due_on: date | None = None,
    is_immediate: bool = False,
) -> Action:
    """An action that the review asks for. Everyone who reads actions reads its words: they may name the reference alone."""
    refuse_child_details(what=what)
    action = raise_action(
        partnership=rapid.review.partnership, what=what, leads=leads, due_on=due_on, raised_on=on, by=by
    )
    kept(RapidAction(rapid=rapid, action=action, is_immediate=is_immediate))
    return action
