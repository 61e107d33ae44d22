"""The sample papers, read by the real reader: what each is, and how much of each kind is found in it.

A count that changes is a question: does the reader find more, or has a false alarm come in?
"""

from collections import Counter
from functools import cache

import pytest

from sightline.web.demo.making import table
from sightline.web.demo.papers import all_papers
from sightline.web.demo.papers.cast import Attendee, Cast
from sightline_reader.model import Document, Reading, Unreadable
from sightline_reader.opening import open_document
from sightline_reader.reading import read

GROUP = (
    Attendee("Halima Oster", "Director of Children’s Services", "Growing for Families"),
    Attendee("Marlon Thwaite", "Chief Superintendent", "Metropolitan Police"),
    Attendee("Priti Ramesh", "Chief Nurse", "NHS South West London Integrated Care Board"),
    Attendee("Tomos Whitlow", "Head of Safeguarding", "Millbrook Hospital NHS Foundation Trust"),
    Attendee("Bola Adekoya", "Assistant Director", "Probation Service"),
    Attendee("Ruthie Carvell", "Headteacher", "Northgate School"),
    Attendee("Imran Shahid", "Director of Public Health", "Royal Borough of Millbrook"),
    Attendee("Jo-Ann Prior", "Chief Executive", "Refuge for Families"),
    Attendee("Danny Mercer", "Designated Doctor", "NHS South West London Integrated Care Board"),
    Attendee("Siân Lloyd", "Independent Scrutineer", ""),
)
SUBGROUP = (
    Attendee("Carla Nunez", "Head of Quality", "Growing for Families"),
    Attendee("Peter Obie", "Detective Inspector", "Metropolitan Police"),
    Attendee("Fay Lind", "Named Nurse", "Millbrook Hospital NHS Foundation Trust"),
    Attendee("Greg Sandher", "Youth Justice Manager", "Growing for Families"),
    Attendee("Mina Cole", "Designated Safeguarding Lead", "Northgate School"),
    Attendee("Olu Brightman", "Senior Probation Officer", "Probation Service"),
)
CAST = Cast(
    partnership="Millbrook and Harrowdene Safeguarding Children Partnership",
    short_name="MHSCP",
    group="Strategic Leadership Group",
    subgroup="Learning and Improvement Subgroup",
    group_members=GROUP,
    subgroup_members=SUBGROUP,
)
STRATEGIC = {"meeting": 1, "attendance": 10, "decisions": 3, "actions": 3, "indicators": 2, "next_meeting": 1}
EXPECTED = {
    "MHSCP Strategic Group minutes 14 May 2026.pdf": ("minutes", STRATEGIC, []),
    "Copy of Strategic Group minutes.pdf": ("minutes", STRATEGIC, []),
    "Minutes 10-09-2026 FINAL v2.pdf": (
        "minutes", {"meeting": 1, "attendance": 11, "decisions": 1, "actions": 2, "next_meeting": 1}, [],
    ),
    "MHSCP subgroup minutes June 2026.docx": (
        "minutes", {"meeting": 1, "attendance": 6, "decisions": 1, "actions": 3, "indicators": 2, "next_meeting": 1}, [],
    ),
    "published-minutes-2026-02-12.html": ("minutes", {"meeting": 1, "attendance": 10, "decisions": 2, "actions": 2}, []),
    "minutes pasted from email.txt": (
        "minutes", {"meeting": 1, "attendance": 6, "decisions": 1, "actions": 1, "next_meeting": 1}, [],
    ),
    "notes of meeting.docx": (
        "minutes", {"attendance": 6, "actions": 2},
        ["actions_without_date", "actions_without_owner", "attendees_without_role", "undated"],
    ),
    "Terms of Reference Strategic Group v3.pdf": (
        "terms_of_reference", {"policy_dates": 2, "board_structure": 5, "membership_posts": 10}, [],
    ),
    "Independent scrutiny report spring 2026.pdf": (
        "scrutiny_report", {"document_date": 1, "findings": 6, "recommendations": 6},
        ["recommendations_without_addressee", "recommendations_without_date"],
    ),
    "Business plan 2026-27.md": ("plan", {"legislation": 2, "priorities": 3, "actions": 3}, []),
    "Yearly report extract.docx": (
        "annual_report", {"policy_dates": 1, "document_date": 1, "funding": 5, "indicators": 3}, ["total_mismatch", "two_values"],
    ),
    "meeting dates 2027.html": ("report", {"planned_meetings": 4}, []),
    "Attendance 2025-26.xlsx": ("attendance_grid", {"attendance": 40}, []),
    "ACTION LOG (live).xlsx": ("action_log", {"actions": 4}, ["actions_without_date", "actions_without_owner"]),
    "membership list.csv": ("membership_list", {"attendance": 6}, []),
    "FW Notes of todays call.eml": ("minutes", {"meeting": 1, "attendance": 6, "actions": 1, "next_meeting": 1}, []),
    "Priorities and outcomes 2026-28.docx": (
        "plan", {"policy_dates": 1, "priorities": 3, "indicators": 3, "actions": 2}, [],
    ),
    "LCSPR-2026-02 Moving between boroughs.pdf": (
        "review", {"document_date": 1, "findings": 3, "recommendations": 3}, [],
    ),
    "Independent scrutiny 36 recommendations.pdf": (
        "scrutiny_report", {"document_date": 1, "recommendations": 36}, ["recommendations_without_date"],
    ),
}  # fmt: skip
"""Kind, finds of each kind (bodies named in passing left out) and faults of every paper that can be read as text."""

HELD, SCANNED, TORN = "list for audit.csv", "scan0042.pdf", "agenda (1).pdf"


@cache
def papers() -> dict[str, bytes]:
    return {paper.name: paper.data for paper in all_papers(CAST)}


@cache
def opened(name: str) -> Document:
    return open_document(papers()[name], name)


@cache
def reading_of(name: str) -> Reading:
    return read(opened(name))


def found(name: str, kind: str, *fields: str) -> list[tuple]:
    return [tuple(c.fields.get(f) for f in fields) for c in reading_of(name).candidates if c.kind == kind]


def test_every_sample_paper_is_looked_at():
    assert set(papers()) == {*EXPECTED, HELD, SCANNED, TORN}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_paper_is_known_for_what_it_is_and_read_without_false_alarms(name):
    kind, counts, faults = EXPECTED[name]
    reading = reading_of(name)
    assert reading.kind == kind
    assert {k: n for k, n in Counter(c.kind for c in reading.candidates).items() if k != "organisations"} == counts
    assert sorted(fault.code for fault in reading.faults) == faults


def test_a_childs_data_is_held_a_scan_says_so_and_a_torn_file_is_refused():
    assert reading_of(HELD).hold.code == "child-level-return"
    assert "no_text" in {fault.code for fault in reading_of(SCANNED).faults} or opened(SCANNED).pages[0].by_ocr
    with pytest.raises(Unreadable):
        open_document(papers()[TORN], TORN)


LISTS = {
    "MHSCP Strategic Group minutes 14 May 2026.pdf": GROUP,
    "Minutes 10-09-2026 FINAL v2.pdf": GROUP,
    "MHSCP subgroup minutes June 2026.docx": SUBGROUP,
    "minutes pasted from email.txt": SUBGROUP,
    "membership list.csv": SUBGROUP,
}


@pytest.mark.parametrize("name", LISTS)
def test_people_keep_their_own_post_and_agency(name):
    """Also where two lists stand side by side, lines wrap, and the agency is one that no list of words knows."""
    told = {
        person: (post, organisation)
        for person, post, organisation in found(name, "attendance", "person", "post", "organisation")
    }
    assert {m.name: told.get(m.name) for m in LISTS[name]} == {
        m.name: (m.post, m.organisation or None) for m in LISTS[name]
    }


def test_standing_is_read_from_labels_columns_and_deputies():
    standing = dict(found("Minutes 10-09-2026 FINAL v2.pdf", "attendance", "person", "status"))
    assert standing["Rowena Attah"] == "deputy"
    assert (
        dict(found("MHSCP subgroup minutes June 2026.docx", "attendance", "person", "status"))["Olu Brightman"]
        == "apologies"
    )
    assert (
        dict(found("published-minutes-2026-02-12.html", "attendance", "person", "status"))["Siân Lloyd"] == "apologies"
    )
    assert {status for (status,) in found("membership list.csv", "attendance", "status")} == {"member"}


def test_meetings_have_their_day_body_hour_and_place():
    assert found("Minutes 10-09-2026 FINAL v2.pdf", "meeting", "date", "body", "venue", "time") == [
        ("2026-09-10", "Strategic Leadership Group", "York House, Twickenham", "10.00am to 12.30pm")
    ]
    assert found("FW Notes of todays call.eml", "meeting", "date", "body", "time") == [
        ("2026-10-21", "Learning and Improvement Subgroup", "3pm")
    ]


def test_decisions_are_told_without_the_heading_above_them():
    [first, *_] = found("MHSCP Strategic Group minutes 14 May 2026.pdf", "decisions", "text")
    assert first == ("The minutes of the meeting of 12 February 2026 were agreed as a correct record.",)


def test_recommendations_say_who_leads_and_by_when():
    assert found("Independent scrutiny report spring 2026.pdf", "recommendations", "number", "addressee", "urgency")[:3] == [
        ("1", "Partnership team", "within three months"),
        ("2", "Strategic Group", None),
        ("3", "Integrated Care Board", "by September 2026"),
    ]  # fmt: skip


def test_priorities_are_read_with_their_outcomes_and_findings_with_their_numbers():
    priorities = found("Priorities and outcomes 2026-28.docx", "priorities", "number", "title", "outcome")
    assert priorities[2] == (
        "3",
        "Babies and their parents have one plan",
        "Parents under pressure are helped before the birth, and babies are safe in the first year.",
    )
    assert [number for (number,) in found("LCSPR-2026-02 Moving between boroughs.pdf", "findings", "number")] == [
        "1",
        "2",
        "3",
    ]


def test_all_thirty_six_recommendations_of_the_scrutiny_are_read_in_their_words_with_their_addressees():
    read_ = found("Independent scrutiny 36 recommendations.pdf", "recommendations", "number", "addressee", "text")
    assert read_ == [(row["number"], row["addressee"], row["text"]) for row in table("scrutiny_36")]
