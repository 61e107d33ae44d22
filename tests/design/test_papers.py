"""Papers to take away: tagged PDF and Word from the same blocks, with people's words never run as markup."""

from io import BytesIO

import pikepdf
import pytest
import typst
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from sightline.foundation.design.blocks import Facts, Figure, Grid, Heading, PageBreak, Paper, Paragraph, Points
from sightline.foundation.design.charts import Point, bars
from sightline.foundation.design.legible import clean, shown_by_our_fonts
from sightline.foundation.design.pdf import paper_pdf, pdf
from sightline.foundation.design.word import paper_docx

TRAP = '#read("/etc/passwd") *bold* $x$ <b> \x0b ŵ ł ’'
PAPER = Paper(
    title="Minutes of the Executive",
    subtitle="Approved",
    organisation="Eastmarsh and Vale Safeguarding Children Partnership",
    footer="Draft",
    blocks=(
        Facts((("Date", "1 March 2022"), ("Chair", "Ann Example"))),
        Heading("Attendance"),
        Heading("A level is skipped here", 3),
        Paragraph(TRAP),
        Paragraph("Decision 1", kind="strong"),
        Points(("First", "Second"), numbered=True),
        Points(("Loose",)),
        Grid(("No", "Action"), tuple((str(n), "Review the protocol") for n in range(80)), caption="Actions", widths=(1, 5), numeric=(0,)),
        PageBreak(),
        Figure(str(bars("T", "D", [Point("Police", 4), Point("Health", None)]).svg), alt="Police attended four times"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def made() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(paper_pdf(PAPER)))


def tags(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    found, waiting = [], [pdf.Root.StructTreeRoot]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary):
            found.append(one)
            kids = one.get("/K", [])
            waiting += list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return found


def kinds(pdf: pikepdf.Pdf) -> list[str]:
    return [str(one.get("/S")) for one in tags(pdf) if "/S" in one]


def test_the_pdf_is_tagged_titled_and_says_that_it_is_pdf_ua(made: pikepdf.Pdf) -> None:
    with made.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == PAPER.title
    assert str(made.Root.Lang) == "en-GB"
    assert made.Root.MarkInfo.Marked
    assert {"/H1", "/Table", "/TH", "/TD", "/L", "/LI", "/Figure", "/P"} <= set(kinds(made))


def test_the_header_row_repeats_on_every_page_of_a_table(made: pikepdf.Pdf) -> None:
    assert len(made.pages) >= 3
    assert kinds(made).count("/THead") == 1
    assert kinds(made).count("/TH") == 2


def test_no_level_of_heading_is_skipped(made: pikepdf.Pdf) -> None:
    levels = [int(kind[2:]) for kind in kinds(made) if kind[2:].isdecimal() and kind.startswith("/H")]
    assert sorted(set(levels)) == list(range(1, max(levels) + 1))


def test_a_figure_says_what_it_shows(made: pikepdf.Pdf) -> None:
    assert [str(one.Alt) for one in tags(made) if str(one.get("/S")) == "/Figure"] == ["Police attended four times"]


def test_a_template_can_read_no_other_file_and_fetch_no_package() -> None:
    for trick in ('#read("/etc/passwd")', '#read("../../../../etc/passwd")', '#import "@preview/cetz:0.4.2": canvas'):
        with pytest.raises(typst.TypstError):
            pdf(f"#set document(title: [t])\n{trick}", {})


def test_word_has_real_headings_repeated_header_rows_language_and_words_for_pictures() -> None:
    document = Document(BytesIO(paper_docx(PAPER)))
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    assert [name for name in styles if name.startswith("Heading")] == ["Heading 1", "Heading 2"]
    assert "Title" in styles
    assert {"List Number", "List Bullet"} <= set(styles)
    table = document.tables[0]
    assert len(table.rows) == 81
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert document.core_properties.language == "en-GB"
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-GB"
    assert document.inline_shapes[0]._inline.docPr.get("descr") == "Police attended four times"


def test_words_that_people_typed_come_through_as_they_are() -> None:
    document = Document(BytesIO(paper_docx(PAPER)))
    assert any(TRAP.replace("\x0b", "") == paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\uf0b7 first", "• first"),
        ("Well done 😀", "Well done [grinning face]"),
        ("漢字", "[?][?]"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("half \ud800 a letter", "half  a letter"),
        ("not one \ufffe", "not one "),
        ("Łukasz Ŵyn Μαρία Олена", "Łukasz Ŵyn Μαρία Олена"),
    ],
)
def test_no_character_that_somebody_pasted_stops_a_paper(typed: str, shown: str) -> None:
    paper = Paper("T", (Paragraph(typed), Grid(("A",), ((typed,),)), Heading(typed)))
    assert paper_pdf(paper).startswith(b"%PDF")
    assert Document(BytesIO(paper_docx(paper))).paragraphs[1].text == clean(typed)
    assert shown_by_our_fonts(clean(typed)) == shown


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_text_at_all_can_be_taken_away(text: str) -> None:
    paper = Paper(
        "T", (Heading(text), Paragraph(text), Grid((text,), ((text,),)), Points((text,)), Facts(((text, text),)))
    )
    assert paper_pdf(paper).startswith(b"%PDF")
    assert paper_docx(paper)


def test_a_paper_without_title_or_a_picture_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="title"):
        Paper(" ", ())
    with pytest.raises(ValueError, match="words"):
        Paper("T", (Figure("<svg/>", alt=" "),))
    with pytest.raises(ValueError, match="2 cells"):
        Paper("T", (Grid(("a", "b"), (("1",),)),))


def test_an_empty_paper_and_a_wide_one_can_be_made() -> None:
    for paper in (Paper("Nothing yet", ()), Paper("Wide", (Grid(("A",), (), caption="None"),), landscape=True)):
        assert paper_pdf(paper).startswith(b"%PDF")
        assert paper_docx(paper)
