"""Makers of priorities, objectives, themes, formats and plans."""

from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan import commands
from sightline.partnership.plan.models import Priority, Theme
from tests.access.making import another, makes
from tests.world import STARTED, World


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


def _region_theme(world: World) -> Theme:
    name = another("Harbour safety")
    code = name.lower().replace(" ", "-")
    return commands.record_theme(
        code=code, label=name, words=["harbours"], edition="1", region=world.region, started_on=STARTED, by=None
    )


@makes("region theme")
def a_theme_of_the_region(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"theme": _region_theme(world).pk}


@makes("region word")
def a_word_of_a_theme_of_the_region(world: World, partnership: Partnership) -> dict[str, Any]:
    theme = _region_theme(world)
    return {"theme": theme.pk, "word": theme.words.get().pk}
