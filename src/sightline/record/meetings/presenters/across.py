"""Attendance across all boards of a partnership, by agency and by person."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Row, Table, row

from ..domain.attendance import Tally, together
from ..queries import Across
from .attendance import HEADINGS, Asked, percent_cell, rule_words


def across_table(
    rows: Sequence[Across],
    names: Mapping[int | str, str],
    boards: Mapping[int, str],
    asked: Asked,
    slug: str,
    path: str,
) -> Table:
    """A row for each agency or person, a column for each board with anyone in it."""
    found: dict[int, dict[int, Tally]] = defaultdict(dict)
    for one in rows:
        found[one.key][one.board_id] = one.tally
    columns = sorted({one.board_id for one in rows}, key=lambda pk: boards[pk].casefold())
    keys = sorted(found, key=lambda key: names[key].casefold())
    return Table(
        caption=f"Attendance across boards by {HEADINGS[asked.by].lower()}, {asked.period_words}",
        columns=(
            Column("name", HEADINGS[asked.by]),
            *(Column(f"b{pk}", boards[pk], numeric=True) for pk in columns),
            Column("boards", "Boards", numeric=True),
            Column("due", "Due", numeric=True),
            Column("percent", "Attendance (%)", numeric=True),
        ),
        rows=tuple(_row(names[key], found[key], columns, asked, slug) for key in keys),
        searchable=True,
        export_href=path,
        empty="No attendance is recorded in this period.",
        note=rule_words(asked) + " A meeting for which nothing was recorded is not in this table.",
        dense=True,
        stacked=False,
    )


def _row(name: str, tallies: Mapping[int, Tally], columns: Sequence[int], asked: Asked, slug: str) -> Row:
    counts = together(tallies.values())
    cells = [_board_cell(tallies[pk], pk, asked, slug) if pk in tallies else Cell() for pk in columns]
    return row(name, *cells, len(tallies), counts.due, percent_cell(counts))


def _board_cell(counts: Tally, board: int, asked: Asked, slug: str) -> Cell:
    shown = percent_cell(counts)
    href = reverse("meetings:attendance", kwargs={"partnership": slug, "board": board})
    query = f"?by={asked.by}&from={asked.period.start:%Y-%m-%d}&to={asked.period.last_day:%Y-%m-%d}"
    if not asked.counting.deputies_count:
        query += "&deputies=no"
    note = f"{counts.attended} of {counts.due}" if counts.due else ""
    return Cell(text=shown.text, value=shown.value, unknown=shown.unknown, href=href + query, note=note)
