"""Law and guidance as pages show them: state in words, doubt in words, the source beside the fact."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.kernel.sources import stated

from ..domain import NOT_LAW, STATE_LABELS, State
from ..models import Instrument
from ..queries import DutyRow, EditionRow

COLOURS = {State.PLANNED: "purple", State.ENACTED: "blue", State.IN_FORCE: "green", State.SUPERSEDED: "grey"}


def state_words(state: State, kind: str) -> str:
    return "Published" if kind in NOT_LAW and state is State.IN_FORCE else STATE_LABELS[state]


def instrument_href(slug: str, instrument: str) -> str:
    return reverse("law:instrument", args=[slug, instrument])


def law_table(rows: Sequence[EditionRow], slug: str, path: str) -> Table:
    return Table(
        caption="Law and guidance",
        caption_hidden=True,
        columns=(
            Column("edition", "Edition"),
            Column("kind", "Kind"),
            Column("state", "State"),
            Column("from", "Since"),
            Column("source", "Source"),
        ),
        rows=tuple(_edition_row(line, slug) for line in rows),
        filters=(Filter("state", "State"), Filter("kind", "Kind"), Filter("checked", "Checked")),
        searchable=True,
        export_href=path,
        empty="No law or guidance is kept.",
        note="States are those of the date above. Unverified: the source was not seen in the original.",
    )


def _edition_row(line: EditionRow, slug: str) -> Row:
    edition = line.edition
    words = state_words(line.state, line.kind)
    since = edition.superseded_on if line.state is State.SUPERSEDED else edition.in_force_on or edition.made_on
    return row(
        Cell(text=edition.label, href=instrument_href(slug, line.slug), note=edition.what_changed),
        line.kind.capitalize(),
        Cell(text=words, tag=COLOURS[line.state], note=f"by {line.superseded_by}" if line.superseded_by else ""),
        Cell(text=f"{since.day} {since:%b %Y}" if since else edition.as_published, value=since),
        _source(edition.source, edition.is_verified),
        facets={"state": words, "checked": "Checked" if edition.is_verified else "Unverified"},
    )


def _source(source: str, is_verified: bool) -> Cell:
    where = stated(source)
    note = "; ".join(filter(None, ("" if is_verified else "unverified", where.rest)))
    return Cell(text=where.text, href=where.href, note=note)


@dataclass(frozen=True, slots=True)
class EditionShown:
    id: int
    label: str
    state: str
    colour: str
    what_changed: str
    is_verified: bool
    facts: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class InstrumentPage:
    name: str
    kind: str
    editions: tuple[EditionShown, ...]
    duties: Table
    breadcrumbs: tuple[dict[str, str], ...]


def instrument_page(
    instrument: Instrument, editions: Sequence[EditionRow], duties: Sequence[DutyRow], slug: str, path: str
) -> InstrumentPage:
    return InstrumentPage(
        instrument.name,
        instrument.kind.capitalize(),
        tuple(_shown(line) for line in editions),
        duties_table(duties, slug, path),
        ({"text": "Law and guidance", "href": reverse("law:list", args=[slug])}, {"text": instrument.name}),
    )


def _shown(line: EditionRow) -> EditionShown:
    edition = line.edition
    source = _source(edition.source, edition.is_verified)
    facts = (
        {"term": "Dates", "value": edition.as_published},
        {"term": "Superseded by", "value": line.superseded_by},
        {"term": "Source", "value": source.text, "href": source.href, "note": source.note},
    )
    return EditionShown(
        edition.pk,
        edition.label,
        state_words(line.state, line.kind),
        COLOURS[line.state],
        edition.what_changed,
        edition.is_verified,
        tuple(fact for fact in facts if fact["value"]),
    )


def duties_table(rows: Sequence[DutyRow], slug: str, path: str) -> Table:
    return Table(
        caption="Duties",
        columns=(
            Column("who", "Who owes it"),
            Column("what", "What"),
            Column("when", "When"),
            Column("evidence", "Shown by"),
            Column("authority", "Authority"),
            Column("source", "Source"),
        ),
        rows=tuple(duty_row(line, slug) for line in rows),
        filters=(Filter("edition", "Edition"), Filter("checked", "Checked")),
        searchable=True,
        export_href=path,
        empty="No duty is kept for this.",
        note="In our own words. Unverified: the source was not seen in the original; no rule rests on it as a fact.",
    )


def duty_row(line: DutyRow, slug: str) -> Row:
    duty = line.duty
    state = "" if line.state is State.IN_FORCE else STATE_LABELS[line.state].lower()
    authority = Cell(text=f"{line.edition}: {line.number}", href=instrument_href(slug, line.slug), note=state)
    return row(
        duty.owed_by,
        duty.what,
        duty.when,
        duty.evidence,
        authority,
        _source(duty.source, duty.is_verified),
        facets={"edition": line.edition, "checked": "Checked" if duty.is_verified else "Unverified"},
    )
