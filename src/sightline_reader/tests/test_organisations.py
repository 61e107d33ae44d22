from sightline_reader.kinds.organisations import find
from sightline_reader.tests.papers import view_of


def read(text):
    return [(c.fields["name"], c.fields["abbreviation"]) for c in find(view_of(text))]


def test_an_abbreviation_tells_where_its_name_begins():
    assert read("Later the Fenwick and Ridley Safeguarding Children Partnership (FRSCP) met.") == [
        ("Fenwick and Ridley Safeguarding Children Partnership", "FRSCP")
    ]
    assert read("a letter to the Department for Transport (DfT)") == [("Department for Transport", "DfT")]


def test_short_forms_of_other_things_are_no_organisations():
    assert read("a Child Protection Plan (CPP) and an Initial Health Assessment (IHA)") == []


def test_posts_before_a_name_are_left_off():
    assert [name for name, _ in read("the Chief Executive of Ridley Council and the Fenwick Health Trust")] == [
        "Ridley Council",
        "Fenwick Health Trust",
    ]


def test_names_do_not_run_over_headings():
    assert [name for name, _ in read("HEALTH\n\nThe Ridley Youth Forum met.")] == ["Ridley Youth Forum"]


def test_each_is_told_once_and_general_words_are_not_names():
    assert [name for name, _ in read("Ofsted came. The Board met. Ofsted left. The Local Authority spoke.")] == [
        "Ofsted"
    ]


def test_hospitals_and_health_boards_are_named_to_their_end():
    assert read("staff of Dale Hospital NHS Foundation Trust came") == [("Dale Hospital NHS Foundation Trust", None)]
    assert read("a letter of NHS North East Dale Integrated Care Board") == [
        ("NHS North East Dale Integrated Care Board", None)
    ]
