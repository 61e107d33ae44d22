from sightline_reader.model import Document
from sightline_reader.opening import open_document
from sightline_reader.tests.made_files import flowing_pdf, paragraph, placed_pdf, ruled_table


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
