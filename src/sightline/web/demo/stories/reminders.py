"""Who is reminded of what and when. While the demonstration is built no e-mail goes out."""

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.oversight.reminders.commands import add_contact, set_rhythm
from sightline.oversight.reminders.domain import Repeat
from sightline.oversight.reminders.models import Contact
from sightline.partnership.directory.commands import correct_person
from sightline.partnership.directory.models import Person

from ..making import body_called, partnership_called
from .telling import HOME, Tellers

EVERY_WORKING_DAY = range(5)
# The agency, and who of its people is told what it owes.
CONTACTS = (
    ("Achieving for Children", "Bertrand Sithole"),
    ("Achieving for Children", "Cornelius Bagshaw-Nair"),
    ("Metropolitan Police Service", "Sunniva Garfield"),
    ("NHS South West London ICB", "Mortimer Adeleke"),
    ("Public Health, Kingston and Richmond", "Lavinia Oyelaran"),
    ("Kingston and Richmond Safeguarding Children Partnership team", "Henrietta Solanke"),
)


def tell_reminders(tellers: Tellers) -> None:
    partnership = partnership_called(HOME)
    if not Contact.objects.filter(partnership=partnership).exists():
        build_reminders(partnership=partnership, by=tellers.manager)


@deed
def build_reminders(*, partnership: Partnership, by: User | None) -> None:
    set_rhythm(partnership=partnership, is_on=True, weekdays=EVERY_WORKING_DAY, repeat=Repeat.WEEKLY, by=by)
    for body, name in CONTACTS:
        person = Person.objects.get(partnership=partnership, name=name)
        correct_person(person=person, work_email=work_email(name), by=by)
        add_contact(partnership=partnership, organisation=body_called(body, partnership), person=person, by=by)


def work_email(name: str) -> str:
    """An address that can reach nobody: the name ends in a domain kept free for examples."""
    return f"{name.lower().replace(' ', '.').replace('’', '')}@partner.example"
