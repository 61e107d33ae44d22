from hypothesis import given
from hypothesis import strategies as st

from sightline.foundation.design.blocks import Grid, Heading, Paragraph, Points
from sightline.record.meetings.documents.blocks import blocks_of
from sightline.record.meetings.documents.minutes import (
    WRITTEN_BY_RECORD,
    GridFacts,
    MinutesFacts,
    brought_up_to_date,
    first_draft,
    split,
)


def facts(**changes) -> MinutesFacts:
    known = {
        "present": ("Ann Ashe (Council)",),
        "deputies": (),
        "in_attendance": (),
        "apologies": ("Ben Birch (Police)",),
        "absent": (),
        "unknown": (),
        "guests": (),
        "agenda": ("1. Welcome", "2. Budget"),
        "decisions": ("2.1: Agreed",),
        "raised": ("Write it (owner: Council; due: no date)",),
        "carried": (),
        "closed": (),
        "last_year": GridFacts(("Agency", "May"), (("Council", "P"),), "P present"),
        "following": "9 June 2026",
    }
    return MinutesFacts(**(known | changes))


def test_the_first_draft_has_a_place_for_each_item_and_all_that_the_record_knows() -> None:
    headings = [section.heading for section in split(first_draft(facts()))]
    assert headings[:3] == ["Attendance", "1. Welcome", "2. Budget"]
    assert set(WRITTEN_BY_RECORD) <= set(headings)


def test_bringing_up_to_date_changes_only_the_parts_of_the_record() -> None:
    typed = first_draft(facts()).replace("## 2. Budget", "## 2. Budget\n\nWe talked for an hour.")
    text = brought_up_to_date(typed, facts(decisions=("2.1: Agreed", "2.2: Deferred")))
    assert "We talked for an hour." in text and "2.2: Deferred" in text


def test_a_part_that_was_removed_comes_back_at_the_end() -> None:
    text = brought_up_to_date("## Notes\n\nWords", facts())
    assert text.startswith("## Notes\n\nWords") and "## Attendance\n" in text and "## Next meeting" in text


def test_bringing_up_to_date_twice_is_the_same_as_once() -> None:
    once = brought_up_to_date(first_draft(facts()), facts())
    assert brought_up_to_date(once, facts()) == once


def test_text_becomes_headings_lists_tables_and_paragraphs() -> None:
    text = "## Notes\n\nOne line\nand its end\n- a point\n1. first\n2. second\n\n| A | B |\n| --- | --- |\n| 1 | 2 |"
    assert blocks_of(text) == (
        Heading("Notes", 1),
        Paragraph("One line and its end"),
        Points(("a point",)),
        Points(("first", "second"), numbered=True),
        Grid(("A", "B"), (("1", "2"),), widths=(3.0, 1.0)),
    )


def test_a_ragged_table_is_filled_out() -> None:
    assert blocks_of("| A | B | C |\n| 1 |") == (Grid(("A", "B", "C"), (("1", "", ""),), widths=(3.0, 1.0, 1.0)),)


@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_read(text: str) -> None:
    for block in blocks_of(text):
        if isinstance(block, Grid):
            assert all(len(row) == len(block.columns) for row in block.rows)
