"""A database that holds a record is brought up from the edition before: rows stay, and the trail follows the new tables."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from sightline.foundation.accounts.models import Grant, Partnership
from sightline.foundation.trail.commands import leave_tables
from sightline.foundation.trail.models import Entry
from sightline.record.actions.models import Action
from tests.access.objects import MAKERS
from tests.world import build_world, found_world

# Where the rooms of edition 2026.1 ended; rooms that are not named came after it.
EDITION_BEFORE = {
    "accounts": "0003_nobody_is_watched",
    "actions": "0002_sightline_itself_may_write",
    "directory": "0002_dates_in_plain_words",
    "gaps": "0002_checks_and_boards",
    "governance": "0002_dates_in_plain_words",
    "intake": "0004_restricted_from_the_start",
    "law": "0002_duty_says_its_source",
    "library": "0004_faults_of_a_version",
    "meetings": "0003_absent_says_nothing_of_apologies",
    "recommendations": "0001_initial",
    "trail": "0002_partnership_of_an_entry",
}
HELD_THEN = (Action, Partnership, Grant)


def _back_to_the_edition_before() -> None:
    leave_tables()
    executor = MigrationExecutor(connection)
    steps = executor.loader.disk_migrations.items()
    ours = {app for (app, _), step in steps if step.__module__.startswith("sightline.")}
    executor.migrate([(app, EDITION_BEFORE.get(app)) for app in sorted(ours)])


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_filled_database_of_the_edition_before_comes_up_with_its_rows_and_its_trail():
    world = found_world() or build_world()
    MAKERS["action"](world, world.own)
    had = {model: sorted(model.objects.values_list("pk", flat=True)) for model in HELD_THEN}
    entries = Entry.objects.count()
    try:
        _back_to_the_edition_before()
    finally:
        call_command("migrate", verbosity=0)
    assert all(had.values())
    assert {model: sorted(model.objects.values_list("pk", flat=True)) for model in HELD_THEN} == had
    assert Entry.objects.count() == entries
    Partnership.objects.filter(pk=world.own.pk).update(name="Ashvale and Dale")
    entry = Entry.objects.last()
    assert (Entry.objects.count(), entry.partnership_id) == (entries + 1, world.own.pk)
