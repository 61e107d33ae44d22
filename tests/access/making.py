"""What makers of things share: how each is registered under its name, and names that no other thing has."""

from collections.abc import Callable
from itertools import count
from typing import Any

from sightline.foundation.accounts.models import Partnership
from tests.world import World

Maker = Callable[[World, Partnership], dict[str, Any]]

MAKERS: dict[str, Maker] = {}

_numbers = count(1)


def another(name: str) -> str:
    """A name that no other thing has: a journey makes one of everything beside each other."""
    return f"{name} {next(_numbers)}"


def makes(name: str) -> Callable[[Maker], Maker]:
    """Registers a maker under the name that the lists of routes use."""

    def keep(maker: Maker) -> Maker:
        MAKERS[name] = maker
        return maker

    return keep
