"""Priorities of many partnerships side by side, by the themes they speak of."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from ..models import Priority, PriorityTheme, Theme
from .running import running_on
from .vocabulary import current_wordings, whole_vocabulary


@dataclass(frozen=True, slots=True)
class Spoken:
    """A priority that speaks of a theme, in its own words."""

    id: int
    partnership_id: int
    title: str
    is_confirmed: bool


@dataclass(frozen=True, slots=True)
class ByTheme:
    """`cells` by theme and partnership; `recorded` are the partnerships with any priority at all in force that day.

    `unmapped` are priorities that speak of no theme yet, by partnership.
    """

    themes: dict[int, Theme]
    cells: dict[tuple[int, int], tuple[Spoken, ...]]
    recorded: frozenset[int]
    unmapped: dict[int, tuple[str, ...]]

    def themes_of(self, partnership: int) -> frozenset[int]:
        return frozenset(theme for theme, where in self.cells if where == partnership)


def by_theme(partnerships: Collection[int], region: int, day: date, wording_on: date | None = None) -> ByTheme:
    """Priorities in force on a day by theme. Three queries, however many partnerships.

    Themes are named as they were worded on `wording_on`, so that two years meet in one row.
    """
    wordings = current_wordings(whole_vocabulary(region), wording_on or day)
    rows = Priority.objects.filter(running_on(day), partnership__in=partnerships)
    titles = {pk: (where, title) for pk, where, title in rows.values_list("pk", "partnership_id", "title")}
    cells: dict[tuple[int, int], dict[int, Spoken]] = defaultdict(dict)
    links = PriorityTheme.objects.filter(priority__in=rows.order_by().values("pk")).order_by(
        "priority__number", "priority__title"
    )
    mapped = set()
    for priority, theme, is_confirmed in links.values_list("priority_id", "theme_id", "is_confirmed"):
        if theme in wordings:
            mapped.add(priority)
            where, title = titles[priority]
            cells[wordings[theme].pk, where][priority] = Spoken(priority, where, title, is_confirmed)
    return ByTheme(
        {theme.pk: theme for theme in wordings.values()},
        {key: tuple(spoken.values()) for key, spoken in cells.items()},
        frozenset(where for where, _ in titles.values()),
        _unmapped(titles, mapped),
    )


def _unmapped(titles: dict[int, tuple[int, str]], mapped: Collection[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = defaultdict(list)
    for pk, (where, title) in titles.items():
        if pk not in mapped:
            found[where].append(title)
    return {where: tuple(sorted(words)) for where, words in found.items()}
