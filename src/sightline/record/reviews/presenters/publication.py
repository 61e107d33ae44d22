"""The page of publication: the clock, the letters, where it is public and until when, and the update report."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sightline.foundation.design.tables import Cell, Column, Table, row

from ..documents.letters import LetterFacts
from ..domain.clocks import NOTICE_DAYS, notice_due_on
from ..domain.publication import (
    LETTER_LABELS,
    PUBLIC_IS_UNVERIFIED,
    REASONS,
    RECIPIENT_LABELS,
    LetterKind,
    PublicationClock,
    PublicationState,
    Recipient,
    day,
    is_early_enough,
)
from ..models import Publication, PublicationLetter, Review, UpdateReport
from .practice_frame import Link, href

COLOURS = {
    PublicationState.NO_DECISION: "grey",
    PublicationState.RUNNING: "blue",
    PublicationState.OVER: "red",
    PublicationState.OVER_WITH_REASON: "orange",
    PublicationState.OVER_RELAXED: "grey",
    PublicationState.NOT_TO_BE_PUBLISHED: "grey",
    PublicationState.PUBLISHED: "green",
    PublicationState.PUBLISHED_LATE: "yellow",
}
LABELS = {
    PublicationState.NO_DECISION: "No clock",
    PublicationState.RUNNING: "In time",
    PublicationState.OVER: "Over six months",
    PublicationState.OVER_WITH_REASON: "Late, with a reason",
    PublicationState.OVER_RELAXED: "Lateness is not counted",
    PublicationState.NOT_TO_BE_PUBLISHED: "Not to be published",
    PublicationState.PUBLISHED: "Published",
    PublicationState.PUBLISHED_LATE: "Published late",
}


@dataclass(frozen=True)
class LetterChoice:
    title: str
    word: str
    pdf: str
    record: Link


@dataclass(frozen=True)
class UpdateView:
    state: str
    colour: str
    what_changed: str
    evidence: str
    address: str
    table: Table | None


@dataclass(frozen=True)
class PublicationPage:
    clock: str
    label: str
    colour: str
    notice: str
    facts: tuple[dict[str, str], ...]
    letters: Table
    choices: tuple[LetterChoice, ...]
    updates: tuple[UpdateView, ...]
    links: tuple[Link, ...]
    update_links: tuple[Link, ...]


def publication_page(
    review: Review,
    publication: Publication | None,
    clock: PublicationClock,
    letters: Iterable[PublicationLetter],
    updates: Iterable[UpdateReport],
    slug: str,
    on: date,
    *,
    may_keep: bool,
) -> PublicationPage:
    sent = [one for one in letters if one.sent_on <= on]
    held = list(updates)
    return PublicationPage(
        clock=clock.words,
        label=LABELS[clock.state],
        colour=COLOURS[clock.state],
        notice=notice_words(publication, sent, clock),
        facts=tuple(_facts(publication, clock, on)),
        letters=_letters(sent, slug, review.pk, may_keep),
        choices=_choices(slug, review.pk, clock) if may_keep else (),
        updates=tuple(_update(one, on) for one in held),
        links=_links(slug, review, clock, publication) if may_keep else (),
        update_links=_update_links(slug, review.pk, held) if may_keep else (),
    )


def notice_words(publication: Publication | None, sent: Iterable[PublicationLetter], clock: PublicationClock) -> str:
    """Whether notice was early enough, or by when it is to be sent."""
    if publication is None or publication.planned_on is None:
        return "" if clock.published_on else "No day of publication is planned, so no day for the notice can be said."
    target = clock.published_on or publication.planned_on
    last = day(notice_due_on(target))
    days = [one.sent_on for one in sent if one.kind == LetterKind.NOTICE]
    if not days:
        return f"Notice is to reach the panel and the Secretary of State by {last}, {NOTICE_DAYS} working days before."
    enough = "early enough" if is_early_enough(max(days), target) else f"too late: it was due by {last}"
    return f"Notice was sent on {day(max(days))}, {enough}."


def _facts(publication: Publication | None, clock: PublicationClock, on: date) -> Iterable[dict[str, str]]:
    yield {"term": "Decision to review", "value": day(clock.decided_on)}
    yield {"term": "To be published by", "value": day(clock.due_on)}
    planned = day(publication.planned_on) if publication else ""
    yield {"term": "Planned for", "value": planned}
    yield {"term": "Published", "value": day(clock.published_on)}
    if clock.published_on is None or publication is None:
        return
    yield {"term": "Where", "value": publication.address, **_leads_to(publication.address)}
    if publication.public_until:
        last = publication.public_until - timedelta(days=1)
        yield {"term": "Kept public until", "value": day(last), "note": PUBLIC_IS_UNVERIFIED}
    if publication.withdrawn_on and publication.withdrawn_on <= on:
        how = "Taken back" if publication.is_taken_back else "No longer online"
        yield {"term": how, "value": day(publication.withdrawn_on), "note": publication.withdrawn_because}


def _leads_to(address: str) -> dict[str, str]:
    return {"href": address} if address.startswith(("https://", "http://")) else {}


def _letters(sent: list[PublicationLetter], slug: str, review: int, may_keep: bool) -> Table:
    columns = [
        Column("letter", "Letter"),
        Column("to", "To"),
        Column("sent", "Sent"),
        Column("planned", "Publication named"),
        Column("reason", "Reason"),
    ]
    columns += [Column("remove", "Remove", hidden_title=True, export=False, sortable=False)] if may_keep else []
    return Table(
        caption="Letters sent",
        columns=tuple(columns),
        rows=tuple(
            row(
                LETTER_LABELS[LetterKind(one.kind)],
                RECIPIENT_LABELS[Recipient(one.to)],
                one.sent_on,
                one.planned_on,
                one.reason,
                *([_remove(one, slug, review)] if may_keep else []),
            )
            for one in sent
        ),
        name="letters",
        page_size=0,
        empty="No letter is recorded as sent.",
    )


def _remove(one: PublicationLetter, slug: str, review: int) -> Cell:
    leads_to = href(slug, "remove_letter", review=review, letter=one.pk)
    return Cell(text="Remove", href=leads_to, hidden=f"{one.get_kind_display()} to {one.get_to_display()}")


def _choices(slug: str, review: int, clock: PublicationClock) -> tuple[LetterChoice, ...]:
    if clock.published_on is not None:
        return ()
    return tuple(
        LetterChoice(
            title=LETTER_LABELS[kind],
            word=href(slug, "letter", review=review, kind=kind, form="docx"),
            pdf=href(slug, "letter", review=review, kind=kind, form="pdf"),
            record=Link("Record it as sent", href(slug, "record_letter", review=review, kind=kind)),
        )
        for kind in LetterKind
    )


def _links(slug: str, review: Review, clock: PublicationClock, publication: Publication | None) -> tuple[Link, ...]:
    pages = []
    if hasattr(review, "practice"):
        pages.append(("decision", "Record the day of the decision"))
    if clock.published_on is None:
        pages += [("plan", "Plan the day"), ("publish", "Record its publication")]
    elif publication is not None and publication.withdrawn_on:
        pages.append(("publish", "Record that it is public again"))
    else:
        pages += [("publish", "Change day or address"), ("withdraw", "Withdraw from publication")]
    return tuple(Link(text, href(slug, name, review=review.pk)) for name, text in pages)


def _update_links(slug: str, review: int, held: list[UpdateReport]) -> tuple[Link, ...]:
    waiting = any(one.received_on is None for one in held)
    due = "Change the day it is due" if waiting else "Set when an update report is due"
    pages = (("expect_update", due), ("receive_update", "Record the update report"))
    return tuple(Link(text, href(slug, name, review=review)) for name, text in pages)


def _update(one: UpdateReport, on: date) -> UpdateView:
    if one.received_on is None or one.received_on > on:
        late = one.due_on is not None and one.due_on < on
        words = f"{'Was due' if late else 'Due'} by {day(one.due_on)}, not received" if one.due_on else "Not received"
        return UpdateView(words, "red" if late else "blue", "", "", "", None)
    lines = list(one.lines.all())
    table = Table(
        caption=f"How the recommendations stood on {day(one.received_on)}",
        columns=(
            Column("number", "Number"),
            Column("text", "Recommendation"),
            Column("answer", "Answer"),
            Column("actions", "Actions", numeric=True),
            Column("done", "Of them ended", numeric=True),
        ),
        rows=tuple(row(x.number, x.text, x.answer or "Not answered", x.actions, x.done) for x in lines),
        name=f"update-{one.pk}",
        page_size=0,
        row_headers=False,
        empty="The review had made no recommendation by then.",
        note="Kept as it was on that day; later answers and actions do not change it.",
    )
    state = f"Received on {day(one.received_on)}"
    return UpdateView(state, "green", one.what_changed, one.evidence, one.address, table)


def letter_facts(
    review: Review,
    publication: Publication | None,
    clock: PublicationClock,
    letters: Iterable[PublicationLetter],
    kind: LetterKind,
    on: date,
) -> LetterFacts:
    """The reason is the one last recorded for that kind of letter; before that a line is left for it."""
    reasons = [one.reason for one in letters if one.kind == kind and kind in REASONS]
    return LetterFacts(
        partnership=review.partnership.name,
        reference=review.reference,
        kind=kind,
        written_on=on,
        decided_on=clock.decided_on,
        due_on=clock.due_on,
        planned_on=publication.planned_on if publication else None,
        reason=reasons[-1] if reasons else "",
    )
