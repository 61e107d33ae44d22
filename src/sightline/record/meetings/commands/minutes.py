"""Minutes: a draft that many hands may write, then approved, then published; a change after that is a new version."""

from datetime import date, datetime

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused

from ..domain import MINUTES_STATE_LABELS, MeetingState, MinutesState
from ..domain.editing import revision_of
from ..models import Meeting, Minutes
from ..queries import draft_of, latest_minutes
from .keeping import keep_minutes


class Overtaken(Refused):
    """Someone else saved while this person was writing. Nothing was saved; `current` is what now stands."""

    def __init__(self, current: Minutes) -> None:
        who = str(current.written_by or "Someone")
        super().__init__(f"{who} changed these minutes while you were writing. Your words are kept below.", "text")
        self.current = current


@deed
def write_minutes(
    *, meeting: Meeting, text: str, at: datetime, by: User | None, began_from: str | None = None
) -> Minutes:
    """Saves the draft, the first time as version 1. `began_from` is the revision (`domain.editing.revision_of`) of the
    text that the writer started from; when another text stands by now, Overtaken. None writes without asking."""
    refuse_child_details(text=text)
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    latest = latest_minutes(meeting)
    if latest is None:
        return _save(Minutes(meeting=meeting, version=1), text, at, by)
    if latest.state != MinutesState.DRAFT:
        label = MINUTES_STATE_LABELS[MinutesState(latest.state)].lower()
        raise Refused(f"Version {latest.version} of these minutes is {label}. Start a new version to change them.")
    if latest.text == text:
        return latest
    if began_from is not None and began_from != revision_of(latest.text):
        raise Overtaken(latest)
    return _save(latest, text, at, by)


def _save(minutes: Minutes, text: str, at: datetime, by: User | None) -> Minutes:
    minutes.text, minutes.written_at, minutes.written_by = text, at, by
    keep_minutes(minutes)
    return minutes


@deed
def approve_minutes(*, minutes: Minutes, on: date, by: User | None, at_meeting: Meeting | None = None) -> Minutes:
    """Approved by a later meeting of the board, or by the chair where no meeting is given."""
    if minutes.state != MinutesState.DRAFT:
        raise Refused("These minutes are approved already.")
    if not minutes.text.strip():
        raise Refused("These minutes are empty. Write them before they are approved.")
    meeting = minutes.meeting
    if on < meeting.held_on:
        raise Refused("Minutes cannot be approved before their meeting. Check the date.", "on")
    if at_meeting is not None and (at_meeting.board_id != meeting.board_id or at_meeting.held_on <= meeting.held_on):
        raise Refused("Minutes are approved at a later meeting of the same board. Choose one.", "at_meeting")
    minutes.state, minutes.approved_on, minutes.approved_at_meeting = MinutesState.APPROVED, on, at_meeting
    keep_minutes(minutes)
    if meeting.state == MeetingState.PLANNED:
        meeting.state = MeetingState.HELD
        meeting.save(update_fields=["state"])
    return minutes


@deed
def publish_minutes(*, minutes: Minutes, on: date, by: User | None) -> Minutes:
    if minutes.state == MinutesState.DRAFT:
        raise Refused("Only approved minutes are published. Have them approved first.")
    if minutes.state == MinutesState.PUBLISHED:
        raise Refused("These minutes are published already.")
    if minutes.approved_on and on < minutes.approved_on:
        raise Refused("Minutes cannot be published before they are approved. Check the date.", "on")
    minutes.state, minutes.published_on = MinutesState.PUBLISHED, on
    keep_minutes(minutes)
    return minutes


@deed
def new_version(*, meeting: Meeting, why: str, at: datetime, by: User | None) -> Minutes:
    """A draft that begins as a copy of the approved version, which stays as it is."""
    latest = latest_minutes(meeting)
    if latest is None:
        raise Refused("There are no minutes yet. Write them first.")
    if draft_of(meeting) is not None:
        raise Refused("A draft is open already. Finish it first.")
    if not why.strip():
        raise Refused("Say why the approved minutes change.", "why")
    refuse_child_details(why=why)
    minutes = Minutes(meeting=meeting, version=latest.version + 1, why=why.strip())
    return _save(minutes, latest.text, at, by)
