from datetime import timedelta

import pytest

from sightline.foundation.library.store import has_file, keep
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.commands import begin_reading, finish_reading, read_again, receive_paper, set_aside
from sightline.oversight.intake.domain import PaperState
from sightline.oversight.intake.models import Paper

from .trays import NOW, drop, drop_and_read, read

pytestmark = pytest.mark.django_db


def test_a_paper_of_minutes_becomes_a_document_with_proposals(world):
    paper = drop_and_read(world.own)
    assert paper.state == PaperState.READ
    assert paper.version.document.title == "executive minutes"
    meeting = paper.proposals.get(kind="meeting")
    assert meeting.fields["date"] == "2026-01-14"
    text = "".join(page.text for page in paper.version.pages.all())
    assert all(text[p.start : p.end] == p.words for p in paper.proposals.all())


def test_the_same_file_again_says_so_and_doubles_nothing(world):
    first = drop_and_read(world.own)
    again = drop(world.own, name="copy of minutes.txt")
    assert (again.state, again.same_as) == (PaperState.SAME, first)
    assert read(again).version is None


def test_the_same_file_in_another_partnership_is_that_partnership_s_own(world):
    drop_and_read(world.own)
    assert drop(world.other).state == PaperState.WAITING


def test_a_task_that_runs_twice_reads_once(world):
    paper = drop_and_read(world.own)
    before = list(paper.proposals.values_list("pk", flat=True))
    assert read(paper).attempt == 1
    assert list(paper.proposals.values_list("pk", flat=True)) == before


def test_a_worker_that_lost_its_paper_changes_nothing(world):
    paper = drop(world.own)
    late = begin_reading(paper_id=paper.pk, at=NOW)
    Paper.objects.filter(pk=paper.pk).update(state=PaperState.WAITING)
    read(paper)
    assert finish_reading(paper=late, reading=_nothing(), at=NOW) is None
    paper.refresh_from_db()
    assert (paper.attempt, paper.state) == (2, PaperState.READ)


def _nothing():
    from sightline_reader.model import Document, Reading

    return Reading(Document("x", "text/plain", "", ()), "", (), (), "0")


def test_an_unreadable_file_says_what_to_do_and_keeps_nothing_half(world):
    paper = drop_and_read(world.own, b"", "empty.pdf")
    assert paper.state == PaperState.UNREADABLE
    assert "drop it in again" in paper.message
    assert paper.version is None
    assert not paper.proposals.exists()


def test_a_file_whose_bytes_are_gone_says_so(world, store):
    sha256, size = keep([b"soon gone"])
    paper = receive_paper(partnership=world.own, file_name="a.txt", sha256=sha256, size=size, by=None, at=NOW)
    next(store.glob(f"originals/*/{sha256}")).unlink()
    assert "not in the store" in read(paper).message
    assert not has_file(sha256)


def test_an_unreadable_file_may_be_dropped_in_again(world):
    paper = drop_and_read(world.own, b"", "empty.pdf")
    again = drop(world.own, b"", "empty.pdf", at=NOW + timedelta(hours=1))
    assert again == paper
    assert again.state == PaperState.WAITING


def test_a_paper_set_aside_comes_back_when_it_is_dropped_in_again(world):
    paper = drop_and_read(world.own)
    set_aside(paper=paper, reason="Not ours", by=None)
    again = drop(world.own)
    assert (again, again.state) == (paper, PaperState.WAITING)


def test_a_paper_that_is_being_read_is_not_read_again_at_the_same_time(world):
    paper = drop(world.own)
    with pytest.raises(Refused, match="being read already"):
        read_again(paper=paper, by=None)
