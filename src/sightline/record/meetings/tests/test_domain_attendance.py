from hypothesis import given
from hypothesis import strategies as st

from sightline.record.meetings.domain.attendance import (
    DEPUTIES_COUNT,
    IN_PERSON_ONLY,
    Mark,
    is_persistently_absent,
    lines,
    missed_in_a_row,
    percent,
    standing,
    tally,
)

marks = st.lists(st.sampled_from(list(Mark)))
rules = st.sampled_from([DEPUTIES_COUNT, IN_PERSON_ONLY])


def test_percentages_are_whole_and_halves_go_up() -> None:
    assert [percent(3, 8), percent(1, 3), percent(2, 3), percent(1, 200), percent(0, 4)] == [38, 33, 67, 1, 0]


def test_nothing_due_has_no_percentage() -> None:
    assert tally([Mark.UNKNOWN, Mark.NOT_DUE]).percent is None


def test_unknown_is_not_absence() -> None:
    counts = tally([Mark.PRESENT, Mark.UNKNOWN, Mark.ABSENT, Mark.UNKNOWN])
    assert (counts.due, counts.percent, counts.unknown) == (2, 50, 2)


def test_apologies_are_a_missed_meeting_but_not_an_absence() -> None:
    counts = tally([Mark.APOLOGIES])
    assert (counts.missed, counts.absent, counts.percent) == (1, 0, 0)


def test_a_deputy_counts_only_where_the_rule_says_so() -> None:
    row = [Mark.PRESENT, Mark.DEPUTY]
    assert tally(row, DEPUTIES_COUNT).percent == 100
    assert tally(row, IN_PERSON_ONLY).percent == 50
    assert tally(row, IN_PERSON_ONLY).by_deputy == 1


def test_an_agency_attended_when_anyone_in_its_seats_came() -> None:
    assert standing([Mark.ABSENT, Mark.UNKNOWN, Mark.PRESENT]) is Mark.PRESENT


def test_an_agency_with_one_seat_absent_and_one_not_known_is_not_known() -> None:
    assert standing([Mark.ABSENT, Mark.UNKNOWN]) is Mark.UNKNOWN


def test_a_deputy_that_does_not_count_leaves_an_unknown_seat_unknown() -> None:
    assert standing([Mark.DEPUTY, Mark.UNKNOWN], IN_PERSON_ONLY) is Mark.UNKNOWN
    assert standing([Mark.DEPUTY, Mark.UNKNOWN], DEPUTIES_COUNT) is Mark.DEPUTY


def test_three_known_misses_in_a_row_are_persistent_even_with_unknowns_between() -> None:
    row = [Mark.PRESENT, Mark.ABSENT, Mark.UNKNOWN, Mark.APOLOGIES, Mark.ABSENT]
    assert missed_in_a_row(row) == 3
    assert is_persistently_absent(row)


def test_misses_before_the_last_attendance_are_over() -> None:
    assert missed_in_a_row([Mark.ABSENT, Mark.ABSENT, Mark.ABSENT, Mark.DEPUTY]) == 0


def test_a_meeting_with_a_seat_and_no_record_is_not_known_and_one_without_a_seat_is_not_due() -> None:
    row = lines([1, 2, 3], {("police", 2): [Mark.PRESENT]}, {"police": [2, 3]})["police"]
    assert row.marks == (Mark.NOT_DUE, Mark.PRESENT, Mark.UNKNOWN)
    assert row.tally.percent == 100


@given(marks, rules)
def test_every_known_meeting_is_either_attended_or_missed(row: list[Mark], rule) -> None:
    counts = tally(row, rule)
    known = [mark for mark in row if mark not in (Mark.UNKNOWN, Mark.NOT_DUE)]
    assert counts.due == len(known)
    assert counts.percent is None if not known else 0 <= counts.percent <= 100


@given(marks, rules)
def test_an_unknown_mark_never_changes_a_percentage(row: list[Mark], rule) -> None:
    assert tally([*row, Mark.UNKNOWN], rule).percent == tally(row, rule).percent
    assert missed_in_a_row([*row, Mark.UNKNOWN], rule) == missed_in_a_row(row, rule)


@given(marks)
def test_counting_deputies_never_lowers_attendance(row: list[Mark]) -> None:
    assert tally(row, DEPUTIES_COUNT).attended >= tally(row, IN_PERSON_ONLY).attended


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_printed_percentage_is_within_half_of_the_true_one(part: int, whole: int) -> None:
    printed = percent(part, whole)
    assert -1 <= 2 * (100 * part - printed * whole) / whole < 1
