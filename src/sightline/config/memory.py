"""How a process that serves pages looks for unreachable memory.

A page of some thousand rows makes hundreds of thousands of objects, and nearly all of them are freed without Python's cycle
collector. As Python begins, the collector goes through all that was ever loaded several times while such a page is made: a
third to a half of its time (`bench/registers.py`). So what is loaded at the beginning is set aside, and the collector looks
less often. What it finds later is a few megabytes more for each process.
"""

import gc

from django.urls import get_resolver

YOUNG = 50_000
"""Objects made and not freed before the collector looks at the newest."""
OLDER = 20
"""So many looks at the newest before it looks at the older, and so many at these before it looks at all."""


def set_aside_what_stays() -> None:
    """Once, when everything is loaded and before the first page: the addresses with their views, too."""
    _ = get_resolver().url_patterns
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, OLDER, OLDER)
