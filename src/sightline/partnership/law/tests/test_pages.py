import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.law.commands import load_reference
from tests.world import World


@pytest.fixture
def client(world: World, sign_in):
    load_reference(by=None)
    return sign_in(Role.SCRUTINEER)


def address(name: str, world: World, *parts: str) -> str:
    return reverse(f"law:{name}", args=[world.own.slug, *parts])


def test_the_list_says_the_state_of_each_edition_and_what_was_not_checked(world: World, client) -> None:
    page = client.get(address("list", world)).content.decode()
    assert "Working Together 2026" in page and "Made, not yet wholly in force" in page and "unverified" in page
    assert page.count("<h1") == 1


def test_law_is_that_of_the_date_asked(world: World, client) -> None:
    page = client.get(address("list", world), {"as-at": "2014-06-01", "page": "all"}).content.decode()
    assert "Working Together 2013" in page and "Working Together 2015" not in page


def test_an_instrument_shows_its_editions_and_duties(world: World, client) -> None:
    page = client.get(address("instrument", world, "working-together")).content.decode()
    assert "Working Together 2018" in page and "Superseded" in page and "within 15 working days" in page
    assert client.get(address("instrument", world, "no-such-law")).status_code == 404


@pytest.mark.parametrize("name", ["list", "duties"])
def test_lists_can_be_taken_away_and_cost_few_queries(
    world: World, client, name, django_assert_max_num_queries
) -> None:
    with django_assert_max_num_queries(10):
        client.get(address(name, world))
    assert client.get(address(name, world), {"export": "csv"})["Content-Type"].startswith("text/csv")


def test_duties_say_who_owes_what_when_on_what_authority(world: World, client) -> None:
    page = client.get(address("duties", world)).content.decode()
    assert "within 5 working days of becoming aware" in page and "section 16C(1)" in page
    assert "nelincsscp.trixonline.co.uk" in page
