"""`sightline check-settings`: whether this installation can start, and what would be unwise in real use."""

import shutil
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import get_connection, send_mail
from django.core.management import BaseCommand
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

LEAST_ROOM_MB = 1000


class Command(BaseCommand):
    help = "Check the settings, the database, the home folder and the mail server, in plain words."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--mail", metavar="ADDRESS", help="also send a test e-mail to this address")

    def handle(self, *args: Any, **options: Any) -> None:
        wrong = [*_home(), *_database(), *_addresses(), *_mail(options["mail"])]
        for words in wrong:
            self.stdout.write(f"Wrong: {words}")
        for words in _unwise():
            self.stdout.write(f"Think again: {words}")
        if wrong:
            raise SystemExit(1)
        self.stdout.write(f"Sightline can start. Home {settings.HOME}, database {connection.vendor}.")


def _home() -> Iterator[str]:
    try:
        with tempfile.TemporaryFile(dir=settings.HOME):
            pass
    except OSError as problem:
        yield f"SIGHTLINE_HOME ({settings.HOME}) cannot be written to: {problem.strerror}. Give Sightline's user the right to."


def _database() -> Iterator[str]:
    try:
        connection.ensure_connection()
    except DatabaseError as problem:
        yield f"the database does not answer: {str(problem).splitlines()[0]}. Check DATABASE_URL, and that it runs."
        return
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        yield f"{len(waiting)} changes of the database wait. Make a backup, then run `sightline migrate`."


def _addresses() -> Iterator[str]:
    address = urlsplit(settings.ADDRESS)
    if address.scheme not in ("http", "https") or not address.hostname:
        yield f"SIGHTLINE_ADDRESS is {settings.ADDRESS!r}. Write the whole address, such as https://sightline.example.gov.uk."
    elif address.hostname not in settings.ALLOWED_HOSTS:
        yield f"SIGHTLINE_HOSTS does not have {address.hostname}, the name in SIGHTLINE_ADDRESS. Add it."
    if address.scheme == "https" and not settings.SESSION_COOKIE_SECURE:
        yield "SIGHTLINE_ADDRESS begins with https but SIGHTLINE_HTTPS is not yes. Set it, or cookies travel in the open."


def _mail(to: str | None) -> Iterator[str]:
    if not getattr(settings, "EMAIL_HOST", "") or "smtp" not in settings.EMAIL_BACKEND:
        return
    try:
        with get_connection(timeout=10) as server:
            if to:
                words = "Sightline can send e-mail."
                send_mail("A test from Sightline", words, settings.DEFAULT_FROM_EMAIL, [to], connection=server)
    except OSError as problem:
        yield f"the mail server {settings.EMAIL_HOST}:{settings.EMAIL_PORT} cannot be used: {problem}. Check SIGHTLINE_SMTP and its user."


def _unwise() -> Iterator[str]:
    if settings.DEBUG:
        yield "SIGHTLINE_DEBUG is yes: technical errors, with parts of the record, show on pages."
    if not settings.MFA_REQUIRED and not settings.DEMO:
        yield "SIGHTLINE_MFA is no: one password is enough to read the record."
    if "filebased" in settings.EMAIL_BACKEND and not settings.DEMO:
        yield "SIGHTLINE_SMTP is empty: invitations and password resets are written to files in the home folder, not sent."
    if not settings.SESSION_COOKIE_SECURE and "localhost" not in settings.ADDRESS:
        yield "SIGHTLINE_HTTPS is no: what people read and type travels in the open."
    free = shutil.disk_usage(settings.HOME).free // 2**20
    if free < LEAST_ROOM_MB:
        yield f"only {free} MB are free where the home folder is."
