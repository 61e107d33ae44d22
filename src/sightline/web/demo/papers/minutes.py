"""Minutes in six layouts: ruled table, two columns, Word table, committee web page, one long line, and without a date."""

from io import BytesIO

from docx import Document

from .cast import Attendee, Cast
from .typeset import html, pdf, plain, table

Paper = tuple[str, bytes]


def papers(cast: Cast) -> list[Paper]:
    ruled = _ruled(cast)
    return [
        (f"{cast.short_name} Strategic Group minutes 14 May 2026.pdf", ruled),
        ("Minutes 10-09-2026 FINAL v2.pdf", _two_columns(cast)),
        (f"{cast.short_name} subgroup minutes June 2026.docx", _word(cast)),
        ("published-minutes-2026-02-12.html", _web_page(cast)),
        ("minutes pasted from email.txt", _one_line(cast)),
        ("notes of meeting.docx", _undated(cast)),
        ("Copy of Strategic Group minutes.pdf", ruled),
    ]


def _ruled(cast: Cast) -> bytes:
    present, sorry = cast.group_members[:-2], cast.group_members[-2:]
    rows = [("Name", "Role", "Agency"), *((m.name, m.post, m.organisation) for m in present)]
    body = [
        f"= {plain(cast.group)}",
        "*Minutes of the meeting held on Thursday 14 May 2026 at 10.00am, Guildhall, Kingston upon Thames*\n",
        "== Present",
        table("(3fr, 4fr, 5fr)", rows),
        "== Apologies",
        *(f"- {plain(m.name)}, {plain(m.post)}, {plain(m.organisation)}" for m in sorry),
        "== 1. Minutes of the last meeting",
        "The minutes of the meeting of 12 February 2026 were agreed as a correct record.\n",
        "== 2. Neglect: what the case audit found",
        "The group heard that twelve cases had been looked at with all agencies in the room. Plans were clear in nine.\n",
        "*DECISION 2.1:* The group agreed to adopt the shared neglect tool from 1 July 2026.\n",
        f"*ACTION 2.1:* {plain(present[1].name)} to brief team managers on the neglect tool by 30 June 2026.\n",
        f"*ACTION 2.2:* {plain(present[2].name)} to confirm the named lead for each school by 17 July 2026.\n",
        "== 3. Attendance at child protection conferences",
        "Reports from health reached 64% of conferences in the quarter, against 58% in the quarter before.\n",
        "*DECISION 3.1:* The group approved a single report form for all health providers.\n",
        f"*ACTION 3.1:* {plain(present[3].name)} to send the form to all practices by 12 June 2026.\n",
        "== 4. Next meeting",
        "Thursday 10 September 2026, 10.00am, York House, Twickenham.\n",
    ]
    return pdf("\n".join(body), footer=cast.group)


def _two_columns(cast: Cast) -> bytes:
    members = cast.group_members
    entries = [f"{plain(m.name)} ({m.initials}), {plain(m.post)}, {plain(m.organisation)}" for m in members]
    half = (len(entries) + 1) // 2
    left, right = (" #linebreak() ".join(part) for part in (entries[:half], entries[half:]))
    columns = f"#grid(columns: (1fr, 1fr), gutter: 16pt, [{left}], [{right}])"
    deputy = members[-1]
    body = [
        f"#align(center)[*{plain(cast.group)}*]",
        "#align(center)[*Thursday 10 September 2026, 10.00am to 12.30pm*]",
        "#align(center)[York House, Twickenham]\n",
        "*Present*\n",
        columns + "\n",
        f"*In attendance:* Rowena Attah, Deputy Head of Service (deputising for {plain(deputy.name)})\n",
        "*Apologies:* none received\n",
        "*1 Matters arising.* All actions from 14 May were reviewed. Two remain open.\n",
        "*2 Contextual safeguarding.* Members noted the pattern of missing episodes in the summer.\n",
        "RESOLVED: that the exploitation panel meets every two weeks until the end of the year.\n",
        f"ACTION: {members[1].initials} to circulate the revised panel dates by 25 September 2026.\n",
        f"ACTION: {members[2].initials} and {members[3].initials} to report to the next meeting on return interviews.\n",
        "*3 Date of next meeting.* Thursday 10 December 2026 at 10.00am.\n",
    ]
    return pdf("\n".join(body), footer="Official")


def _word(cast: Cast) -> bytes:
    document = Document()
    document.add_heading(cast.subgroup, level=1)
    document.add_paragraph("Minutes of the meeting held on 18 June 2026, by video call, 2.00pm to 4.00pm")
    document.add_heading("Attendance", level=2)
    marks = ["Present"] * (len(cast.subgroup_members) - 1) + ["Apologies"]
    _word_table(
        document,
        ("Name", "Post", "Organisation", "Attendance"),
        [(m.name, m.post, m.organisation, mark) for m, mark in zip(cast.subgroup_members, marks, strict=True)],
    )
    document.add_heading("1. Learning from the audit programme", level=2)
    document.add_paragraph("The subgroup agreed that supervision will be the theme of the autumn audit.")
    document.add_heading("2. Multi-agency training", level=2)
    document.add_paragraph("Of 120 places offered in the quarter, 96 were taken up.")
    document.add_heading("Action log", level=2)
    lead, second = cast.subgroup_members[0], cast.subgroup_members[1]
    _word_table(
        document,
        ("No.", "Action", "Lead", "By when", "Status"),
        [
            ("1", "Write the lines of enquiry for the supervision audit", lead.name, "31 July 2026", "Open"),
            ("2", "Report no-shows by agency to the Strategic Group", second.name, "10 September 2026", "Open"),
            ("3", "Update the training calendar", "Partnership team", "26 June 2026", "Complete"),
        ],
    )
    document.add_paragraph("Next meeting: 17 September 2026, 2.00pm")
    return _saved(document)


def _word_table(document: Document, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    grid = document.add_table(rows=1, cols=len(head), style="Table Grid")
    for row in (head, *rows):
        cells = grid.rows[0].cells if row is head else grid.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text


def _saved(document: Document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _web_page(cast: Cast) -> bytes:
    def listed(people: tuple[Attendee, ...]) -> str:
        return "".join(f"<li>{html(m.name)} ({html(m.organisation)})</li>" for m in people)

    first, second = cast.group_members[0], cast.group_members[1]
    page = f"""<!doctype html><html lang="en"><head><title>Minutes: {html(cast.group)}, 12 February 2026</title>
<script>document.cookie = "seen"</script></head><body><nav><a href="/">Home</a> <a href="/meetings">Meetings</a></nav>
<h1>Minutes</h1><h2>{html(cast.group)}</h2><p>Thursday, 12th February, 2026 10.00 am</p><p>Venue: Guildhall</p>
<h3>Attendance details</h3><p>Present:</p><ul>{listed(cast.group_members[:-1])}</ul>
<p>Apologies:</p><ul>{listed(cast.group_members[-1:])}</ul>
<table><tr><th>No.</th><th>Item</th></tr>
<tr><td>1.</td><td><b>Declarations of interest</b><p>There were none.</p></td></tr>
<tr><td>2.</td><td><b>Serious violence plan</b><p>It was agreed that the plan be sent to the Community Safety Partnership.</p>
<p>Action: {html(second.name)} to send the plan by 27 February 2026.</p></td></tr>
<tr><td>3.</td><td><b>Independent scrutiny</b><p>It was resolved to ask the scrutineer to look at transitions.</p>
<p>Action: {html(first.name)} to agree the terms with the scrutineer by 31 March 2026.</p></td></tr></table>
<p>The meeting ended at 12.10 pm</p></body></html>"""
    return page.encode()


def _one_line(cast: Cast) -> bytes:
    people = "; ".join(f"{m.name} ({m.initials}) {m.post}, {m.organisation}" for m in cast.subgroup_members)
    lead = cast.subgroup_members[0]
    text = (
        f"{cast.subgroup} Minutes of meeting 19 March 2026 Present: {people} Apologies: none "
        "1. Welcome The chair welcomed everyone. 2. Audit plan The group agreed the audit plan for 2026-27. "
        f"Action: {lead.initials} to publish the audit plan by 30 April 2026. "
        "3. Next meeting 18 June 2026, 2pm, by video call"
    )
    return text.encode("cp1252")


def _undated(cast: Cast) -> bytes:
    document = Document()
    document.add_heading("Notes of meeting", level=1)
    document.add_paragraph("Present: " + ", ".join(m.name.split()[0] for m in cast.subgroup_members))
    document.add_paragraph("We talked about the website. Someone should look at the old pages.")
    document.add_paragraph("Action: check that the procedures link still works")
    document.add_paragraph("Action: find out who sits on the exploitation panel now")
    return _saved(document)
