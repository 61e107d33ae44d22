"""Serious incidents as their pages show them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row

from ..domain.clocks import RELAXED, STARTS, Clock, Start
from ..domain.incidents import CATEGORY_LABELS, INCIDENT_STATE_LABELS, Category, IncidentState
from ..models import ClockSetting, Incident
from ..queries.incidents import fifteen_days_of, notification_clock_of
from ..queries.rapid import had

NOTHING_OF_A_CHILD = (
    "Sightline keeps a reference, dates and the criteria. Never a child’s name, age, birthday or case number, "
    "and nothing of what happened to whom."
)
STATE_COLOURS = {
    IncidentState.LOGGED: "yellow",
    IncidentState.NOTIFIED: "blue",
    IncidentState.NOT_NOTIFIED: "grey",
    IncidentState.WITHDRAWN: "grey",
}
COUNTED = (
    "The notification has 5 working days, the rapid review 15: working days of England, without weekends and bank "
    "holidays. What is past its last day is marked in red."
)


def day(value: date | None) -> str:
    return f"{value.day} {value:%B %Y}" if value else ""


def href(slug: str, name: str, **parts: int) -> str:
    return reverse(f"reviews:{name}", kwargs={"partnership": slug, **parts})


def happened(incident: Incident) -> Cell:
    """The day or the month; not known is said as such."""
    if incident.occurred_on is None:
        return Cell(text="Not known", unknown=True)
    if incident.is_month_only:
        return Cell(text=f"{incident.occurred_on:%b %Y}", value=incident.occurred_on)
    return row(incident.occurred_on).cells[0]


def clock_cell(clock: Clock, on: date) -> Cell:
    """Where a clock stands: in short, red when over, hatched when nothing can be counted."""
    if clock.starts_on is None:
        return Cell(text="Cannot be counted", unknown=True)
    last, late, ended = f"last day {short_day(clock.due_on)}", clock.is_late(on), clock.has_ended(on)
    if late is None:
        return Cell(text="Relaxed then", tag="grey", note=f"{clock.words(on)}; {last}", value=clock.over(on))
    if ended:
        note = f"Day {clock.number(on)}; {last}"
        return Cell(text="Late" if late else "In time", tag="red" if late else "green", note=note, value=clock.over(on))
    colour = "red" if late else "yellow" if on == clock.due_on else "blue"
    return Cell(text=clock.words(on), tag=colour, note=f"L{last[1:]}", value=clock.over(on))


def short_day(value: date | None) -> str:
    return f"{value.day} {value:%b %Y}" if value else ""


def counted(setting: ClockSetting) -> str:
    return f"Rapid reviews are counted from {STARTS[Start(setting.start)].short}."


def register(incidents: Iterable[Incident], start: Start, slug: str, on: date) -> Table:
    return Table(
        caption="Serious incidents",
        caption_hidden=True,
        columns=(
            Column("reference", "Reference"),
            Column("state", "State"),
            Column("category", "Category"),
            Column("happened", "Happened"),
            Column("aware", "Aware"),
            Column("notified", "Notified"),
            Column("five", "Notification"),
            Column("fifteen", "Rapid review"),
        ),
        rows=tuple(_line(one, start, slug, on) for one in incidents),
        filters=(
            Filter("state", "State", tuple((label, label) for label in INCIDENT_STATE_LABELS.values())),
            Filter("year", "Year of becoming aware"),
            Filter("category", "Category"),
        ),
        searchable=True,
        sort="-aware",
        export_href=href(slug, "incidents"),
        empty="No serious incident is logged. When one is, its days are counted here.",
        note=COUNTED,
    )


def _line(one: Incident, start: Start, slug: str, on: date) -> Row:
    state = one.state_on(on)
    label, category = INCIDENT_STATE_LABELS[state], CATEGORY_LABELS[Category(one.category)]
    notified = one.notified_on if had(one.notified_on, on) else Cell(text="Not yet")
    return row(
        Cell(text=one.reference, href=href(slug, "incident", incident=one.pk)),
        Cell(text=label, tag=STATE_COLOURS[state]),
        category,
        happened(one),
        one.aware_on or Cell(text="Not known", unknown=True),
        notified,
        _notification(one, state, on),
        _fifteen(one, start, on),
        facets={"state": label, "year": str(one.aware_on.year) if one.aware_on else "Not known", "category": category},
    )


def _notification(one: Incident, state: IncidentState, on: date) -> Cell:
    """Where nothing was to be notified, in time and late have no meaning."""
    if state in (IncidentState.NOT_NOTIFIED, IncidentState.WITHDRAWN):
        return Cell(text="None")
    return clock_cell(notification_clock_of(one), on)


def _fifteen(one: Incident, start: Start, on: date) -> Cell:
    if one.state_on(on) in (IncidentState.NOT_NOTIFIED, IncidentState.WITHDRAWN) and not hasattr(one, "rapid"):
        return Cell(text="None")
    if not had(one.notified_on, on):
        return Cell(text="After notification")
    return clock_cell(fifteen_days_of(one, start), on)


@dataclass(frozen=True)
class ClockLine:
    """One clock for a page: what it is, where it stands, and how it is counted."""

    name: str
    words: str
    colour: str
    counted: str
    note: str
    source: str
    source_href: str


def clock_line(
    clock: Clock, on: date, since: str = "", name: str = "", source: str = "", source_href: str = ""
) -> ClockLine:
    tag = clock_cell(clock, on)
    start = clock.starts_on
    parts = [f"{clock.rule.length} {clock.rule.unit} from {since or clock.rule.since}"]
    if start:
        parts.append(f"last day {day(clock.due_on)}")
    return ClockLine(
        name or clock.rule.name,
        clock.words(on),
        tag.tag or "grey",
        ", ".join(parts),
        RELAXED if clock.is_relaxed else "",
        source or clock.rule.source.split("/")[2].removeprefix("www."),
        source_href or clock.rule.source,
    )


@dataclass(frozen=True)
class IncidentPage:
    id: int
    reference: str
    state: str
    colour: str
    because: str
    facts: tuple[dict[str, str], ...]
    criteria: str
    clocks: tuple[ClockLine, ...]
    rapid: dict[str, str] | None
    is_ended: bool
    is_notified: bool
    may_open_rapid: bool
    crumbs: tuple[dict[str, str], ...]


def incident_page(incident: Incident, start: Start, on: date) -> IncidentPage:
    slug, state = incident.partnership.slug, incident.state_on(on)
    rapid = incident.rapid if hasattr(incident, "rapid") and incident.rapid.opened_on <= on else None
    ended = state in (IncidentState.NOT_NOTIFIED, IncidentState.WITHDRAWN)
    return IncidentPage(
        id=incident.pk,
        reference=incident.reference,
        state=INCIDENT_STATE_LABELS[state],
        colour=STATE_COLOURS[state],
        because=f"{day(incident.ended_on)}: {incident.ended_because}" if ended else "",
        facts=tuple(_facts(incident, on)),
        criteria=incident.criteria,
        clocks=tuple(_clocks(incident, start, on)),
        rapid={"text": rapid.review.reference, "href": href(slug, "rapid", rapid=rapid.pk)} if rapid else None,
        is_ended=ended,
        is_notified=had(incident.notified_on, on),
        may_open_rapid=had(incident.notified_on, on) and not ended and rapid is None,
        crumbs=({"text": "Serious incidents", "href": href(slug, "incidents")},),
    )


def _clocks(incident: Incident, start: Start, on: date) -> Iterator[ClockLine]:
    yield clock_line(notification_clock_of(incident), on)
    if had(incident.notified_on, on):
        chosen = Start(incident.rapid.start) if hasattr(incident, "rapid") else start
        slug = incident.partnership.slug
        yield clock_line(
            fifteen_days_of(incident, start),
            on,
            STARTS[chosen].short,
            source="sources differ on the start",
            source_href=href(slug, "clock"),
        )


def _facts(incident: Incident, on: date) -> Iterator[dict[str, str]]:
    yield {"term": "Category", "value": CATEGORY_LABELS[Category(incident.category)]}
    yield {"term": "Happened", "value": happened(incident).text}
    yield {"term": "Became aware", "value": day(incident.aware_on) or "Not known"}
    yield {"term": "Panel notified", "value": day(incident.notified_on) if had(incident.notified_on, on) else "Not yet"}
    yield {"term": "Authority that leads", "value": str(incident.lead_authority or "Not known")}
    decider = str(incident.decided_by or "") or incident.decided_by_as_written
    yield {"term": "Who decides on the notification", "value": decider or "Not known"}
    others = ", ".join(str(c.organisation) for c in incident.concerned.all())
    yield {"term": "Other areas’ bodies", "value": others or "None named"}
