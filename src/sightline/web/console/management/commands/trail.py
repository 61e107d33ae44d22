"""`sightline trail seal` and `sightline trail verify`."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from sightline.foundation.trail.commands import seal
from sightline.foundation.trail.queries import faults, seals_and_entries

SHOWN = 20


class Command(BaseCommand):
    help = "Seal the trail of changes, or verify that nobody tampered with it or went around it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("do", choices=["seal", "verify"])

    def handle(self, *args: Any, **options: Any) -> None:
        kept = settings.HOME / "seals.txt"
        if options["do"] == "seal":
            newly = seal(at=timezone.now(), copy_to=kept)
            self.stdout.write(f"Sealed {newly} entries.")
            return
        self._verify(list(faults(kept)))

    def _verify(self, found: list[Any]) -> None:
        for fault in found[:SHOWN]:
            self.stdout.write(f"{fault}.")
        if found:
            more = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
            self.stdout.write(f"The trail does not hold: {min(len(found), SHOWN)} faults{more}.")
            raise SystemExit(1)
        seals, sealed, entries = seals_and_entries()
        self.stdout.write(
            f"The trail holds: {entries} entries, {sealed} of them under {seals} seals; every row is as last recorded."
        )
