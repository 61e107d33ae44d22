import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.commands import (
    add_version,
    cite,
    supersede_document,
    uncite,
)
from sightline.foundation.library.domain import File, PageText, Visibility
from sightline.foundation.library.models import Document
from sightline.foundation.library.queries import (
    citations_of_document,
    documents_visible_to,
    newest_version,
    sources_of,
)
from sightline.foundation.library.store import keep
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused

from .shelves import NOW, changed, document, manager, partnership, viewer

pytestmark = pytest.mark.django_db


def test_a_document_needs_its_file_in_the_store():
    shelved = document(partnership(), "words")
    missing = File("gone.txt", "text/plain", 4, "0" * 64)
    with pytest.raises(Refused, match="Drop it in again"):
        add_version(document=shelved, file=missing, pages=[], by=None, at=NOW)
    assert newest_version(shelved).number == 1


def test_a_restricted_document_is_known_only_to_roles_that_read_restricted_papers():
    here = partnership()
    document(here, "words", visibility=Visibility.RESTRICTED)
    assert documents_visible_to(manager(here), here).count() == 1
    assert documents_visible_to(viewer(Role.MEMBER, here), here).count() == 0


def test_a_shared_document_is_known_to_the_overseer_of_the_region():
    region = partnership("region")
    here = partnership("harrowgate", overseen_by=region)
    document(here, "kept", title="Kept")
    document(here, "shared", title="Shared", visibility=Visibility.SHARED)
    seen = documents_visible_to(viewer(Role.REGIONAL_OVERSEER, region))
    assert [d.title for d in seen] == ["Shared"]


def test_another_partnership_knows_nothing_of_a_document():
    document(partnership("harrowgate"), "words", visibility=Visibility.SHARED)
    assert documents_visible_to(manager(partnership("eastmoor"))).count() == 0


def test_two_documents_cannot_supersede_each_other():
    here = partnership()
    old, new = document(here, "old", title="Old"), document(here, "new", title="New")
    supersede_document(document=old, successor=new, by=None)
    with pytest.raises(Refused, match="supersede each other"):
        supersede_document(document=new, successor=old, by=None)
    assert Document.objects.get(title="New").superseded_by is None


def test_a_citation_holds_the_very_words_and_is_made_once():
    here = partnership()
    version = newest_version(document(here, "Ann Example came. ", "Others sent apologies."))
    for _ in range(2):
        cite(version=version, start=18, end=24, subject=Reference("meetings.attendance", 7), by=None, at=NOW)
    [source] = sources_of(manager(here), "meetings.attendance", 7)
    assert (source.words, source.page, source.title) == ("Others", 2, "Minutes of spring")
    [[passage, number]] = citations_of_document(version.document)["meetings.attendance"]
    assert (passage.words, number) == ("Others", 1)


def test_words_that_are_not_in_the_document_cannot_be_cited():
    version = newest_version(document(partnership(), "short"))
    with pytest.raises(Refused, match="not in the document"):
        cite(version=version, start=90, end=95, subject=Reference("meetings.meeting", 1), by=None, at=NOW)


def test_words_of_a_restricted_document_do_not_leak_through_a_source():
    here = partnership()
    shelved = document(here, "Secret words.")
    cite(version=newest_version(shelved), start=0, end=6, subject=Reference("a.b", 1), by=None, at=NOW)
    changed(shelved, visibility=Visibility.RESTRICTED)
    assert sources_of(viewer(Role.MEMBER, here), "a.b", 1) == []
    assert sources_of(manager(here), "a.b", 1)[0].words == "Secret"


def test_taking_a_record_back_takes_its_citations():
    here = partnership()
    version = newest_version(document(here, "Some words."))
    cite(version=version, start=0, end=4, subject=Reference("a.b", 1), by=None, at=NOW)
    uncite(subject=Reference("a.b", 1), version=version, start=0, end=4, by=None)
    assert sources_of(manager(here), "a.b", 1) == []


def test_a_nul_in_a_text_moves_no_offset():
    shelved = document(partnership(), "one")
    sha256, size = keep([b"a\0b"])
    file, pages = File("b.txt", "text/plain", size, sha256), [PageText(1, "a\0b", 0, 3)]
    version = add_version(document=shelved, file=file, pages=pages, by=None, at=NOW)
    assert version.pages.get().text == "a b"
