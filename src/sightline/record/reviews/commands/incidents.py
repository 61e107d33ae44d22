"""Verbs of serious incidents. What is written is a reference, dates and words on criteria; never anything of a child."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Post

from ..domain.incidents import Category, IncidentState
from ..models import ConcernedBody, Incident

KIND = "reviews.incident"


@deed
def log_incident(
    *,
    partnership: Partnership,
    reference: str,
    category: Category,
    by: User | None,
    aware_on: date | None = None,
    occurred_on: date | None = None,
    is_month_only: bool = False,
    notified_on: date | None = None,
    lead_authority: Organisation | None = None,
    concerned: Iterable[Organisation] = (),
    criteria: str = "",
    decided_by: Post | None = None,
    decided_by_as_written: str = "",
) -> Incident:
    """A serious incident by its reference. An old one may come with its notification, or without any date."""
    incident = Incident(partnership=partnership)
    return _written(
        incident,
        reference=reference,
        category=category,
        aware_on=aware_on,
        occurred_on=occurred_on,
        is_month_only=is_month_only,
        notified_on=notified_on,
        lead_authority=lead_authority,
        concerned=concerned,
        criteria=criteria,
        decided_by=decided_by,
        decided_by_as_written=decided_by_as_written,
    )


@deed
def correct_incident(
    *,
    incident: Incident,
    reference: str,
    category: Category,
    by: User | None,
    aware_on: date | None = None,
    occurred_on: date | None = None,
    is_month_only: bool = False,
    lead_authority: Organisation | None = None,
    concerned: Iterable[Organisation] = (),
    criteria: str = "",
    decided_by: Post | None = None,
    decided_by_as_written: str = "",
) -> Incident:
    """Mends what was written down wrongly; the trail keeps how it read before. The clocks follow the dates."""
    return _written(
        incident,
        reference=reference,
        category=category,
        aware_on=aware_on,
        occurred_on=occurred_on,
        is_month_only=is_month_only,
        notified_on=incident.notified_on,
        lead_authority=lead_authority,
        concerned=concerned,
        criteria=criteria,
        decided_by=decided_by,
        decided_by_as_written=decided_by_as_written,
    )


def _written(incident: Incident, *, reference: str, concerned: Iterable[Organisation], **values: object) -> Incident:
    texts = {name: str(values[name]).strip() for name in ("criteria", "decided_by_as_written")}
    refuse_child_details(reference=reference, **texts)
    incident.reference = " ".join(reference.split())
    for name, value in (values | texts).items():
        setattr(incident, name, value)
    if incident.is_month_only and incident.occurred_on:
        incident.occurred_on = incident.occurred_on.replace(day=1)
    _refuse_taken(incident)
    _refuse_wrong_order(incident)
    bodies = list(concerned)
    for name, thing in (("lead_authority", incident.lead_authority), ("decided_by", incident.decided_by)):
        refuse_others(incident.partnership, name, thing)
    for body in bodies:
        refuse_others(incident.partnership, "concerned", body)
    kept(incident)
    _keep_concerned(incident, bodies)
    _index(incident)
    return incident


def _refuse_taken(incident: Incident) -> None:
    if not incident.reference:
        raise Refused("Give the incident a reference of your own, without anything of the child.", "reference")
    same = Incident.objects.filter(partnership=incident.partnership, reference=incident.reference)
    if same.exclude(pk=incident.pk).exists():
        raise Refused(f"{incident.reference} is taken. Give each incident a reference of its own.", "reference")


def _refuse_wrong_order(incident: Incident) -> None:
    """An incident comes first, then becoming aware of it, then its notification."""
    happened, aware, notified = incident.occurred_on, incident.aware_on, incident.notified_on
    if happened and aware and aware < happened:
        raise Refused(
            f"The incident is dated {said(happened)}; nobody can be aware of it before that. Check both dates.",
            "aware_on",
        )
    if aware and notified and notified < aware:
        raise Refused(f"You became aware on {said(aware)}; the notification comes from then on.", "notified_on")


def refuse_others(partnership: Partnership, field: str, thing: object) -> None:
    """Refuses what belongs to another partnership; what all share, and nothing, pass."""
    if thing is not None and thing.partnership_id not in (None, partnership.pk):
        raise Refused(f"{thing} belongs to another partnership. Choose from this partnership’s directory.", field)


def said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _keep_concerned(incident: Incident, bodies: list[Organisation]) -> None:
    incident.concerned.exclude(organisation__in=bodies).delete()
    known = set(incident.concerned.values_list("organisation_id", flat=True))
    for body in bodies:
        if body.pk not in known:
            kept(ConcernedBody(incident=incident, organisation=body))


def _index(incident: Incident) -> None:
    index_entry(
        kind=KIND,
        id=incident.pk,
        partnership=incident.partnership,
        title=f"Serious incident {incident.reference}",
        text=incident.criteria,
        dated_on=incident.aware_on,
        is_restricted=True,
    )


@deed
def notify_incident(
    *,
    incident: Incident,
    on: date,
    by: User | None,
    decided_by: Post | None = None,
    decided_by_as_written: str = "",
    criteria: str = "",
) -> Incident:
    """The notification went to the Panel on a day; given anew it corrects the day. Who decided and why may come along."""
    refuse_child_details(criteria=criteria, decided_by_as_written=decided_by_as_written)
    if incident.ended_on:
        raise Refused("This incident is closed. Open it again before it is notified.")
    refuse_others(incident.partnership, "decided_by", decided_by)
    incident.notified_on = on
    incident.decided_by = decided_by or incident.decided_by
    incident.decided_by_as_written = decided_by_as_written.strip() or incident.decided_by_as_written
    incident.criteria = criteria.strip() or incident.criteria
    try:
        _refuse_wrong_order(incident)
    except Refused as refusal:
        raise Refused(refusal.reason, "on") from refusal
    kept(incident)
    _index(incident)
    return incident


@deed
def end_incident(*, incident: Incident, as_: IncidentState, because: str, on: date, by: User | None) -> Incident:
    """Not notified, since the criteria were not met; or withdrawn, when that was found after the notification."""
    refuse_child_details(because=because)
    if not because.strip():
        raise Refused("Say why, in words about the criteria.", "because")
    if as_ is IncidentState.NOT_NOTIFIED and incident.notified_on:
        raise Refused("The incident was notified. Withdraw it instead.", "as_")
    if incident.aware_on and on < incident.aware_on:
        raise Refused(f"You became aware on {said(incident.aware_on)}; this comes from then on.", "on")
    incident.ended_on, incident.ended_as, incident.ended_because = on, as_, because.strip()
    return kept(incident)


@deed
def reopen_incident(*, incident: Incident, by: User | None) -> Incident:
    if not incident.ended_on:
        raise Refused("This incident is not closed.")
    incident.ended_on, incident.ended_as, incident.ended_because = None, "", ""
    return kept(incident)


@deed
def remove_incident(*, incident: Incident, by: User | None) -> None:
    """For one entered by mistake. Refused once a rapid review stands on it; the trail keeps what was removed."""
    if hasattr(incident, "rapid"):
        raise Refused("A rapid review stands on this incident. Withdraw the incident instead, with the reason.")
    unindex(kind=KIND, id=incident.pk)
    incident.delete()
