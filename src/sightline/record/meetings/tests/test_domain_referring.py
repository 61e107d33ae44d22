from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sightline.record.meetings.domain.referring import Dates, Stage, stage_on, whole_months

SENT = date(2026, 5, 4)
days = st.integers(0, 400)


def test_how_far_it_is_follows_its_dates():
    dates = Dates(SENT, SENT + timedelta(days=2), SENT + timedelta(days=4), SENT + timedelta(days=6))
    told = [stage_on(dates, SENT + timedelta(days=n)) for n in (-1, 0, 2, 4, 6)]
    assert told == [None, Stage.SENT, Stage.RECEIVED, Stage.ON_AGENDA, Stage.ENDED]


@given(days, days, days, st.integers(0, 500), st.integers(0, 500))
def test_it_never_goes_back(one: int, two: int, three: int, day: int, later: int):
    dates = Dates(SENT, *(SENT + timedelta(days=n) for n in sorted((one, two, three))))
    order = list(Stage)
    before, after = (stage_on(dates, SENT + timedelta(days=n)) for n in sorted((day, later)))
    assert order.index(before) <= order.index(after)


def test_months_are_whole():
    assert whole_months(date(2026, 1, 31), date(2026, 2, 28)) == 0
    assert whole_months(date(2026, 1, 31), date(2026, 4, 30)) == 2
    assert whole_months(date(2025, 12, 1), date(2026, 12, 1)) == 12


@given(st.dates(date(2015, 1, 1), date(2030, 1, 1)), st.integers(0, 900))
def test_months_never_exceed_the_days(first: date, days: int):
    assert whole_months(first, first + timedelta(days=days)) * 28 <= days
