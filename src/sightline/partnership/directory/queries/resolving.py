"""Names in papers against the directory: the candidates that intake shows."""

from collections import defaultdict
from datetime import date

from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain import SECTOR_LABELS, Sector
from sightline.partnership.directory.domain.dates import is_running
from sightline.partnership.directory.domain.names import Candidate, KnownPerson, KnownThing, NameBook
from sightline.partnership.directory.models import Holding, Organisation, OrganisationName, Succession

from .organisations import organisations_of
from .people import people_of, posts_of
from .running import running_on


def name_book(partnership: Partnership, on: date) -> NameBook:
    """All names a paper of that day may bear, in six queries; then resolve a whole paper with it."""
    return NameBook(_people(partnership, on), _organisations(partnership, on), _posts(partnership, on))


def candidates_for_person(
    partnership: Partnership, name: str, on: date, *, organisation: int | None = None, post: str = ""
) -> list[Candidate]:
    return NameBook(people=_people(partnership, on)).who(name, organisation=organisation, post=post)


def candidates_for_organisation(partnership: Partnership, text: str, on: date) -> list[Candidate]:
    return NameBook(organisations=_organisations(partnership, on)).which_organisation(text)


def candidates_for_post(
    partnership: Partnership, text: str, on: date, *, organisation: int | None = None
) -> list[Candidate]:
    return NameBook(posts=_posts(partnership, on)).which_post(text, organisation=organisation)


def _people(partnership: Partnership, on: date) -> tuple[KnownPerson, ...]:
    titles: dict[int, list[tuple[str, str]]] = defaultdict(list)
    bodies: dict[int, set[int]] = defaultdict(set)
    held = Holding.objects.filter(running_on(on), person__partnership=partnership).select_related("post__organisation")
    for holding in held.order_by("pk"):
        titles[holding.person_id].append((holding.post.title, holding.post.organisation.name))
        bodies[holding.person_id].add(holding.post.organisation_id)
    return tuple(
        KnownPerson(pk, name, tuple(titles[pk]), frozenset(bodies[pk]))
        for pk, name in people_of(partnership).values_list("pk", "name")
    )


def _organisations(partnership: Partnership, on: date) -> tuple[KnownThing, ...]:
    others: dict[int, list[tuple[str, str]]] = defaultdict(list)
    names = OrganisationName.objects.filter(Q(partnership__isnull=True) | Q(partnership=partnership))
    for pk, name, ended in names.values_list("organisation_id", "name", "ended_on"):
        others[pk].append((name, "former name" if ended else "other name"))
    succeeded = _successors()
    return tuple(
        _known_body(body, tuple(others[body.pk]), succeeded.get(body.pk, ""), on)
        for body in organisations_of(partnership)
    )


def _successors() -> dict[int, str]:
    rows = Succession.objects.select_related("successor").order_by("on")
    return {row.predecessor_id: row.successor.name for row in rows}


def _known_body(body: Organisation, others: tuple[tuple[str, str], ...], successor: str, on: date) -> KnownThing:
    running = is_running(body.started_on, body.ended_on, on)
    note = "" if running else "did not exist on that day" + (f"; {successor} came after it" if successor else "")
    return KnownThing(
        body.pk,
        body.name,
        detail=SECTOR_LABELS[Sector(body.sector)],
        abbreviation=body.abbreviation,
        other_names=others,
        organisation=body.pk,
        has_ended=not running,
        note=note,
    )


def _posts(partnership: Partnership, on: date) -> tuple[KnownThing, ...]:
    holders: dict[int, list[str]] = defaultdict(list)
    held = Holding.objects.filter(running_on(on), post__partnership=partnership)
    for post, name in held.values_list("post_id", "person__name"):
        holders[post].append(name)
    return tuple(
        KnownThing(
            post.pk,
            post.title,
            detail=f"{post.organisation.name}; {', '.join(holders[post.pk]) or 'vacant'}",
            organisation=post.organisation_id,
        )
        for post in posts_of(partnership, on)
    )
