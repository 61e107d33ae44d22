"""Changes of law as a partnership takes them in, what each touches, and the region's view."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row

from ..domain.changes import ASKED_FOR_YEARS, FATE_LABELS, HOLD_LABELS, TAKEN_IN_WITHIN, Compared, Fate, Hold
from ..models import Acknowledgement, Edition, Reliance
from ..queries import DutyRow
from ..queries.changes import Change, ChangeTaken, Citing
from . import COLOURS, duty_row, state_words

CONVENTION = (
    f"Sightline asks for a word within {TAKEN_IN_WITHIN} working days, for changes of the last {ASKED_FOR_YEARS} years. "
    "Neither number comes from law or guidance."
)
FATE_COLOURS = {Fate.NEW: "green", Fate.CHANGED: "yellow", Fate.SAME: "grey", Fate.NOT_SEEN: "purple"}
HOLD_COLOURS = {Hold.IN_FORCE: "green", Hold.CARRIED: "yellow", Hold.COMING: "blue", Hold.PAST: "grey"}


def day_words(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def change_href(slug: str, edition: int) -> str:
    return reverse("law:change", args=[slug, edition])


def taken_cell(one: ChangeTaken, on: date) -> Cell:
    if one.taken is not None:
        return Cell(text="Taken in", tag="green", note=day_words(one.taken.on))
    if one.is_late(on):
        return Cell(text="Not taken in", tag="red", note=f"asked by {day_words(one.change.due_on)}")
    if one.change.is_asked:
        return Cell(text="To be taken in", tag="blue", note=f"by {day_words(one.change.due_on)}")
    return Cell(text="No word kept", note="not asked for", unknown=True)


def changes_table(rows: Sequence[ChangeTaken], slug: str, on: date, path: str) -> Table:
    return Table(
        caption="Changes of law and guidance",
        caption_hidden=True,
        columns=(
            Column("edition", "Change"),
            Column("on", "Since"),
            Column("state", "State"),
            Column("taken", "Taken in"),
            Column("done", "What was done"),
            Column("agencies", "Agencies that said so", numeric=True),
        ),
        rows=tuple(_row(one, slug, on) for one in rows),
        filters=(Filter("taken", "Taken in"), Filter("state", "State"), Filter("kind", "Kind")),
        searchable=True,
        sort="-on",
        export_href=path,
        empty="No change of law or guidance is kept.",
        note=CONVENTION,
        row_headers=False,
    )


def _row(one: ChangeTaken, slug: str, on: date) -> Row:
    change, taken = one.change, taken_cell(one, on)
    words = state_words(change.state, change.kind)
    return row(
        Cell(text=change.edition.label, href=change_href(slug, change.edition.pk), note=change.edition.what_changed),
        change.changed_on,
        Cell(text=words, tag=COLOURS[change.state]),
        taken,
        one.taken.what_was_done if one.taken else "",
        len(one.agencies),
        facets={"taken": taken.text, "state": words, "kind": change.kind.capitalize()},
    )


@dataclass(frozen=True)
class AcknowledgedLine:
    id: int
    who: str
    on: date
    what: str
    by: str


@dataclass(frozen=True)
class ChangePage:
    id: int
    title: str
    what_changed: str
    state: str
    colour: str
    is_verified: bool
    taken: Cell | None
    facts: tuple[dict[str, Any], ...]
    documents: Table
    duties: Table
    relying: tuple[str, ...]
    acknowledged: tuple[AcknowledgedLine, ...]
    convention: str
    crumbs: tuple[dict[str, str], ...]


def change_page(
    edition: Edition,
    older: Sequence[Edition],
    state_and_colour: tuple[str, str],
    taken: ChangeTaken | None,
    documents: Sequence[Citing],
    duties: Sequence[Compared],
    relying: Sequence[Reliance],
    scope: Partnership,
    on: date,
) -> ChangePage:
    words, colour = state_and_colour
    said = [*([taken.taken] if taken and taken.taken else []), *(taken.agencies if taken else ())]
    return ChangePage(
        id=edition.pk,
        title=edition.label,
        what_changed=edition.what_changed,
        state=words,
        colour=colour,
        is_verified=edition.is_verified,
        taken=taken_cell(taken, on) if taken else None,
        facts=tuple(_facts(edition, older, scope.slug, on)),
        documents=documents_table(documents, scope.slug),
        duties=compared_table(duties, bool(older)),
        relying=tuple(f"{one.label} (on {one.edition.label})" for one in relying),
        acknowledged=tuple(_line(one, scope) for one in said),
        convention=CONVENTION,
        crumbs=(
            {"text": "Law and guidance", "href": reverse("law:list", args=[scope.slug])},
            {"text": "Changes", "href": reverse("law:changes", args=[scope.slug])},
        ),
    )


def _facts(edition: Edition, older: Sequence[Edition], slug: str, on: date) -> list[dict[str, Any]]:
    instrument = edition.instrument
    facts = [
        {
            "term": "Instrument",
            "value": instrument.name,
            "href": reverse("law:instrument", args=[slug, instrument.slug]),
        },
        {"term": "Dates", "value": edition.as_published},
        {"term": "Takes the place of", "value": "; ".join(one.label for one in older) or "Nothing that is kept"},
    ]
    if edition.superseded_by is not None and edition.superseded_on is not None and edition.superseded_on <= on:
        facts.append({"term": "Superseded by", "value": edition.superseded_by.label})
    return facts


def _line(one: Acknowledgement, scope: Partnership) -> AcknowledgedLine:
    return AcknowledgedLine(one.pk, one.agency or scope.name, one.on, one.what_was_done, str(one.by or "Sightline"))


def documents_table(rows: Sequence[Citing], slug: str) -> Table:
    return Table(
        caption="Documents here that cite it, or the edition before it",
        name="documents",
        columns=(Column("title", "Document"), Column("kind", "Kind"), Column("cites", "Cites")),
        rows=tuple(
            row(
                Cell(text=one.document.title, href=reverse("library:document", args=[slug, one.document.pk])),
                one.document.kind.replace("_", " ").capitalize(),
                Cell(text=one.edition, tag="yellow" if one.is_older else "green", note="older" if one.is_older else ""),
            )
            for one in rows
        ),
        empty="No document that you may see cites it, or the edition before it. Only what was read from documents is known.",
        row_headers=False,
    )


def compared_table(rows: Sequence[Compared], has_older: bool) -> Table:
    return Table(
        caption="Duties: new, changed, or not seen any more" if has_older else "Duties that it brings",
        name="compared",
        columns=(
            Column("fate", "What became of it", sortable=False),
            Column("number", "Provision", sortable=False),
            Column("after", "Now", sortable=False),
            Column("before", "Before", sortable=False),
        ),
        rows=tuple(_compared(one) for one in rows),
        empty="No duty of it is kept yet.",
        note="By the number or name of the provision. What is not seen in the newer edition may stand there unread.",
    )


def _compared(one: Compared) -> Row:
    shown = one.after or one.before
    return row(
        Cell(text=FATE_LABELS[one.fate], tag=FATE_COLOURS[one.fate]),
        shown.number if shown else "",
        _owed(one.after),
        _owed(one.before),
    )


def _owed(duty: Any) -> Cell:
    if duty is None:
        return Cell()
    return Cell(text=duty.what, note="; ".join(filter(None, (duty.owed_by, duty.when))))


def held_table(rows: Sequence[tuple[DutyRow, Hold]], slug: str, on: date, path: str, everything: bool) -> Table:
    """Duties with how far each holds on a day."""
    return Table(
        caption=f"Duties on {day_words(on)}" if not everything else "Duties of every edition",
        columns=(
            Column("holds", "Holds"),
            Column("who", "Who owes it"),
            Column("what", "What"),
            Column("when", "When"),
            Column("evidence", "Shown by"),
            Column("authority", "Authority"),
            Column("source", "Source"),
        ),
        rows=tuple(_held(line, hold, slug) for line, hold in rows),
        filters=(Filter("holds", "Holds"), Filter("edition", "Edition"), Filter("checked", "Checked")),
        searchable=True,
        export_href=path,
        empty="No duty is kept for this date.",
        note=(
            "In our own words. Unverified: the source was not seen in the original; no rule rests on it as a fact. "
            "A duty of an earlier edition stays here until the newer one is known to change it."
        ),
        row_headers=False,
    )


def _held(line: DutyRow, hold: Hold, slug: str) -> Row:
    base = duty_row(line, slug)
    note = "of an earlier edition: check that it still stands" if hold is Hold.CARRIED else ""
    cell = Cell(text=HOLD_LABELS[hold], tag=HOLD_COLOURS[hold], note=note)
    return Row(cells=(cell, *base.cells), facets={**base.facets, "holds": cell.text})


def region_table(
    partnerships: Sequence[Partnership],
    changes: Sequence[Change],
    days: Mapping[tuple[int, int], date],
    on: date,
    path: str,
    *,
    whole: bool = False,
) -> Table:
    """A row for each change, a column for each partnership that shares.

    Those that have taken in none of them are named in a line below, and only in the `whole` table have columns.
    """
    told = {pk for pk, _ in days}
    columns = [one for one in partnerships if whole or one.pk in told]
    silent = [] if whole else [one.short_name for one in partnerships if one.pk not in told]
    return Table(
        caption="Changes of law taken in, by partnership",
        caption_hidden=True,
        columns=(
            Column("change", "Change"),
            Column("since", "Since"),
            Column("taken", "Taken in by", numeric=True),
            *(Column(f"p{one.pk}", one.short_name) for one in columns),
        ),
        rows=tuple(
            row(
                Cell(text=change.edition.label),
                change.changed_on,
                _taken_by(change, partnerships, days),
                *(_region_cell(days.get((one.pk, change.edition.pk)), change, on) for one in columns),
            )
            for change in changes
        )
        if partnerships
        else (),
        export_href=path,
        empty="No partnership of your region shares which changes of law it has taken in.",
        note=f"{CONVENTION} They share, and have said of none that it was taken in: {', '.join(silent)}."
        if silent
        else CONVENTION,
    )


def _taken_by(change: Change, partnerships: Sequence[Partnership], days: Mapping[tuple[int, int], date]) -> Cell:
    taken = sum((one.pk, change.edition.pk) in days for one in partnerships)
    return Cell(text=f"{taken} of {len(partnerships)}", value=taken)


def _region_cell(day: date | None, change: Change, on: date) -> Cell:
    if day is not None:
        return Cell(text="Taken in", tag="green", note=day_words(day), value=day)
    if change.due_on < on:
        return Cell(text="Not taken in", tag="red")
    return Cell(text="No word yet", tag="blue", note=f"asked by {day_words(change.due_on)}")
