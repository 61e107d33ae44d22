"""Findings as people meet them: they open, close when mended, can be set aside, and are checked board by board."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils.timezone import get_current_timezone

from sightline.foundation.accounts.domain import Role
from sightline.kernel.verdict import Refused
from sightline.oversight.gaps.commands import bring_back, set_aside
from sightline.oversight.gaps.models import Check, Finding
from sightline.oversight.gaps.queries import findings_as_at, open_findings
from sightline.oversight.gaps.queries.evidence import facts_of
from sightline.partnership.governance.commands import approve_terms, draft_terms

from .makers import make_bare_board, make_finding, run_rules

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def moment(on: date = TODAY) -> datetime:
    return datetime.combine(on, time(12), tzinfo=get_current_timezone())


def mend(finding: Finding, board) -> None:
    terms = draft_terms(board=board, by=None, meetings_per_year=4, quorum_minimum=3, review_on=date(2028, 1, 1))
    approve_terms(terms=terms, on=date(2022, 4, 1), by=None)


def test_a_finding_opens_once_however_often_the_rules_run(world):
    finding = make_finding(world.own, TODAY)
    run_rules(world.own, TODAY)
    assert Finding.objects.filter(rule=finding.rule, partnership=world.own).count() == 1
    assert Check.objects.filter(partnership=world.own).count() == 2


def test_a_finding_closes_when_what_it_names_is_mended_and_stays_in_the_record(world):
    board = make_bare_board(world.own)
    run_rules(world.own, TODAY - timedelta(days=10))
    finding = open_findings(world.own, TODAY).get(rule="board_without_terms_of_reference")
    mend(finding, board)
    run_rules(world.own, TODAY)
    finding.refresh_from_db()
    assert finding.closed_at is not None
    assert finding in findings_as_at(world.own, TODAY - timedelta(days=5), TODAY)
    assert finding not in findings_as_at(world.own, TODAY, TODAY)


def test_a_finding_that_comes_back_is_a_new_one(world):
    board = make_bare_board(world.own)
    run_rules(world.own, TODAY)
    first = Finding.objects.get(rule="board_without_terms_of_reference", subject_id=board.pk)
    mend(first, board)
    run_rules(world.own, TODAY)
    board.terms.update(ended_on=TODAY)
    run_rules(world.own, TODAY + timedelta(days=1))
    assert Finding.objects.filter(rule=first.rule, subject_id=board.pk).count() == 2


def test_one_changed_board_is_checked_alone(world):
    kept, mended = make_bare_board(world.own), make_bare_board(world.own, "Neglect Panel")
    run_rules(world.own, TODAY)
    mend(Finding.objects.first(), mended)
    run_rules(world.own, TODAY, board=mended)
    still = set(
        open_findings(world.own, TODAY)
        .filter(rule="board_without_terms_of_reference")
        .values_list("board_id", flat=True)
    )
    assert still == {kept.pk}


def test_another_partnerships_findings_are_not_touched(world):
    other = make_finding(world.other, TODAY)
    run_rules(world.own, TODAY)
    other.refresh_from_db()
    assert other.closed_at is None


def test_setting_aside_needs_a_reason_and_a_day_within_a_year(world):
    finding = make_finding(world.own, TODAY)
    for reason, until, field in (
        (" ", TODAY + timedelta(days=30), "reason"),
        ("The board ends in March.", TODAY, "until"),
        ("The board ends in March.", TODAY + timedelta(days=500), "until"),
    ):
        with pytest.raises(Refused) as refused:
            set_aside(finding=finding, reason=reason, until=until, on=TODAY, at=moment(), by=world.manager)
        assert refused.value.field == field


def test_a_finding_set_aside_comes_back_by_itself_or_by_a_persons_word(world):
    finding = make_finding(world.own, TODAY)
    until = TODAY + timedelta(days=30)
    set_aside(finding=finding, reason="The board ends in March.", until=until, on=TODAY, at=moment(), by=world.manager)
    assert open_findings(world.own, TODAY).get(pk=finding.pk).is_set_aside
    assert not open_findings(world.own, until).get(pk=finding.pk).is_set_aside
    bring_back(finding=finding, at=moment(), by=world.manager)
    assert not open_findings(world.own, TODAY).get(pk=finding.pk).is_set_aside


def test_reading_the_facts_costs_the_same_however_many_boards(
    world, django_assert_num_queries, django_assert_max_num_queries
):
    make_bare_board(world.own)
    with django_assert_max_num_queries(90) as first:
        facts_of(world.own, TODAY)
    for number in range(8):
        make_bare_board(world.own, f"Panel {number}")
    with django_assert_num_queries(len(first)):
        facts_of(world.own, TODAY)


def test_a_manager_reads_a_finding_sets_it_aside_and_sees_why(world, sign_in):
    finding = make_finding(world.own, world.today)
    client = sign_in(Role.BUSINESS_MANAGER)
    base = f"/p/{world.own.slug}/findings/"
    assert finding.summary in client.get(base).content.decode()
    page = client.get(f"{base}{finding.pk}/").content.decode()
    assert "How it closes" in page and "Go and mend it" in page
    day = world.today + timedelta(days=40)
    form = {
        "reason": "The panel ends in spring.",
        "until_day": day.day,
        "until_month": day.month,
        "until_year": day.year,
    }
    assert client.post(f"{base}{finding.pk}/set-aside", form).status_code == 302
    assert "The panel ends in spring." in client.get(f"{base}{finding.pk}/").content.decode()


def test_an_empty_reason_is_said_beside_its_field_and_nothing_is_lost(world, sign_in):
    finding = make_finding(world.own, world.today)
    answer = sign_in(Role.CHAIR).post(
        f"/p/{world.own.slug}/findings/{finding.pk}/set-aside", {"reason": "", "until_day": "7"}
    )
    text = answer.content.decode()
    assert "Say why this does not need acting on" in text
    assert 'value="7"' in text


def test_running_the_rules_from_the_page_says_how_many_are_open(world, sign_in):
    make_bare_board(world.own)
    answer = sign_in(Role.SCRUTINEER).post(f"/p/{world.own.slug}/findings/check", follow=True)
    assert "The rules have run." in answer.content.decode()


def test_the_catalogue_lists_every_rule_and_can_be_taken_away(world, sign_in):
    client = sign_in(Role.MEMBER)
    assert "Statutory partner missed three meetings" in client.get("/rules").content.decode()
    assert client.get("/rules?export=csv").content.decode("utf-8-sig").count("\n") >= 45
    assert client.get("/rules/no_such_rule").status_code == 404
