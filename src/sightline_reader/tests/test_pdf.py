import string
from collections import Counter
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from sightline_reader.limits import Limits
from sightline_reader.model import CELL_BREAK, Document, Unreadable
from sightline_reader.opening import open_document
from sightline_reader.tests.made_files import RULED, flowing_pdf, paragraph, placed_pdf, ruled_table

WORDS = st.text(string.ascii_letters + " ", min_size=1, max_size=12).filter(str.strip)


def opened(data: bytes, name: str = "paper.pdf") -> Document:
    document = open_document(data, name)
    for page in document.pages:
        for word in page.words:
            assert document.text[word.start : word.end] == word.text
    for table in document.tables:
        for cell in (cell for row in table.rows for cell in row):
            assert " ".join(document.text[cell.start : cell.end].split()) == cell.text
    return document


def rows(document: Document, number: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row] for row in document.tables[number].rows]


def test_a_ruled_table_is_read_across_with_its_wrapped_cells_joined():
    table = ruled_table(
        [["Agency", "Seats", "Comment"], ["Ambulance trust of the northern valleys", "2", "Joins from May"]],
        [90, 40, 200],
    )
    document = opened(flowing_pdf(paragraph("Before the table"), table, paragraph("After it")))
    assert rows(document) == [
        ["Agency", "Seats", "Comment"],
        ["Ambulance trust of the northern valleys", "2", "Joins from May"],
    ]
    assert document.text.startswith(
        "Before the table\n\nAgency\tSeats\tComment\nAmbulance trust of the northern valleys\t2"
    )
    assert document.text.endswith("\n\nAfter it\n")


def test_words_stand_where_they_are_printed():
    document = opened(placed_pdf([(100, 200, "Quorate throughout")]))
    first, second = document.pages[0].words
    assert (first.text, second.text) == ("Quorate", "throughout")
    assert abs(first.box.left - 100) < 1 and first.box.top < 200 < first.box.bottom + 1
    assert first.box.right < second.box.left


def test_a_page_without_text_is_said_to_be_scanned():
    document = opened(placed_pdf([(100, 200, "Minutes")], []))
    assert [page.has_text for page in document.pages] == [True, False]
    assert document.warnings == ("Page 2 has no text layer (scanned).",)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_gives_boxes_on_the_page_as_it_is_shown(rotation):
    page = opened(placed_pdf([(100, 200, "Quorum")], rotation=rotation)).pages[0]
    assert (round(page.width), round(page.height)) == ((595, 842) if rotation % 180 == 0 else (842, 595))
    (word,) = page.words
    corner = {0: (100, 200), 90: (842 - 200, 100), 180: (595 - 100, 842 - 200), 270: (200, 595 - 100)}[rotation]
    near = {0: ("left", "bottom"), 90: ("left", "top"), 180: ("right", "top"), 270: ("right", "bottom")}[rotation]
    assert abs(getattr(word.box, near[0]) - corner[0]) < 5 and abs(getattr(word.box, near[1]) - corner[1]) < 5


def two_columns(left: list[str], right: list[str], top: float = 100) -> list[tuple[float, float, str]]:
    return [(60, top + 14 * n, text) for n, text in enumerate(left)] + [
        (320, top + 15 * n, text) for n, text in enumerate(right)
    ]


LEFT = [f"The left side tells, line {n}, what the" for n in "abcdefg"]
RIGHT = [f"The right side goes on with it, line {n}, and the" for n in "abcdef"]


def test_columns_of_prose_are_read_one_after_the_other_under_their_title():
    title = (60, 60, "A long title that stands over both of the columns of this paper, from side to side of it")
    document = opened(placed_pdf([title, *two_columns(LEFT, RIGHT)]))
    assert [line for line in document.text.splitlines() if line] == [title[2], *LEFT, *RIGHT]


def test_what_crosses_the_columns_parts_them_into_bands():
    middle = (
        60,
        230,
        "Between the two bands stands a line that runs over the whole width of the paper, wide as can be",
    )
    below = two_columns([f"{line} more" for line in LEFT], [f"{line} more" for line in RIGHT], top=270)
    document = opened(placed_pdf([*two_columns(LEFT, RIGHT), middle, *below]))
    lines = [line for line in document.text.splitlines() if line]
    assert lines == [*LEFT, *RIGHT, middle[2], *[f"{line} more" for line in [*LEFT, *RIGHT]]]


def test_rows_that_begin_level_are_read_across_though_both_sides_are_prose():
    strings = []
    for n in range(4):
        top = 100 + 60 * n
        strings += [
            (60, top, f"Recommendation {n} asks all partners to write"),
            (60, top + 13, "down who came to each of the meetings."),
        ]
        strings += [
            (320, top, f"Answer {n} says that partners have begun to"),
            (320, top + 13, "write it down at every one of them."),
        ]
    document = opened(placed_pdf(strings))
    assert [len(row) for row in rows(document)] == [2, 2, 2, 2]
    assert rows(document)[0][1] == "Answer 0 says that partners have begun to write it down at every one of them."


ALIGNED = [
    *[(72, 100, "Agency"), (250, 100, "May"), (300, 100, "July")],
    *[(72, 114, "Council"), (250, 114, "P"), (300, 114, "A")],
    *[(72, 128, "Hospital trust"), (300, 128, "P")],
]


def test_a_grid_without_ruled_lines_keeps_its_empty_cells():
    document = opened(placed_pdf([*ALIGNED, (72, 170, "After the table the text of the paper goes on over the page")]))
    assert rows(document) == [["Agency", "May", "July"], ["Council", "P", "A"], ["Hospital trust", "", "P"]]
    assert document.text.startswith("Agency\tMay\tJuly\nCouncil\tP\tA\nHospital trust\t\tP\n\nAfter")


def test_wrapped_cells_without_ruled_lines_are_joined_and_names_are_not():
    names = [
        (72, 100, "Ann Bold"),
        (200, 100, "Chair, Northfold Council"),
        (72, 114, "Ravi Cole"),
        (200, 114, "Police"),
    ]
    wrapped = [
        (72, 128, "Jo Sand"),
        (200, 128, "Head of safeguarding for"),
        (200, 142, "the northern valleys"),
        (72, 156, "Mo Li"),
    ]
    document = opened(placed_pdf([*names, *wrapped, (200, 156, "Probation")]))
    assert rows(document)[2:] == [["Jo Sand", "Head of safeguarding for the northern valleys"], ["Mo Li", "Probation"]]


def test_a_numbered_list_is_text_and_no_table():
    strings = [
        (72, 100, "1."),
        (100, 100, "Welcome"),
        (72, 120, "2."),
        (100, 120, "Apologies"),
        (72, 140, "3."),
        (100, 140, "Close"),
    ]
    document = opened(placed_pdf(strings))
    assert not document.tables and document.text.split("\n")[0] == "1. Welcome"


def test_merged_cells_keep_the_places_of_the_others():
    style = [*RULED, ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 1), (0, 2))]
    cells = [["Agency", "Attended", ""], ["Police", "May", "July"], ["", "Yes", "No"]]
    assert rows(opened(flowing_pdf(ruled_table(cells, [90, 60, 60], style)))) == cells


def test_names_on_lines_of_their_own_in_a_cell_stay_apart():
    table = ruled_table([["Present", "Ann Bold, Chair<br/>Ravi Cole, Police"], ["Apologies", "None"]], [80, 250])
    assert f"Present\tAnn Bold, Chair{CELL_BREAK}Ravi Cole, Police\n" in opened(flowing_pdf(table)).text


def test_a_table_over_two_pages_is_one_table_whose_head_counts_once():
    table = ruled_table([["Agency", "Note"]] + [[f"Agency {n}", "came"] for n in range(60)], [200, 200])
    table.repeatRows = 1
    document = opened(flowing_pdf(table))
    assert len(document.pages) > 1 and len(document.tables) == 1
    assert [row[0] for row in rows(document)] == ["Agency", *(f"Agency {n}" for n in range(60))]


def test_running_titles_stay_once_and_page_numbers_go():
    text = [
        paragraph(f"Sentence {n} of the minutes is a little longer than a line of the page, so it wraps.")
        for n in range(120)
    ]
    document = opened(flowing_pdf(*text, head="Northfold Board, 4 May 2026", foot="Page {page} of 5"))
    assert len(document.pages) > 2
    assert document.text.count("Northfold Board") == 1 and "Page " not in document.text
    assert document.text.count("Sentence") == 120


def test_a_figure_at_the_foot_of_a_table_is_no_page_number():
    cells = [[f"Agency {n}", "1"] for n in range(38)]
    document = opened(
        flowing_pdf(ruled_table([["", str(n)] for n in range(38)], [100, 60]), ruled_table(cells[:2], [100, 60]))
    )
    assert [row[1] for row in rows(document)][:38] == [str(n) for n in range(38)]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The safe-", "guarding board met"], "The safeguarding\nboard met"),
        (["The multi-", "agency board met"], "The multi-agency\nboard met"),
        (
            ["The agency was evidence-", "based. We are based here."],
            "The agency was evidence-based.\nWe are based here.",
        ),
        (["Year 2021-", "22 ended"], "Year 2021-22\nended"),
    ],
)
def test_a_word_parted_at_the_end_of_a_line_is_written_whole(lines, text):
    document = opened(placed_pdf([(72, 100 + 14 * n, line) for n, line in enumerate(lines)]))
    assert document.text.strip() == text


def test_both_halves_of_a_parted_word_keep_their_boxes():
    document = opened(placed_pdf([(72, 100, "The safe-"), (72, 114, "guarding"), (72, 128, "board met")]))
    words = [(word.text, round(word.box.left, -1)) for word in document.pages[0].words]
    assert words == [("The", 70), ("safe", 90), ("guarding", 70), ("board", 70), ("met", 100)]
    assert document.text == "The safeguarding\nboard met\n"


def test_larger_lines_are_headings():
    document = opened(
        flowing_pdf(paragraph("Annual report", "Title"), paragraph("Text of it " * 30), paragraph("Money", "Heading2"))
    )
    assert [(document.text[h.start : h.end], h.level) for h in document.headings] == [
        ("Annual report", 1),
        ("Money", 2),
    ]


def test_a_file_of_too_many_pages_says_which_were_read():
    document = open_document(placed_pdf(*[[(72, 72, f"Page {n}")] for n in range(30)]), "long.pdf", Limits(pages=20))
    assert len(document.pages) == 20
    assert document.warnings == ("This file has 30 pages. Pages 1 to 20 were read; split the file to read the rest.",)


def test_a_pdf_with_a_password_asks_for_a_copy_without_it():
    locked = BytesIO()
    with pikepdf.open(BytesIO(placed_pdf([(72, 72, "Minutes")]))) as file:
        file.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(Unreadable) as refusal:
        open_document(locked.getvalue(), "locked.pdf")
    assert refusal.value.code == "encrypted"
    assert refusal.value.message == "This file has a password. Save a copy without it and drop that in."


@pytest.mark.parametrize("keep", [9, 200, 700])
def test_a_pdf_cut_short_is_said_to_be_damaged_or_read_as_far_as_it_goes(keep):
    with pytest.raises(Unreadable) as refusal:
        open_document(placed_pdf([(72, 72, "Minutes")])[:keep], "cut.pdf")
    assert refusal.value.code in ("corrupt", "empty") and "drop" in refusal.value.message


@given(st.lists(st.tuples(st.integers(0, 560), st.integers(20, 820), WORDS), min_size=1, max_size=25))
@settings(deadline=None, max_examples=60)
def test_every_printed_word_is_read_once_wherever_it_stands(strings):
    document = opened(placed_pdf([(x, y, text) for x, y, text in strings], size=6))
    printed = Counter("".join(text.split()) for _, _, text in strings)
    assert sum(map(len, document.text.split())) <= sum(len(text) * n for text, n in printed.items())
    for word in document.pages[0].words:
        assert word.box.left <= word.box.right and word.box.top <= word.box.bottom


def test_bands_of_colour_behind_some_rows_do_not_part_a_table():
    cells = [["Agency", "May", "July"], *([f"Agency {n}", "Yes", "No"] for n in range(6))]
    banded = [("BACKGROUND", (0, n), (-1, n), colors.lightgrey) for n in (0, 1, 3, 5)]
    assert rows(opened(flowing_pdf(ruled_table(cells, [160, 100, 100], banded)))) == cells


def test_level_rules_alone_part_the_rows_of_a_table():
    cells = [
        ["Action", "Owner"],
        ["Write to all partners and ask each of them for a name", "Business Manager of the Northfold Partnership"],
        ["Share the report", "Chair"],
        ["Bring the figures back", "Analyst"],
    ]
    style = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    assert rows(opened(flowing_pdf(ruled_table(cells, [150, 130], style)))) == cells


def test_a_line_of_larger_type_ends_a_table_and_heads_the_next():
    first, second = [["Police", "Yes"], ["Health", "No"]], [["Action", "Owner"], ["Write", "Chair"]]
    plain = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    parts = [ruled_table(part, [150, 100], plain) for part in (first, second)]
    document = opened(flowing_pdf(parts[0], paragraph("Actions", "Heading1"), parts[1]))
    assert [rows(document, n) for n in range(2)] == [first, second]


def test_a_box_of_text_is_read_by_itself():
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for n in range(6):
        canvas.drawString(60, 700 - 14 * n, f"Line {n} of the text, which stands beside the box on the page")
    canvas.rect(430, 640, 110, 70)
    for n, text in enumerate(("Key", "AB Ann Bold", "RC Ravi Cole")):
        canvas.drawString(440, 690 - 16 * n, text)
    canvas.save()
    lines = [line for line in opened(out.getvalue()).text.splitlines() if line]
    assert [line[:6] for line in lines[:6]] == [f"Line {n}" for n in range(6)]
    assert lines[6:] == ["Key", "AB Ann Bold", "RC Ravi Cole"]


def test_heads_set_upright_are_read_as_words():
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.grid([60, 200, 230, 260], [500, 520, 540, 600])
    for n, head in enumerate(("12 May", "14 July")):
        canvas.saveState()
        canvas.translate(220 + 30 * n, 545)
        canvas.rotate(90)
        canvas.drawString(0, 0, head)
        canvas.restoreState()
    for n, (name, *marks) in enumerate((("Police", "P", "A"), ("Health", "A", "P"))):
        canvas.drawString(65, 526 - 20 * n, name)
        for m, mark in enumerate(marks):
            canvas.drawString(210 + 30 * m, 526 - 20 * n, mark)
    canvas.save()
    assert rows(opened(out.getvalue())) == [["", "12 May", "14 July"], ["Police", "P", "A"], ["Health", "A", "P"]]
