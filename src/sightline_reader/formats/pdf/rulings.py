"""The straight lines that a page draws: borders of tables, edges of shaded cells."""

import ctypes
from array import array
from dataclasses import dataclass, field
from itertools import repeat

import pypdfium2.raw as pdfium

from sightline_reader.formats.pdf.characters import Sheet, plain

THIN = 3.0  # points: a drawn shape no thicker is a line
SMALLEST_BOX = 6.0  # points: smaller boxes are bullets and tick boxes
MOST_OBJECTS = 20_000  # drawings (maps, charts) have more; their lines are no table
MOST_SEGMENTS = 4_000
DEEPEST_FORM = 3
SHAPE_OF_BOX = 6  # segments: move, four lines, perhaps a close

PLAIN = (1, 0, 0, 1, 0, 0)
PATH, FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM

_object_of_page = plain(pdfium.FPDFPage_GetObject, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_kind_of = plain(pdfium.FPDFPageObj_GetType, ctypes.c_int, ctypes.c_void_p)
_bounds = plain(pdfium.FPDFPageObj_GetBounds, ctypes.c_int, ctypes.c_void_p, *[ctypes.c_size_t] * 4)
_paint = plain(pdfium.FPDFPath_GetDrawMode, ctypes.c_int, ctypes.c_void_p, *[ctypes.c_size_t] * 2)
NUMBER_BYTES = 4  # of a C float or int


@dataclass(slots=True)
class Rulings:
    """`level`: (y, from x, to x); `upright`: (x, from y, to y); points from the top left corner of the page shown."""

    level: list[tuple[float, float, float]] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)

    def add(self, left: float, top: float, right: float, bottom: float) -> None:
        if bottom - top < THIN and right - left >= SMALLEST_BOX:
            self.level.append(((top + bottom) / 2, left, right))
        elif right - left < THIN and bottom - top >= SMALLEST_BOX:
            self.upright.append(((left + right) / 2, top, bottom))

    def add_box(self, left: float, top: float, right: float, bottom: float) -> None:
        self.level += [(top, left, right), (bottom, left, right)]
        self.upright += [(left, top, bottom), (right, top, bottom)]


def rulings_of(page, sheet: Sheet) -> Rulings:
    found = Rulings()
    count = pdfium.FPDFPage_CountObjects(page)
    if count <= MOST_OBJECTS:
        owner = ctypes.cast(page, ctypes.c_void_p).value
        _collect(found, sheet, list(map(_object_of_page, repeat(owner), range(count))), PLAIN, 0)
    return found


def _collect(found: Rulings, sheet: Sheet, objects: list[int], matrix: tuple, depth: int) -> None:
    kinds = list(map(_kind_of, objects))
    _add_paths(found, sheet, [thing for thing, kind in zip(objects, kinds, strict=True) if kind == PATH], matrix)
    if depth < DEEPEST_FORM and FORM in kinds:
        for form in (_typed(thing) for thing, kind in zip(objects, kinds, strict=True) if kind == FORM):
            count = min(pdfium.FPDFFormObj_CountObjects(form), MOST_OBJECTS)
            inner = [ctypes.cast(pdfium.FPDFFormObj_GetObject(form, i), ctypes.c_void_p).value for i in range(count)]
            _collect(found, sheet, inner, _times(_matrix_of(form), matrix), depth + 1)


def _typed(thing: int):
    return ctypes.cast(thing, pdfium.FPDF_PAGEOBJECT)


def _add_paths(found: Rulings, sheet: Sheet, paths: list[int], matrix: tuple) -> None:
    bounds, paints = array("f", _asked(_bounds, paths, 4)), array("i", _asked(_paint, paths, 2))
    for number, path in enumerate(paths):
        if not (paints[2 * number] or paints[2 * number + 1]):
            continue
        box = _shown(sheet, matrix, *bounds[4 * number : 4 * number + 4])
        width, height = box[2] - box[0], box[3] - box[1]
        if width < THIN or height < THIN:
            found.add(*box)
        elif width >= SMALLEST_BOX and height >= SMALLEST_BOX:
            _add_shape(found, sheet, _typed(path), matrix, box)


def _asked(question, paths: list[int], answers: int) -> bytes:
    """Four-byte answers about each path, one after the other."""
    size = NUMBER_BYTES * answers
    buffer = ctypes.create_string_buffer(size * len(paths) or 1)
    base = ctypes.addressof(buffer)
    places = [range(base + NUMBER_BYTES * n, base + NUMBER_BYTES * n + size * len(paths), size) for n in range(answers)]
    for _ in map(question, paths, *places):
        pass
    return buffer.raw[: size * len(paths)]


def _add_shape(found: Rulings, sheet: Sheet, path, matrix: tuple, box: tuple) -> None:
    count = pdfium.FPDFPath_CountSegments(path)
    if count <= SHAPE_OF_BOX:
        found.add_box(*box)
    elif count <= MOST_SEGMENTS:
        _add_segments(found, sheet, path, count, _times(_matrix_of(path), matrix))


def _add_segments(found: Rulings, sheet: Sheet, path, count: int, matrix: tuple) -> None:
    """A whole grid is often drawn as one path of many strokes."""
    x, y, before = ctypes.c_float(), ctypes.c_float(), None
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = (x.value, y.value)
        if before and pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_LINETO:
            (x0, x1), (y0, y1) = sorted((before[0], here[0])), sorted((before[1], here[1]))
            found.add(*_shown(sheet, matrix, x0, y0, x1, y1))
        before = here


def _matrix_of(thing) -> tuple:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, m)
    return m.a, m.b, m.c, m.d, m.e, m.f


def _times(inner: tuple, outer: tuple) -> tuple:
    a, b, c, d, e, f = inner
    k, m, n, p, q, r = outer
    return a * k + b * n, a * m + b * p, c * k + d * n, c * m + d * p, e * k + f * n + q, e * m + f * p + r


def _shown(sheet: Sheet, matrix: tuple, x0: float, y0: float, x1: float, y1: float) -> tuple:
    """The lower left and upper right corners in the drawing's own measure to left, top, right, bottom on the page as shown."""
    if matrix == PLAIN and not sheet.turns:
        return x0 - sheet.left, sheet.top - y1, x1 - sheet.left, sheet.top - y0
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e - sheet.left for x, y in ((x0, y0), (x1, y1))]
    ys = [sheet.top - (b * x + d * y + f) for x, y in ((x0, y0), (x1, y1))]
    edges = sheet.turned([min(xs)], [min(ys)], [max(xs)], [max(ys)])
    return tuple(edge[0] for edge in edges)
