"""What holds in every test: no network, no write by a GET, no undefined template variable, a clean trail of actors.

Undefined template variables fail by `FAIL_INVALID_TEMPLATE_VARS`, shuffling by pytest-randomly, warnings by `filterwarnings`.
"""

import re
import socket
from collections.abc import Callable, Iterator
from typing import Any

import hypothesis
import pytest
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import TransactionTestCase

from sightline.foundation.trail.commands import follow_tables, leave_tables

# A loaded machine is slow now and then: that is no fault of the example that was being tried.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")

LOCAL = ("127.0.0.1", "::1", "localhost", "")
WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|TRUNCATE|CREATE|DROP|ALTER)\b", re.IGNORECASE)
# Signing in by an identity provider ends in a GET by protocol, and a session is not the record.
MAY_WRITE_ON_GET = ("/sign-in/",)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--of-the-database", action="store_true", help="only the tests that ask this run's database anything"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--of-the-database"):
        rest = [item for item in items if not _asks_the_database(item)]
        config.hook.pytest_deselected(items=rest)
        items[:] = [item for item in items if _asks_the_database(item)]


def _asks_the_database(item: pytest.Item) -> bool:
    names = getattr(item, "fixturenames", ())
    return "db" in names or "transactional_db" in names or item.get_closest_marker("django_db") is not None


class GetsDoNotWrite:
    """Fails the test in which a GET changes the database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD") or request.path.startswith(MAY_WRITE_ON_GET):
            return self.get_response(request)
        with connection.execute_wrapper(_refuse_writes):
            return self.get_response(request)


def _refuse_writes(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
    if WRITES.match(str(sql)) and "django_session" not in str(sql):
        pytest.fail(f"a GET request wrote to the database: {str(sql)[:200]}")
    return execute(sql, params, many, context)


@pytest.fixture(autouse=True)
def _sockets_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine may be reached: a journey's server, a mail server of a test, a database's socket."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOCAL:
            pytest.fail(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """Counts of failed sign-ins do not run from one test into the next."""
    yield
    cache.clear()


@pytest.fixture(autouse=True, scope="session")
def _emptying_between_tests() -> Iterator[None]:
    """Tests with transactions of their own empty every table afterwards, which the trail rightly refuses."""
    empty = TransactionTestCase._fixture_teardown

    def empty_without_trail(self: TransactionTestCase) -> None:
        leave_tables()
        try:
            empty(self)
        finally:
            follow_tables()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_without_trail)
        yield
