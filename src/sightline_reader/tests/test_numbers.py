import pytest

from sightline_reader.numbers import figures, financial_year, periods


def read(text):
    return [(f.value, f.unit) for f in figures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a budget of £1.2m and a grant of £4k", [(1200000, "£"), (4000, "£")]),
        ("around £3million was held", [(3000000, "£")]),
        ("17 % of pupils and 4.5 per cent of staff", [(17, "%"), (4.5, "%")]),
        ("a rate of 48.1 per 10,000 children", [(48.1, "per 10,000 children")]),
        ("12,080 hours given by volunteers", [(12080, "hours")]),
        ("twenty-three referrals", [(23, "count")]),
        ("1980 families wrote in", [(1980, "count")]),
    ],
)
def test_amounts_carry_their_unit_and_scale(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "held on 4 June 2019 and 11/07/2020",
        "under section 47 and paragraphs 12 to 14",
        "aged 16 to 17, or under 5s",
        "from 9.30am to 4pm, telephone 020 7946 0321",
        "within 15 working days of the second meeting in 2018",
        "Level 3 training and Covid-19",
        "in 2021/22 and Q3, Quarter 4",
        "see https://example.org/12/34 or write to room 5, QX1 2AB",
        "1:1 meetings round the clock, 24/7",
    ],
)
def test_dates_references_ages_and_addresses_are_not_amounts(text):
    assert read(text) == []


def test_a_list_number_is_no_amount_but_the_number_after_it_is():
    assert read("3. Visits were made to 40 homes") == [(40, "count")]


def test_places_lead_back_to_the_printed_figure():
    text = "In March, £5,250 came in."
    (figure,) = figures(text)
    assert text[figure.start : figure.end] == "£5,250"


def test_a_rough_figure_is_marked():
    assert [f.about for f in figures("nearly 400 calls, then 12 letters")] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 30 June 2015, 40 children", ["At 30 June 2015"]),
        ("in Q3 2022/23 and Quarter 4", ["Q3 2022/23", "Quarter 4"]),
        ("during 2021-22", ["2021-22"]),
        ("in the last 12 months", ["the last 12 months"]),
        ("since the last inspection", ["since the last inspection"]),
    ],
)
def test_periods_are_found_as_printed(text, expected):
    assert [p.text for p in periods(text)] == expected


def test_only_neighbouring_years_make_a_financial_year():
    assert financial_year("Plan 2015 – 2018, report 2016 – 17") == "2016/17"
    assert financial_year("Plan 2015-2018") is None


@pytest.mark.parametrize(
    "text",
    [
        "as a witness told the hearing (112/9-15; 116-12-118/3)",
        "see FEN000003_007-008 for the letter",
        "the 0-25 service was opened",
        "Board notes 4 | Page FENWICK BOARD",
        "the Progress 8 score rose",
        "notes FB07/3/31",
    ],
)
def test_citations_marks_of_pages_and_names_with_numbers_are_no_figures(text):
    assert figures(text) == []
