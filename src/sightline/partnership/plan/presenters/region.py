"""Priorities of a region side by side: matrices whose blank cells say which kind of blank they are."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.marks import Mark
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.kernel.periods import Period, year_label
from sightline.partnership.directory.presenters.words import said

from ..models import Priority, Theme
from ..queries import ByTheme, Spoken
from .frame import region_places
from .priorities import NO_THEME, number_value, period_cell, themes_cell

SPOKEN = Mark("yes", "A priority")
PROPOSED = Mark("part", "A priority; Sightline proposes the theme from its words, nobody has confirmed it")
NOT_A_PRIORITY = Mark("aside", "Not a priority")
NOT_RECORDED = Mark("unknown", "Not known: no priorities are recorded")
NOT_SHARED = Mark("excused", "Not shared with the region")
LEGEND = (SPOKEN, PROPOSED, NOT_A_PRIORITY)


@dataclass(frozen=True)
class RegionPage:
    title: str
    intro: str
    tabs: tuple[dict[str, Any], ...]
    table: Table
    legend: tuple[Mark, ...] = ()
    years: tuple[dict[str, Any], ...] = ()
    summary: str = ""
    crumbs: tuple[dict[str, str], ...] = ()


def themes_matrix(
    found: ByTheme,
    themes: Sequence[Theme],
    partnerships: Sequence[Partnership],
    shared: Collection[int],
    own: Collection[int],
    on: date,
    path: str,
    *,
    whole: bool = False,
) -> RegionPage:
    """Themes down, partnerships across. `own` are those in which the viewer has a role of their own.

    Those without anything to compare are named in a line below, and only in the `whole` table have columns.
    """
    by_name = sorted(partnerships, key=lambda p: p.short_name.casefold())
    columns = by_name if whole else [p for p in by_name if p.pk in shared and p.pk in found.recorded]
    counts = {theme.pk: sum(1 for pk, _ in found.cells if pk == theme.pk) for theme in themes}
    table = Table(
        caption=f"Priorities by theme on {said(on)}",
        columns=(
            Column("theme", "Theme"),
            Column("partnerships", "Partnerships", numeric=True),
            *(Column(p.slug, f"{p.short_name} (yours)" if p.pk in own else p.short_name) for p in columns),
        ),
        rows=(
            *(_theme_row(theme, counts[theme.pk], columns, found, shared) for theme in themes),
            *_unmapped_row(columns, found, shared),
        ),
        filters=(Filter("held", "A priority of"),),
        searchable=True,
        sort="-partnerships",
        export_href=path,
        stacked=False,
        dense=True,
        empty="The vocabulary has no themes yet.",
        note="Numbers count partnerships that share their priorities. The file to take away holds each priority’s own words."
        + _without_columns(by_name, found, shared),
    )
    return RegionPage(
        "Priorities by theme",
        "Where partnerships of the region name the same concern, and where nobody does. Follow a mark to the partnership’s own words.",
        region_places("plan:region_themes"),
        table,
        LEGEND,
        summary=_coverage(partnerships, found, shared),
    )


def _without_columns(partnerships: Sequence[Partnership], found: ByTheme, shared: Collection[int]) -> str:
    """Whose column is not there, and which kind of silence that is."""
    silent = [p.short_name for p in partnerships if p.pk in shared and p.pk not in found.recorded]
    closed = [p.short_name for p in partnerships if p.pk not in shared]
    said_of = (("Not known, no priorities are recorded", silent), ("Not shared with the region", closed))
    return "".join(f" {why}: {', '.join(names)}." for why, names in said_of if names)


def _coverage(partnerships: Sequence[Partnership], found: ByTheme, shared: Collection[int]) -> str:
    total, told = len(partnerships), sum(p.pk in shared for p in partnerships)
    recorded = sum(p.pk in found.recorded and p.pk in shared for p in partnerships)
    return f"{told} of {total} partnerships share their priorities; {recorded} have priorities on record for this day."


def _theme_row(
    theme: Theme, count: int, columns: Sequence[Partnership], found: ByTheme, shared: Collection[int]
) -> Row:
    cells = (_cell(found.cells.get((theme.pk, p.pk), ()), theme.code, p, found, shared) for p in columns)
    held = "Nobody" if not count else "One partnership" if count == 1 else "Several partnerships"
    return row(Cell(text=theme.label), count, *cells, facets={"held": held}, emphasis="" if count else "muted")


def _cell(
    spoken: Sequence[Spoken], code: str, partnership: Partnership, found: ByTheme, shared: Collection[int]
) -> Cell:
    if partnership.pk not in shared:
        return Cell(marks=(NOT_SHARED,))
    if partnership.pk not in found.recorded:
        return Cell(marks=(NOT_RECORDED,))
    if not spoken:
        return Cell(marks=(NOT_A_PRIORITY,))
    kind = SPOKEN if any(one.is_confirmed for one in spoken) else PROPOSED
    words = "; ".join(one.title for one in spoken)
    href = f"{partnership_href(partnership)}?theme={code}"
    mark = Mark(kind.tone, f"{partnership.short_name}: {kind.words}", href=href, said=words)
    return Cell(text=words, marks=(mark,))


def _unmapped_row(columns: Sequence[Partnership], found: ByTheme, shared: Collection[int]) -> Iterable[Row]:
    if not any(pk in shared for pk in found.unmapped):
        return
    cells = []
    for p in columns:
        words = found.unmapped.get(p.pk, ()) if p.pk in shared else ()
        mark = Mark("part", f"{len(words)} without a theme", str(len(words)), partnership_href(p), "; ".join(words))
        cells.append(Cell(text="; ".join(words), marks=(mark,)) if words else _cell((), "", p, found, shared))
    yield row(
        Cell(text=NO_THEME),
        sum(pk in shared for pk in found.unmapped),
        *cells,
        facets={"held": NO_THEME},
        emphasis="total",
    )


def partnership_href(partnership: Partnership) -> str:
    return reverse("plan:region_partnership", args=[partnership.slug])


def changes_page(
    before: ByTheme,
    now: ByTheme,
    themes: Sequence[Theme],
    partnerships: Sequence[Partnership],
    shared: Collection[int],
    year: Period,
    years: Sequence[Period],
    path: str,
) -> RegionPage:
    """What came and what went by theme, in partnerships that have priorities on record for both years."""
    both = [p for p in partnerships if p.pk in shared and p.pk in before.recorded and p.pk in now.recorded]
    this, last = year_label(year), year_label(Period(year.start.replace(year=year.start.year - 1), year.start))
    rows = [_change_row(theme, before, now, both) for theme in themes]
    table = Table(
        caption=f"What came and what went, {last} to {this}",
        columns=(
            Column("theme", "Theme"),
            Column("before", last, numeric=True),
            Column("now", this, numeric=True),
            Column("came", "Came in"),
            Column("stayed", "Stayed in", numeric=True),
            Column("went", "Went from"),
        ),
        rows=tuple(one for one in rows if one is not None),
        searchable=True,
        sort="-now",
        export_href=path,
        empty="No partnership that shares its priorities has them on record for both years.",
        note=_left_out(len(shared) - len(both)),
    )
    return RegionPage(
        "What came and went in the region",
        "Each year is judged on its last day, the running one on the day shown.",
        region_places("plan:region_changes"),
        table,
        years=tuple(
            {"text": year_label(one), "href": f"{path}?year={one.start.year}", "current": one == year} for one in years
        ),
        summary=f"{len(both)} partnership{'' if len(both) == 1 else 's'} can be compared.",
    )


def _change_row(theme: Theme, before: ByTheme, now: ByTheme, both: Sequence[Partnership]) -> Row | None:
    was = [p for p in both if (theme.pk, p.pk) in before.cells]
    is_now = [p for p in both if (theme.pk, p.pk) in now.cells]
    if not was and not is_now:
        return None
    came, went = [p for p in is_now if p not in was], [p for p in was if p not in is_now]
    return row(theme.label, len(was), len(is_now), _names(came), len(is_now) - len(came), _names(went))


def _names(partnerships: Sequence[Partnership]) -> Cell:
    return Cell(text=", ".join(p.short_name for p in partnerships) or "None")


def _left_out(number: int) -> str:
    if number <= 0:
        return ""
    who = "1 partnership that shares its priorities has" if number == 1 else f"{number} that share theirs have"
    return f"{who} none on record for one of the two years, so nothing is said of what came or went there."


def words_page(
    partnership: Partnership,
    priorities: Iterable[Priority],
    is_shared: bool,
    theme: Theme | None,
    wordings: dict[int, Theme],
    on: date,
    path: str,
) -> RegionPage:
    """One partnership's priorities in its own words, as it shares them."""
    shown = [p for p in priorities if theme is None or _speaks_of(p, theme, wordings)]
    empty = "No priority is on record for this day." if theme is None else f"No priority speaks of {theme}."
    if not is_shared:
        empty = f"{partnership.name} does not share its priorities with the region. That says nothing of whether it has any."
    table = Table(
        caption=f"Priorities in force on {said(on)}",
        columns=(
            Column("number", "Number"),
            Column("priority", "Priority"),
            Column("outcome", "Outcome for children"),
            Column("themes", "Themes"),
            Column("period", "In force"),
        ),
        rows=tuple(_words_row(one, on) for one in shown),
        sort="number",
        export_href=path,
        empty=empty,
        row_headers=False,
    )
    of = f" that speak of {theme}" if theme else ""
    return RegionPage(
        partnership.name,
        f"Its priorities{of}, in its own words." if is_shared else "",
        (),
        table,
        crumbs=(
            {"text": "Priorities by theme", "href": reverse("plan:region_themes")},
            {"text": partnership.short_name, "href": path if theme else ""},
        ),
    )


def _speaks_of(priority: Priority, theme: Theme, wordings: dict[int, Theme]) -> bool:
    return any(wordings.get(link.theme_id) == theme for link in priority.themes.all())


def _words_row(priority: Priority, on: date) -> Row:
    pledge = f"Pledge: {priority.pledge}" if priority.pledge else ""
    return row(
        Cell(text=priority.number, value=number_value(priority.number)),
        priority.title,
        Cell(text=priority.outcome or "Not stated", note=pledge),
        themes_cell(priority.themes.all()),
        period_cell(priority, on),
    )
