"""Makers of what the reminders' addresses name."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from sightline.foundation.accounts.models import Partnership
from sightline.oversight.reminders import commands
from sightline.oversight.reminders.domain.replies import LATER, Reply
from sightline.oversight.reminders.models import Digest
from sightline.oversight.reminders.tests.makers import make_owned_action, make_owner, secret_in, wish_secret_of
from sightline.partnership.directory import commands as directory
from tests.access.making import another, makes
from tests.world import World


def _digest(partnership: Partnership) -> Digest:
    person = make_owner(partnership, another("Owner"))
    make_owned_action(partnership, person, due_on=timezone.localdate() - timedelta(days=3))
    return commands.remind_now(partnership=partnership, email=person.work_email, at=timezone.now(), by=None)


@makes("digest")
def a_digest(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"digest": _digest(partnership).pk}


@makes("reminder_link")
def a_link(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"link": _digest(partnership).sections.get().items.get().link_id}


@makes("reminder_secret")
def a_secret(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"secret": secret_in(_digest(partnership))}


@makes("wish_secret")
def a_secret_of_wishes(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"secret": wish_secret_of(_digest(partnership).email)}


@makes("reminder_answer")
def an_answer(world: World, partnership: Partnership) -> dict[str, Any]:
    link = _digest(partnership).sections.get().items.get().link
    said = commands.answer(
        link=link, reply=Reply(LATER, "Staff left", timezone.localdate() + timedelta(days=30)), at=timezone.now()
    )
    return {"answer": said.pk}


@makes("contact")
def a_contact(world: World, partnership: Partnership) -> dict[str, Any]:
    body = directory.record_organisation(name=another("Agency"), partnership=partnership, by=None)
    person = make_owner(partnership, another("Contact"))
    made = commands.add_contact(partnership=partnership, organisation=body, person=person, by=None)
    return {"contact": made.pk}
