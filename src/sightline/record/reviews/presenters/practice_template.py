"""A review on its template: each part filled, empty or not applicable, and the same as a paper."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sightline.foundation.design.blocks import Facts, Grid, Paper
from sightline.partnership.law.presenters.names import name_on

from ..documents.practice import PaperSection, review_blocks
from ..domain.practice import (
    PARALLEL_LABELS,
    STANDING_LABELS,
    Parallel,
    Part,
    Section,
    Standing,
    completeness,
    sections_of,
    standing_of,
)
from ..domain.publication import day
from ..models import Finding, PanelSeat, PracticeReview, PracticeReviewer, Review, ReviewRecommendation
from .practice_frame import Link, began_on, href, kind_of, state_of
from .practice_review import recommended_line

COLOURS = {Standing.FILLED: "green", Standing.EMPTY: "yellow", Standing.NOT_APPLICABLE: "grey"}
INDEPENDENCE = {True: "independent", False: "not independent", None: "independence not said"}


@dataclass(frozen=True)
class Line:
    text: str
    note: str = ""
    remove: Link | None = None


@dataclass(frozen=True)
class SectionView:
    code: str
    heading: str
    asks: str
    standing: Standing
    state: str
    colour: str
    because: str
    text: str
    lines: tuple[Line, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class TemplatePage:
    edition: str
    completeness: str
    decided: str
    sections: tuple[SectionView, ...]
    papers: tuple[Link, ...]


def template_page(
    practice: PracticeReview,
    findings: Iterable[Finding],
    recommended: Iterable[ReviewRecommendation],
    slug: str,
    on: date,
    *,
    may_keep: bool,
    papers: tuple[Link, ...],
) -> TemplatePage:
    held = {Part.FINDINGS: _findings(findings), Part.RECOMMENDATIONS: _recommended(recommended, slug, on)}
    sections = tuple(_section(one, practice, held, slug, may_keep) for one in sections_of(practice.edition))
    return TemplatePage(
        edition=practice.edition,
        completeness=completeness((one.heading, one.standing) for one in sections),
        decided=day(practice.decided_on),
        sections=sections,
        papers=papers,
    )


def _section(
    section: Section, practice: PracticeReview, held: dict[Part, tuple[Line, ...]], slug: str, may_keep: bool
) -> SectionView:
    row = next((one for one in practice.sections.all() if one.code == section.code), None)
    lines = held.get(section.part) or _lines(section.part, practice, slug, may_keep)
    text, because = (row.text, row.not_applicable_because) if row else ("", "")
    standing = standing_of(bool(text or lines), because)
    return SectionView(
        code=section.code,
        heading=section.heading,
        asks=section.asks,
        standing=standing,
        state=STANDING_LABELS[standing],
        colour=COLOURS[standing],
        because=because if standing is Standing.NOT_APPLICABLE else "",
        text=text,
        lines=lines,
        links=_links(section, standing, practice.pk, slug) if may_keep else (),
    )


def _lines(part: Part, practice: PracticeReview, slug: str, may_keep: bool) -> tuple[Line, ...]:
    if part is Part.REVIEWERS:
        return tuple(_reviewer(one, practice.pk, slug, may_keep) for one in practice.reviewers.all())
    if part is Part.PANEL:
        return tuple(_seat(one, practice.pk, slug, may_keep) for one in practice.panel.all())
    if part is Part.PERIOD:
        return _period(practice)
    return _parallel(practice) if part is Part.PARALLEL else ()


def _reviewer(one: PracticeReviewer, review: int, slug: str, may_keep: bool) -> Line:
    body = str(one.organisation) if one.organisation else one.organisation_as_written
    said = [one.role, body, INDEPENDENCE[one.is_independent]]
    said += [f"appointed {day(one.appointed_on)}"] if one.appointed_on else []
    remove = href(slug, "take_off_reviewer", review=review, reviewer=one.pk)
    return Line(one.name, ", ".join(filter(None, said)), Link("Take off", remove) if may_keep else None)


def _seat(one: PanelSeat, review: int, slug: str, may_keep: bool) -> Line:
    remove = href(slug, "take_off_panel", review=review, seat=one.pk)
    return Line(str(one), one.get_part_display(), Link("Take off", remove) if may_keep else None)


def _period(practice: PracticeReview) -> tuple[Line, ...]:
    if not (practice.started_on or practice.ended_on):
        return ()
    last = practice.ended_on - timedelta(days=1) if practice.ended_on else None
    return (Line(f"From {day(practice.started_on) or 'a day not known'} to {day(last) or 'a day not known'}"),)


def _parallel(practice: PracticeReview) -> tuple[Line, ...]:
    if practice.has_parallel is None:
        return ()
    if not practice.has_parallel:
        return (Line("None"),)
    kinds = tuple(Line(PARALLEL_LABELS[Parallel(kind)]) for kind in practice.parallel_kinds)
    return kinds or (Line("Yes; the kind is not said"),)


def _findings(findings: Iterable[Finding]) -> tuple[Line, ...]:
    return tuple(_finding(one) for one in findings)


def _finding(one: Finding) -> Line:
    themes = [str(link.theme) for link in one.themes.all() if link.is_confirmed]
    bodies = [str(link.organisation) for link in one.agencies.all()]
    notes = [f"Themes: {', '.join(themes)}"] if themes else []
    notes += [f"About: {', '.join(bodies)}"] if bodies else []
    return Line(f"{one.number} {one.text}".strip(), ". ".join(notes))


def _recommended(recommended: Iterable[ReviewRecommendation], slug: str, on: date) -> tuple[Line, ...]:
    lines = [recommended_line(one, slug, on) for one in recommended]
    return tuple(
        Line(f"{one.number} {one.text}".strip(), f"To {one.to}. {_who_does_what(one.actions)}") for one in lines
    )


def _who_does_what(actions: tuple) -> str:
    said = "; ".join(f"{a.what} ({a.owner}, {a.due}, {a.state.lower()})" for a in actions)
    return f"{said}." if said else "Nobody has said yet who does what by when."


_ADD = {
    Part.REVIEWERS: ("appoint", "Add a reviewer"),
    Part.PANEL: ("put_on_panel", "Add a post or agency"),
    Part.FINDINGS: ("add_finding", "Add a finding"),
    Part.RECOMMENDATIONS: ("recommend", "Add a recommendation"),
}


def _links(section: Section, standing: Standing, review: int, slug: str) -> tuple[Link, ...]:
    parts = {"review": review, "section": section.code}
    if section.part in _ADD:
        name, text = _ADD[section.part]
        links = [Link(text, href(slug, name, review=review))]
    else:
        text = "Change" if standing is Standing.FILLED else "Fill"
        links = [Link(text, href(slug, "section", **parts))]
    if standing is not Standing.FILLED:
        links.append(Link("Does not apply", href(slug, "not_applicable", **parts)))
    return tuple(links)


def review_paper(review: Review, page: TemplatePage | None, sections: tuple[PaperSection, ...], on: date) -> Paper:
    """The whole review: its facts, then the template's parts, or findings and recommendations where it has none."""
    facts = [
        ("Kind", kind_of(review)),
        ("Reference", review.reference),
        ("State", state_of(review, on)[0]),
        ("Decision to review", page.decided if page else ""),
        ("Template", f"Edition {page.edition}" if page else ""),
        ("Published", day(review.published_on) if review.published_on and review.published_on <= on else ""),
    ]
    blocks = review_blocks(page.completeness if page else "", sections)
    return Paper(
        title=str(review),
        subtitle=f"As at {day(on)}",
        organisation=name_on(review.partnership, began_on(review)),
        footer=f"{review.reference}, {state_of(review, on)[0]}",
        blocks=(Facts(tuple((name, value) for name, value in facts if value)), *blocks),
        author=name_on(review.partnership, began_on(review)),
    )


def paper_sections(page: TemplatePage) -> tuple[PaperSection, ...]:
    return tuple(_paper_section(one) for one in page.sections)


def _paper_section(one: SectionView) -> PaperSection:
    standing = f"Does not apply: {one.because}" if one.because else one.state
    texts = tuple(part.strip() for part in one.text.split("\n\n") if part.strip())
    if any(line.note for line in one.lines):
        grid = Grid(("What", "More"), tuple((line.text, line.note) for line in one.lines), one.heading, (3, 2))
        return PaperSection(one.heading, standing, texts, grid=grid)
    return PaperSection(one.heading, standing, texts, tuple(line.text for line in one.lines))


def bare_sections(
    findings: Iterable[Finding], recommended: Iterable[ReviewRecommendation], slug: str, on: date
) -> tuple[PaperSection, ...]:
    """For a review that is not on the template."""
    parts = (("Findings", _findings(findings)), ("Recommendations", _recommended(recommended, slug, on)))
    return tuple(
        PaperSection(
            heading,
            "None recorded.",
            grid=Grid(("What", "More"), tuple((x.text, x.note) for x in lines), heading, (3, 2)) if lines else None,
        )
        for heading, lines in parts
    )
