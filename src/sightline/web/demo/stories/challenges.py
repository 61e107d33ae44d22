"""One partner challenges another, and items go to other boards: settled with learning, waiting, and past its days."""

from dataclasses import dataclass
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.partnership.governance.models import Board
from sightline.record.challenges.commands import (
    Raiser,
    answer_challenge,
    close_challenge,
    inform_scrutineer,
    move_up,
    raise_challenge,
    resolve_challenge,
    set_stages,
)
from sightline.record.challenges.domain import Kind, Outcome, StageLine
from sightline.record.challenges.models import Challenge
from sightline.record.meetings.commands.referrals import (
    chase_referral,
    receive_referral,
    record_referral_outcome,
    send_referral,
)
from sightline.record.meetings.domain.referring import Outcome as ReferralOutcome
from sightline.record.meetings.models import Referral

from ..making import body_called, partnership_called
from .telling import HOME, REGION, SECOND, Tellers, board_of

STAGES = (
    StageLine(1, "Between the two workers or managers", False, 5),
    StageLine(2, "Between heads of service", True, 10),
    StageLine(3, "The delegated safeguarding partners", True, 10),
)


@dataclass(frozen=True, slots=True)
class Raised:
    kind: Kind
    about: str
    by_body: str
    to_body: str
    on: date
    asked_for: str


ATTENDANCE = Raised(
    Kind.ATTENDANCE,
    "Police have sent no one to three of the last four meetings of the Quality and Innovation Subgroup.",
    "Achieving for Children",
    "Metropolitan Police Service",
    date(2026, 6, 15),
    "A named officer for the subgroup, and a deputy.",
)
DATA = Raised(
    Kind.DATA,
    "The waiting times that the health board sends each quarter leave out those who wait for a second appointment.",
    "Achieving for Children",
    "NHS South West London ICB",
    date(2026, 10, 5),
    "The same count in both boroughs, with second appointments in it.",
)
BUDGET = Raised(
    Kind.CONTRIBUTION,
    "One council has not said what it will put into the joint budget for the coming year.",
    "NHS South West London ICB",
    "Richmond upon Thames Council",
    date(2026, 11, 20),
    "A figure before the January meeting.",
)
DECISION = Raised(
    Kind.DECISION,
    "The exploitation meeting closed four plans in a day without the school nurses in the room.",
    "Homerton Healthcare NHS Foundation Trust",
    "Hackney Council",
    date(2026, 3, 9),
    "Plans are closed only when health was asked.",
)


def tell_challenges(tellers: Tellers) -> None:
    home = partnership_called(HOME)
    if not Challenge.objects.filter(partnership=home).exists():
        build_challenges(home=home, by=tellers.manager)
        build_elsewhere(by=None)
    if not Referral.objects.filter(partnership=home).exists():
        build_referrals(home=home, by=tellers.manager)


@deed
def build_challenges(*, home: Partnership, by: User | None) -> None:
    set_stages(
        partnership=home,
        name="Resolving professional disagreement",
        stages=STAGES,
        on=date(2025, 9, 1),
        dated_on=date(2025, 7, 15),
        by=by,
    )
    _settled(_raise(home, ATTENDANCE, by), by)
    _moved_and_waiting(_raise(home, DATA, by), by)
    _raise(home, BUDGET, by)


def _raise(partnership: Partnership, one: Raised, by: User | None) -> Challenge:
    return raise_challenge(
        partnership=partnership,
        kind=one.kind,
        about=one.about,
        raiser=Raiser(organisation=body_called(one.by_body, partnership)),
        challenged=body_called(one.to_body, partnership),
        asked_for=one.asked_for,
        on=one.on,
        by=by,
    )


def _settled(challenge: Challenge, by: User | None) -> None:
    answer_challenge(
        challenge=challenge, words="The officer moved post in spring and nobody was named.", on=date(2026, 6, 19), by=by
    )
    move_up(challenge=challenge, why="No name by the end of the stage.", on=date(2026, 6, 23), by=by)
    inform_scrutineer(challenge=challenge, on=date(2026, 6, 24), by=by)
    answer_challenge(
        challenge=challenge, words="A detective inspector is named, with a deputy.", on=date(2026, 7, 1), by=by
    )
    resolve_challenge(
        challenge=challenge,
        outcome=Outcome.UPHELD,
        what_changed="Police have named a member and a deputy for every meeting from now on.",
        on=date(2026, 7, 3),
        by=by,
    )
    close_challenge(
        challenge=challenge,
        learning="When a member leaves, the agency names the next one before the leaving day.",
        on=date(2026, 10, 9),
        by=by,
    )


def _moved_and_waiting(challenge: Challenge, by: User | None) -> None:
    """Answered once, moved up, and past the days of its stage since."""
    answer_challenge(
        challenge=challenge, words="The system counts first appointments only.", on=date(2026, 10, 9), by=by
    )
    move_up(challenge=challenge, why="The answer says why, not when it will change.", on=date(2026, 10, 13), by=by)


@deed
def build_elsewhere(*, by: User | None) -> None:
    challenge = _raise(partnership_called(SECOND), DECISION, by)
    resolve_challenge(
        challenge=challenge,
        outcome=Outcome.PARTLY,
        what_changed="School nurses get the list two days before and may ask for a plan to stay open.",
        on=date(2026, 3, 12),
        by=by,
    )
    close_challenge(
        challenge=challenge,
        no_learning_because="The rule was there already and had been forgotten in a busy week.",
        on=date(2026, 3, 20),
        by=by,
    )


@deed
def build_referrals(*, home: Partnership, by: User | None) -> None:
    region = partnership_called(REGION)
    senior, taker = board_of(home, "SLG"), board_of(region, "LSCP Executive")
    answered = _sent_up(senior, region, by)
    receive_referral(referral=answered, board=taker, on=date(2026, 7, 22), by=by)
    record_referral_outcome(
        referral=answered,
        outcome=ReferralOutcome.DECIDED,
        words="The executive asked the transport operators for one number that workers can ring, from January 2027.",
        on=date(2026, 9, 17),
        by=by,
    )
    waiting = send_referral(
        board=board_of(home, "VCA"),
        to_partnership=region,
        title="Children placed far away who go missing",
        ask="Agree across London who holds the return conversation when a child is placed in another borough.",
        on=date(2026, 10, 15),
        answer_by=date(2026, 11, 20),
        by=by,
    )
    chase_referral(referral=waiting, on=date(2026, 11, 23), words="Asked again by e-mail.", by=by)
    send_referral(
        board=board_of(home, "Q and I"),
        to_board=senior,
        title="Readers for the neglect audit",
        ask="Release two readers for three days each, so that the audit can be finished.",
        on=date(2026, 11, 10),
        answer_by=date(2027, 1, 19),
        by=by,
    )


def _sent_up(senior: Board, region: Partnership, by: User | None) -> Referral:
    return send_referral(
        board=senior,
        to_partnership=region,
        title="Whom to ring about young people on night buses",
        ask="Drivers and workers need one number across London. A single partnership cannot agree it with the operators.",
        on=date(2026, 7, 15),
        answer_by=date(2026, 10, 1),
        by=by,
    )
