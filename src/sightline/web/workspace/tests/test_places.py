"""Where people are: seven places, the pages in each, and those of the region."""

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.web.workspace.presenters.places import OF_THE_REGION, PLACES, current_place, shown_places, within
from tests.world import World

pytestmark = pytest.mark.django_db


def here(world: World, role: Role, path: str) -> tuple[str, str]:
    """The place and the page that are lit at an address."""
    places = shown_places(world.viewer(role), world.own)
    address = f"/p/{world.own.slug}/{path}"
    place = [one["text"] for one in current_place(places, address) if one["current"]]
    row = within(places, address)
    page = [one["text"] for one in row["links"] if one["current"]] if row else []
    return ", ".join(place), ", ".join(page)


@pytest.mark.parametrize(
    ("path", "lit"),
    [
        ("", ("Home", "")),
        ("boards/3/", ("Boards", "Structure")),
        ("boards/3/attendance", ("Boards", "Attendance")),
        ("meetings/7/agenda/", ("Boards", "Meetings")),
        ("referrals/7/", ("Boards", "Referrals")),
        ("progress/reviews/2/", ("Promises", "From promise to impact")),
        ("priorities/2/", ("Promises", "Priorities")),
        ("plans/formats/2/", ("Promises", "Required plans")),
        ("actions/12/progress", ("Promises", "Actions")),
        ("reviews/4/publication/", ("Learning", "Reviews")),
        ("reviews/themes/", ("Learning", "Themes")),
        ("learning/practice/3/", ("Learning", "Practice")),
        ("findings/", ("Findings", "")),
        ("papers/3/", ("Documents", "Tray")),
        ("law/changes", ("Documents", "Law and guidance")),
        ("posts/3/", ("People", "People")),
    ],
)
def test_each_address_lights_its_place_and_its_page(world, path, lit):
    assert here(world, Role.BUSINESS_MANAGER, path) == lit


def test_a_person_sees_only_the_pages_that_their_roles_open(world):
    def pages(role: Role) -> set[str]:
        return {link.text for place in shown_places(world.viewer(role), world.own) for link in place.links}

    everything = {page.text for _, found in PLACES for page in found}
    assert pages(Role.BUSINESS_MANAGER) == everything
    assert everything - pages(Role.MEMBER) == {"Incidents", "Rapid reviews", "Tray", "Import", "Reminders"}


def test_the_pages_of_the_region_stand_beside_each_other_on_each_of_them(world, sign_in):
    client = sign_in(Role.REGIONAL_OVERSEER)
    for address in ("/region/", "/region/attendance", "/region/priorities/", "/region/reviews/themes/"):
        text = client.get(address).content.decode()
        assert all(f">{name}</a>" in text for name, _ in OF_THE_REGION)
        assert text.count('aria-current="page"') >= 1


def test_the_pages_of_the_region_are_not_offered_to_others(world, sign_in):
    assert "Themes of reviews" not in sign_in(Role.CHAIR).get(f"/p/{world.own.slug}/").content.decode()
