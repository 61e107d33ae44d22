"""The structures of the demonstration, built twice through the rooms' commands."""

from datetime import date

import pytest
from django.apps import apps

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Area, Organisation
from sightline.partnership.directory.queries import areas_in, holders_of_roles, organisation_facts, statutory_partners
from sightline.partnership.governance.domain import Capacity
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.queries import board_structure, covered_areas, draft_of, seats_of, terms_in_force
from sightline.web.demo import builders

TODAY = date(2026, 11, 20)
ROOMS = ("accounts", "law", "directory", "governance")


def build() -> None:
    builders.build_reference(by=None)
    builders.build_partnerships(by=None)
    builders.build_city_and_hackney(by=None)
    builders.build_kingston_and_richmond(by=None)
    builders.build_adolescent_board(by=None)
    builders.build_boroughs(by=None)


def counted() -> dict[str, int]:
    return {m.__name__: m.objects.count() for room in ROOMS for m in apps.get_app_config(room).get_models()}


@pytest.fixture(scope="module")
def _built(django_db_setup, django_db_blocker):
    """Built once for the module and rolled back after it: building takes seconds."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        build()
        yield
        transaction.set_rollback(True)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_built")]


def partnership(slug: str) -> Partnership:
    return Partnership.objects.get(slug=slug)


def board(name: str) -> Board:
    return Board.objects.get(name=name)


@pytest.mark.slow
def test_building_again_changes_nothing():
    before = counted()
    build()
    assert counted() == before


def test_there_are_33_authorities_and_every_one_is_covered():
    authorities = Area.objects.filter(kind="local_authority")
    assert authorities.count() == 33
    covered = {a.pk for a in Area.objects.raw("SELECT DISTINCT area_id AS id FROM governance_coveredarea")}
    assert covered == {a.pk for a in authorities}


def test_two_health_boards_became_one_in_april_2026():
    old, new = Area.objects.get(name="North Central London"), Area.objects.get(name="West and North London")
    assert areas_in(old, date(2026, 3, 31)).count() == 5
    assert areas_in(old, date(2026, 4, 1)).count() == 0
    assert areas_in(new, date(2026, 4, 1)).count() == 13


def test_city_and_hackney_has_two_councils_two_police_forces_and_one_health_body_at_a_time():
    ours = partnership("city-and-hackney")
    for day, health in ((date(2021, 6, 1), "NHS North East London CCG"), (TODAY, "NHS North East London ICB")):
        names = {o.name for o in statutory_partners(ours, day)}
        assert names == {
            "City of London Corporation",
            "Hackney Council",
            "Metropolitan Police Service",
            "City of London Police",
            health,
        }


def test_the_executive_has_a_seat_for_each_agency_of_the_published_table():
    seats = seats_of(board("City and Hackney Safeguarding Children Partnership Executive"), TODAY)
    members = [s.organisation for s in seats if s.capacity is Capacity.MEMBER]
    assert len(members) == 5


@pytest.mark.parametrize(
    ("name", "agencies"),
    [
        ("Hackney Safeguarding Children Partnership Board", 12),
        ("City of London Safeguarding Children Partnership Board", 9),
    ],
)
def test_each_board_has_a_seat_for_each_agency_of_its_published_table(name, agencies):
    assert sum(s.capacity is Capacity.MEMBER for s in seats_of(board(name), TODAY)) == agencies


def test_before_mid_2021_the_executive_bore_its_former_name():
    names = {b.name for b in board_structure(partnership("city-and-hackney"), date(2021, 5, 1)).boards}
    assert "CHSCP Senior Leadership Team" in names


def test_each_subgroup_of_kingston_and_richmond_has_two_co_chairs_from_different_agencies():
    for row in board_structure(partnership("kingston-and-richmond"), TODAY).boards:
        if row.kind == "subgroup":
            seats = seats_of(Board.objects.get(pk=row.id), TODAY)
            assert len({s.organisation for s in seats if s.capacity is Capacity.CO_CHAIR}) == 2


def test_the_adolescent_boards_terms_are_a_draft():
    proposed = board("London Adolescent Safeguarding Oversight Board")
    assert draft_of(proposed).meetings_per_year == 4
    assert terms_in_force(proposed, TODAY) is None


def test_a_merged_health_board_says_what_came_of_it():
    old = Organisation.objects.get(name="NHS North Central London ICB")
    lines = organisation_facts(partnership("camden"), old.pk, TODAY).successions
    assert [(line.text, line.other) for line in lines] == [
        ("Came from", "NHS North Central London CCG"),
        ("Merged into", "NHS West and North London ICB"),
    ]


def test_what_rests_on_general_knowledge_is_not_called_verified():
    for model in (Area, Organisation, Partnership):
        assert not model.objects.filter(source__startswith="general knowledge", is_verified=True).exists()


def test_roles_are_held_or_vacant_and_the_place_of_a_health_body_answers_for_it():
    ours = partnership("city-and-hackney")
    rows = {(r.role.code, r.where): r for r in holders_of_roles(ours, covered_areas(ours, TODAY), TODAY)}
    assert not rows["delegated_safeguarding_partner", "NHS North East London ICB"].is_vacant
    assert rows["lead_safeguarding_partner", "City of London Police"].is_vacant
    assert rows["designated_officer", "Hackney"].holders[0].kind == "Interim"
