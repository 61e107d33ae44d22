"""A paper read anew: what people decided stays theirs, what they had not decided follows the newer reader."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sightline.foundation.library.queries import sources_of
from sightline.oversight.intake.commands import accept, begin_reading, correct, read_again, refuse
from sightline.oversight.intake.domain import Choice, PaperState
from sightline.oversight.intake.models import Paper
from sightline.oversight.intake.tasks import SILENCE, read_now, requeue_stuck
from sightline.record.meetings.models import Decision

from .trays import NOW, drop, minutes_of_executive, proposal, read_as

pytestmark = pytest.mark.django_db
TEXT = "Minutes of 14 January 2026\nThe Board agreed to meet monthly. It agreed to write to schools."
MEETING = ("meeting", "14 January 2026", {"date": "2026-01-14", "body": "Executive Board"})
MONTHLY = ("decisions", "The Board agreed to meet monthly", {"text": "Meet monthly"})
SCHOOLS = ("decisions", "It agreed to write to schools", {"text": "Write to schools"})


def again(paper, *finds, text=TEXT, version="2"):
    read_again(paper=paper, by=None)
    return read_as(paper.partnership, text, *finds, paper=paper, version=version)


def test_a_correction_survives_a_newer_reader(world):
    paper = read_as(world.own, TEXT, MEETING, MONTHLY)
    accept(proposal=proposal(paper, "meeting"), by=world.manager, at=NOW)
    correct(proposal=proposal(paper, "decisions"), corrected={"text": "Meet every month"}, by=world.manager, at=NOW)
    again(paper, MEETING, ("decisions", MONTHLY[1], {"text": "The reader thinks otherwise now"}))
    kept = proposal(paper, "decisions")
    assert (kept.choice, kept.corrected, kept.fields) == (
        Choice.CORRECTED,
        {"text": "Meet every month"},
        {"text": "Meet monthly"},
    )
    assert [d.text for d in Decision.objects.all()] == ["Meet every month"]


def test_a_refusal_survives_and_new_finds_wait_for_a_word(world):
    paper = read_as(world.own, TEXT, MEETING, MONTHLY)
    refuse(proposal=proposal(paper, "decisions"), by=world.manager, at=NOW)
    again(paper, MEETING, MONTHLY, SCHOOLS)
    assert proposal(paper, "decisions", "monthly").choice == Choice.REFUSED
    assert proposal(paper, "decisions", "schools").choice == Choice.PENDING


def test_what_is_no_longer_found_leaves_the_page_unless_someone_decided(world):
    paper = read_as(world.own, TEXT, MEETING, MONTHLY, SCHOOLS)
    refuse(proposal=proposal(paper, "decisions", "monthly"), by=world.manager, at=NOW)
    again(paper, MEETING)
    assert proposal(paper, "decisions", "monthly").choice == Choice.REFUSED
    assert proposal(paper, "decisions", "schools").choice == Choice.SUPERSEDED
    again(paper, MEETING, SCHOOLS, version="3")
    assert proposal(paper, "decisions", "schools").choice == Choice.PENDING


def test_a_find_read_with_other_edges_is_not_proposed_beside_a_decided_one(world):
    paper = read_as(world.own, TEXT, MEETING, MONTHLY)
    accept(proposal=proposal(paper, "meeting"), by=world.manager, at=NOW)
    accept(proposal=proposal(paper, "decisions"), by=world.manager, at=NOW)
    again(paper, MEETING, ("decisions", "agreed to meet monthly", {"text": "Meet monthly"}))
    assert paper.proposals.filter(kind="decisions").count() == 1


def test_the_same_text_read_again_makes_no_new_version(world):
    paper = read_as(world.own, TEXT, MEETING)
    again(paper, MEETING)
    assert paper.version.document.versions.count() == 1


def test_a_text_read_otherwise_is_a_new_version_and_old_sources_still_hold(world):
    paper = read_as(world.own, TEXT, MEETING)
    taken = accept(proposal=proposal(paper, "meeting"), by=world.manager, at=NOW)
    newer = again(paper, MEETING, text=f"Ashvale\n{TEXT}")
    assert (newer.version.number, newer.version.document.versions.count()) == (2, 2)
    viewer = world.viewer("business_manager")
    assert [s.words for s in sources_of(viewer, taken.record_kind, taken.record_id)] == ["14 January 2026"]
    moved = proposal(paper, "meeting")
    assert f"Ashvale\n{TEXT}"[moved.start : moved.end] == moved.words


def test_a_paper_whose_worker_fell_silent_is_read_again(world):
    paper = drop(world.own)
    begin_reading(paper_id=paper.pk, at=timezone.now() - SILENCE - timedelta(seconds=1))
    assert requeue_stuck(timezone.now()) == 1
    assert read_now(paper.pk) == PaperState.READ


def test_a_paper_that_is_being_read_is_left_alone(world):
    paper = drop(world.own)
    begin_reading(paper_id=paper.pk, at=timezone.now())
    assert requeue_stuck(timezone.now()) == 0
    assert read_now(paper.pk) == "not mine"


def test_a_task_put_back_after_its_worker_died_takes_the_paper_over_at_once(world):
    paper = drop(world.own)
    begin_reading(paper_id=paper.pk, at=timezone.now())
    assert read_now(paper.pk, is_put_back=True) == PaperState.READ


def test_a_reading_leaves_the_decided_ones_of_a_whole_paper_as_they_were(world):
    paper = minutes_of_executive(world.own)
    accept(proposal=proposal(paper, "meeting"), by=world.manager, at=NOW)
    read_again(paper=paper, by=None)
    before = Paper.objects.get(pk=paper.pk)
    assert before.state == PaperState.WAITING
    assert proposal(paper, "meeting").choice == Choice.ACCEPTED


def test_a_paper_that_takes_every_worker_with_it_is_given_up_until_someone_asks_again(world):
    paper = drop(world.own)
    for _ in range(3):
        begin_reading(paper_id=paper.pk, at=timezone.now() - SILENCE - timedelta(seconds=1))
        requeue_stuck(timezone.now())
    paper.refresh_from_db()
    assert paper.state == PaperState.UNREADABLE
    assert "stopped the reader each time" in paper.message
    read_again(paper=paper, by=world.manager)
    assert read_now(paper.pk) == PaperState.READ
