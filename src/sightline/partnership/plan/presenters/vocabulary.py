"""The vocabulary of themes as a table, and one theme with its words and its history."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.presenters.words import period, said

from ..models import Theme, ThemeWord
from ..queries import ThemeRow


def themes_table(rows: Iterable[ThemeRow], on: date, path: str, is_regional: bool) -> Table:
    """`is_regional` links each theme to the page on which the region keeps it."""
    return Table(
        caption="Themes",
        columns=(
            Column("theme", "Theme"),
            Column("words", "Words by which plans name it"),
            Column("priorities", "Priorities", numeric=True),
            Column("partnerships", "Partnerships", numeric=True),
            Column("whose", "Whose"),
            Column("edition", "Edition"),
            Column("state", "In use"),
        ),
        rows=tuple(_theme_row(one, on, is_regional) for one in rows),
        filters=(Filter("state", "In use"), Filter("whose", "Whose")),
        searchable=True,
        sort="theme",
        export_href=path,
        empty="No theme is kept yet.",
        note="Priorities in force on the day shown, in the partnerships whose priorities you may read.",
    )


def _theme_row(one: ThemeRow, on: date, is_regional: bool) -> Row:
    theme = one.theme
    href = reverse("plan:theme", args=[theme.pk]) if is_regional else ""
    added = f"The region added: {', '.join(one.added)}" if one.added else ""
    whose, state, note = whose_words(theme), *_in_use(one, on)
    return row(
        Cell(text=theme.label, href=href, note=theme.definition),
        Cell(text=", ".join(one.words), note=added),
        one.priorities,
        one.partnerships,
        whose,
        theme.edition,
        Cell(text=state, note=note),
        facets={"state": state, "whose": whose},
        emphasis="" if state == "In use" else "muted",
    )


def whose_words(theme: Theme) -> str:
    return "The region" if theme.region_id else "Sightline"


def _in_use(one: ThemeRow, on: date) -> tuple[str, str]:
    theme = one.theme
    if theme.ended_on is not None and theme.ended_on <= on:
        newer = f"Replaced by {theme.replaced_by}" if theme.replaced_by else ""
        return "Ended", f"{newer} from {said(theme.ended_on)}" if newer else period(theme.started_on, theme.ended_on)
    if one.reworded_as:
        return "Reworded here", f"The region says {one.reworded_as}"
    return "In use", ""


@dataclass(frozen=True)
class WordLine:
    id: int
    words: str
    may_drop: bool


@dataclass(frozen=True)
class ThemePage:
    id: int
    title: str
    caption: str
    definition: str
    facts: tuple[dict[str, Any], ...]
    words: tuple[WordLine, ...]
    earlier: tuple[str, ...]
    table: Table
    is_in_use: bool
    is_own: bool
    crumbs: tuple[dict[str, str], ...]


def theme_page(
    theme: Theme,
    words: Sequence[ThemeWord],
    earlier: Sequence[Theme],
    used: Sequence[tuple[str, str, str, bool]],
    on: date,
    path: str,
) -> ThemePage:
    """`used` are partnership, priority, where its words are shown, and whether a person confirmed it."""
    is_own = theme.region_id is not None
    return ThemePage(
        theme.pk,
        theme.label,
        "Theme of the region" if is_own else "Theme that comes with Sightline",
        theme.definition,
        _known(
            {"term": "Edition", "value": theme.edition},
            {"term": "In use", "value": period(theme.started_on, theme.ended_on) or "From the beginning"},
            {"term": "Replaced by", "value": str(theme.replaced_by or "")} if theme.replaced_by else None,
            {"term": "In place of", "value": str(theme.instead_of or "")} if theme.instead_of else None,
            {"term": "Source", "value": theme.source},
        ),
        tuple(WordLine(one.pk, one.words, is_own or one.region_id is not None) for one in words),
        tuple(f"{one.label} ({period(one.started_on, one.ended_on) or one.edition})" for one in earlier),
        _used_table(used, path),
        theme.ended_on is None or theme.ended_on > on,
        is_own,
        ({"text": "Vocabulary", "href": reverse("plan:vocabulary")}, {"text": theme.label}),
    )


def _known(*facts: dict[str, Any] | None) -> tuple[dict[str, Any], ...]:
    return tuple(fact for fact in facts if fact is not None)


def _used_table(used: Sequence[tuple[str, str, str, bool]], path: str) -> Table:
    return Table(
        caption="Who uses it",
        columns=(Column("partnership", "Partnership"), Column("priority", "Priority"), Column("sure", "Confirmed")),
        rows=tuple(
            row(who, Cell(text=words, href=href), "Yes" if sure else "Proposed by Sightline")
            for who, words, href, sure in used
        ),
        export_href=path,
        empty="No priority that is shared with you speaks of it on this day.",
    )
