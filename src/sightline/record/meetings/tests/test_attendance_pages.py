from datetime import date

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.record.meetings import commands
from sightline.record.meetings.domain import Status
from tests.world import World

from .build import SmallBoard, make_board

DAYS = (date(2024, 5, 14), date(2024, 9, 10), date(2025, 1, 14), date(2025, 5, 13))


@pytest.fixture
def small(world: World) -> SmallBoard:
    """Police missed the last three; the council came, was deputised, came, came."""
    small = make_board(partnership=world.own)
    council, police = small.add_seat("Council", "Ann Ashe"), small.add_seat("Police", "Ben Birch")
    ann = small.people["Ann Ashe"]
    for place, day in enumerate(DAYS):
        meeting = commands.record_meeting(board=small.board, held_on=day, by=None)
        status = Status.ABSENT if place else Status.PRESENT
        commands.record_attendance(
            meeting=meeting, seat=police, status=status, person=small.people["Ben Birch"], by=None
        )
        if place == 1:
            commands.record_attendance(
                meeting=meeting,
                seat=council,
                status=Status.DEPUTY,
                person=small.person("Dee Dale"),
                deputy_for=ann,
                person_as_written="D. Dale",
                by=None,
            )
        else:
            commands.record_attendance(meeting=meeting, seat=council, status=Status.PRESENT, person=ann, by=None)
    return small


def of_board(world: World, small: SmallBoard) -> str:
    return reverse("meetings:attendance", kwargs={"partnership": world.own.slug, "board": small.board.pk})


def across(world: World) -> str:
    return reverse("meetings:attendance_across", kwargs={"partnership": world.own.slug})


def test_a_year_shows_percentages_and_says_how_they_were_counted(world: World, small: SmallBoard, sign_in) -> None:
    page = sign_in(Role.CHAIR).get(of_board(world, small), {"year": "2024-25"}).content.decode()
    assert "Attendance, 2024-25" in page and "100%" in page and "33%" in page
    assert "not known is never counted as absent" in page and page.count("<h1") == 1


def test_the_words_behind_a_mark_are_there(world: World, small: SmallBoard, sign_in) -> None:
    page = sign_in(Role.CHAIR).get(of_board(world, small), {"year": "2024-25"}).content.decode()
    assert 'data-said="Deputy attended: D. Dale"' in page


def test_deputies_may_be_left_out_and_the_page_says_so(world: World, small: SmallBoard, sign_in) -> None:
    asked = {"year": "2024-25", "deputies": "no"}
    page = sign_in(Role.CHAIR).get(of_board(world, small), asked).content.decode()
    assert "67%" in page and "Deputies are shown and not counted" in page


def test_persistent_absence_is_said_with_its_convention(world: World, small: SmallBoard, sign_in) -> None:
    asked = {"from": "2024-04-01", "to": "2025-06-30"}
    page = sign_in(Role.MEMBER).get(of_board(world, small), asked).content.decode()
    assert "Police missed the last 3 known meetings." in page and "Sightline’s convention" in page
    assert "1 April 2024 to 30 June 2025" in page


@pytest.mark.parametrize("by", ["agency", "seat", "person"])
def test_the_table_is_taken_away_as_it_is_seen(world: World, small: SmallBoard, sign_in, by: str) -> None:
    asked = {"year": "2024-25", "by": by, "export": "csv"}
    lines = sign_in(Role.MEMBER).get(of_board(world, small), asked).content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith({"agency": "Agency", "seat": "Seat", "person": "Person"}[by] + ",14 May 2024,")
    assert "Present,Deputy attended,Present,3,3,100%,1,0,0" in lines[1]
    workbook = sign_in(Role.MEMBER).get(of_board(world, small), asked | {"export": "xlsx"})
    assert workbook.content.startswith(b"PK")


def test_as_at_a_past_day_later_meetings_are_not_there(world: World, small: SmallBoard, sign_in) -> None:
    asked = {"as-at": "2024-10-01", "export": "csv"}
    head = sign_in(Role.SCRUTINEER).get(of_board(world, small), asked).content.decode("utf-8-sig").splitlines()[0]
    assert "10 Sep 2024" in head and "14 Jan 2025" not in head
    everywhere = sign_in(Role.SCRUTINEER).get(across(world), asked).content.decode("utf-8-sig")
    assert "Police,50%" in everywhere


def test_across_boards_shows_each_agency_and_person_once(world: World, small: SmallBoard, sign_in) -> None:
    other = make_board(name="Quality group", partnership=world.own)
    meeting = commands.record_meeting(board=other.board, held_on=DAYS[0], by=None)
    commands.record_attendance(
        meeting=meeting, organisation=small.organisations["Police"], status=Status.PRESENT, by=None
    )
    client = sign_in(Role.CHAIR)
    lines = client.get(across(world), {"year": "2024-25", "export": "csv"}).content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Agency,Executive,Quality group,Boards,Due,Attendance (%)"
    assert "Police,33%,100%,2,4,50%" in lines
    people = client.get(across(world), {"year": "2024-25", "by": "person"}).content.decode()
    assert "Ben Birch" in people and "Dee Dale" not in people


def test_choosing_a_board_leads_to_its_page_with_the_same_choices(world: World, small: SmallBoard, sign_in) -> None:
    answer = sign_in(Role.CHAIR).get(across(world), {"board": small.board.pk, "by": "seat", "year": "2024-25"})
    assert answer["Location"] == f"{of_board(world, small)}?by=seat&year=2024-25"


def test_attendance_takes_no_more_queries_for_more_meetings(
    world: World, small: SmallBoard, sign_in, django_assert_max_num_queries
) -> None:
    for month in range(1, 13):
        meeting = commands.record_meeting(board=small.board, held_on=date(2023, month, 3), by=None)
        for agency in ("Council", "Police"):
            commands.record_attendance(meeting=meeting, seat=small.seats[agency], status=Status.PRESENT, by=None)
    client = sign_in(Role.CHAIR)
    for address in (of_board(world, small), across(world)):
        with django_assert_max_num_queries(13):
            client.get(address)
