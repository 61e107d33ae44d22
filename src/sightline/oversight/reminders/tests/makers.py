"""Small invented things that are due, made by the commands of their rooms."""

from datetime import date

from django.conf import settings

from sightline.foundation.accounts.models import Partnership
from sightline.oversight.reminders.domain.secrets import secret_of
from sightline.oversight.reminders.models import Digest, Item, Wish
from sightline.partnership.directory import commands as directory
from sightline.partnership.directory.models import Person
from sightline.record.actions.commands import Owner, raise_action
from sightline.record.actions.models import Action


def make_owner(partnership: Partnership, name: str = "Ann Ashe", email: str | None = None) -> Person:
    address = f"{name.lower().replace(' ', '.')}@council.example" if email is None else email
    return directory.record_person(partnership=partnership, name=name, work_email=address, by=None)


def make_owned_action(
    partnership: Partnership, person: Person | None, *, due_on: date | None, what: str = "Write the protocol"
) -> Action:
    leads = [Owner(person=person)] if person else []
    return raise_action(partnership=partnership, what=what, leads=leads, due_on=due_on, by=None)


def secret_in(digest: Digest) -> str:
    """The secret of the first link in a digest."""
    item = Item.objects.filter(section__digest=digest).first()
    return secret_of(settings.SECRET_KEY, item.link.nonce)


def wish_secret_of(email: str) -> str:
    return secret_of(settings.SECRET_KEY, Wish.objects.get(email=email).nonce)
