"""`migrate` with the trail's triggers taken off before and put on after, so that new and rebuilt tables are followed."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate

from sightline.foundation.trail.commands import follow_tables, leave_tables


class Command(Migrate):
    def handle(self, *args: Any, **options: Any) -> None:
        if options["plan"] or options["check_unapplied"]:
            super().handle(*args, **options)
            return
        leave_tables()
        try:
            super().handle(*args, **options)
        finally:
            follow_tables()
