"""Names in a sheet become things of the record: organisations, boards, priorities, actions, themes. Loaded once."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.governance.models import Board
from sightline.partnership.plan.models import Objective, PlanFormat, Priority, Theme
from sightline.partnership.plan.queries import region_for
from sightline.record.actions.models import Action
from sightline.record.learning.models import Briefing
from sightline.record.reviews.models import Review

from ..domain.sheets import Mistaken, nearest

_SEVERAL = object()
"""Stands where one name is borne by several."""


class Unknown(Mistaken):
    """A name that the record does not know; `key` is the column."""

    def __init__(self, key: str, what: str, todo: str) -> None:
        super().__init__(what, todo)
        self.key = key


class Names:
    """The names of one partnership's things, folded to lower case."""

    def __init__(self, partnership: Partnership) -> None:
        self.partnership = partnership

    def resolved(self, named: Mapping[str, str], values: Mapping[str, Any]) -> dict[str, Any]:
        """The values with things in place of names; `named` says for each column what kind of thing it names."""
        found = dict(values)
        for key, kind in named.items():
            written = values.get(key)
            if isinstance(written, tuple):
                found[key] = [self._thing(kind, key, one) for one in written]
            else:
                found[key] = self._thing(kind, key, written) if written else None
        return found

    def _thing(self, kind: str, key: str, written: str) -> Any:
        book = self._books[kind]()
        thing = book.get(_folded(written))
        if thing is _SEVERAL:
            raise Unknown(key, f"More than one {_KINDS[kind]} is called “{written[:80]}”.", "Write its words instead.")
        if thing is None:
            close = nearest(
                written, [str(one) for one in {id(t): t for t in book.values() if t is not _SEVERAL}.values()]
            )
            offered = f" Did you mean {' or '.join(close)}?" if close else ""
            raise Unknown(key, f"No {_KINDS[kind]} is called “{written[:80]}”.", f"{_TODO[kind]}{offered}")
        return thing

    def learn(self, kind: str, thing: Any) -> None:
        """A row became this: rows further down may name it."""
        for name in _names_of(thing):
            self._books[kind]()[_folded(name)] = thing

    @cached_property
    def _books(self) -> dict[str, Callable[[], dict[str, Any]]]:
        return {
            "organisation": lambda: self._organisations,
            "post": lambda: self._posts,
            "owner": lambda: self._owners,
            "raiser": lambda: self._owners,
            "board": lambda: self._boards,
            "theme": lambda: self._themes,
            "priority": lambda: self._priorities,
            "objective": lambda: self._objectives,
            "review": lambda: self._reviews,
            "addressee": lambda: self._addressees,
            "board or organisation": lambda: self._bodies,
            "format": lambda: self._formats,
            "briefing": lambda: self._briefings,
            "action": lambda: self._actions,
        }

    @cached_property
    def _organisations(self) -> dict[str, Organisation]:
        ours = Q(partnership=self.partnership) | Q(partnership__isnull=True)
        found: dict[str, Organisation] = {}
        for body in Organisation.objects.filter(ours).prefetch_related("names").order_by("partnership_id", "pk"):
            for name in (*(n.name for n in body.names.all()), body.abbreviation, body.name):
                if name:
                    found[_folded(name)] = body
        return found

    @cached_property
    def _posts(self) -> dict[str, Post]:
        rows = Post.objects.filter(partnership=self.partnership).select_related("organisation")
        return {_folded(name): post for post in rows for name in (post.title, str(post))}

    @cached_property
    def _owners(self) -> dict[str, Any]:
        """A post or an agency; where both bear one name, the agency."""
        return {**self._posts, **self._organisations}

    @cached_property
    def _boards(self) -> dict[str, Board]:
        rows = Board.objects.filter(partnership=self.partnership).prefetch_related("names")
        return {
            _folded(name): board
            for board in rows
            for name in (*(n.name for n in board.names.all()), board.short_name, board.name)
            if name
        }

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        region = self.partnership.overseen_by_id or self.partnership.pk
        rows = Theme.objects.filter(Q(region__isnull=True) | Q(region=region), replaced_by__isnull=True)
        return {
            _folded(name): theme
            for theme in rows.prefetch_related("words")
            for name in (*(w.words for w in theme.words.all()), theme.code, theme.label)
        }

    @cached_property
    def _priorities(self) -> dict[str, Priority]:
        rows = Priority.objects.filter(partnership=self.partnership).order_by("started_on", "pk")
        return {_folded(name): row for row in rows for name in (row.number, row.title) if name}

    @cached_property
    def _objectives(self) -> dict[str, Objective]:
        rows = Objective.objects.filter(priority__partnership=self.partnership).order_by("started_on", "pk")
        return {_folded(name): row for row in rows for name in (row.number, row.text) if name}

    @cached_property
    def _bodies(self) -> dict[str, Any]:
        """A board or an agency; where both bear one name, the board."""
        return {**self._organisations, **self._boards}

    @cached_property
    def _addressees(self) -> dict[str, Any]:
        return {**self._posts, **self._bodies}

    @cached_property
    def _formats(self) -> dict[str, PlanFormat]:
        """The newest version of each; a region's own stands before Sightline's of the same title."""
        ours = Q(region__isnull=True) | Q(region=region_for(self.partnership))
        rows = sorted(PlanFormat.objects.filter(ours), key=lambda one: (one.region_id is not None, one.version))
        return {_folded(name): one for one in rows for name in (one.code, one.title)}

    @cached_property
    def _briefings(self) -> dict[str, Briefing]:
        """The newest version that is issued, else the draft."""
        rows = Briefing.objects.filter(partnership=self.partnership)
        ordered = sorted(rows, key=lambda one: (one.issued_on is not None, one.version))
        return {_folded(one.title): one for one in ordered}

    @cached_property
    def _actions(self) -> dict[str, Any]:
        """By words, and by number where just one action has it: a new meeting often numbers from 1 again."""
        rows = list(Action.objects.filter(partnership=self.partnership).order_by("pk"))
        found: dict[str, Any] = {}
        for name, action in [(_folded(row.number), row) for row in rows if row.number]:
            found[name] = _SEVERAL if name in found else action
        return found | {_folded(row.what): row for row in rows}

    @cached_property
    def _reviews(self) -> dict[str, Review]:
        return {_folded(r.reference): r for r in Review.objects.filter(partnership=self.partnership)}


def _names_of(thing: Any) -> list[str]:
    given = (getattr(thing, name, "") for name in ("number", "abbreviation", "title", "name"))
    return [name for name in given if name]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


_KINDS = {
    "organisation": "organisation",
    "post": "post",
    "owner": "post or organisation",
    "raiser": "post or organisation",
    "board": "board",
    "theme": "theme",
    "priority": "priority",
    "objective": "objective",
    "review": "review",
    "addressee": "organisation, post or board",
    "board or organisation": "board or organisation",
    "format": "required plan",
    "briefing": "briefing",
    "action": "action",
}
_TODO = {
    "organisation": "Write the name as under Organisations, or add it there first.",
    "post": "Write the title of the post as under People, or add it there first.",
    "owner": "Write the name of a post or an organisation as the directory has it, or leave the cell empty.",
    "raiser": "Write the name of a post or an organisation as the directory has it, or add it there first.",
    "board": "Write the name of the board as under Boards.",
    "theme": "Write a theme of the common vocabulary.",
    "priority": "Write the title or number of the priority, or add the priority first.",
    "objective": "Write the words or number of the objective, or add the objective first.",
    "review": "Write the reference of the review, or add the review first.",
    "addressee": "Write the name as the directory or the list of boards has it, or leave the cell empty.",
    "board or organisation": "Write the name as under Boards or Organisations.",
    "format": "Write the name of the plan as under Required plans.",
    "briefing": "Write the title of the briefing as under Learning.",
    "action": "Write the words of the action, or its number where only one has it.",
}
