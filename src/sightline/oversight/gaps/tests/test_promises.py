"""What was promised, as the rules read it from the record."""

from datetime import date

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import Partnership
from sightline.kernel.references import Reference
from sightline.oversight.gaps.models import Finding
from sightline.oversight.gaps.queries.evidence import facts_of
from sightline.oversight.progress.commands import open_review
from sightline.oversight.progress.domain import Moved
from sightline.partnership.law.commands import load_reference
from sightline.partnership.plan.commands import load_formats, set_priority
from sightline.record.actions.commands import raise_action, serve, withdraw
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.recommendations.commands import (
    answer_by_action,
    issue_recommendation,
    record_recommendation,
    respond,
    say_sameness,
)
from sightline.record.recommendations.domain import Answer

from .makers import run_rules
from .makers_of_promises import BEGAN, LATER, WORDS, make_plan, make_priorities, make_promises, make_review

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def law_and_formats(db):
    """What comes with Sightline: the timeline of law, and the formats of plans."""
    load_reference(by=None)
    load_formats(by=None)


def found_in(partnership: Partnership, on: date = TODAY) -> dict[str, list[Finding]]:
    run_rules(partnership, on)
    rows: dict[str, list[Finding]] = {}
    for finding in Finding.objects.filter(partnership=partnership, closed_at__isnull=True):
        rows.setdefault(finding.rule, []).append(finding)
    return rows


def test_every_register_is_read(world):
    make_promises(world.own, "East", world.manager)
    make_plan(world.own, "neglect-strategy", world.manager)
    expected = {
        "priority_without_outcome",
        "priority_without_board",
        "priority_without_theme_confirmed",
        "priority_served_by_no_action",
        "priority_without_impact",
        "priority_dropped_without_a_word",
        "objective_without_measure",
        "objective_without_lead",
        "objective_past_due",
        "objective_met_without_evidence",
        "progress_review_overdue",
        "plan_required_by_law_missing",
        "plan_past_review",
        "plan_without_owner",
        "action_waits_for_second_word",
        "action_closed_without_evidence",
        "action_closed_with_activity_only",
        "recommendation_unanswered",
        "challenge_beyond_its_stage",
        "challenge_unanswered",
        "challenges_without_own_stages",
        "referral_not_received",
        "referral_without_outcome",
        "law_change_not_taken_in",
    }
    assert expected <= set(found_in(world.own))
    assert not expected - {"law_change_not_taken_in"} & set(found_in(world.other))


def test_reading_promises_costs_the_same_however_many(world, django_assert_num_queries, django_assert_max_num_queries):
    make_plan(world.own, "neglect-strategy", world.manager)
    for name in ("East", "West"):
        make_promises(world.own, name, world.manager)
    with django_assert_max_num_queries(100) as first:
        facts_of(world.own, TODAY)
    for name in ("North", "South", "Far"):
        make_promises(world.own, name, world.manager)
    with django_assert_num_queries(len(first)):
        facts_of(world.own, TODAY)


def test_impact_anywhere_in_the_chain_is_impact_of_the_priority(world):
    idle = make_priorities(world.own, "East", world.manager)
    action = raise_action(partnership=world.own, what="Ask the crews", raised_on=BEGAN, by=world.manager)
    serve(action=action, objective=idle.objectives.get(text="Every crew has a card"), by=world.manager)
    assert found_in(world.own)["priority_without_impact"]
    add_evidence(
        partnership=world.own,
        subject=Reference("actions.action", action.pk),
        title="Crews work differently",
        kind=Kind.IMPACT,
        grade=Grade.PRACTICE,
        note="Seen on nine ferries.",
        on=LATER,
        by=world.manager,
    )
    rules = found_in(world.own)
    assert "priority_without_impact" not in rules
    assert "objective_met_without_evidence" not in rules


def test_a_priority_that_stood_still_twice_is_found_until_it_moves(world):
    set_priority(partnership=world.own, title="Piers", started_on=BEGAN, by=world.manager)
    priority = set_priority(partnership=world.other, title="Tides", started_on=BEGAN, by=world.neighbour)
    for on in (date(2025, 10, 1), date(2026, 4, 1)):
        make_review(world.other, priority, Moved.STILL, on, world.neighbour)
    (finding,) = found_in(world.other)["priority_stood_still_at_two_reviews"]
    assert "the reviews of 1 October 2025 and 1 April 2026" in finding.summary
    make_review(world.other, priority, Moved.FORWARD, date(2026, 10, 1), world.neighbour)
    rules = found_in(world.other)
    assert "priority_stood_still_at_two_reviews" not in rules
    assert "progress_review_overdue" not in rules


def test_no_plan_is_called_missing_while_the_register_of_plans_is_empty(world):
    assert "plan_required_by_law_missing" not in found_in(world.own)
    make_plan(world.own, "neglect-strategy", world.manager)
    findings = found_in(world.own)["plan_required_by_law_missing"]
    assert all("has not verified the exact wording" in finding.evidence[-1]["text"] for finding in findings)
    titles = {finding.subject_label for finding in findings}
    assert {"Threshold document", "Published arrangements"} <= titles
    assert "Neglect strategy" not in titles


def test_the_same_asked_three_times_is_found_once_with_all_three(world):
    made = [
        record_recommendation(
            partnership=world.own, text=WORDS, source_title=f"Review {year}", made_on=date(year, 5, 4), by=world.manager
        )
        for year in (2023, 2024, 2026)
    ]
    (finding,) = found_in(world.own)["recommendation_made_three_times"]
    assert finding.subject_id == made[-1].pk
    assert [shown["text"] for shown in finding.evidence] == [
        "4 May 2026, Review 2026",
        "4 May 2024, Review 2024",
        "4 May 2023, Review 2023",
    ]


def test_what_was_asked_more_than_five_years_ago_counts_no_longer(world):
    for year in (2019, 2024, 2026):
        record_recommendation(
            partnership=world.own, text=WORDS, source_title=f"Review {year}", made_on=date(year, 5, 4), by=world.manager
        )
    assert "recommendation_made_three_times" not in found_in(world.own)


def test_what_people_said_is_not_the_same_is_not_counted_as_repeated(world):
    made = [
        record_recommendation(
            partnership=world.own, text=WORDS, source_title=f"Review {year}", made_on=date(year, 5, 4), by=world.manager
        )
        for year in (2023, 2024, 2026)
    ]
    for other in made[1:]:
        say_sameness(
            one=made[0], other=other, is_same=False, partnership=world.own, on=date(2026, 6, 1), by=world.manager
        )
    assert "recommendation_made_three_times" not in found_in(world.own)


def test_a_regions_recommendation_waits_with_those_it_was_issued_to(world):
    issued = issue_recommendation(
        region=world.region,
        to=[world.own],
        on=LATER,
        text=WORDS,
        source_title="Regional review",
        made_on=LATER,
        by=world.people[Role.REGIONAL_OVERSEER],
    )
    (finding,) = found_in(world.own)["recommendation_unanswered"]
    assert finding.subject_id == issued.pk
    assert "recommendation_unanswered" not in found_in(world.region)
    respond(recommendation=issued, partnership=world.own, answer=Answer.ACCEPTED, on=date(2026, 6, 1), by=world.manager)
    assert "recommendation_unanswered" not in found_in(world.own)


def test_a_recommendation_whose_only_action_was_withdrawn_is_without_one(world):
    made = record_recommendation(
        partnership=world.own, text=WORDS, source_title="Review", made_on=LATER, by=world.manager
    )
    respond(recommendation=made, partnership=world.own, answer=Answer.ACCEPTED, on=LATER, by=world.manager)
    action = raise_action(partnership=world.own, what="Buy a book of names", raised_on=LATER, by=world.manager)
    answer_by_action(recommendation=made, action=action, on=LATER, by=world.manager)
    assert "recommendation_accepted_without_action" not in found_in(world.own)
    withdraw(action=action, on=date(2026, 6, 1), reason="Nobody sells one.", by=world.manager)
    assert found_in(world.own)["recommendation_accepted_without_action"]


def test_while_a_review_of_progress_is_open_none_is_called_overdue(world):
    set_priority(partnership=world.own, title="Piers", started_on=BEGAN, by=world.manager)
    assert found_in(world.own)["progress_review_overdue"]
    open_review(partnership=world.own, on=date(2026, 11, 2), by=world.manager)
    assert "progress_review_overdue" not in found_in(world.own)
    assert found_in(world.own, date(2027, 3, 1))["progress_review_left_open"]


def test_a_findings_page_leads_to_what_it_is_about(world, sign_in):
    make_promises(world.own, "East", world.manager)
    client = sign_in(Role.BUSINESS_MANAGER)
    for rule in (
        "priority_without_outcome",
        "challenge_unanswered",
        "referral_not_received",
        "law_change_not_taken_in",
    ):
        finding = found_in(world.own, world.today)[rule][0]
        page = client.get(f"/p/{world.own.slug}/findings/{finding.pk}/")
        assert "Go and mend it" in page.content.decode()
    for rules in found_in(world.own, world.today).values():
        assert client.get(f"/p/{world.own.slug}/findings/{rules[0].pk}/").status_code == 200
