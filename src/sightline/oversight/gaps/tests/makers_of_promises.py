"""A record that promised much: priorities, plans, actions, evidence, recommendations, challenges, referrals, by commands."""

from datetime import date, timedelta

from sightline.foundation.accounts.models import Partnership, User
from sightline.kernel.references import Reference
from sightline.oversight.progress.commands import close_review, open_review, resolve, say_of
from sightline.oversight.progress.domain import Moved
from sightline.partnership.directory.commands import record_organisation
from sightline.partnership.directory.models import Organisation
from sightline.partnership.plan.commands import end_objective, end_priority, set_objective, set_priority, submit_plan
from sightline.partnership.plan.domain import ObjectiveState
from sightline.partnership.plan.models import Priority
from sightline.partnership.plan.queries import formats_on, region_for
from sightline.record.actions.commands import close_action, raise_action, report_done
from sightline.record.actions.models import Action
from sightline.record.challenges.commands import Raiser, raise_challenge
from sightline.record.challenges.domain import Kind as ChallengeKind
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.meetings.commands.referrals import send_referral
from sightline.record.recommendations.commands import record_recommendation

from .makers import make_bare_board

BEGAN = date(2025, 4, 1)
LATER = date(2026, 3, 2)
WORDS = "Record at every meeting which agency was there and which one was not."


def make_promises(partnership: Partnership, name: str, by: User) -> None:
    """Everything once, all of it wanting something; `name` tells one set from the next."""
    make_priorities(partnership, name, by)
    make_actions(partnership, name, by)
    make_questions(partnership, name, by)


def make_priorities(partnership: Partnership, name: str, by: User) -> Priority:
    idle = set_priority(partnership=partnership, title=f"{name} piers", started_on=BEGAN, by=by)
    set_objective(priority=idle, text="Every pier has a poster", due_on=LATER, by=by)
    met = set_objective(priority=idle, text="Every crew has a card", started_on=BEGAN, by=by)
    end_objective(objective=met, state=ObjectiveState.MET, on=LATER, note="They say so.", by=by)
    gone = set_priority(partnership=partnership, title=f"{name} tides", started_on=BEGAN, by=by)
    end_priority(priority=gone, on=LATER, by=by)
    return idle


def make_actions(partnership: Partnership, name: str, by: User) -> None:
    reported, bare, busy = (
        raise_action(partnership=partnership, what=f"{name} {what}", raised_on=BEGAN, due_on=LATER, by=by)
        for what in ("crews are trained", "posters are printed", "a day of talks is held")
    )
    report_done(action=reported, on=LATER, note="All have been.", by=by)
    close_action(action=bare, on=LATER, note="They hang.", by=None)
    show(busy, Grade.ACTIVITY, by)
    close_action(action=busy, on=LATER, note="It was held.", by=None)


def show(action: Action, grade: Grade | None, by: User, expires_on: date | None = None) -> None:
    add_evidence(
        partnership=action.partnership,
        subject=Reference("actions.action", action.pk),
        title="What crews say",
        kind=Kind.IMPACT,
        grade=grade,
        note="Asked on the pier.",
        on=LATER,
        expires_on=expires_on,
        by=by,
    )


def make_questions(partnership: Partnership, name: str, by: User) -> None:
    """A recommendation, a challenge and a referral that nobody answers."""
    record_recommendation(partnership=partnership, text=WORDS, source_title=f"Review {name}", made_on=LATER, by=by)
    raise_challenge(
        partnership=partnership,
        kind=ChallengeKind.ATTENDANCE,
        about="Nobody came to the last three meetings",
        raiser=Raiser(organisation=body(partnership, "Ashvale Council")),
        challenged=body(partnership, "Ashvale Police"),
        on=LATER,
        by=by,
    )
    sender, receiver = (make_bare_board(partnership, f"{name} {kind}") for kind in ("Panel", "Forum"))
    send_referral(board=sender, to_board=receiver, title="Night boats", ask="Who watches them?", on=LATER, by=by)


def body(partnership: Partnership, name: str) -> Organisation:
    found = Organisation.objects.filter(partnership=partnership, name=name).first()
    return found or record_organisation(partnership=partnership, name=name, by=None)


def make_plan(partnership: Partnership, code: str, by: User, on: date = LATER) -> None:
    form = formats_on(region_for(partnership), on).get(code=code)
    submit_plan(partnership=partnership, format=form, on=on, by=by, review_on=on + timedelta(days=90))


def make_review(partnership: Partnership, priority: Priority, moved: Moved, on: date, by: User) -> None:
    review = open_review(partnership=partnership, on=on, by=by)
    say_of(review=review, priority=priority, moved=moved, why="The ferry was in dock.", by=by)
    resolve(review=review, text="To go on.", by=by)
    close_review(review=review, on=on, by=by)
