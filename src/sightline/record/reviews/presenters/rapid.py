"""A rapid review as a working page for its fifteen days."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from ..domain.clocks import SOURCES_DIFFER, STARTS, Start
from ..domain.rapid import MET_LABELS, RAPID_STATE_LABELS, Met, Standing, lacks_words, state_of
from ..models import RapidReview
from ..queries.rapid import clock_of, day_zero, had, reply_clock_of, standing_of, steps_of
from . import rapid_lines as lines
from .incidents import ClockLine, clock_line, day, href
from .rapid_lines import CheckLine, LinkLine, PartnerLine, StepLine
from .rapid_returns import ReturnLine, return_lines


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


def rapid_page(rapid: RapidReview, on: date, may_keep: bool, speaks_for: Collection[int]) -> RapidPage:
    has, slug = standing_of(rapid, on), rapid.review.partnership.slug
    state, clock = state_of(has), clock_of(rapid)
    returns, steps = return_lines(rapid, on), tuple(lines.step(rapid, step, on) for step in steps_of(rapid))
    is_open = has.is_decided and not has.is_sent and not has.is_stopped
    partners = tuple(lines.partners(rapid, on, speaks_for if is_open else ()))
    checks = tuple(lines.checks(rapid))
    actions = rapid.actions.select_related("action").filter(action__raised_on__lte=on)
    return RapidPage(
        id=rapid.pk,
        reference=rapid.review.reference,
        state=RAPID_STATE_LABELS[state],
        colour=lines.STATE_COLOURS[state],
        missing=_missing(rapid, has, on),
        clock=clock_line(clock, on, _since(rapid), "15 working days"),
        differ=SOURCES_DIFFER if rapid.incident_id else "",
        day_words=clock.words(on),
        facts=tuple(_facts(rapid, on)),
        parts=tuple(_parts(steps, returns, checks, partners)),
        steps=steps,
        returns=returns,
        returns_words=lines.returns_words(returns),
        meetings=tuple(
            LinkLine(str(m), "", day(m.held_on), m.pk)
            for m in rapid.meetings.select_related("board").filter(held_on__lte=on)
        ),
        actions=tuple(lines.action(link.action, link.is_immediate, slug) for link in actions),
        findings=tuple(finding.text for finding in rapid.review.findings.all()),
        recommendations=tuple(
            link.recommendation.text for link in rapid.review.recommendations.select_related("recommendation")
        ),
        checks=checks,
        checks_words=lines.checks_words(checks),
        decision=tuple(lines.decision(rapid)) if has.is_decided else (),
        criteria=rapid.criteria if has.is_decided else "",
        reasons=rapid.reasons if has.is_decided else "",
        partners=partners,
        panel=tuple(lines.panel(rapid, has)),
        sent_despite=rapid.sent_despite if has.is_sent else "",
        reply_words=rapid.reply_words if has.is_answered else "",
        response=f"{day(rapid.responded_on)}: {rapid.response}" if had(rapid.responded_on, on) else "",
        reply_due=_reply_due(rapid, has, on),
        is_decided=has.is_decided,
        is_sent=has.is_sent,
        is_answered=has.is_answered,
        is_stopped=has.is_stopped,
        may_ratify=any(one.may_answer for one in partners),
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
