from datetime import UTC, date, datetime, time, timedelta

import pytest

from sightline.foundation.accounts.commands import open_account
from sightline.kernel.periods import Period
from sightline.kernel.verdict import Refused
from sightline.kernel.workdays import is_working_day
from sightline.record.actions.commands import Owner
from sightline.record.meetings import commands, queries
from sightline.record.meetings.domain import LinkKind, MeetingState, MinutesState, Status
from sightline.record.meetings.domain.editing import revision_of
from sightline.record.meetings.models import Attendance, Meeting

from .build import SmallBoard, give_terms, make_board

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 11, 10, 0, tzinfo=UTC)


@pytest.fixture
def small() -> SmallBoard:
    small = make_board()
    small.add_seat("Council", "Ann Ashe")
    small.add_seat("Police", "Ben Birch")
    return small


@pytest.fixture
def meeting(small: SmallBoard) -> Meeting:
    return commands.plan_meeting(board=small.board, held_on=date(2026, 3, 10), by=None)


def test_a_year_is_planned_from_the_terms_off_the_days_of_other_boards(small: SmallBoard) -> None:
    other = make_board(name="Quality group")
    terms = give_terms(small)
    year = Period(date(2026, 4, 1), date(2027, 4, 1))
    taken = queries.proposed_dates(small.board, year, terms.meetings_per_year)
    commands.plan_year(board=other.board, days=taken, by=None)
    proposed = queries.proposed_dates(small.board, year, terms.meetings_per_year)
    commands.plan_year(board=small.board, days=proposed, by=None)
    assert len(proposed) == 4 and not set(proposed) & set(taken)
    assert all(is_working_day(day) for day in proposed)


def test_planning_a_year_twice_leaves_one_of_each(small: SmallBoard) -> None:
    days = [date(2026, 4, 14), date(2026, 7, 14)]
    commands.plan_year(board=small.board, days=days, by=None)
    assert commands.plan_year(board=small.board, days=days, by=None) == []


def test_two_meetings_of_a_board_on_one_day_are_refused(small: SmallBoard, meeting: Meeting) -> None:
    with pytest.raises(Refused, match="already has a meeting on 10 March 2026"):
        commands.plan_meeting(board=small.board, held_on=meeting.held_on, by=None)


def test_two_meetings_on_one_day_need_times_that_tell_them_apart(small: SmallBoard) -> None:
    for hour in (9, 14):
        commands.plan_meeting(board=small.board, held_on=date(2026, 5, 5), starts_at=time(hour), by=None)
    for unclear in (None, time(9)):
        with pytest.raises(Refused, match="already has a meeting on 5 May 2026"):
            commands.plan_meeting(board=small.board, held_on=date(2026, 5, 5), starts_at=unclear, by=None)


def test_a_meeting_moves_within_its_own_day_and_not_onto_another(small: SmallBoard, meeting: Meeting) -> None:
    commands.move_meeting(meeting=meeting, held_on=meeting.held_on, starts_at=time(10), by=None)
    other = commands.plan_meeting(board=small.board, held_on=date(2026, 5, 5), by=None)
    with pytest.raises(Refused, match="already has a meeting"):
        commands.move_meeting(meeting=meeting, held_on=other.held_on, by=None)


def test_a_cancelled_day_may_be_planned_again(small: SmallBoard, meeting: Meeting) -> None:
    commands.cancel_meeting(meeting=meeting, because="Snow", by=None)
    assert len(commands.plan_year(board=small.board, days=[meeting.held_on], by=None)) == 1


def test_a_paper_about_a_planned_meeting_is_the_same_meeting(small: SmallBoard, meeting: Meeting) -> None:
    recorded = commands.record_meeting(board=small.board, held_on=meeting.held_on, venue="Town Hall", by=None)
    assert (recorded.pk, recorded.state, recorded.venue) == (meeting.pk, MeetingState.HELD, "Town Hall")


def test_a_meeting_known_by_month_takes_its_day_when_a_paper_gives_it(small: SmallBoard) -> None:
    month = commands.record_meeting(board=small.board, held_on=date(2021, 6, 1), is_month_only=True, by=None)
    again = commands.record_meeting(board=small.board, held_on=date(2021, 6, 1), is_month_only=True, by=None)
    day = commands.record_meeting(board=small.board, held_on=date(2021, 6, 22), by=None)
    assert month.pk == again.pk == day.pk
    assert (day.held_on, day.is_month_only) == (date(2021, 6, 22), False)


def test_the_same_seat_marked_twice_is_one_row(small: SmallBoard, meeting: Meeting) -> None:
    for status in (Status.APOLOGIES, Status.PRESENT):
        commands.record_attendance(
            meeting=meeting, seat=small.seats["Council"], person=small.people["Ann Ashe"], status=status, by=None
        )
    row = Attendance.objects.get()
    assert row.status == Status.PRESENT and row.organisation == small.organisations["Council"]


def test_a_deputy_takes_the_members_row_and_gives_it_back(small: SmallBoard, meeting: Meeting) -> None:
    seat, ann = small.seats["Council"], small.people["Ann Ashe"]
    commands.record_attendance(meeting=meeting, seat=seat, person=ann, status=Status.ABSENT, by=None)
    row = commands.record_attendance(
        meeting=meeting, seat=seat, person=small.person("Dee Dale"), deputy_for=ann, status=Status.DEPUTY, by=None
    )
    assert (row.person.name, row.deputy_for) == ("Dee Dale", ann)
    row = commands.record_attendance(meeting=meeting, seat=seat, person=ann, status=Status.PRESENT, by=None)
    assert (row.person, row.deputy_for, Attendance.objects.count()) == (ann, None, 1)


def test_two_people_who_share_a_seat_have_a_row_each(small: SmallBoard, meeting: Meeting) -> None:
    for person in (small.people["Ann Ashe"], small.person("Joy Jay")):
        commands.record_attendance(
            meeting=meeting, seat=small.seats["Council"], person=person, status=Status.PRESENT, by=None
        )
    assert Attendance.objects.count() == 2


def test_an_agency_without_names_is_recorded_once(small: SmallBoard, meeting: Meeting) -> None:
    for status in (Status.ABSENT, Status.PRESENT):
        commands.record_attendance(meeting=meeting, organisation=small.organisation("Fire"), status=status, by=None)
    assert Attendance.objects.get().status == Status.PRESENT


def test_names_that_resolve_to_nobody_stay_as_written(meeting: Meeting) -> None:
    row = commands.record_attendance(
        meeting=meeting,
        status=Status.PRESENT,
        person_as_written="J. Smythe",
        post_as_written="Head",
        organisation_as_written="Marsh Academy",
        by=None,
    )
    assert (row.person, row.person_as_written, row.organisation_as_written) == (None, "J. Smythe", "Marsh Academy")


def test_apologies_do_not_say_that_a_meeting_was_held_and_someone_coming_does(small, meeting: Meeting) -> None:
    seat = small.seats["Police"]
    commands.record_attendance(meeting=meeting, seat=seat, status=Status.APOLOGIES, by=None)
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.PLANNED
    commands.record_attendance(meeting=meeting, seat=seat, status=Status.PRESENT, by=None)
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD


def test_a_seat_of_another_board_is_refused(small: SmallBoard, meeting: Meeting) -> None:
    other = make_board(name="Quality group")
    seat = other.add_seat("Health")
    with pytest.raises(Refused, match="is not at Executive"):
        commands.record_attendance(meeting=meeting, seat=seat, status=Status.PRESENT, by=None)


def test_a_person_of_another_partnership_is_refused(small: SmallBoard, meeting: Meeting) -> None:
    stranger = make_board(slug="vale").person("Vic Vale")
    with pytest.raises(Refused, match="another partnership"):
        commands.add_guest(meeting=meeting, person=stranger, by=None)


def test_nobody_attends_a_cancelled_meeting(small: SmallBoard, meeting: Meeting) -> None:
    commands.cancel_meeting(meeting=meeting, because="Snow", by=None)
    with pytest.raises(Refused, match="cancelled"):
        commands.record_attendance(meeting=meeting, seat=small.seats["Police"], status=Status.PRESENT, by=None)


def test_an_agenda_has_the_standing_items_of_the_terms_once(small: SmallBoard, meeting: Meeting) -> None:
    give_terms(small, standing_items=("Welcome", "Risk register"))
    commands.build_agenda(meeting=meeting, by=None)
    commands.build_agenda(meeting=meeting, by=None)
    assert [item.title for item in queries.agenda_of(meeting)] == ["Welcome", "Risk register"]


def test_agenda_items_keep_their_numbers_together(meeting: Meeting) -> None:
    items = [commands.add_agenda_item(meeting=meeting, title=title, by=None) for title in ("One", "Two", "Three")]
    commands.move_agenda_item(item=items[2], to=1, by=None)
    commands.remove_agenda_item(item=items[0], by=None)
    assert [(i.order, i.title) for i in queries.agenda_of(meeting)] == [(1, "Three"), (2, "Two")]


def test_decisions_are_numbered_within_the_meeting(meeting: Meeting) -> None:
    item = commands.add_agenda_item(meeting=meeting, title="Budget", by=None)
    numbers = [
        commands.record_decision(meeting=meeting, text="Agreed", agenda_item=under, by=None).number
        for under in (item, None, item, None)
    ]
    assert numbers == ["1.1", "D1", "1.2", "D2"]


def test_open_actions_are_carried_and_closed_ones_are_not(small: SmallBoard, meeting: Meeting) -> None:
    owner = Owner(organisation=small.organisations["Police"])
    first = commands.raise_action_at_meeting(meeting=meeting, what="Write", leads=[owner], by=None)
    second = commands.raise_action_at_meeting(meeting=meeting, what="Read", by=None)
    following = commands.plan_meeting(board=small.board, held_on=date(2026, 6, 9), by=None)
    commands.close_action_at_meeting(meeting=following, action=second, note="Read", by=None)
    carried = commands.carry_open_actions(meeting=following, by=None)
    assert (first.number, second.number) == ("2603-1", "2603-2")
    assert [link.action for link in carried] == [first]
    kinds = sorted((link.kind, link.action_id) for link in queries.action_links_of(following))
    assert kinds == sorted([(LinkKind.CARRIED, first.pk), (LinkKind.CLOSED, second.pk)])


def test_two_editors_never_undo_each_other(meeting: Meeting) -> None:
    ann = open_account(email="ann@example.org", name="Ann Ashe", by=None)
    commands.write_minutes(meeting=meeting, text="Start", at=AT, by=ann)
    began = revision_of("Start")
    commands.write_minutes(meeting=meeting, text="Ann's words", at=AT, by=ann, began_from=began)
    with pytest.raises(commands.Overtaken, match="Ann Ashe changed these minutes") as overtaken:
        commands.write_minutes(meeting=meeting, text="Ben's words", at=AT, by=None, began_from=began)
    assert overtaken.value.current.text == "Ann's words"
    assert queries.draft_of(meeting).text == "Ann's words"


def test_approved_minutes_never_change_and_a_new_version_says_why(small: SmallBoard, meeting: Meeting) -> None:
    minutes = commands.write_minutes(meeting=meeting, text="First", at=AT, by=None)
    following = commands.plan_meeting(board=small.board, held_on=date(2026, 6, 9), by=None)
    commands.approve_minutes(minutes=minutes, on=following.held_on, at_meeting=following, by=None)
    with pytest.raises(Refused, match="Start a new version"):
        commands.write_minutes(meeting=meeting, text="Second", at=AT, by=None)
    with pytest.raises(Refused, match="Say why"):
        commands.new_version(meeting=meeting, why=" ", at=AT, by=None)
    second = commands.new_version(meeting=meeting, why="A name was wrong", at=AT, by=None)
    commands.write_minutes(meeting=meeting, text="Second", at=AT + timedelta(hours=1), by=None)
    minutes.refresh_from_db()
    assert (minutes.text, minutes.state, second.version) == ("First", MinutesState.APPROVED, 2)


def test_minutes_are_approved_later_by_the_same_board_and_then_published(small: SmallBoard, meeting: Meeting) -> None:
    minutes = commands.write_minutes(meeting=meeting, text="First", at=AT, by=None)
    with pytest.raises(Refused, match="approved first"):
        commands.publish_minutes(minutes=minutes, on=date(2026, 6, 9), by=None)
    with pytest.raises(Refused, match="later meeting of the same board"):
        commands.approve_minutes(minutes=minutes, on=date(2026, 6, 9), at_meeting=meeting, by=None)
    commands.approve_minutes(minutes=minutes, on=date(2026, 6, 9), by=None)
    commands.publish_minutes(minutes=minutes, on=date(2026, 6, 10), by=None)
    assert (minutes.state, minutes.published_on) == (MinutesState.PUBLISHED, date(2026, 6, 10))
