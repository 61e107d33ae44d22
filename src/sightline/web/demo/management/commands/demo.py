"""`sightline demo`: the demonstration world, built once, and then served."""

from argparse import ArgumentParser
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.utils import timezone

from sightline.web.demo.sign_ins import PASSWORD, SignIn
from sightline.web.demo.world import build_world


class Command(BaseCommand):
    help = "Builds the demonstration world in its own folder, reads its papers, and serves it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--build-only", action="store_true", help="build the world and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "This database is not a demonstration. Start it with `sightline demo`, which keeps its own."
            )
        started = perf_counter()
        call_command("migrate", verbosity=0)
        now = timezone.now()
        sign_ins = build_world(on=timezone.localdate(), at=now, say=self._say)
        self._say(f"Ready after {perf_counter() - started:.0f} seconds.")
        self._print_sign_ins(sign_ins, options["port"])
        if not options["build_only"]:
            call_command("serve", port=options["port"])

    def _say(self, what: str) -> None:
        self.stdout.write(f"  {what}")
        self.stdout.flush()

    def _print_sign_ins(self, sign_ins: list[SignIn], port: int) -> None:
        self.stdout.write(f"\nSightline is at http://localhost:{port}   password for everyone: {PASSWORD}\n\n")
        for person in sign_ins:
            self.stdout.write(f"  {person.role:<32} {person.email:<44} {person.user.name}")
        self.stdout.write("\nEveryone here is invented. Stop with Ctrl-C; start again with the same command.\n\n")
        self.stdout.flush()
