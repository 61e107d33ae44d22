"""Themes across reviews: what recurs, and the tables of it. Pure: uses of themes in, counts out."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sightline.kernel.periods import financial_year, year_label

# A theme recurs when it stands in this many reviews, or in reviews of this many years. Sightline's own measure: no
# guidance sets one (reg. 11 of SI 2018/789 speaks of recurrent themes without a number).
RECURS_IN_REVIEWS = 3
RECURS_IN_YEARS = 3
NO_YEAR = "No date"


@dataclass(frozen=True, slots=True)
class Use:
    """One finding speaks of one theme."""

    theme_id: int
    theme: str
    review_id: int
    reference: str
    kind: str
    finding_id: int
    number: str
    words: str
    year: str
    partnership_id: int
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recurring:
    theme_id: int
    theme: str
    reviews: int
    findings: int
    years: tuple[str, ...]

    @property
    def recurs(self) -> bool:
        return self.reviews >= RECURS_IN_REVIEWS or len(self.years) >= RECURS_IN_YEARS


def year_of(*days: date | None) -> str:
    """The year from April of the first of the days that is known."""
    known = next((day for day in days if day), None)
    return year_label(financial_year(known)) if known else NO_YEAR


def tallied(uses: Iterable[Use]) -> list[Recurring]:
    """Each theme with its reviews and years, the one in most reviews first. An unknown year counts as none."""
    by_theme: dict[int, list[Use]] = defaultdict(list)
    for use in uses:
        by_theme[use.theme_id].append(use)
    rows = [
        Recurring(
            theme_id,
            here[0].theme,
            len({use.review_id for use in here}),
            len({use.finding_id for use in here}),
            tuple(sorted({use.year for use in here} - {NO_YEAR})),
        )
        for theme_id, here in by_theme.items()
    ]
    return sorted(rows, key=lambda one: (-one.reviews, -one.findings, one.theme))


def matrix(uses: Iterable[Use], across: Callable[[Use], Iterable[Hashable]]) -> Mapping[tuple[int, Hashable], int]:
    """How many reviews speak of a theme under each heading that `across` gives; nothing where none does."""
    reviews: dict[tuple[int, Hashable], set[int]] = defaultdict(set)
    for use in uses:
        for heading in across(use):
            reviews[use.theme_id, heading].add(use.review_id)
    return {place: len(here) for place, here in reviews.items()}
