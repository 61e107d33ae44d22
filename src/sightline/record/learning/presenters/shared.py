"""What the pages of learning share: addresses, crumbs, tabs, facts and the frame of a list."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from sightline.foundation.design.charts import Chart
from sightline.foundation.design.tables import Table

PLACES = (
    ("briefings", "Briefings"),
    ("agencies", "Receipt by agency"),
    ("tracks", "Learning tracker"),
    ("practice", "Practice library"),
    ("voice", "Voice"),
)


def at(name: str, slug: str, **parts: object) -> str:
    return reverse(f"learning:{name}", kwargs={"partnership": slug, **parts})


@dataclass(frozen=True)
class Tab:
    text: str
    href: str
    current: bool
    count: str = ""


def tabs(slug: str, current: str, places: Sequence[tuple[str, str]]) -> tuple[Tab, ...]:
    return tuple(Tab(text, at(name, slug), name == current) for name, text in places)


@dataclass(frozen=True)
class Fact:
    term: str
    value: str
    href: str = ""
    note: str = ""
    source: str = ""


def day(value: Any) -> str:
    return f"{value.day} {value:%B %Y}" if value else ""


def button(text: str, href: str, *, quiet: bool = False) -> dict[str, Any]:
    return {"text": text, "href": href, "quiet": quiet, "method": "get"}


def post_button(text: str, href: str) -> dict[str, Any]:
    return {"text": text, "href": href, "quiet": True, "method": "post"}


@dataclass(frozen=True)
class ListPage:
    """A register: its tables, with a sentence and buttons above; tabs where one page of the menu has several parts."""

    title: str
    tabs: tuple[Tab, ...]
    tables: tuple[Table, ...]
    actions: tuple[dict[str, Any], ...] = ()
    intro: str = ""
    caption: str = ""
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True)
class Crumbs:
    """Where a page of one thing lies."""

    place: str
    slug: str
    here: str
    trail: tuple[tuple[str, str], ...] = field(default_factory=tuple)

    @property
    def items(self) -> list[dict[str, str]]:
        first = {"text": dict(PLACES)[self.place], "href": at(self.place, self.slug)}
        return [first, *({"text": text, "href": href} for text, href in self.trail), {"text": self.here}]
