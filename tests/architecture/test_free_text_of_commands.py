"""Free text that tells of a child is refused by the command, not only by the form before it (tests/architecture holds these)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from sightline.foundation.trail.models import Entry
from sightline.kernel.verdict import Refused
from sightline.oversight.gaps.commands import set_aside
from sightline.oversight.gaps.tests.makers import make_finding
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind
from sightline.partnership.law.commands import record_duty_under, record_edition, record_instrument
from sightline.partnership.plan.commands import add_words, record_format, record_theme
from sightline.record.challenges.commands import set_stages
from sightline.record.challenges.domain import StageLine
from sightline.record.meetings.commands import cancel_meeting, plan_meeting, record_decision, record_meeting
from tests.world import World

TELLS = "The 7-year-old was not seen alone."


def _board(world: World) -> Any:
    return create_board(partnership=world.own, name="Quality Group", kind=BoardKind.SUBGROUP, by=None)


def _planned(world: World) -> Any:
    return plan_meeting(board=_board(world), held_on=world.today + timedelta(days=9), by=None)


def _meeting(world: World) -> Any:
    return record_meeting(board=_board(world), held_on=world.today, by=None)


def _edition(world: World) -> Any:
    act = record_instrument(slug="lamp-act", name="Lamp Act", kind="act", by=None)
    return record_edition(instrument=act, label="Lamp Act 1900", by=None)


DEEDS: dict[str, Callable[[World], Callable[[], Any]]] = {
    "format": lambda world: lambda: record_format(title="Plan", purpose=TELLS, region=world.region, by=None),
    "theme": lambda world: lambda: record_theme(code="t", label="T", edition="1", definition=TELLS, by=None),
    "words": lambda world: _with(
        record_theme(code="t", label="T", edition="1", by=None),
        lambda one: add_words(theme=one, words=[TELLS], by=None),
    ),
    "instrument": lambda world: lambda: record_instrument(slug="a", name="A", kind="act", aliases=[TELLS], by=None),
    "duty": lambda world: _with(
        _edition(world),
        lambda one: record_duty_under(edition=one, number="1", summary="A", owed_by="All", what=TELLS, by=None),
    ),
    "stages": lambda world: (
        lambda: set_stages(
            partnership=world.own, name="Policy", stages=[StageLine(1, TELLS, False, 5)], on=world.today, by=None
        )
    ),
    "finding": lambda world: _with(
        make_finding(world.own, world.today),
        lambda one: set_aside(
            finding=one,
            reason=TELLS,
            until=world.today + timedelta(days=30),
            on=world.today,
            at=timezone.now(),
            by=world.manager,
        ),
    ),
    "cancelled": lambda world: _with(_planned(world), lambda one: cancel_meeting(meeting=one, because=TELLS, by=None)),
    "decision": lambda world: _with(_meeting(world), lambda one: record_decision(meeting=one, text=TELLS, by=None)),
}


def _with(made: Any, do: Callable[[Any], Any]) -> Callable[[], Any]:
    return lambda: do(made)


@pytest.mark.django_db
@pytest.mark.parametrize("name", DEEDS)
def test_a_command_refuses_them_and_writes_nothing(world: World, name: str) -> None:
    do = DEEDS[name](world)
    before = Entry.objects.count()
    with pytest.raises(Refused, match="tells of a child"):
        do()
    assert Entry.objects.count() == before
