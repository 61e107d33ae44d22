"""Reviews of progress, shaped as pages and papers show them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.blocks import Facts, Grid, Heading, Paper, Paragraph, Points
from sightline.foundation.design.tables import Cell, Column, Row, Table, row

from ..domain import Change, Moved, ReviewState, Standing, changes
from ..models import ProgressReview
from ..queries import Chain
from .chain import GRADES, ChainCard, WordLine, chain_card, counted, day, review_href, title_of, word_line


def reviews_table(reviews: Iterable[ProgressReview], slug: str, path: str) -> Table:
    return Table(
        caption="Reviews of progress",
        caption_hidden=True,
        columns=(
            Column("on", "Held"),
            Column("since", "Looked back to"),
            Column("state", "State"),
            Column("forward", "Moved forward", numeric=True),
            Column("not", "Did not", numeric=True),
            Column("decisions", "Decisions", numeric=True),
        ),
        rows=tuple(_review_row(review, slug) for review in reviews),
        export_href=path,
        empty="No review of progress is on record. Open the first: it begins with the chain as it stands.",
    )


def _review_row(review: ProgressReview, slug: str) -> Row:
    moved = [word.moved for word in review.words.all()]
    is_open = review.state == ReviewState.OPEN
    return row(
        Cell(text=day(review.on), value=review.on, href=review_href(slug, review.pk)),
        review.since or Cell(text="The beginning"),
        Cell(text="Open" if is_open else "Closed", tag="blue" if is_open else "grey"),
        moved.count(Moved.FORWARD),
        len(moved) - moved.count(Moved.FORWARD),
        len(review.resolved.all()),
    )


@dataclass(frozen=True)
class ReviewPart:
    """One priority at a review: where it stands, what moved since the last, and what people say of that."""

    card: ChainCard
    changes: tuple[Change, ...]
    word: WordLine | None
    say_href: str


@dataclass(frozen=True)
class ResolvedLine:
    text: str
    about: str
    decision: str


@dataclass(frozen=True)
class ReviewPage:
    id: int
    title: str
    facts: tuple[dict[str, str], ...]
    summary: str
    is_open: bool
    parts: tuple[ReviewPart, ...]
    gone: tuple[str, ...]
    resolved: tuple[ResolvedLine, ...]
    missing: str
    crumbs: tuple[dict[str, str], ...]


def review_page(
    review: ProgressReview, now: Sequence[Chain], before: Sequence[Chain], partnership: Partnership
) -> ReviewPage:
    slug = partnership.slug
    stood = {chain.priority.pk: chain.standing() for chain in before}
    words = {word.priority_id: word for word in review.words.all()}
    parts = tuple(_part(review, chain, stood, words, slug) for chain in now)
    unsaid = sum(part.word is None for part in parts)
    here = {chain.priority.pk for chain in now}
    return ReviewPage(
        id=review.pk,
        title=f"Review of progress, {day(review.on)}",
        facts=tuple(_review_facts(review)),
        summary=review.summary,
        is_open=review.state == ReviewState.OPEN,
        parts=parts,
        gone=tuple(title_of(chain) for chain in before if chain.priority.pk not in here),
        resolved=tuple(_resolved(one) for one in review.resolved.all()),
        missing=_missing(unsaid, len(review.resolved.all())),
        crumbs=(
            {"text": "From promise to impact", "href": reverse("progress:chain", kwargs={"partnership": slug})},
            {"text": "Reviews of progress", "href": reverse("progress:reviews", kwargs={"partnership": slug})},
        ),
    )


def _missing(unsaid: int, decisions: int) -> str:
    needed = []
    if unsaid:
        needed.append(f"say whether {counted(unsaid, 'priority', 'priorities')} moved, and why")
    if not decisions:
        needed.append("record what was decided")
    return f"Before it can be closed: {' and '.join(needed)}." if needed else ""


def _part(
    review: ProgressReview, chain: Chain, stood: Mapping[int, Standing], words: Mapping[int, Any], slug: str
) -> ReviewPart:
    pk = chain.priority.pk
    word = words.get(pk)
    return ReviewPart(
        card=chain_card(chain, slug),
        changes=changes(stood.get(pk, Standing()), chain.standing()),
        word=word_line(word, review, slug) if word else None,
        say_href=reverse("progress:say", kwargs={"partnership": slug, "review": review.pk, "priority": pk}),
    )


def _review_facts(review: ProgressReview) -> Iterable[dict[str, str]]:
    yield {"term": "Looks back to", "value": day(review.since) if review.since else "The beginning"}
    if review.meeting:
        yield {
            "term": "Held at",
            "value": f"{review.meeting.board}, {day(review.meeting.held_on)}",
            "href": reverse(
                "meetings:meeting", kwargs={"partnership": review.partnership.slug, "meeting": review.meeting_id}
            ),
        }
    if review.closed_on:
        yield {
            "term": "Closed",
            "value": f"{day(review.closed_on)}{f' by {review.closed_by}' if review.closed_by else ''}",
        }


def _resolved(one: Any) -> ResolvedLine:
    about = str(one.priority) if one.priority else "All priorities"
    return ResolvedLine(one.text, about, f"Decision {one.decision.number} of the meeting" if one.decision else "")


def review_paper(page: ReviewPage, partnership: Partnership, table: Table) -> Paper:
    """The review to take away: where each priority stands, what moved, what was said of it, what was decided."""
    facts = Facts(tuple((fact["term"], fact["value"]) for fact in page.facts))
    blocks: list[Any] = [facts]
    if page.summary:
        blocks.append(Paragraph(page.summary))
    blocks.append(Heading("Where the priorities stand"))
    blocks.append(_grid(table))
    for part in page.parts:
        blocks += [Heading(part.card.title), Paragraph(part.card.stage, "strong"), Paragraph(part.card.reach)]
        moved = tuple(change.words for change in part.changes) or ("Nothing that the record holds has moved.",)
        blocks += [Heading("What moved", 2), Points(moved)]
        said = f"{part.word.moved}. {part.word.why}".strip() if part.word else "Nothing is said of it yet."
        blocks += [Heading("What the review says", 2), Paragraph(said)]
    blocks.append(Heading("Decisions"))
    decided = tuple(f"{line.text} ({line.about})" for line in page.resolved)
    blocks.append(Points(decided, numbered=True) if decided else Paragraph("None recorded yet."))
    return Paper(
        title=page.title,
        organisation=partnership.name,
        footer="Open" if page.is_open else "Closed",
        blocks=tuple(blocks),
    )


def _grid(table: Table) -> Grid:
    """The table as a page of paper holds it: evidence in one column of words, the rest as it is."""
    grades = [place for place, column in enumerate(table.columns) if column.key in GRADES]
    kept = [place for place in range(len(table.columns)) if place not in grades]
    rows = []
    for line in table.rows:
        counts = [(line.cells[place].value, table.columns[place].title.lower()) for place in grades]
        evidence = ", ".join(f"{number} {words}" for number, words in counts if number) or "None"
        rows.append((*(line.cells[place].words for place in kept[:-1]), evidence, line.cells[kept[-1]].words))
    titles = (*(table.columns[place].title for place in kept[:-1]), "Evidence", table.columns[kept[-1]].title)
    empty = ((table.empty, *("" for _ in titles[1:])),)
    return Grid(titles, tuple(rows) or empty, widths=(5, 2.2, 1.7, 1.9, 3.4, 3.4), numeric=(1, 2, 3))
