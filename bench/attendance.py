"""The attendance pages at the size of London and of England, against the same question in raw SQL.

Goals: database time at most twice raw SQL, page time at England at most 1.3 times London, query counts constant.
"""

import json
import random
import sys
from datetime import date, timedelta
from typing import Any

from bench.load import ENGLAND, LONDON, SIZES, UNTIL, Size, database, in_child
from bench.pages import compared, told

BOARDS = 25

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
        print(told(page, found["London"][page], found["England"][page]))


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
        "attendance of a board": compared(asked, "/p/area-{partnership}/boards/{board}/attendance", RAW_BOARD),
        "attendance across boards": compared(asked, "/p/area-{partnership}/attendance/", RAW_ACROSS),
    }


if __name__ == "__main__":
    print(json.dumps(measure(SIZES[sys.argv[1]])))
