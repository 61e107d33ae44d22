"""Briefings through their commands: who approves, what may go out, how versions follow each other."""

from datetime import date
from io import BytesIO

import pikepdf
import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.design.pdf import paper_pdf
from sightline.foundation.library.models import SearchEntry
from sightline.kernel.verdict import Refused
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind
from sightline.record.learning import commands, queries
from sightline.record.learning.documents.papers import BriefingWords, briefing_paper
from sightline.record.learning.domain.briefings import MOST_WORDS, PARTS, BriefingKind, Status
from sightline.record.learning.models import Briefing
from sightline.record.meetings.commands import record_meeting
from tests.world import World

from .makers import APPROVED, ISSUED, WORDS, make_draft, make_finding, make_issued, write_all


def test_a_briefing_begins_with_the_words_of_published_findings(world: World) -> None:
    briefing = make_draft(world.own, findings=[make_finding(world.own)])
    assert briefing.parts.get(code="found").text == WORDS
    assert "Where could this happen" in briefing.parts.get(code="team").text


def test_words_of_an_unpublished_review_are_not_copied(world: World) -> None:
    briefing = make_draft(world.own, findings=[make_finding(world.own, published_on=None)])
    assert briefing.parts.get(code="found").text == ""


def test_a_finding_of_another_partnership_is_refused(world: World) -> None:
    with pytest.raises(Refused, match="another partnership"):
        make_draft(world.own, findings=[make_finding(world.other)])


def test_nobody_approves_their_own_words_alone(world: World) -> None:
    briefing = make_draft(world.own, by=world.manager)
    write_all(briefing)
    with pytest.raises(Refused, match="You wrote this briefing"):
        commands.approve_briefing(briefing=briefing, on=APPROVED, by=world.manager)
    colleague = world.people[Role.PARTNERSHIP_TEAM]
    assert commands.approve_briefing(briefing=briefing, on=APPROVED, by=colleague).approved_by == colleague


def test_a_meeting_may_approve_what_its_writer_brings_to_it(world: World) -> None:
    board = create_board(partnership=world.own, name="Learning group", kind=BoardKind.SUBGROUP, by=None)
    meeting = record_meeting(board=board, held_on=APPROVED, by=None)
    briefing = make_draft(world.own, by=world.manager)
    write_all(briefing)
    commands.approve_briefing(briefing=briefing, on=APPROVED, by=world.manager, meeting=meeting)
    assert briefing.approved_at == meeting


def test_parts_without_words_are_named_before_approval(world: World) -> None:
    briefing = make_draft(world.own)
    with pytest.raises(Refused, match="What happened, Why it matters"):
        commands.approve_briefing(briefing=briefing, on=APPROVED, by=None)


def test_a_briefing_longer_than_seven_minutes_is_refused(world: World) -> None:
    briefing = make_draft(world.own)
    write_all(briefing, "word " * 101)
    with pytest.raises(Refused, match="It has 707 words"):
        commands.approve_briefing(briefing=briefing, on=APPROVED, by=None)


def test_the_longest_seven_minute_briefing_prints_on_two_pages() -> None:
    assert MOST_WORDS[BriefingKind.SEVEN_MINUTE] == 7 * 100
    lines = "\n".join(["agencies talk earlier with families about risk " * 3 + "and act together as one"] * 4)
    assert len(lines.split()) == 104
    words = BriefingWords(
        kind=BriefingKind.SEVEN_MINUTE,
        title="What we learned about telling each other early when families move between boroughs",
        partnership="Ashvale Safeguarding Children Partnership",
        texts={part.code: lines for part in PARTS[BriefingKind.SEVEN_MINUTE]},
        audience="Health, Police, Education and childcare: health visitors, school nurses and designated leads",
        url="",
        issued_on=ISSUED,
        version=2,
        sources=("LR-1: Learning review",),
    )
    with pikepdf.open(BytesIO(paper_pdf(briefing_paper(words)))) as made:
        assert len(made.pages) == 2


def test_a_change_after_approval_needs_approval_anew(world: World) -> None:
    briefing = make_draft(world.own)
    write_all(briefing)
    commands.approve_briefing(briefing=briefing, on=APPROVED, by=None)
    commands.write_parts(briefing=briefing, texts={"why": "Another reason."}, by=None)
    with pytest.raises(Refused, match="Nobody has approved"):
        commands.issue_briefing(briefing=briefing, on=ISSUED, by=None)


def test_a_finding_that_is_not_published_holds_the_briefing_back_until_it_is_released(world: World) -> None:
    briefing = make_draft(world.own, findings=[make_finding(world.own, published_on=None)])
    write_all(briefing)
    commands.approve_briefing(briefing=briefing, on=APPROVED, by=None)
    with pytest.raises(Refused, match=r"not published \(LR-1\)"):
        commands.issue_briefing(briefing=briefing, on=ISSUED, by=None)
    link = briefing.findings.get()
    with pytest.raises(Refused, match="Say why"):
        commands.release_finding(link=link, because=" ", on=ISSUED, by=world.manager)
    commands.release_finding(link=link, because="The panel agreed to early learning.", on=ISSUED, by=world.manager)
    assert commands.issue_briefing(briefing=briefing, on=ISSUED, by=None).issued_on == ISSUED


def test_a_review_published_after_the_issue_does_not_count_yet(world: World) -> None:
    briefing = make_draft(world.own, findings=[make_finding(world.own, published_on=date(2024, 5, 1))])
    write_all(briefing)
    commands.approve_briefing(briefing=briefing, on=APPROVED, by=None)
    with pytest.raises(Refused, match="not published"):
        commands.issue_briefing(briefing=briefing, on=ISSUED, by=None)


def test_a_childs_details_are_refused_in_every_part(world: World) -> None:
    briefing = make_draft(world.own)
    with pytest.raises(Refused, match="tells of a child"):
        commands.write_parts(briefing=briefing, texts={"happened": "The child, born on 3 May 2015, was seen."}, by=None)


def test_a_new_version_replaces_the_older_on_the_day_it_is_issued(world: World) -> None:
    older = make_issued(world.own, findings=[make_finding(world.own)])
    newer = commands.revise_briefing(briefing=older, why="The procedure changed", on=date(2024, 6, 3), by=None)
    assert (newer.version, newer.findings.count()) == (2, 1)
    older.refresh_from_db()
    assert queries.status_of(older, date(2024, 6, 30)) is Status.ISSUED
    commands.approve_briefing(briefing=newer, on=date(2024, 6, 4), by=None)
    commands.issue_briefing(briefing=newer, on=date(2024, 6, 10), by=None)
    older.refresh_from_db()
    assert queries.status_of(older, date(2024, 6, 9)) is Status.ISSUED
    assert queries.status_of(older, date(2024, 6, 10)) is Status.REVISED


def test_what_is_issued_does_not_change_and_is_not_removed(world: World) -> None:
    briefing = make_issued(world.own)
    for change in (
        lambda: commands.write_parts(briefing=briefing, texts={"why": "x"}, by=None),
        lambda: commands.remove_briefing(briefing=briefing, by=None),
        lambda: commands.correct_briefing(briefing=briefing, title="Other", by=None),
    ):
        with pytest.raises(Refused, match="People have this briefing already"):
            change()


def test_a_draft_is_found_only_by_those_who_may_read_it_until_it_is_issued(world: World) -> None:
    briefing = make_draft(world.own)
    entry = SearchEntry.objects.get(subject_kind="learning.briefing", subject_id=briefing.pk)
    assert entry.is_restricted
    member, scrutineer = world.viewer(Role.MEMBER), world.viewer(Role.SCRUTINEER)
    assert queries.briefing_in(member, world.own, briefing.pk, ISSUED) is None
    assert queries.briefing_in(scrutineer, world.own, briefing.pk, ISSUED) == briefing
    write_all(briefing)
    commands.approve_briefing(briefing=briefing, on=APPROVED, by=None)
    commands.issue_briefing(briefing=briefing, on=ISSUED, by=None)
    entry.refresh_from_db()
    assert not entry.is_restricted
    assert queries.briefing_in(member, world.own, briefing.pk, ISSUED) == briefing
    assert queries.briefing_in(member, world.own, briefing.pk, APPROVED) is None


def test_findings_to_choose_are_those_the_person_may_read(world: World) -> None:
    published = make_finding(world.own)
    closed = make_finding(world.own, published_on=None, reference="LR-2")
    make_finding(world.other, reference="LR-3")
    member, manager = world.viewer(Role.MEMBER), world.viewer(Role.BUSINESS_MANAGER)
    assert list(queries.findings_to_choose(member, world.own, ISSUED)) == [published]
    assert list(queries.findings_to_choose(manager, world.own, ISSUED)) == [published, closed]
    assert list(queries.findings_to_choose(manager, world.own, ISSUED, review=str(closed.review_id))) == [closed]
    assert list(queries.findings_to_choose(member, world.own, date(2024, 1, 1))) == []


def test_a_draft_begun_by_mistake_leaves_the_record_and_search(world: World) -> None:
    briefing = make_draft(world.own)
    commands.remove_briefing(briefing=briefing, by=None)
    assert not Briefing.objects.exists()
    assert not SearchEntry.objects.filter(subject_kind="learning.briefing").exists()
