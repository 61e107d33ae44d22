from sightline_reader.kinds.listed_documents import find
from sightline_reader.tests.papers import view_of

AREAS = ("Ashby", "Moor and Dale", "Brook")


def test_documents_are_listed_under_their_area():
    lists = "\n\n".join(f"{area}\n\nBoard minutes (May 2021)\n\nYouth Plan 2019-20 (no date)" for area in AREAS)
    found = [c.fields for c in find(view_of(f"Available evidence reviewed by borough\n\n{lists}\n"))]
    assert [f["area"] for f in found] == [area for area in AREAS for _ in range(2)]
    assert [(f["title"], f["date"]) for f in found[:2]] == [
        ("Board minutes (May 2021)", "May 2021"),
        ("Youth Plan 2019-20 (no date)", "no date"),
    ]


def test_a_list_without_areas_is_left_alone():
    text = "Documents reviewed\n\nBoard minutes (May 2021)\n\nYouth Plan\n\nNeglect Strategy\n\nAudit report\n"
    assert find(view_of(text)) == []
