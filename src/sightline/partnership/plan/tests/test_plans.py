from datetime import date, timedelta

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.commands import create_post, record_organisation
from sightline.partnership.governance.tests.makers import make_board
from sightline.partnership.law.commands import load_reference
from sightline.partnership.plan import commands, queries
from sightline.partnership.plan.commands import Part
from sightline.partnership.plan.domain import Judgement, Outcome, Use
from sightline.partnership.plan.domain.plans import PlanState
from sightline.partnership.plan.models import Plan, PlanFormat
from sightline.partnership.plan.readers import format_lines, section_lines
from tests.world import World

from .makers import make_format

MAY = date(2026, 5, 1)


def submitted(world: World, format: PlanFormat, on: date = MAY, **kwargs) -> Plan:
    return commands.submit_plan(**{"partnership": world.own, "format": format, "on": on, "by": None} | kwargs)


def reviewed(plan: Plan, outcome: Outcome, on: date = MAY, **kwargs):
    overall = Judgement.MEETS if outcome is Outcome.ACCEPTED else Judgement.IN_PART
    return commands.review_plan(
        **{"plan": plan, "on": on, "overall": overall, "outcome": outcome, "comments": "More on actions", "by": None}
        | kwargs
    )


def state(world: World, format: PlanFormat, on: date) -> PlanState:
    rows = queries.plan_rows([world.own], queries.region_for(world.own), on)
    return rows[world.own.pk, queries.key_of(format)].state


def test_formats_are_loaded_once_with_their_law(world: World) -> None:
    load_reference(by=None)
    for _ in range(2):
        commands.load_formats(by=None)
    assert PlanFormat.objects.count() == len(list(format_lines()))
    assert sum(one.sections.count() for one in PlanFormat.objects.all()) == len(list(section_lines()))
    based = {one.code for one in PlanFormat.objects.exclude(basis=None)}
    assert based == {line.code for line in format_lines() if line.basis}


def test_a_plan_goes_from_submitted_over_returned_to_accepted(world: World) -> None:
    format = make_format(region=world.region, review_months=12)
    june, july, august = date(2026, 6, 1), date(2026, 7, 1), date(2026, 8, 1)
    first = submitted(world, format, adopted_on=MAY)
    reviewed(first, Outcome.RETURNED, june, resubmit_by=july)
    second = submitted(world, format, july, adopted_on=july)
    reviewed(second, Outcome.ACCEPTED, august)
    assert (second.version, second.follows, second.review_on) == (2, first, date(2027, 7, 1))
    for on, expected in (
        (MAY - timedelta(1), PlanState.MISSING),
        (MAY, PlanState.UNDER_REVIEW),
        (june, PlanState.RETURNED),
        (july, PlanState.UNDER_REVIEW),
        (august, PlanState.ACCEPTED),
        (date(2027, 7, 2), PlanState.STALE),
    ):
        assert state(world, format, on) is expected, on
    with pytest.raises(Refused, match="newer version"):
        reviewed(first, Outcome.ACCEPTED, august)


def test_nobody_reviews_their_own_plan(world: World) -> None:
    plan = submitted(world, make_format(), by=world.manager)
    with pytest.raises(Refused, match="Someone else reviews"):
        reviewed(plan, Outcome.ACCEPTED, by=world.manager)
    assert reviewed(plan, Outcome.ACCEPTED, by=world.people[Role.PARTNERSHIP_TEAM]).plan == plan


def test_what_is_returned_says_what_to_mend(world: World) -> None:
    with pytest.raises(Refused, match="what is to be mended"):
        reviewed(submitted(world, make_format()), Outcome.RETURNED, comments=" ")


def test_sections_are_in_the_plan_left_out_optional_or_not_said(world: World) -> None:
    format = make_format()
    governance, actions, extras = format.sections.all()
    plan = submitted(world, format, sections={governance.pk: Part(Use.PRESENT), extras.pk: Part(Use.NOT_USED)})
    row = queries.plan_rows([world.own], queries.region_for(world.own), MAY)[world.own.pk, queries.key_of(format)]
    assert (row.present, row.unused, row.absent, row.said) == (1, 1, 0, 2)
    with pytest.raises(Refused, match="asked of every plan"):
        commands.mark_sections(plan=plan, sections={actions.pk: Part(Use.NOT_USED)}, by=None)
    commands.mark_sections(plan=plan, sections={governance.pk: Part()}, by=None)
    assert plan.sections.count() == 1


def test_the_next_version_takes_over_what_the_sections_said(world: World) -> None:
    format = make_format()
    section = format.sections.first()
    submitted(world, format, sections={section.pk: Part(Use.PRESENT, note="Page 3")})
    assert submitted(world, format).sections.get().note == "Page 3"


def test_a_section_is_judged_with_the_review(world: World) -> None:
    format = make_format()
    section = format.sections.first()
    review = reviewed(
        submitted(world, format),
        Outcome.ACCEPTED,
        judgements={section.pk: Part(judgement=Judgement.IN_PART, note="Thin")},
    )
    assert (review.judgements.get().judgement, review.judgements.get().comment) == ("in_part", "Thin")
    commands.remove_review(review=review, by=None)
    assert not Plan.objects.get().reviews.exists()


def test_a_plan_that_does_not_apply_says_why_and_for_how_long(world: World) -> None:
    format = make_format()
    commands.say_not_needed(partnership=world.own, format=format, reason="Held by the county", on=MAY, by=None)
    assert state(world, format, MAY) is PlanState.NOT_NEEDED
    commands.say_needed(partnership=world.own, format=format, on=MAY + timedelta(9), by=None)
    assert state(world, format, MAY + timedelta(9)) is PlanState.MISSING


def test_a_new_version_of_a_format_keeps_the_plans_of_the_old(world: World) -> None:
    format = make_format(region=world.region, started_on=date(2025, 4, 1))
    plan = submitted(world, format)
    with pytest.raises(Refused, match="Make a new version"):
        commands.add_section(format=format, title="Late idea", by=None)
    newer = commands.new_version(format=format, on=date(2026, 6, 1), by=None)
    commands.add_section(format=newer, title="Late idea", by=None)
    assert newer.sections.count() == format.sections.count() + 1
    assert state(world, newer, date(2026, 6, 1)) is PlanState.UNDER_REVIEW  # the plan on the old version still stands
    with pytest.raises(Refused, match="no longer in use"):
        submitted(world, format, date(2026, 6, 2))
    assert submitted(world, newer, date(2026, 6, 2)).follows == plan


def test_owners_and_formats_of_others_are_refused(world: World) -> None:
    with pytest.raises(Refused, match="another region"):
        commands.submit_plan(partnership=world.own, format=make_format(region=world.other), on=MAY, by=None)
    with pytest.raises(Refused, match="another partnership"):
        submitted(world, make_format(), board=make_board(world.other))
    with pytest.raises(Refused, match="before the plan was adopted"):
        submitted(world, make_format("Other plan"), adopted_on=MAY, review_on=MAY - timedelta(1))


def test_a_plan_entered_by_mistake_is_removed_unless_it_was_reviewed(world: World) -> None:
    plan = submitted(world, make_format())
    review = reviewed(plan, Outcome.ACCEPTED)
    with pytest.raises(Refused, match="was reviewed"):
        commands.remove_plan(plan=plan, by=None)
    commands.remove_review(review=review, by=None)
    commands.remove_plan(plan=plan, by=None)
    assert not Plan.objects.exists()


def test_what_is_due_is_the_newest_plan_and_goes_to_the_post_that_owns_it(world: World) -> None:
    body = record_organisation(partnership=world.own, name="Ashvale Council", by=None)
    post = create_post(partnership=world.own, organisation=body, title="Head of Safety", by=None)
    format = make_format(review_months=12)
    submitted(world, format, adopted_on=MAY, owner_post=post)
    due = list(queries.due_things([world.own.pk], MAY))
    assert [(one.due_on, one.posts, one.asks) for one in due] == [
        (date(2027, 5, 1), (post.pk,), "Review the plan and submit the next one.")
    ]
    reviewed(Plan.objects.get(), Outcome.RETURNED, resubmit_by=date(2026, 6, 1))
    (due,) = queries.due_things([world.own.pk], MAY)
    assert due.due_on == date(2026, 6, 1) and "returned" in due.asks


def test_rules_learn_what_a_plan_lacks_in_the_same_number_of_questions(world: World, django_assert_num_queries) -> None:
    for number in range(4):
        submitted(world, make_format(f"Plan {number}"), review_on=MAY)
    make_format("Nothing yet")
    with django_assert_num_queries(5):
        facts = {one.title: one for one in queries.plan_facts(world.own, MAY + timedelta(1))}
    assert facts["Nothing yet"].state is PlanState.MISSING and facts["Plan 0"].state is PlanState.STALE
    assert not facts["Plan 0"].has_owner
