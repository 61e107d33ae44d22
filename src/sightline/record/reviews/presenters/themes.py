"""Themes across reviews as matrices; a blank says which kind of blank it is, a number counts reviews."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.presenters.added import AddedLink
from sightline.foundation.design.charts import Chart, Point, bars
from sightline.foundation.design.tables import Cell, Column, Row, Table, row
from sightline.partnership.plan.domain.themes import propose
from sightline.partnership.plan.models import Theme

from ..domain.themes import NO_YEAR, RECURS_IN_REVIEWS, RECURS_IN_YEARS, Recurring, Use, matrix, tallied
from ..models import FindingTheme
from .practice_frame import Link, href

COUNTED = "Each number counts reviews, not findings. Only themes that a person has confirmed are counted."
BY_YEAR = "The year runs from April: of publication, or else of completion, beginning or decision."
NO_REVIEW = Cell(text="No review", unknown=True)
EMPTY = "No theme is confirmed yet. Open a review and say which themes its findings speak of."
EMPTY_REGION = "No partnership shares a published review whose findings have themes."
CHARTED = 10
Linker = Callable[[int], str]


@dataclass(frozen=True)
class ThemesPage:
    title: str
    intro: str
    recurring: tuple[Link, ...]
    recurs: str
    chart: Chart | None
    tables: tuple[Table, ...]
    waiting: Link | None = None


def themes_page(
    uses: Sequence[Use], years: Mapping[int, set[str]], slug: str, path: str, waiting: int, *, may_keep: bool
) -> ThemesPage:
    def linked(theme: int) -> str:
        return href(slug, "theme", theme=theme)

    proposed = f"{waiting} proposed {'theme waits' if waiting == 1 else 'themes wait'} for your word"
    return ThemesPage(
        title="Themes across reviews",
        intro="What reviews find again and again, by year and by agency. A theme leads to the reviews and their words.",
        recurring=_recurring(uses, linked),
        recurs=recurs_words(),
        chart=_chart(uses, "How many reviews speak of each theme"),
        tables=(_by_year(uses, years, linked, path, EMPTY), _by_agency(uses, linked, path)),
        waiting=Link(proposed, href(slug, "proposed")) if may_keep and waiting else None,
    )


def regional_page(
    uses: Sequence[Use], years: Mapping[int, set[str]], partnerships: Sequence[tuple[Partnership, bool]], path: str
) -> ThemesPage:
    def linked(theme: int) -> str:
        return reverse("reviews:regional_theme", kwargs={"theme": theme})

    return ThemesPage(
        title="Themes of reviews across the region",
        intro="Published reviews only, of the partnerships that share theirs. Nothing of a review that is not published "
        "is counted here.",
        recurring=_recurring(uses, linked),
        recurs=recurs_words(),
        chart=_chart(uses, "How many published reviews speak of each theme"),
        tables=(
            _by_partnership(uses, years, partnerships, linked, path),
            _by_year(uses, years, linked, path, EMPTY_REGION),
        ),
    )


def recurs_words() -> str:
    return (
        f"A theme recurs when it stands in {RECURS_IN_REVIEWS} reviews, or in reviews of {RECURS_IN_YEARS} years. "
        "The measure is Sightline’s own."
    )


def _recurring(uses: Sequence[Use], linked: Linker) -> tuple[Link, ...]:
    return tuple(
        Link(f"{one.theme}: {_reviews(one.reviews)}{_years(one)}", linked(one.theme_id))
        for one in tallied(uses)
        if one.recurs
    )


def _reviews(number: int) -> str:
    return "1 review" if number == 1 else f"{number} reviews"


def _years(one: Recurring) -> str:
    return f", {one.years[0]} to {one.years[-1]}" if len(one.years) > 1 else f", {one.years[0]}" if one.years else ""


def _chart(uses: Sequence[Use], title: str) -> Chart | None:
    top = tallied(uses)[:CHARTED]
    if not top:
        return None
    points = [Point(one.theme, one.reviews) for one in top]
    more = f"The {CHARTED} themes in most reviews are drawn; the tables hold all." if len(top) == CHARTED else ""
    said = f"{top[0].theme} stands in {_reviews(top[0].reviews)}, more than or as many as any other."
    return bars(title, said, points, note=more)


def _by_year(uses: Sequence[Use], years: Mapping[int, set[str]], linked: Linker, path: str, empty: str) -> Table:
    held = {year for here in years.values() for year in here}
    heads = [*_range(held - {NO_YEAR}), *([NO_YEAR] if NO_YEAR in held else [])]
    counts = matrix(uses, lambda use: (use.year,))

    def at(theme: int, year: str) -> Cell | int:
        return counts.get((theme, year), 0) if year in held else NO_REVIEW

    return _matrix("Theme by year", "year", uses, heads, at, linked, path, empty=empty, note=f"{COUNTED} {BY_YEAR}")


def _range(held: set[str]) -> list[str]:
    """Every year from the first to the last, so that a year without a review shows."""
    if not held:
        return []
    first, last = min(held), max(held)
    return [f"{year}-{(year + 1) % 100:02d}" for year in range(int(first[:4]), int(last[:4]) + 1)]


def _by_agency(uses: Sequence[Use], linked: Linker, path: str) -> Table:
    heads = sorted({body for use in uses for body in use.agencies})
    counts = matrix(uses, lambda use: use.agencies)
    return _matrix(
        "Theme by agency",
        "agency",
        [use for use in uses if use.agencies],
        heads,
        lambda theme, body: counts.get((theme, body), 0),
        linked,
        path,
        empty="No finding with a theme names an agency yet.",
        note=f"{COUNTED} A finding that names no agency is left out of this table.",
    )


def _by_partnership(
    uses: Sequence[Use],
    years: Mapping[int, set[str]],
    partnerships: Sequence[tuple[Partnership, bool]],
    linked: Linker,
    path: str,
) -> Table:
    by_name = {one.short_name: (one.pk, shares) for one, shares in partnerships}
    counts = matrix(uses, lambda use: (use.partnership_id,))

    heads = [name for name, (pk, shares) in by_name.items() if shares and pk in years]
    note = f"{COUNTED}{_left_out(by_name, years)}"

    def at(theme: int, name: str) -> int:
        return counts.get((theme, by_name[name][0]), 0)

    return _matrix("Theme by partnership", "place", uses, heads, at, linked, path, empty=EMPTY_REGION, note=note)


def _left_out(by_name: Mapping[str, tuple[int, bool]], years: Mapping[int, set[str]]) -> str:
    """Whose column is not there, and which kind of silence that is."""
    silent = [name for name, (pk, shares) in by_name.items() if shares and pk not in years]
    closed = [name for name, (_, shares) in by_name.items() if not shares]
    said = (("No published review", silent), ("Not shared with the region", closed))
    return "".join(f" {why}: {', '.join(names)}." for why, names in said if names)


def _matrix(
    caption: str,
    name: str,
    uses: Sequence[Use],
    heads: Sequence[str],
    at: Callable[[int, str], Cell | int],
    linked: Linker,
    path: str,
    *,
    empty: str,
    note: str,
) -> Table:
    columns = [Column("theme", "Theme"), Column("all", "Reviews", numeric=True)]
    columns += [Column(f"c{place}", head, numeric=True) for place, head in enumerate(heads)]
    rows = tuple(_line(one, [at(one.theme_id, head) for head in heads], linked) for one in tallied(uses))
    return Table(
        caption=caption,
        columns=tuple(columns),
        rows=rows,
        name=name,
        page_size=0,
        dense=True,
        stacked=False,
        export_href=f"{path}?table={name}",
        empty=empty,
        note=note,
    )


def _line(one: Recurring, cells: Iterable[Cell | int], linked: Linker) -> Row:
    name = Cell(text=one.theme, href=linked(one.theme_id), note="recurring" if one.recurs else "")
    return row(name, one.reviews, *cells)


@dataclass(frozen=True)
class ThemePage:
    title: str
    definition: str
    summary: str
    table: Table
    crumbs: tuple[dict[str, str], ...]
    links: tuple[AddedLink, ...] = ()


def theme_page(
    theme: Theme,
    uses: Sequence[Use],
    path: str,
    back: Link,
    *,
    slug: str = "",
    names: Mapping[int, str] | None = None,
    links: tuple[AddedLink, ...] = (),
) -> ThemePage:
    """The reviews and their words. With `names` of partnerships it is the region's page, which leads into no review."""
    counted = tallied(uses)
    summary = (
        f"{_reviews(counted[0].reviews)}{_years(counted[0])}."
        if counted
        else "No review that you may read speaks of it."
    )
    if counted and counted[0].recurs:
        summary += " It recurs."
    columns = [Column("review", "Review"), Column("kind", "Kind"), Column("year", "Year"), Column("number", "Finding")]
    columns += [Column("words", "In its words"), Column("agencies", "About")]
    columns[1:1] = [Column("partnership", "Partnership")] if names is not None else []
    return ThemePage(
        title=theme.label,
        definition=theme.definition,
        summary=summary,
        table=Table(
            caption="The reviews and their words",
            columns=tuple(columns),
            rows=tuple(_words(use, slug, names) for use in uses),
            searchable=True,
            export_href=path,
            row_headers=False,
            empty="No finding speaks of this theme.",
        ),
        crumbs=({"text": back.text, "href": back.href},),
        links=links,
    )


def _words(use: Use, slug: str, names: Mapping[int, str] | None) -> Row:
    review = Cell(text=use.reference, href=href(slug, "review", review=use.review_id) if slug else "")
    place = [names.get(use.partnership_id, "")] if names is not None else []
    return row(review, *place, use.kind, use.year, use.number, f"“{use.words}”", ", ".join(use.agencies))


@dataclass(frozen=True)
class Proposal:
    finding: int
    theme: int
    label: str
    because: str
    key: str


@dataclass(frozen=True)
class ProposedFinding:
    review: Link
    words: str
    themes: tuple[Proposal, ...]


def proposed_page(links: Iterable[FindingTheme], slug: str) -> tuple[ProposedFinding, ...]:
    by_finding: dict[int, list[FindingTheme]] = {}
    for link in links:
        by_finding.setdefault(link.finding_id, []).append(link)
    return tuple(_proposed(here, slug) for here in by_finding.values())


def _proposed(here: list[FindingTheme], slug: str) -> ProposedFinding:
    finding = here[0].finding
    return ProposedFinding(
        review=Link(str(finding.review), href(slug, "review", review=finding.review_id)),
        words=finding.text,
        themes=tuple(
            Proposal(one.finding_id, one.theme_id, one.theme.label, _because(one), f"{one.finding_id}-{one.theme_id}")
            for one in here
        ),
    )


def _because(link: FindingTheme) -> str:
    """The words of the finding that speak for the theme; "" where its words have changed since."""
    words = [link.theme.label, *(one.words for one in link.theme.words.all())]
    found = propose(link.finding.text, [(link.theme_id, one) for one in words])
    return found[0].because if found else ""
