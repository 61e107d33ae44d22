"""The parts of the reminders' pages, and who stands for which organisation."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Row, Table, row

from ..models import Contact
from ..queries import Owners

PARTS = (
    ("who", "Who gets what"),
    ("nobody", "Nobody to remind"),
    ("sent", "Sent"),
    ("answers", "Answers waiting"),
    ("links", "Links"),
    ("contacts", "Contacts"),
)


@dataclass(frozen=True)
class Tab:
    text: str
    href: str
    current: bool
    count: int | None = None


def tabs(slug: str, current: str) -> tuple[Tab, ...]:
    return tuple(Tab(text, reverse(f"reminders:{name}", args=[slug]), name == current) for name, text in PARTS)


def contacts_table(partnership: Partnership, contacts: Iterable[Contact], owners: Owners, path: str) -> Table:
    return Table(
        caption="Contacts of organisations",
        columns=(
            Column("organisation", "Organisation"),
            Column("person", "Who is reminded"),
            Column("email", "E-mail"),
            Column("remove", "Remove", sortable=False, export=False, hidden_title=True),
        ),
        rows=tuple(_contact_row(contact, owners, partnership.slug) for contact in contacts),
        sort="organisation",
        searchable=True,
        export_href=path,
        empty="No contact is named yet. Until then, those who hold a lead role in an organisation are reminded.",
    )


def _contact_row(contact: Contact, owners: Owners, slug: str) -> Row:
    reached = owners.people.get(contact.person_id)
    email = reached.email if reached else ""
    return row(
        contact.organisation.name,
        contact.person.name,
        email or Cell(text="No work e-mail address", unknown=True),
        Cell(
            text="Remove",
            href=reverse("reminders:remove_contact", args=[slug, contact.pk]),
            hidden=f"{contact.person.name} for {contact.organisation.name}",
        ),
    )
