"""Opens a PDF, reads it page by page and settles what only the whole file can tell."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from time import monotonic

import pypdfium2.raw as pdfium

from sightline_reader.formats.pdf.blocks import blocks_of
from sightline_reader.formats.pdf.characters import Sheet, words_of
from sightline_reader.formats.pdf.composing import PageText, compose
from sightline_reader.formats.pdf.notices import notices_of
from sightline_reader.formats.pdf.rulings import rulings_of
from sightline_reader.formats.pdf.scanned import can_recognise, is_scanned, recognised
from sightline_reader.formats.pdf.settling import Scan, settle
from sightline_reader.limits import DEFAULT, Limits
from sightline_reader.model import Document, Unreadable

Progress = Callable[[int, int], None]
PROGRESS_EVERY = 5  # pages

ENCRYPTED = "This file has a password. Save a copy without it and drop that in."
DAMAGED = "This PDF is damaged and cannot be opened. Open it where it came from, save it again as PDF and drop that in."

pdfium.FPDF_InitLibrary()


def open_pdf(data: bytes, name: str, limits: Limits = DEFAULT, on_progress: Progress | None = None) -> Document:
    with _opened(data) as file:
        count = pdfium.FPDF_GetPageCount(file)
        if count < 1:
            raise Unreadable("empty", "This PDF has no pages.")
        scans: list[Scan] = []
        to_recognise = limits.ocr_pages if limits.ocr and can_recognise() else 0
        latest = monotonic() + limits.ocr_seconds
        characters = 0
        for index in range(min(count, limits.pages)):
            scans.append(_scan(file, index, may_recognise=to_recognise > 0 and monotonic() < latest))
            to_recognise -= scans[-1].by_ocr
            characters += len(scans[-1].page.text)
            if on_progress and (index % PROGRESS_EVERY == 0 or index + 1 == count):
                on_progress(index + 1, count)
            if characters > limits.characters:
                break
        properties = _properties(file)
    return settle(name, scans, properties, list(notices_of(scans, count)))


@contextmanager
def _opened(data: bytes) -> Iterator:
    file = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not file:
        locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Unreadable("encrypted", ENCRYPTED) if locked else Unreadable("corrupt", DAMAGED)
    try:
        yield file
    finally:
        pdfium.FPDF_CloseDocument(file)


@contextmanager
def _page(file, index: int) -> Iterator:
    page = pdfium.FPDF_LoadPage(file, index)
    try:
        yield page
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _scan(file, index: int, may_recognise: bool) -> Scan:
    with _page(file, index) as page:
        if not page:
            return Scan(is_damaged=True)
        sheet = Sheet.of(page)
        words, rulings = words_of(page, sheet), rulings_of(page, sheet)
        has_text = not is_scanned(page, sheet, words)
        by_ocr = False
        if may_recognise and not has_text:
            found = recognised(page, sheet)
            by_ocr = len(found) > 0
            words = found if by_ocr else words
        text = compose(words, blocks_of(words, rulings)) if len(words) else PageText()
        return Scan(text, sheet.width, sheet.height, has_text=has_text, by_ocr=by_ocr)


def _properties(file) -> dict[str, str]:
    found = {}
    for key in ("Title", "Author", "CreationDate", "ModDate", "Producer"):
        size = pdfium.FPDF_GetMetaText(file, key.encode(), None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDF_GetMetaText(file, key.encode(), buffer, size)
        text = buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace").replace("\x00", "").strip()
        if text:
            found[key.lower()] = text
    return found


def render_page(data: bytes, number: int, scale: float = 1.5) -> bytes:
    """One page (from 1) as PNG; `scale` 1 gives 72 dots an inch. Call it in a child process only."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as file:
        if not 1 <= number <= len(file):
            raise Unreadable("no-such-page", f"This file has {len(file)} pages: there is no page {number}.")
        picture = file[number - 1].render(scale=scale).to_pil()
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
