"""Makers of priorities, objectives, themes, formats and plans."""

from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan import commands
from sightline.partnership.plan.models import Priority
from tests.access.making import another, makes
from tests.world import World


def _priority(partnership: Partnership) -> Priority:
    return commands.set_priority(partnership=partnership, title=another("Safer journeys"), by=None)


@makes("priority")
def a_priority(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"priority": _priority(partnership).pk}


@makes("objective")
def an_objective(world: World, partnership: Partnership) -> dict[str, Any]:
    made = commands.set_objective(priority=_priority(partnership), text="Every school has a plan", by=None)
    return {"objective": made.pk}


@makes("priority theme")
def a_theme_of_a_priority(world: World, partnership: Partnership) -> dict[str, Any]:
    name = another("Lantern safety")
    theme = commands.record_theme(code=name.lower().replace(" ", "-"), label=name, edition="1", by=None)
    priority = _priority(partnership)
    return {"priority": priority.pk, "link": commands.map_to_theme(priority=priority, theme=theme, by=None).pk}
