"""Preparing a day's digests. Broken off at any point, it goes on where it stopped; nobody gets two in one day."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice

from django.conf import settings
from django.utils import timezone

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.kernel.due import Due
from sightline.kernel.verdict import Refused

from ..models import Digest, Item, Rhythm, Round, Section, Wish
from ..queries import Recipient, gather, rhythm_of, rhythms_sending_on, sent_today
from .links import LONGEST, Wanted, links_for
from .rhythms import new_wish

AT_ONCE = 50
"""People in one transaction: what a crash can undo."""


def prepare(*, at: datetime) -> int:
    """Writes the digests of the day, once a day from the hour of the settings on; gives how many are new."""
    local = timezone.localtime(at)
    day = local.date()
    if local.hour < settings.REMINDERS_FROM:
        return 0
    rhythms = {rhythm.partnership_id: rhythm for rhythm in rhythms_sending_on(day)}
    if not rhythms:
        return 0
    begun, _ = Round.objects.get_or_create(day=day, defaults={"begun_at": at})
    if begun.finished_at is not None:
        return 0
    gathered = gather(rhythms.values(), day)
    new = sum(
        _write(some=some, rhythms=rhythms, day=day, at=at, by=None) for some in _in_lots(gathered.recipients.values())
    )
    begun.things, begun.finished_at = gathered.things, at
    begun.digests = Digest.objects.filter(day=day).count()
    begun.save()
    return new


def _in_lots(recipients: Iterable[Recipient]) -> Iterator[list[Recipient]]:
    rest = iter(recipients)
    while some := list(islice(rest, AT_ONCE)):
        yield some


@deed
def _write(*, some: list[Recipient], rhythms: dict[int, Rhythm], day: date, at: datetime, by: User | None) -> int:
    """Digests for some people, whole or not at all; those who have one of that day are passed over."""
    had = sent_today([person.email for person in some], day)
    some = [person for person in some if person.email not in had]
    _know(some)
    digests = Digest.objects.bulk_create(
        Digest(day=day, email=person.email, name=person.name, prepared_at=at, next_try_at=at) for person in some
    )
    sections = Section.objects.bulk_create(
        Section(digest=digest, partnership_id=place, count=pile.count, overdue=pile.overdue)
        for digest, person in zip(digests, some, strict=True)
        for place, pile in person.piles.items()
    )
    places = [(person, place) for person in some for place in person.piles]
    _fill(list(zip(sections, places, strict=True)), rhythms, at)
    return len(digests)


def _fill(parts: list[tuple[Section, tuple[Recipient, int]]], rhythms: dict[int, Rhythm], at: datetime) -> None:
    wanted = [
        (section, due, _wanted(due, person.people[place], rhythms[place]))
        for section, (person, place) in parts
        for due in person.piles[place].things
    ]
    links = links_for((want for _, _, want in wanted if want), at)
    Item.objects.bulk_create(
        Item(
            section=section,
            link=links[want.key] if want else None,
            what=due.what[:LONGEST],
            asks=due.asks[:LONGEST],
            due_on=due.due_on,
        )
        for section, due, want in wanted
    )


def _wanted(due: Due, person_id: int | None, rhythm: Rhythm) -> Wanted | None:
    """None for whoever is no person of the directory: they sign in."""
    return Wanted(due, person_id, rhythm.link_days) if person_id else None


def _know(some: list[Recipient]) -> None:
    """Everyone who gets a digest can say what they wish to be told of, by a link of their own."""
    emails = [person.email for person in some]
    known = set(Wish.objects.filter(email__in=emails).values_list("email", flat=True))
    Wish.objects.bulk_create(new_wish(email) for email in emails if email not in known)


def remind_now(*, partnership: Partnership, email: str, at: datetime, by: User | None) -> Digest:
    """One person's digest of today from one partnership, outside the rhythm. Goes with the next sending."""
    day = timezone.localdate(at)
    if sent_today([email], day):
        raise Refused("This person has had today’s e-mail already. Open it under Sent to see what became of it.")
    rhythm = rhythm_of(partnership)
    recipient = gather([rhythm], day, only=email.lower()).recipients.get(email.lower())
    if recipient is None:
        raise Refused("There is nothing to remind this person of today.")
    _write(some=[recipient], rhythms={partnership.pk: rhythm}, day=day, at=at, by=by)
    return Digest.objects.get(day=day, email=recipient.email)
