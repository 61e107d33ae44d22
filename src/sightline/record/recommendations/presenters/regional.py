"""What a region issued: to whom, what each answered, and what became of it where that is shared."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row

from ..domain import ANSWER_LABELS, STATE_COLOURS, STATE_LABELS, Answer, State, response_clock, source_label
from ..models import Issued, Recommendation, Response
from .words import ANSWER_COLOURS, day, in_register_order, number_cell, title_of, year_of

NOT_SHARED = "Not shared"


def issued_href(pk: int) -> str:
    return reverse("recommendations:issued", kwargs={"recommendation": pk})


def issued_table(found: Iterable[Recommendation], on: date, path: str) -> Table:
    return Table(
        caption="Recommendations issued to partnerships",
        columns=(
            Column("number", "Number"),
            Column("text", "Recommendation"),
            Column("source", "From"),
            Column("made", "Made"),
            Column("to", "Partnerships", numeric=True),
            Column("answered", "Answered", numeric=True),
            Column("late", "Answers overdue", numeric=True),
        ),
        rows=tuple(_list_row(one, on) for one in sorted(found, key=in_register_order)),
        filters=(Filter("source", "From"), Filter("year", "Year")),
        searchable=True,
        export_href=path,
        empty="Nothing has been issued yet. What you issue appears in the register of each partnership.",
        row_headers=False,
    )


def _standing(one: Recommendation, on: date) -> list[Issued]:
    return [i for i in one.issued.all() if i.on <= on and (i.withdrawn_on is None or i.withdrawn_on > on)]


def latest_of(one: Recommendation, partnership_id: int) -> Response | None:
    return next((r for r in one.responses.all() if r.partnership_id == partnership_id), None)


def _list_row(one: Recommendation, on: date) -> Row:
    standing = _standing(one, on)
    waiting = [issued for issued in standing if latest_of(one, issued.partnership_id) is None]
    clocks = [response_clock(issued.on, one.respond_by, on) for issued in waiting]
    return row(
        number_cell(one.number),
        Cell(text=one.text, href=issued_href(one.pk)),
        Cell(text=one.source_title, note=source_label(one.source_kind)),
        one.made_on,
        len(standing),
        len(standing) - len(waiting),
        sum(clock is not None and clock.has_passed for clock in clocks),
        facets={"source": one.source_title, "year": year_of(one)},
    )


@dataclass(frozen=True)
class IssuedPage:
    id: int
    title: str
    text: str
    region: str
    facts: tuple[dict[str, str], ...]
    table: Table
    are_shared: bool
    crumbs: tuple[dict[str, str], ...]


def issued_page(
    one: Recommendation, states: Mapping[int, State], sharing: Collection[int], on: date, path: str
) -> IssuedPage:
    """`states` by partnership, for those in `sharing`: what they did is theirs to show; what they answered is to the region."""
    return IssuedPage(
        id=one.pk,
        title=title_of(one),
        text=one.text,
        region=one.partnership.short_name,
        facts=(
            {"term": "From", "value": one.source_title, "note": source_label(one.source_kind)},
            {"term": "Made", "value": day(one.made_on) or "Not known"},
            {"term": "Answer asked for by", "value": day(one.respond_by) or "No day named"},
        ),
        table=_answers_table(one, states, sharing, on, path),
        are_shared=one.are_answers_shared,
        crumbs=({"text": "Recommendations issued", "href": reverse("recommendations:regional")},),
    )


def _answers_table(
    one: Recommendation, states: Mapping[int, State], sharing: Collection[int], on: date, path: str
) -> Table:
    return Table(
        caption="What each partnership answered",
        columns=(
            Column("partnership", "Partnership"),
            Column("answer", "Answer"),
            Column("reason", "Reason"),
            Column("on", "Answered"),
            Column("state", "What became of it"),
            Column("issued", "Issued"),
            Column("change", "Change", sortable=False, export=False, hidden_title=True),
        ),
        rows=tuple(_answer_row(one, issued, states, sharing, on) for issued in one.issued.all()),
        filters=(Filter("answer", "Answer"),),
        export_href=path,
        empty="It has been issued to nobody.",
        note="What became of it is shown where the partnership shares recommendations with the region.",
    )


def _answer_row(
    one: Recommendation, issued: Issued, states: Mapping[int, State], sharing: Collection[int], on: date
) -> Row:
    name = issued.partnership.short_name
    withdrawn = issued.withdrawn_on is not None and issued.withdrawn_on <= on
    latest = latest_of(one, issued.partnership_id)
    href = reverse("recommendations:take_back", kwargs={"recommendation": one.pk, "issued": issued.pk})
    return row(
        name,
        _answer_cell(one, issued, latest, withdrawn, on),
        issued.withdrawn_because if withdrawn else latest.reason if latest else "",
        latest.on if latest else None,
        _state_cell(states.get(issued.partnership_id), issued.partnership_id in sharing),
        issued.on,
        Cell() if withdrawn else Cell(text="Withdraw", hidden=f"from {name}", href=href),
    )


def _answer_cell(one: Recommendation, issued: Issued, latest: Response | None, withdrawn: bool, on: date) -> Cell:
    if withdrawn:
        return Cell(text="Withdrawn", tag="grey", note=day(issued.withdrawn_on))
    if latest is None:
        clock = response_clock(issued.on, one.respond_by, on)
        return Cell(text="No answer yet", tag="red", note=clock.words.capitalize() if clock else "")
    answer = Answer(latest.answer)
    who = str(latest.organisation) if latest.organisation else ""
    return Cell(text=ANSWER_LABELS[answer], tag=ANSWER_COLOURS[answer], note=who)


def _state_cell(state: State | None, is_shared: bool) -> Cell:
    if not is_shared or state is None:
        return Cell(text=NOT_SHARED, unknown=True)
    return Cell(text=STATE_LABELS[state], tag=STATE_COLOURS[state])
