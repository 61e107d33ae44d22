from sightline_reader.reading import read
from sightline_reader.tests.papers import document_of


def raised(text):
    return {fault.code: fault.message for fault in read(document_of(text)).faults}


def test_a_total_that_its_lines_do_not_add_up_to():
    text = "Income 2020/21\n£\nRidley Council\t90,500\nFenwick Trust\t12,250\nOne-off grant\t5,000\nTotal income\t102,750\n"
    assert raised(text)["total_mismatch"] == (
        "“Total income” is given as £102,750, but its lines add up to £107,750. It is right without “One-off grant”."
    )


def test_totals_that_add_up_are_no_fault_nor_are_totals_of_totals():
    text = (
        "Budget 2020/21\t£\nStaff\t60,000\nHall\t4,000\nTotal running\t64,000\nBooks\t500\nVans\t700\nTotal things\t1,200\n"
        "Total\t65,200\n"
    )
    assert "total_mismatch" not in raised(text)


def test_a_column_of_counts_is_added_up_too():
    text = "Agency\tCalls 2019\nPolice\t40\nHealth\t30\nSchools\t20\nTotal\t95\n"
    assert raised(text)["total_mismatch"] == "“Total (Calls 2019)” is given as 95, but its lines add up to 90."


def test_two_values_for_one_figure():
    text = (
        "Data report 2021\n\nIn 2020/21, 214 young carers were known to the service.\n\nOther news of the year.\n\n"
        "In 2020/21, 241 young carers were known to the service.\n"
    )
    assert raised(text)["two_values"] == (
        "Two values for one figure: “young carers were known to the service” (2020/21) is 214 in one place and 241 in another."
    )


def test_figures_of_two_places_or_two_years_are_two_figures():
    text = (
        "Report 2021\n\nSafeguarding in Ashby\n\nIn 2020/21, 214 young carers were known to the service.\n\nSafeguarding in Brook\n\n"
        "In 2020/21, 241 young carers were known to the service.\n\nIn 2019/20, 200 young carers were known to the service.\n"
    )
    assert "two_values" not in raised(text)


def test_a_paper_that_bears_no_date():
    assert "undated" in raised("Fenwick Neglect Strategy\n\nWe want every home to be safe and warm.\n")
    assert "undated" not in raised("Fenwick Neglect Strategy 2019\n\nWe want every home to be safe and warm.\n")


def test_people_listed_by_name_alone():
    text = "Minutes of the Fenwick Board\n4 May 2020\n\nPresent: Ida Moss, Jo Fell, Al Birch, Cy Reed (Ridley Police)\n\n1. Welcome\n"
    assert raised(text)["attendees_without_role"] == "3 of the 4 people listed have neither a role nor an organisation."


def test_recommendations_that_name_nobody_and_no_time():
    text = (
        "Review 2020\n\nRecommendations\n\n1. Minutes could be shorter than they are.\n"
        "2. Ridley Council should publish its plan within three months.\n"
    )
    found = raised(text)
    assert found["recommendations_without_addressee"] == "1 of the 2 recommendations names nobody to act on it."
    assert found["recommendations_without_date"] == "1 of the 2 recommendations says not by when."


def test_a_fault_shows_where():
    document = document_of("Income 2020/21\n£\nRidley Council\t50\nFenwick Trust\t120\nTotal income\t175\n")
    fault = next(f for f in read(document).faults if f.code == "total_mismatch")
    assert document.text[fault.start : fault.end] == "Total income\t175"


def test_a_heading_that_names_no_place_does_not_part_two_tellings_of_a_figure():
    text = (
        "Fenwick Partnership annual report 2020-21\n\nTraining\n\nIn 2020-21, 412 practitioners attended shared training.\n\n"
        "Summary\n\nIn 2020-21, 421 practitioners attended shared training.\n"
    )
    assert "412" in raised(text)["two_values"]
