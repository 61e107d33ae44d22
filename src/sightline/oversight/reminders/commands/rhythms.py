"""When reminders go out, who stands for an organisation, and what each person wishes to be told of."""

from collections.abc import Collection

from django.conf import settings

from sightline.foundation.accounts.domain import digest_of
from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Person

from ..domain import WEEKDAYS, Repeat
from ..domain.secrets import new_nonce, secret_of
from ..models import Contact, Rhythm, Wish
from ..queries import rhythm_of, wish_of


@deed
def set_rhythm(
    *,
    partnership: Partnership,
    is_on: bool,
    weekdays: Collection[int],
    by: User | None,
    lead_days: int = 10,
    repeat: Repeat = Repeat.WEEKLY,
    most: int = 20,
    link_days: int = 21,
) -> Rhythm:
    """Weekdays count from 0, Monday; the lead in working days, the life of a link in days."""
    _check(is_on, weekdays, lead_days, most, link_days)
    rhythm = rhythm_of(partnership)
    rhythm.is_on, rhythm.weekdays, rhythm.lead_days = is_on, sorted(set(weekdays)), lead_days
    rhythm.repeat, rhythm.most, rhythm.link_days = repeat, most, link_days
    return kept(rhythm)


def _check(is_on: bool, weekdays: Collection[int], lead_days: int, most: int, link_days: int) -> None:
    if is_on and not weekdays:
        raise Refused("Choose at least one day on which reminders go out, or turn them off.", "weekdays")
    if not set(weekdays) <= set(range(len(WEEKDAYS))):
        raise Refused("Reminders go out on working days. Choose from Monday to Friday.", "weekdays")
    for value, least, largest, field in (
        (lead_days, 1, 60, "lead_days"),
        (most, 1, 100, "most"),
        (link_days, 1, 90, "link_days"),
    ):
        if not least <= value <= largest:
            raise Refused(f"Choose a number from {least} to {largest}.", field)


@deed
def add_contact(*, partnership: Partnership, organisation: Organisation, person: Person, by: User | None) -> Contact:
    """Names who is reminded of what an organisation owes. Naming the same twice leaves one."""
    if organisation.partnership_id not in (None, partnership.pk):
        raise Refused("That organisation belongs to another partnership.", "organisation")
    if person.partnership_id != partnership.pk:
        raise Refused("That person belongs to another partnership.", "person")
    found = Contact.objects.filter(partnership=partnership, organisation=organisation, person=person).first()
    return found or kept(Contact(partnership=partnership, organisation=organisation, person=person))


@deed
def remove_contact(*, contact: Contact, by: User | None) -> None:
    contact.delete()


@deed
def wish(*, email: str, only_overdue: bool, by: User | None) -> Wish:
    """What the owner of an address wishes to be told of, in every partnership."""
    found = wish_of(email) or new_wish(email)
    found.only_overdue = only_overdue
    return kept(found)


def new_wish(email: str) -> Wish:
    nonce = new_nonce()
    return Wish(email=email.lower(), nonce=nonce, secret_digest=digest_of(secret_of(settings.SECRET_KEY, nonce)))
