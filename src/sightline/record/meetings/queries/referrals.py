"""Referrals between boards, from the side that sent them and the side that received them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.due import Due
from sightline.kernel.references import Reference
from sightline.partnership.governance.models import Board

from ..domain import MeetingState
from ..domain.referring import Dates, Stage, stage_on, whole_months
from ..models import Meeting, Referral

KIND = "meetings.referral"


def _whole() -> QuerySet[Referral]:
    parties = ("partnership", "board", "to_partnership", "to_board")
    places = ("meeting__board", "agenda_item", "decision__agenda_item", "at_meeting__board", "at_item")
    return Referral.objects.select_related(*parties, *places)


def sent_by(partnership: Partnership, on: date) -> QuerySet[Referral]:
    return _whole().filter(partnership=partnership, sent_on__lte=on)


def received_by(partnership: Partnership, on: date) -> QuerySet[Referral]:
    return _whole().filter(to_partnership=partnership, sent_on__lte=on)


def sent_by_board(board: Board, on: date) -> QuerySet[Referral]:
    return sent_by(board.partnership, on).filter(board=board)


def received_by_board(board: Board, on: date) -> QuerySet[Referral]:
    return received_by(board.partnership, on).filter(to_board=board)


def referral_in(partnership: Partnership, pk: int, on: date) -> Referral | None:
    """One that this partnership sent or received."""
    either = Q(partnership=partnership) | Q(to_partnership=partnership)
    return _whole().filter(either, pk=pk, sent_on__lte=on).prefetch_related("chases").first()


def without_outcome(on: date) -> Q:
    return Q(ended_on__isnull=True) | Q(ended_on__gt=on)


def open_counts(board: Board, on: date) -> tuple[int, int]:
    """How many a board sent, and how many it received, that have no outcome; one query."""
    rows = Referral.objects.filter(without_outcome(on), Q(board=board) | Q(to_board=board), sent_on__lte=on)
    sides = rows.values_list("board_id", "to_board_id")
    return sum(sent == board.pk for sent, _ in sides), sum(received == board.pk for _, received in sides)


def matters_arising(meeting: Meeting, on: date) -> QuerySet[Referral]:
    """What the board had sent elsewhere before a meeting, of which it did not know the outcome by that day."""
    day = min(meeting.held_on, on)
    return sent_by_board(meeting.board, day).filter(without_outcome(day)).exclude(meeting=meeting)


def waiting_for_agenda(board: Board, on: date) -> QuerySet[Referral]:
    """Sent to this board, or received for it, and on no agenda yet."""
    off = Q(at_meeting__isnull=True) | Q(at_meeting__state=MeetingState.CANCELLED)
    return received_by_board(board, on).filter(off, ended_on__isnull=True)


def tabled_at(meeting: Meeting) -> QuerySet[Referral]:
    return _whole().filter(at_meeting=meeting)


def possible_receivers(partnership: Partnership) -> list[Partnership]:
    """Other partnerships of the same region, the region itself, and for a region those it oversees; by name alone."""
    region = partnership.overseen_by_id
    near = Q(overseen_by=partnership)
    if region is not None:
        near |= Q(overseen_by=region) | Q(pk=region)
    return list(Partnership.objects.filter(near, ended_on__isnull=True).exclude(pk=partnership.pk).order_by("name"))


def dates_of(referral: Referral) -> Dates:
    """A meeting that was removed or cancelled leaves it received and on no agenda."""
    meeting = referral.at_meeting
    tabled = referral.tabled_on if meeting is not None and meeting.state != MeetingState.CANCELLED else None
    return Dates(referral.sent_on, referral.received_on, tabled, referral.ended_on)


def to_words(referral: Referral, for_partnership: int) -> str:
    """Whom it went to, as one side may know it: the board of another partnership only as the sender wrote it."""
    if referral.to_board is not None and for_partnership == referral.to_partnership_id:
        return referral.to_board.name
    return ", ".join(filter(None, (referral.to_as_written, referral.to_partnership.name)))


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """What rules ask of one referral that this partnership sent."""

    reference: Reference
    title: str
    board: str
    to: str
    sent_on: date
    months: int
    answer_by: date | None
    stage: Stage


def referral_facts(partnership: Partnership, on: date) -> list[ReferralFacts]:
    """One row for each referral sent by a day; one query."""
    rows = ((one, stage_on(dates_of(one), on)) for one in sent_by(partnership, on))
    return [
        ReferralFacts(
            Reference(KIND, one.pk),
            one.title,
            one.board.name,
            to_words(one, partnership.pk),
            one.sent_on,
            whole_months(one.sent_on, one.ended_on if stage is Stage.ENDED and one.ended_on else on),
            one.answer_by,
            stage,
        )
        for one, stage in rows
        if stage is not None
    ]


def due_things(partnership_ids: Iterable[int], on: date) -> list[Due]:
    """What the receiving side is to do: receive what was sent, and say what came of it. Its team is asked: boards hold no post."""
    rows = _whole().filter(to_partnership__in=list(partnership_ids), sent_on__lte=on, ended_on__isnull=True)
    return [
        Due(
            Reference(KIND, one.pk),
            one.to_partnership_id,
            f"Referral: {one.title}",
            "Say what came of it." if one.received_on else "Receive it, and say which board takes it.",
            one.answer_by,
        )
        for one in rows
    ]
