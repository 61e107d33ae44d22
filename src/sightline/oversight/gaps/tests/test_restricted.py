"""Findings about serious incidents and unpublished reviews are told only to those who read these."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.oversight.gaps.models import Finding
from sightline.oversight.gaps.queries import (
    finding_in,
    findings_as_at,
    open_counts_by_rule,
    open_findings,
    shared,
    visible_to,
)
from sightline.record.reviews.commands import publish_review, record_finding, withdraw_review
from sightline.record.reviews.models import Review
from sightline.record.reviews.tests.build_practice import make_review
from sightline.record.reviews.tests.rapid_making import make_incident, working_days_ago
from tests.world import World

from .makers import make_late_incident, run_rules

pytestmark = pytest.mark.django_db
SignIn = Callable[[Role], Client]


def make_review_without_themes(world: World) -> Review:
    review = make_review(world.own)
    record_finding(review=review, number="1", text="Agencies held separate records.", by=None)
    return review


def of_rule(rule: str) -> Finding:
    return Finding.objects.get(rule=rule, closed_at=None)


def publish(review: Review, world: World) -> None:
    publish_review(review=review, published_on=world.today, by=None)
    run_rules(world.own, world.today)


def test_only_who_reads_incidents_is_told_that_one_is_late(world: World) -> None:
    late = make_late_incident(world.own, world.today)
    chair, member = world.viewer(Role.CHAIR), world.viewer(Role.MEMBER)
    assert late.is_restricted
    for ask in (
        lambda viewer: open_findings(world.own, world.today, viewer),
        lambda viewer: findings_as_at(world.own, world.today, world.today, viewer),
        lambda viewer: findings_as_at(world.own, world.today + timedelta(days=1), world.today, viewer),
        visible_to,
    ):
        assert late in ask(chair)
        assert late not in ask(member)
    assert finding_in(world.own, late.pk, chair) == late
    assert finding_in(world.own, late.pk, member) is None


def test_asked_without_a_viewer_the_answer_leaves_restricted_findings_out(world: World) -> None:
    late = make_late_incident(world.own, world.today)
    assert late not in open_findings(world.own, world.today)
    assert late not in findings_as_at(world.own, world.today + timedelta(days=1), world.today)
    assert finding_in(world.own, late.pk) is None


def test_the_neighbours_manager_reads_incidents_of_the_neighbour_only(world: World, sign_in: SignIn) -> None:
    late = make_late_incident(world.other, world.today)
    assert finding_in(world.other, late.pk, world.viewer(Role.BUSINESS_MANAGER)) is None
    assert late not in visible_to(world.viewer(Role.BUSINESS_MANAGER))


def test_a_region_is_told_neither_of_the_finding_nor_of_its_number(world: World, sign_in: SignIn) -> None:
    late = make_late_incident(world.own, world.today)
    choose_sharing(partnership=world.own, topic=Topic.FINDINGS, is_shared=True, by=None)
    assert late not in visible_to(world.viewer(Role.REGIONAL_OVERSEER))
    assert late not in shared([world.own.pk], world.today)
    assert late.rule not in {rule for _, rule, _ in open_counts_by_rule(frozenset([world.own.pk]), world.today)}
    client = sign_in(Role.REGIONAL_OVERSEER)
    for page in (f"/region/{world.own.slug}/findings", "/region/findings", "/region/"):
        answer = client.get(page)
        assert answer.status_code == 200
        assert "SI 2026-01" not in answer.content.decode() and "Serious incident not" not in answer.content.decode()


def test_lists_and_counts_differ_between_who_reads_incidents_and_who_does_not(world: World, sign_in: SignIn) -> None:
    late = make_late_incident(world.own, world.today)
    base = f"/p/{world.own.slug}/findings/"
    for role, is_told in ((Role.CHAIR, True), (Role.SCRUTINEER, True), (Role.MEMBER, False), (Role.ANALYST, False)):
        client = sign_in(role)
        assert (late.summary in client.get(base).content.decode()) is is_told
        assert (late.summary in client.get(f"{base}?export=csv").content.decode("utf-8-sig")) is is_told
        assert client.get(f"{base}{late.pk}/").status_code == (200 if is_told else 404)
        ran = client.post(f"{base}check", follow=True).content.decode()
        number = open_findings(world.own, world.today, world.viewer(role)).count()
        assert f"{number} {'finding is' if number == 1 else 'findings are'} open" in ran


def test_the_page_says_that_it_is_restricted_and_leads_to_the_incident(world: World, sign_in: SignIn) -> None:
    incident = make_incident(world.own, aware_on=working_days_ago(world.today, 9))
    run_rules(world.own, world.today)
    page = sign_in(Role.CHAIR).get(f"/p/{world.own.slug}/findings/{of_rule('serious_incident_not_notified').pk}/")
    text = page.content.decode()
    assert "Only those who may read serious incidents" in text
    assert f"/p/{world.own.slug}/incidents/{incident.pk}/" in text


def test_a_finding_about_a_review_opens_to_all_when_the_review_is_published_and_closes_when_taken_back(
    world: World,
) -> None:
    review = make_review_without_themes(world)
    run_rules(world.own, world.today)
    finding = of_rule("review_finding_without_theme")
    assert finding.is_restricted
    publish(review, world)
    finding.refresh_from_db()
    assert not finding.is_restricted and finding in open_findings(world.own, world.today)
    withdraw_review(review=review, on=world.today, because="It named a place.", is_taken_back=True, by=None)
    run_rules(world.own, world.today)
    finding.refresh_from_db()
    assert finding.is_restricted and finding not in open_findings(world.own, world.today)


def test_the_home_page_counts_restricted_duties_only_for_those_who_read_them(world: World, sign_in: SignIn) -> None:
    make_late_incident(world.own, world.today)
    assert open_findings(world.own, world.today).filter(severity="duty").count() == 0
    assert "duty may not be met" in sign_in(Role.CHAIR).get(f"/p/{world.own.slug}/").content.decode()
    assert "duty may not be met" not in sign_in(Role.MEMBER).get(f"/p/{world.own.slug}/").content.decode()


def test_a_closed_finding_about_an_incident_stays_restricted(world: World) -> None:
    late = make_late_incident(world.own, world.today)
    Finding.objects.filter(pk=late.pk).update(closed_at=late.found_at)
    before = date(late.found_at.year, late.found_at.month, late.found_at.day) - timedelta(days=1)
    assert late not in findings_as_at(world.own, before, world.today)
    assert finding_in(world.own, late.pk, world.viewer(Role.MEMBER)) is None
