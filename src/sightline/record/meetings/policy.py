"""May this viewer do this to a meeting? Answers carry the reason that the page shows."""

from datetime import date

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.kernel.verdict import YES, Verdict, no

from .domain import MeetingState, MinutesState, Status
from .models import Meeting, Minutes


def may_run(viewer: Viewer, meeting: Meeting) -> Verdict:
    if viewer.may(Deed.RUN_MEETINGS, meeting.partnership_id):
        return YES
    return no("Only the partnership's team plans and records meetings. Ask the business manager.")


def may_record(viewer: Viewer, meeting: Meeting, status: Status, today: date) -> Verdict:
    """Apologies may come before the day; that someone came cannot."""
    runs = may_run(viewer, meeting)
    if not runs:
        return runs
    if meeting.state == MeetingState.CANCELLED:
        return no("This meeting is cancelled; nobody can have attended it.")
    if meeting.held_on > today and status not in (Status.APOLOGIES, Status.UNKNOWN):
        return no("This meeting has not taken place yet. Before the day only apologies can be recorded.")
    return YES


def may_approve(viewer: Viewer, minutes: Minutes) -> Verdict:
    if not viewer.may(Deed.APPROVE_MINUTES, minutes.meeting.partnership_id):
        return no("Minutes are approved by the chair or the business manager.")
    return YES if minutes.state == MinutesState.DRAFT else no("These minutes are approved already.")


def may_publish(viewer: Viewer, minutes: Minutes) -> Verdict:
    if not viewer.may(Deed.APPROVE_MINUTES, minutes.meeting.partnership_id):
        return no("Minutes are published by the chair or the business manager.")
    return YES if minutes.state == MinutesState.APPROVED else no("Approved minutes are published, once.")
