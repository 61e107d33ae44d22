"""`sightline serve`: the web server, the workers and the timetable, started and stopped as one."""

import socket
import subprocess
import sys
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from sightline.web.console.processes import Child, run_together
from sightline.web.console.stock import load_stock
from sightline.web.console.workforce import workforce

TIMEOUT = 120
"""Seconds for one request; the largest drop of papers is slow to arrive."""


class Command(BaseCommand):
    help = "Serve Sightline: web, background workers and timetable together. Stop with Ctrl-C or SIGTERM."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, help="in place of the port in SIGHTLINE_LISTEN")
        parser.add_argument("--migrate", action="store_true", help="bring the database up to this edition first")
        parser.add_argument("--no-workers", action="store_true", help="web only; run `sightline work` elsewhere")

    def handle(self, *args: Any, **options: Any) -> None:
        self._bring_up(options["migrate"])
        load_stock()
        subprocess.run(
            [sys.executable, "-m", "sightline.config.command", "collectstatic", "--noinput", "-v0"], check=True
        )
        listen = settings.LISTEN
        if options["port"]:
            listen = f"{listen.rpartition(':')[0]}:{options['port']}"
        _refuse_if_taken(listen)
        children = [_web(listen), *([] if options["no_workers"] else workforce(settings.WORKERS))]
        connections.close_all()
        run_together(children, lambda: self.stdout.write(f"Sightline listens on {listen}. Stop with Ctrl-C."))

    def _bring_up(self, may_migrate: bool) -> None:
        """A new database is made; an older one is changed only when asked, after a backup."""
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return
        if MigrationRecorder(connection).applied_migrations() and not may_migrate:
            raise CommandError(
                "The database is of an earlier edition of Sightline. Make a backup (sightline backup FILE), then start "
                "with `sightline serve --migrate`."
            )
        call_command("migrate", verbosity=0)


def _refuse_if_taken(listen: str) -> None:
    host, _, port = listen.rpartition(":")
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((host.strip("[]"), int(port)))
        except OSError as problem:
            raise CommandError(
                f"Sightline cannot listen on {listen} ({problem.strerror}). Is it running already? Stop what listens there, or "
                "choose another port with --port."
            ) from problem


def _web(listen: str) -> Child:
    command = [sys.executable, "-m", "gunicorn", "sightline.config.wsgi", "--bind", listen, "--no-control-socket"]
    command += ["--worker-class", "gthread", "--workers", str(settings.WEB_PROCESSES)]
    command += ["--threads", str(settings.WEB_THREADS), "--timeout", str(TIMEOUT), "--log-level", "warning"]
    return Child("the web server", command)
