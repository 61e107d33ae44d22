"""The log of challenges between partners, with what was answered, settled and learned."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.oversight.imports.domain.sheets import Column, Sheet
from sightline.partnership.directory.models import Organisation
from sightline.partnership.governance.models import Board
from sightline.record.challenges.commands import (
    Raiser,
    answer_challenge,
    close_challenge,
    inform_scrutineer,
    raise_challenge,
    resolve_challenge,
)
from sightline.record.challenges.domain import KIND_LABELS, OUTCOME_LABELS, Kind, Outcome
from sightline.record.challenges.models import Challenge

from .shape import Register, Values, choice, day, needed_with

Step = tuple[date, Callable[[], Any]]


def _raise(partnership: Partnership, v: Values, by: User | None) -> Challenge:
    _check(v)
    who = v["raised_by"]
    raiser = Raiser(organisation=who) if isinstance(who, Organisation) else Raiser(post=who)
    challenge = raise_challenge(
        partnership=partnership,
        kind=Kind(v["kind"]),
        about=v["about"],
        asked_for=v["asked_for"],
        raiser=raiser,
        challenged=v["challenged"],
        on=v["raised_on"],
        theme=v["theme"],
        by=by,
    )
    for _, take in sorted(_steps(challenge, v, by), key=lambda step: step[0]):
        take()
    return challenge


def _check(v: Values) -> None:
    needed_with(v, "answer", "The answer has no day.", ("answered_on", "Enter the day of the answer."))
    needed_with(v, "answered_on", "The answer has no words.", ("answer", "Enter what was answered."))
    needed_with(v, "outcome", "It is settled without a day.", ("settled_on", "Enter the day it was settled."))
    for key in ("settled_on", "what_changed", "closed_on"):
        needed_with(v, key, "It has no outcome.", ("outcome", "Choose the outcome, or leave the later cells empty."))
    for key in ("learning", "no_learning_because"):
        needed_with(v, key, "Learning is said when it is closed.", ("closed_on", "Enter the day it was closed."))


def _steps(challenge: Challenge, v: Values, by: User | None) -> Iterator[Step]:
    """What is told of it after it was raised, each with its day; on one day, in this order."""
    if on := v["informed_on"]:
        yield on, lambda: inform_scrutineer(challenge=challenge, on=v["informed_on"], by=by)
    if on := v["answered_on"]:
        yield on, lambda: answer_challenge(challenge=challenge, words=v["answer"], on=v["answered_on"], by=by)
    if on := v["settled_on"]:
        yield on, lambda: _settle(challenge, v, by)
    if on := v["closed_on"]:
        said = {name: v[name] for name in ("learning", "no_learning_because")}
        yield on, lambda: close_challenge(challenge=challenge, on=v["closed_on"], by=by, **said)


def _settle(challenge: Challenge, v: Values, by: User | None) -> Challenge:
    outcome, changed = Outcome(v["outcome"]), v["what_changed"]
    return resolve_challenge(challenge=challenge, outcome=outcome, what_changed=changed, on=v["settled_on"], by=by)


def _is_known(partnership: Partnership, v: Values) -> bool:
    same = Challenge.objects.filter(partnership=partnership, about=v["about"], raised_on=v["raised_on"])
    to = {"to_board": v["challenged"]} if isinstance(v["challenged"], Board) else {"to_organisation": v["challenged"]}
    return same.filter(**to).exists()


CHALLENGES = Register(
    Sheet(
        "challenges",
        "Challenges",
        (
            choice("kind", "On what", KIND_LABELS, needed=True),
            Column("about", "About", needed=True, hint="Say in a sentence what it is about; never a case."),
            Column("asked_for", "What was asked for"),
            Column("raised_by", "Raised by", needed=True, hint="Enter a post or an organisation."),
            Column("challenged", "Challenged", needed=True, hint="Enter an organisation or a board."),
            day("raised_on", "Raised on", needed=True, hint="Enter the day it was raised."),
            Column("theme", "Theme", hint="Of the common vocabulary"),
            day("informed_on", "Scrutineer told on"),
            Column("answer", "Answer"),
            day("answered_on", "Answered on"),
            choice("outcome", "Outcome", OUTCOME_LABELS),
            Column("what_changed", "What changed"),
            day("settled_on", "Settled on"),
            Column("learning", "What was learned"),
            Column("no_learning_because", "Nothing learned, because"),
            day("closed_on", "Closed on"),
        ),
        "One row for each challenge of one partner by another. Numbers are given anew. Never a case.",
    ),
    _is_known,
    _raise,
    {"raised_by": "raiser", "challenged": "board or organisation", "theme": "theme"},
)
