"""Links and facts that rooms above put on a page of a room below (decision 0013)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..domain import Deed, Viewer
from ..models import Partnership

Facts = list[dict[str, Any]]
AddressOf = Callable[[str, Any], str]
FactsOf = Callable[[Partnership, Any, date], Facts]


@dataclass(frozen=True, slots=True)
class AddedLink:
    text: str
    href: str


class Added:
    """What rooms above say of one kind of thing. The room below keeps one of these and never knows who fills it."""

    def __init__(self) -> None:
        self._links: list[tuple[str, Deed, AddressOf]] = []
        self._facts: list[FactsOf] = []

    def add_link(self, text: str, deed: Deed, address: AddressOf) -> None:
        """Called once, when a room above starts. `address` takes the partnership's slug and the thing; "" is no link."""
        if (text, deed, address) not in self._links:
            self._links.append((text, deed, address))

    def add_facts(self, facts: FactsOf) -> None:
        """Called once, when a room above starts: terms, values and addresses that it knows of a thing on a day."""
        if facts not in self._facts:
            self._facts.append(facts)

    def links(self, viewer: Viewer, partnership: Partnership, thing: Any) -> tuple[AddedLink, ...]:
        """Those that the viewer's roles open."""
        open_ones = [(text, find) for text, deed, find in self._links if viewer.may(deed, partnership.pk)]
        found = [AddedLink(text, find(partnership.slug, thing)) for text, find in open_ones]
        return tuple(link for link in found if link.href)

    def facts(self, partnership: Partnership, thing: Any, on: date) -> Facts:
        return [fact for facts in self._facts for fact in facts(partnership, thing, on)]
