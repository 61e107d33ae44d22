from sightline_reader.passages import passages, without_contents
from sightline_reader.tests.papers import view_of


def texts(text):
    return [p.text for p in passages(view_of(text))]


def test_wrapped_lines_join_and_bullets_part():
    text = "- Visits to homes rose over the year and more of\n  them were made at short notice.\n- Calls fell.\n"
    assert texts(text) == [
        "Visits to homes rose over the year and more of them were made at short notice.",
        "Calls fell.",
    ]


def test_letters_of_symbol_fonts_are_bullets():
    found = passages(view_of("\uf06e Calls rose\n     \uf02d by day\n     \uf02d by night\n"))
    assert [(p.mark, p.text) for p in found] == [("\uf06e", "Calls rose"), ("\uf02d", "by day"), ("\uf02d", "by night")]


def test_columns_are_read_each_for_itself():
    text = (
        "There were 40 visits to the         We heard from 200\nnew hub in the first month.         parents by post.\n"
    )
    assert texts(text) == [
        "There were 40 visits to the new hub in the first month.",
        "We heard from 200 parents by post.",
    ]


def test_every_character_keeps_its_place():
    view = view_of("One thing that was said\n   here at some length\n")
    (passage,) = passages(view)
    assert all(
        view.text[at] == letter for at, letter in zip(passage.places, passage.text, strict=True) if letter != " "
    )
    start, end = passage.span(passage.text.index("said"), passage.text.index("some"))
    assert view.text[start:end] == "said\n   here at"


def test_sentences_do_not_break_at_short_forms():
    (passage,) = passages(view_of("Dr. Moss, e.g. Ida, came. She spoke."))
    assert [passage.text[a:b] for a, b in passage.sentences] == ["Dr. Moss, e.g. Ida, came.", "She spoke."]


def test_the_table_of_contents_is_left_out():
    flow = passages(
        view_of(
            "Report\n\nContents\n\nVisits 12\n\nCalls 15\n\n"
            + "The hub was open all year and many people came to it from near and far.\n"
        )
    )
    assert [p.text[:7] for p in without_contents(flow)] == ["Report", "The hub"]
