"""A regional overseer sees partnerships side by side, and only what each of them shares."""

from datetime import date, timedelta

import pytest

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.foundation.accounts.models import Partnership
from sightline.kernel.periods import financial_year
from sightline.oversight.gaps.tests.makers import make_bare_board, run_rules
from sightline.partnership.directory.commands import record_organisation
from sightline.partnership.directory.models import Organisation
from sightline.record.meetings.commands import record_attendance, record_meeting
from sightline.record.meetings.domain import Status

pytestmark = pytest.mark.django_db
MET = date(2026, 6, 3)
YEAR = f"?year={financial_year(MET).start.year}"


def share(partnership: Partnership, *topics: Topic) -> None:
    for topic in topics:
        choose_sharing(partnership=partnership, topic=topic, is_shared=True, by=None)


def meet(partnership: Partnership, police: Organisation, status: Status) -> None:
    board = make_bare_board(partnership)
    meeting = record_meeting(board=board, held_on=MET, by=None)
    record_attendance(meeting=meeting, organisation=police, status=status, by=None)


@pytest.fixture
def police(db) -> Organisation:
    return record_organisation(name="Westmark Police", by=None)


def test_nothing_shows_until_a_partnership_shares_it(world, sign_in, police):
    meet(world.own, police, Status.PRESENT)
    run_rules(world.own, world.today)
    client = sign_in(Role.REGIONAL_OVERSEER)
    text = client.get("/region/").content.decode()
    assert world.own.name in text and "Not shared" in text
    assert "Westmark Police" not in client.get(f"/region/attendance{YEAR}").content.decode()
    assert "Transitions Panel" not in client.get(f"/region/{world.own.slug}/findings").content.decode()
    assert "Transitions Panel" not in client.get(f"/region/{world.own.slug}/boards").content.decode()


def test_attendance_of_an_agency_stands_side_by_side(world, sign_in, police):
    meet(world.own, police, Status.PRESENT)
    meet(world.other, police, Status.ABSENT)
    share(world.own, Topic.ATTENDANCE)
    share(world.other, Topic.ATTENDANCE)
    text = sign_in(Role.REGIONAL_OVERSEER).get(f"/region/attendance{YEAR}").content.decode()
    assert "Westmark Police" in text and "100%" in text and "0%" in text


def test_attendance_not_known_is_not_a_zero(world, sign_in, police):
    meet(world.own, police, Status.UNKNOWN)
    share(world.own, Topic.ATTENDANCE)
    text = sign_in(Role.REGIONAL_OVERSEER).get(f"/region/attendance{YEAR}").content.decode()
    assert "Not known" in text and "0%" not in text


def test_findings_are_counted_by_rule_and_lead_to_their_words(world, sign_in):
    make_bare_board(world.own)
    run_rules(world.own, world.today)
    share(world.own, Topic.FINDINGS)
    client = sign_in(Role.REGIONAL_OVERSEER)
    assert "Board without terms of reference" in client.get("/region/findings").content.decode()
    shown = client.get(f"/region/{world.own.slug}/findings").content.decode()
    assert "Transitions Panel has no approved terms of reference" in shown


def test_boards_are_shown_with_their_vacant_seats_when_shared(world, sign_in):
    make_bare_board(world.own)
    share(world.own, Topic.BOARDS)
    text = sign_in(Role.REGIONAL_OVERSEER).get(f"/region/{world.own.slug}/boards").content.decode()
    assert "Transitions Panel" in text


def test_a_partnership_of_no_region_of_hers_does_not_exist(world, sign_in):
    Partnership.objects.filter(pk=world.other.pk).update(overseen_by=None)
    client = sign_in(Role.REGIONAL_OVERSEER)
    assert client.get(f"/region/{world.other.slug}/findings").status_code == 404


@pytest.mark.parametrize("role", [Role.BUSINESS_MANAGER, Role.SCRUTINEER, Role.ADMINISTRATOR])
def test_the_region_does_not_exist_for_others(world, sign_in, role):
    assert sign_in(role).get("/region/").status_code == 404


def test_matrices_are_taken_away_as_they_are_seen(world, sign_in, police):
    meet(world.own, police, Status.PRESENT)
    share(world.own, Topic.ATTENDANCE)
    answer = sign_in(Role.REGIONAL_OVERSEER).get(f"/region/attendance{YEAR}&export=csv")
    assert "Westmark Police" in answer.content.decode("utf-8-sig")


def test_more_partnerships_ask_no_more_questions(
    world, sign_in, police, django_assert_max_num_queries, django_assert_num_queries
):
    client = sign_in(Role.REGIONAL_OVERSEER)
    meet(world.own, police, Status.PRESENT)
    share(world.own, *Topic)
    client.get("/region/")
    with django_assert_max_num_queries(25) as first:
        client.get("/region/")
    meet(world.other, police, Status.PRESENT)
    share(world.other, *Topic)
    with django_assert_num_queries(len(first)):
        client.get("/region/")


def test_an_impossible_year_falls_back_to_the_year_in_sight(world, sign_in):
    for asked in ("?year=abc", "?year=9999", "?year=0"):
        assert sign_in(Role.REGIONAL_OVERSEER).get(f"/region/attendance{asked}").status_code == 200


def test_the_record_is_seen_as_at_a_day_and_back(world, sign_in):
    client = sign_in(Role.SCRUTINEER)
    day = (world.today - timedelta(days=400)).isoformat()
    client.post("/as-at", {"on": day, "next": f"/p/{world.own.slug}/"})
    assert "You are seeing the record as at" in client.get("/accessibility").content.decode()
    client.post("/as-at", {"on": "", "next": "/"})
    assert "You are seeing the record as at" not in client.get("/accessibility").content.decode()


def test_leaving_for_another_site_is_refused(world, sign_in):
    answer = sign_in(Role.SCRUTINEER).post("/as-at", {"on": "2020-01-01", "next": "https://evil.example/"})
    assert answer["Location"] == "/"
