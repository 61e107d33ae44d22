from sightline_reader.kinds.initiatives import find
from sightline_reader.tests.papers import view_of

ABOUT = "this work brings schools and police together so that children are met by one team on their way home each day."
TITLES = ("Safe Walks Scheme (SWS)", "Night Bus Programme", "Young Voices Project", "Street Mentors Pilot")


def test_titles_with_a_colon_and_what_they_are_about():
    text = "Report to the Fenwick Executive\n\n" + "\n".join(
        f"{title}: led by Ridley Police, {ABOUT}" for title in TITLES
    )
    found = [c.fields for c in find(view_of(text))]
    assert [f["title"] for f in found] == ["Safe Walks Scheme", *TITLES[1:]]
    assert (found[0]["abbreviation"], found[0]["lead"]) == ("SWS", "Ridley Police")


def test_labels_of_a_paper_are_no_initiatives():
    text = "Report to the Fenwick Executive\n\n" + "\n".join(f"Key Recommendation: {ABOUT}" for _ in range(5))
    assert find(view_of(text)) == []


def test_one_such_paragraph_is_chance():
    assert find(view_of(f"Report to the Fenwick Executive\n\nSafe Walks Scheme: {ABOUT}\n")) == []
