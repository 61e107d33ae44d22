"""The strokes that pictures are made of, as SVG without style or script; a colour never stands alone."""

from collections.abc import Sequence
from hashlib import sha256
from textwrap import wrap
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from .marks import Mark

INK, QUIET, LINE = "#0b0c0c", "#49585c", "#c3d1d3"
FONT = "Inter, Arial, sans-serif"
WIDTH, NARROW = 760, 345


def shortened(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def uid_for(kind: str, title: str, data: Any) -> str:
    """The same for the same picture, different for two pictures of one page: its inner ids begin with it."""
    return f"{kind}-{sha256(f'{title}{data!r}'.encode()).hexdigest()[:8]}"


def short(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def text(x: float, y: float, words: str, *, anchor: str = "start", fill: str = INK) -> SafeString:
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}" font-size="14" fill="{}">{}</text>',
        short(x),
        short(y),
        anchor,
        fill,
        words,
    )


def name_at(x: float, y: float, name: str) -> list[SafeString]:
    """A name to the left of its row, over two lines when it is long; whole in the tooltip and in the table."""
    lines = wrap(name, 32) or [""]
    if len(lines) > 2:
        lines = [lines[0], shortened(" ".join(lines[1:]), 32)]
    first = y if len(lines) == 1 else y - 8
    return [text(x, first + 16 * place, words, anchor="end") for place, words in enumerate(lines)]


def spot(number: int, x: float, y: float, colour: str, words: str) -> SafeString:
    """Each line has its own shape: circle, square, triangle, diamond."""
    shapes = ("M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "M-4-4h8v8h-8z", "M0-5l5 9h-10z", "M0-6l5 6l-5 6l-5-6z")
    return format_html(
        '<path transform="translate({} {})" d="{}" fill="{}"><title>{}</title></path>',
        short(x),
        short(y),
        shapes[number % len(shapes)],
        colour,
        words,
    )


def hatched(uid: str, x: float, y: float, width: float, height: float, words: str = "Not known") -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="url(#{}-unknown)" stroke="{}" stroke-dasharray="3 3">'
        "<title>{}</title></rect>",
        short(x),
        short(y),
        short(width),
        short(height),
        uid,
        QUIET,
        words,
    )


# tone: fill, ink of the sign. The sign itself tells them apart without the colour.
_TONES = {
    "yes": ("#0f5f6b", "#ffffff"),
    "part": ("#cfe3e5", INK),
    "excused": ("#ffffff", INK),
    "no": ("#8f2a2a", "#ffffff"),
    "aside": ("#eef4f4", INK),
}


def square(uid: str, x: float, y: float, size: float, mark: Mark) -> SafeString:
    fill, ink = _TONES.get(mark.tone, (f"url(#{uid}-unknown)", INK))
    return format_html(
        '<g><title>{}</title><rect x="{}" y="{}" width="{}" height="{}" rx="2" fill="{}" stroke="{}"/>'
        '<text x="{}" y="{}" text-anchor="middle" font-size="12" fill="{}">{}</text></g>',
        mark.words,
        short(x),
        short(y),
        short(size),
        short(size),
        fill,
        QUIET,
        short(x + size / 2),
        short(y + size / 2 + 4.5),
        ink,
        mark.shown,
    )


def picture(
    uid: str, title: str, description: str, height: float, parts: Sequence[SafeString], width: float = WIDTH
) -> SafeString:
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="sl-svg" role="img" aria-labelledby="{0}-t {0}-d" '
        'viewBox="0 0 {1} {2}" width="{1}" height="{2}" font-family="{3}">'
        '<title id="{0}-t">{4}</title><desc id="{0}-d">{5}</desc><defs><pattern id="{0}-unknown" width="7" height="7" '
        'patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" stroke="{6}" stroke-width="2"/>'
        "</pattern></defs>{7}</svg>",
        uid,
        short(width),
        short(height),
        FONT,
        title,
        description,
        "#8a989c",
        format_html_join("", "{}", ((part,) for part in parts)) or mark_safe(""),
    )
