"""How alike two are, the short way held against comparing with every other, and groups that heed what people said."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.record.recommendations.domain.likeness import ALIKE, REPEATED, Likeness, Pair, Subject, agreement
from sightline.record.recommendations.domain.repeats import repeated_groups, two
from sightline.record.recommendations.domain.terms import pieces, stem_of, terms_of

REGISTER = "Every subgroup keeps a register of who attends each meeting."
AGAIN = "Each subgroup should keep a register of those who attended meetings."
SCHOOLS = "Head teachers share referral thresholds with early help hubs."


def subjects(*texts: str) -> list[Subject]:
    return [Subject(place, frozenset(terms_of(text))) for place, text in enumerate(texts, 1)]


def test_forms_of_a_word_have_one_stem() -> None:
    assert len({stem_of(word) for word in ("review", "Reviews", "reviewed", "reviewing")}) == 1
    assert len({stem_of(word) for word in ("agency", "agencies", "agency’s")}) == 1
    assert stem_of("planning") == stem_of("plan") and stem_of("provides") == stem_of("providing")
    assert {stem_of(word) for word in ("the", "should", "a", "ensure")} == {""}


def test_the_same_asked_in_other_forms_is_repeated_and_another_matter_is_not_alike() -> None:
    compared = Likeness(subjects(REGISTER, AGAIN, SCHOOLS))
    assert compared.compare(1, 2).score >= REPEATED
    assert compared.compare(1, 3).score < ALIKE
    assert [pair.other(1) for pair in compared.nearest(1)] == [2]


def test_why_two_are_alike_is_told_by_their_words() -> None:
    compared = Likeness(subjects(REGISTER, AGAIN, SCHOOLS))
    assert {"register", "subgroup", "attend"} <= set(compared.shared(1, 2))
    assert compared.only_in(3, 1) == [stem for stem in compared.only_in(3, 1) if stem in terms_of(SCHOOLS)]
    assert "".join(piece for piece, _ in pieces(REGISTER, frozenset({"register"}))) == REGISTER
    assert [piece for piece, is_shared in pieces(REGISTER, frozenset({"register"})) if is_shared] == ["register"]


def test_who_and_what_about_raise_a_likeness_and_never_make_one() -> None:
    one = Subject(1, frozenset({"bus"}), frozenset({"police"}), frozenset({7}))
    other = Subject(2, frozenset({"train"}), frozenset({"police"}), frozenset({7}))
    assert agreement(one, other) == 1.0
    assert Likeness([one, other]).pairs() == []


def test_a_recommendation_without_words_is_like_nothing() -> None:
    assert Likeness([Subject(1, frozenset()), Subject(2, frozenset())]).pairs() == []


STEMS = st.frozensets(st.sampled_from([f"s{n}" for n in range(24)]), max_size=12)
WHOLE = st.lists(
    st.tuples(STEMS, st.frozensets(st.sampled_from("ab")), st.frozensets(st.integers(1, 2))), min_size=1, max_size=30
)


@settings(max_examples=200)
@given(given_subjects=WHOLE, threshold=st.sampled_from([0.15, ALIKE, REPEATED, 0.9]))
def test_the_short_way_finds_what_comparing_with_every_other_finds(given_subjects: list, threshold: float) -> None:
    compared = Likeness((Subject(pk, *parts) for pk, parts in enumerate(given_subjects, 1)), threshold)
    every: set[Pair] = set()
    for pk in range(1, len(given_subjects) + 1):
        assert compared.nearest(pk) == compared.nearest_of_all(pk)
        every |= set(compared.nearest_of_all(pk))
    assert set(compared.pairs()) == every and len(compared.pairs()) == len(every)


def test_groups_are_of_those_that_are_near_enough_and_the_largest_comes_first() -> None:
    near = [Pair(1, 2, 0.9), Pair(2, 3, 0.8), Pair(5, 6, 0.95), Pair(8, 9, 0.5)]
    assert repeated_groups(near, {}, 0.7) == [frozenset({1, 2, 3}), frozenset({5, 6})]


def test_what_a_person_said_joins_and_keeps_apart_whatever_the_words() -> None:
    near = [Pair(1, 2, 0.9), Pair(2, 3, 0.8)]
    assert repeated_groups(near, {two(3, 1): False}, 0.7) == [frozenset({1, 2})]
    assert repeated_groups([], {two(9, 4): True}, 0.7) == [frozenset({4, 9})]


PAIRS = st.lists(
    st.builds(lambda a, b, s: Pair(*two(a, b), s), st.integers(1, 9), st.integers(10, 18), st.floats(0, 1))
)
SAID = st.dictionaries(st.tuples(st.integers(1, 9), st.integers(10, 18)), st.just(False))


@given(pairs=PAIRS, said=SAID)
def test_no_group_holds_two_that_a_person_kept_apart(pairs: list[Pair], said: dict) -> None:
    groups = repeated_groups(pairs, said, 0.5)
    assert not any({one, other} <= group for one, other in said for group in groups)
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
