"""The chain of a priority, shaped as pages show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Row, Table, row
from sightline.kernel.verdict import Verdict
from sightline.partnership.plan.domain import OBJECTIVE_LABELS, ObjectiveState
from sightline.partnership.plan.presenters.frame import priority_tabs
from sightline.record.actions.presenters import action_href, owner_words, status_cell
from sightline.record.evidence.domain import GRADE_LABELS, GRADES, highest
from sightline.record.evidence.presenters import EvidencePanel, grade_cell, panel_of, reach_words

from ..domain import MOVED_LABELS, STAGE_LABELS, Moved, Stage, Standing, review_due, stage_of
from ..models import ProgressReview
from ..queries import ActionLink, Chain, ObjectiveLink, counting, work_of

STAGE_COLOURS = {
    Stage.WORDS: "red",
    Stage.PLANNED: "orange",
    Stage.UNDER_WAY: "yellow",
    Stage.DONE: "yellow",
    Stage.IMPACT: "green",
}
MOVED_COLOURS = {Moved.FORWARD: "green", Moved.STILL: "orange", Moved.BACK: "red", Moved.UNKNOWN: "grey"}
OBJECTIVE_COLOURS = {"open": "blue", "met": "green", "part_met": "yellow", "not_met": "red", "dropped": "grey"}


def day(on: date) -> str:
    return f"{on.day} {on:%B %Y}"


def counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


@dataclass(frozen=True)
class Step:
    """One box of the chain: a number with what it counts, and a quieter line."""

    number: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class ChainCard:
    title: str
    href: str
    outcome: str
    themes: tuple[str, ...]
    stage: str
    colour: str
    steps: tuple[Step, ...]
    reach: str


@dataclass(frozen=True)
class ChainPage:
    cards: tuple[ChainCard, ...]
    table: Table
    unserving: str
    unserving_href: str
    review: str
    review_href: str


def priority_href(slug: str, pk: int) -> str:
    return reverse("progress:priority", kwargs={"partnership": slug, "priority": pk})


def review_href(slug: str, pk: int) -> str:
    return reverse("progress:review", kwargs={"partnership": slug, "review": pk})


def title_of(chain: Chain) -> str:
    number = chain.priority.number
    return f"{number}. {chain.priority.title}" if number else chain.priority.title


def stage_cell(standing: Standing) -> Cell:
    stage = stage_of(standing.work, standing.has_impact)
    return Cell(text=STAGE_LABELS[stage])


def steps_of(standing: Standing) -> tuple[Step, ...]:
    work, met = standing.work, standing.objectives.get("met", 0)
    objectives = sum(standing.objectives.values())
    late = f", {work.overdue} overdue" if work.overdue else ""
    return (
        Step(str(objectives), "objective" if objectives == 1 else "objectives", f"{met} met" if objectives else ""),
        Step(
            str(work.total), "action" if work.total == 1 else "actions", f"{work.done} done{late}" if work.total else ""
        ),
        *(Step(str(standing.evidence.get(grade, 0)), GRADE_LABELS[grade].lower()) for grade in GRADES),
    )


def chain_card(chain: Chain, slug: str) -> ChainCard:
    standing = chain.standing()
    stage = stage_of(standing.work, standing.has_impact)
    return ChainCard(
        title=title_of(chain),
        href=priority_href(slug, chain.priority.pk),
        outcome=chain.priority.outcome,
        themes=tuple(str(link.theme) for link in chain.priority.themes.all()),
        stage=STAGE_LABELS[stage],
        colour=STAGE_COLOURS[stage],
        steps=steps_of(standing),
        reach=_reach(chain),
    )


def _reach(chain: Chain) -> str:
    return reach_words(highest({e.grade for e in chain.counting()}))


def chain_page(
    chains: Sequence[Chain],
    unserving: int,
    last: ProgressReview | None,
    running: ProgressReview | None,
    slug: str,
    on: date,
    path: str,
) -> ChainPage:
    return ChainPage(
        cards=tuple(chain_card(chain, slug) for chain in chains),
        table=chains_table(chains, slug, path),
        unserving=f"{counted(unserving, 'open action serves', 'open actions serve')} no objective of a priority."
        if unserving
        else "",
        unserving_href=reverse("actions:list", kwargs={"partnership": slug}),
        review=_review_words(chains, last, running, on),
        review_href=review_href(slug, running.pk)
        if running
        else reverse("progress:reviews", kwargs={"partnership": slug}),
    )


def _review_words(
    chains: Sequence[Chain], last: ProgressReview | None, running: ProgressReview | None, on: date
) -> str:
    if running is not None:
        return f"The review of {day(running.on)} is open."
    starts = [c.priority.started_on for c in chains if c.priority.started_on]
    due = review_due(last.on if last else None, min(starts, default=None))
    before = f"Last reviewed on {day(last.on)}. " if last else "Not reviewed yet. "
    if due is None:
        return before.strip()
    return f"{before}The next six-monthly review {'was' if due < on else 'is'} due on {day(due)}."


def chains_table(chains: Iterable[Chain], slug: str, path: str) -> Table:
    return Table(
        caption="Priorities and how far each has come",
        columns=(
            Column("priority", "Priority"),
            Column("objectives", "Objectives met", numeric=True),
            Column("actions", "Actions done", numeric=True),
            Column("overdue", "Overdue", numeric=True),
            *(Column(grade, GRADE_LABELS[grade], numeric=True) for grade in GRADES),
            Column("stage", "How far"),
        ),
        rows=tuple(_chain_row(chain, slug) for chain in chains),
        dense=True,
        export_href=path,
        empty="No priority is in force. Set the priorities of this period first.",
        note="Evidence counts once in each chain, wherever in it it lies. What has expired or was withdrawn does not count.",
    )


def _chain_row(chain: Chain, slug: str) -> Row:
    standing = chain.standing()
    return row(
        Cell(text=title_of(chain), href=priority_href(slug, chain.priority.pk)),
        f"{standing.objectives.get('met', 0)} of {sum(standing.objectives.values())}",
        f"{standing.work.done} of {standing.work.total}",
        standing.work.overdue,
        *(standing.evidence.get(grade, 0) for grade in GRADES),
        stage_cell(standing),
    )


@dataclass(frozen=True)
class AnsweredLine:
    text: str
    href: str


@dataclass(frozen=True)
class ActionLine:
    what: str
    href: str
    owner: str
    due: str
    status: str
    colour: str
    reach: str
    reach_colour: str
    answers: tuple[AnsweredLine, ...]


@dataclass(frozen=True)
class ObjectivePart:
    title: str
    facts: tuple[dict[str, str], ...]
    state: str
    colour: str
    stage: str
    stage_colour: str
    actions: tuple[ActionLine, ...]
    reach: str
    add_href: str


@dataclass(frozen=True)
class WordLine:
    """What a review said of a priority."""

    moved: str
    colour: str
    why: str
    review: str
    href: str


def word_line(word: Any, review: ProgressReview, slug: str) -> WordLine:
    moved = Moved(word.moved)
    return WordLine(
        MOVED_LABELS[moved], MOVED_COLOURS[moved], word.why, f"Review of {day(review.on)}", review_href(slug, review.pk)
    )


@dataclass(frozen=True)
class PriorityPage:
    title: str
    outcome: str
    pledge: str
    themes: tuple[str, ...]
    card: ChainCard
    objectives: tuple[ObjectivePart, ...]
    panel: EvidencePanel
    words: tuple[WordLine, ...]
    crumbs: tuple[dict[str, str], ...]
    tabs: tuple[dict[str, Any], ...]


def priority_page(
    chain: Chain, words: Iterable[WordLine], partnership: Partnership, on: date, may_keep: Verdict
) -> PriorityPage:
    slug = partnership.slug
    add = reverse("progress:add_to_priority", kwargs={"partnership": slug, "priority": chain.priority.pk})
    return PriorityPage(
        title=title_of(chain),
        tabs=priority_tabs(slug, chain.priority.pk, "progress:priority"),
        outcome=chain.priority.outcome,
        pledge=chain.priority.pledge,
        themes=tuple(str(link.theme) for link in chain.priority.themes.all()),
        card=chain_card(chain, slug),
        objectives=tuple(_objective(o, slug, on, may_keep) for o in chain.objectives),
        panel=panel_of(chain.counting(), slug=slug, on=on, add_href=add if may_keep else ""),
        words=tuple(words),
        crumbs=({"text": "From promise to impact", "href": reverse("progress:chain", kwargs={"partnership": slug})},),
    )


def _objective(link: ObjectiveLink, slug: str, on: date, may_keep: Verdict) -> ObjectivePart:
    objective = link.objective
    evidence = counting((*link.evidence, *(e for a in link.actions for e in a.evidence)), on)
    reach = highest({e.grade for e in evidence})
    stage = stage_of(work_of(link.actions), reach in ("practice", "outcome"))
    add = reverse("progress:add_to_objective", kwargs={"partnership": slug, "objective": objective.pk})
    return ObjectivePart(
        title=f"{objective.number}. {objective.text}" if objective.number else objective.text,
        facts=tuple(_objective_facts(link)),
        state=OBJECTIVE_LABELS[ObjectiveState(link.state)],
        colour=OBJECTIVE_COLOURS[link.state],
        stage=STAGE_LABELS[stage],
        stage_colour=STAGE_COLOURS[stage],
        actions=tuple(_action(a, slug, on) for a in link.actions),
        reach=reach_words(reach),
        add_href=add if may_keep else "",
    )


def _objective_facts(link: ObjectiveLink) -> Iterable[dict[str, str]]:
    objective = link.objective
    yield {"term": "Seen by", "value": objective.measure or "No measure is stated"}
    yield {"term": "Led by", "value": str(objective.lead or objective.board or "Nobody yet")}
    yield {"term": "Due", "value": day(objective.due_on) if objective.due_on else "No date"}
    if link.state != "open" and objective.ending_note:
        yield {"term": "What came of it", "value": objective.ending_note}


def _action(link: ActionLink, slug: str, on: date) -> ActionLine:
    state = status_cell(link.action, on)
    reach = grade_cell(highest({e.grade for e in counting(link.evidence, on)}))
    return ActionLine(
        what=link.action.what,
        href=action_href(slug, link.action.pk),
        owner=owner_words(link.action) or "Nobody owns it yet",
        due=day(link.action.due_on) if link.action.due_on else "no date",
        status=state.text,
        colour=state.tag,
        reach=reach.text if reach.tag else "No evidence",
        reach_colour=reach.tag or "grey",
        answers=tuple(_answered(one, slug) for one in link.answers),
    )


def _answered(recommendation: Any, slug: str) -> AnsweredLine:
    href = reverse("recommendations:recommendation", kwargs={"partnership": slug, "recommendation": recommendation.pk})
    number = f"recommendation {recommendation.number}" if recommendation.number else "a recommendation"
    return AnsweredLine(f"{number} of {recommendation.source_title}", href)
