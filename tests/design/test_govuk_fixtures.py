"""The macros draw what the official fixtures of GOV.UK Frontend expect: the same elements, attributes and words."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from sightline.foundation.design import govuk

FIXTURES = json.loads((Path(__file__).parents[1] / "vendor/govuk_fixtures.json").read_text(encoding="utf-8"))


class Shape(HTMLParser):
    """A document as a list of tags with sorted attributes, and words with their spaces made one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Any] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, sorted((name, " ".join((value or "").split())) for name, value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        words = "".join(data.split())
        if words and self.parts and isinstance(self.parts[-1], Words):
            self.parts[-1] = Words(self.parts[-1] + words)
        elif words:
            self.parts.append(Words(words))


class Words(str):
    """Text between tags; whitespace is left out, because the two template languages indent differently."""


def shape(html: str) -> list[Any]:
    parser = Shape()
    parser.feed(html)
    parser.close()
    return parser.parts


CASES = [
    pytest.param(component, fixture, id=f"{component}: {fixture['name']}")
    for component, fixtures in sorted(FIXTURES.items())
    for fixture in fixtures
]


def test_the_fixtures_are_all_there() -> None:
    assert len(FIXTURES) == 37
    assert sum(len(fixtures) for fixtures in FIXTURES.values()) == 657


@pytest.mark.parametrize(("component", "fixture"), CASES)
def test_a_component_is_drawn_as_the_design_system_draws_it(component: str, fixture: dict[str, Any]) -> None:
    assert shape(govuk.render(component, fixture["options"])) == shape(fixture["html"])
