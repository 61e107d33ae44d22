"""`sightline london`: London's areas, police commands, health boards and public bodies, each with its source. No invented people."""

from typing import Any

from django.core.management import BaseCommand

from sightline.web.demo.builders import build_reference


class Command(BaseCommand):
    help = "Bring in London's areas and public bodies, for an installation that serves London. Running it again changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        build_reference(by=None)
        self.stdout.write(
            "London's areas and public bodies are in the shared directory. Unverified facts are marked so."
        )
