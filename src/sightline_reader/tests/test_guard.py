import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline_reader.guard import UPN_LETTERS, hold_for, is_nhs_number, is_upn
from sightline_reader.model import Hold
from sightline_reader.opening import open_document
from sightline_reader.reading import read
from sightline_reader.tests.made_files import flowing_pdf, paragraph, workbook

SHARED = Path(__file__).parents[4] / "shared"


def held(text: str, name: str = "minutes.txt") -> Hold | None:
    return hold_for(open_document(text.encode(), name))


def nhs_number(nine: str) -> str | None:
    return next((nine + digit for digit in string.digits if is_nhs_number(nine + digit)), None)


@pytest.mark.parametrize("number", ["9434765919", "4010232137"])
def test_published_examples_of_nhs_numbers_are_right(number):
    assert is_nhs_number(number)


@given(st.text("0123456789", min_size=9, max_size=9), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_of_an_nhs_number_is_always_seen(nine, place, more):
    number = nhs_number(nine)
    if number:
        wrong = str((int(number[place]) + more) % 10)
        assert not is_nhs_number(number[:place] + wrong + number[place + 1 :])


def test_the_published_example_of_a_upn_is_right():
    assert [letter for letter in UPN_LETTERS if is_upn(letter, "801200005001")] == ["B"]


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_of_a_upn_is_always_seen(rest, place, more):
    (letter,) = (letter for letter in UPN_LETTERS if is_upn(letter, rest))
    wrong = str((int(rest[place]) + more) % 10)
    assert not is_upn(letter, rest[:place] + wrong + rest[place + 1 :])


def test_a_temporary_upn_counts_its_last_letter():
    letters = [letter for letter in UPN_LETTERS if is_upn(letter, "80120000500A")]
    assert len(letters) == 1
    assert held(f"The pupil {letters[0]}80120000500A moved").code == "upns"


@pytest.mark.parametrize("number", ["943 476 5919", "943-476-5919", "9434765919"])
def test_an_nhs_number_by_its_name_is_held_back_and_never_repeated(number):
    hold = held(f"Agenda\n\nThe case was discussed (NHS number: {number}).\n")
    assert hold.code == "nhs-numbers" and hold.places == ("line 3",)
    assert "1 NHS number, first at line 3" in hold.message
    assert not any(part in str(hold) for part in ("943", "4765919"))


def test_one_number_that_fits_by_chance_is_not_held_back():
    assert held("Order reference 9434765919 was noted. Call 943 476 5919 for copies.") is None


def test_telephone_numbers_are_not_nhs_numbers():
    assert held("NHS contacts: 020 7946 0958, 0161 496 0000, +44 7700 900123, 07700 900 456, 01632 960 001") is None


def test_several_numbers_that_fit_are_held_back_without_a_name():
    numbers = [nhs_number(f"48{n:07d}") for n in range(100, 900, 90)]
    spaced = [f"{n[:3]} {n[3:6]} {n[6:]}" for n in numbers if n]
    assert held("\n".join(spaced)).code == "nhs-numbers"
    assert held("\n".join(filter(None, numbers))).code == "nhs-numbers"


def test_a_list_of_order_numbers_in_which_a_few_fit_is_not_held_back():
    assert held("\n".join(str(4_000_000_000 + 7_919 * n) for n in range(300))) is None


@pytest.mark.parametrize(
    "text",
    [
        "Child B (DOB 3/4/2015) is known to services",
        "date of birth: 3rd April 2015",
        "The baby was born on 3 April 2015.",
    ],
)
def test_a_date_of_birth_is_held_back(text):
    assert held(text).code == "births"


@pytest.mark.parametrize(
    "text",
    [
        "DOB: ________  Date of birth: (day/month/year)",
        "The founder was born on 3 April 1915 and the charity in 1950.",
        "The date of birth must be recorded. The Board met on 3 April 2015 about children.",
        "Children born in 2015 numbered 3,420.",
    ],
)
def test_the_birth_of_no_child_is_not_held_back(text):
    assert held(text) is None


def test_child_level_returns_are_known_by_their_columns():
    assert held("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n101,1,,WBRI,,0,\n", "header.csv").code == "child-level-return"
    assert held("Child Unique ID,Gender,Date of Contact\n7,F,3/4/2024\n", "list1.csv").code == "child-level-return"
    hold = hold_for(
        open_document(
            workbook({"About": [["x"]], "Cases": [[], [], ["LAchildID", "PersonBirthDate"], [1, ""]]}), "a.xlsx"
        )
    )
    assert hold.code == "child-level-return" and hold.places == ("sheet “Cases”, row 3",)
    assert held("Extract\n\nCHILD|SEX|DOB|UPN\n7|1||\n", "extract.txt").places == ("line 3",)
    assert held("<Child><LAchildID>7</LAchildID></Child>", "cin.txt").code == "child-level-return"


@pytest.mark.parametrize(
    "table",
    [
        "Agency,Post,Forename,Surname\nPolice,Chair,Ann,Bold\n",
        "Child,Gender,Total\nUnder 5,Girls,20\n",
        "CHILD,SEX,DOB,ETHNIC,UPN\n",
        "Measure,Referral date,Total\nContacts,,3420\n",
    ],
)
def test_tables_of_totals_and_of_members_are_not_held_back(table):
    assert held(table, "table.csv") is None


def test_a_sentence_with_commas_is_no_return():
    assert held("The child, the UPN, the date of birth, gender and school are recorded.\nThe UPN, too, is new.") is None


def test_a_column_of_births_is_held_back_whatever_else_is_in_the_table():
    hold = held("Initials,Date of birth\nAB,3/4/2015\n", "list.csv")
    assert (hold.code, hold.places) == ("births", ("row 2",))


def test_the_page_of_a_pdf_is_named():
    from reportlab.platypus import PageBreak

    hold = hold_for(
        open_document(flowing_pdf(paragraph("Agenda"), PageBreak(), paragraph("Child C, DOB 3/4/2015")), "a.pdf")
    )
    assert hold.places == ("page 2",)


@pytest.mark.corpus
@pytest.mark.parametrize("folder", ["corpus/verbatim", "corpus/restaged", "seeds"])
def test_no_real_governance_paper_is_held_back(folder):
    papers = sorted((SHARED / folder).glob("*.txt"))
    if not papers:
        pytest.skip("the development corpus is not beside this checkout")
    assert [paper.name for paper in papers if hold_for(open_document(paper.read_bytes(), paper.name))] == []


def test_nothing_of_a_file_held_back_is_in_its_reading():
    reading = read(open_document(b"Minutes of the Northfold Board held on 4 May 2026\nChild D, DOB 3/4/2015", "m.txt"))
    assert reading.hold.code == "births"
    assert (reading.document, reading.candidates, reading.faults) == (None, (), ())
