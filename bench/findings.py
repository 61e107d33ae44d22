"""All rules over all England, one changed board, and the findings and home pages against the same questions in raw SQL.

The baseline of a run of the rules is the bare reading of the rows of boards, meetings, actions and recommendations that they
judge, in raw SQL, in the same process. Rules are timed by processor time, which on SQLite holds the database's work too.
"""

import json
import random
import sys
from datetime import UTC, datetime, timedelta
from statistics import median
from time import process_time
from typing import Any

from bench.load import ENGLAND, LONDON, SIZES, UNTIL, Size, database, in_child
from bench.pages import compared, fetched, told

PARTNERSHIPS = 15
RAW_FACTS = (
    "SELECT * FROM governance_board WHERE partnership_id = %(partnership)s",
    "SELECT t.* FROM governance_terms t JOIN governance_board b ON b.id = t.board_id WHERE b.partnership_id = %(partnership)s",
    "SELECT s.* FROM governance_seat s JOIN governance_board b ON b.id = s.board_id WHERE b.partnership_id = %(partnership)s",
    """SELECT m.*, p.name FROM governance_membership m JOIN governance_seat s ON s.id = m.seat_id
       JOIN governance_board b ON b.id = s.board_id JOIN directory_person p ON p.id = m.person_id
       WHERE b.partnership_id = %(partnership)s""",
    "SELECT * FROM meetings_meeting WHERE partnership_id = %(partnership)s AND held_on > %(since)s",
    """SELECT a.*, o.sector FROM meetings_attendance a JOIN meetings_meeting m ON m.id = a.meeting_id
       LEFT JOIN directory_organisation o ON o.id = a.organisation_id
       WHERE m.partnership_id = %(partnership)s AND m.held_on > %(since)s""",
    "SELECT * FROM actions_action WHERE partnership_id = %(partnership)s AND (closed_on IS NULL OR closed_on >= %(year)s)",
    "SELECT * FROM recommendations_recommendation WHERE partnership_id = %(partnership)s",
    "SELECT * FROM library_document WHERE partnership_id = %(partnership)s",
)
RAW_FINDINGS = (
    """SELECT f.*, EXISTS (SELECT 1 FROM gaps_setaside s WHERE s.finding_id = f.id AND s.ended_at IS NULL AND s.until > %(until)s)
       FROM gaps_finding f WHERE f.partnership_id = %(partnership)s AND f.closed_at IS NULL
       ORDER BY f.severity, f.rule, f.subject_label""",
    "SELECT * FROM gaps_check WHERE partnership_id = %(partnership)s ORDER BY at DESC LIMIT 1",
)
RAW_HOME = (
    """SELECT COUNT(DISTINCT p.id), COUNT(*) FROM intake_proposal q JOIN intake_paper p ON p.id = q.paper_id
       WHERE p.partnership_id = %(partnership)s AND q.choice = 'pending'""",
    """SELECT m.*, b.name FROM meetings_meeting m JOIN governance_board b ON b.id = m.board_id
       WHERE m.partnership_id = %(partnership)s AND m.state = 'held' AND m.held_on <= %(until)s
       AND EXISTS (SELECT 1 FROM meetings_minutes n WHERE n.meeting_id = m.id)
       AND NOT EXISTS (SELECT 1 FROM meetings_minutes n WHERE n.meeting_id = m.id AND n.state <> 'draft')
       ORDER BY m.held_on LIMIT 8""",
    """SELECT COUNT(*) FROM gaps_finding WHERE partnership_id = %(partnership)s AND closed_at IS NULL AND severity = 'duty'""",
    """SELECT m.*, b.name FROM meetings_meeting m JOIN governance_board b ON b.id = m.board_id
       WHERE m.partnership_id = %(partnership)s AND m.state = 'planned' AND m.held_on >= %(until)s ORDER BY m.held_on LIMIT 8""",
    """SELECT DISTINCT m.board_id, l.action_id FROM meetings_meetingaction l JOIN meetings_meeting m ON m.id = l.meeting_id
       JOIN actions_action a ON a.id = l.action_id
       WHERE a.partnership_id = %(partnership)s AND a.closed_on IS NULL AND a.due_on < %(until)s""",
    "SELECT board_id FROM gaps_finding WHERE partnership_id = %(partnership)s AND closed_at IS NULL AND board_id IS NOT NULL",
    "SELECT id, name FROM governance_board WHERE partnership_id = %(partnership)s",
    """SELECT "table", verb, COUNT(DISTINCT "row") FROM trail_entry WHERE partnership_id = %(partnership)s AND at >= %(week)s
       GROUP BY "table", verb""",
)


def main() -> None:
    found = {}
    for size in (LONDON, ENGLAND):
        with database(size) as address:
            found[size.name] = in_child(address, "bench.findings", size.name)
    for name, run in found.items():
        print(
            f"rules, {name}: all {run['rules']} rules over {run['partnerships']} partnerships in {run['seconds']:.0f} s, "
            f"{run['each_ms']:.0f} ms each, {run['ratio']:.1f} times the bare reading of the same rows in raw SQL; "
            f"again with nothing changed {run['again_ratio']:.2f} of the first run; "
            f"one changed board {run['board_ms']:.0f} ms, {run['board_ratio']:.2f} of its partnership; "
            f"{run['number']} findings"
        )
    for page in ("findings", "home"):
        print(told(page, found["London"][page], found["England"][page]))


def measure(size: Size) -> dict[str, Any]:
    import django

    django.setup()
    from sightline.oversight.gaps.models import Finding
    from sightline.oversight.gaps.rules.catalogue import catalogue

    first = [_checked(pk) for pk in range(1, size.partnerships + 1)]
    again = [_checked(pk) for pk in range(1, size.partnerships + 1)]
    drawn = random.Random(2).sample(range(1, size.partnerships + 1), PARTNERSHIPS)
    raw = [_raw_facts(pk) for pk in drawn]
    boards = [_checked(pk, (pk - 1) * size.boards + 1) for pk in drawn]
    asked = [_asked(pk) for pk in drawn]
    return {
        "rules": len(catalogue()),
        "partnerships": size.partnerships,
        "seconds": sum(first),
        "each_ms": median(first) * 1000,
        "ratio": median(again) / median(raw),
        "again_ratio": sum(again) / sum(first),
        "board_ms": median(boards) * 1000,
        "board_ratio": median(boards) / median(again),
        "number": Finding.objects.count(),
        "findings": compared(asked, "/p/area-{partnership}/findings/", RAW_FINDINGS),
        "home": compared(asked, "/p/area-{partnership}/", RAW_HOME),
    }


def _asked(partnership: int) -> dict[str, Any]:
    week = (UNTIL - timedelta(days=7)).isoformat()
    return {"partnership": partnership, "until": UNTIL.isoformat(), "week": week}


def _checked(partnership: int, board: int | None = None) -> float:
    from sightline.foundation.accounts.models import Partnership
    from sightline.oversight.gaps.commands import check

    at = datetime(UNTIL.year, UNTIL.month, UNTIL.day, 9, tzinfo=UTC)
    started = process_time()
    check(partnership=Partnership.objects.get(pk=partnership), on=UNTIL, at=at, by=None, board_id=board)
    return process_time() - started


def _raw_facts(partnership: int) -> float:
    parts = {
        "partnership": partnership,
        "since": (UNTIL - timedelta(days=730)).isoformat(),
        "year": (UNTIL - timedelta(days=365)).isoformat(),
    }
    return min(fetched([(sql, parts) for sql in RAW_FACTS]) for _ in range(3))


if __name__ == "__main__":
    print(json.dumps(measure(SIZES[sys.argv[1]])))
