"""The register: every recommendation with its answer and what became of it."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.paging import numbered_addresses
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row

from ..domain import RESPONSE_DAYS, State, source_label
from ..domain.states import FINISHED, RUNNING
from ..models import Recommendation
from .words import (
    WHOLE,
    addressee_list,
    addressees,
    answer_cell,
    in_register_order,
    number_cell,
    state_cell,
    year_of,
)

SHOWN: dict[str, tuple[str, Collection[State]]] = {
    "unanswered": ("Unanswered", frozenset({State.NO_ANSWER})),
    "running": ("Accepted and under way", RUNNING),
    "done": ("Done", FINISHED),
    "all": ("All", frozenset(State)),
}
SHOWN_ADDRESSEES = 1
EMPTY = {
    "unanswered": "Every recommendation has its answer.",
    "running": "Nothing is under way.",
    "done": "Nothing is done yet.",
    "all": "There are no recommendations yet. Record one, or bring in a report: it proposes those it holds.",
}
NOTE = (
    f"Where no day was named, an answer is due {RESPONSE_DAYS} working days after a recommendation was made: "
    "Sightline’s convention. The latest answer is shown here; the recommendation’s page keeps them all."
)


@dataclass(frozen=True)
class Tab:
    text: str
    href: str
    current: bool
    count: int


def tabs(states: Mapping[int, State], show: str, path: str) -> tuple[Tab, ...]:
    counts = {key: sum(state in wanted for state in states.values()) for key, (_, wanted) in SHOWN.items()}
    return tuple(Tab(text, f"{path}?show={key}", key == show, counts[key]) for key, (text, _) in SHOWN.items())


def recommendations_table(
    found: Iterable[Recommendation],
    states: Mapping[int, State],
    show: str,
    partnership: Partnership,
    on: date,
    path: str,
) -> Table:
    href = numbered_addresses("recommendations:recommendation", "recommendation", partnership=partnership.slug)
    wanted = sorted((one for one in found if states[one.pk] in SHOWN[show][1]), key=in_register_order)
    return Table(
        caption="Recommendations" if show == "all" else f"Recommendations: {SHOWN[show][0].lower()}",
        columns=(
            Column("number", "Number"),
            Column("text", "Recommendation", wide=True),
            Column("source", "From"),
            Column("to", "Addressed to"),
            Column("made", "Made"),
            Column("answer", "Answer"),
            Column("state", "What became of it"),
            Column("actions", "Actions", numeric=True),
        ),
        rows=tuple(_row(one, states[one.pk], href, partnership, on) for one in wanted),
        filters=(
            Filter("kind", "Kind of source"),
            Filter("source", "From"),
            Filter("year", "Year"),
            Filter("to", "Addressed to"),
            Filter("theme", "Theme"),
            Filter("answered", "Answer"),
        ),
        searchable=True,
        export_href=path,
        empty=EMPTY[show],
        note=NOTE,
        row_headers=False,
    )


def _to(one: Recommendation) -> Cell:
    """The first of them and how many more: the recommendation's page and the files to take away name them all."""
    named = addressee_list(one)
    more = len(named) - SHOWN_ADDRESSEES
    if more < 1:
        return Cell(text=addressees(one) or WHOLE)
    return Cell(text="; ".join(named[:SHOWN_ADDRESSEES]), note=f"and {more} more", full="; ".join(named))


def _row(one: Recommendation, state: State, href: Callable[[int], str], partnership: Partnership, on: date) -> Row:
    kind = source_label(one.source_kind)
    issued = f"Issued by {one.partnership.short_name}" if one.partnership_id != partnership.pk else ""
    answer = answer_cell(one, on)
    return row(
        number_cell(one.number),
        Cell(text=one.text, href=href(one.pk)),
        Cell(text=one.source_title, note=", ".join(filter(None, (kind, issued)))),
        _to(one),
        one.made_on,
        answer,
        state_cell(state),
        len(one.answering.all()),
        facets={
            "kind": kind or "Not known",
            "source": one.source_title,
            "year": year_of(one),
            "to": addressee_list(one) or addressees(one) or WHOLE,
            "theme": [str(row.theme) for row in one.themes.all()] or ["No theme"],
            "answered": answer.text,
        },
    )
