import os

import psycopg
import pytest
from django.db import connection


@pytest.fixture
def databases(db, tmp_path):
    """Gives a new DATABASE_URL at each call, on the engine that this run tests."""
    made = []

    def another() -> str:
        if connection.vendor == "sqlite":
            return ""
        made.append(f"sightline_backup_{len(made)}")
        _on_server(f'CREATE DATABASE "{made[-1]}"')
        return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{made[-1]}"

    yield another
    for name in made:
        _on_server(f'DROP DATABASE "{name}" WITH (FORCE)')


def _on_server(statement: str) -> None:
    there = connection.settings_dict
    with psycopg.connect(host=there["HOST"], user=there["USER"], dbname="postgres", autocommit=True) as server:
        server.execute(statement)
