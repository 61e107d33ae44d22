"""The one door in: bytes and a name to a Document, or a plain reason why not."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module

from sightline_reader.limits import DEFAULT, MEGABYTE, Limits
from sightline_reader.model import Document, Unreadable
from sightline_reader.sniff import Sniffed, sniff

Progress = Callable[[int, int], None]

READERS = {
    "pdf": ("pdf", "open_pdf"),
    "docx": ("docx", "open_docx"),
    "xlsx": ("xlsx", "open_workbook"),
    "xls": ("xlsx", "open_workbook"),
    "ods": ("xlsx", "open_workbook"),
    "csv": ("delimited", "open_delimited"),
    "html": ("html", "open_html"),
    "eml": ("eml", "open_eml"),
    "text": ("text", "open_text"),
}
"""Module and function of each kind of file; a format's libraries are imported only when a file needs them."""

CALLED = {
    "pdf": "a PDF",
    "docx": "a Word document",
    "xlsx": "an Excel workbook",
    "xls": "an older Excel workbook",
    "ods": "an OpenDocument spreadsheet",
    "csv": "a table of values",
    "html": "a web page",
    "eml": "an e-mail",
    "text": "plain text",
}

REFUSED = {
    "encrypted": ("encrypted", "This file has a password. Save a copy without it and drop that in."),
    "empty": ("empty", "This file is empty. Check that it finished saving or downloading, and drop it in again."),
    "doc": ("unsupported", "This is a Word document in the old .doc form. Save it as .docx or PDF and drop that in."),
    "rtf": ("unsupported", "This is a rich text (.rtf) file. Save it as .docx or PDF and drop that in."),
    "odt": ("unsupported", "This is an OpenDocument text. Save it as .docx or PDF and drop that in."),
    "odp": ("unsupported", "This is a set of slides. Save it as PDF and drop that in."),
    "pptx": ("unsupported", "This is a set of slides. Save it as PDF and drop that in."),
    "ppt": ("unsupported", "This is a set of slides. Save it as PDF and drop that in."),
    "msg": (
        "unsupported",
        "This is an Outlook message. Save it as .eml or text, or save its attachments, and drop those in.",
    ),
    "picture": (
        "unsupported",
        "This is a picture. Save the paper it shows as PDF, or scan it to PDF, and drop that in.",
    ),
    "zip": ("unsupported", "This is a packed (zip) file. Unpack it and drop in the files inside."),
    "unknown": (
        "unsupported",
        "This kind of file cannot be read. Save it as PDF, Word, Excel, CSV, HTML, e-mail or text and drop that in.",
    ),
}


def open_document(data: bytes, name: str, limits: Limits = DEFAULT, on_progress: Progress | None = None) -> Document:
    """Raises Unreadable, and only that, for a file that cannot be read."""
    if len(data) > limits.file_bytes:
        raise Unreadable(
            "too-large",
            f"This file is larger than {limits.file_bytes // MEGABYTE} MB. Split it, or save it with smaller pictures.",
        )
    found = sniff(data, name)
    if found.kind in REFUSED:
        raise Unreadable(*REFUSED[found.kind])
    return _warned(found, _read(found, data, name, limits, on_progress))


def _read(found: Sniffed, data: bytes, name: str, limits: Limits, on_progress: Progress | None) -> Document:
    module, function = READERS[found.kind]
    reader = getattr(import_module(f"sightline_reader.formats.{module}"), function)
    try:
        if found.kind == "pdf":
            return reader(data, name, limits, on_progress)
        return reader(data, name, limits)
    except Unreadable:
        raise
    except MemoryError:
        raise Unreadable(
            "too-much", "Reading this file needs too much memory. Split it and drop in the parts."
        ) from None
    except Exception as error:
        raise Unreadable(
            "corrupt",
            f"This file is damaged, or is not {CALLED[found.kind]}. Open it where it came from, save it again and "
            "drop that in.",
        ) from error


def _warned(found: Sniffed, document: Document) -> Document:
    if not found.is_misnamed:
        return document
    said = f"The name of this file says {CALLED[found.promised]}, but it is {CALLED[found.kind]}. It was read as that."
    return replace(document, warnings=(said, *document.warnings))
