"""When boards meet: past, next and proposed."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.kernel.periods import Period
from sightline.kernel.workdays import is_working_day
from sightline.partnership.directory.models import Person
from sightline.partnership.directory.queries import people_of, running_on
from sightline.partnership.governance.domain import BoardKind
from sightline.partnership.governance.models import Board
from sightline.partnership.governance.queries import boards_of

from ..domain import MeetingState
from ..domain.planning import spread, usual_weekday
from ..models import Meeting


def visible_to(viewer: Viewer) -> QuerySet[Meeting]:
    return Meeting.objects.filter(partnership__in=viewer.partnerships(Deed.READ))


def _during(period: Period) -> Q:
    within = Q(held_on__gte=period.start)
    return within & Q(held_on__lt=period.end) if period.end else within


def meetings_of(board: Board, period: Period) -> QuerySet[Meeting]:
    return Meeting.objects.filter(_during(period), board=board)


def meetings_between(partnership: Partnership, period: Period) -> QuerySet[Meeting]:
    return Meeting.objects.filter(_during(period), partnership=partnership).select_related("board")


def meeting_in(partnership: Partnership, pk: int) -> Meeting | None:
    return Meeting.objects.select_related("board", "partnership").filter(partnership=partnership, pk=pk).first()


def boards_that_meet(partnership: Partnership, on: date) -> QuerySet[Board]:
    """Boards running on a day that keep their own meetings here; boards of others are only linked to."""
    return boards_of(partnership, on).exclude(kind=BoardKind.EXTERNAL)


def boards_to_show(partnership: Partnership, on: date, also: Collection[int]) -> dict[int, str]:
    """Names by id of the boards running on a day and of those in `also`, which may have ended; by name, one query."""
    boards = Board.objects.filter(running_on(on) | Q(pk__in=also), partnership=partnership)
    return dict(boards.exclude(kind=BoardKind.EXTERNAL).order_by("name").values_list("pk", "name"))


def next_meeting(board: Board, on: date) -> Meeting | None:
    planned = Meeting.objects.filter(board=board, held_on__gte=on).exclude(state=MeetingState.CANCELLED)
    return planned.order_by("held_on", "id").first()


def last_held(board: Board, before: date) -> Meeting | None:
    held = Meeting.objects.filter(board=board, held_on__lt=before, state=MeetingState.HELD)
    return held.order_by("-held_on", "-id").first()


def held_dates(board: Board, before: date) -> list[date]:
    held = Meeting.objects.filter(board=board, state=MeetingState.HELD, held_on__lt=before, is_month_only=False)
    return list(held.values_list("held_on", flat=True)[:24])


def proposed_dates(board: Board, period: Period, number: int) -> list[date]:
    """Days for `number` meetings of a board: working days, off the days on which other boards of the partnership meet."""
    meetings = Meeting.objects.filter(_during(period), partnership=board.partnership_id)
    taken = set(meetings.exclude(state=MeetingState.CANCELLED).values_list("held_on", flat=True))
    weekday = usual_weekday(held_dates(board, period.start))
    return spread(period, number, lambda day: is_working_day(day) and day not in taken, weekday)


def person_in(partnership: Partnership, pk: int) -> Person | None:
    return people_of(partnership).filter(pk=pk).first()
