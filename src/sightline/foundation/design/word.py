"""Word from a paper's blocks: real heading styles, header rows that repeat, British English, pictures with their words."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import typst
from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from .blocks import Block, Facts, Figure, Grid, Heading, PageBreak, Paper, Paragraph, Points
from .legible import clean
from .pdf import HERE

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
INK, QUIET = RGBColor(0x12, 0x32, 0x3B), RGBColor(0x49, 0x58, 0x5C)


def paper_docx(paper: Paper) -> bytes:
    document = Document()
    _properties(document, paper)
    _styles(document)
    _page(document, paper)
    document.add_paragraph(clean(paper.title), style="Title")
    if paper.subtitle:
        document.add_paragraph(clean(paper.subtitle), style="Subtitle")
    for block in paper.levelled:
        _WRITERS[type(block)](document, block)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _properties(document: Docx, paper: Paper) -> None:
    properties = document.core_properties
    properties.title, properties.author, properties.language = clean(paper.title), paper.author, "en-GB"
    properties.comments = ""


def _styles(document: Docx) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    normal.element.get_or_add_rPr().append(language)
    for name, size in {"Title": 22, "Heading 1": 15, "Heading 2": 13, "Heading 3": 11.5, "Heading 4": 11}.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Arial", Pt(size), INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in [key for key in fonts.attrib if "Theme" in key]:  # a theme's font would win over Arial
            del fonts.attrib[theme]
    document.styles["Subtitle"].font.name, document.styles["Subtitle"].font.color.rgb = "Arial", QUIET


def _page(document: Docx, paper: Paper) -> None:
    section = document.sections[0]
    short, long = Cm(21), Cm(29.7)
    section.page_width, section.page_height = (long, short) if paper.landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if paper.landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Cm(2)
    section.header.paragraphs[0].text = clean(paper.organisation)
    foot = section.footer.paragraphs[0]
    foot.text = clean(f"{paper.footer}  Page ".lstrip())
    _page_number(foot)


def _page_number(paragraph: Any) -> None:
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = words
        run._r.append(mark)


def _heading(document: Docx, block: Heading) -> None:
    document.add_heading(clean(block.text), min(block.level, 4))


def _paragraph(document: Docx, block: Paragraph) -> None:
    run = document.add_paragraph().add_run(clean(block.text))
    run.bold = True if block.kind == "strong" else None
    if block.kind == "note":
        run.font.size, run.font.color.rgb = Pt(9), QUIET


def _points(document: Docx, block: Points) -> None:
    for item in block.items:
        document.add_paragraph(clean(item), style="List Number" if block.numbered else "List Bullet")


def _facts(document: Docx, block: Facts) -> None:
    for name, value in block.pairs:
        paragraph = document.add_paragraph()
        paragraph.add_run(clean(f"{name}: ")).bold = True
        paragraph.add_run(clean(value))


def _grid(document: Docx, block: Grid) -> None:
    if block.caption:
        caption = document.add_paragraph(clean(block.caption), style="Caption")
        caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(block.columns), style="Table Grid")
    _fill(table.rows[0], block.columns, block.numeric, bold=True)
    _repeats(table.rows[0])
    for line in block.rows:
        _fill(table.add_row(), line, block.numeric)
    _widths(document, table, block)
    document.add_paragraph()


def _fill(row: Any, words: tuple[str, ...], numeric: tuple[int, ...], *, bold: bool = False) -> None:
    whole = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(whole)
    for place, (cell, text) in enumerate(zip(row.cells, words, strict=True)):
        paragraph = cell.paragraphs[0]
        run = paragraph.add_run(clean(text))
        run.bold, run.font.size = bold or None, Pt(9.5)
        if place in numeric:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeats(row: Any) -> None:
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(header)


def _widths(document: Docx, table: Any, block: Grid) -> None:
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    shares = block.widths or (1.0,) * len(block.columns)
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        for cell in column.cells:
            cell.width = int(room * share / sum(shares))


def _figure(document: Docx, block: Figure) -> None:
    picture = document.add_picture(BytesIO(_png(block.svg)), width=Cm(16))
    picture._inline.docPr.set("descr", clean(block.alt))
    if block.caption:
        document.add_paragraph(clean(block.caption), style="Caption")


def _png(svg: str) -> bytes:
    """Word cannot be relied on to show SVG, so the picture is drawn for it."""
    source = '#set page(width: auto, height: auto, margin: 0pt)\n#set text(font: "Inter")\n'
    source += '#image(bytes(sys.inputs.svg), format: "svg")'
    fonts = [str(HERE / "fonts")]
    return typst.compile(source.encode(), format="png", ppi=160, sys_inputs={"svg": svg}, font_paths=fonts)


def _break(document: Docx, block: PageBreak) -> None:
    document.add_page_break()


_WRITERS: dict[type[Block], Callable[[Docx, Any], None]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Points: _points,
    Facts: _facts,
    Grid: _grid,
    Figure: _figure,
    PageBreak: _break,
}
