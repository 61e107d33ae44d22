from io import StringIO

import pytest
from django.core.management import call_command

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.trail.commands import leave_tables


def _said(*arguments: str) -> str:
    out = StringIO()
    call_command("trail", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path


def test_a_sealed_trail_verifies(world):
    assert "Sealed" in _said("seal")
    assert "The trail holds" in _said("verify")


def test_a_quiet_change_is_named_and_the_command_fails(world, capsys):
    _said("seal")
    leave_tables()
    Partnership.objects.filter(pk=world.own.pk).update(name="Renamed Quietly")
    out = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("trail", "verify", stdout=out)
    assert ended.value.code == 1
    assert f"accounts_partnership, row {world.own.pk}: name changed while the trail was off." in out.getvalue()
