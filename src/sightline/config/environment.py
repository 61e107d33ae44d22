"""Settings by environment, checked at start. Every setting is declared once here; the reference page is made from it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


@dataclass(frozen=True, slots=True)
class Setting:
    """`read` turns the text into a value or raises ValueError with what to write instead."""

    name: str
    what: str
    default: str
    read: Callable[[str], Any]
    example: str = ""


def text(value: str) -> str:
    return value


def yes_or_no(value: str) -> bool:
    if value.lower() in ("yes", "true", "1", "on"):
        return True
    if value.lower() in ("no", "false", "0", "off", ""):
        return False
    raise ValueError("write yes or no")


def whole_number(value: str) -> int:
    if not value.isdigit():
        raise ValueError("write a whole number")
    return int(value)


def words(value: str) -> list[str]:
    return [word.strip() for word in value.split(",") if word.strip()]


def database(value: str) -> dict[str, Any]:
    """sqlite:///path/to/file.db, or postgresql://user:password@host:port/name (host may be a folder of a socket, URL-encoded)."""
    parts = urlsplit(value)
    if parts.scheme == "sqlite":
        return _sqlite(parts.path[1:] if parts.path.startswith("//") else parts.path.removeprefix("/") or ":memory:")
    if parts.scheme in ("postgres", "postgresql"):
        return _postgresql(parts)
    raise ValueError("start it with sqlite:/// or postgresql://")


def _sqlite(path: str) -> dict[str, Any]:
    # IMMEDIATE: a read-then-write under DEFERRED fails with "database is locked" when two processes meet.
    # FULL: the record of decisions must outlive a power cut.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
        },
    }


def _postgresql(parts: Any) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


SETTINGS = (
    Setting("SIGHTLINE_HOME", "Folder of the database, the stored files and the secret key", "var", text),
    Setting(
        "DATABASE_URL",
        "The database; SQLite in the home folder when empty",
        "",
        text,
        "postgresql://sightline@/sightline",
    ),
    Setting(
        "SIGHTLINE_SECRET_KEY", "Secret of sessions and links; made and kept in the home folder when empty", "", text
    ),
    Setting(
        "SIGHTLINE_HOSTS", "Host names served, with commas", "localhost,127.0.0.1", words, "sightline.example.gov.uk"
    ),
    Setting("SIGHTLINE_ADDRESS", "The address people type, for links in e-mails", "http://localhost:8000", text),
    Setting("SIGHTLINE_HTTPS", "Served over HTTPS: secure cookies and strict transport", "no", yes_or_no),
    Setting("SIGHTLINE_DEMO", "The demonstration: no second factor, no real e-mail", "no", yes_or_no),
    Setting("SIGHTLINE_MFA", "A second factor is required of everyone", "yes", yes_or_no),
    Setting(
        "SIGHTLINE_SMTP",
        "Mail server as host:port; empty writes e-mails to files in the home folder",
        "",
        text,
        "smtp.example.gov.uk:587",
    ),
    Setting("SIGHTLINE_SMTP_USER", "User of the mail server", "", text),
    Setting("SIGHTLINE_SMTP_PASSWORD", "Password of the mail server", "", text),
    Setting("SIGHTLINE_SMTP_TLS", "Use STARTTLS with the mail server", "yes", yes_or_no),
    Setting("SIGHTLINE_MAIL_FROM", "Sender of e-mails", "Sightline <sightline@localhost>", text),
    Setting(
        "SIGHTLINE_OIDC",
        "OpenID Connect providers as JSON: a list of id, name, client_id, secret, server_url",
        "[]",
        text,
    ),
    Setting("SIGHTLINE_UPLOAD_MB", "Largest file that may be dropped in, in megabytes", "100", whole_number),
    Setting("SIGHTLINE_DEBUG", "Show technical errors; never in real use", "no", yes_or_no),
)


def read_environment(environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """All settings by name. Raises ImproperlyConfigured naming each wrong setting and what to write."""
    values: dict[str, Any] = {}
    wrong: list[str] = []
    for setting in SETTINGS:
        raw = environment.get(setting.name) or setting.default
        try:
            values[setting.name] = setting.read(raw)
        except ValueError as problem:
            wrong.append(f"{setting.name} is {raw!r}: {problem}.")
    if wrong:
        raise ImproperlyConfigured("Sightline cannot start. " + " ".join(wrong))
    return values
