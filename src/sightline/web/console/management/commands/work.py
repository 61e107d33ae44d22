"""`sightline work`: workers and timetable without the web server, for a machine of their own."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand
from django.db import connections

from sightline.web.console.processes import run_together
from sightline.web.console.workforce import workforce


class Command(BaseCommand):
    help = "Do background work: read papers, seal the trail, run the rules. `serve` does this too."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--workers", type=int, default=settings.WORKERS)

    def handle(self, *args: Any, **options: Any) -> None:
        connections.close_all()
        run_together(workforce(options["workers"]), lambda: self.stdout.write("Working. Stop with Ctrl-C."))
