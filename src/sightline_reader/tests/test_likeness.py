import random
import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sightline_reader.likeness import NEARLY_SAME, SHINGLE, similarity, sketch_of

TEXT = " ".join(f"word{n}" for n in range(4000))


def shared(text: str, other: str) -> float:
    """The share of shingles in common, counted out."""
    ours, theirs = (
        {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
        for words in (text.split(), other.split())
    )
    return len(ours & theirs) / len(ours | theirs)


def test_the_estimate_is_near_the_truth_for_long_texts():
    random.seed(4)
    words = TEXT.split()
    for changed in (10, 80, 250, 700):
        other = list(words)
        for place in random.sample(range(len(words)), changed):
            other[place] = "changed"
        assert abs(similarity(sketch_of(TEXT), sketch_of(" ".join(other))) - shared(TEXT, " ".join(other))) < 0.1


@given(
    st.lists(st.sampled_from("abcdef"), min_size=5, max_size=60),
    st.lists(st.sampled_from("abcdef"), min_size=5, max_size=60),
)
def test_short_texts_are_compared_exactly(ours, theirs):
    text, other = " ".join(ours), " ".join(theirs)
    assert similarity(sketch_of(text), sketch_of(other)) == shared(text, other)


def test_line_ends_case_and_punctuation_do_not_matter():
    assert (
        similarity(sketch_of("The Board met on 4 May.\n\nAll agreed"), sketch_of("the board  met on 4 may, all agreed"))
        == 1
    )


def test_a_draft_and_its_approved_version_are_nearly_the_same_and_two_meetings_are_not():
    body = " ".join(f"Item {n} was noted by partner {n * 7 % 31} and agreed." for n in range(60))
    assert similarity(sketch_of("DRAFT minutes " + body), sketch_of("Approved minutes " + body)) > NEARLY_SAME
    other = " ".join(f"Item {n} was heard by partner {n * 5 % 29} and deferred." for n in range(60))
    assert similarity(sketch_of(body), sketch_of(other)) < 0.2


def test_texts_without_words_are_like_nothing():
    assert similarity(sketch_of(""), sketch_of("")) == 0
    assert similarity(sketch_of("- \n"), sketch_of(TEXT)) == 0


def test_a_sketch_is_small_and_the_same_in_another_process():
    code = "import sys; from sightline_reader.likeness import sketch_of; sys.stdout.write(sketch_of('a b c d e f g').hex())"
    environment = {"PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONHASHSEED": "7"}
    made = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert bytes.fromhex(made.stdout) == sketch_of("a b c d e f g")
    assert len(sketch_of(TEXT)) <= 2048
