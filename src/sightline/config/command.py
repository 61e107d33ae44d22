"""The `sightline` command. `sightline read --json` needs no settings and no database; everything else is Django's."""

import os
import sys


def main() -> None:
    arguments = sys.argv[1:]
    if arguments[:1] == ["read"] and "--json" in arguments:
        from sightline_reader.predictions import main as read_json

        sys.exit(read_json([a for a in arguments[1:] if a != "--json"]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
