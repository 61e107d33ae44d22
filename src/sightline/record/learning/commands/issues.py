"""Verbs of receipt and cascade. Those that an agency answers can be called without an account (`by=None`, `said_by=`)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Post

from ..domain.issues import cascade_due, receipt_due
from ..models import Briefing, Chase, Copy, IssueTo, Subscriber
from .checks import needed, not_before, same_partnership


def send_to_all(
    briefing: Briefing,
    on: date,
    agencies: Iterable[Organisation],
    to_subscribers: bool,
    receipt_due_on: date | None,
    cascade_due_on: date | None,
    by: User | None,
) -> None:
    """Part of the deed of issuing: a line for each agency, a copy for each subscriber of the audience."""
    for organisation in agencies:
        send_to_agency(
            briefing=briefing,
            organisation=organisation,
            on=on,
            by=by,
            receipt_due_on=receipt_due_on,
            cascade_due_on=cascade_due_on,
        )
    if to_subscribers:
        for subscriber in _audience(briefing, on):
            kept(Copy(briefing=briefing, subscriber=subscriber))


def _audience(briefing: Briefing, on: date) -> list[Subscriber]:
    """Those in force on the day whose sector it is for; one who named no sector gets everything."""
    rows = Subscriber.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=on), partnership=briefing.partnership, consented_on__lte=on
    )
    sectors = list(briefing.sectors.values_list("sector", flat=True))
    return list(rows.filter(sector__in=["", *sectors]) if sectors else rows)


@deed
def send_to_agency(
    *,
    briefing: Briefing,
    organisation: Organisation,
    on: date,
    by: User | None,
    contact: Post | None = None,
    receipt_due_on: date | None = None,
    cascade_due_on: date | None = None,
) -> IssueTo:
    """An issued briefing goes to one agency; `contact` is the post there that answers for it."""
    if briefing.issued_on is None or briefing.retired_on is not None:
        raise Refused("Only a briefing that is issued and not retired goes to agencies.")
    not_before(on, briefing.issued_on, "It was issued")
    same_partnership(briefing.partnership, organisation=organisation, contact=contact)
    if briefing.issues.filter(organisation=organisation).exists():
        raise Refused(f"{organisation} has been sent this briefing already.", "organisation")
    receipt, cascade = receipt_due_on or receipt_due(on), cascade_due_on or cascade_due(on)
    if receipt < on or cascade < receipt:
        raise Refused("Receipt is due on or after the day it is sent, passing on not before receipt.", "cascade_due_on")
    return kept(
        IssueTo(
            briefing=briefing,
            organisation=organisation,
            contact=contact,
            sent_on=on,
            receipt_due_on=receipt,
            cascade_due_on=cascade,
        )
    )


@deed
def confirm_receipt(*, issue_to: IssueTo, on: date, said_by: str, by: User | None = None) -> IssueTo:
    """The agency's word that it came; said again, the first day stands."""
    _said(said_by)
    not_before(on, issue_to.sent_on, "It was sent")
    if issue_to.received_on is None:
        issue_to.received_on, issue_to.received_said_by = on, said_by.strip()
    return kept(issue_to)


@deed
def confirm_cascade(
    *,
    issue_to: IssueTo,
    on: date,
    said_by: str,
    by: User | None = None,
    how: str = "",
    staff: int | None = None,
    teams: int | None = None,
) -> IssueTo:
    """The agency's word to how many it was passed on, and how. It says receipt too; a later word replaces the earlier."""
    _said(said_by)
    refuse_child_details(how=how)
    not_before(on, issue_to.sent_on, "It was sent")
    if not (how.strip() or staff or teams):
        raise Refused("Say how it was passed on, or to how many staff or teams.", "how")
    if issue_to.received_on is None or issue_to.received_on > on:
        issue_to.received_on, issue_to.received_said_by = on, said_by.strip()
    issue_to.cascaded_on, issue_to.cascaded_said_by = on, said_by.strip()
    issue_to.cascaded_how, issue_to.staff_reached, issue_to.teams_reached = how.strip(), staff, teams
    return kept(issue_to)


def _said(said_by: str) -> None:
    needed(said_by=said_by)
    refuse_child_details(said_by=said_by)


@deed
def correct_issue(*, issue_to: IssueTo, by: User | None, **changes: object) -> IssueTo:
    """Mends what was entered wrongly: the contact and the days it is due, or takes a confirmation back (None)."""
    allowed = {"contact", "receipt_due_on", "cascade_due_on", "received_on", "cascaded_on"}
    for name, value in changes.items():
        if name not in allowed:
            raise Refused(f"{name} cannot be corrected.", name)
        setattr(issue_to, name, value)
    same_partnership(issue_to.briefing.partnership, contact=issue_to.contact)
    if issue_to.received_on is None:
        issue_to.received_said_by, issue_to.cascaded_on = "", None
    if issue_to.cascaded_on is None:
        issue_to.cascaded_said_by = issue_to.cascaded_how = ""
        issue_to.staff_reached = issue_to.teams_reached = None
    return kept(issue_to)


@deed
def chase_agency(*, issue_to: IssueTo, on: date, words: str, by: User | None) -> Chase:
    needed(words=words)
    refuse_child_details(words=words)
    not_before(on, issue_to.sent_on, "It was sent")
    if issue_to.cascaded_on is not None and issue_to.cascaded_on <= on:
        raise Refused("This agency has confirmed all that was asked of it.")
    return kept(Chase(issue=issue_to, on=on, words=words.strip(), by=by))


@deed
def mark_sent(*, row: IssueTo | Copy, at: datetime, by: User | None = None) -> IssueTo | Copy:
    """The e-mail went. Called by whoever sends what `queries.to_send` lists."""
    row.mailed_at = at
    return kept(row)
