"""What every register has: its sheet, what it knows already, and the command that adds a row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.oversight.imports.domain.sheets import Column, Kind, Mistaken, Sheet

Values = Mapping[str, Any]


class Amiss(Mistaken):
    """A row whose cells do not go together; `key` is the column to mend."""

    def __init__(self, key: str, what: str, todo: str) -> None:
        super().__init__(what, todo)
        self.key = key


@dataclass(frozen=True, slots=True)
class Register:
    """`named` says which columns name things of the record, and of what kind (see resolving.Names).

    `makes` is the kind of thing that a row becomes, where rows further down the same sheet may name it.
    """

    sheet: Sheet
    is_known: Callable[[Partnership, Values], bool]
    add: Callable[[Partnership, Values, User | None], Any]
    named: Mapping[str, str] = field(default_factory=dict)
    makes: str = ""


def choice(key: str, title: str, labels: Mapping[Any, str], **more: Any) -> Column:
    """A column of words to choose from, as the room's own pages have them."""
    return Column(key, title, Kind.CHOICE, choices=tuple((str(v), label) for v, label in labels.items()), **more)


def day(key: str, title: str, **more: Any) -> Column:
    return Column(key, title, Kind.DATE, **more)


def names(key: str, title: str, hint: str) -> Column:
    return Column(key, title, Kind.NAMES, hint=hint)


def needed_with(values: Values, key: str, because: str, *others: tuple[str, str]) -> None:
    """Where `key` is filled, each of the others (column, what to enter) is too."""
    if values[key] in (None, "", ()):
        return
    for other, todo in others:
        if values[other] in (None, "", ()):
            raise Amiss(other, because, todo)
