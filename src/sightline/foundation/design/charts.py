"""Lines, bars and strips as SVG: titled and described, told apart by shape and pattern as well as by colour.

No style attribute and no script, so that a strict policy lets them through and a report can embed them. A value that
is not known (None) is a hatched gap, never a zero. Each picture comes with the table of its numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import ceil, floor, log10
from textwrap import wrap

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .marks import Mark
from .tables import Cell, Column, Row, Table, row

COLOURS = ("#0f5f6b", "#a35200", "#5b3d8a", "#1a65a6", "#3c4a4d")
DASHES = ("", "7 4", "2 3", "10 3 2 3", "1 5")
INK, QUIET, LINE = "#0b0c0c", "#49585c", "#c3d1d3"
FONT = "Inter, Arial, sans-serif"
WIDTH = 760


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


def line(title: str, description: str, series: Sequence[Series], *, unit: str = "", note: str = "") -> Chart:
    """Series over the same labels, in time order. Each line is named at its end."""
    uid = _uid("line", title, [one.name for one in series])
    labels = [point.label for point in series[0].points] if series else []
    top = nice_top(point.value for one in series for point in one.points)
    left, right, foot, head, height = 52, WIDTH - 150, 240, 16, 290
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
    unknown = [x for x, *points in zip(across, *(one.points for one in series), strict=True) if _all_unknown(points)]
    parts += [_hatched(uid, x - 9, head, 18, foot - head) for x in unknown]
    columns = (Column("when", "When", sortable=False), *(_number(one.name) for one in series))
    rows = tuple(row(label, *(_cell(one.points[place], unit) for one in series)) for place, label in enumerate(labels))
    return Chart(
        uid, title, description, _svg(uid, title, description, height, parts), _table(title, columns, rows, uid), note
    )


def bars(title: str, description: str, points: Sequence[Point], *, unit: str = "", note: str = "") -> Chart:
    """One bar for each point, in the order given, named at the left and numbered at its end."""
    uid = _uid("bars", title, [point.label for point in points])
    top = nice_top(point.value for point in points)
    left, right, tall = 250, WIDTH - 90, 36
    parts = []
    for place, point in enumerate(points):
        y = 8 + place * tall
        parts += _name_at(left - 10, y + 16, point.label)
        if point.value is None:
            parts += [_hatched(uid, left, y, right - left, 22), _text(left + 8, y + 16, "Not known")]
            continue
        length = (right - left) * point.value / top
        parts.append(
            format_html('<rect x="{}" y="{}" width="{}" height="22" fill="{}"/>', left, y, _n(length), COLOURS[0])
        )
        parts.append(_text(left + length + 8, y + 16, f"{point.value:g}{unit}"))
    columns = (Column("what", "What", sortable=False), _number(f"Value{f' ({unit.strip()})' if unit.strip() else ''}"))
    rows = tuple(row(point.label, _cell(point, unit)) for point in points)
    svg = _svg(uid, title, description, 16 + tall * len(points), parts)
    return Chart(uid, title, description, svg, _table(title, columns, rows, uid), note)


def strip(
    title: str, description: str, columns: Sequence[str], rows: Sequence[tuple[str, Sequence[Mark]]], *, note: str = ""
) -> Chart:
    """A row of small marks for each name (an agency over its meetings), one mark under each column."""
    uid = _uid("strip", title, [*columns, *(name for name, _ in rows)])
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
        parts += _name_at(left - 10, y + 16, name)
        parts += [_mark(uid, left + size * place, y, size - 2, mark) for place, mark in enumerate(marks)]
    heads = (
        Column("who", "Who", sortable=False),
        *(Column(f"c{n}", text, sortable=False) for n, text in enumerate(columns)),
    )
    lines = tuple(row(name, *(Cell(marks=(mark,)) for mark in marks)) for name, marks in rows)
    svg = _svg(uid, title, description, 66 + tall * len(rows), parts, wide)
    return Chart(uid, title, description, svg, _table(title, heads, lines, uid), note)


def nice_top(values: Iterable[float | None]) -> float:
    """The round number (1, 2 or 5 times a power of ten) at or above the greatest value."""
    greatest = max((value for value in values if value is not None), default=0)
    if greatest <= 0:
        return 1
    power = 10 ** floor(log10(greatest))
    return next(power * step for step in (1, 2, 2.5, 5, 10) if power * step >= greatest * (1 - 1e-9))


def shortened(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def _uid(kind: str, title: str, parts: Sequence[str]) -> str:
    return f"{kind}-{sha256('|'.join([title, *parts]).encode()).hexdigest()[:8]}"


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def _text(x: float, y: float, words: str, *, anchor: str = "start", fill: str = INK) -> SafeString:
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}" font-size="14" fill="{}">{}</text>', _n(x), _n(y), anchor, fill, words
    )


def _name_at(x: float, y: float, name: str) -> list[SafeString]:
    """A name to the left of its row, over two lines when it is long; whole in the tooltip and in the table."""
    lines = wrap(name, 32) or [""]
    if len(lines) > 2:
        lines = [lines[0], shortened(" ".join(lines[1:]), 32)]
    first = y if len(lines) == 1 else y - 8
    return [_text(x, first + 16 * place, words, anchor="end") for place, words in enumerate(lines)]


def _scale(top: float, unit: str, left: float, right: float, head: float, foot: float) -> list[SafeString]:
    parts = []
    for place in range(5):
        y, value = foot - (foot - head) * place / 4, top * place / 4
        colour = QUIET if place == 0 else LINE
        parts.append(format_html('<path d="M{} {}H{}" stroke="{}"/>', left, _n(y), right, colour))
        parts.append(_text(left - 8, y + 5, f"{value:g}{unit}", anchor="end", fill=QUIET))
    return parts


def _names(labels: Sequence[str], across: Sequence[float], y: float) -> list[SafeString]:
    every = max(1, ceil(len(labels) / 9))
    return [
        _text(x, y, shortened(label, 12), anchor="middle", fill=QUIET)
        for place, (x, label) in enumerate(zip(across, labels, strict=True))
        if place % every == 0
    ]


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
        path += f"{pen}{_n(x)} {_n(y)}" if y is not None else ""
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
    parts += [_spot(number, x, y, colour, f"{name}, {point.label}: {point.value:g}{unit}") for x, y, point in known]
    if known:
        height = known[-1][1] + 5
        while any(abs(height - other) < 17 for other in ends):
            height += 17
        ends.append(height)
        parts.append(_text(right + 12, height, shortened(name, 18), fill=colour))
    return parts


def _spot(number: int, x: float, y: float, colour: str, words: str) -> SafeString:
    """Each line has its own shape: circle, square, triangle, diamond."""
    shapes = ("M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "M-4-4h8v8h-8z", "M0-5l5 9h-10z", "M0-6l5 6l-5 6l-5-6z")
    return format_html(
        '<path transform="translate({} {})" d="{}" fill="{}"><title>{}</title></path>',
        _n(x),
        _n(y),
        shapes[number % len(shapes)],
        colour,
        words,
    )


def _hatched(uid: str, x: float, y: float, width: float, height: float) -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="url(#{}-unknown)" stroke="{}" stroke-dasharray="3 3"/>',
        _n(x),
        _n(y),
        _n(width),
        _n(height),
        uid,
        QUIET,
    )


# tone: fill, ink of the sign. The sign itself tells them apart without the colour.
_TONES = {
    "yes": ("#0f5f6b", "#ffffff"),
    "part": ("#cfe3e5", INK),
    "excused": ("#ffffff", INK),
    "no": ("#8f2a2a", "#ffffff"),
    "aside": ("#eef4f4", INK),
}


def _mark(uid: str, x: float, y: float, size: float, mark: Mark) -> SafeString:
    fill, ink = _TONES.get(mark.tone, (f"url(#{uid}-unknown)", INK))
    return format_html(
        '<g><title>{}</title><rect x="{}" y="{}" width="{}" height="{}" rx="2" fill="{}" stroke="{}"/>'
        '<text x="{}" y="{}" text-anchor="middle" font-size="12" fill="{}">{}</text></g>',
        mark.words,
        _n(x),
        _n(y),
        _n(size),
        _n(size),
        fill,
        QUIET,
        _n(x + size / 2),
        _n(y + size / 2 + 4.5),
        ink,
        mark.shown,
    )


def _svg(
    uid: str, title: str, description: str, height: float, parts: Sequence[SafeString], width: float = WIDTH
) -> SafeString:
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="sl-svg" role="img" aria-labelledby="{0}-t {0}-d" '
        'viewBox="0 0 {1} {2}" width="{1}" height="{2}" font-family="{3}">'
        '<title id="{0}-t">{4}</title><desc id="{0}-d">{5}</desc><defs><pattern id="{0}-unknown" width="7" height="7" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" stroke="{6}" stroke-width="2"/>'
        "</pattern></defs>{7}</svg>",
        uid,
        _n(width),
        _n(height),
        FONT,
        title,
        description,
        "#8a989c",
        format_html_join("", "{}", ((part,) for part in parts)) or mark_safe(""),
    )


def _all_unknown(points: Iterable[Point]) -> bool:
    return all(point.value is None for point in points)


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
