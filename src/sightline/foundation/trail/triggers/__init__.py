"""What the database is told: which tables are followed, and the triggers in each engine's words."""

from types import ModuleType

from django.db import connection

from . import postgresql, sqlite
from .followed import followed_tables

__all__ = ["engine", "followed_tables"]


def engine() -> ModuleType:
    return postgresql if connection.vendor == "postgresql" else sqlite
