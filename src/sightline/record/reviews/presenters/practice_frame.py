"""What every page of one review shares: what it is, how it stands, the tabs to its pages; and the register of all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.html import format_html

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row

from ..domain import ReviewKind, kind_words
from ..domain.themes import year_of
from ..models import Review

GROUPS: tuple[tuple[str, str, frozenset[ReviewKind]], ...] = (
    ("all", "All", frozenset(ReviewKind)),
    (
        "practice",
        "Practice and serious case reviews",
        frozenset({ReviewKind.LOCAL_PRACTICE, ReviewKind.SERIOUS_CASE, ReviewKind.LEARNING}),
    ),
    ("rapid", "Rapid reviews", frozenset({ReviewKind.RAPID})),
    ("national", "National and thematic", frozenset({ReviewKind.NATIONAL_PRACTICE, ReviewKind.THEMATIC})),
    ("deaths", "Child death overview", frozenset({ReviewKind.CHILD_DEATH})),
    (
        "others",
        "Other boards’ reviews",
        frozenset(
            {
                ReviewKind.DOMESTIC_HOMICIDE,
                ReviewKind.SAFEGUARDING_ADULTS,
                ReviewKind.MAPPA,
                ReviewKind.OFFENSIVE_WEAPONS,
            }
        ),
    ),
)
EMPTY = "No review is recorded here yet. Record one of any kind and time, or bring in a paper that speaks of reviews."
EMPTY_TO_OTHERS = "No published review is recorded here."


@dataclass(frozen=True)
class Tab:
    text: str
    href: str
    current: bool
    count: int | None = None


@dataclass(frozen=True)
class Link:
    text: str
    href: str


@dataclass(frozen=True)
class ReviewFrame:
    id: int
    title: str
    kind: str
    state: str
    colour: str
    is_restricted: bool
    may_keep: bool
    crumbs: tuple[dict[str, str], ...]
    tabs: tuple[Tab, ...]


def href(slug: str, name: str, **parts: object) -> str:
    return reverse(f"reviews:{name}", kwargs={"partnership": slug, **parts})


def state_of(review: Review, on: date) -> tuple[str, str]:
    """How a review stands on a day, in words, and the colour of its tag."""
    publication = getattr(review, "publication", None)
    if publication and publication.is_taken_back and publication.withdrawn_on and publication.withdrawn_on <= on:
        return "Taken back", "red"
    if review.published_on and review.published_on <= on:
        return "Published", "green"
    if review.completed_on and review.completed_on <= on:
        return "Completed, not published", "yellow"
    if review.started_on and review.started_on <= on:
        return "Under way", "blue"
    decided_on = review.practice.decided_on if hasattr(review, "practice") else None
    return ("Under way", "blue") if decided_on and decided_on <= on else ("Not known", "grey")


def began_on(review: Review) -> date | None:
    """The day by which a review is called: when it began, or was decided on."""
    return review.started_on or (review.practice.decided_on if hasattr(review, "practice") else None)


def kind_of(review: Review) -> str:
    """Its kind in the words of its day."""
    return kind_words(review.kind, began_on(review))


def frame_of(review: Review, slug: str, current: str, on: date, *, may_keep: bool) -> ReviewFrame:
    state, colour = state_of(review, on)
    pages = [("review", "The review"), ("template", "Template"), ("publication", "Publication and update")]
    if not hasattr(review, "practice"):
        pages = [pages[0], *([pages[2]] if review.kind != ReviewKind.RAPID else [])]
    return ReviewFrame(
        id=review.pk,
        title=str(review),
        kind=kind_of(review),
        state=state,
        colour=colour,
        is_restricted=state != "Published",
        may_keep=may_keep,
        crumbs=({"text": "Reviews", "href": href(slug, "register")},),
        tabs=(
            *(Tab(text, href(slug, name, review=review.pk), name == current) for name, text in pages),
            *((Tab("The fifteen days", home_of(review, slug), False),) if hasattr(review, "rapid") else ()),
        ),
    )


def home_of(review: Review, slug: str) -> str:
    """A rapid review's own page where it has one, else the page that every review has."""
    if hasattr(review, "rapid"):
        return href(slug, "rapid", rapid=review.rapid.pk)
    return href(slug, "review", review=review.pk)


def register_tabs(show: str, path: str, kinds: Iterable[str]) -> tuple[Tab, ...]:
    held = list(kinds)
    return tuple(
        Tab(text, f"{path}?show={key}", key == show, sum(kind in group for kind in held)) for key, text, group in GROUPS
    )


def kinds_of(show: str) -> frozenset[ReviewKind] | None:
    return next((kinds for key, _, kinds in GROUPS if key == show), None)


def register_table(reviews: Iterable[Review], slug: str, on: date, path: str, *, empty: str) -> Table:
    return Table(
        caption="Reviews",
        columns=(
            Column("reference", "Reference"),
            Column("kind", "Kind"),
            Column("state", "State"),
            Column("year", "Year"),
            Column("published", "Published"),
            Column("findings", "Findings", numeric=True),
            Column("recommendations", "Recommendations", numeric=True),
        ),
        rows=tuple(_row(one, slug, on) for one in reviews),
        filters=(Filter("kind", "Kind"), Filter("year", "Year"), Filter("state", "State")),
        searchable=True,
        sort="-year",
        export_href=path,
        empty=empty,
        note="The year runs from April: of publication, or else of completion, beginning or decision.",
    )


def _row(review: Review, slug: str, on: date) -> Row:
    state, colour = state_of(review, on)
    label = kind_of(review)
    decided_on = review.practice.decided_on if hasattr(review, "practice") else None
    year = year_of(review.published_on, review.completed_on, review.started_on, decided_on)
    published = review.published_on if review.published_on and review.published_on <= on else None
    return row(
        Cell(text=review.reference, href=home_of(review, slug), note=review.title),
        label,
        Cell(text=state, tag=colour),
        Cell(text=year, html=format_html('<span class="sl-nowrap">{}</span>', year)),
        published,
        review.finding_count,
        review.recommendation_count,
        facets={"kind": label, "year": year, "state": state},
    )
