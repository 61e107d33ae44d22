"""Learning of a region side by side: only what each partnership shares."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.record.evidence.domain import GRADE_LABELS, GRADES

from ..domain.briefings import KIND_LABELS, BriefingKind
from ..domain.issues import CASCADE_DAYS, RECEIPT_WORKING_DAYS, Reach
from ..domain.practice import NOT_EVIDENCED, NOT_GRADED
from ..models import Briefing
from ..queries.regional import Asked, Graded, Side
from .shared import Tab

NOT_SHARED = Cell(text="Not shared", unknown=True)
NO_THEME = "No theme"
SHOWN = {"briefings": "Briefings", "practice": "Practice examples", "voice": "Voice"}
CONVENTION = (
    f"Receipt is asked for within {RECEIPT_WORKING_DAYS} working days and passing on within {CASCADE_DAYS} days. "
    "Neither number comes from law or guidance."
)
INTRO = {
    "briefings": "What partnerships issued from their reviews, and whether agencies confirmed that it came and was passed on.",
    "practice": "What works somewhere, by theme and by how far its evidence reaches.",
    "voice": "Where children, families and communities were asked, and whether anything changed because of it.",
}


@dataclass(frozen=True)
class RegionalPage:
    intro: str
    tabs: tuple[Tab, ...]
    tables: tuple[Table, ...]


def page_of(show: str, path: str, tables: tuple[Table, ...]) -> RegionalPage:
    tabs = tuple(Tab(text, f"{path}?show={key}", key == show) for key, text in SHOWN.items())
    return RegionalPage(INTRO[show], tabs, tables)


def receipts_table(
    sides: Sequence[Side], issued: Sequence[tuple[Briefing, Reach]], reach: Mapping[int, Reach], path: str
) -> Table:
    """A row for each partnership of the region, shared or not."""
    numbers: dict[int, list[Briefing]] = defaultdict(list)
    for briefing, _ in issued:
        numbers[briefing.partnership_id].append(briefing)
    return Table(
        caption="Briefings and receipt, by partnership",
        name="receipt",
        sort="-issued",
        columns=(
            Column("partnership", "Partnership"),
            Column("issued", "Briefings issued", numeric=True),
            Column("last", "Last issued"),
            *_reach_columns(),
        ),
        rows=tuple(_receipts(side, numbers[side.partnership.pk], reach.get(side.partnership.pk)) for side in sides),
        export_href=f"{path}?show=briefings&table=receipt",
        empty="No partnership is in your region on this date.",
        note=CONVENTION,
    )


def _reach_columns() -> tuple[Column, ...]:
    return (
        Column("sent", "Sent to agencies", numeric=True),
        Column("received", "Receipt confirmed", numeric=True),
        Column("cascaded", "Passed on", numeric=True),
        Column("overdue", "Overdue", numeric=True),
    )


def _receipts(side: Side, issued: Sequence[Briefing], reach: Reach | None) -> Row:
    if not side.is_shared:
        return row(side.partnership.short_name, *(NOT_SHARED,) * 6)
    days = [one.issued_on for one in issued if one.issued_on]
    last = max(days) if days else Cell(text="None issued")
    return row(side.partnership.short_name, len(issued), last, *_reach_cells(reach))


def _reach_cells(reach: Reach | None) -> tuple[Cell | int, ...]:
    if reach is None or not reach.sent:
        return (0, *(Cell(text="Nothing sent"),) * 3)
    overdue = Cell(text=str(reach.overdue), value=reach.overdue, tag="red") if reach.overdue else 0
    return (reach.sent, reach.received, reach.cascaded, overdue)


def briefings_table(issued: Sequence[tuple[Briefing, Reach]], path: str) -> Table:
    return Table(
        caption="Briefings that were issued",
        name="briefings",
        columns=(
            Column("title", "Briefing"),
            Column("partnership", "Partnership"),
            Column("kind", "Kind"),
            Column("issued", "Issued"),
            *_reach_columns(),
        ),
        rows=tuple(_briefing(one, reach) for one, reach in issued),
        filters=(Filter("partnership", "Partnership"), Filter("kind", "Kind")),
        searchable=True,
        sort="-issued",
        export_href=f"{path}?show=briefings&table=briefings",
        empty="No partnership that shares its learning has issued a briefing by this date.",
    )


def _briefing(one: Briefing, reach: Reach) -> Row:
    kind, place = KIND_LABELS[BriefingKind(one.kind)], one.partnership.short_name
    note = f"Version {one.version}" if one.version > 1 else ""
    return row(
        Cell(text=one.title, note=note),
        place,
        kind,
        one.issued_on,
        *_reach_cells(reach),
        facets={"partnership": place, "kind": kind},
    )


def practice_matrix(examples: Sequence[Graded], path: str) -> Table:
    """Themes against how far the evidence reaches. An example of two themes counts in both."""
    by_theme: dict[str, list[Graded]] = defaultdict(list)
    for one in examples:
        for theme in one.themes or (NO_THEME,):
            by_theme[theme].append(one)
    return Table(
        caption="Practice examples by theme and evidence",
        name="matrix",
        columns=(
            Column("theme", "Theme"),
            Column("examples", "Examples", numeric=True),
            Column("none", NOT_EVIDENCED, numeric=True),
            Column("ungraded", NOT_GRADED, numeric=True),
            *(Column(grade, GRADE_LABELS[grade], numeric=True) for grade in GRADES),
        ),
        rows=tuple(_by_grade(theme, found) for theme, found in sorted(by_theme.items())),
        sort="-examples",
        export_href=f"{path}?show=practice&table=matrix",
        empty="No partnership that shares its learning has an example of practice on this date.",
        note="An example counts under each of its themes, and once under the furthest grade of its evidence that counts.",
        dense=True,
    )


def _by_grade(theme: str, found: Sequence[Graded]) -> Row:
    none = sum(not one.is_evidenced for one in found)
    ungraded = sum(one.is_evidenced and one.grade is None for one in found)
    return row(theme, len(found), none, ungraded, *(sum(one.grade is grade for one in found) for grade in GRADES))


def examples_table(examples: Sequence[Graded], path: str) -> Table:
    return Table(
        caption="The examples",
        name="examples",
        columns=(
            Column("title", "Example"),
            Column("partnership", "Partnership"),
            Column("themes", "Themes"),
            Column("grade", "Evidence reaches"),
            Column("recorded", "Recorded"),
        ),
        rows=tuple(_example(one) for one in examples),
        filters=(Filter("theme", "Theme"), Filter("grade", "Evidence reaches"), Filter("partnership", "Partnership")),
        searchable=True,
        export_href=f"{path}?show=practice&table=examples",
        empty="No partnership that shares its learning has an example of practice on this date.",
    )


def grade_words(one: Graded) -> str:
    if not one.is_evidenced:
        return NOT_EVIDENCED
    return GRADE_LABELS[one.grade] if one.grade else NOT_GRADED


def _example(one: Graded) -> Row:
    example, place = one.example, one.example.partnership.short_name
    return row(
        Cell(text=example.title, note=example.for_whom),
        place,
        ", ".join(one.themes) or NO_THEME,
        grade_words(one),
        example.recorded_on,
        facets={"theme": list(one.themes) or [NO_THEME], "grade": grade_words(one), "partnership": place},
    )


def voice_table(sides: Sequence[Side], asked: Mapping[int, Asked], path: str) -> Table:
    return Table(
        caption="Voice, by partnership",
        name="voice",
        sort="-asked",
        columns=(
            Column("partnership", "Partnership"),
            Column("asked", "Times people were asked", numeric=True),
            Column("changed", "With a change", numeric=True),
            Column("unchanged", "Without a change", numeric=True),
            Column("told", "People were told", numeric=True),
            Column("last", "Last asked"),
        ),
        rows=tuple(_voice(side, asked.get(side.partnership.pk)) for side in sides),
        export_href=f"{path}?show=voice&table=voice",
        empty="No partnership is in your region on this date.",
        note="Without a change: none is recorded by this date. It may still come.",
    )


def _voice(side: Side, asked: Asked | None) -> Row:
    if not side.is_shared:
        return row(side.partnership.short_name, *(NOT_SHARED,) * 5)
    if asked is None:
        return row(side.partnership.short_name, 0, *(Cell(text="Nobody was asked"),) * 4)
    without = asked.without_change
    return row(side.partnership.short_name, asked.activities, asked.with_change, without, asked.told, asked.last_on)
