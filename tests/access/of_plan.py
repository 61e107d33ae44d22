"""Makers of priorities, objectives, themes, formats and plans."""

from typing import Any

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Topic
from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan import commands
from sightline.partnership.plan.domain import Judgement, Outcome
from sightline.partnership.plan.models import Plan, PlanFormat, Priority, Theme
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


def _format(region: Partnership | None) -> PlanFormat:
    sections = [commands.Asked("Governance")]
    return commands.record_format(title=another("Lantern plan"), region=region, sections=sections, by=None)


def _plan(partnership: Partnership) -> Plan:
    return commands.submit_plan(partnership=partnership, format=_format(None), on=STARTED, by=None)


@makes("plan format")
def a_format_of_plans(world: World, partnership: Partnership) -> dict[str, Any]:
    """Its own, as of a partnership that stands alone or is a region: others may not know of it."""
    region = world.region if partnership == world.own else partnership
    return {"format": _format(region).pk}


@makes("regional format")
def a_format_that_the_region_keeps(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"format": _format(world.region).pk}


@makes("regional section")
def a_section_of_a_format_that_the_region_keeps(world: World, partnership: Partnership) -> dict[str, Any]:
    format = _format(world.region)
    return {"format": format.pk, "section": format.sections.get().pk}


@makes("plan")
def a_plan(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"plan": _plan(partnership).pk}


@makes("shared plan")
def a_plan_that_is_shared_with_the_region(world: World, partnership: Partnership) -> dict[str, Any]:
    choose_sharing(partnership=world.own, topic=Topic.PLANS, is_shared=True, by=None)
    return {"plan": _plan(world.own).pk}


@makes("plan review")
def a_review_of_a_plan_by_a_second_person(world: World, partnership: Partnership) -> dict[str, Any]:
    return _reviewed(_plan(partnership), is_regional=False)


@makes("regional plan review")
def a_review_of_a_plan_by_the_region(world: World, partnership: Partnership) -> dict[str, Any]:
    choose_sharing(partnership=world.own, topic=Topic.PLANS, is_shared=True, by=None)
    return _reviewed(_plan(world.own), is_regional=True)


def _reviewed(plan: Plan, *, is_regional: bool) -> dict[str, Any]:
    review = commands.review_plan(
        plan=plan,
        on=STARTED,
        overall=Judgement.MEETS,
        outcome=Outcome.ACCEPTED,
        is_regional=is_regional,
        by=None,
    )
    return {"plan": plan.pk, "review": review.pk}
