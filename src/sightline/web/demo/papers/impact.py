"""A plan with priorities and outcomes, a practice review with findings and recommendations, a scrutiny with thirty-six."""

from io import BytesIO

from docx import Document

from ..making import table as rows_of
from .cast import Cast
from .typeset import pdf, plain

Paper = tuple[str, bytes]
# The title is that of the source in the record, so that a recommendation kept already is known again.
SCRUTINY = "Independent scrutiny of the whole partnership"
REVIEW = "Local child safeguarding practice review LCSPR-2026-02"


def papers(cast: Cast) -> list[Paper]:
    return [
        ("Priorities and outcomes 2026-28.docx", _priorities(cast)),
        ("LCSPR-2026-02 Moving between boroughs.pdf", _review(cast)),
        ("Independent scrutiny 36 recommendations.pdf", _scrutiny(cast)),
    ]


_PRIORITIES = (
    (
        "Neglect: seen early, and life at home gets better",
        "Children who go without are noticed sooner, and their own words show that life at home is better.",
        "One tool, used at the first visit, at six months and before closing.",
    ),
    (
        "Young people are safe in the places where they spend time",
        "Young people feel safer on buses, in parks and at the two shopping centres.",
        "Each place of concern has one lead agency and a plan.",
    ),
    (
        "Babies and their parents have one plan",
        "Parents under pressure are helped before the birth, and babies are safe in the first year.",
        "Adult services and health visitors write one plan together.",
    ),
)


def _priorities(cast: Cast) -> bytes:
    document = Document()
    document.add_heading(f"{cast.partnership}: business plan 2026-28", level=1)
    document.add_paragraph("Agreed 21 April 2026")
    document.add_heading("Our priorities", level=2)
    for number, (title, outcome, pledge) in enumerate(_PRIORITIES, 1):
        document.add_heading(f"Priority {number}: {title}", level=3)
        document.add_paragraph(f"Outcome: {outcome}")
        document.add_paragraph(f"Pledge: {pledge}")
    document.add_heading("Action plan", level=2)
    grid = document.add_table(rows=1, cols=4, style="Table Grid")
    lines = (
        ("No.", "Action", "Lead", "By when"),
        ("1", "Write one plan form for parents and babies", cast.member(2).post, "29 January 2027"),
        ("2", "Walk both shopping centres with young people again", cast.member(1).post, "28 May 2027"),
    )
    for line in lines:
        cells = grid.rows[0].cells if line is lines[0] else grid.add_row().cells
        for cell, text in zip(cells, line, strict=True):
            cell.text = text
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


_FINDINGS = (
    "When a family moved, the new borough asked for a summary and took it for the whole story.",
    "Housing arranged three moves in a year and told no one who worked with the family.",
    "Schools kept the best record of how things were at home, and nobody asked to read it.",
)
_RECOMMENDS = (
    ("Both boroughs should speak to each other within five days of a move, not only write.", "Achieving for Children"),
    (
        "Housing should tell the health visitor and the school before a family is moved.",
        "Royal Borough of Kingston upon Thames",
    ),
    ("Schools should be asked for their record at the first meeting after a move.", "NHS South West London"),
)


def _review(cast: Cast) -> bytes:
    body = [
        f"= {plain(REVIEW)}",
        "Moving between boroughs\n",
        f"{plain(cast.partnership)}, October 2026\n",
        "== Method",
        "Practitioners of seven agencies met twice. Records from January 2023 to December 2025 were read.\n",
        "== Findings",
    ]
    body += [f"*Finding {number}:* {plain(text)}\n" for number, text in enumerate(_FINDINGS, 1)]
    body.append("== Recommendations")
    body += [
        f"*Recommendation {number}:* {plain(text)} (Lead: {plain(lead)}, by March 2027)\n"
        for number, (text, lead) in enumerate(_RECOMMENDS, 1)
    ]
    return pdf("\n".join(body), footer=REVIEW)


def _scrutiny(cast: Cast) -> bytes:
    body = [
        f"= {plain(SCRUTINY)}",
        f"{plain(cast.partnership)}\n",
        "Published on 26 January 2026\n",
        "== How it was done",
        "Papers of a year were read, and workers, leaders and young people were asked what they see.\n",
        "== What is recommended",
    ]
    for row in rows_of("scrutiny_36"):
        urgency = f", {row['urgency']}" if row["urgency"] else ""
        body.append(
            f"*Recommendation {row['number']}:* {plain(row['text'])} (Lead: {plain(row['addressee'])}{urgency})\n"
        )
    return pdf("\n".join(body), footer=SCRUTINY)
