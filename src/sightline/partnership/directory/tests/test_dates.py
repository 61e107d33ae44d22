from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sightline.partnership.directory.domain.dates import DatedName, day_after, is_running, last_day, name_on, overlap

days = st.dates(date(2000, 1, 1), date(2030, 1, 1))
ends = st.one_of(st.none(), days)


@given(days)
def test_the_day_something_ends_is_the_first_day_it_is_not_so(day):
    assert is_running(None, day, day - timedelta(days=1))
    assert not is_running(None, day, day)


@given(ends, ends, ends, ends)
def test_periods_overlap_the_same_way_round(a, b, c, d):
    assert overlap((a, b), (c, d)) == overlap((c, d), (a, b))


@given(ends, ends, ends, ends, days)
def test_two_periods_that_share_a_day_overlap(a, b, c, d, day):
    if is_running(a, b, day) and is_running(c, d, day):
        assert overlap((a, b), (c, d))


@given(days)
def test_a_last_day_given_by_a_person_comes_back_as_they_gave_it(day):
    assert last_day(day_after(day)) == day


def test_before_a_renaming_the_old_name_held():
    names = [DatedName("Wexley LSCB", None, date(2019, 9, 29)), DatedName("WSCB", None, None)]
    assert name_on("Wexley SCP", names, date(2014, 5, 1)) == "Wexley LSCB"
    assert name_on("Wexley SCP", names, date(2019, 9, 29)) == "Wexley SCP"


def test_of_two_former_names_the_one_given_up_first_held_longest_ago():
    names = [DatedName("Second", date(2015, 1, 1), date(2019, 1, 1)), DatedName("First", None, date(2015, 1, 1))]
    assert name_on("Third", names, date(2012, 1, 1)) == "First"
    assert name_on("Third", names, date(2016, 1, 1)) == "Second"
