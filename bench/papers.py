"""Invented minutes of any length as PDF, with fonts inside as an office program writes them."""

import random
from io import BytesIO
from pathlib import Path

import reportlab
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

FONTS = Path(reportlab.__file__).parent / "fonts"
VOCABULARY = (
    "board partnership children safeguarding agreed that the chair noted a report from police health council with "
    "actions following review practice learning data quarter local services families support need attendance training "
    "evidence impact and for in on was were by to of this next year page office member lead agency plan"
)
PLACES = ("Northfold", "Eastmere", "Wexdale", "Stonebeck", "Larkhurst")
AGENCIES = ("Council", "Police", "Integrated care board", "Hospital trust", "Probation", "Schools", "Fire and rescue")
NAMES = ("Ann Bold", "Ravi Cole", "Jo Sand", "Mo Li", "Zoe Hart", "Ben Okoro", "Isla Grant")
GRID = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]


def minutes_pdf(pages: int, seed: int = 1) -> bytes:
    """Each page: a heading, three paragraphs, an action, and an attendance or an indicator table."""
    random.seed(seed)
    styles = _styles()
    flowables = []
    for number in range(1, pages + 1):
        flowables += [*_page(number, styles), PageBreak()]
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(flowables, onFirstPage=_furniture, onLaterPages=_furniture)
    return out.getvalue()


def _styles():
    for name, file in (("Text", "Vera.ttf"), ("Text-Bold", "VeraBd.ttf")):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    styles = getSampleStyleSheet()
    styles["BodyText"].fontName, styles["BodyText"].fontSize = "Text", 9
    styles["Heading2"].fontName = "Text-Bold"
    return styles


def _page(number: int, styles) -> list:
    place = PLACES[number % len(PLACES)]
    body = [
        Paragraph(f"{number}. {place} {_words(3)}", styles["Heading2"]),
        *(Paragraph(_sentences(6), styles["BodyText"]) for _ in range(3)),
        Paragraph(f"Action: {random.choice(NAMES)} to {_words(8)} by {1 + number % 28} May 2026.", styles["BodyText"]),
        Spacer(1, 12),
    ]
    rows = _attendance() if number % 2 else _indicators()
    return [*body, Table([[Paragraph(cell, styles["BodyText"]) for cell in row] for row in rows], style=GRID)]


def _attendance() -> list[list[str]]:
    marks = [[random.choice("PPPAX") for _ in range(4)] for _ in AGENCIES]
    return [["Agency", "May", "July", "October", "January"], *([a, *m] for a, m in zip(AGENCIES, marks, strict=True))]


def _indicators() -> list[list[str]]:
    rows = [[_words(4), str(random.randint(20, 4000)), f"{random.randint(1, 99)}%", _words(5)] for _ in range(6)]
    return [["Measure", "Count", "Share", "Comment"], *rows]


def _sentences(count: int) -> str:
    return " ".join(f"{_words(random.randint(9, 18))}." for _ in range(count))


def _words(count: int) -> str:
    return " ".join(random.choices(VOCABULARY.split(), k=count)).capitalize()


def _furniture(canvas, template) -> None:
    canvas.setFont("Text", 8)
    canvas.drawString(72, A4[1] - 40, "Northfold Safeguarding Children Partnership: minutes, 4 May 2026")
    canvas.drawString(72, 30, f"Page {template.page}")
