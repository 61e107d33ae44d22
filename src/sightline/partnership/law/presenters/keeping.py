"""The pages on which the law that all partnerships use is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Table, row

from ..models import Edition, Instrument
from ..queries import EditionRow
from . import COLOURS, state_words

TOP = {"text": "Law that all use"}


def kept_table(rows: Iterable[EditionRow], instruments: Iterable[Instrument], path: str) -> Table:
    """One row for each instrument, with its newest edition of the day."""
    newest: dict[str, EditionRow] = {}
    for one in rows:
        newest.setdefault(one.slug, one)
    return Table(
        caption="Law that all use",
        caption_hidden=True,
        columns=(
            Column("name", "Instrument"),
            Column("kind", "Kind"),
            Column("newest", "Newest edition"),
            Column("state", "State"),
        ),
        rows=tuple(_row(one, newest.get(one.slug)) for one in instruments),
        searchable=True,
        sort="name",
        export_href=path,
        empty="No law is kept.",
        row_headers=False,
    )


def _row(instrument: Instrument, newest: EditionRow | None) -> Any:
    state = Cell(text="No edition yet", unknown=True)
    if newest is not None:
        state = Cell(text=state_words(newest.state, newest.kind), tag=COLOURS[newest.state])
    return row(
        Cell(text=instrument.name, href=reverse("law:kept_instrument", args=[instrument.slug])),
        instrument.kind.capitalize(),
        newest.edition.label if newest else "",
        state,
    )


@dataclass(frozen=True)
class KeptEdition:
    id: int
    label: str
    state: str
    colour: str
    dates: str
    superseded: str
    duties: tuple[str, ...]


@dataclass(frozen=True)
class KeptPage:
    slug: str
    name: str
    kind: str
    aliases: str
    editions: tuple[KeptEdition, ...]
    crumbs: tuple[dict[str, str], ...]


def kept_page(instrument: Instrument, rows: Iterable[EditionRow], duties: dict[int, list[str]]) -> KeptPage:
    return KeptPage(
        instrument.slug,
        instrument.name,
        instrument.kind.capitalize(),
        "; ".join(instrument.aliases),
        tuple(_edition(one, duties.get(one.edition.pk, [])) for one in rows),
        ({"text": TOP["text"], "href": reverse("law:kept")},),
    )


def _edition(one: EditionRow, duties: list[str]) -> KeptEdition:
    edition: Edition = one.edition
    superseded = ""
    if edition.superseded_by is not None and edition.superseded_on is not None:
        superseded = f"Superseded by {edition.superseded_by.label} from {_day(edition.superseded_on)}"
    return KeptEdition(
        edition.pk,
        edition.label,
        state_words(one.state, one.kind),
        COLOURS[one.state],
        edition.as_published,
        superseded,
        tuple(duties),
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
