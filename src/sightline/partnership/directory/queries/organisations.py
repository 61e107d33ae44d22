"""Organisations: the shared public bodies and a partnership's own."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain import (
    SCHEME_LABELS,
    SECTOR_LABELS,
    SUCCESSION_LABELS,
    Sector,
    Standing,
    SuccessionKind,
    standing_words,
)
from sightline.partnership.directory.domain.dates import DatedName, last_day_of, name_on
from sightline.partnership.directory.models import (
    Organisation,
    OrganisationName,
    Serves,
    StandingInPartnership,
    Succession,
)

from .running import running_on


def organisations_of(partnership: Partnership | None) -> QuerySet[Organisation]:
    """What a picker of this partnership offers: shared bodies and its own; without one the shared bodies alone."""
    return Organisation.objects.filter(Q(partnership__isnull=True) | Q(partnership=partnership))


def shared_organisations() -> QuerySet[Organisation]:
    return Organisation.objects.filter(partnership__isnull=True)


def statutory_partners(partnership: Partnership, day: date) -> list[Organisation]:
    """The safeguarding partners of the arrangements on a day; there may be any number."""
    standings = StandingInPartnership.objects.filter(
        running_on(day), partnership=partnership, standing=Standing.SAFEGUARDING_PARTNER
    )
    return list(Organisation.objects.filter(pk__in=standings.values("organisation")))


def names_of(organisations: Iterable[Organisation], day: date) -> dict[int, str]:
    """What each was called on a day; one query for all."""
    rows = list(organisations)
    former: dict[int, list[DatedName]] = defaultdict(list)
    names = OrganisationName.objects.filter(organisation__in=[o.pk for o in rows], ended_on__isnull=False)
    for pk, *dated in names.values_list("organisation_id", "name", "started_on", "ended_on"):
        former[pk].append(DatedName(*dated))
    return {o.pk: name_on(o.name, former[o.pk], day) for o in rows}


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    id: int
    name: str
    abbreviation: str
    sector: str
    standings: tuple[str, ...]
    posts: int
    is_shared: bool
    is_verified: bool
    ended_on: date | None


def organisation_rows(partnership: Partnership, day: date) -> list[OrganisationRow]:
    """Bodies that exist on a day, with what each is in these arrangements; three queries."""
    own_posts = Count("posts", filter=running_on(day, "posts") & Q(posts__partnership=partnership))
    bodies = list(organisations_of(partnership).filter(running_on(day)).annotate(post_count=own_posts))
    names = names_of(bodies, day)
    standings = _standings_by_organisation(partnership, day)
    rows = [
        OrganisationRow(
            body.pk,
            names[body.pk],
            body.abbreviation,
            SECTOR_LABELS[Sector(body.sector)],
            tuple(standings[body.pk]),
            body.post_count,
            body.partnership_id is None,
            body.is_verified,
            body.ended_on,
        )
        for body in bodies
    ]
    return sorted(rows, key=lambda row: row.name.casefold())


def _standings_by_organisation(partnership: Partnership, day: date) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = StandingInPartnership.objects.filter(running_on(day), partnership=partnership).order_by("pk")
    for pk, standing, sector in rows.values_list("organisation_id", "standing", "organisation__sector"):
        found[pk].append(standing_words(standing, sector, day))
    return found


@dataclass(frozen=True, slots=True)
class NameLine:
    name: str
    started_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class StandingLine:
    id: int
    label: str
    category: str
    edition: str
    started_on: date | None
    ended_on: date | None
    source: str


@dataclass(frozen=True, slots=True)
class ServedLine:
    id: int
    area: str
    started_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class SuccessionLine:
    text: str
    other_id: int
    other: str
    on: date
    source: str


@dataclass(frozen=True, slots=True)
class OrganisationFacts:
    """Everything the page of one organisation shows, past rows included: history is kept."""

    organisation: Organisation
    name: str
    parent: str
    names: tuple[NameLine, ...]
    identifiers: tuple[tuple[str, str], ...]
    standings: tuple[StandingLine, ...]
    serves: tuple[ServedLine, ...]
    successions: tuple[SuccessionLine, ...]
    services: tuple[tuple[int, str], ...]


def organisation_facts(partnership: Partnership | None, pk: int, day: date) -> OrganisationFacts | None:
    body = organisations_of(partnership).select_related("parent").filter(pk=pk).first()
    if body is None:
        return None
    own_names = body.names.filter(Q(partnership__isnull=True) | Q(partnership=partnership))
    services = organisations_of(partnership).filter(running_on(day), parent=body)
    return OrganisationFacts(
        body,
        names_of([body], day)[body.pk],
        body.parent.name if body.parent else "",
        tuple(NameLine(n.name, n.started_on, n.ended_on) for n in own_names.order_by("-ended_on", "name")),
        tuple((SCHEME_LABELS.get(i.scheme, i.scheme), i.value) for i in body.identifiers.order_by("scheme")),
        tuple(_standing_lines(partnership, body, day)),
        tuple(
            ServedLine(s.pk, s.area.name, s.started_on, s.ended_on)
            for s in Serves.objects.filter(organisation=body).select_related("area").order_by("area__name")
        ),
        tuple(_succession_lines(partnership, body)),
        tuple(services.values_list("pk", "name")),
    )


def _standing_lines(partnership: Partnership | None, body: Organisation, day: date) -> Iterable[StandingLine]:
    rows = StandingInPartnership.objects.filter(partnership=partnership, organisation=body).select_related("edition")
    for s in rows.order_by("ended_on", "pk"):
        label = standing_words(s.standing, body.sector, last_day_of(s.ended_on, day))
        edition = s.edition.label if s.edition else ""
        yield StandingLine(s.pk, label, s.category, edition, s.started_on, s.ended_on, s.source)


def _succession_lines(partnership: Partnership | None, body: Organisation) -> Iterable[SuccessionLine]:
    visible = Q(predecessor__in=organisations_of(partnership), successor__in=organisations_of(partnership))
    rows = Succession.objects.filter(visible & (Q(predecessor=body) | Q(successor=body)))
    for s in rows.select_related("predecessor", "successor").order_by("on"):
        words = SUCCESSION_LABELS[SuccessionKind(s.kind)]
        if s.predecessor_id == body.pk:
            yield SuccessionLine(words, s.successor_id, s.successor.name, s.on, s.source)
        else:
            yield SuccessionLine("Came from", s.predecessor_id, s.predecessor.name, s.on, s.source)
