"""The page of one review: what is known of it, its findings with themes, what it recommends and who does what by when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.accounts.presenters.added import AddedLink
from sightline.foundation.design.tables import Cell, Column, Table, row
from sightline.partnership.law.presenters.names import name_on
from sightline.record.actions.presenters import action_href, owner_words, status_cell

from ..domain.publication import day
from ..models import Finding, Review, ReviewFigure, ReviewRecommendation
from .practice_frame import Link, began_on, href, state_of


@dataclass(frozen=True)
class ThemeTag:
    text: str
    href: str
    is_confirmed: bool


@dataclass(frozen=True)
class FindingLine:
    number: str
    text: str
    themes: tuple[ThemeTag, ...]
    agencies: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class ActionLine:
    what: str
    href: str
    owner: str
    due: str
    state: str
    colour: str


@dataclass(frozen=True)
class RecommendedLine:
    number: str
    text: str
    href: str
    to: str
    finding: str
    answer: str
    actions: tuple[ActionLine, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True)
class ReviewPage:
    facts: tuple[dict[str, str], ...]
    findings: tuple[FindingLine, ...]
    recommended: tuple[RecommendedLine, ...]
    figures: Table | None
    links: tuple[Link, ...]
    papers: tuple[Link, ...]


def review_page(
    review: Review,
    findings: Iterable[Finding],
    recommended: Iterable[ReviewRecommendation],
    figures: Iterable[ReviewFigure],
    slug: str,
    on: date,
    *,
    may_keep: bool,
    may_act: bool,
    added: Callable[[Finding], tuple[AddedLink, ...]],
) -> ReviewPage:
    """`added` gives the links of rooms above that the viewer may follow from a finding."""
    return ReviewPage(
        facts=tuple(_facts(review, slug, on)),
        findings=tuple(_finding(one, slug, may_keep, added(one)) for one in findings),
        recommended=tuple(recommended_line(one, slug, on, may_keep=may_keep, may_act=may_act) for one in recommended),
        figures=_figures(list(figures), slug, review.pk, may_keep),
        links=_links(review, slug) if may_keep else (),
        papers=papers_of(review, slug),
    )


def papers_of(review: Review, slug: str) -> tuple[Link, ...]:
    kinds = (("docx", "Word"), ("pdf", "PDF"))
    return tuple(Link(text, href(slug, "paper", review=review.pk, form=form)) for form, text in kinds)


def _links(review: Review, slug: str) -> tuple[Link, ...]:
    pages = [
        ("add_finding", "Add a finding"),
        ("recommend", "Add a recommendation"),
        ("add_figure", "Add a figure"),
        ("correct", "Correct what is said of it"),
    ]
    if not hasattr(review, "practice"):
        pages.append(("open_template", "Put it on the template"))
    pages.append(("remove", "Remove it"))
    return tuple(Link(text, href(slug, name, review=review.pk)) for name, text in pages)


def _facts(review: Review, slug: str, on: date) -> Iterable[dict[str, str]]:
    of_its_day = name_on(review.partnership, began_on(review))
    if of_its_day != review.partnership.name:
        yield {"term": "Made by", "value": of_its_day, "note": "As the arrangements were called when it began"}
    yield {"term": "Began", "value": day(review.started_on)}
    is_under_way = state_of(review, on)[0] == "Under way"
    yield {"term": "Completed", "value": _by(review.completed_on, on) or ("Not yet" if is_under_way else "")}
    yield {
        "term": "Published",
        "value": _by(review.published_on, on) or ("Not yet" if review.completed_on or is_under_way else ""),
    }
    if review.follows is not None:
        leads_to = href(slug, "review", review=review.follows.pk)
        yield {"term": "Follows", "value": str(review.follows), "href": leads_to}


def _by(value: date | None, on: date) -> str:
    return day(value) if value and value <= on else ""


def _finding(one: Finding, slug: str, may_keep: bool, added: tuple[AddedLink, ...]) -> FindingLine:
    parts = {"review": one.review_id, "finding": one.pk}
    pages = (("finding_themes", "Themes"), ("correct_finding", "Correct"), ("remove_finding", "Remove"))
    return FindingLine(
        number=one.number,
        text=one.text,
        themes=tuple(
            ThemeTag(str(link.theme), href(slug, "theme", theme=link.theme_id), link.is_confirmed)
            for link in one.themes.all()
        ),
        agencies=", ".join(sorted(str(link.organisation) for link in one.agencies.all())),
        links=(
            *(Link(text, href(slug, name, **parts)) for name, text in pages if may_keep),
            *(Link(link.text, link.href) for link in added),
        ),
    )


def recommended_line(
    one: ReviewRecommendation, slug: str, on: date, *, may_keep: bool = False, may_act: bool = False
) -> RecommendedLine:
    kept = one.recommendation
    parts = {"review": one.review_id, "made": one.pk}
    links = [Link("Say who does what by when", href(slug, "answer", **parts))] if may_act else []
    links += [Link("Remove", href(slug, "take_back", **parts))] if may_keep else []
    answer = kept.answers_by_then[0] if kept.answers_by_then else None
    bodies = [str(link.organisation) for link in kept.addressees.all()]
    return RecommendedLine(
        number=kept.number,
        text=kept.text,
        href=_register_href(slug, kept.pk),
        to=", ".join(bodies) or kept.addressee_as_written or "The partnership as a whole",
        finding=f"Answers finding {one.finding.number}" if one.finding and one.finding.number else "",
        answer=answer.get_answer_display() if answer else "Not answered",
        actions=tuple(_action(link.action, slug, on) for link in kept.answering.all()),
        links=tuple(links),
    )


def _register_href(slug: str, pk: int) -> str:
    return reverse("recommendations:recommendation", kwargs={"partnership": slug, "recommendation": pk})


def _action(action: object, slug: str, on: date) -> ActionLine:
    state = status_cell(action, on)
    return ActionLine(
        what=action.what,
        href=action_href(slug, action.pk),
        owner=owner_words(action) or "Nobody yet",
        due=f"by {day(action.due_on)}" if action.due_on else "no date",
        state=state.text,
        colour=state.tag,
    )


def _figures(figures: list[ReviewFigure], slug: str, review: int, may_keep: bool) -> Table | None:
    if not figures:
        return None
    columns = [Column("what", "What"), Column("count", "Count", numeric=True)]
    columns += [Column("remove", "Remove", hidden_title=True, export=False, sortable=False)] if may_keep else []
    return Table(
        caption="Figures",
        columns=tuple(columns),
        rows=tuple(
            row(
                one.name,
                Cell(text=one.as_written, value=None) if one.value is None else one.value,
                *_remove(one, slug, review, may_keep),
            )
            for one in figures
        ),
        caption_hidden=True,
        page_size=0,
    )


def _remove(one: ReviewFigure, slug: str, review: int, may_keep: bool) -> tuple[Cell, ...]:
    if not may_keep:
        return ()
    return (Cell(text="Remove", href=href(slug, "remove_figure", review=review, figure=one.pk), hidden=one.name),)
