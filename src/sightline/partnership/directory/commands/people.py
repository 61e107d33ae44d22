"""Verbs of people and posts: who there is, what jobs there are, who holds them when."""

from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.domain import HoldingKind
from sightline.partnership.directory.domain.dates import overlap
from sightline.partnership.directory.domain.roles import LEAD_ROLES
from sightline.partnership.directory.models import Area, Holding, Organisation, Person, Post

PERSON_CORRECTABLE = ("honorific", "work_email", "work_phone")
POST_CORRECTABLE = ("title", "organisation", "role", "area", "started_on")
HOLDING_CORRECTABLE = ("kind", "started_on", "ended_on")


@deed
def record_person(
    *,
    partnership: Partnership,
    name: str,
    by: User | None,
    honorific: str = "",
    work_email: str = "",
    work_phone: str = "",
) -> Person:
    """Two people may bear one name; work contact details only."""
    return _found(
        kept(
            Person(
                partnership=partnership,
                name=" ".join(name.split()),
                honorific=honorific,
                work_email=work_email,
                work_phone=work_phone,
            )
        )
    )


def _found(person: Person) -> Person:
    index_entry(kind="directory.person", id=person.pk, partnership=person.partnership, title=person.name)
    return person


@deed
def rename_person(*, person: Person, name: str, by: User | None) -> Person:
    person.name = " ".join(name.split())
    return _found(kept(person))


@deed
def correct_person(*, person: Person, by: User | None, **changes: Any) -> Person:
    return _corrected(person, PERSON_CORRECTABLE, changes)


@deed
def link_account(*, person: Person, account: User | None, by: User | None) -> Person:
    """Says which sign-in is this person's, so that their own actions and seats are found on their home page."""
    taken = Person.objects.filter(partnership=person.partnership, account=account).exclude(pk=person.pk).first()
    if account is not None and taken is not None:
        raise Refused(f"That account already belongs to {taken.name}. Unlink it there first.", "account")
    person.account = account
    return kept(person)


@deed
def create_post(
    *,
    partnership: Partnership,
    organisation: Organisation,
    title: str,
    by: User | None,
    role: str = "",
    area: Area | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
) -> Post:
    if organisation.partnership_id not in (None, partnership.pk):
        raise Refused("That organisation belongs to another partnership. Choose one of your own.", "organisation")
    _check_role(role)
    title = " ".join(title.split())
    return kept(
        Post(
            partnership=partnership,
            organisation=organisation,
            title=title,
            role=role,
            area=area,
            started_on=started_on,
            ended_on=ended_on,
        )
    )


def _check_role(role: str) -> None:
    if role and role not in LEAD_ROLES:
        raise Refused("That is not a statutory or lead role that Sightline knows. Leave the role empty.", "role")


@deed
def correct_post(*, post: Post, by: User | None, **changes: Any) -> Post:
    _check_role(changes.get("role", ""))
    return _corrected(post, POST_CORRECTABLE, changes)


@deed
def end_post(*, post: Post, on: date, by: User | None) -> Post:
    """Ends the post and, that day, whoever still holds it."""
    post.ended_on = on
    kept(post)
    for holding in post.holdings.filter(ended_on__isnull=True):
        holding.ended_on = max(on, holding.started_on or on)
        kept(holding)
    return post


@deed
def appoint(
    *,
    person: Person,
    post: Post,
    by: User | None,
    started_on: date | None = None,
    ended_on: date | None = None,
    kind: HoldingKind = HoldingKind.SUBSTANTIVE,
) -> Holding:
    """A post may be held substantively and covered at once; never twice at once by one person."""
    if person.partnership_id != post.partnership_id:
        raise Refused("That person belongs to another partnership. Choose one of your own.", "person")
    for held in post.holdings.filter(person=person):
        if overlap((held.started_on, held.ended_on), (started_on, ended_on)):
            raise Refused(f"{person.name} already holds this post at that time. End or correct that first.", "person")
    return kept(Holding(person=person, post=post, kind=kind, started_on=started_on, ended_on=ended_on))


@deed
def correct_holding(*, holding: Holding, by: User | None, **changes: Any) -> Holding:
    return _corrected(holding, HOLDING_CORRECTABLE, changes)


def _corrected(row: Any, allowed: tuple[str, ...], changes: dict[str, Any]) -> Any:
    for name, value in changes.items():
        if name not in allowed:
            raise ValueError(f"{name} is not corrected here")
        setattr(row, name, value)
    return kept(row)
