"""The lines of a rapid review's page: steps of its plan, actions, checklist, decision, ratification, the Panel."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from ..domain.rapid import (
    CHECKLIST,
    MET_LABELS,
    RATIFIED_LABELS,
    REPLY_LABELS,
    Met,
    RapidState,
    Ratified,
    Reply,
    Standing,
)
from ..models import RapidReview, RapidStep
from ..queries.rapid import date_of_day, had, partner_words
from .clocks import owner_of
from .incidents import day
from .rapid_returns import ReturnLine

STATE_COLOURS = {
    RapidState.GATHERING: "blue",
    RapidState.RATIFYING: "yellow",
    RapidState.READY: "turquoise",
    RapidState.SENT: "purple",
    RapidState.ANSWERED: "green",
    RapidState.STOPPED: "grey",
}
MET_COLOURS = {Met.MET: "green", Met.NOT_MET: "red", Met.UNKNOWN: "grey"}
YES_NO = {True: "Yes", False: "No", None: "Not said"}


@dataclass(frozen=True)
class StepLine:
    id: int
    day: int
    date: str
    what: str
    owner: str
    state: str  # "done", "late", "today", "ahead"; "left" when the review ended without it
    words: str
    is_done: bool


@dataclass(frozen=True)
class CheckLine:
    words: str
    is_required: bool
    answer: str
    colour: str
    note: str
    source: str
    source_href: str


@dataclass(frozen=True)
class PartnerLine:
    id: int
    name: str
    answer: str
    colour: str
    note: str
    why: str
    word_id: int | None
    may_answer: bool = False


@dataclass(frozen=True)
class LinkLine:
    text: str
    href: str
    note: str
    id: int = 0


def step(rapid: RapidReview, step: RapidStep, on: date) -> StepLine:
    planned = date_of_day(rapid, step.day)
    done = had(step.done_on, on)
    is_over = had(rapid.sent_on, on) or had(rapid.stopped_on, on)
    state = "done" if done else "left" if is_over else _open_state(planned, on)
    words = {"late": "Not done yet, late", "today": "Today", "ahead": "To come", "left": "Not marked as done"}
    words["done"] = f"Done {day(step.done_on)}"
    if done and planned and step.done_on > planned:
        words["done"] += ", late"
    return StepLine(
        step.pk,
        step.day,
        f"{planned:%a} {planned.day} {planned:%b}" if planned else "",
        step.what,
        owner_of(step),
        state,
        words[state],
        done,
    )


def _open_state(planned: date | None, on: date) -> str:
    if planned is None or planned > on:
        return "ahead"
    return "today" if planned == on else "late"


def returns_words(returns: tuple[ReturnLine, ...]) -> str:
    if not returns:
        return "No agency has been asked yet."
    out = sum(one.is_out for one in returns)
    return f"{len(returns) - out} of {len(returns)} have answered."


def action(action: object, is_immediate: bool, slug: str) -> LinkLine:
    link = reverse("actions:action", kwargs={"partnership": slug, "action": action.pk})
    due = f"due {day(action.due_on)}" if action.due_on else "no date"
    first = "Immediate action, " if is_immediate else ""
    return LinkLine(action.what, link, f"{first}{action.get_status_display().lower()}, {due}")


def checks(rapid: RapidReview) -> Iterator[CheckLine]:
    known = {check.item: check for check in rapid.checks.all()}
    for item in CHECKLIST:
        check = known.get(item.code)
        met = Met(check.answer) if check else Met.UNKNOWN
        is_link = item.source.startswith("https://")
        yield CheckLine(
            item.words,
            item.is_required,
            MET_LABELS[met],
            MET_COLOURS[met],
            check.note if check else "",
            item.source.split("/")[2].removeprefix("www.") if is_link else "Not verified",
            item.source if is_link else "",
        )


def checks_words(checks: tuple[CheckLine, ...]) -> str:
    met = sum(check.answer == MET_LABELS[Met.MET] for check in checks)
    unknown = sum(check.answer == MET_LABELS[Met.UNKNOWN] for check in checks)
    return f"{met} of {len(checks)} met, {unknown} not looked at yet."


def decision(rapid: RapidReview) -> Iterator[dict[str, str]]:
    yield {"term": "Decided", "value": day(rapid.decided_on)}
    yield {"term": "Local practice review", "value": YES_NO[rapid.does_practice_review]}
    yield {"term": "National review suggested", "value": YES_NO[rapid.suggests_national]}


def partners(rapid: RapidReview, on: date, speaks_for: Collection[int]) -> Iterator[PartnerLine]:
    for one in partner_words(rapid, on):
        body, word = one.organisation, one.word
        own = body.pk in speaks_for
        if word is None:
            yield PartnerLine(body.pk, str(body), "No answer yet", "yellow", "", "", None, own)
            continue
        answer = Ratified(word.answer)
        whose = f"on the word of {word.said_by}" if word.said_by else f"{word.by or 'Sightline'}"
        colour = "green" if answer is Ratified.RATIFIED else "red"
        yield PartnerLine(
            body.pk, str(body), RATIFIED_LABELS[answer], colour, f"{day(word.on)}, {whose}", word.why, word.pk, own
        )


def panel(rapid: RapidReview, has: Standing) -> Iterator[dict[str, str]]:
    yield {"term": "Sent to the Panel", "value": day(rapid.sent_on) if has.is_sent else "Not yet"}
    if has.is_answered:
        yield {"term": "The Panel replied", "value": day(rapid.replied_on)}
        yield {"term": "Its answer", "value": REPLY_LABELS[Reply(rapid.reply)]}
        yield {"term": "Further information asked for", "value": YES_NO[rapid.asks_for_more]}
