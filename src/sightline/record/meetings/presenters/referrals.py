"""Referrals between boards, as the sending and the receiving side may each see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.presenters.structure import board_href

from ..domain.referring import OUTCOME_LABELS, STAGE_LABELS, Outcome, Stage, stage_on
from ..models import Referral
from ..queries.referrals import dates_of, open_counts, to_words
from .words import meeting_href, meeting_title

COLOURS = {Stage.SENT: "blue", Stage.RECEIVED: "turquoise", Stage.ON_AGENDA: "yellow", Stage.ENDED: "green"}


def referral_href(slug: str, pk: int) -> str:
    return reverse("meetings:referral", args=[slug, pk])


def day_words(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def state_cell(referral: Referral, on: date) -> Cell:
    stage = stage_on(dates_of(referral), on) or Stage.SENT
    if stage is Stage.ENDED:
        outcome = Outcome(referral.outcome)
        return Cell(text=OUTCOME_LABELS[outcome], tag="grey" if outcome is Outcome.WITHDRAWN else COLOURS[stage])
    if referral.answer_by is not None and referral.answer_by < on:
        return Cell(text="No answer in time", tag="red", note=STAGE_LABELS[stage])
    return Cell(text=STAGE_LABELS[stage], tag=COLOURS[stage])


def from_words(referral: Referral, scope: Partnership) -> str:
    """The board, with its partnership where that is another."""
    if referral.partnership_id == scope.pk:
        return referral.board.name
    return f"{referral.board.name}, {referral.partnership.name}"


def referrals_table(
    rows: Iterable[Referral], scope: Partnership, on: date, side: str, path: str, name: str = ""
) -> Table:
    """`side` is sent or received: each shows the other end."""
    sent = side == "sent"
    return Table(
        caption="Sent to other boards" if sent else "Received from other boards",
        name=name,
        columns=(
            Column("title", "Item"),
            Column("from", "From"),
            Column("to", "To"),
            Column("sent", "Sent"),
            Column("by", "Answer asked by"),
            Column("state", "State"),
            Column("words", "What came of it"),
        ),
        rows=tuple(_row(one, scope, on) for one in rows),
        filters=(Filter("state", "State"), Filter("board", "Board")),
        sort="-sent",
        export_href=path,
        empty="Nothing has been sent to another board." if sent else "No other board has sent anything.",
        row_headers=False,
    )


def _row(referral: Referral, scope: Partnership, on: date) -> Row:
    state, ended = state_cell(referral, on), stage_on(dates_of(referral), on) is Stage.ENDED
    mine = referral.board.name if referral.partnership_id == scope.pk else to_words(referral, scope.pk)
    return row(
        Cell(text=referral.title, href=referral_href(scope.slug, referral.pk)),
        from_words(referral, scope),
        to_words(referral, scope.pk),
        referral.sent_on,
        referral.answer_by,
        state,
        referral.outcome_words if ended else "",
        facets={"state": state.text, "board": mine},
    )


@dataclass(frozen=True)
class ReferralPage:
    id: int
    title: str
    ask: str
    papers: str
    state: Cell
    facts: tuple[dict[str, Any], ...]
    outcome: str
    outcome_words: str
    chases: tuple[str, ...]
    is_open: bool
    is_withdrawn: bool
    is_received: bool
    is_tabled: bool
    is_sender: bool
    is_receiver: bool
    crumbs: tuple[dict[str, str], ...]


def referral_page(referral: Referral, scope: Partnership, on: date, may_read_restricted: bool) -> ReferralPage:
    """What the side that asks may see. Of the other partnership's boards, meetings and people nothing else is shown."""
    stage = stage_on(dates_of(referral), on) or Stage.SENT
    ended = stage is Stage.ENDED
    sender, receiver = referral.partnership_id == scope.pk, referral.to_partnership_id == scope.pk
    return ReferralPage(
        id=referral.pk,
        title=referral.title,
        ask=referral.ask,
        papers=referral.papers,
        state=state_cell(referral, on),
        facts=tuple(_facts(referral, scope, on, sender, receiver, may_read_restricted)),
        outcome=OUTCOME_LABELS[Outcome(referral.outcome)] if ended else "",
        outcome_words=referral.outcome_words if ended else "",
        chases=tuple(
            f"{day_words(one.on)}{': ' + one.words if one.words else ''}"
            for one in referral.chases.all()
            if one.on <= on
        ),
        is_open=not ended,
        is_withdrawn=ended and referral.outcome == Outcome.WITHDRAWN,
        is_received=stage is not Stage.SENT,
        is_tabled=stage is Stage.ON_AGENDA,
        is_sender=sender,
        is_receiver=receiver,
        crumbs=({"text": "Referrals", "href": reverse("meetings:referrals", args=[scope.slug])},),
    )


def _facts(
    referral: Referral, scope: Partnership, on: date, sender: bool, receiver: bool, may_read_restricted: bool
) -> Iterable[dict[str, Any]]:
    slug = scope.slug
    yield {
        "term": "From",
        "value": from_words(referral, scope),
        "href": board_href(slug, referral.board_id) if sender else "",
    }
    if sender:
        yield _place(referral, slug, may_read_restricted)
    here = board_href(slug, referral.to_board_id) if receiver and referral.to_board_id else ""
    yield {"term": "To", "value": to_words(referral, scope.pk), "href": here}
    yield {"term": "Sent", "value": day_words(referral.sent_on)}
    yield {"term": "Answer asked by", "value": day_words(referral.answer_by) or "No day given"}
    if referral.received_on and referral.received_on <= on:
        yield {"term": "Received", "value": day_words(referral.received_on)}
    meeting, tabled = referral.at_meeting, dates_of(referral).tabled_on
    if receiver and meeting is not None and tabled is not None and tabled <= on:
        yield {"term": "On the agenda of", "value": meeting_title(meeting), "href": meeting_href(slug, meeting.pk)}
    if referral.ended_on and referral.ended_on <= on:
        yield {"term": "Ended", "value": day_words(referral.ended_on)}


def _place(referral: Referral, slug: str, may_read_restricted: bool) -> dict[str, Any]:
    """The meeting it was sent at, with item or decision, for the side that sent it."""
    if referral.meeting is None:
        return {"term": "Sent at", "value": "Between meetings"}
    words, item = "", referral.agenda_item
    if item is not None and item.is_restricted and not may_read_restricted:
        words = "Restricted item"
    elif referral.decision is not None:
        words = f"Decision {referral.decision.number}"
    elif item is not None:
        words = f"Item {item.order}. {item.title}"
    return {
        "term": "Sent at",
        "value": meeting_title(referral.meeting),
        "href": meeting_href(slug, referral.meeting.pk),
        "note": words,
    }


@dataclass(frozen=True)
class ReferralLine:
    """One line in a meeting’s lists."""

    id: int
    title: str
    href: str
    note: str
    state: str
    colour: str


def referral_lines(rows: Iterable[Referral], scope: Partnership, on: date, side: str) -> tuple[ReferralLine, ...]:
    return tuple(_line(one, scope, on, side) for one in rows)


def _line(referral: Referral, scope: Partnership, on: date, side: str) -> ReferralLine:
    state = state_cell(referral, on)
    end = f"to {to_words(referral, scope.pk)}" if side == "sent" else f"from {from_words(referral, scope)}"
    asked = f", answer asked by {day_words(referral.answer_by)}" if referral.answer_by else ""
    note = f"{end}, sent {day_words(referral.sent_on)}{asked}"
    return ReferralLine(
        referral.pk, referral.title, referral_href(scope.slug, referral.pk), note, state.text, state.tag
    )


def referral_facts_of_board(board: Board, on: date) -> list[dict[str, Any]]:
    """For the head of every board's page: what waits for an outcome, in and out."""
    sent, received = open_counts(board, on)
    if not sent and not received:
        return []
    href = reverse("meetings:referrals_of_board", args=[board.partnership.slug, board.pk])
    return [{"term": "Referrals without outcome", "value": f"{sent} sent, {received} received", "href": href}]
