"""How to make the thing an address names, in a given partnership: maker(world, partnership) gives the address's parts.

A room that adds a page of one thing adds a maker here (or names an existing one) and a line to routes.txt.
"""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from sightline.foundation.accounts.commands import give_role, invite, open_account
from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import Partnership
from sightline.oversight.gaps.tests.makers import make_finding
from sightline.record.actions.commands import raise_action
from sightline.record.recommendations.commands import record_recommendation
from tests.world import STARTED, World

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


@makes("user")
def a_user(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"user": world.neighbour.pk}


@makes("grant")
def a_role_of_someone_else(world: World, partnership: Partnership) -> dict[str, Any]:
    """Not one's own, so that the door decides and not the rule about one's own role."""
    user = open_account(email="gwen.holt@sightline.example", name="Gwen Holt", by=None)
    grant = give_role(user=user, role=Role.MEMBER, partnership=partnership, starts_on=STARTED, by=None)
    return {"grant": grant.pk}


@makes("invitation")
def an_invitation(world: World, partnership: Partnership | None) -> dict[str, Any]:
    made = invite(
        email="ivo.lane@sightline.example",
        name="Ivo Lane",
        role=Role.MEMBER if partnership else Role.ADMINISTRATOR,
        partnership=partnership,
        by=world.manager,
        at=timezone.now(),
    )
    return {"invitation": made.pk}


@makes("invitation_anywhere")
def an_invitation_of_an_administrator(world: World, partnership: Partnership) -> dict[str, Any]:
    return an_invitation(world, None)


@makes("invitation_secret")
def a_secret_that_opens_nothing(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"secret": "not-a-secret"}


@makes("changed_row")
def a_row_in_the_trail(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"table": "accounts_partnership", "row": partnership.pk}


@makes("rule")
def a_rule(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"code": "action_overdue"}


@makes("finding")
def a_finding(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"pk": make_finding(partnership, world.today).pk}


@makes("region's partnership")
def a_slug(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"slug": partnership.slug}
