from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sightline_reader.formats.pdf.scanned import can_recognise
from sightline_reader.limits import DEFAULT
from sightline_reader.opening import open_document
from sightline_reader.sandbox import read_in_child
from sightline_reader.tests.made_files import placed_pdf

LINES = ["Minutes of the Northfold Safeguarding Board", "Present: Ann Bold (Chair), Ravi Cole (Police)"]


def scan(*stamps: str) -> bytes:
    """A page that is a picture of a printed page, with stamps printed over it."""
    printed = placed_pdf([(72, 100 + 30 * n, line) for n, line in enumerate(LINES)], size=14)
    with pypdfium2.PdfDocument(printed) as file:
        picture = file[0].render(scale=200 / 72).to_pil()
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawImage(ImageReader(picture), 0, 0, *A4)
    for n, stamp in enumerate(stamps):
        canvas.drawString(72, 40 + 14 * n, stamp)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("stamps", [(), ("Page 1 of 1",)])
def test_a_picture_of_a_page_is_said_to_be_scanned(stamps):
    document = open_document(scan(*stamps), "scan.pdf", replace(DEFAULT, ocr=False))
    assert not document.pages[0].has_text
    assert document.warnings == ("Page 1 has no text layer (scanned).",)


@pytest.mark.skipif(not can_recognise(), reason="tesseract is not installed (Debian: tesseract-ocr)")
def test_a_scanned_page_is_recognised_where_tesseract_is_installed():
    reading = read_in_child(scan(), "scan.pdf")
    page = reading.document.pages[0]
    assert page.by_ocr and not page.has_text
    assert [line for line in reading.document.text.splitlines() if line] == LINES
    first = page.words[0]
    assert first.text == "Minutes" and abs(first.box.left - 72) < 4 and 80 < first.box.top < first.box.bottom < 105
    assert "recognised from the picture" in reading.document.warnings[0]


def test_recognition_that_is_not_installed_leaves_the_page_scanned(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    document = open_document(scan(), "scan.pdf")
    assert not document.pages[0].by_ocr and "scanned" in document.warnings[0]


def test_recognition_stops_when_its_time_is_used_up():
    document = open_document(scan(), "scan.pdf", replace(DEFAULT, ocr_seconds=0))
    assert not document.pages[0].by_ocr and "scanned" in document.warnings[0]
