"""Verbs of how a partnership counts its days and plans them."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Post
from sightline.partnership.governance.models import Board

from ..domain.clocks import Start
from ..domain.rapid_plan import EXAMPLE
from ..models import ClockSetting, PlanTemplateStep, RapidReview, RapidStep
from .incidents import refuse_others

Step = TypeVar("Step", PlanTemplateStep, RapidStep)
LAST_DAY = 60  # no plan of fifteen days runs longer; past it someone mistyped


@deed
def choose_clock_start(
    *, partnership: Partnership, start: Start, by: User | None, agreed_where: str = ""
) -> ClockSetting:
    """From now on rapid reviews that are opened count from here; those under way keep theirs."""
    setting = ClockSetting.objects.filter(partnership=partnership).first() or ClockSetting(partnership=partnership)
    refuse_child_details(agreed_where=agreed_where)
    setting.start, setting.agreed_where = start, agreed_where.strip()
    return kept(setting)


@deed
def add_template_step(
    *,
    partnership: Partnership,
    day: int,
    what: str,
    by: User | None,
    owner_as_written: str = "",
    post: Post | None = None,
    board: Board | None = None,
) -> PlanTemplateStep:
    """A step of the plan that new rapid reviews get. The first takes the example over, so that nothing is lost."""
    own_template(partnership=partnership, by=by)
    return _step(PlanTemplateStep(partnership=partnership), partnership, day, what, owner_as_written, post, board)


@deed
def own_template(*, partnership: Partnership, by: User | None) -> None:
    """Makes the example the partnership's own plan, once."""
    if not PlanTemplateStep.objects.filter(partnership=partnership).exists():
        for one in EXAMPLE:
            step = PlanTemplateStep(partnership=partnership, day=one.day, what=one.what, owner_as_written=one.owner)
            kept(step)


@deed
def change_template_step(
    *,
    step: PlanTemplateStep,
    day: int,
    what: str,
    by: User | None,
    owner_as_written: str = "",
    post: Post | None = None,
    board: Board | None = None,
) -> PlanTemplateStep:
    return _step(step, step.partnership, day, what, owner_as_written, post, board)


@deed
def remove_template_step(*, step: PlanTemplateStep, by: User | None) -> None:
    if PlanTemplateStep.objects.filter(partnership=step.partnership).count() == 1:
        raise Refused("A plan needs a step. Change this one instead.")
    step.delete()


@deed
def add_step(
    *,
    rapid: RapidReview,
    day: int,
    what: str,
    by: User | None,
    owner_as_written: str = "",
    post: Post | None = None,
    board: Board | None = None,
) -> RapidStep:
    return _step(RapidStep(rapid=rapid), rapid.review.partnership, day, what, owner_as_written, post, board)


@deed
def change_step(
    *,
    step: RapidStep,
    day: int,
    what: str,
    by: User | None,
    owner_as_written: str = "",
    post: Post | None = None,
    board: Board | None = None,
) -> RapidStep:
    return _step(step, step.rapid.review.partnership, day, what, owner_as_written, post, board)


@deed
def mark_step(*, step: RapidStep, done_on: date | None, by: User | None) -> RapidStep:
    """Done on a day, or not done after all."""
    step.done_on = done_on
    return kept(step)


@deed
def remove_step(*, step: RapidStep, by: User | None) -> None:
    step.delete()


@deed
def copy_plan(*, rapid: RapidReview, by: User | None) -> None:
    """Gives a review the steps of its partnership's plan."""
    own = PlanTemplateStep.objects.filter(partnership=rapid.review.partnership)
    rows: Iterable[RapidStep] = [
        RapidStep(day=s.day, what=s.what, owner_as_written=s.owner_as_written, post=s.post, board=s.board) for s in own
    ] or [RapidStep(day=s.day, what=s.what, owner_as_written=s.owner) for s in EXAMPLE]
    for row in rows:
        row.rapid = rapid
        kept(row)


def _step(
    step: Step, partnership: Partnership, day: int, what: str, owner: str, post: Post | None, board: Board | None
) -> Step:
    refuse_child_details(what=what, owner_as_written=owner)
    if not 1 <= day <= LAST_DAY:
        raise Refused(f"Enter a working day from 1 to {LAST_DAY}.", "day")
    if not what.strip():
        raise Refused("Say what is done on that day.", "what")
    refuse_others(partnership, "post", post)
    refuse_others(partnership, "board", board)
    step.day, step.what, step.owner_as_written = day, what.strip(), owner.strip()
    step.post, step.board = post, board
    return kept(step)
