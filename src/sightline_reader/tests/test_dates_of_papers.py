from sightline_reader.kinds import document_date, policy_dates
from sightline_reader.tests.papers import view_of


def dates(text):
    return [c.fields["date"] for c in document_date.find(view_of(text))]


def policy(text):
    return [(c.fields["what"], c.fields["date"]) for c in policy_dates.find(view_of(text))]


def test_a_letter_bears_the_date_at_its_head():
    text = "12 May 2022\n\nDear Fenwick Partnership\n\nThe visit took place on 3 March 2022.\n"
    assert dates(text) == ["2022-05-12"]


def test_a_title_page_bears_month_and_year():
    assert dates("Scrutiny Report\n\nFenwick\n\nNovember 2021\n\nThe work began in May 2021 and went on.\n") == [
        "2021-11"
    ]


def test_a_log_says_as_at_what_day_it_holds():
    assert dates("Fenwick Board Action Log as at 4 June 2020\n\nAction | Owner | Status |\n") == ["2020-06-04"]


def test_minutes_bear_no_date_of_their_own():
    assert dates("Minutes of the Fenwick Board\n4 June 2020\nPresent: Ida Moss\n") == []


def test_a_paper_without_a_date_has_none():
    assert dates("Fenwick Neglect Strategy\n\nWe want homes to be safe. The last review was in May 2019.\n") == []


def test_the_life_of_terms_of_reference():
    text = "Terms of Reference (as at 2 May 2019)\n\nFenwick Group\n\nAgreed January 2018 Review January 2020\n"
    assert policy(text) == [("as at", "2019-05-02"), ("agreed", "2018-01"), ("review", "2020-01")]


def test_approval_names_who_and_when():
    text = "Terms of Reference of the Fenwick Committee\n\nApproved by the Ridley Trustees on 4th May 2021.\n"
    assert policy(text) == [("approved", "2021-05-04")]


def test_dates_of_meetings_are_no_dates_of_a_policy():
    assert policy("Terms of Reference\n\nThe Group met on 3 May 2020 and reviewed cases of 2019.\n") == []


def test_a_word_in_one_cell_says_nothing_of_a_date_in_another():
    row = "| 1 | Publish the revised document | Chief Nurse | September 2022 | Amber |\n"
    assert (
        policy(
            "# Fenwick Board: business plan 2022\n\n| No. | Action | Lead | By when | Status |\n|---|---|---|---|---|\n"
            + row
        )
        == []
    )


def test_a_date_in_a_row_is_that_of_the_row():
    rows = "Ref\tAction\tOwner\tDue\n1\tSend the plan on\tIda Moss\t27/02/2022\n2\tAsk the trust again\tJo Fell\t17/07/2022\n"
    assert dates("Fenwick Board Action Log\n\n" + rows + "3\tClose\t\t\n") == []
