"""Files of evidence on their way into the library's store: opened first, in a process of its own, and kept only then."""

from collections.abc import Iterable

from django.conf import settings

from sightline.foundation.library.domain import File
from sightline.foundation.library.store import keep
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline_reader.limits import MEGABYTE, Limits
from sightline_reader.model import Unreadable
from sightline_reader.sandbox import hold_in_child

LIMITS = Limits(seconds=60, cpu_seconds=50, ocr_seconds=25, ocr_pages=20)
"""A person waits for the answer: less time than a paper that is read in the background."""

PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def admit(name: str, chunks: Iterable[bytes]) -> File:
    """The file as the store keeps it. Refused where it cannot be opened, is too large, or seems to tell of a child."""
    refuse_child_details(file=name)
    data = _whole(chunks)
    media_type = _picture(data) or _opened(name, data)
    sha256, size = keep([data])
    return File(name=name[-255:], media_type=media_type[:120], size=size, sha256=sha256)


def _whole(chunks: Iterable[bytes]) -> bytes:
    limit, data = settings.UPLOAD_MAX_BYTES, bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > limit:
            raise Refused(f"This file is larger than {limit // MEGABYTE} MB. Split it, or give a link to it.", "file")
    return bytes(data)


def _picture(data: bytes) -> str:
    """Pictures hold no text that could be read; what is not one of these kinds is opened as a document."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((media_type for start, media_type in PICTURES if data.startswith(start)), "")


def _opened(name: str, data: bytes) -> str:
    try:
        hold, media_type = hold_in_child(data, name, LIMITS)
    except Unreadable as reason:
        raise Refused(reason.message, "file") from reason
    if hold is not None:
        raise Refused(hold.message, "file")
    return media_type
