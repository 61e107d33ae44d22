"""An attendance grid, an action log and a membership list as spreadsheets have them."""

import csv
from io import BytesIO, StringIO

import xlsxwriter

from .cast import Cast

Paper = tuple[str, bytes]


def papers(cast: Cast) -> list[Paper]:
    return [
        ("Attendance 2025-26.xlsx", _grid(cast)),
        ("ACTION LOG (live).xlsx", _log(cast)),
        ("membership list.csv", _members(cast)),
    ]


def _workbook(sheet: str, rows: list[tuple[str, ...]]) -> bytes:
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False})
    page = book.add_worksheet(sheet)
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()
    return buffer.getvalue()


def _grid(cast: Cast) -> bytes:
    """P present, A apologies, D deputy, X absent; a blank cell is a blank in life, too: nobody wrote it down."""
    marks = ("PPPP", "PAPP", "PPDP", "APPX", "PP P", "DDPP", "PXXX", "PPPA")
    rows: list[tuple[str, ...]] = [
        (f"{cast.group}: attendance 2025-26",),
        ("P = present, A = apologies, D = deputy attended, X = did not attend",),
        ("Name", "Role", "Agency", "15/05/2025", "11/09/2025", "11/12/2025", "12/02/2026"),
    ]
    for index, member in enumerate(cast.group_members):
        rows.append((member.name, member.post, member.organisation, *marks[index % len(marks)]))
    return _workbook("Attendance", rows)


def _log(cast: Cast) -> bytes:
    return _workbook(
        "Log",
        [
            ("Ref", "Meeting date", "Action", "Owner", "Due", "RAG", "Update"),
            (
                "SG/26/01",
                "12/02/2026",
                "Send the serious violence plan to the Community Safety Partnership",
                cast.member(1).name,
                "27/02/2026",
                "Complete",
                "Sent 24 February",
            ),
            (
                "SG/26/02",
                "12/02/2026",
                "Agree terms for scrutiny of transitions",
                cast.member(0).name,
                "31/03/2026",
                "Amber",
                "Draft with the scrutineer",
            ),
            (
                "SG/26/03",
                "14/05/2026",
                "Confirm the named lead for each school",
                cast.member(2).name,
                "17/07/2026",
                "Red",
                "",
            ),
            ("SG/26/04", "14/05/2026", "Ask the fire service for a nominated deputy", "", "", "Red", "No owner agreed"),
        ],
    )


def _members(cast: Cast) -> bytes:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(["Board", "Name", "Job title", "Organisation", "Capacity"])
    for index, member in enumerate(cast.subgroup_members):
        writer.writerow(
            [cast.subgroup, member.name, member.post, member.organisation, "Chair" if index == 0 else "Member"]
        )
    return out.getvalue().encode("utf-8-sig")
