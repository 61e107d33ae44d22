"""Recommendations that are alike: the panel of one, a pair side by side, and what was asked again and again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sightline.foundation.design.paging import Address, Pages, pages_of

from ..domain.likeness import REPEATED, Pair
from ..domain.repeats import Two, two
from ..domain.terms import pieces, terms_of
from ..models import Recommendation, Sameness
from ..queries import Compared
from .words import addressees, day, in_register_order, title_of

IN_PANEL = 8
WORDS = 8  # words named as shared or different: the ones that tell most
GROUPS_ON_A_PAGE = 25
Href = Callable[[Recommendation], str]
PairHref = Callable[[int, int], str]


@dataclass(frozen=True)
class Piece:
    text: str
    is_shared: bool


@dataclass(frozen=True)
class AlikeLine:
    title: str
    where: str
    href: str
    compare_href: str
    pieces: tuple[Piece, ...]
    how: str
    shared: str
    said: str


@dataclass(frozen=True)
class AlikePanel:
    lines: tuple[AlikeLine, ...]
    more: int
    compared: int


def how_alike(score: float) -> str:
    return f"{'Nearly the same' if score >= REPEATED else 'Alike'}, {round(score * 100)}% alike by the words they share"


def alike_panel(
    one: Recommendation,
    compared: Compared,
    said: Mapping[Two, bool],
    href: Href,
    pair_href: PairHref,
) -> AlikePanel:
    """The nearest to one, what a person called not the same left out, what a person called the same first."""
    found = {pair.other(one.pk): pair for pair in compared.nearest(one.pk)}
    for first, second in (pair for pair, is_same in said.items() if is_same and one.pk in pair):
        if first in compared.likeness and second in compared.likeness:
            found.setdefault(second if first == one.pk else first, compared.likeness.compare(first, second))
    kept = [pk for pk in found if said.get(two(one.pk, pk)) is not False]
    kept.sort(key=lambda pk: (not said.get(two(one.pk, pk)), -found[pk].score, pk))
    shown = compared.whole(kept[:IN_PANEL])
    lines = tuple(
        _line(one, shown[pk], found[pk], compared, said, href, pair_href) for pk in kept[:IN_PANEL] if pk in shown
    )
    return AlikePanel(lines, max(len(kept) - IN_PANEL, 0), max(len(compared) - 1, 0))


def _line(
    one: Recommendation,
    other: Recommendation,
    pair: Pair,
    compared: Compared,
    said: Mapping[Two, bool],
    href: Href,
    pair_href: PairHref,
) -> AlikeLine:
    shared = compared.likeness.shared(one.pk, other.pk)
    return AlikeLine(
        title=title_of(other),
        where=where_of(other),
        href=href(other),
        compare_href=pair_href(one.pk, other.pk),
        pieces=marked(other.text, shared),
        how=how_alike(pair.score),
        shared=words_of(other.text, shared),
        said="A person said: the same" if said.get(two(one.pk, other.pk)) else "",
    )


def where_of(one: Recommendation) -> str:
    return ", ".join(filter(None, (one.source_title, day(one.made_on) or "date not known", one.partnership.short_name)))


def marked(text: str, stems: Iterable[str]) -> tuple[Piece, ...]:
    return tuple(Piece(piece, is_shared) for piece, is_shared in pieces(text, frozenset(stems)))


def words_of(text: str, stems: Iterable[str]) -> str:
    """The words in which these stems stand, the first few."""
    said = terms_of(text)
    found = [said[stem] for stem in stems if stem in said]
    return ", ".join(found[:WORDS]) + (f" and {len(found) - WORDS} more" if len(found) > WORDS else "")


@dataclass(frozen=True)
class PairSide:
    title: str
    where: str
    href: str
    to: str
    pieces: tuple[Piece, ...]
    only_here: str


@dataclass(frozen=True)
class PairPage:
    how: str
    is_alike: bool
    shared: str
    sides: tuple[PairSide, PairSide]
    said: str
    say_href: str
    crumbs: tuple[dict[str, str], ...]


def pair_page(
    one: Recommendation,
    other: Recommendation,
    compared: Compared,
    said: Sameness | None,
    href: Href,
    say_href: str,
    crumbs: tuple[dict[str, str], ...],
) -> PairPage:
    score = compared.likeness.compare(one.pk, other.pk).score
    is_alike = score >= compared.likeness.threshold
    shared = compared.likeness.shared(one.pk, other.pk)
    return PairPage(
        how=how_alike(score) if is_alike else "These two do not look alike",
        is_alike=is_alike,
        shared=words_of(one.text, shared),
        sides=(_side(one, other, compared, href), _side(other, one, compared, href)),
        said=f"{said}, said {said.by or 'Sightline'} on {day(said.on)}." if said else "",
        say_href=say_href,
        crumbs=crumbs,
    )


def _side(one: Recommendation, other: Recommendation, compared: Compared, href: Href) -> PairSide:
    shared = compared.likeness.shared(one.pk, other.pk)
    only = compared.likeness.only_in(one.pk, other.pk)
    to = addressees(one)
    return PairSide(title_of(one), where_of(one), href(one), to, marked(one.text, shared), words_of(one.text, only))


@dataclass(frozen=True)
class Asked:
    """One time that it was asked."""

    title: str
    where: str
    href: str
    compare_href: str
    pieces: tuple[Piece, ...]
    how: str


@dataclass(frozen=True)
class Group:
    heading: str
    where: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class RepeatedPage:
    """`is_moving`: they are being compared, the page looks again."""

    groups: tuple[Group, ...]
    found: int
    compared: int
    paging: Pages
    is_moving: bool
    again_href: str
    crumbs: tuple[dict[str, str], ...]


def repeated_page(
    compared: Compared,
    said: Mapping[Two, bool],
    href: Href,
    pair_href: PairHref,
    here: Address,
    crumbs: tuple[dict[str, str], ...],
) -> RepeatedPage:
    groups = compared.groups_soon(dict(said))
    paging = pages_of(len(groups or ()), here, size=GROUPS_ON_A_PAGE)
    shown = (groups or [])[paging.start : paging.stop]
    whole = compared.whole({pk for group in shown for pk in group})
    made = tuple(_group([whole[pk] for pk in group if pk in whole], compared, said, href, pair_href) for group in shown)
    return RepeatedPage(made, len(groups or ()), len(compared), paging, groups is None, here.but({}), crumbs)


def _group(
    members: Iterable[Recommendation], compared: Compared, said: Mapping[Two, bool], href: Href, pair_href: PairHref
) -> Group:
    """The newest is the one that the others are held against."""
    ones = sorted(members, key=in_register_order)
    newest = ones[0]
    years = {one.made_on.year for one in ones if one.made_on}
    places = sorted({one.partnership.short_name for one in ones})
    unknown = sum(one.made_on is None for one in ones)
    return Group(
        heading=f"The same recommendation {len(ones)} times{_span(years)}",
        where=", ".join(places) + (f"; {unknown} without a date" if unknown else ""),
        asked=tuple(_asked(one, newest, ones, compared, said, href, pair_href) for one in ones),
    )


def _span(years: set[int]) -> str:
    if not years:
        return ""
    span = max(years) - min(years) + 1
    return f" in {span} years, {min(years)} to {max(years)}" if span > 1 else f" in {min(years)}"


def _asked(
    one: Recommendation,
    newest: Recommendation,
    ones: list[Recommendation],
    compared: Compared,
    said: Mapping[Two, bool],
    href: Href,
    pair_href: PairHref,
) -> Asked:
    against = ones[1] if one is newest else newest
    shared = compared.likeness.shared(one.pk, against.pk)
    score = compared.likeness.compare(one.pk, against.pk).score
    person = said.get(two(one.pk, against.pk))
    return Asked(
        title=title_of(one),
        where=where_of(one),
        href=href(one),
        compare_href="" if one is newest else pair_href(newest.pk, one.pk),
        pieces=marked(one.text, shared),
        how="The newest" if one is newest else "A person said: the same" if person else how_alike(score),
    )
