from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.partnership.law.domain.changes import (
    DutyWords,
    Fate,
    Held,
    Hold,
    changed_on,
    compare,
    due_on,
    holds,
    is_asked_for,
)
from sightline.partnership.law.domain.terms import BY_KEY, TERMS, word_for, word_on

days = st.dates(date(1995, 1, 1), date(2035, 12, 31))


def test_duties_of_two_editions_are_new_changed_the_same_or_not_seen():
    before = [DutyWords("report", "partners", "Report", "yearly"), DutyWords("chair", "partners", "Have one", "")]
    before.append(DutyWords("data", "partners", "Share", ""))
    after = [
        DutyWords("Report", "partners", "Report the impact", "yearly"),
        DutyWords("racism", "partners", "Analyse", ""),
    ]
    after.append(DutyWords("data", "partners", "Share", ""))
    told = {(one.after or one.before).number.casefold(): one.fate for one in compare(before, after)}
    assert told == {"report": Fate.CHANGED, "racism": Fate.NEW, "data": Fate.SAME, "chair": Fate.NOT_SEEN}
    assert compare([], []) == []


def held(key: int, number: str, since: date, state: str, has_follower: bool = True) -> Held:
    return Held(key, 1, number, since, state, has_follower)


def test_an_older_duty_is_carried_until_a_newer_edition_names_it():
    rows = [
        held(1, "Report", date(2018, 7, 4), "superseded"),
        held(2, "report", date(2026, 3, 18), "in_force"),
        held(3, "rapid review", date(2018, 7, 4), "superseded"),
        held(4, "teams", date(2026, 4, 29), "enacted"),
    ]
    assert holds(rows) == {1: Hold.PAST, 2: Hold.IN_FORCE, 3: Hold.CARRIED, 4: Hold.COMING}


def test_what_nothing_followed_is_past():
    assert holds([held(1, "lay members", date(2010, 4, 1), "superseded", has_follower=False)]) == {1: Hold.PAST}


def test_a_change_is_asked_for_from_its_day_for_two_years():
    day = date(2026, 3, 18)
    assert changed_on(None, day) == day and changed_on(date(2026, 4, 29), None) == date(2026, 4, 29)
    assert not is_asked_for(day, day - timedelta(days=1))
    assert is_asked_for(day, day) and is_asked_for(day, date(2028, 3, 18)) and not is_asked_for(day, date(2028, 3, 19))
    # Thirty working days after 18 March 2026, past Good Friday 3 April, Easter Monday 6 April.
    assert due_on(day) == date(2026, 5, 1)


@given(days, days)
def test_the_word_asked_by_never_comes_before_the_change(changed: date, day: date):
    assert due_on(changed) > changed
    assert not is_asked_for(changed, day) or changed <= day


@given(days)
def test_every_thing_has_one_word_on_every_day(day: date):
    for term in TERMS:
        fits = [w for w in term.words if (w.since is None or w.since <= day) and (w.until is None or day < w.until)]
        assert fits == [word_on(term.key, day)]


def test_words_follow_each_other_without_a_gap_and_say_their_source():
    for term in BY_KEY.values():
        assert term.words[0].since is None and term.words[-1].until is None
        for earlier, later in zip(term.words, term.words[1:], strict=False):
            assert earlier.until == later.since
        assert all(word.source and (word.is_verified or word.source == "general knowledge") for word in term.words)


@pytest.mark.parametrize(
    ("term", "day", "word"),
    [
        ("arrangements", date(2014, 6, 1), "local safeguarding children board"),
        ("arrangements", date(2019, 9, 28), "local safeguarding children board"),
        ("arrangements", date(2019, 9, 29), "safeguarding children partnership"),
        ("health_commissioner", date(2012, 1, 1), "primary care trust"),
        ("health_commissioner", date(2022, 6, 30), "clinical commissioning group"),
        ("health_commissioner", date(2022, 7, 1), "integrated care board"),
        ("local_review", date(2015, 1, 1), "serious case review"),
        ("local_review", None, "local child safeguarding practice review"),
    ],
)
def test_a_thing_is_called_by_the_word_of_its_day(term: str, day: date | None, word: str):
    assert word_for(term, day) == word


def test_short_words_are_there_too():
    assert word_for("health_commissioner", date(2015, 1, 1), short=True) == "CCG"
    with pytest.raises(KeyError):
        word_for("weather", date(2015, 1, 1))
