"""`sightline restore FILE`: an installation as it was, into an empty home or, when told so, in place of what is there."""

import shutil
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connection

from sightline.foundation.trail.queries import faults
from sightline.web.console.archive import Manifest, NotABackup, as_words, unpack
from sightline.web.console.databases import copy_in, counts, is_empty


class Command(BaseCommand):
    help = "Restore a backup. Stop Sightline first. Refuses where a record is, unless told to replace it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true", help="put it in place of the record that is here now")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["replace"] and not is_empty():
            raise CommandError(
                "There is a record here already. Back it up first; then, to put this backup in its place, add --replace."
            )
        with tempfile.TemporaryDirectory(dir=settings.HOME) as folder:
            try:
                manifest = unpack(options["file"], Path(folder))
            except NotABackup as problem:
                raise CommandError(f"{problem} Nothing has been changed.") from problem
            if manifest.engine != connection.vendor:
                raise CommandError(
                    f"The backup is of {manifest.engine} and this database is {connection.vendor}. Set DATABASE_URL to "
                    f"a {manifest.engine} database. Nothing has been changed."
                )
            copy_in(Path(folder), manifest.migrations)
            self._bring_files(Path(folder))
        self._say(manifest)

    def _bring_files(self, folder: Path) -> None:
        """Files are named by their digest: those that are here already are the same."""
        if (folder / "files").exists():
            shutil.copytree(folder / "files", settings.MEDIA_ROOT, dirs_exist_ok=True)
        seals = settings.HOME / "seals.txt"
        seals.unlink(missing_ok=True)
        if (folder / "seals.txt").exists():
            shutil.copy(folder / "seals.txt", seals)

    def _say(self, manifest: Manifest) -> None:
        now = counts(manifest.rows)
        lost = [table for table, rows in manifest.rows.items() if now[table] != rows]
        if lost:
            raise CommandError(f"These tables do not have as many rows as in the backup: {', '.join(lost)}.")
        self.stdout.write(f"Restored {as_words(manifest)}.")
        first = next(faults(settings.HOME / "seals.txt"), None)
        self.stdout.write("The trail holds." if first is None else f"The trail does not hold: {first}.")
