"""Pictures of PDF pages, drawn in a child process with limits and kept by digest."""

import os
import tempfile
from pathlib import Path

from sightline_reader.model import Unreadable
from sightline_reader.sandbox import render_in_child

from .files import put_in_place, read_file, root

SCALE = 2.2  # about 1,300 pixels across A4: sharp at half the width of a desktop screen


class NoPicture(Exception):
    """This page cannot be drawn; its text can still be shown."""


def page_picture(sha256: str, number: int) -> Path:
    """The PNG of a page, drawn when it is first asked for."""
    place = root() / "pictures" / sha256[:2] / f"{sha256}-{number}-{SCALE}.png"
    if not place.is_file():
        _draw(sha256, number, place)
    return place


def _draw(sha256: str, number: int, place: Path) -> None:
    try:
        png = render_in_child(read_file(sha256), number, SCALE)
    except (Unreadable, OSError) as problem:
        raise NoPicture(f"page {number} cannot be drawn") from problem
    aside = root() / "arriving"
    aside.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=aside)
    with os.fdopen(handle, "wb") as file:
        file.write(png)
    put_in_place(Path(name), place)
