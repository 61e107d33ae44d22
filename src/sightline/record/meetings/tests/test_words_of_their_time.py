"""A minute of 2014 is a minute of a board."""

from datetime import date

import pytest
from django.urls import reverse

from sightline.foundation.accounts.commands import establish_partnership
from sightline.foundation.accounts.domain import Role, Tier
from sightline.partnership.law.presenters.names import name_on
from sightline.record.meetings.commands import record_meeting
from sightline.record.meetings.presenters.papers import agenda_paper

from .build import make_board

OLD, NEW = date(2014, 5, 1), date(2026, 5, 1)


def test_a_meeting_of_2014_is_of_a_board_and_one_of_2026_of_the_partnership(world, sign_in) -> None:
    board = make_board(partnership=world.own).board
    old, new = (record_meeting(board=board, held_on=day, by=None) for day in (OLD, NEW))
    client = sign_in(Role.MEMBER)
    pages = [client.get(reverse("meetings:meeting", args=[world.own.slug, m.pk])).content.decode() for m in (old, new)]
    assert "Ashvale Local Safeguarding Children Board" in pages[0] and "Safeguarding Children Board" not in pages[1]
    assert agenda_paper(old, ()).organisation == "Ashvale Local Safeguarding Children Board"
    assert agenda_paper(new, ()).organisation == world.own.name


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2005, 5, 1), "Ashvale Area Child Protection Committee"),
        (OLD, "Ashvale Local Safeguarding Children Board"),
        (date(2019, 9, 29), "Ashvale Safeguarding Children Partnership"),
        (None, "Ashvale Safeguarding Children Partnership"),
    ],
)
def test_the_arrangements_are_called_as_on_the_day(world, day, words) -> None:
    assert name_on(world.own, day) == words


def test_a_partnership_that_had_begun_by_then_and_a_region_keep_their_names(world) -> None:
    early = establish_partnership(
        slug="early", name="Early Partnership", short_name="Early", started_on=date(2019, 4, 1), by=None
    )
    assert name_on(early, date(2019, 6, 1)) == "Early Partnership"
    assert world.region.tier == Tier.REGIONAL and name_on(world.region, OLD) == world.region.name
