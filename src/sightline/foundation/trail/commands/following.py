"""Triggers write the trail, so that no path around a command escapes it. Put on after every migration."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from ..models import Entry
from ..triggers import engine, followed_tables
from .acting import acting


def follow_tables() -> None:
    """Puts the triggers on every table that exists, in place of any that were there. Does nothing before the trail exists."""
    present = set(connection.introspection.table_names())
    if Entry._meta.db_table not in present:
        return
    with transaction.atomic():
        leave_tables()
        _run(engine().guards())
        for followed in followed_tables():
            if followed.table in present:
                _run(engine().triggers(followed))


def leave_tables() -> None:
    """Takes the triggers off, as a migration on SQLite must: it builds changed tables anew."""
    with connection.cursor() as cursor:
        cursor.execute(engine().EXISTING)
        found = cursor.fetchall()
    _run(engine().removal(found))


def _run(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@contextmanager
def without_trail(*, because: str) -> Iterator[None]:
    """For generators of loads only: millions of rows without entries. That it was off, and why, is itself an entry."""
    leave_tables()
    try:
        yield
    finally:
        follow_tables()
        with acting(None, because[:100]):
            _run([engine().note_off()])
