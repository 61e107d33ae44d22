"""What people answer by a link: written down where the register can take it, kept for the team where it cannot."""

from datetime import date, datetime

from django.utils import timezone

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import acting, deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused

from ..domain import Purpose, purpose_of
from ..domain.replies import CHOICES, LATER, NEEDS_WORDS, Reply
from ..models import Answer, Link
from ..policy import OVER, may_answer
from ..queries import is_still_asked
from .registers import REGISTERS, by_link


class _ByLink:
    """Who acts in the trail: a person who did not sign in, known by the link."""

    pk = None

    def __init__(self, link: Link) -> None:
        self.words = by_link(link)

    def __str__(self) -> str:
        return self.words


def answer(*, link: Link, reply: Reply, at: datetime) -> Answer:
    """Whoever holds the link speaks for the person it was made for; the trail says that it came by the link."""
    with acting(_ByLink(link), "answer"):
        return _answer(link, reply, at)


def _answer(link: Link, reply: Reply, at: datetime) -> Answer:
    purpose = purpose_of(link.kind)
    verdict = may_answer(link, at)
    if not verdict:
        raise Refused(verdict.reason)
    if is_still_asked(link, timezone.localdate(at)) is None:
        raise Refused(OVER)
    _check(purpose, reply, timezone.localdate(at))
    register = REGISTERS.get(link.kind)
    waits = register is None or register(link, reply, timezone.localdate(at))
    return kept(Answer(link=link, at=at, said=reply.said, waits=waits))


def _check(purpose: Purpose, reply: Reply, today: date) -> None:
    if reply.choice not in dict(CHOICES[purpose]):
        raise Refused("Choose what you want to say.", "choice")
    if reply.choice in NEEDS_WORDS and not reply.words.strip():
        raise Refused("Say it in a few words.", "words")
    if reply.choice == LATER and reply.new_date is None:
        raise Refused("Say which date you ask for.", "new_date")
    if reply.choice == LATER and reply.new_date <= today:
        raise Refused("Ask for a date that is still to come.", "new_date")
    refuse_child_details(words=reply.words)


@deed
def take_up(*, answer: Answer, outcome: str, at: datetime, by: User | None) -> Answer:
    """The team has seen to an answer, and says what came of it."""
    if answer.taken_up_at is not None or not answer.waits:
        raise Refused("This answer has been dealt with already.")
    if not outcome.strip():
        raise Refused("Say what came of it.", "outcome")
    refuse_child_details(outcome=outcome)
    answer.taken_up_at, answer.taken_up_by, answer.outcome = at, by, outcome.strip()
    return kept(answer)
