"""Whole copies of the database, out and in: SQLite by its own backup, PostgreSQL by COPY inside one snapshot.

No program of PostgreSQL is needed, so that a backup never depends on which version of pg_dump is installed.
"""

import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from sightline.foundation.trail.commands import follow_tables, leave_tables
from sightline.foundation.trail.management.at_once import build_at_once

# Made anew by `migrate`, or true for a moment only.
NOT_COPIED = frozenset({"django_migrations", "django_content_type", "auth_permission", "trail_actingnow"})


def copied_tables() -> list[str]:
    """Tables of Django's models; the full-text index is made again from them."""
    return sorted(set(connection.introspection.django_table_names(only_existing=True)) - NOT_COPIED)


def counts(tables: Iterable[str]) -> dict[str, int]:
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f'SELECT COUNT(*) FROM "{table}"')
            found[table] = cursor.fetchone()[0]
    return found


def shape() -> dict[str, list[str]]:
    """The newest applied migrations of each app: what the tables look like."""
    graph, applied = MigrationExecutor(connection).loader.graph, set(MigrationRecorder(connection).applied_migrations())
    newest: dict[str, list[str]] = {}
    for app, name in sorted(applied & graph.nodes.keys()):
        if not any(child.key in applied and child.key[0] == app for child in graph.node_map[app, name].children):
            newest.setdefault(app, []).append(name)
    return newest


def copy_out(into: Path) -> tuple[list[Path], dict[str, int]]:
    """Writes the database as it is at one moment; gives the files written and how many rows of each table they hold."""
    return _copy_out_postgresql(into) if connection.vendor == "postgresql" else _copy_out_sqlite(into)


def _copy_out_sqlite(into: Path) -> tuple[list[Path], dict[str, int]]:
    path = into / "database.sqlite3"
    connection.ensure_connection()
    with sqlite3.connect(path) as copy:
        connection.connection.backup(copy)
        tables = copied_tables()
        rows = {table: copy.execute(f'SELECT COUNT(*) FROM "{table}"').fetchone()[0] for table in tables}
        copy.execute("PRAGMA journal_mode=DELETE")
    copy.close()
    return [path], rows


def _copy_out_postgresql(into: Path) -> tuple[list[Path], dict[str, int]]:
    folder = into / "tables"
    folder.mkdir()
    tables = copied_tables()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        for table in tables:
            with (folder / table).open("wb") as file, cursor.copy(f"COPY {_named(table)} TO STDOUT") as rows:
                for piece in rows:
                    file.write(piece)
        found = counts(tables)
    return [folder / table for table in tables], found


def _named(table: str) -> str:
    """The table with its columns by name, without those that the database works out itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
            " AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
            [table],
        )
        columns = ", ".join(f'"{name}"' for (name,) in cursor.fetchall())
    return f'"{table}" ({columns})'


def is_empty() -> bool:
    """Whether nothing of a record would be lost: no tables, or nobody who could sign in."""
    present = set(connection.introspection.table_names())
    return not {"accounts_user", "accounts_partnership"} <= present or not any(
        counts(["accounts_user", "accounts_partnership"]).values()
    )


def copy_in(source: Path, migrations: dict[str, list[str]]) -> None:
    """Puts a copied database in place of the present one, then brings it up to this edition."""
    if connection.vendor == "postgresql":
        _copy_in_postgresql(source, migrations)
    else:
        _copy_in_sqlite(source)
    call_command("migrate", verbosity=0)


def _copy_in_sqlite(source: Path) -> None:
    target = Path(connection.settings_dict["NAME"])
    connection.close()
    aside = target.with_name(f"{target.name}.arriving")
    aside.write_bytes((source / "database.sqlite3").read_bytes())
    for ending in ("-wal", "-shm"):
        target.with_name(target.name + ending).unlink(missing_ok=True)
    os.replace(aside, target)


def _copy_in_postgresql(source: Path, migrations: dict[str, list[str]]) -> None:
    _drop_everything()
    _make_tables({(app, name) for app, names in migrations.items() for name in names})
    leave_tables()
    tables = [path.name for path in sorted((source / "tables").iterdir())]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for table in tables:
            cursor.execute(f'DELETE FROM "{table}"')
            with (
                cursor.copy(f"COPY {_named(table)} FROM STDIN") as copy,
                (source / "tables" / table).open("rb") as file,
            ):
                while piece := file.read(1 << 20):
                    copy.write(piece)
        _numbers_go_on(tables)
    follow_tables()


def _make_tables(newest: set[tuple[str, str]]) -> None:
    """The tables as they were when these migrations were the newest of their apps."""
    executor = MigrationExecutor(connection)
    if newest == set(executor.loader.graph.leaf_nodes()):
        build_at_once(connection)
    else:
        executor.migrate(sorted(newest))


def _drop_everything() -> None:
    leave_tables()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'DROP TABLE IF EXISTS "{table}" CASCADE')


def _numbers_go_on(tables: Iterable[str]) -> None:
    """The next row of each table gets a number above those copied in."""
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(
                "SELECT pg_get_serial_sequence(%s, 'id') WHERE EXISTS (SELECT 1 FROM information_schema.columns"
                " WHERE table_name = %s AND column_name = 'id')",
                [f'"{table}"', table],
            )
            found = cursor.fetchone()
            if found and found[0]:
                cursor.execute(f'SELECT setval(%s, GREATEST((SELECT MAX(id) FROM "{table}"), 1))', [found[0]])
