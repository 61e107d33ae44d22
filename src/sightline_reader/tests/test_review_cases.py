from sightline_reader.kinds.review_cases import find
from sightline_reader.tests.papers import view_of


def read(text):
    return [(c.fields["name"], c.fields["type"], c.fields["date"]) for c in find(view_of(text))]


def test_a_web_list_takes_dates_and_types_from_the_lines_above():
    text = (
        "Thematic Reviews\n\nSafe Sleep – Full Report (2019)\n\nPublished Serious Case Reviews\n\n"
        "Date of publication: 4th May 2016\n\nChild V Overview Report\n\nLSCB media statement child V\n\n"
        "Overview Report Child W and Child X\n"
    )
    assert read(text) == [
        ("Safe Sleep", "thematic review", "2019"),
        ("Child V", "serious case review", "2016-05-04"),
        ("Child W and Child X", "serious case review", "2016-05-04"),
    ]


def test_running_text_names_a_review_once():
    text = "The Board published the SCR on Child M. Learning from the serious case review of Child M was shared."
    assert read(text) == [("Child M", "serious case review", None)]


def test_what_a_title_says_of_the_child_is_cut_off():
    assert read("Serious case review: Child N: a 3-year-old girl") == [("Child N", "serious case review", None)]


def test_a_reference_stands_in_for_a_name():
    assert read("SERIOUS CASE REVIEW – PEDRO (CHILD P) UPDATE REPORT")[0][0] == "Child P"


def test_rows_of_a_table_give_the_year():
    text = (
        "Board\tCase reference\tYear\nFenwick\tChild safeguarding practice review: Child “Robin”\t2020\n"
        "Ridley\tSerious case review: Family T\t2018\n"
    )
    assert read(text) == [
        ("Child Robin", "local child safeguarding practice review", "2020"),
        ("Family T", "serious case review", "2018"),
    ]


def test_reviews_that_are_only_counted_are_not_named():
    assert read("In that year two serious case reviews came out. Child protection plans rose.") == []


def test_lines_with_dates_are_entries_of_their_own():
    text = (
        "Serious Case Reviews\n\nChild A - published March 2016\nBaby B (January 2015)\nSCR Family C, published on 4 May 2014\n\n"
        "Thematic review of neglect (2019)\n"
    )
    assert read(text) == [
        ("Child A", "serious case review", "2016-03"),
        ("Baby B", "serious case review", "2015-01"),
        ("Family C", "serious case review", "2014-05-04"),
        ("Neglect", "thematic review", "2019"),
    ]
