"""Whether an agency was at a meeting, as rules count it: unknown is never absence."""

from datetime import date

from .facts import BoardFacts, Mark, MeetingFacts

ATTENDED = frozenset({"present", "deputy"})
MISSED = frozenset({"apologies", "absent"})


def presence(meeting: MeetingFacts, organisation_id: int) -> bool | None:
    """True: present or a deputy came. False: known to have missed it. None: the record does not say."""
    statuses = {m.status for m in meeting.marks if m.organisation_id == organisation_id}
    if statuses & ATTENDED:
        return True
    return False if statuses and statuses <= MISSED else None


def missed_in_a_row(board: BoardFacts, organisation_id: int, on: date) -> tuple[MeetingFacts, ...]:
    """The newest run of meetings known to be missed, newest first. Meetings of unknown attendance neither break nor lengthen it."""
    run: list[MeetingFacts] = []
    for meeting in reversed(board.held(on)):
        was_there = presence(meeting, organisation_id)
        if was_there:
            break
        if was_there is False:
            run.append(meeting)
    return tuple(run)


def agencies(board: BoardFacts) -> dict[int, tuple[str, bool]]:
    """Agencies with a seat: id to name, and whether it is a safeguarding partner."""
    return {
        s.organisation_id: (s.organisation, s.is_statutory_partner)
        for s in board.seats
        if s.organisation_id is not None
    }


def counted_for_quorum(board: BoardFacts, meeting: MeetingFacts) -> tuple[Mark, ...]:
    """Marks of those who were there and count: seats that count, or, where no seat was recorded, anyone but guests."""
    not_counted = {s.id for s in board.seats if not s.counts_for_quorum}
    return tuple(m for m in meeting.marks if m.status in ATTENDED and m.seat_id not in not_counted)


def is_attendance_known(meeting: MeetingFacts) -> bool:
    """Enough to judge a quorum: someone is marked and nobody is marked as unknown."""
    return bool(meeting.marks) and all(m.status != "unknown" for m in meeting.marks)
