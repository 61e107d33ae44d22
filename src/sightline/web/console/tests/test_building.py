"""A database that is built at once is the one that its migrations make."""

import json

import pytest

from sightline.web.console.tests.installation import Installation

ONE_BY_ONE = """
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from sightline.foundation.trail.commands import follow_tables
executor = MigrationExecutor(connection)
executor.migrate(executor.loader.graph.leaf_nodes())
follow_tables()
"""
# In what order columns lie is the engine's business: SQLite moves a column that was altered to the end of its table.
DESCRIBED = """
import json
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
ALL_OF = {
    "sqlite": "SELECT type || ' ' || name FROM sqlite_master",
    "postgresql": "SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = current_schema() UNION ALL"
    " SELECT 'trigger ' || tgname || ' ' || tgrelid::regclass FROM pg_trigger WHERE NOT tgisinternal UNION ALL"
    " SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE connamespace = current_schema()::regnamespace",
}
ask = connection.introspection
with connection.cursor() as cursor:
    tables = sorted(ask.table_names(cursor))
    columns = {name: sorted(map(str, (c[:2] + c[3:] for c in ask.get_table_description(cursor, name)))) for name in tables}
    held = {name: sorted(map(str, ask.get_constraints(cursor, name).values())) for name in tables}
    cursor.execute(ALL_OF[connection.vendor])
    rest = sorted(row[0] for row in cursor.fetchall())
done = sorted(" ".join(one) for one in MigrationRecorder(connection).applied_migrations())
print(json.dumps({"columns": columns, "held": held, "rest": rest, "done": done}))
"""


@pytest.mark.slow
def test_an_untouched_database_is_built_at_once_as_its_migrations_would_have_built_it(databases, tmp_path):
    at_once, one_by_one = (Installation(tmp_path / name, databases()) for name in ("at-once", "one-by-one"))
    assert at_once.run("migrate", "-v0").returncode == 0
    one_by_one.python(ONE_BY_ONE)
    found, wanted = (json.loads(home.python(DESCRIBED)) for home in (at_once, one_by_one))
    assert len(wanted["columns"]) > 100 and len(wanted["done"]) > 50
    for part in wanted:
        assert found[part] == wanted[part]
