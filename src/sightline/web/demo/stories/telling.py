"""Who keeps the record in the stories, and how its things are found by the names that the tables give."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.kernel.references import Reference
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.governance.models import Board
from sightline.partnership.plan.models import Objective, Priority, Theme
from sightline.record.actions.commands import Owner
from sightline.record.actions.models import Action

from ..making import body_called, listed, table

HOME, SECOND, REGION = "kingston-and-richmond", "city-and-hackney", "london"


@dataclass(frozen=True, slots=True)
class Tellers:
    """Those who keep the record, and the day on which the demonstration is built."""

    on: date
    manager: User | None = None
    chair: User | None = None
    overseer: User | None = None

    def elsewhere(self) -> "Tellers":
        """For what other partnerships keep: nobody of theirs signs in here, so Sightline itself says it."""
        return replace(self, manager=None, chair=None)

    def sharing_out(
        self, rows: Iterable[dict[str, str]], of: Callable[[dict[str, str]], str] = lambda row: row["partnership"]
    ) -> Iterator[tuple["Tellers", list[dict[str, str]]]]:
        """Rows of the home partnership with those who keep its record, then the rows of all others."""
        held = list(rows)
        yield self, [row for row in held if of(row) == HOME]
        yield self.elsewhere(), [row for row in held if of(row) != HOME]


def board_of(partnership: Partnership, short_name: str) -> Board | None:
    return Board.objects.filter(partnership=partnership, short_name=short_name).first() if short_name else None


def post_called(partnership: Partnership, title: str) -> Post:
    return Post.objects.filter(partnership=partnership, title=title).order_by("id")[0]


def bodies_called(partnership: Partnership, names: str) -> list[Organisation]:
    return [body_called(name, partnership) for name in listed(names)]


def themes_called(codes: str) -> list[Theme]:
    return list(Theme.objects.filter(region=None, code__in=listed(codes)))


def owner_called(partnership: Partnership, name: str) -> Owner:
    """An agency by its name, or a post as `post:` and its title."""
    if name.startswith("post:"):
        return Owner(post=post_called(partnership, name.removeprefix("post:")))
    return Owner(organisation=body_called(name, partnership))


def priority_of(key: str) -> Priority:
    row = next(row for row in table("priorities") if row["key"] == key)
    return Priority.objects.get(
        partnership__slug=row["partnership"], title=row["title"], started_on=date.fromisoformat(row["started_on"])
    )


def objective_of(key: str) -> Objective:
    row = next(row for row in table("objectives") if row["key"] == key)
    return Objective.objects.get(priority=priority_of(row["priority"]), text=row["text"])


def action_of(key: str) -> Action:
    row = next(row for row in table("promised") if row["key"] == key)
    return Action.objects.get(partnership__slug=row["partnership"], what=row["what"])


def reference_of(name: str) -> Reference:
    """A record as the table of evidence names it: `action:` or `objective:` and a key."""
    kind, _, key = name.partition(":")
    if kind == "action":
        return Reference("actions.action", action_of(key).pk)
    return Reference("plan.objective", objective_of(key).pk)
