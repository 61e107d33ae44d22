"""Who was sent a briefing and what they confirmed; what one agency was sent; subscribers."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.domain import SECTOR_LABELS, Sector
from sightline.partnership.directory.models import Organisation

from .. import queries
from ..domain.issues import OVERDUE, STAGE_LABELS, Stage, reach_of
from ..models import IssueTo, Subscriber
from .shared import Crumbs, Fact, ListPage, at, button, day

COLOURS = {
    Stage.SENT: "blue",
    Stage.RECEIPT_OVERDUE: "red",
    Stage.RECEIVED: "yellow",
    Stage.CASCADE_OVERDUE: "red",
    Stage.CASCADED: "green",
}
PARTNER = "Safeguarding partner"


def stage_cell(issue: IssueTo, on: date) -> Cell:
    stage = queries.stage_of(issue, on)
    late = {Stage.RECEIPT_OVERDUE: issue.receipt_due_on, Stage.CASCADE_OVERDUE: issue.cascade_due_on}.get(stage)
    days = (on - late).days if late else 0
    note = f"{days} {'day' if days == 1 else 'days'} late" if late else ""
    return Cell(text=STAGE_LABELS[stage], tag=COLOURS[stage], note=note)


def issues_table(issues: list[IssueTo], partners: set[int], slug: str, on: date, path: str, keeps: bool) -> Table:
    """Agencies by receipt and passing on; those of the law are marked."""
    links = (Column("do", "Change", sortable=False, export=False, hidden_title=True),) if keeps else ()
    reach = reach_of([queries.stage_of(issue, on) for issue in issues])
    said = f"Sent to {reach.sent}, received by {reach.received}, passed on by {reach.cascaded}, overdue from {reach.overdue}."
    return Table(
        caption="Receipt and passing on, by agency",
        name="agencies",
        columns=(
            Column("agency", "Agency"),
            Column("stage", "How it stands"),
            Column("sent", "Sent"),
            Column("received", "Received"),
            Column("passed", "Passed on"),
            Column("staff", "Staff", numeric=True),
            Column("teams", "Teams", numeric=True),
            Column("how", "How"),
            Column("chased", "Asked again"),
            *links,
        ),
        rows=tuple(_agency_row(issue, partners, slug, on, keeps) for issue in issues),
        filters=(Filter("stage", "How it stands"), Filter("partner", "Standing")),
        export_href=path,
        empty="It has been sent to no agency yet.",
        note=f"{said} Numbers of staff and teams are the agency’s own; where it gave none, none is shown.",
    )


def _agency_row(issue: IssueTo, partners: set[int], slug: str, on: date, keeps: bool) -> Row:
    is_partner = issue.organisation_id in partners
    links = (_change(issue, slug),) if keeps else ()
    return row(
        Cell(
            text=issue.organisation.name,
            href=at("agency", slug, organisation=issue.organisation_id),
            note=PARTNER if is_partner else "",
        ),
        stage_cell(issue, on),
        issue.sent_on,
        _said(issue.received_on, issue.received_said_by, on),
        *_reached(issue, on),
        _chased(issue, on),
        *links,
        facets={"partner": PARTNER if is_partner else "Other agency"},
    )


def _change(issue: IssueTo, slug: str) -> Cell:
    return Cell(text="Confirm or ask again", href=at("sent", slug, issue=issue.pk), hidden=f" ({issue.organisation})")


def _said(when: date | None, by: str, on: date) -> Cell:
    if when is None or when > on:
        return Cell(text="Not confirmed", value="")
    return Cell(text=f"{when.day} {when:%b %Y}", value=when, note=by)


def _reached(issue: IssueTo, on: date) -> tuple[object, ...]:
    passed = _said(issue.cascaded_on, issue.cascaded_said_by, on)
    if issue.cascaded_on is None or issue.cascaded_on > on:
        return passed, None, None, ""
    return passed, issue.staff_reached, issue.teams_reached, issue.cascaded_how


def _chased(issue: IssueTo, on: date) -> Cell:
    chases = [chase for chase in issue.chases.all() if chase.on <= on]
    if not chases:
        return Cell()
    times = f"{len(chases)} times, last " if len(chases) > 1 else ""
    return Cell(text=f"{times}{day(chases[0].on)}", value=chases[0].on, note=chases[0].words)


@dataclass(frozen=True)
class SentPage:
    title: str
    caption: str
    crumbs: list[dict[str, str]]
    facts: tuple[Fact, ...]
    actions: tuple[dict[str, Any], ...]
    chases: tuple[str, ...]


def sent_page(issue: IssueTo, partnership: Partnership, on: date) -> SentPage:
    slug = partnership.slug
    briefing = (str(issue.briefing), at("briefing", slug, briefing=issue.briefing_id))
    received = day(issue.received_on) or "Not confirmed"
    passed = day(issue.cascaded_on) or "Not confirmed"
    numbers = [f"{issue.staff_reached} staff" if issue.staff_reached is not None else ""]
    numbers.append(f"{issue.teams_reached} teams" if issue.teams_reached is not None else "")
    reached = ", ".join(filter(None, [*numbers, issue.cascaded_how]))
    return SentPage(
        title=issue.organisation.name,
        caption=str(issue.briefing),
        crumbs=Crumbs("briefings", slug, issue.organisation.name, (briefing,)).items,
        facts=(
            Fact("How it stands", STAGE_LABELS[queries.stage_of(issue, on)]),
            Fact("Sent", day(issue.sent_on)),
            Fact("Who answers", str(issue.contact or ""), note="" if issue.contact else "Nobody is named to write to"),
            Fact("Received", received, note=issue.received_said_by or f"due by {day(issue.receipt_due_on)}"),
            Fact("Passed on", passed, note=issue.cascaded_said_by or f"due by {day(issue.cascade_due_on)}"),
            Fact("To whom and how", reached),
        ),
        actions=(
            button("Confirm receipt", at("receipt", slug, issue=issue.pk)),
            button("Confirm passing on", at("cascade", slug, issue=issue.pk)),
            button("Note that you asked again", at("chase", slug, issue=issue.pk), quiet=True),
            button("Change who answers and by when", at("contact", slug, issue=issue.pk), quiet=True),
        ),
        chases=tuple(str(chase) for chase in issue.chases.all() if chase.on <= on),
    )


def agencies_page(
    by_agency: dict[Organisation, list[IssueTo]], partners: set[int], partnership: Partnership, on: date, path: str
) -> ListPage:
    slug = partnership.slug
    table = Table(
        caption="What each agency was sent and confirmed",
        columns=(
            Column("agency", "Agency"),
            Column("sent", "Sent", numeric=True),
            Column("received", "Received", numeric=True),
            Column("passed", "Passed on", numeric=True),
            Column("late", "Overdue", numeric=True),
        ),
        rows=tuple(_sum_row(body, issues, partners, slug, on) for body, issues in by_agency.items()),
        filters=(Filter("partner", "Standing"),),
        export_href=path,
        empty="No agency has been sent a briefing yet, and none has a standing in the partnership on this date.",
        note="An agency that was sent nothing stands here too, when it has a standing in the partnership.",
    )
    return ListPage("Receipt by agency", (), (table,))


def _sum_row(body: Organisation, issues: list[IssueTo], partners: set[int], slug: str, on: date) -> Row:
    reach = reach_of([queries.stage_of(issue, on) for issue in issues])
    name = Cell(
        text=body.name,
        href=at("agency", slug, organisation=body.pk),
        note=PARTNER if body.pk in partners else "",
    )
    facets = {"partner": PARTNER if body.pk in partners else "Other agency"}
    if not issues:
        return row(name, 0, None, None, None, facets=facets)
    late = Cell(text=str(reach.overdue), value=reach.overdue, tag="red") if reach.overdue else 0
    return row(name, reach.sent, reach.received, reach.cascaded, late, facets=facets)


def agency_page(
    body: Organisation, issues: list[IssueTo], partnership: Partnership, on: date, path: str, keeps: bool
) -> ListPage:
    """What one agency was sent: what it still owes stands first."""
    slug = partnership.slug
    links = (Column("do", "Change", sortable=False, export=False, hidden_title=True),) if keeps else ()
    ordered = sorted(issues, key=lambda issue: queries.stage_of(issue, on) not in OVERDUE)
    table = Table(
        caption="What we were sent",
        columns=(
            Column("briefing", "Briefing"),
            Column("stage", "How it stands"),
            Column("sent", "Sent"),
            Column("received", "Received"),
            Column("passed", "Passed on"),
            Column("staff", "Staff", numeric=True),
            Column("teams", "Teams", numeric=True),
            Column("how", "How"),
            *links,
        ),
        rows=tuple(
            row(
                Cell(text=str(issue.briefing), href=at("briefing", slug, briefing=issue.briefing_id)),
                stage_cell(issue, on),
                issue.sent_on,
                _said(issue.received_on, issue.received_said_by, on),
                *_reached(issue, on),
                *((_change(issue, slug),) if keeps else ()),
            )
            for issue in ordered
        ),
        filters=(Filter("stage", "How it stands"),),
        export_href=path,
        empty="This agency has been sent no briefing yet.",
    )
    return ListPage(body.name, (), (table,), caption="What we were sent")


def grouped(issues: Iterable[IssueTo], bodies: Iterable[Organisation]) -> dict[Organisation, list[IssueTo]]:
    found: dict[int, list[IssueTo]] = defaultdict(list)
    known = {body.pk: body for body in bodies}
    for issue in issues:
        known.setdefault(issue.organisation_id, issue.organisation)
        found[issue.organisation_id].append(issue)
    return {body: found[pk] for pk, body in sorted(known.items(), key=lambda pair: pair[1].name)}


def subscribers_page(subscribers: Iterable[Subscriber], partnership: Partnership, path: str) -> ListPage:
    slug = partnership.slug
    table = Table(
        caption="Subscribers",
        columns=(
            Column("who", "Who"),
            Column("sector", "Sector"),
            Column("since", "Since"),
            Column("consent", "How they asked"),
            Column("end", "End", sortable=False, export=False, hidden_title=True),
        ),
        rows=tuple(_subscriber(one, slug) for one in subscribers),
        filters=(Filter("sector", "Sector"),),
        searchable=True,
        export_href=path,
        empty="Nobody subscribes yet. Enter only those who asked to be sent briefings.",
        note="When a subscription ends the address is removed; that there was one stays.",
    )
    actions = (button("Add a subscriber", at("subscribe", slug)),)
    intro = "People and posts who asked to be sent briefings. Each e-mail says how to end it."
    return ListPage("Subscribers", (), (table,), actions, intro)


def _subscriber(one: Subscriber, slug: str) -> Row:
    sector = SECTOR_LABELS[Sector(one.sector)] if one.sector else "All briefings"
    ending = Cell(
        text="End", href=at("end_subscription", slug, subscriber=one.pk), hidden=f" the subscription of {one}"
    )
    return row(str(one), sector, one.consented_on, one.consent, ending)
