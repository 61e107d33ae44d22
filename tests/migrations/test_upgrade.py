"""A database that holds a record is brought up: rows stay, and the trail follows the rebuilt tables."""

import pytest
from django.core.management import call_command

from sightline.foundation.accounts.models import Grant, Partnership
from sightline.foundation.trail.models import Entry
from tests.world import build_world, found_world


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_filled_database_comes_up_with_its_rows_and_its_trail():
    world = found_world() or build_world()
    try:
        call_command("migrate", "trail", "0001", verbosity=0)
        call_command("migrate", "accounts", "0001", verbosity=0)
    finally:
        call_command("migrate", verbosity=0)
    assert Grant.objects.filter(user=world.manager).exists()
    before = Entry.objects.count()
    assert before > 10
    Partnership.objects.filter(pk=world.own.pk).update(name="Ashvale and Dale")
    entry = Entry.objects.last()
    assert (Entry.objects.count(), entry.partnership_id) == (before + 1, world.own.pk)
