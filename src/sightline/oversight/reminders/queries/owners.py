"""Who is reminded: posts lead to their holders that day, organisations to their contacts, people to themselves."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import grants_on
from sightline.kernel.due import Due
from sightline.partnership.directory.models import Holding, Person
from sightline.partnership.directory.queries import running_on

from ..models import Contact


@dataclass(frozen=True, slots=True)
class Reached:
    """Someone with an address. `id` is of the directory; a business manager need not be in it."""

    id: int | None
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Owners:
    """The directory of some partnerships on one day, as far as reminders need it: five queries, whatever is due."""

    people: dict[int, Reached]
    holders: dict[int, tuple[int, ...]]
    contacts: dict[tuple[int, int], tuple[int, ...]]
    leads: dict[tuple[int, int], tuple[int, ...]]
    managers: dict[int, tuple[Reached, ...]]

    def of(self, due: Due) -> tuple[list[Reached], str]:
        """Who is reminded of a thing; and, when nobody is, why not.

        An organisation's contacts are asked only where no post and no person is: they are the last resort. What names
        nobody is for the business managers.
        """
        if not (due.posts or due.people or due.organisations):
            managers = self.managers.get(due.partnership_id, ())
            return list(managers), "" if managers else "It has no owner, and there is no business manager."
        ids = [person for post in due.posts for person in self.holders.get(post, ())]
        ids += [person for person in due.people if person in self.people]
        if not ids:
            ids = [person for body in due.organisations for person in self.for_organisation(due.partnership_id, body)]
        reached = {self.people[pk].email: self.people[pk] for pk in ids if pk in self.people and self.people[pk].email}
        return (list(reached.values()), "") if reached else ([], self._why(due, ids))

    def for_organisation(self, partnership_id: int, body: int) -> tuple[int, ...]:
        key = (partnership_id, body)
        return self.contacts.get(key) or self.leads.get(key, ())

    def _why(self, due: Due, ids: list[int]) -> str:
        if ids:
            names = ", ".join(sorted({self.people[pk].name for pk in ids if pk in self.people}))
            return f"No work e-mail address is known of {names or 'its owner'}."
        if due.posts:
            return "Nobody holds the post."
        if due.organisations:
            return "The organisation has no contact, and nobody holds a lead role in it."
        return "Its owner is not in this partnership’s directory."


def owners_in(partnership_ids: Collection[int], day: date) -> Owners:
    holders, leads = _holdings(partnership_ids, day)
    contacts: dict[tuple[int, int], list[int]] = defaultdict(list)
    rows = Contact.objects.filter(partnership__in=partnership_ids)
    for partnership, body, person in rows.values_list("partnership_id", "organisation_id", "person_id"):
        contacts[partnership, body].append(person)
    managers = _managers(partnership_ids, day)
    return Owners(_people(partnership_ids), _firm(holders), _firm(contacts), _firm(leads), _firm(managers))


def _managers(partnership_ids: Collection[int], day: date) -> dict[int, list[Reached]]:
    managers: dict[int, list[Reached]] = defaultdict(list)
    grants = grants_on(day).filter(partnership__in=partnership_ids, role=Role.BUSINESS_MANAGER, user__is_active=True)
    for place, name, email in grants.order_by("pk").values_list("partnership_id", "user__name", "user__email"):
        managers[place].append(Reached(None, name, email.lower()))
    return managers


def _people(partnership_ids: Collection[int]) -> dict[int, Reached]:
    people = Person.objects.filter(partnership__in=partnership_ids)
    email = Coalesce(NullIf("work_email", Value("")), "account__email", Value(""))
    rows = people.order_by().values_list("pk", "name", email)
    return {pk: Reached(pk, name, address.lower()) for pk, name, address in rows}


def _holdings(partnership_ids: Collection[int], day: date) -> tuple[dict, dict]:
    """People by the post they hold, and by the organisation in which they hold a lead role."""
    holders: dict[int, list[int]] = defaultdict(list)
    leads: dict[tuple[int, int], list[int]] = defaultdict(list)
    rows = Holding.objects.filter(running_on(day), post__partnership__in=partnership_ids).order_by("pk")
    names = ("post_id", "person_id", "post__role", "post__partnership_id", "post__organisation_id")
    for post, person, role, place, body, parent in rows.values_list(*names, "post__organisation__parent_id"):
        holders[post].append(person)
        for one in (body, parent) if role else ():
            leads[place, one].append(person)
    return holders, leads


def _firm(lists: dict) -> dict:
    return {key: tuple(dict.fromkeys(values)) for key, values in lists.items()}


def contacts_of(partnership: Partnership) -> QuerySet[Contact]:
    return Contact.objects.filter(partnership=partnership).select_related("organisation", "person")
