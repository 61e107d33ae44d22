"""Questions about serious incidents. Only those who may read incidents ask them: the doors see to it."""

from datetime import date

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.models import Partnership

from ..domain.clocks import Clock, Start, notification_clock, rapid_clock, start_day
from ..models import ClockSetting, Incident, PlanTemplateStep


def incidents_of(partnership: Partnership, on: date) -> QuerySet[Incident]:
    """Known by a day, the newest first, with all that the register says: a fixed number of queries."""
    known = Q(aware_on__isnull=True) | Q(aware_on__lte=on)
    return whole_incidents().filter(known, partnership=partnership)


def whole_incidents() -> QuerySet[Incident]:
    related = Incident.objects.select_related(
        "partnership", "lead_authority", "decided_by__organisation", "rapid__review"
    )
    return related.prefetch_related("concerned__organisation")


def incident_in(partnership: Partnership, pk: int) -> Incident | None:
    return whole_incidents().filter(partnership=partnership, pk=pk).first()


def clock_setting(partnership: Partnership) -> ClockSetting:
    """The partnership's own, or an unsaved one that counts from becoming aware."""
    return ClockSetting.objects.filter(partnership=partnership).first() or ClockSetting(partnership=partnership)


def notification_clock_of(incident: Incident) -> Clock:
    """An incident that was found not to be notifiable stops its clock on that day."""
    return notification_clock(incident.aware_on, incident.notified_on or incident.ended_on)


def fifteen_days_of(incident: Incident, start: Start) -> Clock:
    """The clock of the rapid review, opened or not yet; an opened one counts from where it was set."""
    rapid = getattr(incident, "rapid", None)
    ended = (rapid.sent_on or rapid.stopped_on) if rapid else incident.ended_on
    chosen = Start(rapid.start) if rapid else start
    return rapid_clock(start_day(chosen, incident.aware_on, incident.notified_on), ended)


def template_steps(partnership: Partnership) -> list[PlanTemplateStep]:
    """The partnership's own steps; empty while the example holds."""
    rows = PlanTemplateStep.objects.filter(partnership=partnership)
    return list(rows.select_related("post__organisation", "board"))
