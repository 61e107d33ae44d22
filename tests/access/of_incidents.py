"""Incidents, rapid reviews and what hangs on them, for the lists of routes."""

from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.commands import record_organisation, state_standing
from sightline.partnership.directory.domain import Standing
from sightline.record.reviews import commands
from sightline.record.reviews.domain.incidents import Category
from sightline.record.reviews.domain.rapid import Ratified
from sightline.record.reviews.models import Incident, RapidReview
from tests.access.making import another, makes
from tests.world import World


def _incident(world: World, partnership: Partnership) -> Incident:
    return commands.log_incident(
        partnership=partnership,
        reference=another("SI"),
        category=Category.OTHER,
        aware_on=world.today,
        notified_on=world.today,
        by=None,
    )


def _rapid(world: World, partnership: Partnership) -> RapidReview:
    return commands.open_rapid_review(
        partnership=partnership,
        reference=another("RR"),
        incident=_incident(world, partnership),
        on=world.today,
        by=None,
    )


@makes("incident")
def an_incident(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"incident": _incident(world, partnership).pk}


@makes("rapid")
def a_rapid_review(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"rapid": _rapid(world, partnership).pk}


@makes("rapid_file")
def the_paper_of_a_rapid_review(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"rapid": _rapid(world, partnership).pk, "form": "docx"}


@makes("rapid_step")
def a_step_of_a_plan(world: World, partnership: Partnership) -> dict[str, Any]:
    rapid = _rapid(world, partnership)
    return {"rapid": rapid.pk, "step": rapid.steps.first().pk}


@makes("template_step")
def a_step_of_a_template(world: World, partnership: Partnership) -> dict[str, Any]:
    step = commands.add_template_step(partnership=partnership, day=3, what="Call the scrutineer", by=None)
    return {"template_step": step.pk}


@makes("agency_return")
def an_agencys_return(world: World, partnership: Partnership) -> dict[str, Any]:
    rapid = _rapid(world, partnership)
    body = record_organisation(partnership=partnership, name=another("School"), by=None)
    asked = commands.ask_agency(rapid=rapid, organisation=body, on=world.today, by=None)
    return {"rapid": rapid.pk, "agency_return": asked.pk}


@makes("rapid_meeting")
def a_meeting_on_a_rapid_review(world: World, partnership: Partnership) -> dict[str, Any]:
    rapid = _rapid(world, partnership)
    meeting = commands.record_rapid_meeting(rapid=rapid, held_on=world.today, name="Review group", by=None)
    return {"rapid": rapid.pk, "meeting": meeting.pk}


def _decided(world: World, partnership: Partnership) -> tuple[RapidReview, Any]:
    body = record_organisation(partnership=partnership, name=another("Constabulary"), by=None)
    state_standing(partnership=partnership, organisation=body, standing=Standing.SAFEGUARDING_PARTNER, by=None)
    rapid = _rapid(world, partnership)
    commands.decide_rapid_review(
        rapid=rapid, does_practice_review=False, reasons="The learning is clear.", on=world.today, by=None
    )
    return rapid, body


@makes("ratifying")
def a_partner_that_is_to_ratify(world: World, partnership: Partnership) -> dict[str, Any]:
    rapid, body = _decided(world, partnership)
    return {"rapid": rapid.pk, "organisation": body.pk}


@makes("ratification")
def a_ratification(world: World, partnership: Partnership) -> dict[str, Any]:
    rapid, body = _decided(world, partnership)
    word = commands.ratify(rapid=rapid, organisation=body, answer=Ratified.RATIFIED, on=world.today, by=None)
    return {"rapid": rapid.pk, "ratification": word.pk}
