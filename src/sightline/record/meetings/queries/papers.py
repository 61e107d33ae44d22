"""Minutes, and the actions that meetings raised, carried and closed."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.partnership.governance.models import Board
from sightline.record.actions.models import Action
from sightline.record.actions.queries import is_open

from ..domain import LinkKind, MeetingState, MinutesState
from ..models import Meeting, MeetingAction, Minutes


def minutes_of(meeting: Meeting, viewer: Viewer) -> QuerySet[Minutes]:
    """Versions, latest first. A draft is seen by those who run meetings or approve minutes."""
    versions = meeting.minutes.select_related("written_by", "approved_at_meeting").order_by("-version")
    if any(viewer.may(deed, meeting.partnership_id) for deed in (Deed.RUN_MEETINGS, Deed.APPROVE_MINUTES)):
        return versions
    return versions.exclude(state=MinutesState.DRAFT)


def latest_minutes(meeting: Meeting) -> Minutes | None:
    return meeting.minutes.order_by("-version").first()


def draft_of(meeting: Meeting) -> Minutes | None:
    return meeting.minutes.filter(state=MinutesState.DRAFT).order_by("-version").first()


def minutes_waiting(viewer: Viewer, on: date) -> QuerySet[Meeting]:
    """Held meetings whose minutes nobody has approved, in partnerships where the viewer may approve."""
    approved = Minutes.objects.filter(meeting=OuterRef("pk")).exclude(state=MinutesState.DRAFT)
    held = Meeting.objects.filter(
        state=MeetingState.HELD, held_on__lte=on, partnership__in=viewer.partnerships(Deed.APPROVE_MINUTES)
    )
    return held.filter(~Exists(approved), Exists(Minutes.objects.filter(meeting=OuterRef("pk")))).select_related(
        "board"
    )


def action_links_of(meeting: Meeting) -> QuerySet[MeetingAction]:
    """What the meeting did with actions, with their owners: three queries however many."""
    links = meeting.action_links.select_related("action", "agenda_item").order_by("kind", "id")
    return links.prefetch_related(
        "action__parties__post__organisation", "action__parties__organisation", "action__parties__person"
    )


def open_actions_of_board(board: Board, on: date, before: Meeting | None = None) -> QuerySet[Action]:
    """Actions that a board's meetings raised or carried and that are open on a day; `before` leaves out its own."""
    links = MeetingAction.objects.filter(action=OuterRef("pk"), meeting__board=board, meeting__held_on__lte=on)
    if before is not None:
        links = links.exclude(meeting=before, kind=LinkKind.RAISED)
    owners = ("parties__post__organisation", "parties__organisation", "parties__person")
    return Action.objects.filter(is_open(on), Exists(links)).prefetch_related(*owners).order_by("due_on", "id")
