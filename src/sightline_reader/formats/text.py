"""Plain text and Markdown: the file itself, character for character."""

import re

from sightline_reader.formats.decoding import decode
from sightline_reader.limits import DEFAULT, Limits
from sightline_reader.model import Document, Heading, Page

MARKDOWN_HEADING = re.compile(r"^(#{1,6})[ \t]+(\S[^\r\n]*?)[ \t#]*$", re.MULTILINE)


def open_text(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    text, encoding = decode(data)
    warnings = []
    if len(text) > limits.characters:
        text = text[: limits.characters]
        warnings.append(f"The file is very long. Its first {limits.characters:,} characters were read.")
    markdown = name.lower().endswith((".md", ".markdown"))
    return Document(
        name=name,
        media_type="text/markdown" if markdown else "text/plain",
        text=text,
        pages=tuple(_pages(text)),
        headings=tuple(_markdown_headings(text)) if markdown else (),
        properties={"encoding": encoding},
        warnings=tuple(warnings),
    )


def _pages(text: str):
    """A form feed begins a page; a page's span leaves its form feed out."""
    start = 0
    for number, part in enumerate(text.split("\f"), 1):
        if part or start < len(text) or number == 1:
            yield Page(number, start, start + len(part), has_text=bool(part.strip()))
        start += len(part) + 1


def _markdown_headings(text: str):
    for match in MARKDOWN_HEADING.finditer(text):
        yield Heading(match.start(2), match.end(2), len(match[1]))
