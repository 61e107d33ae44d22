"""`sightline read FILE... --partnership SLUG`: papers into a partnership's tray, as if they had been dropped in."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.store import keep
from sightline.oversight.intake import tasks
from sightline.oversight.intake.commands import receive_paper
from sightline.oversight.intake.domain import PaperState
from sightline.oversight.intake.models import Paper

CHUNK = 1024 * 1024


class Command(BaseCommand):
    help = "Bring files into a partnership's tray. With --json, read them and print what they hold, without a database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument(
            "--partnership", required=True, metavar="SLUG", help="the name in the partnership's address"
        )
        parser.add_argument("--now", action="store_true", help="read here, without waiting for a worker")

    def handle(self, *args: Any, **options: Any) -> None:
        partnership = Partnership.objects.filter(slug=options["partnership"]).first()
        if partnership is None:
            known = ", ".join(Partnership.objects.values_list("slug", flat=True)) or "none yet"
            raise CommandError(f"There is no partnership {options['partnership']}. There are: {known}.")
        missing = [str(path) for path in options["files"] if not path.is_file()]
        if missing:
            raise CommandError(f"No such file: {', '.join(missing)}. Nothing was brought in.")
        for path in options["files"]:
            self.stdout.write(self._brought(partnership, path, options["now"]))

    def _brought(self, partnership: Partnership, path: Path, now: bool) -> str:
        sha256, size = keep(_chunks(path))
        paper = receive_paper(
            partnership=partnership, file_name=path.name, sha256=sha256, size=size, by=None, at=timezone.now()
        )
        if paper.state == PaperState.SAME:
            return f"{path.name}: the same file as {paper.same_as.file_name}, brought in before."
        if not now:
            tasks.queue(paper)
            return f"{path.name}: in the tray, waiting to be read."
        tasks.read_now(paper.pk)
        return _read_line(path.name, Paper.objects.get(pk=paper.pk))


def _read_line(name: str, paper: Paper) -> str:
    if paper.state == PaperState.READ:
        return f"{name}: {paper.kind.replace('_', ' ') or 'read'}, {paper.proposals.count()} proposals."
    return f"{name}: {paper.message}"


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
