"""Lines, bars and strips as SVG: titled and described, told apart by shape and pattern as well as by colour.

No style attribute and no script, so that a strict policy lets them through and a report can embed them. A value that
is not known (None) is a hatched gap, never a zero. Each picture comes with the table of its numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import (
    LINE,
    NARROW,
    QUIET,
    WIDTH,
    hatched,
    name_at,
    picture,
    short,
    shortened,
    spot,
    square,
    text,
    uid_for,
)
from .marks import Mark
from .tables import Cell, Column, Row, Table, row

COLOURS = ("#0f5f6b", "#a35200", "#5b3d8a", "#1a65a6", "#3c4a4d")
DASHES = ("", "7 4", "2 3", "10 3 2 3", "1 5")


@dataclass(frozen=True)
class Point:
    label: str
    value: float | None  # None is not known
    note: str = ""


@dataclass(frozen=True)
class Series:
    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Chart:
    id: str
    title: str
    description: str
    svg: SafeString
    table: Table
    note: str = ""
    narrow: SafeString | str = ""  # the same picture for a phone, where it does not fit at a legible size


def line(title: str, description: str, series: Sequence[Series], *, unit: str = "", note: str = "") -> Chart:
    """Series over the same labels, in time order. Each line is named at its end."""
    uid = uid_for("line", title, series)
    labels = [point.label for point in series[0].points] if series else []
    top = nice_top(point.value for one in series for point in one.points)
    left, right, foot, head, height = 52, WIDTH - 210, 240, 16, 290
    step = (right - left) / max(1, len(labels) - 1)
    across = [left + step * place for place in range(len(labels))]
    parts = [*_scale(top, unit, left, right, head, foot), *_names(labels, across, foot + 24)]
    ends: list[float] = []
    for number, one in enumerate(series):
        spots = [
            (x, foot - (foot - head) * point.value / top if point.value is not None else None, point)
            for x, point in zip(across, one.points, strict=True)
        ]
        parts += _line(number, one.name, spots, unit, right, ends)
    parts += _gaps(uid, across, series, head, foot)
    columns = (Column("when", "When", sortable=False), *(_number(one.name) for one in series))
    rows = tuple(row(label, *(_cell(one.points[place], unit) for one in series)) for place, label in enumerate(labels))
    return Chart(
        uid,
        title,
        description,
        picture(uid, title, description, height, parts),
        _table(title, columns, rows, uid),
        note,
    )


def bars(title: str, description: str, points: Sequence[Point], *, unit: str = "", note: str = "") -> Chart:
    """One bar for each point, in the order given, named at the left and numbered at its end."""
    uid = uid_for("bars", title, points)
    top = nice_top(point.value for point in points)
    left, right, tall = 250, WIDTH - 90, 36
    parts = []
    for place, point in enumerate(points):
        y = 8 + place * tall
        parts += name_at(left - 10, y + 16, point.label)
        if point.value is None:
            parts += [hatched(uid, left, y, right - left, 22), text(left + 8, y + 16, "Not known")]
            continue
        length = (right - left) * point.value / top
        parts.append(
            format_html('<rect x="{}" y="{}" width="{}" height="22" fill="{}"/>', left, y, short(length), COLOURS[0])
        )
        parts.append(text(left + length + 8, y + 16, f"{point.value:g}{unit}"))
    columns = (Column("what", "What", sortable=False), _number(f"Value{f' ({unit.strip()})' if unit.strip() else ''}"))
    rows = tuple(row(point.label, _cell(point, unit)) for point in points)
    svg = picture(uid, title, description, 16 + tall * len(points), parts)
    narrow = _narrow_bars(f"{uid}-narrow", title, description, points, top, unit)
    return Chart(uid, title, description, svg, _table(title, columns, rows, uid), note, narrow)


def _narrow_bars(uid: str, title: str, description: str, points: Sequence[Point], top: float, unit: str) -> SafeString:
    """The same bars with each name above its bar."""
    room, tall = NARROW - 60, 52
    parts = []
    for place, point in enumerate(points):
        y = 18 + place * tall
        parts.append(text(0, y, shortened(point.label, 44)))
        if point.value is None:
            parts += [hatched(uid, 0, y + 8, room, 20), text(8, y + 23, "Not known")]
            continue
        length = room * point.value / top
        bar = '<rect x="0" y="{}" width="{}" height="20" fill="{}"/>'
        parts.append(format_html(bar, y + 8, short(length), COLOURS[0]))
        parts.append(text(length + 8, y + 23, f"{point.value:g}{unit}"))
    return picture(uid, title, description, 8 + tall * len(points), parts, NARROW)


def strip(
    title: str, description: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Mark]]], *, note: str = ""
) -> Chart:
    """A row of small marks for each name (an agency over its meetings), one mark under each column."""
    uid = uid_for("strip", title, [columns, rows])
    left, size, tall = 250, 22, 36
    wide = max(WIDTH, left + size * len(columns) + 20)
    parts = [
        format_html(
            '<text x="{0}" y="52" font-size="12" fill="{1}" transform="rotate(-45 {0} 52)">{2}</text>',
            left + size * place + 10,
            QUIET,
            shortened(label, 10),
        )
        for place, label in enumerate(columns)
    ]
    for number, (name, marks) in enumerate(rows):
        y = 62 + number * tall
        parts += name_at(left - 10, y + 16, name)
        parts += [square(uid, left + size * place, y, size - 2, mark) for place, mark in enumerate(marks)]
    heads = (
        Column("who", "Who", sortable=False),
        *(Column(f"c{n}", label, sortable=False) for n, label in enumerate(columns)),
    )
    lines = tuple(row(name, *(Cell(marks=(mark,)) for mark in marks)) for name, marks in rows)
    svg = picture(uid, title, description, 66 + tall * len(rows), parts, wide)
    return Chart(uid, title, description, svg, _table(title, heads, lines, uid), note)


def nice_top(values: Iterable[float | None]) -> float:
    """The round number (1, 2 or 5 times a power of ten) at or above the greatest value."""
    greatest = max((value for value in values if value is not None), default=0)
    if greatest < 1e-9:  # nothing that a person could tell from zero on a picture
        return 1
    power = 10 ** floor(log10(greatest))
    return next(power * step for step in (1, 2, 2.5, 5, 10) if power * step >= greatest * (1 - 1e-9))


def _scale(top: float, unit: str, left: float, right: float, head: float, foot: float) -> list[SafeString]:
    parts = []
    for place in range(5):
        y, value = foot - (foot - head) * place / 4, top * place / 4
        colour = QUIET if place == 0 else LINE
        parts.append(format_html('<path d="M{} {}H{}" stroke="{}"/>', left, short(y), right, colour))
        parts.append(text(left - 8, y + 5, f"{value:g}{unit}", anchor="end", fill=QUIET))
    return parts


def _names(labels: Sequence[str], across: Sequence[float], y: float) -> list[SafeString]:
    every = max(1, ceil(len(labels) / 9))
    return [
        text(x, y, shortened(label, 12), anchor="middle", fill=QUIET)
        for place, (x, label) in enumerate(zip(across, labels, strict=True))
        if place % every == 0
    ]


def _gaps(
    uid: str, across: Sequence[float], series: Sequence[Series], head: float, foot: float
) -> Iterable[SafeString]:
    """Where nothing is known, a hatched column; where one line alone is not known, a hatched square for it at the foot."""
    for x, *points in zip(across, *(one.points for one in series), strict=True):
        if all(point.value is None for point in points):
            yield hatched(uid, x - 9, head, 18, foot - head)
            continue
        for number, point in enumerate(points):
            if point.value is None:
                yield hatched(uid, x - 6, foot - 14 * (number + 1), 12, 12, f"{series[number].name}: not known")


def _line(
    number: int,
    name: str,
    spots: Sequence[tuple[float, float | None, Point]],
    unit: str,
    right: float,
    ends: list[float],
) -> list[SafeString]:
    colour, dash = COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)]
    path, pen = "", "M"
    for x, y, _ in spots:
        path += f"{pen}{short(x)} {short(y)}" if y is not None else ""
        pen = "L" if y is not None else "M"
    parts = [
        format_html(
            '<path d="{}" fill="none" stroke="{}" stroke-width="2.5" stroke-dasharray="{}"/>',
            path,
            colour,
            dash or "none",
        )
    ]
    known = [(x, y, point) for x, y, point in spots if y is not None]
    parts += [spot(number, x, y, colour, f"{name}, {point.label}: {point.value:g}{unit}") for x, y, point in known]
    if known:
        height = known[-1][1] + 5
        while any(abs(height - other) < 17 for other in ends):
            height += 17
        ends.append(height)
        parts.append(text(right + 12, height, shortened(name, 28), fill=colour))
    return parts


def _number(title: str) -> Column:
    return Column(title, title, numeric=True, sortable=False)


def _cell(point: Point, unit: str) -> Cell:
    if point.value is None:
        return Cell(text="Not known", unknown=True, note=point.note)
    return Cell(text=f"{point.value:g}{unit}", value=point.value, note=point.note)


def _table(title: str, columns: tuple[Column, ...], rows: tuple[Row, ...], uid: str) -> Table:
    return Table(
        caption=title, columns=columns, rows=rows, name=uid, page_size=0, dense=True, caption_hidden=True, stacked=False
    )
