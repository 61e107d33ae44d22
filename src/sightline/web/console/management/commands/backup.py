"""`sightline backup FILE`: everything of an installation in one file, while it runs."""

import os
import tarfile
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from sightline.web.console.archive import Manifest, add_file, add_manifest, as_words, files_below
from sightline.web.console.databases import copy_out, shape


class Command(BaseCommand):
    help = "Write the database, the stored files and the seals of the trail to one file. Sightline may go on running."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="a new file, such as sightline-2026-11-20.tar.gz")

    def handle(self, *args: Any, **options: Any) -> None:
        target: Path = options["file"]
        if target.exists():
            raise CommandError(f"{target} exists already. Name a new file: a backup never overwrites another.")
        arriving = target.with_name(target.name + ".part")
        try:
            manifest = self._write(arriving)
            os.replace(arriving, target)
        finally:
            arriving.unlink(missing_ok=True)
        self.stdout.write(f"Backed up {as_words(manifest)}, to {target} ({target.stat().st_size / 1e6:.1f} MB).")
        self.stdout.write(
            "The file holds the whole record. Keep it where only those may read it who may read everything."
        )

    def _write(self, target: Path) -> Manifest:
        """The database first: files only ever arrive, so every file that a row names is there when its turn comes."""
        with tempfile.TemporaryDirectory(dir=settings.HOME) as folder:
            paths, rows = copy_out(Path(folder))
            manifest = Manifest(timezone.now().isoformat(), connection.vendor, shape(), rows)
            with (
                open(target, "xb", opener=_for_me_only) as file,
                tarfile.open(fileobj=file, mode="w:gz", compresslevel=3) as tar,
            ):
                for path in paths:
                    add_file(tar, path, str(path.relative_to(folder)), manifest)
                for path in files_below(Path(settings.MEDIA_ROOT)):
                    add_file(tar, path, f"files/{path.relative_to(settings.MEDIA_ROOT)}", manifest)
                if (seals := settings.HOME / "seals.txt").exists():
                    add_file(tar, seals, "seals.txt", manifest)
                add_manifest(tar, manifest)
        return manifest


def _for_me_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
