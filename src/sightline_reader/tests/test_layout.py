from sightline_reader.layout import View
from sightline_reader.model import Cell, Document, Table
from sightline_reader.tests.papers import view_of


def test_painting_over_markup_keeps_every_offset():
    view = view_of("<p><strong>Present:</strong>&nbsp;Ida Moss &amp; Jo Fell</p>\n\n**Apologies** Al\u00a0Birch")
    assert len(view.text) == len(view.document.text)
    assert view.text.index("Ida Moss") == view.document.text.index("Ida Moss")
    assert view.text.index("Al Birch") == view.document.text.index("Al\u00a0Birch")
    assert "<" not in view.text and "*" not in view.text


def test_a_paragraph_tag_parts_lines():
    view = view_of("<p>Ida Moss</p><p>Jo Fell</p>")
    assert [line.text.strip() for line in view.lines if not line.blank] == ["Ida Moss", "Jo Fell"]


def test_a_running_foot_with_changing_page_numbers_is_furniture():
    said = ("The Chair spoke.", "Nurses asked for more.", "The police agreed.")
    pages = [f"{words}\n\nFenwick Board minutes Page {n} of 3\n" for n, words in enumerate(said, 1)]
    view = view_of("\f".join(pages))
    assert [line.text for line in view.lines if line.furniture] == [
        f"Fenwick Board minutes Page {n} of 3" for n in (1, 2, 3)
    ]
    assert all("Fenwick" not in block.text for block in view.blocks)


def test_form_feeds_part_the_pages_of_a_document_without_pages():
    view = View(Document("paper.txt", "text/plain", "one\ftwo\fthree", ()))
    assert [view.page_of(view.text.index(word)) for word in ("one", "two", "three")] == [1, 2, 3]


def test_items_take_the_lines_that_continue_them():
    view = view_of("1. Terms agreed\n   by everyone there\n2. Second point\n\nAfter the list")
    assert [(item.number, item.text) for item in view.items] == [
        ("1", "Terms agreed by everyone there"),
        ("2", "Second point"),
    ]


def test_headings_part_the_text_into_sections():
    view = view_of(
        "MINUTES\n\n1. Welcome\n\nThe Chair welcomed everyone to the room.\n\n2. Neglect\n\nA paper was read.\n"
    )
    assert [(h.number, h.text) for h in view.headings] == [("", "MINUTES"), ("1", "Welcome"), ("2", "Neglect")]
    last = view.sections[-1]
    assert view.plain(last.start, last.end) == "A paper was read."


def test_a_markdown_table_has_cells_with_their_places():
    view = view_of("Name | Agency |\n---|---|\nIda Moss | Fenwick Council |\n")
    assert [[cell.text for cell in row] for row in view.tables[0].rows] == [
        ["Name", "Agency"],
        ["Ida Moss", "Fenwick Council"],
    ]
    cell = view.tables[0].rows[1][1]
    assert view.text[cell.start : cell.end] == "Fenwick Council"


def test_cells_wrapped_between_bars_become_one_row():
    view = view_of(
        "|No |Action                 |Who    |\n"
        "|1  |Send the paper about   |Ida    |\n"
        "|   |neglect to all members |       |\n"
        "|2  |Book a room            |Jo     |\n"
    )
    rows = [[cell.text for cell in row] for row in view.tables[0].rows]
    assert rows[1] == ["1", "Send the paper about neglect to all members", "Ida"]
    assert rows[2] == ["2", "Book a room", "Jo"]


def test_a_table_of_tabs_is_found():
    view = view_of("Name\tPost\tAgency\nIda Moss\tNurse\tFenwick Trust\n")
    assert [cell.text for cell in view.tables[0].rows[1]] == ["Ida Moss", "Nurse", "Fenwick Trust"]


def test_a_document_with_tables_of_its_own_keeps_those_that_its_text_draws():
    text = "Name\tAgency\nIda Moss\tPolice\n\nQ1\tQ2\n10\t12\n"
    own = Table(1, ((Cell("Q1", 30, 32), Cell("Q2", 33, 35)), (Cell("10", 36, 38), Cell("12", 39, 41))), "pdf")
    view = View(Document("paper.pdf", "application/pdf", text, (), (own,)))
    assert [table.rows[0][0].text for table in view.tables] == ["Q1", "Name"]
