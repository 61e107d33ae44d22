"""Rhythms and digests."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from sightline.foundation.accounts.models import Partnership

from ..domain import WAITING
from ..domain.days import sends_on
from ..models import Digest, Item, Rhythm, Section


def rhythm_of(partnership: Partnership) -> Rhythm:
    """The partnership's rhythm, or the one that the page proposes (switched off, Mondays)."""
    return Rhythm.objects.filter(partnership=partnership).first() or Rhythm(partnership=partnership, weekdays=[0])


def rhythms_sending_on(day: date) -> list[Rhythm]:
    rhythms = Rhythm.objects.filter(is_on=True, partnership__ended_on=None)
    return [rhythm for rhythm in rhythms if sends_on(day, rhythm.weekdays)]


def digests_to_send(at: datetime, since: date, limit: int) -> list[Digest]:
    """Those whose time has come. One of a day long gone is stale and stays unsent."""
    waiting = Digest.objects.filter(state__in=WAITING, next_try_at__lte=at, day__gte=since)
    return list(waiting.order_by("next_try_at", "pk")[:limit])


def sections_of(partnership: Partnership) -> QuerySet[Section]:
    """What has gone out in the name of a partnership, newest first."""
    sections = Section.objects.filter(partnership=partnership).select_related("digest")
    return sections.order_by("-digest__day", "digest__name", "pk")


def digest_in(partnership: Partnership, pk: int) -> Section | None:
    """What a digest says of one partnership; None where it says nothing of it."""
    return sections_of(partnership).filter(digest=pk).prefetch_related("items__link").first()


def items_of(digest: Digest) -> list[Section]:
    """The sections of a digest with their things and links: three queries."""
    items = Prefetch("items", Item.objects.select_related("link"))
    return list(digest.sections.select_related("partnership").prefetch_related(items).order_by("partnership__name"))


def sent_today(emails: Iterable[str], day: date) -> frozenset[str]:
    """Which of the addresses have a digest of the day already."""
    return frozenset(Digest.objects.filter(day=day, email__in=list(emails)).values_list("email", flat=True))
