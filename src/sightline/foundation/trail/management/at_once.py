"""An empty database is given its tables as they end, and every migration is written down as done.

Going through the migrations one by one gives the same tables (a test of web/console compares the two) but takes half a minute
of thinking about the states between, which an empty database never has to live in. Cost: one pass over the tables.

A step written in Python or SQL moves rows, and here there are none. One that makes a part of the tables says so by the hint
`makes_tables`, and runs.
"""

from django.db import migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

WRITTEN_OUT = (migrations.RunPython, migrations.RunSQL)


def is_untouched(connection: BaseDatabaseWrapper) -> bool:
    return not connection.introspection.table_names()


def build_at_once(connection: BaseDatabaseWrapper) -> None:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    state = executor.loader.project_state()
    with connection.schema_editor(atomic=True) as editor:
        for model in state.apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for migration, _ in plan:
            for step in migration.operations:
                if isinstance(step, WRITTEN_OUT) and "makes_tables" in step.hints:
                    step.database_forwards(migration.app_label, editor, state, state)
    executor.recorder.ensure_schema()
    for migration, _ in plan:
        executor.recorder.record_applied(migration.app_label, migration.name)
    executor.check_replacements()
