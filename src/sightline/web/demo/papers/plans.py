"""Terms of reference, a scrutiny report, a plan that cites old guidance, a report whose figures disagree, dates of meetings."""

from io import BytesIO

from docx import Document

from .cast import Cast
from .typeset import html, pdf, plain, table

Paper = tuple[str, bytes]


def papers(cast: Cast) -> list[Paper]:
    return [
        ("Terms of Reference Strategic Group v3.pdf", _terms(cast)),
        ("Independent scrutiny report spring 2026.pdf", _scrutiny(cast)),
        ("Business plan 2026-27.md", _plan(cast)),
        ("Yearly report extract.docx", _report(cast)),
        ("meeting dates 2027.html", _dates(cast)),
    ]


def _terms(cast: Cast) -> bytes:
    body = [
        f"= Terms of reference: {plain(cast.group)}",
        "Version 3, approved 8 February 2024. Review date: 8 February 2026.\n",
        "== Purpose",
        "The group sets direction for safeguarding arrangements in both boroughs and holds the subgroups to account.\n",
        "== Chair",
        "The group is chaired by the delegated safeguarding partners in turn, for one year each.\n",
        "== Quorum",
        "A meeting is quorate when at least five members are present, with at least one from each of the local authorities, "
        "health and police.\n",
        "== Frequency",
        "The group meets four times a year.\n",
        "== Deputies",
        "Members may send a named deputy with authority to decide.\n",
        "== Accountability",
        "The group reports to the Lead Safeguarding Partners.\n",
        "== Membership",
        table("(4fr, 5fr)", [("Post", "Agency"), *((m.post, m.organisation) for m in cast.group_members)]),
    ]
    return pdf("\n".join(body), footer="Terms of reference v3")


_RECOMMENDATIONS = (
    (
        "The partnership should record attendance by agency in every set of minutes.",
        "Partnership team",
        "within three months",
    ),
    ("The Strategic Group should review progress against each priority every six months.", "Strategic Group", ""),
    ("Health partners should agree one named deputy for each seat.", "Integrated Care Board", "by September 2026"),
    ("The training subgroup should follow up learners at six months.", "Training subgroup", ""),
    ("The partnership should map the boards that its members also sit on.", "Partnership team", "by December 2026"),
    ("Minutes should show who owns each action and by when.", "", ""),
)


def _scrutiny(cast: Cast) -> bytes:
    parts = [f"= Independent scrutiny of the {plain(cast.partnership)}", "April 2026\n", "== What was looked at"]
    parts.append("Minutes of eleven meetings were read and fourteen people were spoken to.\n")
    for number, (text, addressee, urgency) in enumerate(_RECOMMENDATIONS, 1):
        parts.append(
            f"== {number}. {('Attendance', 'Priorities', 'Deputies', 'Training', 'Boards', 'Actions')[number - 1]}"
        )
        parts.append("Members described good will, and records that did not let them show it.\n")
        parts.append(
            f"*Recommendation {number}:* {plain(text)}"
            + (f" (Lead: {addressee}" + (f", {urgency})" if urgency else ")") if addressee else "")
            + "\n"
        )
    return pdf("\n".join(parts), footer="Independent scrutiny 2026")


def _plan(cast: Cast) -> bytes:
    owners = cast.group_members
    rows = [
        ("1", "Publish the revised threshold document", owners[1].post, "September 2026", "Amber"),
        ("2", "Agree a shared dataset with health", owners[2].post, "December 2026", "Green"),
        (
            "3",
            "Survey young people about safety on transport",
            owners[3 % len(owners)].post,
            "March 2027",
            "Not started",
        ),
    ]
    lines = [
        f"# {cast.partnership}: business plan 2026-27",
        "",
        "This plan follows Working Together to Safeguard Children 2018 and the Children Act 2004.",
        "",
        "## Priorities",
        "",
        "1. Neglect: children's needs are seen early and met",
        "2. Exploitation: children are safer outside the home",
        "3. Emotional wellbeing: help comes before crisis",
        "",
        "## Action plan",
        "",
        "| No. | Action | Lead | By when | Status |",
        "|---|---|---|---|---|",
        *("| " + " | ".join(row) + " |" for row in rows),
        "",
    ]
    return "\n".join(lines).encode()


def _report(cast: Cast) -> bytes:
    document = Document()
    document.add_heading(f"{cast.partnership}: yearly report 2025-26 (extract)", level=1)
    document.add_paragraph("Published 30 September 2026")
    document.add_heading("Money", level=2)
    grid = document.add_table(rows=0, cols=2, style="Table Grid")
    for name, value in (
        ("Income 2025-26", "£"),
        ("Royal Borough of Kingston upon Thames", "62,000"),
        ("London Borough of Richmond upon Thames", "62,000"),
        ("NHS South West London", "48,500"),
        ("Metropolitan Police", "10,000"),
        ("Total income", "184,500"),
    ):
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = name, value
    document.add_heading("Training", level=2)
    document.add_paragraph("In 2025-26, 412 practitioners attended multi-agency training.")
    document.add_heading("Summary", level=2)
    document.add_paragraph(
        "In 2025-26, 421 practitioners attended multi-agency training. Children on a plan at 31 March 2026: 318."
    )
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _dates(cast: Cast) -> bytes:
    days = ("11 February 2027", "13 May 2027", "9 September 2027", "9 December 2027")
    items = "".join(f"<li>{day}, 10.00am</li>" for day in days)
    title = html(f"Dates of future meetings: {cast.group}")
    head = f"<!doctype html><html lang='en'><head><title>{title}</title></head>"
    return f"{head}<body><h1>{title}</h1><ul>{items}</ul></body></html>".encode()
