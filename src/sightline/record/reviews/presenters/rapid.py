"""A rapid review as a working page for its fifteen days."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.directory.models import Organisation

from ..domain.clocks import SOURCES_DIFFER, STARTS, Start
from ..domain.rapid import (
    CHECKLIST,
    MET_LABELS,
    RAPID_STATE_LABELS,
    RATIFIED_LABELS,
    REPLY_LABELS,
    Met,
    RapidState,
    Ratified,
    Reply,
    Standing,
    lacks_in_short,
    lacks_words,
    state_of,
)
from ..models import RapidReview, RapidStep
from ..queries.rapid import (
    clock_of,
    date_of_day,
    day_zero,
    had,
    partner_words,
    reply_clock_of,
    standing_of,
    steps_of,
)
from .clocks import owner_of
from .incidents import COUNTED, ClockLine, clock_cell, clock_line, day, href
from .rapid_returns import ReturnLine, return_lines

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


def register(
    reviews: Iterable[RapidReview], partners: Callable[[date], list[Organisation]], slug: str, on: date
) -> Table:
    return Table(
        caption="Rapid reviews",
        caption_hidden=True,
        columns=(
            Column("reference", "Reference"),
            Column("state", "State"),
            Column("opened", "Opened"),
            Column("fifteen", "15 working days"),
            Column("missing", "Still missing"),
            Column("decision", "Practice review"),
            Column("sent", "Sent"),
            Column("reply", "Panel’s reply"),
        ),
        rows=tuple(_register_row(one, partners, slug, on) for one in reviews),
        filters=(
            Filter("state", "State", tuple((label, label) for label in RAPID_STATE_LABELS.values())),
            Filter("year", "Year of opening"),
        ),
        searchable=True,
        sort="-opened",
        export_href=href(slug, "rapid_reviews"),
        empty="There is no rapid review yet. It opens on the page of a notified incident.",
        note=COUNTED,
    )


def _register_row(one: RapidReview, partners: Callable[[date], list[Organisation]], slug: str, on: date) -> Row:
    has = standing_of(one, on, partners(min(on, one.sent_on) if one.sent_on else on))
    state = state_of(has)
    label = RAPID_STATE_LABELS[state]
    open_ = state in (RapidState.GATHERING, RapidState.RATIFYING, RapidState.READY)
    return row(
        Cell(text=one.review.reference, href=href(slug, "rapid", rapid=one.pk)),
        Cell(text=label, tag=STATE_COLOURS[state]),
        one.opened_on,
        clock_cell(clock_of(one), on),
        lacks_in_short(has).capitalize() if open_ else "",
        YES_NO[one.does_practice_review] if has.is_decided else Cell(text="Not decided"),
        one.sent_on if has.is_sent else None,
        REPLY_LABELS[Reply(one.reply)] if has.is_answered else "",
        facets={"state": label, "year": str(one.opened_on.year)},
    )


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


@dataclass(frozen=True)
class LinkLine:
    text: str
    href: str
    note: str
    id: int = 0


@dataclass(frozen=True)
class Part:
    """A way to one part of the page, with how far it is."""

    text: str
    href: str
    count: str = ""
    current: bool = False


@dataclass(frozen=True)
class RapidPage:
    id: int
    reference: str
    state: str
    colour: str
    missing: str
    clock: ClockLine
    differ: str
    day_words: str
    facts: tuple[dict[str, str], ...]
    parts: tuple[Part, ...]
    steps: tuple[StepLine, ...]
    returns: tuple[ReturnLine, ...]
    returns_words: str
    meetings: tuple[LinkLine, ...]
    actions: tuple[LinkLine, ...]
    findings: tuple[str, ...]
    recommendations: tuple[str, ...]
    checks: tuple[CheckLine, ...]
    checks_words: str
    decision: tuple[dict[str, str], ...]
    criteria: str
    reasons: str
    partners: tuple[PartnerLine, ...]
    panel: tuple[dict[str, str], ...]
    sent_despite: str
    reply_words: str
    response: str
    reply_due: str
    is_decided: bool
    is_sent: bool
    is_answered: bool
    is_stopped: bool
    may_ratify: bool
    crumbs: tuple[dict[str, str], ...]


def rapid_page(rapid: RapidReview, on: date, may_keep: bool, ratifies: bool) -> RapidPage:
    has, slug = standing_of(rapid, on), rapid.review.partnership.slug
    state, clock = state_of(has), clock_of(rapid)
    returns, steps = return_lines(rapid, on), tuple(_step(rapid, step, on) for step in steps_of(rapid))
    partners = tuple(_partners(rapid, on))
    checks = tuple(_checks(rapid))
    actions = rapid.actions.select_related("action").filter(action__raised_on__lte=on)
    return RapidPage(
        id=rapid.pk,
        reference=rapid.review.reference,
        state=RAPID_STATE_LABELS[state],
        colour=STATE_COLOURS[state],
        missing=_missing(rapid, has, on),
        clock=clock_line(clock, on, _since(rapid), "15 working days"),
        differ=SOURCES_DIFFER if rapid.incident_id else "",
        day_words=clock.words(on),
        facts=tuple(_facts(rapid, on)),
        parts=tuple(_parts(steps, returns, checks, partners)),
        steps=steps,
        returns=returns,
        returns_words=_returns_words(returns),
        meetings=tuple(
            LinkLine(str(m), "", day(m.held_on), m.pk)
            for m in rapid.meetings.select_related("board").filter(held_on__lte=on)
        ),
        actions=tuple(_action(link.action, link.is_immediate, slug) for link in actions),
        findings=tuple(finding.text for finding in rapid.review.findings.all()),
        recommendations=tuple(
            link.recommendation.text for link in rapid.review.recommendations.select_related("recommendation")
        ),
        checks=checks,
        checks_words=_checks_words(checks),
        decision=tuple(_decision(rapid)) if has.is_decided else (),
        criteria=rapid.criteria if has.is_decided else "",
        reasons=rapid.reasons if has.is_decided else "",
        partners=partners,
        panel=tuple(_panel(rapid, has)),
        sent_despite=rapid.sent_despite if has.is_sent else "",
        reply_words=rapid.reply_words if has.is_answered else "",
        response=f"{day(rapid.responded_on)}: {rapid.response}" if had(rapid.responded_on, on) else "",
        reply_due=_reply_due(rapid, has, on),
        is_decided=has.is_decided,
        is_sent=has.is_sent,
        is_answered=has.is_answered,
        is_stopped=has.is_stopped,
        may_ratify=ratifies and has.is_decided and not has.is_sent and not has.is_stopped,
        crumbs=({"text": "Rapid reviews", "href": href(slug, "rapid_reviews")},),
    )


def _parts(
    steps: tuple[StepLine, ...],
    returns: tuple[ReturnLine, ...],
    checks: tuple[CheckLine, ...],
    partners: tuple[PartnerLine, ...],
) -> Iterator[Part]:
    yield Part("Plan", "#plan", f"{sum(s.is_done for s in steps)} of {len(steps)}" if steps else "")
    yield Part("Returns", "#returns", f"{sum(not r.is_out for r in returns)} of {len(returns)}" if returns else "")
    yield Part("Meetings", "#meetings")
    yield Part("Actions and learning", "#learning")
    looked_at = sum(check.answer != MET_LABELS[Met.UNKNOWN] for check in checks)
    yield Part("Checklist", "#checklist", f"{looked_at} of {len(checks)}")
    yield Part("Decision", "#decision")
    said = sum(one.word_id is not None for one in partners)
    yield Part("Ratification", "#ratification", f"{said} of {len(partners)}" if partners else "")
    yield Part("The Panel", "#panel")


def _missing(rapid: RapidReview, has: Standing, on: date) -> str:
    if has.is_stopped:
        return f"Stopped on {day(rapid.stopped_on)}: {rapid.stopped_because}"
    if has.is_answered and rapid.asks_for_more and not had(rapid.responded_on, on):
        return "The Panel asks for further information; no response is recorded yet."
    if has.is_sent and not has.is_answered:
        return "It has been sent. The Panel’s reply is not recorded yet."
    return lacks_words(has)


def _since(rapid: RapidReview) -> str:
    if rapid.incident is None:
        return day(rapid.counted_from) or "a day that is not known"
    zero = day_zero(rapid)
    short = STARTS[Start(rapid.start)].short
    return f"{short} (day 0 is {day(zero)})" if zero else short


def _facts(rapid: RapidReview, on: date) -> Iterator[dict[str, str]]:
    slug, incident = rapid.review.partnership.slug, rapid.incident
    if incident is None:
        yield {"term": "Serious incident", "value": "None is kept here"}
    else:
        link = href(slug, "incident", incident=incident.pk)
        yield {"term": "Serious incident", "value": incident.reference, "href": link}
        yield {"term": "Became aware", "value": day(incident.aware_on) or "Not known"}
        yield {"term": "Panel notified", "value": day(incident.notified_on) or "Not known"}
    yield {"term": "Opened", "value": day(rapid.opened_on)}
    yield {"term": "Last day", "value": day(clock_of(rapid).due_on) or "Cannot be counted"}


def _reply_due(rapid: RapidReview, has: Standing, on: date) -> str:
    """How long the reply took or takes, beside what usually happens."""
    if not has.is_sent:
        return ""
    clock = reply_clock_of(rapid)
    number = clock.number(on)
    days = "1 day" if number == 1 else f"{number} days"
    came = f"The reply came {days} after sending" if has.is_answered else f"Sent {days} ago, no reply yet"
    return f"{came}. It usually comes {clock.rule.words}; no rule says so."


def _step(rapid: RapidReview, step: RapidStep, on: date) -> StepLine:
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


def _returns_words(returns: tuple[ReturnLine, ...]) -> str:
    if not returns:
        return "No agency has been asked yet."
    out = sum(one.is_out for one in returns)
    return f"{len(returns) - out} of {len(returns)} have answered."


def _action(action: object, is_immediate: bool, slug: str) -> LinkLine:
    link = reverse("actions:action", kwargs={"partnership": slug, "action": action.pk})
    due = f"due {day(action.due_on)}" if action.due_on else "no date"
    first = "Immediate action, " if is_immediate else ""
    return LinkLine(action.what, link, f"{first}{action.get_status_display().lower()}, {due}")


def _checks(rapid: RapidReview) -> Iterator[CheckLine]:
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


def _checks_words(checks: tuple[CheckLine, ...]) -> str:
    met = sum(check.answer == MET_LABELS[Met.MET] for check in checks)
    unknown = sum(check.answer == MET_LABELS[Met.UNKNOWN] for check in checks)
    return f"{met} of {len(checks)} met, {unknown} not looked at yet."


def _decision(rapid: RapidReview) -> Iterator[dict[str, str]]:
    yield {"term": "Decided", "value": day(rapid.decided_on)}
    yield {"term": "Local practice review", "value": YES_NO[rapid.does_practice_review]}
    yield {"term": "National review suggested", "value": YES_NO[rapid.suggests_national]}


def _partners(rapid: RapidReview, on: date) -> Iterator[PartnerLine]:
    for one in partner_words(rapid, on):
        body, word = one.organisation, one.word
        if word is None:
            yield PartnerLine(body.pk, str(body), "No answer yet", "yellow", "", "", None)
            continue
        answer = Ratified(word.answer)
        whose = f"on the word of {word.said_by}" if word.said_by else f"{word.by or 'Sightline'}"
        colour = "green" if answer is Ratified.RATIFIED else "red"
        yield PartnerLine(
            body.pk, str(body), RATIFIED_LABELS[answer], colour, f"{day(word.on)}, {whose}", word.why, word.pk
        )


def _panel(rapid: RapidReview, has: Standing) -> Iterator[dict[str, str]]:
    yield {"term": "Sent to the Panel", "value": day(rapid.sent_on) if has.is_sent else "Not yet"}
    if has.is_answered:
        yield {"term": "The Panel replied", "value": day(rapid.replied_on)}
        yield {"term": "Its answer", "value": REPLY_LABELS[Reply(rapid.reply)]}
        yield {"term": "Further information asked for", "value": YES_NO[rapid.asks_for_more]}
