"""What the trail knows: the history of a row, changes of a partnership, and whether anything was tampered with."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from .domain import Followed, Verb, differing, digest
from .models import Entry, Seal
from .triggers import engine, followed_tables


def history_of(table: str, row: int | str) -> QuerySet[Entry]:
    """All entries of one row, newest first."""
    return Entry.objects.filter(table=table, row=str(row)).order_by("-id")


def row_as_recorded(table: str, row: int | str, at: datetime) -> dict[str, Any] | None:
    """The row as the database held it at that moment; None when it was not there (yet, or any more)."""
    entry = history_of(table, row).filter(at__lte=moment_as_text(at)).first()
    return json.loads(entry.after) if entry and entry.after else None


def changes_in(partnership_id: int | None) -> QuerySet[Entry]:
    """Changes in one partnership; None gives those of the installation that belong to no partnership."""
    return Entry.objects.filter(partnership_id=partnership_id).order_by("-id")


def changes_between(entries: QuerySet[Entry], first: date | None, last: date | None) -> QuerySet[Entry]:
    """Entries from the first day to the last, both days of the place where Sightline is used included."""
    if first:
        entries = entries.filter(at__gte=moment_as_text(timezone.make_aware(datetime.combine(first, time.min))))
    if last:
        entries = entries.filter(at__lt=moment_as_text(timezone.make_aware(datetime.combine(last, time.max))))
    return entries


def moment_as_text(at: datetime) -> str:
    """Moments in the trail are text that sorts as time does; both engines write UTC."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def moment_from_text(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where the trail or a table is not as it was left, in plain words."""

    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def faults(kept_seals: Path | None = None) -> Iterator[Fault]:
    """Every sign of tampering, first the seals in their order, then the tables."""
    yield from _broken_seals(_kept(kept_seals))
    present = set(connection.introspection.table_names())
    for followed in followed_tables():
        if followed.table in present:
            yield from _strayed_rows(followed)


def _kept(path: Path | None) -> dict[int, str]:
    """Seals as kept outside the database: last entry and digest on each line."""
    if path is None or not path.exists():
        return {}
    lines = (line.split() for line in path.read_text(encoding="ascii").splitlines())
    return {int(line[0]): line[1] for line in lines if len(line) >= 2}


def _broken_seals(kept: dict[int, str]) -> Iterator[Fault]:
    before, start = "", 1
    seals = list(Seal.objects.order_by("id"))
    for seal in seals:
        entries = Entry.objects.filter(pk__gte=start, pk__lte=seal.last_entry).order_by("id").values_list(*Entry.FIELDS)
        place = f"Entries {start} to {seal.last_entry} of the trail, sealed {seal.sealed_at:%-d %B %Y %H:%M}"
        if digest(before, entries) != seal.digest:
            yield Fault(place, "an entry was changed, removed or added after they were sealed")
            return
        if kept.get(seal.last_entry, seal.digest) != seal.digest:
            yield Fault(place, "the seal is not the one that was kept outside the database: the trail was rewritten")
            return
        before, start = seal.digest, seal.last_entry + 1
    lost = kept.keys() - {seal.last_entry for seal in seals}
    if lost:
        yield Fault(f"The seal over entry {min(lost)}", "it was kept outside the database and is no longer in it")


def _strayed_rows(followed: Followed) -> Iterator[Fault]:
    with connection.cursor() as cursor:
        cursor.execute(engine().strayed(followed))
        for key, verb, recorded, present in cursor.fetchall():
            if said := _strayed(verb, recorded, present, followed):
                yield Fault(f"{followed.table}, row {key}", said)


def _strayed(verb: str | None, recorded: str | None, present: str | None, followed: Followed) -> str:
    if present is None:
        return "the trail knows it and it is gone: it was removed while the trail was off"
    if verb is None:
        return "the trail does not know it: it was added while the trail was off"
    if verb == Verb.DELETE or recorded is None:
        return "the trail says it was removed and it is there: it was put back while the trail was off"
    names = differing(json.loads(recorded), json.loads(present), followed.kept_out)
    return f"{' and '.join(names)} changed while the trail was off" if names else ""


def seals_and_entries() -> tuple[int, int, int]:
    """How many seals, how many entries they cover, how many entries there are."""
    last = Seal.objects.order_by("id").last()
    sealed = Entry.objects.filter(pk__lte=last.last_entry).count() if last else 0
    return Seal.objects.count(), sealed, Entry.objects.count()


def tables_changed_in(partnership_id: int | None) -> list[str]:
    """Names of the tables that have entries there."""
    return list(
        Entry.objects.filter(partnership_id=partnership_id).order_by().values_list("table", flat=True).distinct()
    )


def changed_since(at: datetime, partnership_id: int, *, besides: str) -> bool:
    """Whether a row of the partnership changed after that moment, in tables other than those that begin so."""
    newest = changes_in(partnership_id).exclude(table__startswith=besides).values_list("at", flat=True).first()
    return newest is not None and newest > moment_as_text(at)
