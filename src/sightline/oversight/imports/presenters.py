"""Imports as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.timezone import localtime

from sightline.foundation.design.tables import Cell, Column, Table, row

from .commands.registers import REGISTERS
from .documents import said
from .domain import MOVING, STATE_LABELS, ImportState, Progress
from .domain.sheets import Fault
from .models import Import

COLOURS = {
    ImportState.WAITING: "blue",
    ImportState.CHECKED: "yellow",
    ImportState.ADDING: "blue",
    ImportState.ADDED: "green",
    ImportState.UNREADABLE: "red",
    ImportState.DISCARDED: "grey",
}


def title_of(register: str) -> str:
    return REGISTERS[register].sheet.title if register in REGISTERS else register


@dataclass(frozen=True)
class RegisterLine:
    title: str
    about: str
    template_href: str
    columns: tuple[dict[str, str], ...]


def register_lines(slug: str) -> tuple[RegisterLine, ...]:
    return tuple(
        RegisterLine(
            one.sheet.title,
            one.sheet.about,
            reverse("imports:template", kwargs={"partnership": slug, "register": code}),
            tuple(
                {"term": f"{c.title} (needed)" if c.needed else c.title, "value": said(c)} for c in one.sheet.columns
            ),
        )
        for code, one in REGISTERS.items()
    )


def imports_table(sheets: Iterable[Import], slug: str, path: str) -> Table:
    return Table(
        caption="Sheets brought in",
        columns=(
            Column("file", "File"),
            Column("register", "Register"),
            Column("state", "State"),
            Column("rows", "Rows", numeric=True),
            Column("added", "Added", numeric=True),
            Column("faults", "To mend", numeric=True),
            Column("by", "Brought in by"),
            Column("at", "When"),
        ),
        rows=tuple(_row(one, slug) for one in sheets),
        export_href=path,
        empty="No sheet has been brought in yet. Take a template, fill it in and bring it back.",
    )


def _row(one: Import, slug: str) -> Any:
    state, at = ImportState(one.state), localtime(one.brought_at)
    return row(
        Cell(text=one.file_name, href=reverse("imports:sheet", kwargs={"partnership": slug, "sheet": one.pk})),
        title_of(one.register),
        Cell(text=STATE_LABELS[state], tag=COLOURS[state]),
        one.rows,
        one.added,
        len(one.faults),
        str(one.brought_by or "Sightline"),
        Cell(text=f"{at:%-d %b %Y, %H:%M}", value=at.date()),
    )


@dataclass(frozen=True)
class SheetPage:
    id: int
    title: str
    register: str
    state: str
    colour: str
    message: str
    sentences: tuple[str, ...]
    is_moving: bool
    may_add_all: bool
    may_add_good: bool
    may_discard: bool
    good: int
    faults: Table
    errors_href: str
    crumbs: tuple[dict[str, str], ...]


def sheet_page(one: Import, faults: list[Fault], slug: str, path: str, progress: Progress | None) -> SheetPage:
    state, title = ImportState(one.state), title_of(one.register)
    waits = state is ImportState.CHECKED
    return SheetPage(
        id=one.pk,
        title=one.file_name,
        register=title,
        state=STATE_LABELS[state],
        colour=COLOURS[state],
        message=one.message,
        sentences=tuple(_sentences(one, state, progress)),
        is_moving=state in MOVING,
        may_add_all=waits and one.good > 0 and not faults,
        may_add_good=waits and one.good > 0 and bool(faults),
        may_discard=waits or state is ImportState.UNREADABLE,
        good=one.good,
        faults=_faults_table(faults, path),
        errors_href=reverse("imports:errors", kwargs={"partnership": slug, "sheet": one.pk}) if faults else "",
        crumbs=({"text": "Import", "href": reverse("imports:list", kwargs={"partnership": slug})},),
    )


def _sentences(one: Import, state: ImportState, progress: Progress | None) -> Iterable[str]:
    if state in MOVING and progress is not None:
        yield f"{progress.done:,} of {_rows(progress.of)} so far."
    if state is ImportState.WAITING:
        yield "Each row is being tried out. Nothing is added before you have seen the result."
    if state is ImportState.ADDING:
        yield "The rows are being added, all of them or none."
    if state is ImportState.CHECKED:
        yield f"{_rows(one.good)} can be added. Nothing has been added yet."
        if one.faults:
            faulty = len({(f["sheet"], f["row"]) for f in one.faults})
            yield f"{_rows(faulty)} must be mended first."
    if state is ImportState.ADDED:
        yield f"{_rows(one.added)} {'was' if one.added == 1 else 'were'} added."
    if one.known and state in (ImportState.CHECKED, ImportState.ADDED):
        yield f"{_rows(one.known)} {'is' if one.known == 1 else 'are'} in the record already and left alone."
    if one.left_out:
        yield f"Columns that this register does not have were left out: {'; '.join(one.left_out)}."


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number:,} rows"


def _faults_table(faults: list[Fault], path: str) -> Table:
    return Table(
        caption="What to mend",
        columns=(
            Column("sheet", "Sheet"),
            Column("column", "Column"),
            Column("row", "Row", numeric=True),
            Column("what", "What is wrong"),
            Column("todo", "What to do"),
        ),
        rows=tuple(row(f.sheet, f.column, f.row, f.what, f.todo) for f in faults),
        searchable=len(faults) > 20,
        export_href=path,
        empty="Nothing needs mending.",
        row_headers=False,
    )
