"""Pages that are pictures of paper: told apart, and, where tesseract is installed and asked for, recognised."""

import csv
import ctypes
import shutil
import subprocess
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from sightline_reader.formats.pdf.characters import PageWords, Sheet

FEW_WORDS = 8  # a page number or a stamp may be printed over the picture of a page
COVERED = 0.6  # of the page, by one picture
DOTS_PER_INCH = 200
MOST_DOTS = 40_000_000  # a poster is not recognised
SECONDS = 40  # for one page
LEAST_CONFIDENCE = 30  # of 100: below, a "word" is a speck
LINE, WORD = "4", "5"  # levels in tesseract's table


def can_recognise() -> bool:
    return shutil.which("tesseract") is not None


def is_scanned(page, sheet: Sheet, words: PageWords) -> bool:
    return not len(words) or (len(words) < FEW_WORDS and _is_covered(page, sheet))


def _is_covered(page, sheet: Sheet) -> bool:
    edges = [ctypes.c_float() for _ in range(4)]
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, i)
        if pdfium.FPDFPageObj_GetType(thing) == pdfium.FPDF_PAGEOBJ_IMAGE:
            pdfium.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, edges))
            left, bottom, right, top = (edge.value for edge in edges)
            if (right - left) * (top - bottom) >= COVERED * sheet.width * sheet.height:
                return True
    return False


def recognised(page, sheet: Sheet) -> PageWords:
    """The words of the picture, line by line; none when the recogniser fails or finds none."""
    scale = DOTS_PER_INCH / 72
    width, height = int(sheet.width * scale), int(sheet.height * scale)
    if not 0 < width * height <= MOST_DOTS:
        return PageWords.none()
    try:
        run = subprocess.run(
            ["tesseract", "stdin", "stdout", "--dpi", str(DOTS_PER_INCH), "-l", "eng", "tsv"],
            input=_picture(page, width, height),
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return PageWords.none()
    return _words(run.stdout.decode("utf-8", "replace"), scale)


def _picture(page, width: int, height: int) -> bytes:
    """The page in greys, as a portable grey map."""
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = b"".join(dots[stride * y : stride * y + width] for y in range(height))
    return f"P5 {width} {height} 255\n".encode() + rows


def _words(table: str, scale: float) -> PageWords:
    """Words stand as high as their line, so that short letters do not leave it."""
    made = PageWords.none()
    parts: list[str] = []
    length = 0
    for word, top, bottom, begins_line in _rows(table):
        before = "\n" if begins_line and parts else " " if parts else ""
        parts += [before, word["text"]]
        length += len(before)
        left = int(word["left"])
        made.starts.append(length)
        length += len(word["text"])
        made.ends.append(length)
        made.lefts.append(left / scale)
        made.rights.append((left + int(word["width"])) / scale)
        made.tops.append(top / scale)
        made.bottoms.append(bottom / scale)
    made.text = "".join(parts)
    return made


def _rows(table: str) -> Iterator[tuple[dict[str, str], int, int, bool]]:
    """Each word with the top and bottom of its line, and whether it begins it."""
    top = bottom = 0
    begins_line = False
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == LINE:
            top, bottom, begins_line = int(row["top"]), int(row["top"]) + int(row["height"]), True
        elif row["level"] == WORD and row["text"].strip() and float(row["conf"]) >= LEAST_CONFIDENCE:
            yield row, top, bottom, begins_line
            begins_line = False
