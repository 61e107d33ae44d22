"""Pages of the library: what they show, and how files leave."""

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.commands import note_faults
from sightline.foundation.library.domain import Visibility
from sightline.foundation.library.models import Document
from sightline.foundation.library.presenters import Mark, lines_of, stretches
from sightline.foundation.library.queries import newest_version

from .shelves import changed, document

pytestmark = pytest.mark.django_db


def address(name, world, *parts):
    return reverse(f"library:{name}", args=[world.own.slug, *parts])


@pytest.fixture
def client(sign_in):
    return sign_in(Role.BUSINESS_MANAGER)


def test_documents_are_listed_with_what_is_known_of_them(client, world):
    document(world.own, "text", title="Spring minutes")
    changed(document(world.own, "old", title="Old terms", kind="terms_of_reference"), retired=True)
    page = client.get(address("documents", world)).content.decode()
    assert "Spring minutes" in page
    assert "Terms of reference" in page
    assert "Not dated" in page
    assert "Retired" in page


def test_the_list_can_be_taken_away(client, world):
    document(world.own, "text", title="Spring minutes")
    answer = client.get(address("documents", world) + "?export=csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert "Spring minutes" in answer.content.decode()


def test_a_member_does_not_see_a_restricted_document_at_any_address(sign_in, world):
    shelved = document(world.own, "text", title="Delicate", visibility=Visibility.RESTRICTED)
    member = sign_in(Role.MEMBER)
    assert "Delicate" not in member.get(address("documents", world)).content.decode()
    for name, parts in (("document", ()), ("page", (1, 1)), ("picture", (1, 1)), ("original", (1,))):
        assert member.get(address(name, world, shelved.pk, *parts)).status_code == 404


def test_the_regions_overseer_reads_what_is_shared_and_nothing_else(sign_in, world):
    overseer = sign_in(Role.REGIONAL_OVERSEER)
    kept = document(world.own, "Kept words", title="Kept")
    shared = document(world.own, "Shared words", title="Shared", visibility=Visibility.SHARED)
    assert "Shared words" in overseer.get(address("page", world, shared.pk, 1, 1)).content.decode()
    assert overseer.get(address("document", world, shared.pk)).status_code == 200
    assert overseer.get(address("page", world, kept.pk, 1, 1)).status_code == 404
    assert overseer.get(address("documents", world)).status_code == 404
    assert overseer.get(address("change", world, shared.pk)).status_code == 404


def test_words_asked_for_are_lit_and_markup_in_a_paper_stays_text(client, world):
    shelved = document(world.own, "Before <b>the words</b> after")
    page = client.get(address("page", world, shelved.pk, 1, 1) + "?at=10-19").content.decode()
    assert '<mark data-marks="at" id="lit">the words</mark>' in page
    assert "&lt;b&gt;" in page


@pytest.mark.parametrize("at", ["", "9", "9-3", "a-b", "-1-4", "1-99999999999999999999", "1-4-6"])
def test_any_words_may_be_asked_for(client, world, at):
    shelved = document(world.own, "Some words")
    assert client.get(address("page", world, shelved.pk, 1, 1) + f"?at={at}").status_code == 200


def test_a_web_page_leaves_as_a_file_and_is_never_shown_as_one(client, world):
    shelved = document(world.own, "<script>alert(1)</script>", title="page")
    answer = client.get(address("original", world, shelved.pk, 1))
    assert b"".join(answer.streaming_content) == b"<script>alert(1)</script>"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/octet-stream", "nosniff")


def test_a_page_that_is_not_there_does_not_exist(client, world):
    shelved = document(world.own, "one page")
    assert client.get(address("page", world, shelved.pk, 1, 2)).status_code == 404
    assert client.get(address("page", world, shelved.pk, 2, 1)).status_code == 404


def test_a_document_says_what_is_wrong_in_it_and_where(client, world):
    shelved = document(world.own, "Two values: 4 and 5")
    note_faults(
        version=newest_version(shelved), faults=[{"message": "Two values", "start": 12, "end": 13, "page": 1}], by=None
    )
    page = client.get(address("document", world, shelved.pk)).content.decode()
    assert f"{address('page', world, shelved.pk, 1, 1)}?at=12-13#lit" in page


def test_everything_about_a_document_is_changed_in_one_form(client, world):
    shelved, newer = document(world.own, "old", title="Old"), document(world.own, "new", title="New")
    given = {
        "title": "Old terms",
        "kind": "Terms of reference",
        "owner": "Board manager",
        "area": "",
        "visibility": "shared",
    }
    given |= {"dated_on_day": "3", "dated_on_month": "May", "dated_on_year": "2024", "superseded_by": str(newer.pk)}
    answer = client.post(address("change", world, shelved.pk), {**given, "retired": "on"})
    assert answer.status_code == 302
    changed = Document.objects.get(pk=shelved.pk)
    assert (changed.title, changed.kind, changed.visibility) == ("Old terms", "terms_of_reference", "shared")
    assert (changed.dated_on.isoformat(), changed.superseded_by, changed.retired_on is not None) == (
        "2024-05-03",
        newer,
        True,
    )


def test_a_title_is_asked_for(client, world):
    shelved = document(world.own, "old")
    assert "Enter a title" in client.post(address("change", world, shelved.pk), {"title": ""}).content.decode()


def test_those_who_only_read_are_not_offered_a_change(sign_in, world):
    shelved = document(world.own, "text")
    page = sign_in(Role.SCRUTINEER).get(address("document", world, shelved.pk)).content.decode()
    assert address("change", world, shelved.pk) not in page


def test_the_list_takes_the_same_number_of_queries_however_long_it_is(client, world, django_assert_max_num_queries):
    for number in range(12):
        document(world.own, f"text {number}", title=f"Paper {number}")
    with django_assert_max_num_queries(12):
        client.get(address("documents", world))


def test_a_restricted_document_leaves_search_for_others_at_once(sign_in, world):
    shelved = document(world.own, "An unusual word: xylophone")
    changed(shelved, visibility=Visibility.RESTRICTED)
    found = sign_in(Role.MEMBER).get(reverse("workspace:search") + "?q=xylophone").content.decode()
    assert "An unusual" not in found


def test_marks_may_overlap():
    cut = list(stretches("abcdef", 10, [Mark(10, 14, "1"), Mark(12, 16, "2")]))
    assert [(s.text, s.keys) for s in cut] == [("ab", "1"), ("cd", "1 2"), ("ef", "2")]


def test_boxes_of_words_become_one_for_each_line():
    boxes = [(10, 10, 20, 18), (22, 10, 40, 18), (10, 20, 30, 28)]
    assert lines_of(boxes) == [(10, 10, 40, 18), (10, 20, 30, 28)]


def test_guidance_is_found_by_its_first_letter_when_it_is_current(client, world):
    document(world.own, "a", title="The threshold document", kind="policy")
    document(world.own, "b", title="Bruising protocol", kind="policy")
    document(world.own, "c", title="Spring minutes", kind="minutes")
    changed(document(world.own, "d", title="Zero plan", kind="plan"), retired=True)
    page = client.get(address("a_to_z", world)).content.decode()
    assert page.index("Bruising protocol") < page.index("The threshold document")
    assert ">T</h2>" in page and ">B</h2>" in page
    assert "Spring minutes" not in page and "Zero plan" not in page


def test_no_guidance_says_so(client, world):
    assert "No guidance yet" in client.get(address("a_to_z", world)).content.decode()
