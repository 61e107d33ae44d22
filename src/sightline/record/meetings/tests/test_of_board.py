"""The meetings of a board on the board's own page, which lies in a room below."""

from datetime import timedelta

from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind
from sightline.record.meetings import commands
from tests.world import World

from .build import make_board


def address(name: str, world: World, board: int) -> str:
    return reverse(name, args=[world.own.slug, board])


def test_a_boards_page_says_when_it_last_met_and_meets_next(world: World, sign_in) -> None:
    board = make_board(partnership=world.own).board
    past, ahead = world.today - timedelta(days=30), world.today + timedelta(days=30)
    commands.record_meeting(board=board, held_on=past, by=None)
    commands.plan_meeting(board=board, held_on=ahead, by=None)
    page = sign_in(Role.MEMBER).get(address("governance:board", world, board.pk)).content.decode()
    assert "Last met" in page and f"{past.day} {past:%b}" in page
    assert "Next meets" in page and f"{ahead.day} {ahead:%b}" in page
    for name in ("meetings:of_board", "meetings:attendance"):
        assert address(name, world, board.pk) in page


def test_the_meetings_of_a_board_are_a_tab_and_those_of_another_are_not_shown(world: World, sign_in) -> None:
    board, other = make_board(partnership=world.own).board, make_board(partnership=world.other).board
    commands.plan_meeting(board=board, held_on=world.today, venue="Town Hall", by=None)
    commands.plan_meeting(board=other, held_on=world.today, venue="Elsewhere", by=None)
    page = sign_in(Role.MEMBER).get(address("meetings:of_board", world, board.pk)).content.decode()
    assert "Town Hall" in page and "Elsewhere" not in page and 'aria-current="page"' in page


def test_at_an_earlier_date_later_meetings_are_not_there(world: World, sign_in) -> None:
    board = make_board(partnership=world.own).board
    commands.plan_meeting(board=board, held_on=world.today, venue="Town Hall", by=None)
    earlier = {"as-at": (world.today - timedelta(days=1)).isoformat()}
    page = sign_in(Role.MEMBER).get(address("meetings:of_board", world, board.pk), earlier).content.decode()
    assert "Town Hall" not in page


def test_boards_of_others_do_not_meet_here(world: World, sign_in) -> None:
    board = create_board(partnership=world.own, name="Adults Board", kind=BoardKind.EXTERNAL, by=None)
    page = sign_in(Role.BUSINESS_MANAGER).get(address("meetings:of_board", world, board.pk)).content.decode()
    assert "Next meets" not in page and "Plan a meeting" not in page
