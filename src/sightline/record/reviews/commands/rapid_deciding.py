"""Verbs of the end of a rapid review: decided, ratified, sent, answered."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation
from sightline.partnership.directory.queries import statutory_partners

from ..domain.rapid import Ratified, Reply, lacks, listed
from ..models import RapidReview, Ratification
from ..queries.rapid import standing_of
from .incidents import said


@deed
def decide_rapid_review(
    *,
    rapid: RapidReview,
    does_practice_review: bool,
    reasons: str,
    on: date,
    by: User | None,
    suggests_national: bool | None = None,
    criteria: str = "",
) -> RapidReview:
    """The decision with its reasons. Deciding anew takes earlier ratifications back: they were given to other words."""
    refuse_child_details(reasons=reasons, criteria=criteria)
    _refuse_stopped(rapid)
    if rapid.sent_on:
        raise Refused("The decision has been sent to the Panel. Record what followed as the response to its reply.")
    if not reasons.strip():
        raise Refused("Give the reasons for the decision. The Panel asks for them whichever way it goes.", "reasons")
    changed = rapid.decided_on is not None and (
        rapid.does_practice_review != does_practice_review or rapid.reasons != reasons.strip()
    )
    if changed:
        rapid.ratifications.all().delete()
    rapid.decided_on, rapid.does_practice_review, rapid.suggests_national = on, does_practice_review, suggests_national
    rapid.reasons, rapid.criteria = reasons.strip(), criteria.strip()
    return kept(rapid)


@deed
def ratify(
    *,
    rapid: RapidReview,
    organisation: Organisation,
    answer: Ratified,
    on: date,
    by: User | None,
    said_by: str = "",
    why: str = "",
) -> Ratification:
    """A safeguarding partner's word. `said_by` names on whose word the team wrote it down; a later word replaces it."""
    refuse_child_details(why=why, said_by=said_by)
    _refuse_stopped(rapid)
    if rapid.decided_on is None:
        raise Refused("There is no decision to ratify yet.")
    if on < rapid.decided_on:
        raise Refused(f"The decision was made on {said(rapid.decided_on)}; ratification comes from then on.", "on")
    if organisation not in statutory_partners(rapid.review.partnership, on):
        raise Refused(f"{organisation} is not a safeguarding partner here on that day.", "organisation")
    if answer is Ratified.DECLINED and not why.strip():
        raise Refused("Say why the decision is not ratified.", "why")
    word = rapid.ratifications.filter(organisation=organisation).first()
    word = word or Ratification(rapid=rapid, organisation=organisation)
    word.answer, word.on, word.by, word.said_by, word.why = answer, on, by, said_by.strip(), why.strip()
    return kept(word)


@deed
def remove_ratification(*, ratification: Ratification, by: User | None) -> None:
    if ratification.rapid.sent_on:
        raise Refused("The review has been sent with this ratification, so it stays.")
    ratification.delete()


@deed
def send_to_panel(*, rapid: RapidReview, on: date, by: User | None, despite: str = "") -> RapidReview:
    """Sent to the Panel on a day. With something missing only with the reason why it went all the same."""
    refuse_child_details(despite=despite)
    _refuse_stopped(rapid)
    if rapid.decided_on is None:
        raise Refused("It can be sent once the decision and its reasons are recorded.")
    if on < rapid.decided_on:
        raise Refused(f"The decision was made on {said(rapid.decided_on)}; it is sent from then on.", "on")
    missing = lacks(standing_of(rapid, on))
    if missing and not despite.strip():
        words = listed(missing, separator="; ")
        raise Refused(f"Still missing: {words}. To send it all the same, say why.", "despite")
    rapid.sent_on, rapid.sent_despite = on, despite.strip() if missing else ""
    return kept(rapid)


@deed
def take_back_sending(*, rapid: RapidReview, by: User | None) -> RapidReview:
    """For a day of sending that was entered by mistake."""
    if rapid.replied_on:
        raise Refused("The Panel has replied, so it was sent. Correct the day instead.")
    rapid.sent_on, rapid.sent_despite = None, ""
    return kept(rapid)


@deed
def record_reply(
    *,
    rapid: RapidReview,
    reply: Reply,
    on: date,
    by: User | None,
    words: str = "",
    asks_for_more: bool = False,
) -> RapidReview:
    """What the Panel answered; given anew it corrects."""
    refuse_child_details(words=words)
    if rapid.sent_on is None:
        raise Refused("Enter the day on which the review was sent first.")
    if on < rapid.sent_on:
        raise Refused(f"It was sent on {said(rapid.sent_on)}; the reply comes from then on.", "on")
    rapid.replied_on, rapid.reply, rapid.reply_words, rapid.asks_for_more = on, reply, words.strip(), asks_for_more
    return kept(rapid)


@deed
def respond_to_reply(*, rapid: RapidReview, response: str, on: date, by: User | None) -> RapidReview:
    """What the partnership did or wrote on the Panel's reply."""
    refuse_child_details(response=response)
    if rapid.replied_on is None:
        raise Refused("There is no reply of the Panel to respond to.")
    if on < rapid.replied_on:
        raise Refused(f"The Panel replied on {said(rapid.replied_on)}; the response comes from then on.", "on")
    if not response.strip():
        raise Refused("Say what was answered or done.", "response")
    rapid.responded_on, rapid.response = on, response.strip()
    return kept(rapid)


def _refuse_stopped(rapid: RapidReview) -> None:
    if rapid.stopped_on:
        raise Refused(f"This review was stopped on {said(rapid.stopped_on)}. Take it up again first.")
