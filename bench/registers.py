"""Registers, the chain from promise to outcome and the home page with 500 and 2,000 rows of each, by processor time.

The baseline is the page's own queries asked again with their rows fetched; the chain is that of seven priorities. Goals: no
page over half a second of processor time at 500 rows (2,000 pieces of evidence), queries the same at both sizes.
"""

import json
import sys
from time import process_time
from typing import Any

from bench.pages import opened
from bench.promises import LARGE, SIZES, SMALL, Promised, database_of, in_child

GOAL = 500
RUNS = 3
PAGES = {
    "home": "",
    "chain": "progress/",
    "one priority's chain": "progress/priority/1/",
    "actions": "actions/",
    "recommendations": "recommendations/",
    "one recommendation, with those alike": "recommendations/10/",
    "recommendations asked again": "recommendations/repeated",
    "incidents": "incidents/",
    "rapid reviews": "rapid-reviews/",
    "reviews": "reviews/",
    "themes across reviews": "reviews/themes/",
    "evidence": "evidence/",
    "findings": "findings/",
    "challenges": "challenges/",
    "challenges of a year": "challenges/year",
    "briefings": "learning/briefings/",
    "agencies and what they passed on": "learning/agencies/",
    "learning tracker": "learning/tracker/",
    "good practice": "learning/practice/",
    "voice": "learning/voice/",
    "you said, we did": "learning/voice/you-said-we-did/",
    "voice by priority": "learning/voice/priorities/",
    "required plans": "plans/",
    "priorities": "priorities/",
}


def main() -> None:
    found = {}
    for size in (SMALL, LARGE):
        with database_of(size) as address:
            found[size.name] = in_child(address, "bench.registers", size.name)
    for page in PAGES:
        small, large = (found[size.name][page] for size in (SMALL, LARGE))
        over = " OVER THE GOAL" if small["ms"] > GOAL else ""
        print(
            f"{page}: {small['ms']:.0f} ms, {small['ms'] / small['bare']:.1f} times its queries alone; with four times"
            f" the rows {large['ms']:.0f} ms, {large['ms'] / small['ms']:.1f} times; queries {small['queries']} and"
            f" {large['queries']}{over}"
        )


def measure(size: Promised) -> dict[str, Any]:
    import django

    django.setup()
    return {name: _page(address) for name, address in PAGES.items()}


def _page(address: str) -> dict[str, Any]:
    seconds, queries = opened(1, f"/p/area-1/{address}")
    bare = min(_bare(queries) for _ in range(RUNS))
    return {"ms": seconds * 1000, "bare": bare * 1000, "queries": len(queries)}


def _bare(queries: list[tuple[str, Any]]) -> float:
    """On SQLite this process does the database's work, so that its processor time holds both."""
    from django.db import connection

    with connection.cursor() as cursor:
        started = process_time()
        for sql, params in queries:
            if sql.lstrip().startswith("SELECT"):
                cursor.execute(sql, params)
                cursor.fetchall()
        return process_time() - started


if __name__ == "__main__":
    print(json.dumps(measure(SIZES[sys.argv[1]])))
