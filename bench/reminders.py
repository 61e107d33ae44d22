"""A day's reminders over 100,000 open items against the raw SQL that reads the same rows, by processor time; and their memory."""

import json
import sys
import tracemalloc
from datetime import timedelta
from statistics import median
from time import process_time
from typing import Any

from bench.load import ENGLAND, SIZES, UNTIL, Size, database, in_child

OPEN = 100_000
RUNS = 3
RAW = (
    """SELECT id, partnership_id, number, what, due_on, status FROM actions_action
       WHERE closed_on IS NULL AND (raised_on IS NULL OR raised_on <= %(on)s)""",
    """SELECT p.action_id, p.post_id, p.organisation_id, p.person_id FROM actions_party p
       JOIN actions_action a ON a.id = p.action_id WHERE a.closed_on IS NULL ORDER BY p.action_id""",
)


def main() -> None:
    with database(ENGLAND) as address:
        print(told(ENGLAND, in_child(address, "bench.reminders", ENGLAND.name)))


def told(size: Size, found: dict[str, Any]) -> str:
    return (
        f"{size.name}: {found['open']:,} open items of {size.partnerships} partnerships, {found['told']:,} told to"
        f" {found['people']:,} people in {found['seconds']:.2f} s with {found['queries']} queries; the bare rows in raw"
        f" SQL {found['raw']:.2f} s; ratio {found['seconds'] / found['raw']:.1f}. At most {found['megabytes']:.0f} MB."
        f" Writing {found['digests']:,} digests with their links: {found['writing']:.1f} s."
    )


def measured() -> dict[str, Any]:
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from sightline.oversight.reminders.models import Rhythm
    from sightline.oversight.reminders.queries import gather

    _fill_up()
    rhythms = list(Rhythm.objects.all())
    with CaptureQueriesContext(connection) as asked:
        found = gather(rhythms, UNTIL + timedelta(days=1))
    seconds = median(_timed(lambda: gather(rhythms, UNTIL + timedelta(days=1))) for _ in range(RUNS))
    tracemalloc.start()
    gather(rhythms, UNTIL + timedelta(days=1))
    megabytes = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return {
        "open": OPEN,
        "told": found.things,
        "people": len(found.recipients),
        "queries": len(asked),
        "seconds": seconds,
        "raw": median(_timed(_raw) for _ in range(RUNS)),
        "megabytes": megabytes,
        **_written(),
    }


def _timed(do: Any) -> float:
    began = process_time()
    do()
    return process_time() - began


def _raw() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for sql in RAW:
            cursor.execute(sql, {"on": UNTIL + timedelta(days=1)})
            while cursor.fetchmany(2000):
                pass


def _written() -> dict[str, Any]:
    """The digests themselves, as the timetable writes them, trail and all."""
    from datetime import UTC, datetime, time

    from sightline.oversight.reminders.commands import prepare

    at = datetime.combine(UNTIL + timedelta(days=1), time(12), UTC)
    began = process_time()
    return {"digests": prepare(at=at), "writing": process_time() - began}


def _fill_up() -> None:
    """Opens actions until there are enough, gives everyone an address, every agency a contact, every place a rhythm."""
    from django.db import connection, transaction

    from bench.load import Inserter, _trail_off
    from sightline.oversight.reminders.models import Contact, Rhythm
    from sightline.partnership.directory.models import Person

    with transaction.atomic(), _trail_off(connection):
        with connection.cursor() as cursor:
            cursor.execute("UPDATE directory_person SET work_email = 'p' || id || '@bench.example'")
            cursor.execute(
                "UPDATE actions_action SET closed_on = NULL, status = 'open' WHERE id IN (SELECT id FROM actions_action"
                " ORDER BY due_on DESC LIMIT %s)",
                [OPEN],
            )
            cursor.execute(
                "UPDATE actions_action SET closed_on = due_on, status = 'done' WHERE closed_on IS NULL AND id NOT IN"
                " (SELECT id FROM actions_action ORDER BY due_on DESC LIMIT %s)",
                [OPEN],
            )
        inserter = Inserter(connection)
        people = list(Person.objects.values_list("pk", "partnership_id"))
        names = ("id", "partnership_id", "organisation_id", "person_id")
        inserter.insert(Contact, names, ((pk, place, pk, pk) for pk, place in people))
        places = sorted({place for _, place in people})
        names = ("id", "partnership_id", "is_on", "weekdays")
        inserter.insert(Rhythm, names, ((place, place, True, "[0]") for place in places))


if __name__ == "__main__":
    assert sys.argv[1] in SIZES
    print(json.dumps(measured()))
