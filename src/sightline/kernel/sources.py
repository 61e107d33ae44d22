"""A stated source as people read it: the site that a web address leads to, and the words around it."""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s;,)]+)[^\s;,)]*")


@dataclass(frozen=True, slots=True)
class Stated:
    """`text` is short enough for a table; `href` is empty when the source has no web address."""

    text: str
    href: str
    rest: str


def stated(source: str) -> Stated:
    """The first address becomes the link, named by its site; further addresses shrink to their sites."""
    found = _ADDRESS.search(source)
    if found is None:
        return Stated(source, "", "")
    around = source[: found.start()] + source[found.end() :]
    rest = re.sub(r"\s+", " ", _ADDRESS.sub(r"\1", around)).strip(" ;,")
    return Stated(found[1], found[0], rest)
