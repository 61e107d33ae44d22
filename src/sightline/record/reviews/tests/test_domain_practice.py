from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.record.reviews.domain import practice, publication, themes
from sightline.record.reviews.domain.practice import Standing
from sightline.record.reviews.domain.publication import LetterKind, PublicationState, publication_clock

DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("decided", "due"),
    [
        (date(2026, 3, 31), date(2026, 9, 30)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2023, 8, 31), date(2024, 2, 29)),
        (date(2026, 1, 15), date(2026, 7, 15)),
        (date(2026, 12, 1), date(2027, 6, 1)),
    ],
)
def test_six_months_end_on_the_same_day_or_on_the_last_of_a_shorter_month(decided: date, due: date) -> None:
    clock = publication_clock(decided_on=decided, published_on=None, reasons=frozenset(), on=decided)
    assert clock.due_on == due and clock.state is PublicationState.RUNNING


def test_the_clock_says_days_left_the_last_day_and_days_over() -> None:
    def words(on: date, *reasons: LetterKind) -> str:
        return publication_clock(
            decided_on=date(2026, 3, 31), published_on=None, reasons=frozenset(reasons), on=on
        ).words

    assert "30 September 2026" in words(date(2026, 9, 1)) and "29 days left" in words(date(2026, 9, 1))
    assert "today is the last day" in words(date(2026, 9, 30))
    assert "1 day over. No reason has been sent." in words(date(2026, 10, 1))
    assert words(date(2026, 10, 2), LetterKind.LATE).endswith("2 days over. The reason was sent.")
    assert "not to be published" in words(date(2026, 10, 2), LetterKind.NOT_PUBLISHED)


def test_a_review_published_later_was_not_published_yet_on_an_earlier_day() -> None:
    asked = {"decided_on": date(2026, 3, 31), "published_on": date(2026, 11, 2), "reasons": frozenset()}
    assert publication_clock(**asked, on=date(2026, 10, 5)).state is PublicationState.OVER
    late = publication_clock(**asked, on=date(2026, 12, 1))
    assert late.state is PublicationState.PUBLISHED_LATE and "33 days after" in late.words


def test_without_a_day_of_decision_nothing_is_counted() -> None:
    clock = publication_clock(decided_on=None, published_on=None, reasons=frozenset(), on=date(2026, 1, 1))
    assert clock.days is None and "cannot be counted" in clock.words


def test_notice_over_christmas_is_due_before_it() -> None:
    # Publication on 5 January 2027: working days before are 4 Jan, 31, 30, 29 Dec, then 24, 23 and 22 December.
    assert publication.is_early_enough(date(2026, 12, 22), date(2027, 1, 5))
    assert not publication.is_early_enough(date(2026, 12, 23), date(2027, 1, 5))


def test_lateness_in_the_pandemic_is_not_counted() -> None:
    asked = {"decided_on": date(2020, 2, 3), "reasons": frozenset()}
    over = publication_clock(**asked, published_on=None, on=date(2020, 12, 1))
    published = publication_clock(**asked, published_on=date(2020, 12, 1), on=date(2021, 1, 1))
    assert over.state is PublicationState.OVER_RELAXED and "relaxed" in over.words
    assert published.state is PublicationState.PUBLISHED and "relaxed" in published.words


@given(DAYS)
def test_a_year_in_public_ends_on_the_same_day(day: date) -> None:
    assert publication.public_until(day).year == day.year + 1


def test_completeness_names_what_is_empty() -> None:
    said = practice.completeness(
        [("Method", Standing.FILLED), ("Panel", Standing.EMPTY), ("Rights", Standing.NOT_APPLICABLE)]
    )
    assert said == "1 of 3 parts is filled, 1 does not apply, 1 is empty: Panel."
    assert practice.completeness([("Method", Standing.FILLED)]).endswith("Nothing is missing.")


def test_what_is_there_counts_even_where_someone_said_it_does_not_apply() -> None:
    assert practice.standing_of(True, "None were needed") is Standing.FILLED


def _use(theme: int, review: int, year: str) -> themes.Use:
    return themes.Use(theme, f"T{theme}", review, f"R{review}", "", review * 10, "", "", year, 1)


def test_a_theme_recurs_in_three_reviews_or_three_years() -> None:
    uses = [_use(1, n, "2020-21") for n in (1, 2, 3)] + [_use(2, 1, "2020-21"), _use(2, 2, "2021-22")]
    assert [(one.theme_id, one.recurs) for one in themes.tallied(uses)] == [(1, True), (2, False)]


def test_an_unknown_year_counts_as_none() -> None:
    uses = [_use(1, 1, "2020-21"), _use(1, 2, themes.NO_YEAR)]
    assert themes.tallied(uses)[0].years == ("2020-21",) and not themes.tallied(uses)[0].recurs


def test_a_matrix_counts_reviews_and_not_findings() -> None:
    uses = [_use(1, 1, "2020-21"), _use(1, 1, "2020-21"), _use(1, 2, "2020-21")]
    assert themes.matrix(uses, lambda use: (use.year,)) == {(1, "2020-21"): 2}
