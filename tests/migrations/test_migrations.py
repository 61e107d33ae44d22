import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def test_no_migration_is_missing(db):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_an_empty_database_comes_up_with_every_table(db):
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert set(connection.introspection.django_table_names()) <= set(connection.introspection.table_names())


@pytest.mark.django_db
def test_no_room_has_two_ends_of_its_migrations():
    assert MigrationExecutor(connection).loader.detect_conflicts() == {}
