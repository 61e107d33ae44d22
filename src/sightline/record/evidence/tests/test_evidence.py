from datetime import date, timedelta
from pathlib import Path

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.commands import index_entry
from sightline.foundation.library.domain import File
from sightline.foundation.library.store import has_file
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.record.evidence import commands, presenters, queries
from sightline.record.evidence.domain import GRADES, Grade, Kind, Standing, highest
from sightline.record.evidence.models import Evidence
from sightline.record.evidence.store import admit
from tests.world import World

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 10)
DAY = timedelta(days=1)
ACTION = Reference("actions.action", 101)
OBJECTIVE = Reference("plan.objective", 7)


def make(world: World, subject: Reference = ACTION, grade: Grade | None = None, **given) -> Evidence:
    given = {"title": "Audit of plans", "note": "Seen.", "kind": Kind.EVIDENCE, "on": MARCH} | given
    return commands.add_evidence(partnership=world.own, subject=subject, grade=grade, by=None, **given)


def test_the_highest_grade_is_the_furthest_reached() -> None:
    assert highest({"", Grade.ACTIVITY, Grade.PRACTICE}) is Grade.PRACTICE
    assert highest(set(GRADES)) is Grade.OUTCOME
    assert highest({""}) is None and highest(set()) is None


def test_evidence_is_a_file_a_link_or_a_note(world: World) -> None:
    with pytest.raises(Refused, match="Choose a file, give a link or write a note"):
        make(world, note="")
    assert make(world).form == "note"
    assert make(world, url="https://ashvale.example/audit").form == "link"
    file = File("audit.pdf", "application/pdf", 3, "a" * 64)
    assert make(world, file=file).form == "file"
    with pytest.raises(Refused, match="not both"):
        make(world, file=file, url="https://ashvale.example/audit")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://ashvale.example", "begins with https"),
        ("javascript:alert(1)", "begins with https"),
        ("https://", "valid URL"),
        ("https://[half", "not the address of a page"),
        ("https://ann:secret@ashvale.example", "user name or password"),
    ],
)
def test_a_link_is_checked_by_its_form(world: World, url: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        make(world, url=url)
    assert refused.value.field == "url"


def test_words_that_tell_of_a_child_are_refused(world: World) -> None:
    with pytest.raises(Refused, match="tells of a child"):
        make(world, note="The child with NHS number 943 476 5919 was seen.")


def test_the_reach_of_a_record_is_its_highest_grade_that_counts(world: World, django_assert_num_queries) -> None:
    make(world, grade=Grade.OUTPUT)
    make(world, grade=Grade.OUTCOME, expires_on=MARCH)
    make(world, OBJECTIVE)
    with django_assert_num_queries(1):
        assert queries.reach_of([ACTION, OBJECTIVE], MARCH) == {ACTION: Grade.OUTCOME, OBJECTIVE: None}
    assert queries.reach_of([ACTION], MARCH + DAY) == {ACTION: Grade.OUTPUT}
    assert queries.reach_of([ACTION], MARCH - DAY) == {ACTION: None}
    assert queries.reach_in(world.own, "actions.action", MARCH) == {101: Grade.OUTCOME}
    assert queries.reach_in(world.other, "actions.action", MARCH) == {}


def test_evidence_of_many_records_is_found_at_once(world: World, django_assert_num_queries) -> None:
    audit = make(world, grade=Grade.PRACTICE)
    commands.bear_on(evidence=audit, subject=OBJECTIVE, by=None)
    commands.bear_on(evidence=audit, subject=OBJECTIVE, by=None)
    nothing = Reference("plan.priority", 3)
    with django_assert_num_queries(1):
        found = queries.evidence_of([ACTION, OBJECTIVE, nothing], MARCH)
    assert found == {ACTION: [audit], OBJECTIVE: [audit], nothing: []}


def test_a_newer_version_takes_the_place_and_the_older_stays_readable(world: World) -> None:
    older = make(world, grade=Grade.OUTPUT)
    newer = commands.supersede_evidence(evidence=older, note="Again.", grade=Grade.PRACTICE, on=MARCH + DAY, by=None)
    assert (newer.version, newer.title) == (2, "Audit of plans")
    assert queries.evidence_of([ACTION], MARCH) == {ACTION: [older]}
    assert queries.evidence_of([ACTION], MARCH + DAY) == {ACTION: [newer]}
    read = queries.evidence_in(world.own, older.pk)
    assert read is not None and presenters.standing_of(read, MARCH + DAY) is Standing.SUPERSEDED
    with pytest.raises(Refused, match="newer version"):
        commands.withdraw_evidence(evidence=older, reason="Old", on=MARCH + DAY, by=None)


def test_withdrawn_evidence_counts_no_longer_and_says_why(world: World) -> None:
    audit = make(world, grade=Grade.PRACTICE)
    with pytest.raises(Refused, match="Say why"):
        commands.withdraw_evidence(evidence=audit, reason=" ", on=MARCH, by=None)
    commands.withdraw_evidence(evidence=audit, reason="The sample was wrong", on=MARCH + DAY, by=None)
    assert queries.reach_of([ACTION], MARCH) == {ACTION: Grade.PRACTICE}
    assert queries.reach_of([ACTION], MARCH + DAY) == {ACTION: None}
    with pytest.raises(Refused, match="withdrawn"):
        commands.regrade(evidence=audit, grade=None, why="Less", on=MARCH + DAY, by=None)


def test_a_grade_changes_with_a_reason_and_earlier_days_keep_theirs(world: World) -> None:
    audit = make(world, grade=Grade.OUTCOME)
    with pytest.raises(Refused, match="its grade already"):
        commands.regrade(evidence=audit, grade=Grade.OUTCOME, why="So", on=MARCH + DAY, by=None)
    commands.regrade(evidence=audit, grade=Grade.OUTPUT, why="Nobody asked the children", on=MARCH + DAY, by=None)
    assert queries.reach_of([ACTION], MARCH) == {ACTION: Grade.OUTCOME}
    assert queries.reach_of([ACTION], MARCH + DAY) == {ACTION: Grade.OUTPUT}
    assert [piece.grade for piece in queries.evidence_of([ACTION], MARCH)[ACTION]] == ["outcome"]
    assert queries.gradings_of(audit, MARCH + DAY).get().why == "Nobody asked the children"


def test_evidence_lets_go_of_a_record_but_not_of_the_last(world: World) -> None:
    audit = make(world)
    commands.bear_on(evidence=audit, subject=OBJECTIVE, by=None)
    commands.let_go(evidence=audit, subject=ACTION, by=None)
    with pytest.raises(Refused, match="only record"):
        commands.let_go(evidence=audit, subject=OBJECTIVE, by=None)
    assert queries.evidence_of([ACTION, OBJECTIVE], MARCH) == {ACTION: [], OBJECTIVE: [audit]}


def test_a_file_is_opened_before_it_is_kept() -> None:
    kept = admit("audit.csv", [b"Agency,Plans seen\nHealth,12\n"])
    assert has_file(kept.sha256) and (kept.name, kept.size) == ("audit.csv", 28)
    picture = admit("poster.png", [b"\x89PNG\r\n\x1a\n", b"and so on"])
    assert picture.media_type == "image/png"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("list.csv", b"Name,NHS number\nA,943 476 5919\nB,943 476 5870\n", "seems to hold"),
        ("broken.pdf", b"%PDF-1.7 and then nothing", "damaged"),
        ("empty.pdf", b"", "empty"),
        ("packed.zip", b"PK\x05\x06" + bytes(18), "zip"),
        ("film.mp4", b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 4, "cannot be read"),
    ],
)
def test_a_file_that_may_not_be_kept_is_refused_and_nothing_of_it_stays(
    name: str, data: bytes, words: str, settings
) -> None:
    before = _originals(settings)
    with pytest.raises(Refused, match=words) as refused:
        admit(name, [data])
    assert refused.value.field == "file"
    assert _originals(settings) == before


def _originals(settings) -> set[str]:
    return {path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def test_a_file_that_is_too_large_is_refused_before_it_is_opened(settings) -> None:
    settings.UPLOAD_MAX_BYTES = 1024 * 1024
    with pytest.raises(Refused, match="larger than 1 MB"):
        admit("long.txt", [b"word " * 300_000])


def test_the_panel_says_plainly_when_nothing_shows_impact(world: World) -> None:
    def sentence() -> str:
        return presenters.evidence_panel(ACTION, slug=world.own.slug, on=MARCH).sentence

    assert sentence() == "No evidence of impact yet: nothing has been added that counts."
    make(world)
    assert sentence() == "No evidence of impact yet: nothing is graded."
    make(world, grade=Grade.ACTIVITY)
    assert sentence() == "No evidence of impact yet: activity only."
    make(world, grade=Grade.PRACTICE)
    assert sentence() == "The evidence reaches as far as change in practice."


def test_the_panel_shows_the_furthest_first_and_what_expired_last(world: World) -> None:
    make(world, grade=Grade.ACTIVITY, title="Briefing")
    make(world, grade=Grade.OUTCOME, title="Waits fell", expires_on=MARCH - DAY)
    make(world, grade=Grade.OUTPUT, title="Tool sent out")
    panel = presenters.evidence_panel([ACTION, OBJECTIVE], slug=world.own.slug, on=MARCH, add_href="/add")
    assert [group.label for group in panel.groups] == ["Output", "Activity"]
    assert [line.title for line in panel.expired] == ["Waits fell"]
    assert not panel.has_impact and not panel.is_empty


def test_titles_of_restricted_records_are_for_those_who_read_them(world: World) -> None:
    index_entry(kind="reviews.incident", id=5, partnership=world.own, title="Incident 5", is_restricted=True)
    link = make(world, Reference("reviews.incident", 5)).bears_on.get()
    chair, member = world.viewer(Role.CHAIR), world.viewer(Role.MEMBER)
    assert queries.subject_titles(chair, world.own, [link]) == {Reference("reviews.incident", 5): "Incident 5"}
    assert queries.subject_titles(member, world.own, [link]) == {}
    assert presenters.subject_words(link, {}) == "Incident"
