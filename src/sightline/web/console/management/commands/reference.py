"""`sightline reference FOLDER`: writes the reference pages that are made from the code."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand

from sightline.web.console.reference import PAGES, page


class Command(BaseCommand):
    help = "Write the reference of roles, routes, rules and settings into a folder."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        folder.mkdir(parents=True, exist_ok=True)
        for name in PAGES:
            (folder / name).write_text(page(name), encoding="utf-8")
        self.stdout.write(f"Wrote {', '.join(PAGES)} in {folder}.")
