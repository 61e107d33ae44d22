"""The `sightline` command. `sightline read --json` needs no settings and no database. `sightline demo` keeps to a
folder and a database of its own. Everything else is Django's.
"""

import os
import sys


def main() -> None:
    arguments = sys.argv[1:]
    if arguments[:1] == ["read"] and "--json" in arguments:
        from sightline_reader.predictions import main as read_json

        sys.exit(read_json([a for a in arguments[1:] if a != "--json"]))
    if arguments[:1] == ["demo"]:
        os.environ.setdefault("SIGHTLINE_DEMO", "yes")
        os.environ.setdefault("SIGHTLINE_HOME", "var/demo")
        os.environ.setdefault("SIGHTLINE_ADDRESS", f"http://localhost:{_port(arguments)}")
    if arguments:
        sys.argv[1] = arguments[0].replace("-", "_") if not arguments[0].startswith("-") else arguments[0]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.config.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as wrong:
        sys.exit(str(wrong))


def _port(arguments: list[str]) -> str:
    """Where the demonstration is served, so that the links in its e-mails lead there."""
    said = " ".join(arguments).replace("--port=", "--port ").split()
    return said[said.index("--port") + 1] if "--port" in said[:-1] else "8000"


if __name__ == "__main__":
    main()
