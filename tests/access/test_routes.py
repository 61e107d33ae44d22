"""Who may open what: every route is listed, carries its door, and is tried as every role against both partnerships."""

from collections.abc import Callable, Iterable

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from sightline.foundation.accounts.domain import DEED_LABELS, ROLES, Deed, Role
from sightline.foundation.accounts.models import Partnership
from tests.access.objects import MAKERS
from tests.access.routes import Listed, listed_routes, real_routes
from tests.world import World

ROUTES = real_routes()
LISTED = [line for line in listed_routes() if line.name in ROUTES]
OURS = [line for line in LISTED if ROUTES[line.name].is_ours]
OF_A_PARTNERSHIP = [line for line in OURS if ROUTES[line.name].is_of_a_partnership]
EVERYWHERE = [line for line in OURS if line.opens.endswith(" everywhere")]
ANYWHERE = [line for line in OURS if line.opens in set(Deed) and line not in OF_A_PARTNERSHIP]
LIBRARY = [line for line in LISTED if not ROUTES[line.name].is_ours]
SignIn = Callable[[Role], Client]
# Parts of the sign-in library's addresses; what they name does not exist, which a stranger must not learn.
PARTS = {"pk": 1, "key": "x", "uidb36": "1", "provider_id": "none"}


def _name(line: Listed) -> str:
    return line.name


def _address(line: Listed, world: World, partnership: Partnership, things_of: Partnership) -> str:
    parts = {} if line.maker == "-" else MAKERS[line.maker](world, things_of)
    if ROUTES[line.name].is_of_a_partnership:
        parts["partnership"] = partnership.slug
    return reverse(line.name, kwargs=parts)


def _open(client: Client, address: str) -> HttpResponse:
    answer = client.get(address)
    return client.post(address) if answer.status_code == 405 else answer


def test_every_route_is_listed_once_and_every_listed_route_exists():
    names = [line.name for line in listed_routes()]
    assert sorted(names) == sorted(set(names))
    assert set(ROUTES) - set(names) == set(), "add these to tests/access/routes.txt"
    assert set(names) - set(ROUTES) == set(), "these are listed but no longer exist"


@pytest.mark.parametrize("line", OURS, ids=_name)
def test_each_page_carries_the_door_that_the_list_names(line):
    assert getattr(ROUTES[line.name].view, "access", None) == line.opens


def test_every_deed_that_opens_a_page_is_one_that_roles_can_hold():
    deeds = {line.deed for line in OURS} - {"everyone", "signed in"}
    assert deeds <= {deed.value for deed in Deed}
    assert set(DEED_LABELS) == set(Deed)


@pytest.mark.parametrize("line", [line for line in OURS if line.opens != "everyone"], ids=_name)
def test_a_stranger_is_sent_to_sign_in(line, world):
    answer = _open(Client(), _address(line, world, world.own, world.own))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("line", LIBRARY, ids=_name)
def test_pages_of_the_sign_in_library_do_as_the_list_says(line, db):
    wanted = [
        part for part in PARTS if f"<{part}>" in ROUTES[line.name].pattern or f":{part}>" in ROUTES[line.name].pattern
    ]
    answer = _open(Client(), reverse(line.name, kwargs={part: PARTS[part] for part in wanted}))
    to_sign_in = answer.status_code == 302 and answer["Location"].split("?")[0] == reverse("account_login")
    if line.opens == "signed in":
        assert to_sign_in
    else:
        assert answer.status_code < 500


def _answers(sign_in: SignIn, address: Callable[[], str], roles: Iterable[Role] = Role) -> dict[Role, str]:
    """What each role is answered at an address that is made first; all that was made or changed is undone at the end."""
    found = {}
    with transaction.atomic():
        made = address()
        for role in roles:
            with transaction.atomic():
                answer = _open(sign_in(role), made)
                to_sign_in = answer.get("Location", "").startswith(reverse("account_login"))
                opens = answer.status_code in (200, 302) and not to_sign_in
                found[role] = "opens" if opens else str(answer.status_code)
                transaction.set_rollback(True)
        transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("line", OF_A_PARTNERSHIP, ids=_name)
def test_a_role_opens_exactly_the_pages_of_its_deeds(line, world, sign_in):
    overseer = [Role.REGIONAL_OVERSEER]
    others = [role for role in Role if role not in overseer]
    found = _answers(sign_in, lambda: _address(line, world, world.own, world.own), others)
    found |= _answers(sign_in, lambda: _address(line, world, world.region, world.region), overseer)
    assert found == {role: "opens" if Deed(line.deed) in ROLES[role].deeds else "403" for role in Role}


@pytest.mark.parametrize("line", OF_A_PARTNERSHIP, ids=_name)
def test_another_partnership_does_not_exist(line, world, sign_in):
    excused = {Role.ADMINISTRATOR} | ({Role.REGIONAL_OVERSEER} if line.is_for_overseers_too else set())
    roles = [role for role in Role if role not in excused]
    found = _answers(sign_in, lambda: _address(line, world, world.other, world.other), roles)
    assert found == dict.fromkeys(roles, "404")


@pytest.mark.parametrize("line", [line for line in OF_A_PARTNERSHIP if line.maker != "-"], ids=_name)
def test_the_things_of_another_partnership_do_not_exist_under_ones_own_address(line, world, sign_in):
    found = _answers(sign_in, lambda: _address(line, world, world.own, world.other), [Role.BUSINESS_MANAGER])
    assert found == {Role.BUSINESS_MANAGER: "404"}


@pytest.mark.parametrize("line", EVERYWHERE, ids=_name)
def test_pages_of_the_whole_installation_exist_for_administrators_only(line, world, sign_in):
    found = _answers(sign_in, lambda: _address(line, world, world.own, world.own))
    assert found == {role: "opens" if role is Role.ADMINISTRATOR else "404" for role in Role}


@pytest.mark.parametrize("line", ANYWHERE, ids=_name)
def test_pages_outside_a_partnership_exist_for_those_who_hold_the_deed_somewhere(line, world, sign_in):
    found = _answers(sign_in, lambda: _address(line, world, world.own, world.own))
    assert found == {role: "opens" if Deed(line.opens) in ROLES[role].deeds else "404" for role in Role}
