from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sightline.partnership.plan.domain.standing import Span, Standing, recorded_years, standings, years_between

ON = date(2025, 11, 1)
YEARS = years_between(date(2021, 6, 1), ON)  # 2021-22 to 2025-26


def stood(*spans: tuple[date | None, date | None], others: tuple[tuple[date | None, date | None], ...] = ()) -> str:
    """One letter for each year, of a line beside others that make the years known."""
    line = [Span(*span) for span in spans]
    recorded = recorded_years([*line, *(Span(*span) for span in others)], YEARS)
    letters = {"came": "C", "stayed": "S", "went": "W", "brief": "B", "there": "T", "absent": ".", "unknown": "?"}
    return "".join(letters[one] for one in standings(line, YEARS, recorded, ON))


ALWAYS = ((date(2021, 4, 1), None),)


def test_a_line_comes_stays_and_goes() -> None:
    assert stood((date(2022, 4, 1), date(2024, 4, 1)), others=ALWAYS) == ".CSW."


def test_what_ends_within_a_year_went_in_that_year_and_is_not_told_again() -> None:
    assert stood((date(2022, 4, 1), date(2023, 9, 1)), others=ALWAYS) == ".CW.."


def test_the_first_year_on_record_says_only_that_it_was_there() -> None:
    assert stood((date(2021, 4, 1), None)) == "TSSSS"


def test_a_year_without_any_priority_is_not_known_and_says_nothing_of_the_next() -> None:
    assert stood((date(2021, 4, 1), date(2022, 4, 1)), (date(2024, 4, 1), None)) == "T??TS"


def test_a_priority_that_follows_without_a_gap_stays() -> None:
    assert stood((date(2021, 4, 1), date(2023, 9, 1)), (date(2023, 9, 1), None)) == "TSSSS"


def test_within_one_year_is_said_as_such() -> None:
    assert stood((date(2023, 5, 1), date(2023, 9, 1)), others=ALWAYS) == "..B.."


def test_a_start_that_is_not_known_holds_from_ever() -> None:
    assert stood((None, date(2022, 4, 1)), others=ALWAYS) == "TW..."


days = st.integers(0, 3000).map(lambda n: date(2019, 1, 1) + timedelta(days=n))


@given(st.lists(st.tuples(days, st.integers(1, 900)), max_size=4))
def test_what_goes_was_there_and_what_stays_was_there(spans) -> None:
    line = [Span(start, start + timedelta(days=length)) for start, length in spans]
    marks = standings(line, YEARS, set(YEARS), ON)
    there = {Standing.CAME, Standing.STAYED, Standing.THERE}
    for before, after in pairwise(marks):
        assert (after in (Standing.WENT, Standing.STAYED)) == (before in there)
