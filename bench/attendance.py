"""The attendance pages at the size of London and of England, against the same question in raw SQL.

Goals: database time at most twice raw SQL, page time at England at most 1.3 times London, query counts constant. The
page's own queries are caught and asked again in turns with the raw SQL, rows fetched in both, so that both run on the
same warm database; the least of several runs counts. Page time is the median over boards drawn at random.
"""

import json
import random
import sys
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from typing import Any

from bench.load import ENGLAND, LONDON, SIZES, UNTIL, Size, database, in_child

BOARDS = 25
RUNS = 5
GOALS = {"database": 2.0, "page": 1.3}

# What a person who knows the tables would ask for the page of one board: every mark of ten years by agency and meeting,
# who had a seat when, and the words of the latest year with their citations.
RAW_BOARD = (
    """
    SELECT a.organisation_id, o.name, m.id, m.held_on,
           MAX(CASE a.status WHEN 'present' THEN 5 WHEN 'deputy' THEN 4 WHEN 'unknown' THEN 3
                             WHEN 'apologies' THEN 2 WHEN 'absent' THEN 1 END)
    FROM meetings_meeting m
    JOIN meetings_attendance a ON a.meeting_id = m.id
    JOIN directory_organisation o ON o.id = a.organisation_id
    LEFT JOIN governance_seat s ON s.id = a.seat_id
    WHERE m.board_id = %(board)s AND m.state = 'held' AND m.held_on <= %(until)s AND a.status <> 'guest'
      AND (s.id IS NULL OR s.capacity IN ('chair', 'co_chair', 'vice_chair', 'member'))
    GROUP BY a.organisation_id, o.name, m.id, m.held_on
    """,
    "SELECT organisation_id, started_on, ended_on FROM governance_seat WHERE board_id = %(board)s",
    """
    SELECT a.id, a.organisation_id, a.meeting_id, a.person_as_written, a.organisation_as_written, p.words
    FROM meetings_meeting m
    JOIN meetings_attendance a ON a.meeting_id = m.id
    LEFT JOIN library_citation c ON c.subject_kind = 'meetings.attendance' AND c.subject_id = a.id
    LEFT JOIN library_passage p ON p.id = c.passage_id
    WHERE m.board_id = %(board)s AND m.state = 'held' AND m.held_on >= %(start)s AND m.held_on <= %(until)s
    """,
)
RAW_ACROSS = (
    """
    SELECT o.name, t.board_id, SUM(CASE WHEN t.best >= 4 THEN 1 ELSE 0 END), SUM(CASE WHEN t.best <> 3 THEN 1 ELSE 0 END)
    FROM (
        SELECT a.organisation_id, m.board_id,
               MAX(CASE a.status WHEN 'present' THEN 5 WHEN 'deputy' THEN 4 WHEN 'unknown' THEN 3
                                 WHEN 'apologies' THEN 2 WHEN 'absent' THEN 1 END) AS best
        FROM meetings_meeting m
        JOIN meetings_attendance a ON a.meeting_id = m.id
        LEFT JOIN governance_seat s ON s.id = a.seat_id
        WHERE m.partnership_id = %(partnership)s AND m.state = 'held' AND m.held_on >= %(start)s
          AND m.held_on <= %(until)s AND a.status <> 'guest'
          AND (s.id IS NULL OR s.capacity IN ('chair', 'co_chair', 'vice_chair', 'member'))
        GROUP BY a.organisation_id, m.board_id, m.id
    ) t JOIN directory_organisation o ON o.id = t.organisation_id
    GROUP BY o.name, t.board_id
    """,
)


def main() -> None:
    found = {size.name: _measured(size) for size in (LONDON, ENGLAND)}
    for page in found["England"]:
        london, england = found["London"][page], found["England"][page]
        print(
            f"{page}: database time {england['ratio']:.2f} of raw SQL at England ({london['ratio']:.2f} at London; goal at most "
            f"{GOALS['database']:g}); page {england['page_ms'] / london['page_ms']:.2f} of London's at England "
            f"(goal at most {GOALS['page']:g}); queries {london['queries']} and {england['queries']}; "
            f"{england['page_ms']:.0f} ms a page, {england['ours_ms']:.1f} ms of it in the database, raw {england['raw_ms']:.1f} ms"
        )


def _measured(size: Size) -> dict[str, dict[str, Any]]:
    with database(size) as address:
        return in_child(address, "bench.attendance", size.name)


def measure(size: Size) -> dict[str, dict[str, Any]]:
    """In a process whose settings name the loaded database."""
    import django

    django.setup()
    drawn = random.Random(1)
    boards = drawn.sample(range(1, size.partnerships * size.boards + 1), BOARDS)
    start = date(UNTIL.year if UNTIL.month >= 4 else UNTIL.year - 1, 4, 1)
    asked = [
        {
            "board": board,
            "partnership": (board - 1) // size.boards + 1,
            "start": start.isoformat(),
            "until": (UNTIL + timedelta(days=30)).isoformat(),
        }
        for board in boards
    ]
    return {
        "attendance of a board": _compared(asked, "/p/area-{partnership}/boards/{board}/attendance", RAW_BOARD),
        "attendance across boards": _compared(asked, "/p/area-{partnership}/attendance/", RAW_ACROSS),
    }


def _compared(asked: list[dict[str, Any]], address: str, raw: tuple[str, ...]) -> dict[str, Any]:
    pages, ours, theirs, counts = [], [], [], set()
    for one in asked:
        seconds, queries = _opened(one["partnership"], address.format(**one))
        counts.add(len(queries))
        question = [(sql, one) for sql in raw]
        times = [(_fetched(_of_the_record(queries)), _fetched(question)) for _ in range(RUNS)]
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


def _opened(user: int, address: str) -> tuple[float, list[tuple[str, Any]]]:
    """The least time of three openings, and the queries of the last."""
    from django.db import connection
    from django.test import Client

    from sightline.foundation.accounts.models import User

    client = Client()
    client.force_login(User.objects.get(pk=user))
    times = []
    for _ in range(3):
        queries: list[tuple[str, Any]] = []

        def catch(execute: Any, sql: str, params: Any, many: bool, context: Any, kept: list = queries) -> Any:
            kept.append((sql, params))
            return execute(sql, params, many, context)

        with connection.execute_wrapper(catch):
            started = perf_counter()
            answer = client.get(address)
            times.append(perf_counter() - started)
        assert answer.status_code == 200, (address, answer.status_code)
    return min(times), queries


def _of_the_record(queries: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Without those that every page asks: session, person, roles, partnership."""
    common = ("django_session", "accounts_", "SAVEPOINT")
    return [
        one
        for one in queries
        if one[0].startswith(("SELECT", "\n")) and not any(f'FROM "{c}' in one[0] for c in common)
    ]


def _fetched(queries: list[tuple[str, Any]]) -> float:
    from django.db import connection

    with connection.cursor() as cursor:
        started = perf_counter()
        for sql, params in queries:
            cursor.execute(sql, params)
            cursor.fetchall()
        return perf_counter() - started


if __name__ == "__main__":
    print(json.dumps(measure(SIZES[sys.argv[1]])))
