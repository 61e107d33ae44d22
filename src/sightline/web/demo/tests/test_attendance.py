"""Sightline's own table gives each published percentage from the records."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.db import transaction

from sightline.foundation.library.models import Citation
from sightline.kernel.periods import Period
from sightline.partnership.governance.models import Board
from sightline.record.actions.models import Action
from sightline.record.actions.queries import overdue
from sightline.record.meetings.domain import MinutesState
from sightline.record.meetings.models import Attendance, Meeting, MeetingAction, Minutes
from sightline.record.meetings.queries import attendance_history
from sightline.web.demo import builders
from sightline.web.demo.attendance import PUBLISHED_ON, SAID, Published, published

# The published tables run from April 2021 to April 2022.
REPORTED = Period(date(2021, 4, 1), date(2022, 5, 1))
SEED = Path(__file__).resolve().parents[6] / "shared" / "seeds" / "004_fb0cbad3752e4636.txt"
TABLES = {"CHSCP EXECUTIVE": "CHSCP Executive", "HACKNEY BOARD": "Hackney Board", "CITY OF LONDON BOARD": "City Board"}


@pytest.fixture(scope="module")
def _built(django_db_setup, django_db_blocker):
    """Built once for the module and rolled back after it: building takes seconds."""
    with django_db_blocker.unblock(), transaction.atomic():
        builders.build_reference(by=None)
        builders.build_partnerships(by=None)
        builders.build_city_and_hackney(by=None)
        builders.build_kingston_and_richmond(by=None)
        builders.build_city_and_hackney_attendance(by=None)
        builders.build_kingston_and_richmond_year(by=None)
        yield
        transaction.set_rollback(True)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_built")]


def percentages(short_name: str) -> dict[str, int | None]:
    board = Board.objects.get(short_name=short_name, partnership__slug="city-and-hackney")
    history = attendance_history(board, until=PUBLISHED_ON)
    return {history.names[line.key]: line.tally.percent for line in history.lines(REPORTED)}


@pytest.mark.parametrize("row", published(), ids=lambda row: f"{row.board}: {row.agency}")
def test_the_table_gives_the_percentage_that_the_report_prints(row: Published) -> None:
    assert percentages(row.board)[row.body] == row.printed


def seeds() -> dict[tuple[str, str], tuple[list[str], int]]:
    """(board, agency) to marks and printed percentage, from the published text itself."""
    if not SEED.exists():
        pytest.skip("the published report is not beside this checkout")
    board, found = "", {}
    for line in SEED.read_text(encoding="utf-8").splitlines():
        head = next((name for name in TABLES if (line.startswith(name) and line.endswith(")")) or line == name), None)
        board = TABLES[head] if head else board
        cells = line.split("\t")
        if board and len(cells) > 2 and all(cell in ("Yes", "No") for cell in cells[1:-1]) and cells[-1].isdigit():
            found[board, cells[0]] = (cells[1:-1], int(cells[-1]))
        if found and line.startswith("Financial"):
            break
    return found


def test_the_facts_of_the_demonstration_are_those_of_the_report() -> None:
    ours = {(row.board, row.agency): ([said for _, said in row.months], row.printed) for row in published()}
    assert ours == seeds()


def test_the_records_give_each_percentage_of_the_report_itself() -> None:
    bodies = {(row.board, row.agency): row.body for row in published()}
    for (board, agency), (_, printed) in seeds().items():
        assert percentages(board)[bodies[board, agency]] == printed, f"{board}: {agency}"


def test_each_attendance_leads_to_the_line_that_says_it() -> None:
    rows = Attendance.objects.filter(meeting__partnership__slug="city-and-hackney")
    cited = Citation.objects.filter(subject_kind="meetings.attendance").select_related("passage")
    words = {citation.subject_id: citation.passage.words for citation in cited}
    assert rows.count() == sum(len(row.months) for row in published())
    assert all(words[row.pk].startswith(row.organisation_as_written + "\t") for row in rows)
    assert all(re.search(r"\t\d+$", line) for line in words.values())


def test_a_no_of_the_report_is_absence_and_nothing_more() -> None:
    assert set(SAID) == {"Yes", "No"}
    assert not Attendance.objects.filter(
        meeting__partnership__slug="city-and-hackney", status__in=["apologies", "deputy"]
    ).exists()


def test_the_invented_year_has_minutes_in_each_state_and_promises_of_each_kind() -> None:
    ours = {"meeting__partnership__slug": "kingston-and-richmond"}
    assert set(Minutes.objects.filter(**ours).values_list("state", flat=True)) == {s.value for s in MinutesState}
    kinds = set(MeetingAction.objects.filter(**ours).values_list("kind", flat=True))
    assert kinds == {"raised", "carried", "closed"}
    group = Board.objects.get(short_name="SLG", partnership__slug="kingston-and-richmond")
    assert overdue(group.partnership, date(2026, 11, 20)).exists()
    statuses = set(Attendance.objects.filter(**ours).values_list("status", flat=True))
    assert statuses == {"present", "deputy", "apologies", "absent", "guest", "unknown"}


def test_building_again_changes_nothing() -> None:
    def counted() -> list[int]:
        return [model.objects.count() for model in (Meeting, Attendance, Action, Minutes, Citation)]

    before = counted()
    builders.build_city_and_hackney_attendance(by=None)
    builders.build_kingston_and_richmond_year(by=None)
    assert counted() == before
