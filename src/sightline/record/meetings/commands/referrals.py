"""Sending an item to another board, and saying there what came of it."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.governance.models import Board

from ..domain.referring import ANSWERS, Outcome
from ..models import AgendaItem, Chase, Decision, Meeting, Referral
from ..queries.referrals import KIND, dates_of, possible_receivers
from .agendas import add_agenda_item


@deed
def send_referral(
    *,
    board: Board,
    title: str,
    ask: str,
    on: date,
    by: User | None,
    to_board: Board | None = None,
    to_partnership: Partnership | None = None,
    to_as_written: str = "",
    papers: str = "",
    answer_by: date | None = None,
    meeting: Meeting | None = None,
    agenda_item: AgendaItem | None = None,
    decision: Decision | None = None,
) -> Referral:
    """To a board here (`to_board`), or to another partnership of the region, which chooses the board that takes it."""
    _check_words(title=title, ask=ask, papers=papers, to_as_written=to_as_written)
    receiver = _receiver(board, to_board, to_partnership)
    meeting = meeting or (decision.meeting if decision else agenda_item.meeting if agenda_item else None)
    _check_place(board, meeting, agenda_item, decision)
    if answer_by is not None and answer_by < on:
        raise Refused("The answer would be due before it is sent. Choose a later day.", "answer_by")
    return _keep(
        Referral(
            partnership=board.partnership,
            board=board,
            meeting=meeting,
            agenda_item=agenda_item or (decision.agenda_item if decision else None),
            decision=decision,
            title=title.strip(),
            ask=ask.strip(),
            papers=papers.strip(),
            answer_by=answer_by,
            sent_on=on,
            to_partnership=receiver,
            to_board=to_board,
            to_as_written=to_board.name[:200] if to_board else to_as_written.strip(),
        )
    )


def _check_words(**texts: str) -> None:
    refuse_child_details(**texts)
    if not texts.get("title", "").strip():
        raise Refused("Give it a title, as it may stand on an agenda.", "title")
    if not texts.get("ask", "").strip():
        raise Refused("Say what the other board is asked to do.", "ask")


def _receiver(board: Board, to_board: Board | None, to_partnership: Partnership | None) -> Partnership:
    if (to_board is None) == (to_partnership is None):
        raise Refused("Choose one board of this partnership, or one other partnership.", "to")
    if to_board is not None:
        if to_board.partnership_id != board.partnership_id:
            raise Refused("That board belongs to another partnership. Choose the partnership instead.", "to")
        if to_board == board:
            raise Refused("A board does not refer an item to itself.", "to")
        return board.partnership
    assert to_partnership is not None
    if to_partnership not in possible_receivers(board.partnership):
        raise Refused("Items go to partnerships of the same region, or to the region.", "to")
    return to_partnership


def _check_place(board: Board, meeting: Meeting | None, item: AgendaItem | None, decision: Decision | None) -> None:
    if meeting is not None and meeting.board_id != board.pk:
        raise Refused("That meeting is of another board.", "meeting")
    if any(thing is not None and thing.meeting_id != meeting.pk for thing in (item, decision) if meeting):
        raise Refused("The item and the decision belong to one meeting of the board.", "about")


@deed
def receive_referral(*, referral: Referral, board: Board, on: date, by: User | None) -> Referral:
    """The receiving side says that it has it and which of its boards takes it."""
    _open(referral)
    if board.partnership_id != referral.to_partnership_id:
        raise Refused("That board belongs to another partnership.", "board")
    _not_before_sent(referral, on)
    referral.to_board, referral.received_on = board, referral.received_on or on
    return kept(referral)


@deed
def table_referral(*, referral: Referral, meeting: Meeting, on: date, by: User | None) -> AgendaItem:
    """Puts it on the agenda of a meeting of the board that takes it, as an item that says where it came from."""
    _open(referral)
    if meeting.partnership_id != referral.to_partnership_id:
        raise Refused("That meeting belongs to another partnership.", "meeting")
    if referral.at_item_id is not None and dates_of(referral).tabled_on is not None:
        raise Refused(f"It is on an agenda already: {referral.at_meeting}. Take it off there first.", "meeting")
    if meeting.held_on < referral.sent_on:
        raise Refused("That meeting was held before the item was sent. Choose a later one.", "meeting")
    receive_referral(referral=referral, board=meeting.board, on=on, by=by)
    said = f"Referred by {referral.board.name}, {referral.partnership.name}: {referral.ask}"
    item = add_agenda_item(meeting=meeting, title=referral.title, notes=said, by=by)
    referral.at_meeting, referral.at_item, referral.tabled_on = meeting, item, on
    kept(referral)
    return item


@deed
def record_referral_outcome(*, referral: Referral, outcome: Outcome, words: str, on: date, by: User | None) -> Referral:
    """What came of it, said by the receiving side. Said again, it corrects what was said; the trail keeps both."""
    if referral.outcome == Outcome.WITHDRAWN:
        raise Refused("The sender has withdrawn this referral.")
    if outcome not in ANSWERS:
        raise Refused("Only the sender withdraws a referral.", "outcome")
    if not words.strip():
        raise Refused("Say in a sentence what came of it.", "words")
    refuse_child_details(words=words)
    _not_before_sent(referral, on)
    referral.outcome, referral.outcome_words, referral.ended_on = outcome, words.strip(), on
    referral.received_on = referral.received_on or on
    return kept(referral)


@deed
def withdraw_referral(*, referral: Referral, why: str, on: date, by: User | None) -> Referral:
    _open(referral)
    if not why.strip():
        raise Refused("Say why it is withdrawn.", "why")
    refuse_child_details(why=why)
    _not_before_sent(referral, on)
    referral.outcome, referral.outcome_words, referral.ended_on = Outcome.WITHDRAWN, why.strip(), on
    return kept(referral)


@deed
def chase_referral(*, referral: Referral, on: date, by: User | None, words: str = "") -> Chase:
    """The sender asks again; the receiving side sees that it did."""
    _open(referral)
    refuse_child_details(words=words)
    _not_before_sent(referral, on)
    return kept(Chase(referral=referral, on=on, words=words.strip()))


@deed
def correct_referral(
    *, referral: Referral, title: str, ask: str, by: User | None, papers: str = "", answer_by: date | None = None
) -> Referral:
    """By the sender, until the other side has received it."""
    _not_received(referral)
    _check_words(title=title, ask=ask, papers=papers)
    referral.title, referral.ask, referral.papers, referral.answer_by = title.strip(), ask.strip(), papers, answer_by
    return _keep(referral)


@deed
def remove_referral(*, referral: Referral, by: User | None) -> None:
    """For one sent by mistake, until the other side has received it; the trail keeps it."""
    _not_received(referral)
    unindex(kind=KIND, id=referral.pk)
    referral.delete()


def _not_received(referral: Referral) -> None:
    if referral.received_on is not None or referral.ended_on is not None:
        raise Refused("The other side has received it already. Withdraw it, and send another.")


def _open(referral: Referral) -> None:
    if referral.ended_on is not None:
        raise Refused("This referral has its outcome already.")


def _not_before_sent(referral: Referral, on: date) -> None:
    if on < referral.sent_on:
        raise Refused(f"It was sent on {referral.sent_on:%-d %B %Y}. Give that day or a later one.", "on")


def _keep(referral: Referral) -> Referral:
    kept(referral)
    index_entry(
        kind=KIND,
        id=referral.pk,
        partnership=referral.partnership,
        title=f"Referral: {referral.title}",
        text=referral.ask,
        dated_on=referral.sent_on,
    )
    return referral
