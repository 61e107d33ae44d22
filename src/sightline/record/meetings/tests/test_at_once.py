"""Two people at the same moment. SQLite's test database lives in one connection, so this asks PostgreSQL."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
from django.db import connection

from sightline.record.meetings import commands, queries
from sightline.record.meetings.domain import Status
from sightline.record.meetings.domain.editing import revision_of
from sightline.record.meetings.models import Attendance, Meeting

from .build import SmallBoard, make_board

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="two connections need PostgreSQL in tests"),
]
AT = datetime(2026, 3, 11, 10, 0, tzinfo=UTC)
PEOPLE = 4


def at_once(do: Callable[[int], None]) -> list[Exception]:
    """Everyone does it at the same moment, each on a connection of their own; what was refused comes back."""
    start, refused = Barrier(PEOPLE), []

    def one(number: int) -> None:
        try:
            start.wait()
            do(number)
        except Exception as problem:
            refused.append(problem)
        finally:
            connection.close()

    threads = [Thread(target=one, args=(number,)) for number in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return refused


@pytest.fixture
def small() -> SmallBoard:
    small = make_board()
    small.add_seat("Police", "Ben Birch")
    return small


@pytest.fixture
def meeting(small: SmallBoard) -> Meeting:
    return commands.record_meeting(board=small.board, held_on=date(2026, 3, 10), by=None)


def test_a_seat_marked_by_all_at_once_has_one_row(small: SmallBoard, meeting: Meeting) -> None:
    seat, ben = small.seats["Police"], small.people["Ben Birch"]

    def mark(number: int) -> None:
        commands.record_attendance(meeting=meeting, seat=seat, person=ben, status=Status.PRESENT, by=None)

    assert at_once(mark) == []
    assert Attendance.objects.count() == 1


def test_decisions_made_at_once_have_numbers_of_their_own(meeting: Meeting) -> None:
    refused = at_once(lambda number: commands.record_decision(meeting=meeting, text=f"Agreed {number}", by=None))
    assert refused == []
    assert sorted(meeting.decisions.values_list("number", flat=True)) == ["D1", "D2", "D3", "D4"]


def test_of_all_who_write_at_once_one_is_kept_and_the_others_are_told(meeting: Meeting) -> None:
    commands.write_minutes(meeting=meeting, text="Start", at=AT, by=None)
    began = revision_of("Start")
    refused = at_once(
        lambda number: commands.write_minutes(meeting=meeting, text=f"Words {number}", at=AT, by=None, began_from=began)
    )
    assert len(refused) == PEOPLE - 1
    assert all(isinstance(problem, commands.Overtaken) for problem in refused)
    assert {problem.current.text for problem in refused} == {queries.draft_of(meeting).text}
