"""A scanned page and a torn file: what cannot be read must say so."""

import re
from io import BytesIO

import pypdfium2
from PIL import Image

from .cast import Cast
from .typeset import pdf, plain

Paper = tuple[str, bytes]


def papers(cast: Cast) -> list[Paper]:
    return [("scan0042.pdf", _scanned(cast)), ("agenda (1).pdf", _torn(cast))]


def _scanned(cast: Cast) -> bytes:
    """A page printed and laid on the glass: a picture of words, no words."""
    page = pdf(
        f"= {plain(cast.group)}\nMinutes of the meeting held on 11 December 2025\n\nPresent: {plain(cast.chair.name)}"
    )
    document = pypdfium2.PdfDocument(page)
    picture = document[0].render(scale=1.5).to_pil().convert("L")
    document.close()
    return _picture_only(picture)


def _picture_only(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "PDF", resolution=108)
    # The time of making is taken out, so that the same demonstration has the same bytes.
    return re.sub(
        rb"/(CreationDate|ModDate) \(D:\d{14}Z?\)", lambda m: b"/" + m[1] + b" (D:20260101000000Z)", buffer.getvalue()
    )


def _torn(cast: Cast) -> bytes:
    whole = pdf(f"= Agenda: {plain(cast.group)}\n10 December 2026")
    return whole[: len(whole) // 3]
