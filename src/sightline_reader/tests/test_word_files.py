import pytest

from sightline_reader.model import CELL_BREAK, Document, Unreadable
from sightline_reader.opening import open_document
from sightline_reader.tests.made_files import docx, p, zipped

RUN = "<w:r><w:t>{}</w:t></w:r>"


def opened(data: bytes, name: str = "minutes.docx") -> Document:
    document = open_document(data, name)
    for cell in (cell for table in document.tables for row in table.rows for cell in row):
        assert " ".join(document.text[cell.start : cell.end].split()) == cell.text
    return document


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(p(line) for line in text.split('|'))}</w:tc>"


def test_paragraphs_are_lines_and_headings_keep_their_level():
    styles = (
        "<w:style w:styleId='H2'><w:name w:val='heading 2'/></w:style>"
        "<w:style w:styleId='Local'><w:name w:val='Board heading'/><w:basedOn w:val='H2'/></w:style>"
    )
    document = opened(docx(p("Actions", "<w:pStyle w:val='Local'/>"), p("The chair to write."), styles=styles))
    assert document.text == "Actions\n\nThe chair to write.\n"
    assert [(document.text[h.start : h.end], h.level) for h in document.headings] == [("Actions", 2)]


def test_paragraphs_stand_apart_and_short_lines_make_a_list():
    long = "The board considered the report at length and asked that it come back in the autumn with figures."
    document = opened(docx(p("Present:"), p("Ann Bold"), p("Ravi Cole"), p(long), p(long), p("Close")))
    assert document.text == f"Present:\nAnn Bold\nRavi Cole\n\n{long}\n\n{long}\n\nClose\n"


def test_deleted_text_is_not_read_and_inserted_text_is():
    change = RUN.format("Agreed by ") + "<w:del><w:r><w:delText>nobody</w:delText></w:r></w:del>"
    change += f"<w:ins>{RUN.format('all partners')}</w:ins><w:moveFrom>{RUN.format('moved')}</w:moveFrom>"
    document = opened(docx(p(change)))
    assert document.text == "Agreed by all partners\n"
    assert "tracked changes" in document.warnings[0]


def test_text_boxes_are_read_once_though_given_twice():
    box = f"<w:drawing><w:txbxContent>{p('Quorum: five')}</w:txbxContent></w:drawing>"
    both = f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    assert opened(docx(p(RUN.format("Terms of reference") + both))).text == "Terms of reference\nQuorum: five\n"


def test_footnotes_follow_the_text():
    notes = "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    notes += f"<w:footnote w:id='0' w:type='separator'>{p('-')}</w:footnote>"
    notes += f"<w:footnote w:id='2'>{p('Under section 11.')}</w:footnote></w:footnotes>"
    assert opened(docx(p("Duties"), word__footnotes_xml=notes)).text == "Duties\n2 Under section 11.\n"


def test_cells_that_are_merged_keep_their_places():
    document = opened(
        docx(
            table(
                cell("Agency") + cell("Meetings attended", "<w:gridSpan w:val='2'/>"),
                cell("Police", "<w:vMerge w:val='restart'/>") + cell("May") + cell("July"),
                cell("", "<w:vMerge/>") + cell("Yes") + cell("No"),
            )
        )
    )
    assert document.text == "Agency\tMeetings attended\t\nPolice\tMay\tJuly\n\tYes\tNo\n\n"
    assert [[c.text for c in row] for row in document.tables[0].rows][2] == ["", "Yes", "No"]


def test_lines_of_their_own_in_a_cell_stay_apart_in_one_row():
    document = opened(docx(table(cell("Present") + cell("Ann Bold, Chair|Ravi Cole, Police"))))
    assert document.text == f"Present\tAnn Bold, Chair{CELL_BREAK}Ravi Cole, Police\n\n"


def test_numbers_that_word_prints_are_part_of_the_text():
    levels = "<w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    levels += "<w:lvl w:ilvl='1'><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1%2)'/></w:lvl>"
    numbering = f"<w:abstractNum w:abstractNumId='7'>{levels}</w:abstractNum>"
    numbering += "<w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num>"
    at = "<w:numPr><w:ilvl w:val='{}'/><w:numId w:val='3'/></w:numPr>"
    lines = [("Welcome", 0), ("Actions", 0), ("Chair to write", 1), ("Police to reply", 1), ("Close", 0)]
    document = opened(docx(*(p(text, at.format(depth)) for text, depth in lines), numbering=numbering))
    assert document.text.splitlines() == [
        "1. Welcome",
        "2. Actions",
        "2a) Chair to write",
        "2b) Police to reply",
        "3. Close",
    ]


def test_a_table_of_one_column_is_read_as_its_lines():
    document = opened(docx(table(cell("Minutes|Tuesday"), cell("Present"))))
    assert document.text == "Minutes\nTuesday\nPresent\n" and not document.tables


def test_macros_are_named_and_not_run():
    document = opened(docx(p("Minutes"), word__vbaProject_bin=b"\x00", **{"word/vbaProject.bin": b"x"}), "minutes.docm")
    assert document.text == "Minutes\n" and "macros" in document.warnings[0]


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(Unreadable) as refusal:
        open_document(zipped({"word/document.xml": b"\x00" * 50_000_000}), "bomb.docx")
    assert refusal.value.code == "too-much"


def test_entities_are_refused():
    body = "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><w:document xmlns:w='w'>&x;</w:document>"
    with pytest.raises(Unreadable) as refusal:
        open_document(docx(**{"word/document.xml": body}), "outside.docx")
    assert refusal.value.code == "unsafe"


def test_elements_within_elements_without_end_are_refused():
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    with pytest.raises(Unreadable) as refusal:
        open_document(docx(deep), "deep.docx")
    assert refusal.value.code == "corrupt"


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", docx(p("Minutes"))[:400]])
def test_a_damaged_word_file_is_said_to_be_damaged(data):
    with pytest.raises(Unreadable) as refusal:
        open_document(data, "minutes.docx")
    assert refusal.value.code == "corrupt"
    assert "drop that in" in refusal.value.message


def test_an_encrypted_office_file_asks_for_a_copy_without_its_password():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Unreadable, match="has a password"):
        open_document(data, "minutes.docx")
