"""The register of briefings and the page of one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.record.reviews.queries.practice import is_open

from .. import policy, queries
from ..documents.papers import BriefingWords
from ..domain.briefings import KIND_LABELS, MOST_WORDS, OUT, PARTS, STATUS_LABELS, BriefingKind, Status, words_in
from ..domain.issues import Reach
from ..models import Briefing, BriefingFinding, BriefingRecommendation
from .shared import Crumbs, Fact, ListPage, at, button, day, post_button

COLOURS = {
    Status.DRAFT: "grey",
    Status.APPROVED: "blue",
    Status.ISSUED: "green",
    Status.REVISED: "grey",
    Status.RETIRED: "grey",
}
RELEASED = "A finding released for learning before its review is published"


def audience(briefing: Briefing) -> str:
    sectors = ", ".join(str(link) for link in briefing.sectors.all()) or "All sectors"
    return f"{sectors}: {briefing.roles}" if briefing.roles else sectors


def briefings_page(
    briefings: Iterable[Briefing],
    reach: dict[int, Reach],
    partnership: Partnership,
    viewer: Viewer,
    on: date,
    path: str,
) -> ListPage:
    slug = partnership.slug
    actions = ()
    if policy.may_keep_learning(viewer, partnership.pk):
        actions = (
            button("Write a briefing", at("write", slug)),
            button("Subscribers", at("subscribers", slug), quiet=True),
        )
    table = Table(
        caption="Briefings",
        columns=(
            Column("title", "Briefing"),
            Column("kind", "Kind"),
            Column("status", "How it stands"),
            Column("issued", "Issued"),
            Column("themes", "Themes"),
            Column("sent", "Sent to agencies", numeric=True),
            Column("received", "Received", numeric=True),
            Column("passed", "Passed on", numeric=True),
            Column("late", "Overdue", numeric=True),
        ),
        rows=tuple(_row(one, reach.get(one.pk), slug, on) for one in briefings),
        filters=(Filter("status", "How it stands"), Filter("kind", "Kind"), Filter("themes", "Theme")),
        searchable=True,
        export_href=path,
        empty="There are no briefings yet. Write one from the findings of a review.",
        note="Received and passed on are what agencies have confirmed. A briefing that nobody confirmed is not one that nobody read.",
    )
    return ListPage("Briefings", (), (table,), actions)


def _row(one: Briefing, reach: Reach | None, slug: str, on: date) -> Row:
    status = queries.status_of(one, on)
    themes = [link.theme.label for link in one.themes.all()]
    counts: tuple[Any, ...] = (None, None, None, None)
    if reach:
        late = Cell(text=str(reach.overdue), value=reach.overdue, tag="red") if reach.overdue else 0
        counts = (reach.sent, reach.received, reach.cascaded, late)
    return row(
        Cell(text=str(one), href=at("briefing", slug, briefing=one.pk)),
        KIND_LABELS[BriefingKind(one.kind)],
        Cell(text=STATUS_LABELS[status], tag=COLOURS[status]),
        one.issued_on if one.issued_on and one.issued_on <= on else None,
        ", ".join(themes),
        *counts,
        facets={"themes": themes},
    )


@dataclass(frozen=True)
class PartShown:
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class FindingShown:
    """A finding it is made from. Without the right to read it, only that it was released."""

    words: str
    review: str
    state: str
    colour: str
    why: str
    release_href: str
    drop_href: str


@dataclass(frozen=True)
class BriefingPage:
    title: str
    kind: str
    status: str
    colour: str
    crumbs: list[dict[str, str]]
    actions: tuple[dict[str, Any], ...]
    facts: tuple[Fact, ...]
    parts: tuple[PartShown, ...]
    findings: tuple[FindingShown, ...]
    recommendations: tuple[tuple[str, str, str], ...]
    papers: tuple[tuple[str, str], ...]
    length: str
    is_out: bool
    url: str


def briefing_page(
    briefing: Briefing, newer: Briefing | None, viewer: Viewer, partnership: Partnership, on: date
) -> BriefingPage:
    slug, status = partnership.slug, queries.status_of(briefing, on)
    kind = BriefingKind(briefing.kind)
    keeps = bool(policy.may_keep_learning(viewer, partnership.pk))
    return BriefingPage(
        title=str(briefing),
        kind=KIND_LABELS[kind],
        status=STATUS_LABELS[status],
        colour=COLOURS[status],
        crumbs=Crumbs("briefings", slug, str(briefing)).items,
        actions=_actions(briefing, status, newer, slug) if keeps else (),
        facts=tuple(_facts(briefing, newer, slug, on)),
        parts=tuple(_parts(briefing, kind)),
        findings=tuple(_finding(link, status, viewer, slug, on, keeps) for link in briefing.findings.all()),
        recommendations=tuple(
            _carried(link, slug, keeps and status not in OUT) for link in briefing.recommendations.all()
        ),
        papers=tuple(
            (label, at("briefing_paper", slug, briefing=briefing.pk, form=form))
            for label, form in (("Word", "docx"), ("PDF", "pdf"))
        ),
        length=_length(briefing, kind),
        is_out=status in OUT,
        url=briefing.url,
    )


def _actions(briefing: Briefing, status: Status, newer: Briefing | None, slug: str) -> tuple[dict[str, Any], ...]:
    def to(name: str) -> str:
        return at(name, slug, briefing=briefing.pk)

    if status in (Status.DRAFT, Status.APPROVED):
        step = button("Issue it", to("issue")) if status is Status.APPROVED else button("Approve it", to("approve"))
        return (
            step,
            button("Write its parts", to("parts"), quiet=True),
            button("Choose findings", to("findings"), quiet=True),
            button("Add a recommendation", to("carry"), quiet=True),
            button("Change title and audience", to("correct"), quiet=True),
            post_button("Remove this draft", to("remove")),
        )
    if status is Status.ISSUED:
        revise = () if newer else (button("Make a new version", to("revise"), quiet=True),)
        return (
            button("Send it to another agency", to("send")),
            *revise,
            button("Retire it", to("retire"), quiet=True),
        )
    return ()


def _facts(briefing: Briefing, newer: Briefing | None, slug: str, on: date) -> Iterable[Fact]:
    yield Fact("For", audience(briefing))
    if themes := ", ".join(link.theme.label for link in briefing.themes.all()):
        yield Fact("Themes", themes)
    yield Fact("Drafted", day(briefing.drafted_on), note=f"by {briefing.written_by}" if briefing.written_by else "")
    if briefing.approved_on:
        who = f"at {briefing.approved_at}" if briefing.approved_at else f"by {briefing.approved_by or 'Sightline'}"
        yield Fact("Approved", day(briefing.approved_on), note=who)
    if briefing.issued_on and briefing.issued_on <= on:
        yield Fact("Issued", day(briefing.issued_on))
        late = bool(briefing.review_on and briefing.review_on < on)
        yield Fact("To be looked at again", day(briefing.review_on), note="That day is over" if late else "")
    if briefing.also_from:
        yield Fact("Also made from", briefing.also_from)
    if briefing.revises:
        older = at("briefing", slug, briefing=briefing.revises_id)
        yield Fact("Replaces", str(briefing.revises), older, note=briefing.why_revised)
    if newer:
        yield Fact("Newer version", str(newer), at("briefing", slug, briefing=newer.pk))
    if briefing.retired_on and briefing.retired_on <= on:
        yield Fact("Retired", day(briefing.retired_on), note=briefing.retired_because)


def _parts(briefing: Briefing, kind: BriefingKind) -> Iterable[PartShown]:
    texts = {part.code: part.text for part in briefing.parts.all()}
    for part in PARTS[kind]:
        lines = tuple(line.strip() for line in texts.get(part.code, "").splitlines() if line.strip())
        yield PartShown(part.heading, lines)


def _length(briefing: Briefing, kind: BriefingKind) -> str:
    if kind not in MOST_WORDS:
        return ""
    count = words_in({part.code: part.text for part in briefing.parts.all()})
    return f"{count} of at most {MOST_WORDS[kind]} words, so that it prints on two pages."


def _carried(link: BriefingRecommendation, slug: str, may_change: bool) -> tuple[str, str, str]:
    """Its exact words, its page, and where it is taken out again."""
    one = link.recommendation
    href = reverse("recommendations:recommendation", kwargs={"partnership": slug, "recommendation": one.pk})
    out = at("leave", slug, briefing=link.briefing_id, recommendation=one.pk) if may_change else ""
    return one.text, href, out


def _finding(link: BriefingFinding, status: Status, viewer: Viewer, slug: str, on: date, keeps: bool) -> FindingShown:
    review = link.finding.review
    published = is_open(review, on)
    state, colour = ("Published", "green") if published else ("Released", "blue")
    if not published and not link.released_because:
        state, colour = "Held back until it is published or released", "red"
    here = {"briefing": link.briefing_id, "finding": link.finding_id}
    may_change = keeps and status in (Status.DRAFT, Status.APPROVED)
    may_release = may_change and colour == "red" and policy.may_release(viewer, review.partnership_id)
    if not queries.may_show(viewer, link.finding, on):
        return FindingShown(RELEASED, "", state, colour, "", "", "")
    return FindingShown(
        words=link.finding.text,
        review=str(review),
        state=state,
        colour=colour,
        why="" if published else link.released_because,
        release_href=at("release", slug, **here) if may_release else "",
        drop_href=at("drop_finding", slug, **here) if may_change else "",
    )


def briefing_words(briefing: Briefing, partnership: Partnership, on: date) -> BriefingWords:
    """For paper: what it was made from names published reviews only."""
    reviews = {link.finding.review for link in briefing.findings.all()}
    named = sorted(str(one) for one in reviews if is_open(one, on))
    sources = [*named, briefing.also_from] if briefing.also_from else named
    return BriefingWords(
        kind=BriefingKind(briefing.kind),
        title=briefing.title,
        partnership=partnership.name,
        texts={part.code: part.text for part in briefing.parts.all()},
        audience=audience(briefing),
        url=briefing.url,
        issued_on=briefing.issued_on,
        version=briefing.version,
        sources=tuple(sources),
    )
