"""What pages of plans have in common, and where rooms above put their tabs and facts (decision 0013)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from ..models import Objective, Priority

Facts = list[dict[str, Any]]
PriorityFactsOf = Callable[[Priority, date], Facts]
ObjectiveFactsOf = Callable[[Objective, date], Facts]


@dataclass(frozen=True, slots=True)
class AddedTab:
    """A tab that a room above adds: its words and its route, which takes slug and the thing's key."""

    text: str
    route: str


_PRIORITY_TABS = [AddedTab("Objectives", "plan:priority")]
_OBJECTIVE_TABS = [AddedTab("This objective", "plan:objective")]
_PRIORITY_FACTS: list[PriorityFactsOf] = []
_OBJECTIVE_FACTS: list[ObjectiveFactsOf] = []


def add_priority_tab(text: str, route: str) -> None:
    """Called once, when a room above starts; `route` takes the partnership's slug and the priority."""
    _add(_PRIORITY_TABS, AddedTab(text, route))


def add_objective_tab(text: str, route: str) -> None:
    """Called once, when a room above starts; `route` takes the partnership's slug and the objective."""
    _add(_OBJECTIVE_TABS, AddedTab(text, route))


def add_priority_facts(facts: PriorityFactsOf) -> None:
    """Called once, when a room above starts: facts it knows of a priority on a day (term, value, href, note)."""
    _add(_PRIORITY_FACTS, facts)


def add_objective_facts(facts: ObjectiveFactsOf) -> None:
    """Called once, when a room above starts: facts it knows of an objective on a day (term, value, href, note)."""
    _add(_OBJECTIVE_FACTS, facts)


def _add(kept: list[Any], one: Any) -> None:
    if one not in kept:
        kept.append(one)


def priority_tabs(slug: str, pk: int, current: str) -> tuple[dict[str, Any], ...]:
    return _tabs(_PRIORITY_TABS, slug, pk, current)


def objective_tabs(slug: str, pk: int, current: str) -> tuple[dict[str, Any], ...]:
    return _tabs(_OBJECTIVE_TABS, slug, pk, current)


def _tabs(tabs: list[AddedTab], slug: str, pk: int, current: str) -> tuple[dict[str, Any], ...]:
    """None where nobody above added any: one tab is no choice."""
    if len(tabs) < 2:
        return ()
    return tuple(
        {"text": tab.text, "href": reverse(tab.route, args=[slug, pk]), "current": tab.route == current} for tab in tabs
    )


def added_priority_facts(priority: Priority, on: date) -> Facts:
    return [fact for facts in _PRIORITY_FACTS for fact in facts(priority, on)]


def added_objective_facts(objective: Objective, on: date) -> Facts:
    return [fact for facts in _OBJECTIVE_FACTS for fact in facts(objective, on)]


_PLACES = (
    ("In force", "plan:priorities"),
    ("What came, stayed and went", "plan:history"),
    ("By theme", "plan:by_theme"),
    ("Vocabulary", "plan:themes"),
)
_REGION_PLACES = (
    ("Priorities by theme", "plan:region_themes"),
    ("What came and went", "plan:region_changes"),
    ("Vocabulary", "plan:vocabulary"),
)
_REGION_PLANS = (("Required plans", "plan:region_plans"), ("Formats of plans", "plan:formats"))


def places(slug: str, current: str) -> tuple[dict[str, Any], ...]:
    return tuple({"text": t, "href": reverse(name, args=[slug]), "current": name == current} for t, name in _PLACES)


def region_places(current: str) -> tuple[dict[str, Any], ...]:
    """The pages beside the one shown: of priorities, or of plans."""
    group = _REGION_PLANS if current in dict(_REGION_PLANS).values() else _REGION_PLACES
    return tuple({"text": text, "href": reverse(name), "current": name == current} for text, name in group)


def crumbs(slug: str, *more: tuple[str, str]) -> tuple[dict[str, str], ...]:
    first = {"text": "Priorities", "href": reverse("plan:priorities", args=[slug])}
    return (first, *({"text": text, "href": href} for text, href in more))


def priority_href(slug: str, pk: int) -> str:
    return reverse("plan:priority", args=[slug, pk])


def objective_href(slug: str, pk: int) -> str:
    return reverse("plan:objective", args=[slug, pk])
