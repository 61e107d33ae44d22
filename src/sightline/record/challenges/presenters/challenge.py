"""One challenge: its parties, the picture of its stages, its course."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.references import Reference

from ..domain import (
    KIND_LABELS,
    OUTCOME_LABELS,
    STEP_LABELS,
    Course,
    Kind,
    Outcome,
    StageLine,
    StepKind,
)
from ..models import Challenge
from ..queries import by_words, to_words
from .about import address_of
from .register import learned
from .words import COLOURS, day_words, days_words, list_href, state_cell


@dataclass(frozen=True)
class StageBox:
    """One stage in the picture. `state` is passed, here, beyond, settled or ahead; `words` say it to everyone."""

    number: int
    name: str
    form: str
    state: str
    words: str
    days: str


@dataclass(frozen=True)
class StepLine:
    what: str
    on: date
    words: str
    who: str
    note: str


@dataclass(frozen=True)
class ChallengePage:
    title: str
    caption: str
    about: str
    state: str
    colour: str
    facts: tuple[dict[str, Any], ...]
    stages: tuple[StageBox, ...]
    clock: str
    steps: tuple[StepLine, ...]
    is_open: bool
    is_running: bool
    is_settled: bool
    crumbs: tuple[dict[str, str], ...]


def challenge_page(
    challenge: Challenge, course: Course, stages: Sequence[StageLine], scope: Partnership, on: date
) -> ChallengePage:
    state = state_cell(course)
    return ChallengePage(
        title=f"{KIND_LABELS[Kind(challenge.kind)]}: {by_words(challenge)} challenges {to_words(challenge)}",
        caption=f"Challenge {challenge.number}",
        about=challenge.about,
        state=state.text,
        colour=state.tag or COLOURS[course.state],
        facts=tuple(_facts(challenge, course, scope.slug)),
        stages=tuple(_boxes(course, stages)),
        clock=clock_words(course),
        steps=tuple(_lines(challenge, on)),
        is_open=course.is_open,
        is_running=course.is_running,
        is_settled=course.outcome is not None,
        crumbs=({"text": "Challenges", "href": list_href(scope.slug)},),
    )


def clock_words(course: Course) -> str:
    """Where the clock stands, in one sentence."""
    now = course.now_at
    if now is None:
        return ""
    if not course.is_running:
        return f"Settled on {day_words(course.resolved_on)}, after {days_words(course.days)} in all."
    place = f"At stage {now.number} for {days_words(now.days)}"
    if now.allowed is None or now.due_on is None:
        return f"{place}. The policy sets no limit for this stage."
    limit = f"the limit is {now.allowed}, until {day_words(now.due_on)}"
    return f"{place}; {limit}." + (f" It is {days_words(now.days - now.allowed)} beyond." if now.is_beyond else "")


def _facts(challenge: Challenge, course: Course, slug: str) -> Iterable[dict[str, Any]]:
    yield {"term": "Raised by", "value": by_words(challenge)}
    yield {"term": "Challenged", "value": to_words(challenge)}
    yield {"term": "Raised", "value": day_words(challenge.raised_on)}
    if challenge.about_label:
        yield {"term": "About", "value": challenge.about_label, "href": _address(challenge, slug)}
    yield {"term": "Asked for", "value": challenge.asked_for}
    yield {"term": "Theme", "value": challenge.theme.label if challenge.theme else ""}
    yield {"term": "Scrutineer told", "value": day_words(course.informed_on) or "Not told yet"}
    if course.outcome:
        yield {"term": "Outcome", "value": OUTCOME_LABELS[course.outcome]}
        yield {"term": "What changed", "value": challenge.what_changed}
    if course.closed_on:
        yield {"term": "Learning", "value": learned(challenge, course)}


def _address(challenge: Challenge, slug: str) -> str:
    if not challenge.about_kind or challenge.about_id is None:
        return ""
    return address_of(Reference(challenge.about_kind, challenge.about_id), slug)


def _boxes(course: Course, stages: Sequence[StageLine]) -> Iterable[StageBox]:
    """The stages it went through as they were then, and those still ahead as the policy has them now."""
    reached = course.reached
    for number in sorted({span.number for span in course.spans}):
        spans = [span for span in course.spans if span.number == number]
        last, days = spans[-1], sum(span.days for span in spans)
        here = course.now_at is last
        over = last.allowed is not None and days > last.allowed
        state = "passed"
        if here:
            state = "settled" if not course.is_running else "beyond" if over else "here"
        words = {
            "passed": "Passed",
            "here": "Here now",
            "beyond": "Here now, beyond its limit",
            "settled": "Settled here",
        }
        limit = f"limit {last.allowed}" if last.allowed is not None else "no limit set"
        told = f"{days_words(days)}, {limit}" + ("; over it" if over and not here else "")
        yield StageBox(number, last.name, _form(last.is_formal), state, words[state], told)
    for one in stages:
        if one.number > reached:
            limit = days_words(one.working_days) if one.working_days is not None else "no limit set"
            yield StageBox(one.number, one.name, _form(one.is_formal), "ahead", "Not reached", f"limit: {limit}")


def _form(is_formal: bool) -> str:
    return "Formal" if is_formal else "Informal"


def _lines(challenge: Challenge, on: date) -> Iterable[StepLine]:
    """The newest first, up to a day."""
    for step in reversed([step for step in challenge.steps.all() if step.on <= on]):
        note = f"Stage {step.stage}: {step.stage_name}" if step.stage else ""
        if step.outcome:
            note = OUTCOME_LABELS[Outcome(step.outcome)]
        yield StepLine(STEP_LABELS[StepKind(step.kind)], step.on, step.words, str(step.by or "Sightline"), note)
