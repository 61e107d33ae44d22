"""Seals: at each, the entries since the last are chained to it, so that changing one later breaks every seal after it."""

from datetime import datetime
from pathlib import Path

from django.db import connection, transaction

from ..domain import ENTRIES_IN_A_SEAL, digest
from ..models import Entry, Seal

SEALS_AT_ONCE = 25


def seal(*, at: datetime, copy_to: Path | None = None) -> int:
    """Seals all entries; gives how many were newly sealed. `copy_to` keeps each seal outside the database as well."""
    newly = 0
    while done := _seal_some(at, copy_to):
        newly += done
    return newly


def _seal_some(at: datetime, copy_to: Path | None) -> int:
    with transaction.atomic():
        if connection.vendor == "postgresql":
            # Waits until every writer has ended: numbers are given before they are committed, and none may come in below.
            with connection.cursor() as cursor:
                cursor.execute("LOCK TABLE trail_entry IN SHARE MODE")
        last = Seal.objects.order_by("id").last()
        after, before = (last.last_entry, last.digest) if last else (0, "")
        entries = list(
            Entry.objects.filter(pk__gt=after)
            .values_list(*Entry.FIELDS)
            .order_by("id")[: ENTRIES_IN_A_SEAL * SEALS_AT_ONCE]
        )
        seals = []
        for start in range(0, len(entries), ENTRIES_IN_A_SEAL):
            batch = entries[start : start + ENTRIES_IN_A_SEAL]
            before = digest(before, batch)
            seals.append(Seal(last_entry=batch[-1][0], digest=before, sealed_at=at))
        Seal.objects.bulk_create(seals)
    if copy_to and seals:
        with copy_to.open("a", encoding="ascii") as lines:
            lines.writelines(f"{seal.last_entry} {seal.digest} {at.isoformat()}\n" for seal in seals)
    return len(entries)
