"""The words of one PDF page with their boxes, straight from pdfium."""

import ctypes
import re
from array import array
from dataclasses import dataclass
from itertools import repeat
from operator import lt

import pypdfium2.raw as pdfium

HYPHEN = "\ufffe"  # pdfium's mark for a hyphen at the end of a line whose word goes on in the next
WORD = re.compile(rf"[^\s\x00{HYPHEN}]+{HYPHEN}?")
HYPHEN_AT_END = re.compile(r"(?<=\w)-(?=\r?\n\w)")  # those between figures have no mark
OFF_LINE = 0.5  # heights of a letter: further up or down it stands on another line
UPRIGHT = 0.1  # radians
BOX_BYTES = 16  # four C floats: left, top, right, bottom, from the bottom of the page up


def plain(function, result, *arguments):
    """A function of pdfium that takes plain numbers, without ctypes' typed pointers: twice as quick to call."""
    return ctypes.CFUNCTYPE(result, *arguments)(ctypes.cast(function, ctypes.c_void_p).value)


_loose_box = plain(pdfium.FPDFText_GetLooseCharBox, ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t)


@dataclass(slots=True)
class PageWords:
    """Words in the order of the file. Edges are points from the top left corner of the page as it is shown."""

    text: str
    starts: list[int]
    ends: list[int]
    lefts: list[float]
    tops: list[float]
    rights: list[float]
    bottoms: list[float]
    upright: frozenset[int] = frozenset()  # words set from the foot of the page up, or from the head down

    def __len__(self) -> int:
        return len(self.starts)

    @classmethod
    def none(cls) -> "PageWords":
        return cls("", [], [], [], [], [], [])


def words_of(page, sheet: "Sheet") -> PageWords:
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return PageWords.none()
    try:
        text, places = _text_of(handle)
        text = HYPHEN_AT_END.sub(HYPHEN, text) if "-\r" in text else text
        spans = [place for match in WORD.finditer(text) for place in match.span()]
        boxes = _boxes(handle, _ends(spans, places))
        if stacked := _stacked(boxes):
            spans = _unstacked(handle, spans, stacked, places)
            boxes = _boxes(handle, _ends(spans, places))
    finally:
        pdfium.FPDFText_ClosePage(handle)
    return PageWords(text, spans[0::2], spans[1::2], *sheet.turned(*_edges(boxes, sheet)), _upright(boxes))


def _text_of(handle) -> tuple[str, "range | list[int]"]:
    """The page's text, and for each of its characters the number by which pdfium knows it."""
    count = pdfium.FPDFText_CountChars(handle)
    buffer = ctypes.create_string_buffer(2 * count + 2)
    pdfium.FPDFText_GetText(handle, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * count].decode("utf-16-le", "replace")
    if len(text) == count and "\x00" not in text and "\ufffd" not in text:
        return text, range(count)
    codes = [pdfium.FPDFText_GetUnicode(handle, i) for i in range(count)]
    known = [i for i, code in enumerate(codes) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000]
    return "".join(chr(codes[i]) for i in known), known


def _ends(spans: list[int], places: "range | list[int]") -> list[int]:
    """pdfium's numbers of the first and the last letter of each word; `spans` is start, end, start, end, …"""
    letters = spans[:]
    letters[1::2] = [end - 1 for end in spans[1::2]]
    return letters if isinstance(places, range) else [places[i] for i in letters]


def _boxes(handle, characters: list[int]) -> array:
    size = BOX_BYTES * len(characters)
    buffer = ctypes.create_string_buffer(size or 1)
    base, address = ctypes.addressof(buffer), ctypes.cast(handle, ctypes.c_void_p).value
    for _ in map(_loose_box, repeat(address), characters, range(base, base + size, BOX_BYTES)):
        pass
    return array("f", buffer.raw[:size])


def _stacked(boxes: array) -> set[int]:
    """The words whose last letter stands on another line than the first."""
    tops, last_tops = boxes[1::8], boxes[5::8]
    if tops == last_tops:
        return set()
    edges = zip(tops, last_tops, boxes[3::8], strict=True)
    return {i for i, (top, last_top, bottom) in enumerate(edges) if abs(top - last_top) > OFF_LINE * (top - bottom)}


def _unstacked(handle, spans: list[int], stacked: set[int], places) -> list[int]:
    """pdfium takes figures that stand under each other in a column for one upright word: part them line by line."""
    parted: list[int] = []
    for number, (start, end) in enumerate(zip(spans[0::2], spans[1::2], strict=True)):
        parted.append(start)
        if number in stacked and pdfium.FPDFText_GetCharAngle(handle, places[start]) <= UPRIGHT:
            boxes = _boxes(handle, [places[i] for i in range(start, end)])
            tops, bottoms = boxes[1::4], boxes[3::4]
            for i, (before, here, floor) in enumerate(zip(tops, tops[1:], bottoms, strict=False), start + 1):
                if abs(before - here) > OFF_LINE * (before - floor):
                    parted += [i, i]
        parted.append(end)
    return parted


def _edges(boxes: array, sheet: "Sheet") -> tuple[list[float], list[float], list[float], list[float]]:
    """From the boxes of each word's first and last letter to the word's own."""
    left, height = sheet.left, sheet.top
    lefts = [x - left for x in boxes[0::8]]
    tops = [height - y for y in boxes[1::8]]
    rights = [x - left for x in boxes[6::8]]
    bottoms = [height - y for y in boxes[3::8]]
    for i in _uneven(boxes):
        one = boxes[8 * i : 8 * i + 8]
        lefts[i], rights[i] = min(one[0], one[4]) - left, max(one[2], one[6]) - left
        tops[i], bottoms[i] = height - max(one[1], one[5]), height - min(one[3], one[7])
    return lefts, tops, rights, bottoms


def _upright(boxes: array) -> frozenset[int]:
    tops, last_tops = boxes[1::8], boxes[5::8]
    if tops == last_tops:
        return frozenset()
    letters = zip(boxes[0::8], boxes[4::8], tops, last_tops, strict=True)
    return frozenset(
        i
        for i, (left, last_left, top, last_top) in enumerate(letters)
        if abs(left - last_left) < 1 < abs(top - last_top)
    )


def _uneven(boxes: array) -> list[int]:
    """Words set upright or backwards: their edges are not those of their first and last letters."""
    tops, last_tops, lefts, rights = boxes[1::8], boxes[5::8], boxes[0::8], boxes[6::8]
    if tops == last_tops and all(map(lt, lefts, rights)):
        return []
    edges = zip(tops, last_tops, lefts, rights, strict=True)
    return [i for i, (top, last_top, left, right) in enumerate(edges) if abs(top - last_top) > 1 or right < left]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a page that is shown: its corner in the file's own coordinates, its size as shown, its quarter turns."""

    left: float
    top: float
    width: float
    height: float
    turns: int = 0

    @classmethod
    def of(cls, page) -> "Sheet":
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        size = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        return cls(box.left, box.top, *size, pdfium.FPDFPage_GetRotation(page) % 4)

    def turned(self, lefts, tops, rights, bottoms):
        """Edges on the unturned page to edges on the page as it is shown (turned clockwise)."""
        if self.turns == 1:
            return [self.width - y for y in bottoms], lefts, [self.width - y for y in tops], rights
        if self.turns == 2:
            return (
                [self.width - x for x in rights],
                [self.height - y for y in bottoms],
                [self.width - x for x in lefts],
                [self.height - y for y in tops],
            )
        if self.turns == 3:
            return tops, [self.height - x for x in rights], bottoms, [self.height - x for x in lefts]
        return lefts, tops, rights, bottoms
