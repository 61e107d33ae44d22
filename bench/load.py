"""Loads the size of London and of England: partnerships with boards, seats, people, ten years of meetings and promises.

Rows go in by bulk, past the commands, and with the trail switched off: this measures reading, not writing. Everything is
drawn from a fixed seed, so that two runs measure the same record. `database(size)` gives the address of a database that
holds a load; set BENCH_ON=postgresql to have it on a throw-away PostgreSQL.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
UNTIL = date(2026, 11, 1)
# How often each status is drawn, in the order of the names; not measured anywhere, only plausible.
STATUSES = {"present": 62, "deputy": 12, "apologies": 14, "absent": 7, "unknown": 5}
SEED = 20261101


@dataclass(frozen=True)
class Size:
    name: str
    partnerships: int
    boards: int = 12
    years: int = 10
    meetings_a_year: int = 6
    seats: int = 18

    @property
    def meetings(self) -> int:
        return self.partnerships * self.boards * self.years * self.meetings_a_year


LONDON = Size("London", 30)
ENGLAND = Size("England", 153)
SIZES = {size.name: size for size in (LONDON, ENGLAND)}


@contextmanager
def database(size: Size, loader: str = "bench.load") -> Iterator[str]:
    """A fresh database with the load in it; gives its DATABASE_URL, and removes it at the end."""
    if os.environ.get("BENCH_ON") == "postgresql":
        from tests.run import postgresql

        with postgresql() as address:
            in_child(address, loader, size.name)
            yield address
        return
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{folder}/bench.db"
        in_child(address, loader, size.name)
        yield address


def in_child(address: str, module: str, *arguments: str) -> Any:
    """Runs a module against a database in a process of its own; what it prints last is JSON."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("SIGHTLINE_")}
    with tempfile.TemporaryDirectory() as home:
        environment |= {
            "DATABASE_URL": address,
            "SIGHTLINE_HOME": home,
            "SIGHTLINE_MFA": "no",
            "SIGHTLINE_HOSTS": "testserver",
            "DJANGO_SETTINGS_MODULE": "sightline.config.settings",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        }
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(command, check=True, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


class Inserter:
    """Puts rows into the table of a model, every column that is not named at its default."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.counts: dict[str, int] = {}

    def insert(self, model: Any, names: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
        """`names` are columns, `id` among them; rows are tuples in their order."""
        others = [field for field in model._meta.concrete_fields if field.column not in names]
        constants = tuple(field.get_db_prep_save(field.get_default(), self.connection) for field in others)
        columns = [*names, *(field.column for field in others)]
        whole = ((*row, *constants) for row in rows)
        write = self._copy if self.connection.vendor == "postgresql" else self._many
        self.counts[model.__name__] = write(model._meta.db_table, columns, whole)

    def _many(self, table: str, columns: list[str], rows: Iterator[tuple[Any, ...]]) -> int:
        quoted = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        raw = self.connection.connection.executemany(f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})', rows)
        return raw.rowcount

    def _copy(self, table: str, columns: list[str], rows: Iterator[tuple[Any, ...]]) -> int:
        quoted = ", ".join(f'"{column}"' for column in columns)
        with self.connection.connection.cursor() as cursor:
            with cursor.copy(f'COPY "{table}" ({quoted}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
            if "id" in columns:
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('\"{table}\"', 'id'), GREATEST(MAX(id), 1)) FROM \"{table}\""
                )
            return cursor.rowcount


def fill(size: Size) -> dict[str, int]:
    """Migrates the database of the settings and puts the load into it."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction

    call_command("migrate", verbosity=0)
    with transaction.atomic(), _trail_off(connection):
        inserter = Inserter(connection)
        _structure(inserter, size)
        _meetings(inserter, size)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return inserter.counts


@contextmanager
def _trail_off(connection: Any) -> Iterator[None]:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
            yield
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for _, sql in triggers:
            cursor.execute(sql)


def _structure(inserter: Inserter, size: Size) -> None:
    from sightline.foundation.accounts.models import Grant, Partnership, User
    from sightline.partnership.directory.models import Organisation, Person
    from sightline.partnership.governance.models import Board, Membership, Seat, Terms

    places = range(1, size.partnerships + 1)
    started = (UNTIL - timedelta(days=365 * size.years + 30)).isoformat()
    inserter.insert(
        Partnership,
        ("id", "slug", "name", "short_name"),
        ((p, f"area-{p}", f"Area {p} Partnership", f"Area {p}") for p in places),
    )
    joined = datetime(2026, 1, 1, tzinfo=UTC).isoformat()
    names = ("id", "email", "name", "password", "joined_at")
    inserter.insert(User, names, ((p, f"chair{p}@bench.example", f"Chair {p}", "!", joined) for p in places))
    names = ("id", "user_id", "partnership_id", "role", "starts_on")
    inserter.insert(Grant, names, ((p, p, p, "chair", started) for p in places))
    members = [(p, n) for p in places for n in range(size.seats)]
    number = {pair: place for place, pair in enumerate(members, 1)}
    names = ("id", "partnership_id", "name")
    inserter.insert(Organisation, names, ((number[p, n], p, f"Agency {n + 1} of area {p}") for p, n in members))
    inserter.insert(Person, names, ((number[p, n], p, f"Person {n + 1} of area {p}") for p, n in members))
    boards = [(p, b) for p in places for b in range(size.boards)]
    names = ("id", "partnership_id", "name", "kind", "started_on")
    rows = ((place, p, f"Board {b + 1}", "board", started) for place, (p, b) in enumerate(boards, 1))
    inserter.insert(Board, names, rows)
    seats = [(board, p, n) for board, (p, _) in enumerate(boards, 1) for n in range(size.seats)]
    names = ("id", "board_id", "title", "organisation_id", "started_on", "order")
    rows = ((place, board, f"Seat {n + 1}", number[p, n], started, n) for place, (board, p, n) in enumerate(seats, 1))
    inserter.insert(Seat, names, rows)
    names = ("id", "seat_id", "person_id", "started_on")
    inserter.insert(
        Membership, names, ((place, place, number[p, n], started) for place, (_, p, n) in enumerate(seats, 1))
    )
    names = ("id", "board_id", "version", "state", "meetings_per_year", "quorum_minimum", "started_on", "review_on")
    review = (UNTIL + timedelta(days=90)).isoformat()
    rows = ((b, b, 1, "approved", size.meetings_a_year, 6, started, review) for b in range(1, len(boards) + 1))
    inserter.insert(Terms, names, rows)


def _meetings(inserter: Inserter, size: Size) -> None:
    from sightline.record.actions.models import Action, Party
    from sightline.record.meetings.models import Attendance, Decision, Meeting, MeetingAction, Minutes

    drawn = random.Random(SEED)
    gap = 365 // size.meetings_a_year
    each = size.years * size.meetings_a_year
    boards = range(size.partnerships * size.boards)
    days = [UNTIL - timedelta(days=gap * (each - n)) for n in range(each)]
    numbered = [(board * each + n + 1, board, n) for board in boards for n in range(each)]
    rows = (
        (pk, board // size.boards + 1, board + 1, (days[n] + timedelta(days=board % 20)).isoformat(), "held")
        for pk, board, n in numbered
    )
    inserter.insert(Meeting, ("id", "partnership_id", "board_id", "held_on", "state"), rows)
    statuses, weights = list(STATUSES), list(STATUSES.values())
    names = ("id", "meeting_id", "seat_id", "organisation_id", "person_id", "status")
    inserter.insert(Attendance, names, _attendances(numbered, size, drawn, statuses, weights))
    text = "## Attendance\n\nAs recorded.\n"
    written = datetime(2026, 1, 1, tzinfo=UTC).isoformat()
    names = ("id", "meeting_id", "version", "state", "text", "written_at", "approved_on")
    rows = ((pk, pk, 1, "approved", text, written, (days[n] + timedelta(days=60)).isoformat()) for pk, _, n in numbered)
    inserter.insert(Minutes, names, rows)
    inserter.insert(
        Decision, ("id", "meeting_id", "number", "text"), ((pk, pk, "D1", "Agreed.") for pk, _, _ in numbered)
    )
    names = ("id", "partnership_id", "what", "status", "raised_on", "due_on", "closed_on")
    rows = (_action(pk, board // size.boards + 1, days[n], drawn) for pk, board, n in numbered)
    inserter.insert(Action, names, rows)
    rows = ((pk, pk, "lead", board // size.boards * size.seats + pk % size.seats + 1) for pk, board, _ in numbered)
    inserter.insert(Party, ("id", "action_id", "kind", "organisation_id"), rows)
    inserter.insert(
        MeetingAction, ("id", "meeting_id", "action_id", "kind"), ((pk, pk, pk, "raised") for pk, _, _ in numbered)
    )


def _attendances(
    numbered: list[tuple[int, int, int]], size: Size, drawn: random.Random, statuses: list[str], weights: list[int]
) -> Iterator[tuple[Any, ...]]:
    pk = 0
    for meeting, board, _ in numbered:
        said = drawn.choices(statuses, weights, k=size.seats)
        first_seat, first_body = board * size.seats + 1, board // size.boards * size.seats + 1
        for n in range(size.seats):
            pk += 1
            yield pk, meeting, first_seat + n, first_body + n, first_body + n, said[n]


def _action(pk: int, partnership: int, raised: date, drawn: random.Random) -> tuple[Any, ...]:
    """Old actions are mostly done; of the last year's a third is open."""
    due = raised + timedelta(days=drawn.randrange(30, 200))
    is_open = drawn.random() < (0.33 if raised > UNTIL - timedelta(days=365) else 0.01)
    closed = None if is_open else min(due, UNTIL).isoformat()
    status = "open" if is_open else "done"
    return pk, partnership, f"Task {pk}", status, raised.isoformat(), due.isoformat(), closed


if __name__ == "__main__":
    print(json.dumps(fill(SIZES[sys.argv[1]])))
