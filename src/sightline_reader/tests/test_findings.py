from sightline_reader.kinds.findings import find
from sightline_reader.tests.papers import view_of


def read(text):
    return [c.fields for c in find(view_of(text))]


def test_numbered_findings_belong_to_the_review_above_them():
    text = (
        "SERIOUS CASE REVIEW – CHILD K\n\nFinding 1: Letters were sent to an old address.\n\n"
        "LOCAL CHILD SAFEGUARDING PRACTICE REVIEW – BABY L\n\nFinding 1: Nobody asked the father.\n"
    )
    assert [(f["case"], f["number"], f["text"]) for f in read(text)] == [
        ("Child K", "1", "Letters were sent to an old address."),
        ("Baby L", "1", "Nobody asked the father."),
    ]


def test_bullets_under_key_points_are_findings_until_the_next_heading():
    text = (
        "Key points\n\n- Minutes seldom say who came.\n- Plans have no dates at all.\n\n"
        "Next steps\n\n- We will write to every board soon.\n"
    )
    assert [f["text"] for f in read(text)] == ["Minutes seldom say who came.", "Plans have no dates at all."]


def test_inspections_give_the_sentences_that_judge():
    text = (
        "Inspection of Fenwick\n\nThe Fenwick Safeguarding Children Board is good\n\n"
        "12. The Board met in spring. Attendance at the Board has been inconsistent. Inspectors visited four schools.\n"
    )
    assert [f["text"] for f in read(text)] == [
        "The Fenwick Safeguarding Children Board is good",
        "Attendance at the Board has been inconsistent.",
    ]


def test_recommendations_of_an_inspection_are_no_findings():
    text = "Inspection of Fenwick\n\nRecommendations\n\n4. Ensure that attendance is good at every board.\n"
    assert read(text) == []


def test_strengths_are_marked_as_such():
    text = "Strengths\n\n◼ Most families are helped early and well.\n"
    assert [f["sort"] for f in read(text)] == ["strength"]


def test_a_list_that_is_announced_as_something_else_holds_no_findings():
    text = (
        "Key points\n\n- Minutes seldom say who came.\n\nThe harbour has a protocol of its own. It is new. It aims to:\n\n"
        "- Keep every child away from the edge\n\nThe panel read the books. It noted these points:\n\n- Books have no dates at all.\n"
    )
    assert [f["text"] for f in read(text)] == ["Minutes seldom say who came."]


def test_what_a_scrutiny_was_not_asked_to_do_is_no_finding():
    text = "Inspection of Fenwick\n\n4. The terms of reference of this scrutiny left out the work of the panel.\n"
    assert read(text) == []
