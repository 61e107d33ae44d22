"""Facts about incidents and rapid reviews for the rules, one row for each; a value that cannot be told is None."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..domain.clocks import Start
from ..domain.incidents import IncidentState
from ..models import ClockSetting, Incident
from .incidents import fifteen_days_of, notification_clock_of, whole_incidents
from .rapid import clock_of, date_of_day, had, reply_clock_of, standing_of, whole
from .rapid_due import partners_of


@dataclass(frozen=True, slots=True)
class IncidentFact:
    """`is_late` None: the day of becoming aware is not known. `days_over` are working days."""

    id: int
    partnership_id: int
    reference: str
    state: IncidentState
    aware_on: date | None
    notified_on: date | None
    due_on: date | None
    is_late: bool | None
    days_over: int
    has_rapid_review: bool
    rapid_due_on: date | None


def incident_facts(partnership_ids: Iterable[int], on: date) -> Iterator[IncidentFact]:
    ids = list(partnership_ids)
    settings = dict(ClockSetting.objects.filter(partnership__in=ids).values_list("partnership_id", "start"))
    for one in whole_incidents().filter(partnership__in=ids):
        if one.aware_on is None or one.aware_on <= on:
            yield _incident_fact(one, Start(settings.get(one.partnership_id, Start.AWARE)), on)


def _incident_fact(one: Incident, start: Start, on: date) -> IncidentFact:
    clock = notification_clock_of(one)
    return IncidentFact(
        one.pk,
        one.partnership_id,
        one.reference,
        one.state_on(on),
        one.aware_on,
        one.notified_on if had(one.notified_on, on) else None,
        clock.due_on,
        clock.is_late(on),
        clock.over(on),
        hasattr(one, "rapid") and one.rapid.opened_on <= on,
        fifteen_days_of(one, start).due_on,
    )


@dataclass(frozen=True, slots=True)
class RapidFact:
    """`is_late` None: no start is known, or the expectation was relaxed then. `returns_late` are agencies past their day."""

    id: int
    partnership_id: int
    reference: str
    due_on: date | None
    is_late: bool | None
    days_over: int
    is_running: bool
    decided_on: date | None
    has_reasons: bool
    sent_on: date | None
    sent_despite: str
    replied_on: date | None
    reply_is_slow: bool
    returns_missing: tuple[str, ...]
    returns_late: tuple[str, ...]
    to_ratify: tuple[str, ...]
    declined: tuple[str, ...]
    has_partners: bool
    awaits_response: bool


def rapid_facts(partnership_ids: Iterable[int], on: date) -> Iterator[RapidFact]:
    ids = list(partnership_ids)
    partners = partners_of(ids, on)
    for rapid in whole().filter(review__partnership__in=ids, opened_on__lte=on):
        has = standing_of(rapid, on, partners.get(rapid.review.partnership_id, []))
        clock = clock_of(rapid)
        late = [
            str(one.organisation)
            for one in rapid.returns.all()
            if not had(one.received_on, on) and (due := date_of_day(rapid, one.due_day)) and due < on
        ]
        yield RapidFact(
            rapid.pk,
            rapid.review.partnership_id,
            rapid.review.reference,
            clock.due_on,
            clock.is_late(on),
            clock.over(on),
            not has.is_sent and not has.is_stopped,
            rapid.decided_on if has.is_decided else None,
            bool(rapid.reasons.strip()),
            rapid.sent_on if has.is_sent else None,
            rapid.sent_despite,
            rapid.replied_on if has.is_answered else None,
            has.is_sent and not has.is_answered and reply_clock_of(rapid).over(on) > 0,
            has.returns_missing,
            tuple(late),
            has.to_ratify,
            has.declined,
            has.has_partners,
            has.is_answered and rapid.asks_for_more and not had(rapid.responded_on, on),
        )
