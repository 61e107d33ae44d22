"""How to make the thing an address names, in a given partnership: maker(world, partnership) gives the address's parts.

A room that adds a page of one thing adds a maker here (or names an existing one) and a line to routes.txt.
"""

from collections.abc import Callable
from typing import Any

from sightline.foundation.accounts.models import Partnership
from tests.world import World

Maker = Callable[[World, Partnership], dict[str, Any]]

MAKERS: dict[str, Maker] = {}
