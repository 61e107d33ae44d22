from datetime import date

import pytest

from sightline.kernel.periods import Period, financial_year
from sightline.partnership.governance.domain import Capacity
from sightline.record.meetings import commands, queries
from sightline.record.meetings.domain import Status
from sightline.record.meetings.domain.attendance import IN_PERSON_ONLY, Mark, Tally
from sightline.record.meetings.queries import By

from .build import SmallBoard, make_board

pytestmark = pytest.mark.django_db
YEAR = financial_year(date(2025, 4, 1))
DAYS = (date(2025, 5, 13), date(2025, 9, 9), date(2026, 1, 13))


@pytest.fixture
def small() -> SmallBoard:
    """Council: came, deputy, apologies. Police: two seats, one unknown and one absent, then nothing recorded, absent."""
    small = make_board()
    council = small.add_seat("Council", "Ann Ashe")
    first, second = small.add_seat("Police", "Ben Birch"), small.add_seat("Police", "Cy Cole", title="Second")
    notes = small.add_seat("Police", "Nan Notes", title="Notes", capacity=Capacity.SECRETARIAT)
    may, september, january = (commands.record_meeting(board=small.board, held_on=day, by=None) for day in DAYS)
    ann, dee = small.people["Ann Ashe"], small.person("Dee Dale")

    def mark(meeting, seat, status, person=None, deputy_for=None):
        commands.record_attendance(
            meeting=meeting, seat=seat, status=status, person=person, deputy_for=deputy_for, by=None
        )

    mark(may, council, Status.PRESENT, ann)
    mark(september, council, Status.DEPUTY, dee, ann)
    mark(january, council, Status.APOLOGIES, ann)
    mark(may, first, Status.UNKNOWN)
    mark(may, second, Status.ABSENT)
    mark(january, first, Status.ABSENT)
    mark(january, notes, Status.PRESENT, small.people["Nan Notes"])
    commands.add_guest(meeting=may, organisation=small.organisation("Press"), by=None)
    return small


def test_agencies_have_one_mark_a_meeting_and_percentages_of_what_is_known(small: SmallBoard) -> None:
    history = queries.attendance_history(small.board, until=date(2026, 3, 31))
    council, police = history.lines(YEAR)
    assert council.marks == (Mark.PRESENT, Mark.DEPUTY, Mark.APOLOGIES)
    assert council.tally.percent == 67
    assert police.marks == (Mark.UNKNOWN, Mark.UNKNOWN, Mark.ABSENT)
    assert (police.tally.percent, police.tally.unknown) == (0, 2)


def test_deputies_may_be_left_out_of_the_count(small: SmallBoard) -> None:
    history = queries.attendance_history(small.board, until=date(2026, 3, 31), counting=IN_PERSON_ONLY)
    council = history.lines(YEAR)[0]
    assert council.marks[1] is Mark.DEPUTY and council.tally.percent == 33


def test_the_minute_taker_does_not_make_an_agency_present(small: SmallBoard) -> None:
    history = queries.attendance_history(small.board, until=date(2026, 3, 31))
    assert history.lines(YEAR)[1].marks[-1] is Mark.ABSENT


def test_a_guest_is_in_no_table(small: SmallBoard) -> None:
    history = queries.attendance_history(small.board, until=date(2026, 3, 31))
    assert "Press" not in history.names.values()


def test_a_deputys_coming_belongs_to_the_member(small: SmallBoard) -> None:
    history = queries.attendance_history(small.board, until=date(2026, 3, 31), by=By.PERSON)
    rows = {history.names[line.key]: line for line in history.lines(YEAR)}
    assert rows["Ann Ashe"].marks == (Mark.PRESENT, Mark.DEPUTY, Mark.APOLOGIES)
    assert "Dee Dale" not in rows


def test_seats_have_their_own_rows(small: SmallBoard) -> None:
    history = queries.attendance_history(small.board, until=date(2026, 3, 31), by=By.SEAT)
    rows = {history.names[line.key]: line for line in history.lines(YEAR)}
    assert rows["Second (Police)"].marks == (Mark.ABSENT, Mark.UNKNOWN, Mark.UNKNOWN)


def test_a_meeting_after_the_day_asked_for_is_not_there_yet(small: SmallBoard) -> None:
    history = queries.attendance_history(small.board, until=date(2025, 9, 30))
    assert [meeting.held_on for meeting in history.meetings] == list(DAYS[:2])


def test_a_table_takes_four_queries_whatever_its_size(small: SmallBoard, django_assert_num_queries) -> None:
    with django_assert_num_queries(4):
        queries.attendance_history(small.board, until=date(2026, 3, 31)).lines(YEAR)


def test_across_boards_one_query_gives_the_same_counts(small: SmallBoard, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        rows = queries.agencies_across_boards([small.partnership.pk], YEAR)
    counts = {row.key: row.tally for row in rows}
    assert counts[small.organisations["Council"].pk] == Tally(attended=2, by_deputy=1, apologies=1)
    assert counts[small.organisations["Police"].pk] == Tally(absent=1, unknown=1)


def test_across_boards_follows_the_rule_about_deputies(small: SmallBoard) -> None:
    rows = queries.agencies_across_boards([small.partnership.pk], YEAR, IN_PERSON_ONLY)
    council = next(row.tally for row in rows if row.key == small.organisations["Council"].pk)
    assert (council.attended, council.by_deputy, council.missed) == (1, 1, 2)


def test_people_across_boards_are_one_query_and_never_another_partnerships(small: SmallBoard) -> None:
    make_board(slug="vale")
    rows = queries.people_across_boards([small.partnership.pk], YEAR)
    assert {row.partnership_id for row in rows} == {small.partnership.pk}
    ann = next(row.tally for row in rows if row.key == small.people["Ann Ashe"].pk)
    assert (ann.attended, ann.due) == (2, 3)
    assert queries.people_across_boards([], YEAR) == []
    assert queries.people_across_boards([small.partnership.pk], Period(date(2020, 4, 1), date(2021, 4, 1))) == []
