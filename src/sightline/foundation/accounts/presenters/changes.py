"""Who changed what, in words: entries of the trail as a person reads them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.apps import apps
from django.db.models import Field, Model
from django.urls import reverse

from sightline.foundation.design.templatetags.design import day, moment
from sightline.foundation.trail.domain import CHANGED, KEPT_OUT, Verb
from sightline.foundation.trail.models import Entry
from sightline.foundation.trail.queries import moment_from_text

VERBS = {Verb.INSERT: "added", Verb.UPDATE: "changed", Verb.DELETE: "removed", Verb.OFF: "switched the trail off for"}
LONGEST = 300
_NAMED: dict[str, str] = {}
NAMES = ("name", "title", "file_name", "what", "number", "label")


@dataclass(frozen=True)
class FieldChange:
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """One change. `shows_words` is False for those who may know that something changed, not what it says."""

    at: datetime
    who: str
    verb: str
    what: str
    name: str
    """What the row calls itself, where it does."""
    href: str
    """The history of that row, where the reader may see it."""
    deed: str
    fields: tuple[FieldChange, ...]


def changes_shown(entries: Iterable[Entry], *, with_words: bool = True, slug: str = "") -> tuple[Change, ...]:
    """`slug` of the partnership makes each change lead to the history of its row."""
    listed = list(entries)
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    names = _names(listed, models) if with_words else {}
    return tuple(_change(entry, models.get(entry.table), names, with_words, slug) for entry in listed)


def name_kinds(names: Mapping[str, str]) -> None:
    """Called when a room above starts: words for tables whose model's name says too little."""
    _NAMED.update(names)


def kinds_of_change(tables: Iterable[str]) -> list[tuple[str, str]]:
    """Table and its name in words, for choosing what to see."""
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    return sorted(((table, _kind(models.get(table), table)) for table in tables), key=lambda pair: pair[1])


def _change(entry: Entry, model: type[Model] | None, names: dict[Any, str], with_words: bool, slug: str) -> Change:
    return Change(
        at=moment_from_text(entry.at),
        who=entry.actor or "Someone outside Sightline",
        verb=VERBS[Verb(entry.verb)],
        what=_kind(model, entry.table),
        name=_own_name(entry) if with_words else "",
        href=reverse("accounts:history", args=[slug, entry.table, entry.row]) if slug else "",
        deed=entry.deed.replace("_", " "),
        fields=tuple(_fields(entry, model, names)) if with_words else (),
    )


def _kind(model: type[Model] | None, table: str) -> str:
    return _NAMED.get(table) or (str(model._meta.verbose_name) if model else table)


def _own_name(entry: Entry) -> str:
    row = json.loads(entry.after or entry.before or "{}")
    return next((str(row[column])[:80] for column in NAMES if row.get(column)), "")


def _fields(entry: Entry, model: type[Model] | None, names: dict[Any, str]) -> Iterable[FieldChange]:
    before, after = (json.loads(text) if text else {} for text in (entry.before, entry.after))
    for column in dict.fromkeys([*before, *after]):
        old, new = before.get(column), after.get(column)
        if old == new or column == "id" or (not before and new in (None, "", KEPT_OUT)):
            continue
        field = _field(model, column)
        yield FieldChange(_label(field, column), _words(field, old, names), _words(field, new, names))


def _field(model: type[Model] | None, column: str) -> Field | None:
    fields = model._meta.concrete_fields if model else ()
    return next((field for field in fields if field.column == column), None)


def _label(field: Field | None, column: str) -> str:
    return str(field.verbose_name) if field else column.replace("_", " ")


def _words(field: Field | None, value: Any, names: dict[Any, str]) -> str:
    if value in (None, "") or value == KEPT_OUT:
        return ""
    if value == CHANGED:
        return "something else (not kept here)"
    if field is not None and field.related_model:
        return names.get((field.related_model, value), f"number {value}")
    if field is not None and field.get_internal_type() == "BooleanField":
        return "yes" if value else "no"
    if field is not None and field.choices:
        label = str(dict(field.choices).get(value, value))
        return label.replace("_", " ").capitalize() if label.isupper() else label
    if field is not None and field.get_internal_type() in ("DateField", "DateTimeField"):
        return _date_words(str(value))
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else text[:LONGEST] + " …"


def _date_words(written: str) -> str:
    """Both engines write dates and moments as ISO does, moments in UTC."""
    if len(written) == 10:
        return day(date.fromisoformat(written))
    at = datetime.fromisoformat(written.replace("Z", "+00:00"))
    return moment(at if at.tzinfo else at.replace(tzinfo=UTC))


def _names(entries: list[Entry], models: dict[str, type[Model]]) -> dict[Any, str]:
    """What keys point at, as it is called today; one query for each kind of thing."""
    wanted: dict[type[Model], set[Any]] = defaultdict(set)
    for entry in entries:
        for text in (entry.before, entry.after):
            for column, value in (json.loads(text) if text else {}).items():
                field = _field(models.get(entry.table), column)
                if field is not None and field.related_model and value is not None:
                    wanted[field.related_model].add(value)
    return {
        (model, key): str(thing) for model, keys in wanted.items() for key, thing in model.objects.in_bulk(keys).items()
    }
