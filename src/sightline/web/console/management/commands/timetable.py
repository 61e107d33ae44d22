"""The timetable as a process. Started by `serve` and `work`."""

import signal
import sys
from typing import Any

from django.core.management import BaseCommand

from sightline.web.console.timetable import keep_time


class Command(BaseCommand):
    help = "Do what is due by the clock. Use `sightline work`, which starts it again when it dies."

    def handle(self, *args: Any, **options: Any) -> None:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        keep_time()
