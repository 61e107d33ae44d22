"""A backup restores to the same record, the same files and a trail that holds, on whichever database."""

import io
import tarfile
from pathlib import Path

import pytest

from sightline.web.console.archive import Manifest, NotABackup, add_file, add_manifest, unpack
from sightline.web.console.tests.installation import Installation

MAKE = """
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from sightline.foundation.trail.commands import seal
call_command("migrate", verbosity=0)
from sightline.foundation.accounts.commands import establish_partnership, open_account
establish_partnership(slug="sandwell-on-sea", name="Sandwell-on-Sea", short_name="Sandwell", by=None)
open_account(email="una@sightline.example", name="Una Vale", by=None)
seal(at=timezone.now(), copy_to=settings.HOME / "seals.txt")
"""
KEEP = """
from sightline.foundation.library.store import keep
print(keep([b"the words of a paper"])[0])
"""
LOOK = """
from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.models import Entry
print([p.name for p in Partnership.objects.all()], [u.name for u in User.objects.all()], Entry.objects.count())
"""
ADD = """
from sightline.foundation.accounts.commands import establish_partnership
establish_partnership(slug="later", name="Later", short_name="Later", by=None)
"""


@pytest.mark.slow
def test_a_backup_restores_into_an_empty_home_and_over_a_record_only_when_told_so(databases, tmp_path):
    first, second = (Installation(tmp_path / name, databases()) for name in ("first", "second"))
    before, digest = first.python(MAKE + LOOK).splitlines()[-1], first.python(KEEP).strip()
    backup = tmp_path / "backup.tar.gz"
    done = first.run("backup", str(backup))
    assert done.returncode == 0, done.stderr

    restored = second.run("restore", str(backup))
    assert restored.returncode == 0, restored.stderr
    assert "The trail holds." in restored.stdout
    stored = second.home / "files" / "originals" / digest[:2] / digest
    assert stored.read_bytes() == b"the words of a paper"
    assert second.python(LOOK + ADD + LOOK).splitlines()[0] == before

    refused = second.run("restore", str(backup))
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    assert second.run("restore", str(backup), "--replace").returncode == 0
    assert second.python(LOOK).strip() == before


@pytest.fixture
def backup(tmp_path) -> Path:
    paper = tmp_path / "paper"
    paper.write_bytes(b"the words of a paper")
    manifest = Manifest("2026-11-20T12:00", "sqlite", {}, {})
    with tarfile.open(tmp_path / "backup.tar.gz", "w:gz") as archive:
        add_file(archive, paper, "files/ab/paper", manifest)
        add_manifest(archive, manifest)
    return tmp_path / "backup.tar.gz"


def test_a_whole_backup_unpacks(backup, tmp_path):
    assert unpack(backup, tmp_path / "out").made_at == "2026-11-20T12:00"


def test_a_backup_with_a_changed_file_is_refused(backup, tmp_path):
    damaged = tmp_path / "damaged.tar"
    with tarfile.open(backup) as whole, tarfile.open(damaged, "w") as made:
        for member in whole:
            words = whole.extractfile(member).read().replace(b"words", b"wards")
            made.addfile(member, io.BytesIO(words))
    with pytest.raises(NotABackup, match="not as it was"):
        unpack(damaged, tmp_path / "out")


@pytest.mark.parametrize("length", [0, 100, 300])
def test_a_backup_cut_short_is_refused(backup, tmp_path, length):
    short = tmp_path / "short.tar.gz"
    short.write_bytes(backup.read_bytes()[:length])
    with pytest.raises(NotABackup):
        unpack(short, tmp_path / "out")


def test_a_backup_cannot_write_outside_its_folder(tmp_path):
    evil = tmp_path / "evil.tar"
    with tarfile.open(evil, "w") as made:
        member = tarfile.TarInfo("../outside")
        member.size = 4
        made.addfile(member, io.BytesIO(b"evil"))
    with pytest.raises(NotABackup):
        unpack(evil, tmp_path / "out")
    assert not (tmp_path / "outside").exists()
