"""The lists of routes (routes.txt and lists/<room>.txt), and the routes that the url resolver really has."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

LISTS = (Path(__file__).with_name("routes.txt"), *sorted(Path(__file__).with_name("lists").glob("*.txt")))


@dataclass(frozen=True)
class Listed:
    name: str
    opens: str
    maker: str

    @property
    def deed(self) -> str:
        return self.opens.removesuffix(" everywhere").removesuffix(" or shared")

    @property
    def is_for_overseers_too(self) -> bool:
        return self.opens.endswith(" or shared")


@dataclass(frozen=True)
class Route:
    name: str
    pattern: str
    view: Any

    @property
    def is_ours(self) -> bool:
        """Ours carry a door; the sign-in library's pages, and Django's redirects among them, are known by what they do."""
        return not self.pattern.startswith("sign-in/")

    @property
    def is_of_a_partnership(self) -> bool:
        return "<slug:partnership>" in self.pattern


def listed_routes() -> list[Listed]:
    lines = (line.strip() for path in LISTS for line in path.read_text().splitlines())
    return [Listed(*(part for part in line.split("  ") if part)) for line in lines if line and not line.startswith("#")]


def _walk(resolver: URLResolver, before: str = "", spaces: tuple[str, ...] = ()) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield Route(":".join((*spaces, entry.name or "")), before + str(entry.pattern), entry.callback)
        else:
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry, before + str(entry.pattern), inner)


def real_routes() -> dict[str, Route]:
    """By name. The sign-in library's unnamed old addresses only redirect to named ones."""
    return {route.name: route for route in _walk(get_resolver()) if route.name}
