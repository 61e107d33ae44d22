"""How pages are measured: what a page asks of the database against the same question in raw SQL, in turns.

The page's own queries are caught and asked again in turns with the raw SQL, rows fetched in both, so that both run on the
same warm database; the least of several runs counts. Page time is the median over what was drawn.
"""

from functools import cache
from statistics import median
from time import perf_counter, process_time
from typing import Any

RUNS = 5
GOALS = {"database": 2.0, "page": 1.3}


def told(page: str, london: dict[str, Any], england: dict[str, Any]) -> str:
    """One line for a page measured at both sizes."""
    return (
        f"{page}: database time {england['ratio']:.2f} of raw SQL at England ({london['ratio']:.2f} at London; goal at most "
        f"{GOALS['database']:g}); page {england['page_ms'] / london['page_ms']:.2f} of London's at England "
        f"(goal at most {GOALS['page']:g}); queries {london['queries']} and {england['queries']}; "
        f"{england['page_ms']:.0f} ms a page, {england['ours_ms']:.1f} ms of it in the database, raw {england['raw_ms']:.1f} ms"
    )


def compared(asked: list[dict[str, Any]], address: str, raw: tuple[str, ...]) -> dict[str, Any]:
    pages, ours, theirs, counts = [], [], [], set()
    for one in asked:
        seconds, queries = opened(one["partnership"], address.format(**one))
        counts.add(len(queries))
        question = [(sql, one) for sql in raw]
        times = [(fetched(of_the_record(queries)), fetched(question)) for _ in range(RUNS)]
        pages.append(seconds)
        ours.append(min(mine for mine, _ in times))
        theirs.append(min(other for _, other in times))
    return {
        "page_ms": median(pages) * 1000,
        "ours_ms": median(ours) * 1000,
        "raw_ms": median(theirs) * 1000,
        "ratio": sum(ours) / sum(theirs),
        "queries": sorted(counts)[0] if len(counts) == 1 else sorted(counts),
    }


@cache
def _as_served() -> None:
    from sightline.config.memory import set_aside_what_stays

    set_aside_what_stays()


def opened(user: int, address: str) -> tuple[float, list[tuple[str, Any]]]:
    """The least time of three openings in a process that was set up as the web server's are; the queries of the last."""
    from django.db import connection
    from django.test import Client

    _as_served()
    from sightline.foundation.accounts.models import User

    # SQLite works in this process, so its processor time leaves out what else the machine does.
    clock = process_time if connection.vendor == "sqlite" else perf_counter
    client = Client()
    client.force_login(User.objects.get(pk=user))
    times = []
    for _ in range(3):
        queries: list[tuple[str, Any]] = []

        def catch(execute: Any, sql: str, params: Any, many: bool, context: Any, kept: list = queries) -> Any:
            kept.append((sql, params))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(catch):
            started = clock()
            answer = client.get(address)
            times.append(clock() - started)
        assert answer.status_code == 200, (address, answer.status_code)
    return min(times), queries


def of_the_record(queries: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Without those that every page asks: session, person, roles, partnership."""
    common = ("django_session", "accounts_", "SAVEPOINT")
    return [
        one
        for one in queries
        if one[0].startswith(("SELECT", "\n")) and not any(f'FROM "{c}' in one[0] for c in common)
    ]


def fetched(queries: list[tuple[str, Any]]) -> float:
    """By processor time where the database works in this process, so that nothing else on the machine counts."""
    from django.db import connection

    clock = process_time if connection.vendor == "sqlite" else perf_counter
    with connection.cursor() as cursor:
        started = clock()
        for sql, params in queries:
            cursor.execute(sql, params)
            cursor.fetchall()
        return clock() - started
