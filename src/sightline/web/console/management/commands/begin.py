"""`sightline begin`: what a new installation needs before anyone can sign in."""

import getpass
import os
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError, call_command
from django.utils import timezone

from sightline.foundation.accounts.commands import give_role, open_account
from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import User
from sightline.foundation.accounts.queries import grants_on
from sightline.kernel.verdict import Refused
from sightline.web.console.stock import load_stock

PASSWORD_VARIABLE = "SIGHTLINE_FIRST_PASSWORD"


class Command(BaseCommand):
    help = "Make the database, bring in law, guidance, themes and formats of plans, and open the first administrator's account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--email", required=True, help="the administrator's work e-mail address")
        parser.add_argument("--name", required=True, help="the administrator's full name")

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        load_stock()
        if grants_on(timezone.localdate()).filter(role=Role.ADMINISTRATOR).exists():
            raise CommandError(
                "This installation has an administrator already. They can invite others from the accounts page."
            )
        user = self._open(options["email"], options["name"])
        give_role(user=user, role=Role.ADMINISTRATOR, partnership=None, starts_on=timezone.localdate(), by=None)
        self.stdout.write(f"{user.name} can sign in as {user.email} once Sightline is served (sightline serve).")
        self.stdout.write("The first sign-in asks for a second factor. Add the first partnership under Accounts.")

    def _open(self, email: str, name: str) -> User:
        try:
            return open_account(email=email, name=name, password=_password(), by=None)
        except Refused as refusal:
            raise CommandError(refusal.reason) from refusal


def _password() -> str:
    """From the environment when the command runs unattended, else asked for twice."""
    if given := os.environ.get(PASSWORD_VARIABLE):
        return given
    first = getpass.getpass("Choose a password of at least 12 characters: ")
    if first != getpass.getpass("Type it again: "):
        raise CommandError("The two passwords are not the same. Nothing was made; run the command again.")
    return first
