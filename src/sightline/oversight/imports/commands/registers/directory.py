"""Organisations of the partnership's own, its posts, and who holds them."""

from sightline.foundation.accounts.models import Partnership, User
from sightline.oversight.imports.domain.sheets import Column, Sheet
from sightline.partnership.directory.commands import appoint, create_post, record_organisation, record_person
from sightline.partnership.directory.domain import SECTOR_LABELS, Sector
from sightline.partnership.directory.models import Holding, Organisation, Person, Post

from .shape import Amiss, Register, Values, choice, day, needed_with


def _knows_body(partnership: Partnership, v: Values) -> bool:
    """Also one that all partnerships share: a second of the same name would split its record."""
    same = Organisation.objects.filter(name__iexact=" ".join(v["name"].split()))
    return same.filter(partnership=partnership).exists() or same.filter(partnership__isnull=True).exists()


ORGANISATIONS = Register(
    Sheet(
        "organisations",
        "Organisations",
        (
            Column("name", "Organisation", needed=True, hint="Enter its full name."),
            Column("abbreviation", "Short form"),
            choice("sector", "Sector", SECTOR_LABELS),
            Column("parent", "Part of", hint="An organisation; it may stand in a row above"),
            day("started_on", "From"),
            day("ended_on", "Until"),
        ),
        "One row for each organisation that the directory does not have. Shared public bodies are there already.",
    ),
    _knows_body,
    lambda p, v, by: record_organisation(
        partnership=p, by=by, **{**v, "sector": Sector(v["sector"]) if v["sector"] else Sector.OTHER}
    ),
    {"parent": "organisation"},
    makes="organisation",
)


def _post(partnership: Partnership, v: Values) -> Post | None:
    title = " ".join(v["title"].split())
    return Post.objects.filter(partnership=partnership, organisation=v["organisation"], title__iexact=title).first()


def _holds(post: Post | None, v: Values) -> bool:
    return post is not None and (
        not v["person"] or Holding.objects.filter(post=post, person__name__iexact=v["person"]).exists()
    )


def _add_post(partnership: Partnership, v: Values, by: User | None) -> Post:
    needed_with(v, "email", "An address, and nobody whose it is.", ("person", "Enter the person’s name."))
    post = _post(partnership, v) or create_post(
        partnership=partnership, organisation=v["organisation"], title=v["title"], by=by
    )
    if v["person"]:
        appoint(person=_person(partnership, v, by), post=post, started_on=v["since"], by=by)
    return post


def _person(partnership: Partnership, v: Values, by: User | None) -> Person:
    """The one of that name, if the directory has just one; two people may bear one name."""
    name = " ".join(v["person"].split())
    known = list(Person.objects.filter(partnership=partnership, name__iexact=name)[:2])
    if len(known) > 1:
        raise Amiss("person", f"Two people are called {name}.", "Appoint the right one on the page of the post.")
    return known[0] if known else record_person(partnership=partnership, name=name, work_email=v["email"], by=by)


POSTS = Register(
    Sheet(
        "posts",
        "Posts and people",
        (
            Column("organisation", "Organisation", needed=True, hint="Enter an organisation that the directory has."),
            Column("title", "Post", needed=True, hint="Enter the title of the post."),
            Column("person", "Held by", hint="The person’s name, as they write it at work"),
            Column("email", "Work e-mail"),
            day("since", "Since"),
        ),
        "One row for each post, with the person who holds it.",
    ),
    lambda p, v: _holds(_post(p, v), v),
    _add_post,
    {"organisation": "organisation"},
)
