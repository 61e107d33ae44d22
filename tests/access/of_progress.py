"""Makers of the progress room."""

from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.oversight.progress.commands import open_review
from sightline.oversight.progress.models import ProgressReview
from sightline.partnership.plan.commands import set_objective, set_priority
from tests.access.making import another, makes
from tests.world import STARTED, World


@makes("priority in the chain")
def a_priority(world: World, partnership: Partnership) -> dict[str, Any]:
    made = set_priority(partnership=partnership, title=another("Lanterns"), started_on=STARTED, by=None)
    return {"priority": made.pk}


@makes("objective in the chain")
def an_objective(world: World, partnership: Partnership) -> dict[str, Any]:
    priority = set_priority(partnership=partnership, title=another("Lanterns"), started_on=STARTED, by=None)
    return {"objective": set_objective(priority=priority, text="Every lantern is lit", by=None).pk}


def _review(world: World, partnership: Partnership) -> ProgressReview:
    running = ProgressReview.objects.filter(partnership=partnership, state="open").first()
    return running or open_review(partnership=partnership, on=world.today, by=None)


@makes("progress review")
def a_review(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"review": _review(world, partnership).pk}


@makes("priority of a progress review")
def a_priority_of_a_review(world: World, partnership: Partnership) -> dict[str, Any]:
    return a_priority(world, partnership) | {"review": _review(world, partnership).pk}
