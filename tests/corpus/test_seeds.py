"""The four public documents beside the checkout: what they are known to hold is read from them.

They are third-party works that name real people: only counts, numbers and names of agencies stand here. Where the
documents are absent these tests say so and are skipped.
"""

import time
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sightline_reader.model import Reading
from sightline_reader.opening import open_document
from sightline_reader.reading import read

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
SLOWEST = 3.0
"""Processor seconds for the longest of the four, some 300 kB of text."""

pytestmark = pytest.mark.corpus


@cache
def reading(number: str) -> Reading:
    path = next(SEEDS.glob(f"{number}_*.txt"), None) if SEEDS.is_dir() else None
    if path is None:
        pytest.skip(f"the seed documents are not beside this checkout ({SEEDS})")
    return read(open_document(path.read_bytes(), path.name))


def fields(number: str, kind: str) -> list[dict[str, Any]]:
    return [c.fields for c in reading(number).candidates if c.kind == kind]


# ---- the London review


def test_the_review_of_london_has_twelve_recommendations():
    assert [f["number"] for f in fields("000", "recommendations")] == [str(n) for n in range(1, 13)]


def test_the_table_of_priorities_by_borough_is_read_across_its_broken_cells():
    held = Counter(f["scope"] for f in fields("000", "priorities"))
    assert held == {
        "Brent": 5,
        "Croydon": 6,
        "Greenwich": 4,
        "Islington": 8,
        "Kingston and Richmond": 6,
        "Lambeth": 4,
        "Newham": 6,
        "Redbridge": 7,
    }


def test_the_documents_reviewed_are_listed_by_borough():
    listed = fields("000", "listed_documents")
    areas = list(dict.fromkeys(f["area"] for f in listed))
    assert areas == [
        "Barking and Dagenham",
        "Brent",
        "Croydon",
        "Greenwich",
        "Islington",
        "Kingston and Richmond",
        "Lambeth",
        "Newham",
        "Redbridge",
    ]
    assert len(listed) >= 95


def test_the_reviews_of_london_have_their_year_and_type():
    named = {f["name"]: (f["type"], f["date"]) for f in fields("000", "review_cases")}
    assert named["Child A"] == ("serious case review", "2021")
    assert named["Child C"] == ("serious case review", "2020")
    assert sum(kind == "local child safeguarding practice review" for kind, _ in named.values()) == 1


def test_law_and_guidance_are_read_with_their_years():
    named = {(f["title"], f["year"]) for f in fields("000", "legislation")}
    assert {
        ("Children and Social Work Act", "2017"),
        ("Working Together to Safeguard Children", "2018"),
        ("Keeping Children Safe in Education", "2021"),
    } <= named
    assert [f["date"] for f in fields("000", "document_date")] == ["2021-11"]


# ---- the scrutiny report


def test_all_thirty_six_recommendations_have_their_number_and_the_paragraph_they_follow():
    found = fields("001", "recommendations")
    assert [f["number"] for f in found] == [str(n) for n in range(1, 37)]
    follows = {f["number"]: f["paragraph"] for f in found}
    assert [follows[n] for n in ("1", "2", "3", "9", "14", "20", "22", "28", "29", "30", "34", "36")] == [
        *("11", "11", "15", "22", "30", "34", "37", "46", "51", "53", "64", "67")
    ]


def test_recommendations_keep_the_lists_they_open():
    texts = {f["number"]: f["text"] for f in fields("001", "recommendations")}
    assert texts["11"].count(" - ") >= 4
    assert " e. " in texts["28"]


def test_many_recommendations_say_who_is_to_act():
    named = {f["number"]: f["addressee"] for f in fields("001", "recommendations")}
    assert named["9"] == "The SLG"
    assert named["15"] == "Commissioners"
    assert sum(bool(name) for name in named.values()) >= 15


def test_the_partnership_s_priorities_and_board_are_read_from_its_sentences():
    assert len(fields("001", "priorities")) == 3
    assert ("frequency", "quarterly") in {(f["aspect"], f["value"]) for f in fields("001", "board_structure")}


# ---- the proposal for a board


def test_the_terms_of_the_proposed_board_are_read():
    held = {f["aspect"]: f["value"] for f in fields("002", "board_structure")}
    assert held["frequency"] == "four times a year"
    assert held["reports_to"].startswith("London Safeguarding Children")
    assert held["secretariat"].startswith("London Innovation and Improvement Alliance")
    assert held["review"] == "after twelve months"


def test_the_seats_of_the_proposed_board_are_read_with_their_number():
    seats = fields("002", "membership_posts")
    assert len(seats) == 6
    assert sorted(s["places"] for s in seats if s["places"]) == [2, 2]


def test_the_initiatives_of_the_proposal_are_read():
    named = [f["title"] for f in fields("002", "initiatives")]
    assert len(named) >= 9
    assert {"London Child Exploitation Protocol", "Transitional Safeguarding", "Youth Justice Board"} <= set(named)
    assert [f["date"] for f in fields("002", "document_date")] == ["2021-02-18"]


# ---- the annual report


def test_the_three_attendance_tables_are_read_agency_by_agency():
    marks = fields("004", "agency_attendance")
    assert len(marks) == (5 + 12 + 9) * 4
    assert len({f["board"] for f in marks}) == 3
    printed = {(f["board"][:4], f["organisation"]): f["percentage"] for f in marks}
    assert printed["CHSC", "City of London Police"] == 50
    assert printed["HACK", "Metropolitan Police Service"] == 0
    assert printed["CITY", "London Fire Brigade"] == 75
    assert not any(fault.code == "percentage_mismatch" for fault in reading("004").faults)


def test_income_and_expenditure_are_read_line_by_line():
    money = fields("004", "funding")
    income = {f["contributor"]: f["value"] for f in money if f["type"] == "income"}
    spent = {f["heading"]: f["value"] for f in money if f["type"] == "expenditure"}
    assert (len(income), len(spent)) == (11, 5)
    assert (income["Hackney Council"], income["London Fire Brigade"]) == (236972, 500)
    assert spent["Staffing and Travel"] == 281763
    assert {f["value"] for f in money if f["type"] in ("income total", "expenditure total")} == {347112, 344940}


def test_the_income_that_does_not_add_up_is_a_fault():
    (fault,) = [fault for fault in reading("004").faults if fault.code == "total_mismatch"]
    assert "347,112" in fault.message
    assert "387,112" in fault.message


def test_the_six_priorities_have_their_outcomes():
    found = fields("004", "priorities")
    assert [f["number"] for f in found] == list("123456")
    assert all(f["outcome"] for f in found)


def test_reviews_are_named_and_findings_belong_to_them():
    named = {f["name"] for f in fields("004", "review_cases")}
    assert {"Child B", "Child I", "Child R", "Child Q", "Child C", "Baby Z"} == named
    held = Counter(f.get("case") for f in fields("004", "findings") if f.get("case"))
    assert held == {"Child B": 5, "Child I": 3, "Child R": 6, "Child Q": 8}


def test_some_two_hundred_indicators_are_read():
    found = fields("004", "indicators")
    assert len(found) >= 200
    told = {(f["label"], f["value"]) for f in found}
    assert ("contacts to Hackney CFS", 12313) in told
    assert ("children living in poverty", 12) in told
    assert ("visitors to the CHSCP website", 23274) in told


def test_the_longest_of_them_reads_quickly():
    document = reading("004").document
    began = time.process_time()
    read(document)
    assert time.process_time() - began < SLOWEST
