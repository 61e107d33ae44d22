"""A content-addressed store: a file is kept once, under the digest of its bytes, and never changes.

A row may refer to a file only after `keep` has returned: by then the bytes are on the disk, whole.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings


def root() -> Path:
    return Path(settings.MEDIA_ROOT)


def path_of(sha256: str) -> Path:
    return root() / "originals" / sha256[:2] / sha256


def has_file(sha256: str) -> bool:
    return path_of(sha256).is_file()


def read_file(sha256: str) -> bytes:
    return path_of(sha256).read_bytes()


def keep(chunks: Iterable[bytes]) -> tuple[str, int]:
    """The digest and the size. Written aside, flushed to the disk, then named: a crash leaves no half file."""
    digest, size = hashlib.sha256(), 0
    aside = root() / "arriving"
    aside.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=aside)
    try:
        with os.fdopen(handle, "wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                size += file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(Path(name), path_of(digest.hexdigest()))
    finally:
        Path(name).unlink(missing_ok=True)
    return digest.hexdigest(), size


def put_in_place(written: Path, place: Path) -> None:
    """Rename, and make the rename itself outlive a power cut."""
    place.parent.mkdir(parents=True, exist_ok=True)
    os.replace(written, place)
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def discard(sha256: str) -> None:
    """Remove an original and every picture of its pages. For files that may not be kept."""
    path_of(sha256).unlink(missing_ok=True)
    for picture in (root() / "pictures" / sha256[:2]).glob(f"{sha256}-*"):
        picture.unlink(missing_ok=True)
