from hypothesis import given
from hypothesis import strategies as st

from sightline.partnership.plan.domain.themes import propose

WORDS = [(1, "neglect"), (2, "child sexual exploitation"), (3, "exploitation"), (4, "mental health")]
WORDS += [(5, "parental mental health"), (6, "child's voice"), (7, "peer on peer abuse")]


def themes(text: str) -> dict[int, str]:
    return {one.theme: one.because for one in propose(text, WORDS)}


def test_a_theme_is_proposed_with_the_words_that_spoke_for_it() -> None:
    assert themes("Tackling neglect and Neglect at home") == {1: "neglect"}


def test_the_longest_words_are_read_first_and_what_they_cover_is_not_read_again() -> None:
    assert themes("Child sexual exploitation") == {2: "child sexual exploitation"}
    assert themes("Parental mental health") == {5: "parental mental health"}
    assert set(themes("Child sexual exploitation and other exploitation")) == {2, 3}


def test_only_whole_words_count() -> None:
    assert themes("The neglectedness of bridges; counterexploitations") == {}


def test_plurals_hyphens_line_ends_and_curly_apostrophes_are_no_hindrance() -> None:
    assert set(themes("Peer-on-peer\nabuse; the child’s voice; neglects")) == {1, 6, 7}


def test_words_that_two_themes_share_speak_for_both() -> None:
    assert {one.theme for one in propose("gangs", [(1, "gang"), (2, "Gang")])} == {1, 2}


@given(st.text(max_size=80))
def test_the_words_said_to_speak_for_a_theme_stand_in_the_text(text: str) -> None:
    for one in propose(text, [(1, "a"), (2, "b c"), (3, "0")]):
        assert all(word in text for word in one.words)
