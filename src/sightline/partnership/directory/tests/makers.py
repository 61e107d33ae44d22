"""Small invented things of the directory, made by its commands."""

from datetime import date

from sightline.foundation.accounts.commands import establish_partnership
from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory import commands
from sightline.partnership.directory.domain import AreaKind, Sector
from sightline.partnership.directory.models import Area, Organisation, Person, Post


def make_partnership(slug: str = "wexley") -> Partnership:
    name = slug.capitalize()
    return establish_partnership(slug=slug, name=f"{name} Safeguarding Children Partnership", short_name=name, by=None)


def make_area(name: str = "Wexley", kind: AreaKind = AreaKind.LOCAL_AUTHORITY) -> Area:
    return commands.record_area(code=f"X{abs(hash(name)) % 10**8:08d}", name=name, kind=kind, by=None)


def make_organisation(name: str = "Wexley Council", **kwargs: object) -> Organisation:
    return commands.record_organisation(
        **{"name": name, "sector": Sector.LOCAL_AUTHORITY, "started_on": date(2010, 4, 1), "by": None} | kwargs
    )


def make_person(partnership: Partnership, name: str = "Amara Lindqvist") -> Person:
    return commands.record_person(partnership=partnership, name=name, by=None)


def make_post(
    partnership: Partnership, organisation: Organisation, title: str = "Head of Service", **kw: object
) -> Post:
    return commands.create_post(partnership=partnership, organisation=organisation, title=title, by=None, **kw)
