"""Invented papers, made when a test needs them."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

STYLES = getSampleStyleSheet()
NAMESPACES = (
    "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
    "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
)
RULED = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def paragraph(text: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(text, STYLES[style])


def ruled_table(rows, widths=None, style=RULED) -> Table:
    return Table([[paragraph(cell) for cell in row] for row in rows], colWidths=widths, style=style)


def flowing_pdf(*flowables, head: str = "", foot: str = "", **document) -> bytes:
    """`foot` may hold {page}."""
    out = BytesIO()

    def furniture(canvas, template):
        canvas.drawString(72, A4[1] - 40, head)
        canvas.drawString(72, 30, foot.format(page=template.page))

    template = SimpleDocTemplate(out, pagesize=A4, **document)
    template.build(list(flowables), onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def placed_pdf(*pages: list[tuple[float, float, str]], size: float = 11, rotation: int = 0) -> bytes:
    """Pages of strings at places measured in points from the top left corner."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4[::-1] if rotation % 180 else A4)  # reportlab turns the sheet as well
    for strings in pages:
        canvas.setFont("Helvetica", size)
        canvas.setPageRotation(rotation)
        for left, top, text in strings:
            canvas.drawString(left, A4[1] - top, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def space(points: float = 12) -> Spacer:
    return Spacer(1, points)


def docx(*blocks: str, styles: str = "", numbering: str = "", **parts: str | bytes) -> bytes:
    """A Word file from the inner XML of its body; `parts` are further parts by name, with / for __ and . for _xml."""
    written = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>",
    }
    written |= {name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}
    return zipped(written)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def p(text: str, properties: str = "") -> str:
    """A Word paragraph; `text` may be XML of runs."""
    inner = text if text.startswith("<") else f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def workbook(sheets: dict[str, list[list]], hidden: tuple[str, ...] = ()) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return out.getvalue()
