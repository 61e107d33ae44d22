"""Building an agenda."""

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.governance.queries import terms_in_force

from ..domain import USUAL_ITEMS
from ..models import AgendaItem, Meeting, Referral
from ..queries import agenda_of


@deed
def build_agenda(*, meeting: Meeting, by: User | None) -> list[AgendaItem]:
    """Adds the standing items of the terms in force (or the usual ones) that the agenda does not have yet."""
    terms = terms_in_force(meeting.board, meeting.held_on)
    titles = [str(title) for title in terms.standing_items] if terms and terms.standing_items else list(USUAL_ITEMS)
    present = {item.title.casefold() for item in agenda_of(meeting)}
    wanted = [title for title in titles if title.casefold() not in present]
    return [add_agenda_item(meeting=meeting, title=title, is_standing=True, by=by) for title in wanted]


@deed
def add_agenda_item(
    *,
    meeting: Meeting,
    title: str,
    by: User | None,
    lead: str = "",
    minutes_allowed: int | None = None,
    is_standing: bool = False,
    is_restricted: bool = False,
    notes: str = "",
) -> AgendaItem:
    if not title.strip():
        raise Refused("Give the item a title.", "title")
    last = agenda_of(meeting).last()
    item = AgendaItem(
        meeting=meeting,
        order=last.order + 1 if last else 1,
        title=title.strip(),
        lead=lead,
        minutes_allowed=minutes_allowed,
        is_standing=is_standing,
        is_restricted=is_restricted,
        notes=notes,
    )
    item.full_clean()
    item.save()
    return item


@deed
def change_agenda_item(
    *,
    item: AgendaItem,
    by: User | None,
    title: str,
    lead: str = "",
    minutes_allowed: int | None = None,
    is_restricted: bool = False,
) -> AgendaItem:
    """Renames an item and says anew what stands beside it; its place and its notes stay."""
    if not title.strip():
        raise Refused("Give the item a title.", "title")
    item.title, item.lead = title.strip(), lead
    item.minutes_allowed, item.is_restricted = minutes_allowed, is_restricted
    item.full_clean()
    item.save()
    return item


@deed
def move_agenda_item(*, item: AgendaItem, to: int, by: User | None) -> list[AgendaItem]:
    """Puts an item at place `to` (from 1) and numbers the agenda again."""
    items = [other for other in agenda_of(item.meeting) if other.pk != item.pk]
    items.insert(min(max(to, 1), len(items) + 1) - 1, item)
    return _number(items)


@deed
def remove_agenda_item(*, item: AgendaItem, by: User | None) -> None:
    """A referral that stood behind it waits for another agenda."""
    meeting = item.meeting
    for referral in Referral.objects.filter(at_item=item, ended_on__isnull=True):
        referral.at_meeting = referral.at_item = referral.tabled_on = None
        kept(referral)
    item.delete()
    _number(list(agenda_of(meeting)))


def _number(items: list[AgendaItem]) -> list[AgendaItem]:
    for place, item in enumerate(items, 1):
        if item.order != place:
            item.order = place
            item.save(update_fields=["order"])
    return items
