"""What someone sees who came by a link: the one thing, what is wanted, what was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sightline.kernel.due import Due

from ..domain.days import due_words, sentence
from ..models import Answer, Link


@dataclass(frozen=True)
class AnswerPage:
    name: str
    partnership: str
    what: str
    asks: str
    due: str
    until: date


@dataclass(frozen=True)
class Said:
    words: str
    at: datetime


@dataclass(frozen=True)
class SaidPage:
    what: str
    partnership: str
    said: tuple[Said, ...]
    waits: bool
    may_say_more: bool
    until: date


def answer_page(link: Link, due: Due, today: date) -> AnswerPage:
    when = due_words(due.due_on, today) if due.due_on else "no date"
    return AnswerPage(
        link.person.name,
        link.partnership.name,
        due.what,
        sentence(due.asks),
        when[0].upper() + when[1:],
        link.expires_at,
    )


def said_page(link: Link, due: Due | None, said: Sequence[Answer]) -> SaidPage:
    newest = said[0] if said else None
    return SaidPage(
        link.what,
        link.partnership.name,
        tuple(Said(answer.said, answer.at) for answer in said),
        newest is not None and newest.waits and newest.taken_up_at is None,
        due is not None,
        link.expires_at,
    )
