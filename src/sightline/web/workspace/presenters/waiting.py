"""What waits for one person, each as a link to exactly that thing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from sightline.record.actions.models import Action
from sightline.record.challenges.models import Challenge
from sightline.record.meetings.models import Referral
from sightline.record.reviews.models import Incident
from sightline.record.reviews.presenters.incidents import clock_cell

from ..queries.waiting import Counted, Law, Ratifying, Waiting

SOON = timedelta(days=14)


@dataclass(frozen=True)
class Need:
    text: str
    href: str
    note: str = ""
    tag: str = ""
    tag_colour: str = ""


def urgent_needs(waiting: Waiting, slug: str, on: date) -> Iterator[Need]:
    """What runs against days that law or policy counts."""
    yield from (_counted(one, slug, on) for one in waiting.counted)
    yield from (_ratifying(one, slug) for one in waiting.ratifying)
    yield from (_challenge(one, slug) for one in waiting.challenges)


def other_needs(waiting: Waiting, slug: str, on: date) -> Iterator[Need]:
    yield from (_second_word(one, slug) for one in waiting.second_words)
    yield from (_referral(one, slug, on) for one in waiting.referrals)
    yield from _answers(waiting.answers, slug)
    yield from _progress(waiting, slug, on)
    yield from _law(waiting.law, slug)
    yield from _themes(waiting, slug)


def day(value: date | None) -> str:
    return f"{value:%-d %B %Y}" if value else ""


def _counted(one: Counted, slug: str, on: date) -> Need:
    cell, due = clock_cell(one.clock, on), one.clock.due_on
    note = f"{one.clock.rule.name}. " + (f"Last day {day(due)}" if due else "Its days cannot be counted yet")
    if isinstance(one.thing, Incident):
        text, href = f"Serious incident {one.thing.reference}", reverse("reviews:incident", args=[slug, one.thing.pk])
    else:
        text = f"Rapid review {one.thing.review.reference}"
        href = reverse("reviews:rapid", args=[slug, one.thing.pk])
    return Need(text, href, note, cell.text, cell.tag or "grey")


def _ratifying(one: Ratifying, slug: str) -> Need:
    by = f". The review is to be sent by {day(one.due_on)}" if one.due_on else ""
    return Need(
        f"Ratify the decision of rapid review {one.rapid.review.reference}",
        reverse("reviews:ratify", args=[slug, one.rapid.pk, one.organisation.pk]),
        f"For {one.organisation}{by}",
    )


def _challenge(one: Challenge, slug: str) -> Need:
    to = one.to_organisation or one.to_board
    note = f"{one.number} to {to}, raised on {day(one.raised_on)}"
    return Need(f"Answer a challenge: {one.about}", reverse("challenges:challenge", args=[slug, one.pk]), note)


def _second_word(action: Action, slug: str) -> Need:
    when = f"Reported as done on {day(action.reported_on)}. " if action.reported_on else "Reported as done. "
    return Need(
        f"Confirm: {action.what}", reverse("actions:action", args=[slug, action.pk]), when + "Yours is the second word"
    )


def _referral(one: Referral, slug: str, on: date) -> Need:
    note, late = f"Sent on {day(one.sent_on)}", one.answer_by is not None and one.answer_by < on
    if one.answer_by:
        note += f", an answer is asked by {day(one.answer_by)}"
    href = reverse("meetings:referral", args=[slug, one.pk])
    return Need(f"Receive: {one.title}", href, note, "No answer in time" if late else "", "red")


def _answers(number: int, slug: str) -> Iterable[Need]:
    if number:
        text = "1 answer from a reminder waits" if number == 1 else f"{number} answers from reminders wait"
        yield Need(text, reverse("reminders:answers", args=[slug]), "Someone answered by a link. You take it up")


def _progress(waiting: Waiting, slug: str, on: date) -> Iterable[Need]:
    if waiting.progress is not None:
        href = reverse("progress:review", args=[slug, waiting.progress.pk])
        yield Need(f"Finish the review of progress of {day(waiting.progress.on)}", href, "It is open")
    elif waiting.progress_due is not None and waiting.progress_due <= on + SOON:
        late = waiting.progress_due < on
        note = f"{'It was' if late else 'It is'} due on {day(waiting.progress_due)}"
        href = reverse("progress:open_review", args=[slug])
        yield Need(
            "Open the six-monthly review of progress",
            href,
            note,
            "Late" if late else "Due soon",
            "red" if late else "yellow",
        )


def _law(law: Law, slug: str) -> Iterable[Need]:
    href = reverse("law:changes", args=[slug])
    for number, state, tag in ((law.late, "Not taken in", "Late"), (law.coming, "To be taken in", "")):
        if number:
            what = "1 change of law or guidance was" if number == 1 else f"{number} changes of law or guidance were"
            yield Need(f"Say that {what} taken in", f"{href}?{urlencode({'taken': state})}", "", tag, "red")


def _themes(waiting: Waiting, slug: str) -> Iterable[Need]:
    if number := waiting.finding_themes:
        text = (
            "1 theme is proposed for a finding"
            if number == 1
            else f"{number} themes are proposed for findings of reviews"
        )
        yield Need(text, reverse("reviews:proposed", args=[slug]), "Confirm or refuse")
    for one in waiting.priorities:
        href = reverse("plan:priority", args=[slug, one.pk])
        yield Need(
            f"Confirm the themes proposed for “{one.title}”",
            href,
            "Your priority, in the words of the common vocabulary",
        )
