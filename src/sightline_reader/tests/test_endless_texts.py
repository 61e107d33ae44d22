"""Texts that repeat one thing without end: reading must cost about as much as their length, whatever the pattern."""

from time import process_time

import pytest

from sightline_reader.model import Unreadable
from sightline_reader.opening import open_document
from sightline_reader.reading import read

LENGTH = 8000  # characters: a pattern that tries every pair of places takes far longer than the limit, at this length
SECONDS = 8.0  # most take a twentieth of one; a busy machine takes its time
REPEATED = (
    *(
        "board ",
        "Ann Bold ",
        "Ann Bold\n",
        "12 ",
        ". ",
        "- ",
        "a\tb\t",
        "| a | b |\n",
        "(",
        "Action: ",
        "ABC ",
        " ",
        "\n",
    ),
    *(
        "3 May 2024 ",
        "£1,200 ",
        "a, ",
        "x",
        "X",
        "it was agreed that the board agreed ",
        "Ann and Bob and ",
        "'",
        "# ",
        "*",
    ),
    *(
        "_",
        "1.1.1 Item\n",
        "The Board of the ",
        "apologies from ",
        f"a{40 * ' '}",
        f"{40 * ' '}word\n",
        "Present: ",
        "child, ",
        "12% of 40 children (30) ",
        "Police   Yes   No   Yes\n",
        "Q1 2031/32 ",
        "Recommendation 1: do it\n",
    ),
)


@pytest.mark.parametrize("words", REPEATED)
def test_a_text_that_repeats_itself_is_read_in_bounded_time(words):
    text = f"Minutes\n{words * (LENGTH // len(words))}\nEnd"
    started = process_time()
    read(open_document(text.encode(), "endless.txt"))
    assert process_time() - started < SECONDS


def test_a_text_that_a_reader_cannot_get_out_of_is_refused_in_words(monkeypatch):
    def endless(view):
        return endless(view)

    monkeypatch.setattr("sightline_reader.reading.KINDS", (endless,))
    with pytest.raises(Unreadable, match="Take the repeats out"):
        read(open_document(b"Present: Ann Birch", "minutes.txt"))
