"""Who was there: one row for each seat, person or agency at a meeting, however often it is said."""

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Person
from sightline.partnership.governance.models import Seat

from ..domain import MeetingState, Status
from ..models import Attendance, Meeting


@deed
def record_attendance(
    *,
    meeting: Meeting,
    status: Status,
    by: User | None,
    seat: Seat | None = None,
    person: Person | None = None,
    organisation: Organisation | None = None,
    deputy_for: Person | None = None,
    person_as_written: str = "",
    post_as_written: str = "",
    organisation_as_written: str = "",
) -> Attendance:
    """Says how a seat, a person or an agency attended. Saying it again changes the row; it never makes a second one.

    A deputy's row names the deputy as `person` and the member as `deputy_for`. A seat brings its own organisation.
    Someone coming means that the meeting was held.
    """
    meeting = Meeting.objects.select_for_update().get(pk=meeting.pk)
    _check(meeting, seat, person, deputy_for, status, organisation, person_as_written, organisation_as_written)
    row = _row_for(meeting, seat, person, organisation, deputy_for, person_as_written, organisation_as_written)
    if row.status == Status.DEPUTY and status != Status.DEPUTY:
        row.person_as_written = row.post_as_written = ""  # those were the deputy's
    row.status, row.person = status, person
    row.deputy_for = deputy_for if status == Status.DEPUTY else None
    row.organisation = organisation or (seat.organisation if seat else None)
    row.person_as_written = person_as_written or row.person_as_written
    row.post_as_written = post_as_written or row.post_as_written
    row.organisation_as_written = organisation_as_written or row.organisation_as_written
    row.full_clean()
    row.save()
    _hold_if_someone_came(meeting, status)
    return row


@deed
def add_guest(
    *,
    meeting: Meeting,
    by: User | None,
    person: Person | None = None,
    organisation: Organisation | None = None,
    person_as_written: str = "",
    post_as_written: str = "",
    organisation_as_written: str = "",
) -> Attendance:
    """Someone there for an item or to watch, in no seat: never counted in attendance."""
    return record_attendance(
        meeting=meeting,
        status=Status.GUEST,
        by=by,
        person=person,
        organisation=organisation,
        person_as_written=person_as_written,
        post_as_written=post_as_written,
        organisation_as_written=organisation_as_written,
    )


@deed
def remove_attendance(*, row: Attendance, by: User | None) -> None:
    """For a row made by mistake; the trail keeps it."""
    row.delete()


def _check(
    meeting: Meeting,
    seat: Seat | None,
    person: Person | None,
    deputy_for: Person | None,
    status: Status,
    organisation: Organisation | None,
    *as_written: str,
) -> None:
    if meeting.state == MeetingState.CANCELLED:
        raise Refused("This meeting is cancelled; nobody can have attended it. Record the meeting that took place.")
    if seat is None and person is None and organisation is None and not any(as_written):
        raise Refused("Say who attended: a seat, a person or an agency.", "person")
    if seat is not None and seat.board_id != meeting.board_id:
        raise Refused(f"The seat {seat} is not at {meeting.board}. Choose a seat of this board.", "seat")
    if person is not None and person == deputy_for and status == Status.DEPUTY:
        raise Refused(f"{person} cannot be their own deputy. Choose who came in their place.", "deputy_for")
    for one in (person, deputy_for, organisation):
        if one is not None and one.partnership_id not in (None, meeting.partnership_id):
            raise Refused(f"{one} belongs to another partnership. Choose from this partnership's directory.", "person")


def _row_for(
    meeting: Meeting,
    seat: Seat | None,
    person: Person | None,
    organisation: Organisation | None,
    deputy_for: Person | None,
    person_as_written: str,
    organisation_as_written: str,
) -> Attendance:
    """The row that this statement is about, or a new one."""
    rows = Attendance.objects.filter(meeting=meeting, seat=seat)
    if seat is not None:
        return _row_of_seat(list(rows), deputy_for or person) or Attendance(meeting=meeting, seat=seat)
    if person is not None:
        found = rows.filter(person=person)
    elif person_as_written:
        found = rows.filter(
            person__isnull=True, person_as_written=person_as_written, organisation_as_written=organisation_as_written
        )
    elif organisation is not None:
        found = rows.filter(person__isnull=True, person_as_written="", organisation=organisation)
    else:
        found = rows.filter(person_as_written="", organisation_as_written=organisation_as_written)
    return found.first() or Attendance(meeting=meeting)


def _row_of_seat(rows: list[Attendance], member: Person | None) -> Attendance | None:
    """A seat has one row, unless two people share it: then one for each of them."""
    for row in rows:
        if member is None or row.person is None or member in (row.person, row.deputy_for):
            return row
    return None


def _hold_if_someone_came(meeting: Meeting, status: Status) -> None:
    if meeting.state == MeetingState.PLANNED and status in (Status.PRESENT, Status.DEPUTY):
        meeting.state = MeetingState.HELD
        meeting.save(update_fields=["state"])
