"""What the trail follows, what it keeps of a row, and the digests that chain its entries."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

KEPT_OUT = "(kept out)"
CHANGED = "(changed)"
ENTRIES_IN_A_SEAL = 200


class Verb(StrEnum):
    INSERT = "INSERT"
    UPDATE = "UPDATE"
    DELETE = "DELETE"
    OFF = "OFF"


@dataclass(frozen=True, slots=True)
class Step:
    """From a row to the row that owns it: `table.column` is looked up in `owner` by its key."""

    column: str
    owner: str
    owner_key: str


@dataclass(frozen=True, slots=True)
class Followed:
    """One table under the trail. `kept_out` columns never reach it, only that they changed; `passed_over` ones not even that.

    `steps` lead from a row to the one that carries `tenant_column`; without that column a row belongs to no tenant.
    """

    table: str
    key: str
    columns: tuple[str, ...]
    kept_out: frozenset[str] = frozenset()
    passed_over: frozenset[str] = frozenset()
    steps: tuple[Step, ...] = ()
    tenant_column: str | None = None

    @property
    def shown(self) -> tuple[str, ...]:
        return tuple(column for column in self.columns if column not in self.kept_out)


def tenant_sql(followed: Followed, row: str) -> str:
    """The tenant of `row` (NEW or OLD) as SQL that both engines read."""
    if followed.tenant_column is None:
        return "NULL"
    return _owner(followed.steps, followed.tenant_column, row, 0)


def _owner(steps: tuple[Step, ...], tenant_column: str, row: str, depth: int) -> str:
    if not steps:
        return f'{row}."{tenant_column}"'
    step, alias = steps[0], f"o{depth}"
    found = _owner(steps[1:], tenant_column, alias, depth + 1)
    return f'(SELECT {found} FROM "{step.owner}" {alias} WHERE {alias}."{step.owner_key}" = {row}."{step.column}")'


def digest(before: str, entries: Iterable[tuple[Any, ...]]) -> str:
    """SHA-256 over the seal before and every field of every entry, in order."""
    chained = hashlib.sha256(before.encode())
    for entry in entries:
        chained.update(json.dumps(entry, ensure_ascii=True, separators=(",", ":")).encode())
    return chained.hexdigest()


def differing(recorded: dict[str, Any], present: dict[str, Any], kept_out: frozenset[str]) -> tuple[str, ...]:
    """Columns that both know and that differ; a column that a later edition of Sightline added or removed is no change."""
    both = (recorded.keys() & present.keys()) - kept_out
    return tuple(sorted(name for name in both if recorded[name] != present[name]))
