"""A finding, as the rules make it: a board without terms of reference."""

from datetime import date, datetime, time

from django.utils.timezone import get_current_timezone

from sightline.foundation.accounts.models import Partnership
from sightline.oversight.gaps.commands import check
from sightline.oversight.gaps.models import Finding
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind
from sightline.partnership.governance.models import Board
from sightline.record.reviews.tests.rapid_making import make_incident, working_days_ago


def make_bare_board(
    partnership: Partnership, name: str = "Transitions Panel", started_on: date = date(2022, 4, 1)
) -> Board:
    return create_board(partnership=partnership, name=name, kind=BoardKind.BOARD, started_on=started_on, by=None)


def run_rules(partnership: Partnership, on: date, board: Board | None = None) -> int:
    at = datetime.combine(on, time(9), tzinfo=get_current_timezone())
    return check(partnership=partnership, on=on, at=at, by=None, board_id=board.pk if board else None)


def make_finding(partnership: Partnership, on: date) -> Finding:
    board = make_bare_board(partnership)
    run_rules(partnership, on)
    return Finding.objects.get(partnership=partnership, rule="board_without_terms_of_reference", subject_id=board.pk)


def make_late_incident(partnership: Partnership, on: date) -> Finding:
    """A restricted finding: an incident past its five working days."""
    incident = make_incident(partnership, aware_on=working_days_ago(on, 9))
    run_rules(partnership, on)
    return Finding.objects.get(partnership=partnership, rule="serious_incident_not_notified", subject_id=incident.pk)
