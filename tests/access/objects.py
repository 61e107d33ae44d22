"""How to make the thing an address names, in a given partnership: maker(world, partnership) gives the address's parts.

A room that adds a page of one thing adds a maker here (or names an existing one) and a line to routes.txt.
"""

from collections.abc import Callable
from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.record.actions.commands import raise_action
from sightline.record.recommendations.commands import record_recommendation
from tests.world import World

Maker = Callable[[World, Partnership], dict[str, Any]]

MAKERS: dict[str, Maker] = {}


def makes(name: str) -> Callable[[Maker], Maker]:
    """Registers a maker under the name that routes.txt uses."""

    def keep(maker: Maker) -> Maker:
        MAKERS[name] = maker
        return maker

    return keep


@makes("action")
def an_action(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"action": raise_action(partnership=partnership, what="Write the protocol", by=None).pk}


@makes("recommendation")
def a_recommendation(world: World, partnership: Partnership) -> dict[str, Any]:
    made = record_recommendation(partnership=partnership, text="Keep a register.", source_title="Audit", by=None)
    return {"recommendation": made.pk}
