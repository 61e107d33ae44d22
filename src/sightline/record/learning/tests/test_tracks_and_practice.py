"""The learning tracker and the practice library; above all, who may read an example of another partnership."""

from datetime import date

import pytest

from sightline.foundation.accounts.commands import choose_sharing, establish_partnership
from sightline.foundation.accounts.domain import Role, Topic
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import viewer_for
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.learning import commands, queries
from sightline.record.learning.domain.practice import Strength
from sightline.record.learning.domain.tracks import StepKind
from sightline.record.learning.models import PracticeExample, Track
from tests.world import World

from .makers import make_agency, make_finding, make_issued, make_theme

ON, LATER = date(2024, 3, 4), date(2025, 9, 1)


def make_track(partnership: Partnership, **parts) -> Track:
    theme = parts.pop("theme", None) or (None if "finding" in parts else make_theme())
    return commands.start_track(
        partnership=partnership, title="Records are shared", theme=theme, on=ON, by=None, **parts
    )


def test_a_track_follows_a_theme_or_a_finding_of_this_partnership(world: World) -> None:
    with pytest.raises(Refused, match="theme or the finding"):
        commands.start_track(partnership=world.own, title="Something", on=ON, by=None)
    with pytest.raises(Refused, match="another partnership"):
        make_track(world.own, finding=make_finding(world.other))
    assert make_track(world.own, finding=make_finding(world.own)).finding is not None


def test_a_step_that_is_done_says_what_shows_it(world: World) -> None:
    track = make_track(world.own)
    with pytest.raises(Refused, match="planned for, or the day"):
        commands.add_step(track=track, kind=StepKind.AUDIT, what="Audit", by=None)
    with pytest.raises(Refused, match="Say what was done"):
        commands.add_step(track=track, kind=StepKind.AUDIT, done_on=ON, by=None)
    step = commands.add_step(track=track, kind=StepKind.BRIEFING, done_on=ON, briefing=make_issued(world.own), by=None)
    assert step.briefing is not None
    with pytest.raises(Refused, match="another partnership"):
        commands.add_step(track=track, kind=StepKind.BRIEFING, done_on=ON, briefing=make_issued(world.other), by=None)


def test_a_track_without_re_audit_is_a_fact_until_someone_looks_again(world: World) -> None:
    track = make_track(world.own)
    commands.add_step(track=track, kind=StepKind.TRAINING, what="Half-day course", done_on=ON, by=None)
    assert queries.tracks_without_re_audit(world.own, date(2025, 3, 4)) == []
    assert [(one.name, one.since) for one in queries.tracks_without_re_audit(world.own, LATER)] == [
        ("Records are shared", ON)
    ]
    commands.add_step(track=track, kind=StepKind.RE_AUDIT, found="Half share now", done_on=date(2025, 6, 2), by=None)
    assert queries.tracks_without_re_audit(world.own, LATER) == []


def test_planned_steps_of_open_tracks_are_due_from_their_lead(world: World) -> None:
    lead = make_agency(world.own)
    track = make_track(world.own, lead=lead)
    step = commands.add_step(track=track, kind=StepKind.AUDIT, planned_on=date(2024, 5, 1), by=None)
    due = list(queries.due_things([world.own.pk], ON))
    assert [(d.reference, d.due_on, d.organisations) for d in due] == [
        (Reference("learning.trackstep", step.pk), date(2024, 5, 1), (lead.pk,))
    ]
    commands.close_track(track=track, on=date(2024, 4, 1), note="Taken up elsewhere", by=None)
    assert list(queries.due_things([world.own.pk], LATER)) == []


def make_example(partnership: Partnership, title: str = "One chronology", **parts) -> PracticeExample:
    return commands.record_example(
        partnership=partnership, title=title, what="Kept by all agencies together.", on=ON, by=None, **parts
    )


def evidence(example: PracticeExample, grade: Grade | None, **parts) -> None:
    add_evidence(
        partnership=example.partnership,
        subject=Reference("learning.practiceexample", example.pk),
        title="Audit of ten meetings",
        kind=Kind.EVIDENCE,
        grade=grade,
        note="Seven of ten used it.",
        on=ON,
        by=None,
        **parts,
    )


def test_an_example_without_evidence_is_a_fact(world: World) -> None:
    bare, shown = make_example(world.own), make_example(world.own, "Shown", strength=Strength.MEASURED)
    evidence(shown, Grade.PRACTICE)
    assert [one.name for one in queries.examples_without_evidence(world.own, LATER)] == [bare.title]
    assert queries.grades_of([bare.pk, shown.pk], LATER) == {shown.pk: ["practice"]}


def test_evidence_that_has_expired_counts_no_longer(world: World) -> None:
    example = make_example(world.own)
    evidence(example, Grade.OUTCOME, expires_on=date(2025, 1, 1))
    assert queries.grades_of([example.pk], date(2025, 1, 1)) == {example.pk: ["outcome"]}
    assert queries.grades_of([example.pk], date(2025, 1, 2)) == {}


def share_learning(partnership: Partnership, is_shared: bool = True) -> None:
    choose_sharing(partnership=partnership, topic=Topic.LEARNING, is_shared=is_shared, by=None)


def seen(world: World, on: date = LATER, role: Role = Role.MEMBER, where: Partnership | None = None) -> list[str]:
    return [one.title for one in queries.examples_for(world.viewer(role), where or world.own, on)]


def test_a_neighbours_example_needs_all_three_a_region_the_topic_and_the_mark(world: World) -> None:
    example = make_example(world.other, "Moor example")
    assert seen(world) == []
    share_learning(world.other)
    assert seen(world) == [], "sharing with the region shows nothing to a neighbour"
    commands.share_example(example=example, on=ON, by=None)
    assert seen(world) == ["Moor example"]
    assert seen(world, on=date(2024, 3, 3)) == []
    share_learning(world.other, False)
    assert seen(world) == [], "the mark alone shows nothing"


def test_only_the_marked_example_shows_and_it_goes_when_withdrawn(world: World) -> None:
    share_learning(world.other)
    marked, kept = make_example(world.other, "Marked"), make_example(world.other, "Kept")
    commands.share_example(example=marked, on=ON, by=None)
    assert seen(world) == ["Marked"]
    viewer = world.viewer(Role.MEMBER)
    assert queries.example_seen(viewer, world.own, kept.pk, LATER) is None
    commands.withdraw_example(example=marked, on=date(2025, 1, 6), because="It no longer runs", by=None)
    assert seen(world) == [] and seen(world, on=date(2025, 1, 5)) == ["Marked"]


def test_a_partnership_of_another_region_or_of_none_sees_nothing(world: World) -> None:
    far = establish_partnership(slug="far", name="Far Region", short_name="Far", by=None)
    elsewhere = establish_partnership(slug="else", name="Elsewhere", short_name="Elsewhere", overseen_by=far, by=None)
    alone = establish_partnership(slug="alone", name="Alone", short_name="Alone", by=None)
    share_learning(elsewhere)
    commands.share_example(example=make_example(elsewhere, "Far example"), on=ON, by=None)
    share_learning(alone)
    with pytest.raises(Refused, match="no region"):
        commands.share_example(example=make_example(alone, "Lone example"), on=ON, by=None)
    assert seen(world) == []


def test_who_does_not_read_a_partnership_reads_none_of_its_neighbours_examples_from_it(world: World) -> None:
    share_learning(world.other)
    commands.share_example(example=make_example(world.other, "Moor example"), on=ON, by=None)
    assert seen(world, role=Role.ADMINISTRATOR) == []
    outsider = viewer_for(world.neighbour, world.today)
    assert list(queries.examples_for(outsider, world.own, LATER)) == []


def test_overseers_see_what_partnerships_share_as_a_topic_marked_or_not(world: World) -> None:
    make_example(world.other, "Moor example")
    make_example(world.own, "Vale example")
    share_learning(world.other)
    assert seen(world, role=Role.REGIONAL_OVERSEER, where=world.region) == ["Moor example"]
    assert seen(world, role=Role.REGIONAL_OVERSEER, where=world.own) == []


def test_the_library_takes_no_more_queries_for_more_examples(world: World, django_assert_max_num_queries) -> None:
    share_learning(world.other)
    for number in range(12):
        example = make_example(world.other if number % 2 else world.own, f"Example {number}")
        commands.share_example(example=example, on=ON, by=None)
    viewer = world.viewer(Role.MEMBER)
    with django_assert_max_num_queries(4):
        found = list(queries.examples_for(viewer, world.own, LATER))
        queries.grades_of([one.pk for one in found], LATER)
    assert len(found) == 12
