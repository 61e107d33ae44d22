"""What came, stayed and went, year by year: for priorities, and for the themes they speak of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.foundation.design.charts import Chart, strip
from sightline.foundation.design.marks import Mark
from sightline.foundation.design.tables import Cell, Column, Table, row
from sightline.kernel.periods import Period, year_label
from sightline.partnership.directory.presenters.words import period

from ..domain.standing import STANDING_LABELS, Span, Standing, recorded_years, standings, years_between
from ..models import Priority, Theme
from ..queries import lines_of
from .frame import places, priority_href

MARKS = {
    Standing.CAME: ("yes", "+"),
    Standing.STAYED: ("part", "="),
    Standing.WENT: ("no", "−"),
    Standing.BRIEF: ("excused", "±"),
    Standing.THERE: ("part", "•"),
    Standing.ABSENT: ("aside", "·"),
    Standing.UNKNOWN: ("unknown", "?"),
}
SHOWN_YEARS = 12
NOTE = (
    "Years run from 1 April to 31 March and are judged on their last day, the running one on the day shown. "
    "A year without any priority on record is not known: nothing is said to have come or gone in it or after it."
)


def mark(standing: Standing) -> Mark:
    tone, sign = MARKS[standing]
    return Mark(tone, STANDING_LABELS[standing], sign)


LEGEND = tuple(mark(standing) for standing in Standing)


@dataclass(frozen=True)
class YearsPage:
    title: str
    intro: str
    tabs: tuple[dict[str, Any], ...]
    table: Table
    chart: Chart | None
    legend: tuple[Mark, ...] = LEGEND
    summary: str = ""


Line = tuple[str, str, tuple[Span, ...]]
"""A name, where it leads, and when it held."""


def years_of(spans: Collection[Span], on: date) -> tuple[Period, ...]:
    """From the first day on record, the last dozen years at most."""
    starts = [span.start for span in spans if span.start is not None]
    first = min(starts, default=on)
    return years_between(min(first, on), on)[-SHOWN_YEARS:]


def history_page(priorities: Sequence[Priority], slug: str, on: date, path: str) -> YearsPage:
    lines = [
        (line.newest.title, priority_href(slug, line.newest.pk), line.spans, _former_words(line.priorities))
        for line in lines_of(priorities)
    ]
    lines.sort(key=lambda line: (min((s.start or date.min) for s in line[2]), line[0].casefold()))
    spans = [span for line in lines for span in line[2]]
    years = years_of(spans, on)
    recorded = recorded_years(spans, years)
    stood = [standings(line[2], years, recorded, on) for line in lines]
    table = Table(
        caption="What came, what stayed and what went",
        columns=(Column("priority", "Priority"), *_year_columns(years), Column("held", "In force", wide=True)),
        rows=tuple(
            row(
                Cell(text=title, href=href, note=former),
                *(Cell(marks=(mark(one),)) for one in marks),
                _held(held),
            )
            for (title, href, held, former), marks in zip(lines, stood, strict=True)
        ),
        searchable=len(lines) > 15,
        export_href=path,
        stacked=False,
        dense=True,
        empty="No priority is recorded yet.",
        note=NOTE,
    )
    names = [(title, marks) for (title, *_), marks in zip(lines, stood, strict=True)]
    return YearsPage(
        "What came, stayed and went",
        "Each line is one concern through the years. A priority that carries on an earlier one stands in its line.",
        places(slug, "plan:history"),
        table,
        _chart("Priorities through the years", names, years),
        summary=summary(stood, years, recorded, "priority", "priorities"),
    )


def _former_words(priorities: Sequence[Priority]) -> str:
    """Earlier words of the same line, where they differ."""
    newest = priorities[-1].title
    former = dict.fromkeys(one.title for one in priorities[:-1] if one.title != newest)
    return f"Before: {'; '.join(former)}" if former else ""


def _held(spans: Sequence[Span]) -> Cell:
    words = "; ".join(period(span.start, span.end) or "no dates" for span in spans)
    return Cell(text=words, order=str(spans[0].start or ""))


def _year_columns(years: Sequence[Period]) -> tuple[Column, ...]:
    return tuple(Column(f"y{year.start.year}", year_label(year), sortable=False) for year in years)


def _chart(title: str, lines: Sequence[tuple[str, Sequence[Standing]]], years: Sequence[Period]) -> Chart | None:
    """A small picture of the last line of each name; not drawn where it would be taller than a page."""
    if not lines or len(years) < 2 or len(lines) > 40:
        return None
    return strip(
        title,
        f"{len(lines)} lines over {len(years)} years. A plus came, an equals sign stayed, a minus went, hatching is not known.",
        [year_label(year) for year in years],
        [(name, [mark(one) for one in marks]) for name, marks in lines],
    )


def summary(
    stood: Sequence[Sequence[Standing]], years: Sequence[Period], recorded: Collection[Period], one: str, many: str
) -> str:
    """The newest year in one sentence."""
    if not years or years[-1] not in recorded:
        return ""
    last = [marks[-1] for marks in stood]
    counts = {standing: last.count(standing) for standing in Standing}
    label = year_label(years[-1])
    if counts[Standing.THERE]:
        return f"In {label}: {_number(counts[Standing.THERE], one, many)} in force. The year before is not recorded."
    came, stayed, went = (counts[s] for s in (Standing.CAME, Standing.STAYED, Standing.WENT))
    return f"In {label}: {_number(came, one, many)} came, {stayed} stayed, {went} went."


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def themes_page(
    priorities: Sequence[Priority], wordings: dict[int, Theme], slug: str, on: date, path: str
) -> YearsPage:
    """A partnership's themes year by year; each with the words of the priorities that speak of it."""
    spoken: dict[int, list[Priority]] = {}
    for one in priorities:
        for pk in {wordings[link.theme_id].pk for link in one.themes.all() if link.theme_id in wordings}:
            spoken.setdefault(pk, []).append(one)
    spans = [Span(one.started_on, one.ended_on) for one in priorities]
    years = years_of(spans, on)
    recorded = recorded_years(spans, years)
    lines = [(str(wordings[pk]), [Span(p.started_on, p.ended_on) for p in held], held) for pk, held in spoken.items()]
    lines.sort(key=lambda line: line[0].casefold())
    stood = [standings(held, years, recorded, on) for _, held, _ in lines]
    unmapped = [one for one in priorities if not one.themes.all()]
    table = Table(
        caption="Themes of the priorities, year by year",
        columns=(
            Column("theme", "Theme"),
            *_year_columns(years),
            Column("words", "In the partnership’s words", wide=True),
        ),
        rows=tuple(
            row(name, *(Cell(marks=(mark(s),)) for s in marks), "; ".join(dict.fromkeys(p.title for p in held)))
            for (name, _, held), marks in zip(lines, stood, strict=True)
        ),
        export_href=path,
        stacked=False,
        dense=True,
        empty="No priority speaks of a theme yet.",
        note=f"{NOTE}{_unmapped_words(unmapped)}",
    )
    return YearsPage(
        "Priorities by theme",
        "The same concerns under the common names that the region compares, whatever words each period used.",
        places(slug, "plan:by_theme"),
        table,
        _chart("Themes through the years", [(n, m) for (n, *_), m in zip(lines, stood, strict=True)], years),
        summary=summary(stood, years, recorded, "theme", "themes"),
    )


def _unmapped_words(priorities: Sequence[Priority]) -> str:
    if not priorities:
        return ""
    return f" {_number(len(priorities), 'priority speaks', 'priorities speak')} of no theme yet: not counted here."
