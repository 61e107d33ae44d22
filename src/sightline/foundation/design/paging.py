"""Pages of a long list, each with an address that keeps everything else the address says."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from urllib.parse import parse_qsl, urlencode

from django.http import QueryDict
from django.urls import reverse

NOBODYS = 987_654_321_987
"""A number that no row has; it keeps the place of theirs."""


def numbered_addresses(route: str, part: str, **parts: str) -> Callable[[int], str]:
    """Addresses of one route that differ by the number in `part`: for lists of thousands, as Django takes long over each."""
    before, _, after = reverse(route, kwargs={**parts, part: NOBODYS}).rpartition(str(NOBODYS))
    return lambda number: f"{before}{number}{after}"


@dataclass(frozen=True)
class Address:
    """The page's address, from which the address of every other arrangement is made."""

    path: str
    query: QueryDict
    anchor: str = ""

    def but(self, changes: Mapping[str, str | None]) -> str:
        """The same address with these parameters changed, or left out where they are None.

        What the path itself asks (`…?table=year`) stands before what the address asked.
        """
        path, _, own = self.path.partition("?")
        changes = dict(parse_qsl(own)) | dict(changes)
        old = ((key, value) for key, values in self.query.lists() for value in values)
        kept = [(key, value) for key, value in old if key not in changes and key != "export"]
        asked = urlencode(kept + [(key, value) for key, value in changes.items() if value is not None])
        whole = f"{path}?{asked}" if asked else path or "?"
        return f"{whole}#{self.anchor}" if self.anchor else whole


@dataclass(frozen=True)
class PageLink:
    text: str
    href: str
    current: bool = False


@dataclass(frozen=True)
class Pages:
    """Which part of a list is seen (`start` to `stop`, as Python slices) and the ways to the others."""

    total: int
    start: int
    stop: int
    links: tuple[PageLink | None, ...] = ()  # None is a gap; no links where one page holds all
    previous: str = ""
    following: str = ""
    all_href: str = ""

    @property
    def first(self) -> int:
        return self.start + 1


def pages_of(total: int, here: Address, *, size: int, param: str = "page") -> Pages:
    """The page that the address asks for, or the nearest there is. A size of 0, or `page=all`, puts all on one page."""
    asked = here.query.get(param, "1")
    if not size or asked == "all":
        return Pages(total, 0, total)
    count = max(1, ceil(total / size))
    number = min(_positive(asked), count)
    return Pages(
        total=total,
        start=(number - 1) * size,
        stop=min(number * size, total),
        links=tuple(_links(here, param, number, count)),
        previous=here.but({param: str(number - 1)}) if number > 1 else "",
        following=here.but({param: str(number + 1)}) if number < count else "",
        all_href=here.but({param: "all"}) if count > 1 else "",
    )


def _positive(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


def _links(here: Address, param: str, number: int, count: int) -> Iterable[PageLink | None]:
    if count == 1:
        return
    near = [page for page in range(1, count + 1) if page in (1, count) or abs(page - number) <= 1]
    for before, page in zip([0, *near], near, strict=False):
        if page > before + 1:
            yield None
        yield PageLink(str(page), here.but({param: str(page)}), page == number)
