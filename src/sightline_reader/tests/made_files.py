"""Invented papers, made when a test needs them."""

from io import BytesIO

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

STYLES = getSampleStyleSheet()
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
    canvas = Canvas(out, pagesize=A4)
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
