"""Makers of recommendations, of what belongs to them, and of those that a region issued."""

from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.commands import record_organisation
from sightline.record.actions.commands import raise_action
from sightline.record.recommendations import commands
from sightline.record.recommendations.domain import Answer
from sightline.record.recommendations.models import Recommendation
from tests.access.making import another, makes
from tests.world import World


def _one(partnership: Partnership) -> Recommendation:
    return commands.record_recommendation(
        partnership=partnership, text="Keep a register.", source_title="Audit", by=None
    )


def _issued(world: World) -> Recommendation:
    return commands.issue_recommendation(
        region=world.region, to=[world.own], on=world.today, by=None, text="Keep a register.", source_title="Audit"
    )


@makes("recommendation")
def a_recommendation(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"recommendation": _one(partnership).pk}


@makes("recommendation_addressee")
def an_addressee(world: World, partnership: Partnership) -> dict[str, Any]:
    made = _one(partnership)
    body = record_organisation(partnership=partnership, name=another("Vale Trust"), by=None)
    return {
        "recommendation": made.pk,
        "addressee": commands.address_to(recommendation=made, organisation=body, by=None).pk,
    }


@makes("recommendation_response")
def a_response(world: World, partnership: Partnership) -> dict[str, Any]:
    made = _one(partnership)
    said = commands.respond(
        recommendation=made, partnership=partnership, answer=Answer.ACCEPTED, on=world.today, by=None
    )
    return {"recommendation": made.pk, "response": said.pk}


@makes("recommendation_link")
def a_link(world: World, partnership: Partnership) -> dict[str, Any]:
    made = _one(partnership)
    action = raise_action(partnership=partnership, what="Build the register", by=None)
    return {
        "recommendation": made.pk,
        "link": commands.answer_by_action(recommendation=made, action=action, by=None).pk,
    }


@makes("two_recommendations")
def two_recommendations(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"recommendation": _one(partnership).pk, "other": _one(partnership).pk}


@makes("two_regional_recommendations")
def two_of_the_region(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"recommendation": _issued(world).pk, "other": _issued(world).pk}


@makes("issued_recommendation")
def an_issued_recommendation(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"recommendation": _issued(world).pk}


@makes("recommendation_issued")
def an_issue(world: World, partnership: Partnership) -> dict[str, Any]:
    made = _issued(world)
    return {"recommendation": made.pk, "issued": made.issued.get().pk}
