"""People, posts and who held them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Prefetch, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain import HOLDING_LABELS, HoldingKind
from sightline.partnership.directory.domain.dates import last_day_of
from sightline.partnership.directory.domain.roles import LEAD_ROLES, LeadRole, Per, role_words
from sightline.partnership.directory.models import Area, Holding, Organisation, Person, Post

from .organisations import names_of, statutory_partners
from .running import running_on


def people_of(partnership: Partnership | None) -> QuerySet[Person]:
    return Person.objects.filter(partnership=partnership)


def people_visible_to(viewer: Viewer, partnership: Partnership) -> QuerySet[Person]:
    """What a person's own picker may offer them."""
    return people_of(partnership) if viewer.may(Deed.READ, partnership.pk) else Person.objects.none()


def posts_of(partnership: Partnership | None, day: date) -> QuerySet[Post]:
    return Post.objects.filter(running_on(day), partnership=partnership).select_related("organisation")


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post as held by someone. `kind` is empty when held substantively."""

    holding_id: int
    post_id: int
    title: str
    organisation_id: int
    organisation: str
    role: str
    kind: str
    started_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    id: int
    name: str
    posts: tuple[PostHeld, ...]


@dataclass(frozen=True, slots=True)
class PersonFacts:
    person: Person
    held: tuple[PostHeld, ...]
    former: tuple[PostHeld, ...]
    to_come: tuple[PostHeld, ...]


def person_rows(partnership: Partnership, day: date) -> list[PersonRow]:
    """Everyone in the partnership's directory with the posts they hold on a day; four queries."""
    holdings = Holding.objects.filter(running_on(day)).select_related("post__organisation").order_by("post__title")
    people = list(people_of(partnership).prefetch_related(Prefetch("holdings", holdings)))
    bodies = {h.post.organisation for p in people for h in p.holdings.all()}
    names = names_of(bodies, day)
    return [PersonRow(p.pk, p.name, tuple(_held(h, names, day) for h in p.holdings.all())) for p in people]


def _held(holding: Holding, names: dict[int, str], day: date) -> PostHeld:
    post, kind = holding.post, HoldingKind(holding.kind)
    return PostHeld(
        holding.pk,
        post.pk,
        post.title,
        post.organisation_id,
        names[post.organisation_id],
        role_words(post.role, last_day_of(holding.ended_on, day)),
        "" if kind is HoldingKind.SUBSTANTIVE else HOLDING_LABELS[kind],
        holding.started_on,
        holding.ended_on,
    )


def person_facts(partnership: Partnership, pk: int, day: date) -> PersonFacts | None:
    person = people_of(partnership).filter(pk=pk).first()
    if person is None:
        return None
    holdings = list(person.holdings.select_related("post__organisation").order_by("started_on", "pk"))
    names = names_of({h.post.organisation for h in holdings}, day)
    former = [h for h in holdings if h.ended_on and h.ended_on <= day]
    to_come = [h for h in holdings if h not in former and h.started_on and h.started_on > day]
    now = [h for h in holdings if h not in former and h not in to_come]
    return PersonFacts(person, *(tuple(_held(h, names, day) for h in group) for group in (now, former, to_come)))


@dataclass(frozen=True, slots=True)
class Holder:
    person_id: int
    name: str
    kind: str
    since: date | None


@dataclass(frozen=True, slots=True)
class RoleNeeded:
    """One role looked for in one place on a day: its holders, or vacant (a post and nobody in it, or no post at all)."""

    role: LeadRole
    where: str
    post: str
    post_id: int | None
    organisation: str
    holders: tuple[Holder, ...]

    @property
    def is_vacant(self) -> bool:
        return not self.holders


def holders_of_roles(partnership: Partnership, areas: Iterable[Area], day: date) -> list[RoleNeeded]:
    """Every statutory or lead role × where it is looked for, with who holds it on a day."""
    holdings = Holding.objects.filter(running_on(day)).select_related("person").order_by("kind", "started_on")
    posts = posts_of(partnership, day).exclude(role="").prefetch_related(Prefetch("holdings", holdings))
    by_role: dict[str, list[Post]] = defaultdict(list)
    for post in posts.select_related("organisation", "area"):
        by_role[post.role].append(post)
    places = {
        Per.AREA: list(areas),
        Per.PARTNERSHIP: [partnership],
        Per.SAFEGUARDING_PARTNER: statutory_partners(partnership, day),
    }
    return [
        needed
        for role in LEAD_ROLES.values()
        for place in places[role.per]
        for needed in _needed(replace(role, label=role_words(role.code, day)), place, by_role[role.code])
    ]


def _needed(role: LeadRole, place: Area | Partnership | Organisation, posts: list[Post]) -> Iterable[RoleNeeded]:
    here = [post for post in posts if _is_at(post, place)]
    if not here:
        yield RoleNeeded(role, str(place), "", None, "", ())
    for post in here:
        holders = tuple(_holder(h) for h in post.holdings.all())
        yield RoleNeeded(role, str(place), post.title, post.pk, post.organisation.name, holders)


def _is_at(post: Post, place: Area | Partnership | Organisation) -> bool:
    """A post for one area answers there, one without an area for every area; a part of a body answers for the body."""
    if isinstance(place, Area):
        return post.area_id in (None, place.pk)
    if isinstance(place, Organisation):
        return place.pk in (post.organisation_id, post.organisation.parent_id)
    return True


def _holder(holding: Holding) -> Holder:
    kind = HoldingKind(holding.kind)
    words = "" if kind is HoldingKind.SUBSTANTIVE else HOLDING_LABELS[kind]
    return Holder(holding.person_id, holding.person.name, words, holding.started_on)
