"""What a meeting was to talk about and what it resolved."""

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer

from ..models import AgendaItem, Decision, Meeting


def agenda_of(meeting: Meeting) -> QuerySet[AgendaItem]:
    return meeting.agenda.order_by("order", "id")


def decisions_of(meeting: Meeting, viewer: Viewer) -> QuerySet[Decision]:
    """Decisions under a restricted item are for those who read restricted papers."""
    if viewer.may(Deed.READ_RESTRICTED, meeting.partnership_id):
        return meeting.decisions.select_related("agenda_item").order_by("id")
    return open_decisions_of(meeting)


def open_decisions_of(meeting: Meeting) -> QuerySet[Decision]:
    """Without those under a restricted item."""
    decisions = meeting.decisions.select_related("agenda_item").order_by("id")
    return decisions.filter(Q(agenda_item__isnull=True) | Q(agenda_item__is_restricted=False))
