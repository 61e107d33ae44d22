"""Which instrument, and which edition of it, some words of a paper name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class KnownEdition:
    id: int
    label: str
    in_force: date | None
    superseded: date | None
    superseded_by: str
    is_verified: bool

    @property
    def years(self) -> frozenset[str]:
        return frozenset(_YEAR.findall(self.label))


@dataclass(frozen=True, slots=True)
class KnownInstrument:
    id: int
    slug: str
    name: str
    aliases: tuple[str, ...]
    editions: tuple[KnownEdition, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """`edition` is None when the words name none, or one that is not kept; `year` is the year written, if any."""

    instrument: KnownInstrument
    edition: KnownEdition | None
    year: str
    words: str


@dataclass(frozen=True, slots=True)
class Superseded:
    """From `on` (at the latest, when only a year was written) the words name law that `by` has replaced."""

    on: date
    by: str
    is_verified: bool


def plain(text: str) -> str:
    """Lower case, words and numbers only, one space between: how names and papers are compared."""
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold().replace("’", "").replace("'", "").replace("&", " and ")))


@dataclass(frozen=True)
class LawBook:
    """All instruments with their names, loaded once so that a whole paper is recognised without more queries."""

    instruments: tuple[KnownInstrument, ...]

    def recognise(self, text: str) -> Recognised | None:
        """The instrument whose longest name stands in the text, and the edition of the year written beside it."""
        words = f" {plain(text)} "
        found = [(len(name), -k.id, k, name) for k in self.instruments for name in _names(k) if f" {name} " in words]
        if not found:
            return None
        _, _, known, name = max(found)
        year = _year_beside(words, name)
        return Recognised(known, _edition_of(known, year), year, text)

    def superseded_since(self, named: Recognised, day: date) -> Superseded | None:
        """What replaced the law that a paper names, when that was so by `day`."""
        if named.edition is not None:
            edition = named.edition
            if edition.superseded is None or edition.superseded > day:
                return None
            return Superseded(edition.superseded, edition.superseded_by, edition.is_verified)
        return _replaced_by_a_later_year(named, day) if named.year else None


def _names(known: KnownInstrument) -> Iterable[str]:
    return [name for name in (plain(n) for n in (known.name, *known.aliases)) if name]


def _year_beside(words: str, name: str) -> str:
    """A year within the name itself, or the first one after it, or the last one before it."""
    before, _, after = words.partition(f" {name} ")
    inside, follows, precedes = (_YEAR.findall(part) for part in (name, after, before))
    return (inside or follows[:1] or precedes[-1:] or [""])[0]


def _edition_of(known: KnownInstrument, year: str) -> KnownEdition | None:
    """Of two editions that bear the year (an edition and its factual update) the later; a single edition needs no year."""
    bearing = [e for e in known.editions if year in e.years] if year else []
    if bearing:
        return max(bearing, key=lambda e: e.in_force or date.max)
    if len(known.editions) == 1 and (not year or not known.editions[0].years):
        return known.editions[0]
    return None


def _replaced_by_a_later_year(named: Recognised, day: date) -> Superseded | None:
    """An edition that is not kept (a yearly one of long ago): replaced when the one in force bears a later year."""
    in_force = [e for e in named.instrument.editions if e.in_force and e.in_force <= day and e.years]
    latest = max(in_force, key=lambda e: e.in_force or date.min, default=None)
    if latest is None or latest.in_force is None or max(latest.years) <= named.year:
        return None
    return Superseded(latest.in_force, latest.label, latest.is_verified)
