"""Settings by environment, checked at start. Every setting is declared once here; the reference page is made from it."""

import json
import os
import re
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


def hour(value: str) -> int:
    if not value.isdigit() or int(value) > 23:
        raise ValueError("write an hour from 0 to 23")
    return int(value)


def listen(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not host or not port.isdigit():
        raise ValueError("write an address and a port, such as 127.0.0.1:8000")
    return value


def words(value: str) -> list[str]:
    return [word.strip() for word in value.split(",") if word.strip()]


@dataclass(frozen=True, slots=True)
class Provider:
    """An identity provider that people may sign in with."""

    id: str
    name: str
    client_id: str
    secret: str
    server_url: str
    trusted_domains: tuple[str, ...] = ()
    asks_for_second_factor: bool = False

    @property
    def origin(self) -> str:
        parts = urlsplit(self.server_url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def app(self) -> dict[str, Any]:
        """As the sign-in library wants it. Without trusted domains only addresses that the provider says are verified count."""
        return {
            "provider_id": self.id,
            "name": self.name,
            "client_id": self.client_id,
            "secret": self.secret,
            "settings": {"server_url": self.server_url, "verified_email": list(self.trusted_domains)},
        }


def providers(value: str) -> list[Provider]:
    try:
        entries = json.loads(value)
    except json.JSONDecodeError as problem:
        raise ValueError(f"it is not JSON (line {problem.lineno}, column {problem.colno}: {problem.msg})") from problem
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise ValueError('write a list of providers, such as [{"id": "council", …}]')
    found = [_provider(number, entry) for number, entry in enumerate(entries, 1)]
    if len({provider.id for provider in found}) < len(found):
        raise ValueError("two providers have the same id; give each its own")
    return found


def _provider(number: int, entry: dict[str, Any]) -> Provider:
    wanted = ("id", "name", "client_id", "secret", "server_url")
    missing = [name for name in wanted if not isinstance(entry.get(name), str) or not entry[name]]
    if missing:
        raise ValueError(f"provider {number} lacks {', '.join(missing)}")
    unknown = entry.keys() - {*wanted, "trusted_domains", "second_factor"}
    if unknown:
        raise ValueError(f"provider {number} has {', '.join(sorted(unknown))}, which Sightline does not know")
    if not re.fullmatch(r"[a-z0-9-]+", entry["id"]):
        raise ValueError(f"the id of provider {number} may have small letters, digits and hyphens only")
    if not entry["server_url"].startswith(("https://", "http://localhost", "http://127.0.0.1")):
        raise ValueError(f"the server_url of provider {number} must start with https://")
    domains = entry.get("trusted_domains", [])
    if not isinstance(domains, list):
        raise ValueError(f"the trusted_domains of provider {number} must be a list")
    return Provider(*(entry[name] for name in wanted), tuple(domains), bool(entry.get("second_factor")))


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
        "SIGHTLINE_REMINDERS_FROM", "Hour of the day from which reminders go out, by the clock of London", "7", hour
    ),
    Setting(
        "SIGHTLINE_OIDC",
        "OpenID Connect providers: a JSON list of id, name, client_id, secret, server_url, and if wished trusted_domains"
        " (a list of e-mail domains whose addresses the provider vouches for) and second_factor (true when it asks for one)",
        "[]",
        providers,
        '[{"id": "council", "name": "the council", "client_id": "…", "secret": "…", "server_url": "https://login.example"}]',
    ),
    Setting("SIGHTLINE_PROXIES", "How many proxies of your own stand in front of Sightline", "0", whole_number),
    Setting(
        "SIGHTLINE_LISTEN", "Address and port that `sightline serve` listens on", "127.0.0.1:8000", listen, "0.0.0.0:80"
    ),
    Setting("SIGHTLINE_THREADS", "Requests answered at once by each web process", "4", whole_number),
    Setting("SIGHTLINE_WEB", "Web processes; one is enough on SQLite", "1", whole_number),
    Setting("SIGHTLINE_WORKERS", "Background workers that read papers", "1", whole_number),
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
            shown = "set" if "SECRET" in setting.name or "PASSWORD" in setting.name or len(raw) > 60 else repr(raw)
            wrong.append(f"{setting.name} is {shown}: {problem}.")
    if wrong:
        raise ImproperlyConfigured("Sightline cannot start. " + " ".join(wrong))
    return values
