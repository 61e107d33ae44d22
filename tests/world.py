"""One small invented partnership with its neighbour and its region, built once through commands.

`world.own` is the partnership that tests look at; `world.other` stands beside it, with the same kinds of things in it, and
must never show through. Each role has one person, `world.people[Role.CHAIR]`, whose role is in `world.own`; the regional
overseer's is in `world.region`, the administrator's everywhere. `sign_in(Role.CHAIR)` gives a client signed in as that person.
What else a test needs it makes through the commands of its room; tests/access/objects.py makes one thing of each kind.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

import pytest
from django.test import Client

from sightline.foundation.accounts.commands import establish_partnership, give_role, open_account
from sightline.foundation.accounts.domain import Role, Tier, Viewer
from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.accounts.queries import viewer_for

STARTED = date(2020, 4, 1)
PASSWORD = "a long way to the lighthouse"
NAMES = {
    Role.BUSINESS_MANAGER: "Brenda Marsh",
    Role.PARTNERSHIP_TEAM: "Tobias Quill",
    Role.CHAIR: "Chandra Ellery",
    Role.MEMBER: "Milo Fenwick",
    Role.SCRUTINEER: "Sorrel Whitlock",
    Role.ANALYST: "Anselm Dray",
    Role.REGIONAL_OVERSEER: "Ottoline Pryce",
    Role.ADMINISTRATOR: "Ada Thornbury",
}


@dataclass
class World:
    own: Partnership
    other: Partnership
    region: Partnership
    people: dict[Role, User]
    neighbour: User
    """The business manager of `other`."""
    today: date = field(default_factory=date.today)

    @property
    def manager(self) -> User:
        return self.people[Role.BUSINESS_MANAGER]

    def viewer(self, role: Role) -> Viewer:
        return viewer_for(self.people[role], self.today)


def build_world() -> World:
    region = establish_partnership(
        slug="westmark", name="Westmark Regional Safeguarding Forum", short_name="Westmark", tier=Tier.REGIONAL, by=None
    )
    own, other = (
        establish_partnership(
            slug=name.lower(),
            name=f"{name} Safeguarding Children Partnership",
            short_name=name,
            overseen_by=region,
            started_on=STARTED,
            by=None,
        )
        for name in ("Ashvale", "Brackenmoor")
    )
    people = {role: _person(name) for role, name in NAMES.items()}
    for role, user in people.items():
        where = {Role.REGIONAL_OVERSEER: region, Role.ADMINISTRATOR: None}.get(role, own)
        give_role(user=user, role=role, partnership=where, starts_on=STARTED, by=None)
    neighbour = _person("Nadia Birch")
    give_role(user=neighbour, role=Role.BUSINESS_MANAGER, partnership=other, starts_on=STARTED, by=None)
    return World(own, other, region, people, neighbour)


def _person(name: str) -> User:
    email = f"{name.lower().replace(' ', '.')}@sightline.example"
    return open_account(email=email, name=name, password=PASSWORD, by=None)


def found_world() -> World | None:
    """The world already in the database, or None after a test that emptied it."""
    partnerships = Partnership.objects.in_bulk(["westmark", "ashvale", "brackenmoor"], field_name="slug")
    if len(partnerships) < 3:
        return None
    users = {user.name: user for user in User.objects.all()}
    people = {role: users[name] for role, name in NAMES.items()}
    region, own, other = (partnerships[slug] for slug in ("westmark", "ashvale", "brackenmoor"))
    return World(own, other, region, people, users["Nadia Birch"])


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: object) -> None:
    """Where a test of this run asks for the world, it is built once, before the first test."""
    if any("world" in getattr(item, "fixturenames", ()) for item in request.session.items):
        with django_db_blocker.unblock():
            build_world()


@pytest.fixture
def world(db: None) -> World:
    return found_world() or build_world()


@pytest.fixture
def sign_in(world: World) -> Iterator[Callable[[Role | User], Client]]:
    """`sign_in(Role.CHAIR)` or `sign_in(user)` gives a client signed in as that person."""

    def signed_in(who: Role | User) -> Client:
        client = Client()
        client.force_login(world.people[who] if isinstance(who, Role) else who)
        return client

    yield signed_in
