"""Facts of boards: terms, seats with who fills them, meetings of the last two years with attendance and minutes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain import Standing
from sightline.partnership.directory.models import Holding, StandingInPartnership
from sightline.partnership.directory.queries import running_on
from sightline.partnership.governance.domain import BoardKind, LineKind, MembershipKind, TermsState
from sightline.partnership.governance.models import Board, Line, Membership, QuorumPart, Seat, Terms
from sightline.record.meetings.domain import LinkKind
from sightline.record.meetings.models import Attendance, Decision, Meeting, MeetingAction, Minutes

from ..domain.facts import BoardFacts, Mark, MeetingFacts, Occupant, QuorumFacts, SeatFacts, TermsFacts

LOOK_BACK = timedelta(days=730)


class _Member(NamedTuple):
    """A membership: a partnership has hundreds, and a row is read in a fraction of what Django takes to make a model of it."""

    seat_id: int
    person_id: int
    person: str
    post_id: int | None
    kind: str
    started_on: date | None
    ended_on: date | None


class _Seat(NamedTuple):
    id: int
    board_id: int
    title: str
    capacity: str
    organisation_id: int | None
    organisation: str | None
    sector: str | None
    is_required: bool
    counts_for_quorum: bool
    term_months: int | None
    started_on: date | None


_OF_SEAT = (
    *("id", "board_id", "title", "capacity", "organisation_id", "organisation__name", "organisation__sector"),
    *("is_required", "counts_for_quorum", "term_months", "started_on"),
)


def board_facts(partnership: Partnership, on: date, board_id: int | None = None) -> tuple[BoardFacts, ...]:
    """Eleven queries, however many boards."""
    boards = Board.objects.filter(running_on(on), partnership=partnership)
    if board_id is not None:
        boards = boards.filter(pk=board_id)
    boards = list(boards)
    ids = [b.pk for b in boards]
    terms, drafts = _terms(ids, on)
    seats = _seats(partnership, ids, on)
    meetings = _meetings(ids, on)
    lines = dict(
        Line.objects.filter(running_on(on), board__in=ids)
        .exclude(kind=LineKind.LINKED_WITH)
        .values_list("board_id")
        .annotate(Count("id"))
    )
    return tuple(
        BoardFacts(
            id=b.pk,
            name=b.name,
            kind=b.kind,
            is_external=b.kind == BoardKind.EXTERNAL,
            started_on=b.started_on,
            terms=terms.get(b.pk),
            draft=drafts.get(b.pk),
            seats=tuple(seats[b.pk]),
            meetings=tuple(meetings[b.pk]),
            lines_up=lines.get(b.pk, 0),
        )
        for b in boards
    )


def _terms(ids: list[int], on: date) -> tuple[dict[int, TermsFacts], dict[int, TermsFacts]]:
    parts: dict[int, list[QuorumFacts]] = defaultdict(list)
    for part in QuorumPart.objects.filter(terms__board__in=ids).select_related("organisation"):
        label = part.organisation.name if part.organisation else part.get_sector_display()
        parts[part.terms_id].append(QuorumFacts(label, part.minimum, part.sector, part.organisation_id))
    approved: dict[int, TermsFacts] = {}
    drafts: dict[int, TermsFacts] = {}
    for row in Terms.objects.filter(board__in=ids).order_by("version"):
        if row.state == TermsState.DRAFT:
            drafts[row.board_id] = _terms_facts(row, parts[row.pk])
        elif (row.started_on or date.min) <= on and (row.ended_on is None or row.ended_on > on):
            approved[row.board_id] = _terms_facts(row, parts[row.pk])
    return approved, drafts


def _terms_facts(row: Terms, parts: list[QuorumFacts]) -> TermsFacts:
    return TermsFacts(
        id=row.pk,
        version=row.version,
        is_approved=row.state == TermsState.APPROVED,
        started_on=row.started_on,
        review_on=row.review_on,
        meetings_per_year=row.meetings_per_year,
        quorum_minimum=row.quorum_minimum,
        quorum_parts=tuple(parts),
        quorum_as_written=row.quorum_as_written,
        purpose=row.purpose,
        deputies_allowed=row.deputies_allowed,
    )


def statutory_partner_ids(partnership: Partnership, on: date) -> set[int]:
    rows = StandingInPartnership.objects.filter(
        running_on(on), partnership=partnership, standing=Standing.SAFEGUARDING_PARTNER
    )
    return set(rows.values_list("organisation_id", flat=True))


def _seats(partnership: Partnership, ids: list[int], on: date) -> dict[int, list[SeatFacts]]:
    statutory = statutory_partner_ids(partnership, on)
    members: dict[int, list[_Member]] = defaultdict(list)
    rows = Membership.objects.filter(seat__board__in=ids)
    for row in rows.values_list("seat_id", "person_id", "person__name", "post_id", "kind", "started_on", "ended_on"):
        members[row[0]].append(_Member(*row))
    left = _left_posts([m for rows in members.values() for m in rows], on)
    seats: dict[int, list[SeatFacts]] = defaultdict(list)
    for row in Seat.objects.filter(running_on(on), board__in=ids).values_list(*_OF_SEAT):
        seat = _Seat(*row)
        seats[seat.board_id].append(_seat_facts(seat, members[seat.id], statutory, left, on))
    return seats


def _left_posts(members: list[_Member], on: date) -> dict[tuple[int, int], date]:
    """When a person left the post through which they hold a seat: (person, post) to the day, ended holdings only."""
    pairs = {(m.person_id, m.post_id) for m in members if m.post_id}
    rows = Holding.objects.filter(person__in={p for p, _ in pairs}, post__in={q for _, q in pairs})
    ends: dict[tuple[int, int], date | None] = {}
    for person, post, ended in rows.values_list("person_id", "post_id", "ended_on"):
        known = ends.get((person, post), date.min)
        ends[(person, post)] = None if known is None or ended is None else max(known, ended)
    return {pair: ended for pair, ended in ends.items() if ended is not None and ended <= on}


def _is_running(row: _Member, on: date) -> bool:
    return (row.started_on or date.min) <= on and (row.ended_on is None or row.ended_on > on)


def _seat_facts(
    seat: _Seat, members: list[_Member], statutory: set[int], left: dict[tuple[int, int], date], on: date
) -> SeatFacts:
    running = [m for m in members if _is_running(m, on)]
    holders = [m for m in running if m.kind == MembershipKind.MEMBER]
    ended = [m.ended_on for m in members if m.kind == MembershipKind.MEMBER and m.ended_on and m.ended_on <= on]
    return SeatFacts(
        id=seat.id,
        title=seat.title,
        capacity=seat.capacity,
        organisation_id=seat.organisation_id,
        organisation=seat.organisation or "",
        sector=seat.sector or "",
        is_statutory_partner=seat.organisation_id in statutory,
        is_required=seat.is_required,
        counts_for_quorum=seat.counts_for_quorum,
        term_months=seat.term_months,
        occupants=tuple(
            Occupant(
                m.person_id,
                m.person,
                m.kind == MembershipKind.DEPUTY,
                m.started_on,
                left.get((m.person_id, m.post_id)),
            )
            for m in running
        ),
        is_vacant=not holders,
        vacant_since=None if holders else max(ended, default=seat.started_on),
    )


def _meetings(ids: list[int], on: date) -> dict[int, list[MeetingFacts]]:
    rows = list(Meeting.objects.filter(board__in=ids, held_on__gt=on - LOOK_BACK))
    recent: QuerySet[Meeting] = Meeting.objects.filter(board__in=ids, held_on__gt=on - LOOK_BACK, held_on__lte=on)
    marks = _marks(recent)
    minutes = _newest_minutes(recent)
    decisions = dict(
        Decision.objects.filter(meeting__in=recent).order_by().values_list("meeting_id").annotate(Count("id"))
    )
    raised = dict(
        MeetingAction.objects.filter(meeting__in=recent, kind=LinkKind.RAISED)
        .order_by()
        .values_list("meeting_id")
        .annotate(Count("id"))
    )
    found: dict[int, list[MeetingFacts]] = defaultdict(list)
    for m in rows:
        state, approved_on = minutes.get(m.pk, ("", None))
        found[m.board_id].append(
            MeetingFacts(
                id=m.pk,
                held_on=m.held_on,
                state=m.state,
                is_month_only=m.is_month_only,
                marks=tuple(marks.get(m.pk, ())),
                minutes_state=state,
                minutes_approved_on=approved_on,
                decisions=decisions.get(m.pk, 0),
                actions_raised=raised.get(m.pk, 0),
            )
        )
    return found


def _marks(meetings: QuerySet[Meeting]) -> dict[int, list[Mark]]:
    rows: Iterable[tuple] = Attendance.objects.filter(meeting__in=meetings).values_list(
        "meeting_id",
        "status",
        "seat_id",
        "organisation_id",
        "organisation__sector",
        "person_id",
        "person__name",
        "person_as_written",
        "post_as_written",
        "organisation_as_written",
    )
    found: dict[int, list[Mark]] = defaultdict(list)
    for meeting, status, seat, org, sector, person, name, written, post, org_written in rows:
        has_post, has_organisation = bool(seat or post), bool(org or org_written)
        found[meeting].append(
            Mark(status, seat, org, sector or "", person, name or written, has_post, has_organisation)
        )
    return found


def _newest_minutes(meetings: QuerySet[Meeting]) -> dict[int, tuple[str, date | None]]:
    rows = Minutes.objects.filter(meeting__in=meetings).order_by("version")
    return {m: (state, approved) for m, state, approved in rows.values_list("meeting_id", "state", "approved_on")}
