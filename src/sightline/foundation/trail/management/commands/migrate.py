"""`migrate` with the trail's triggers taken off before and put on after, so that new and rebuilt tables are followed.

An untouched database that is to be brought up whole is built at once.
"""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from sightline.foundation.trail.commands import follow_tables, leave_tables

from ..at_once import build_at_once, is_untouched

NOT_WHOLE = ("app_label", "migration_name", "fake", "fake_initial", "prune")


class Command(Migrate):
    def handle(self, *args: Any, **options: Any) -> None:
        if options["plan"] or options["check_unapplied"]:
            super().handle(*args, **options)
            return
        connection = connections[options["database"]]
        if is_untouched(connection) and not any(options[name] for name in NOT_WHOLE):
            build_at_once(connection)
        leave_tables()
        try:
            super().handle(*args, **options)
        finally:
            follow_tables()
