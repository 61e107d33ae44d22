import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.commands import add_version, index_entry, unindex
from sightline.foundation.library.domain import File, PageText, Piece, Visibility
from sightline.foundation.library.queries import search
from sightline.foundation.library.queries.searching import pieces
from sightline.foundation.library.store import keep

from .shelves import NOW, changed, document, manager, partnership, viewer

pytestmark = pytest.mark.django_db

AWKWARD = ["", "   ", '"', "'); DROP", "a OR", "NOT", "*", "title:x", '"un closed', "NEAR(a b)", "é\x00"]


def kinds_found(viewer, words):
    return sorted(hit.kind for hit in search(viewer, words).hits)


def test_words_are_found_in_their_context_with_the_matches_marked():
    here = partnership()
    document(here, "The board agreed a neglect strategy for the coming year.")
    [hit] = search(manager(here), "strategies neglect").hits
    assert hit.kind == "library.page"
    assert [p.text for p in hit.context if p.is_marked] == ["neglect", "strategy"]
    assert "board agreed a neglect strategy" in "".join(p.text for p in hit.context)


def test_every_word_must_be_there():
    here = partnership()
    document(here, "Neglect was discussed.")
    assert search(manager(here), "neglect housing").total == 0


def test_a_quoted_phrase_must_stand_together():
    here = partnership()
    document(here, "The executive board met. The group of the board did not.", title="Paper")
    reader = manager(here)
    assert search(reader, '"executive board"').total == 1
    assert search(reader, '"board executive"').total == 0


def test_titles_count_for_more_than_text():
    here = partnership()
    index_entry(kind="x.thing", id=1, partnership=here, title="Training", text="quorum quorum quorum")
    index_entry(kind="x.thing", id=2, partnership=here, title="Quorum", text="training")
    assert [hit.id for hit in search(manager(here), "quorum").hits] == [2, 1]


@pytest.mark.parametrize("words", AWKWARD)
def test_any_words_may_be_typed(words):
    here = partnership()
    document(here, "Plain text")
    assert search(manager(here), words).total == 0


def test_restricted_papers_are_not_found_by_others():
    here = partnership()
    shelved = document(here, "A delicate matter")
    changed(shelved, visibility=Visibility.RESTRICTED)
    assert search(viewer(Role.MEMBER, here), "delicate").total == 0
    assert search(manager(here), "delicate").total == 1


def test_nothing_of_another_partnership_is_found():
    document(partnership("harrowgate"), "A delicate matter", visibility=Visibility.SHARED)
    assert search(manager(partnership("eastmoor")), "delicate").total == 0


def test_an_overseer_finds_what_is_shared_with_the_region():
    region = partnership("region")
    here = partnership("harrowgate", overseen_by=region)
    document(here, "A delicate matter", title="Kept")
    document(here, "A delicate issue", title="Shared", visibility=Visibility.SHARED)
    assert {hit.title for hit in search(viewer(Role.REGIONAL_OVERSEER, region), "delicate").hits} == {"Shared"}


def test_what_belongs_to_no_partnership_is_found_by_all():
    index_entry(kind="law.edition", id=1, partnership=None, title="Guidance of 2023")
    assert kinds_found(manager(partnership()), "guidance") == ["law.edition"]


def test_a_new_name_is_found_and_the_old_one_is_not():
    here = partnership()
    shelved, reader = document(here, "text", title="Oldname"), manager(here)
    changed(shelved, title="Newname")
    assert kinds_found(reader, "oldname") == []
    assert kinds_found(reader, "newname") == ["library.document", "library.page"]


def test_only_the_newest_version_is_found():
    here = partnership()
    shelved, reader = document(here, "superannuated"), manager(here)
    sha256, size = keep([b"fresh"])
    file, pages = File("b.txt", "text/plain", size, sha256), [PageText(1, "fresh", 0, 5)]
    add_version(document=shelved, file=file, pages=pages, by=None, at=NOW)
    assert kinds_found(reader, "superannuated") == []
    assert kinds_found(reader, "fresh") == ["library.page"]


def test_what_leaves_the_index_is_not_found():
    here = partnership()
    index_entry(kind="x.thing", id=1, partnership=here, title="Passing")
    unindex(kind="x.thing", id=1)
    assert search(manager(here), "passing").total == 0


def test_kinds_are_counted_and_one_can_be_chosen():
    here = partnership()
    document(here, "neglect", "neglect again", title="Neglect")
    found = search(manager(here), "neglect", kind="library.document")
    assert found.kinds == (("library.page", 2), ("library.document", 1))
    assert [hit.kind for hit in found.hits] == ["library.document"]


def test_hits_come_page_by_page():
    here = partnership()
    for number in range(5):
        index_entry(kind="x.thing", id=number, partnership=here, title="Alike")
    reader = manager(here)
    first, second = (search(reader, "alike", offset=offset, limit=3) for offset in (0, 3))
    assert (first.total, len(first.hits), len(second.hits)) == (5, 3, 2)


def test_marks_become_pieces_and_markup_stays_text():
    assert pieces("a <b>\x02word\x03\n end") == (Piece("a <b>"), Piece("word", True), Piece(" end"))
