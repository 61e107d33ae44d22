"""The vocabulary that holds somewhere on a day, and what stands in the place of an older wording."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from sightline.foundation.accounts.models import Partnership

from ..models import PriorityTheme, Theme, ThemeWord
from .running import running_on


def region_for(partnership: Partnership) -> int:
    """Whose own themes hold for a partnership: its region's, or its own when it is a region or stands alone."""
    return partnership.overseen_by_id or partnership.pk


def themes_for(partnership: Partnership, day: date) -> QuerySet[Theme]:
    """What comes with Sightline and the region's own, in use on a day; a theme gives way to its region's wording."""
    region = region_for(partnership)
    begun = Q(started_on__isnull=True) | Q(started_on__lte=day)
    reworded = Theme.objects.filter(begun, region=region, instead_of__isnull=False).values("instead_of")
    usable = Theme.objects.filter(running_on(day), Q(region__isnull=True) | Q(region=region))
    return usable.exclude(region__isnull=True, pk__in=reworded)


def words_for(partnership: Partnership, day: date) -> list[tuple[Theme, str]]:
    """Each theme in use with each of its words and with its own name: what texts are read for. Two queries."""
    region = region_for(partnership)
    themes = {theme.pk: theme for theme in themes_for(partnership, day)}
    rows = ThemeWord.objects.filter(Q(region__isnull=True) | Q(region=region), theme__in=themes)
    found = [(themes[theme], words) for theme, words in rows.values_list("theme_id", "words")]
    return [*found, *((theme, theme.label) for theme in themes.values())]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    theme: Theme
    words: tuple[str, ...]
    added: tuple[str, ...]
    reworded_as: str
    priorities: int
    partnerships: int


def theme_rows(region: int, day: date, readable: Collection[int]) -> list[ThemeRow]:
    """Sightline's themes and a region's own with their words, the ended ones too, and who uses each: three queries.

    `readable` are the partnerships whose priorities the viewer may count.
    """
    begun = Q(started_on__isnull=True) | Q(started_on__lte=day)
    themes = Theme.objects.filter(begun, Q(region__isnull=True) | Q(region=region))
    themes = themes.select_related("replaced_by", "instead_of").prefetch_related("words", "reworded")
    used = _used(readable, day)
    return [_theme_row(theme, region, day, *used.get(theme.pk, (0, 0))) for theme in themes]


def _theme_row(theme: Theme, region: int, day: date, priorities: int, partnerships: int) -> ThemeRow:
    words = tuple(word.words for word in theme.words.all() if word.region_id is None)
    added = tuple(word.words for word in theme.words.all() if word.region_id == region)
    own = [str(one) for one in theme.reworded.all() if one.region_id == region and _in_use(one, day)]
    return ThemeRow(theme, words, added, own[-1] if own else "", priorities, partnerships)


def _used(readable: Collection[int], day: date) -> dict[int, tuple[int, int]]:
    rows = PriorityTheme.objects.filter(running_on(day, "priority__"), priority__partnership__in=readable)
    counted = rows.values_list("theme_id").annotate(Count("priority"), Count("priority__partnership", distinct=True))
    return {theme: (priorities, partnerships) for theme, priorities, partnerships in counted}


def theme_in(region: int, pk: int) -> Theme | None:
    """A theme that a region's people may see: Sightline's or the region's own."""
    seen = Q(region__isnull=True) | Q(region=region)
    return Theme.objects.filter(seen, pk=pk).select_related("replaced_by", "instead_of", "region").first()


def earlier_wordings(theme: Theme) -> list[Theme]:
    """What this theme replaced, the newest first."""
    found: list[Theme] = []
    older = theme.instead_of or theme.replaces.first()
    while older is not None and older not in found:
        found.append(older)
        older = older.instead_of or older.replaces.first()
    return found


def words_of(theme: Theme, region: int) -> list[ThemeWord]:
    return list(theme.words.filter(Q(region__isnull=True) | Q(region=region)))


def current_wordings(themes: Iterable[Theme], day: date) -> dict[int, Theme]:
    """Each theme to the one that stands in its place on a day, so that years under two wordings can be compared.

    `themes` are all of one vocabulary; no further query.
    """
    by_pk = {theme.pk: theme for theme in themes}
    newer = {
        theme.instead_of_id: theme.pk for theme in by_pk.values() if theme.instead_of_id and _has_begun(theme, day)
    }
    newer |= {theme.pk: theme.replaced_by_id for theme in by_pk.values() if theme.ended_on and theme.ended_on <= day}
    return {pk: by_pk[_last(pk, newer, by_pk)] for pk in by_pk}


def _in_use(theme: Theme, day: date) -> bool:
    is_over = theme.ended_on is not None and theme.ended_on <= day
    return not is_over and (theme.started_on is None or theme.started_on <= day)


def _has_begun(theme: Theme, day: date) -> bool:
    return theme.started_on is None or theme.started_on <= day


def _last(pk: int, newer: dict[int, int | None], known: Collection[int]) -> int:
    seen: set[int] = set()
    following = newer.get(pk)
    while following in known and following not in seen and following is not None:
        seen.add(pk)
        pk, following = following, newer.get(following)
    return pk


def whole_vocabulary(region: int) -> list[Theme]:
    """Every theme of Sightline and of a region at any time."""
    return list(Theme.objects.filter(Q(region__isnull=True) | Q(region=region)))
