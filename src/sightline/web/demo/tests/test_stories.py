"""The stories of the demonstration, told twice through the rooms' commands by those who keep the record."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.db import transaction

from sightline.foundation.accounts.models import Partnership
from sightline.oversight.progress.models import ProgressReview
from sightline.partnership.plan.models import Objective, Priority
from sightline.record.actions.models import Action
from sightline.record.challenges.models import Challenge
from sightline.record.evidence.models import Evidence
from sightline.record.meetings.models import Referral
from sightline.web.demo import builders
from sightline.web.demo.making import table
from sightline.web.demo.sign_ins import build_people
from sightline.web.demo.stories import STORIES, Tellers
from sightline.web.demo.stories.telling import HOME, REGION, SECOND, board_of

TODAY = date(2026, 11, 27)
ROOMS = ("plan", "actions", "evidence", "progress", "challenges", "meetings", "recommendations", "reviews", "learning")
SHARED = Path(__file__).resolve().parents[5].parent / "shared"
TABLES = ("priorities", "objectives", "promised", "shown")
RUN = 8
"""So many words in a row that stand in a real paper are not a coincidence."""


def partnership(slug: str) -> Partnership:
    return Partnership.objects.get(slug=slug)


def tell() -> None:
    people = build_people(
        partnership=partnership(HOME),
        second=partnership(SECOND),
        region=partnership(REGION),
        board=board_of(partnership(HOME), "SLG"),
        by=None,
    )
    tellers = Tellers(on=TODAY, manager=people[0].user, chair=people[1].user, overseer=people[4].user)
    for _, story in STORIES:
        story(tellers)


def counted() -> dict[str, int]:
    return {m._meta.label: m.objects.count() for room in ROOMS for m in apps.get_app_config(room).get_models()}


@pytest.fixture(scope="module")
def _told(django_db_setup, django_db_blocker):
    """Told once for the module and rolled back after it: building takes seconds."""
    with django_db_blocker.unblock(), transaction.atomic():
        builders.build_reference(by=None)
        builders.build_partnerships(by=None)
        builders.build_city_and_hackney(by=None)
        builders.build_kingston_and_richmond(by=None)
        builders.build_kingston_and_richmond_year(by=None)
        builders.build_adolescent_board(by=None)
        builders.build_boroughs(by=None)
        tell()
        yield
        transaction.set_rollback(True)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_told")]


def test_telling_again_changes_nothing() -> None:
    before = counted()
    tell()
    assert counted() == before


def test_priorities_came_stayed_and_went_over_three_periods() -> None:
    ours = Priority.objects.filter(partnership__slug=HOME)
    assert ours.values("started_on").distinct().count() == 3
    assert ours.filter(continues__isnull=False).exists()
    assert ours.filter(ended_on__isnull=False, continued_by__isnull=True).exists()
    assert ours.filter(themes__is_confirmed=True).exists()
    assert ours.filter(themes__is_confirmed=False).exists()
    assert Priority.objects.exclude(partnership__slug=HOME).values("partnership").distinct().count() >= 6


def test_objectives_ended_in_every_way_but_dropped() -> None:
    assert set(Objective.objects.values_list("state", flat=True)) == {"met", "part_met", "not_met", "open"}


def test_evidence_has_every_grade_and_each_way_of_being_carried_and_some_has_run_out() -> None:
    rows = Evidence.objects.all()
    assert set(rows.values_list("grade", flat=True)) >= {"activity", "output", "practice", "outcome"}
    assert rows.exclude(url="").exists()
    assert rows.exclude(sha256="").exists()
    assert rows.filter(expires_on__lt=TODAY).exists()


def test_actions_stand_in_every_state() -> None:
    ours = Action.objects.filter(partnership__slug=HOME)
    assert set(ours.values_list("status", flat=True)) == {"open", "in_progress", "reported", "done", "withdrawn"}
    assert ours.filter(due_on__lt=TODAY, status__in=("open", "in_progress")).exists()


def test_two_reviews_of_progress_are_closed_and_one_is_open() -> None:
    states = ProgressReview.objects.filter(partnership__slug=HOME).values_list("state", flat=True)
    assert sorted(states) == ["closed", "closed", "open"]


def test_a_challenge_was_closed_with_its_learning_and_others_wait() -> None:
    ours = Challenge.objects.filter(partnership__slug=HOME)
    assert ours.exclude(learning="").exists()
    assert ours.filter(outcome="").count() == 2


def test_an_item_sent_up_has_its_outcome_and_another_waits() -> None:
    up = Referral.objects.filter(partnership__slug=HOME, to_partnership__slug=REGION)
    assert up.filter(outcome="decided").exists()
    assert up.filter(outcome="").exists()


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w’]+", text.casefold().replace("'", "’"))
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_no_sentence_of_a_real_paper_is_in_the_stories() -> None:
    papers = [*SHARED.glob("seeds/*.txt"), *SHARED.glob("corpus/*/*.txt")]
    if not papers:
        pytest.skip("the papers that Sightline was made from are not beside this checkout")
    ours = {run for name in TABLES for row in table(name) for cell in row.values() for run in _runs(cell)}
    for paper in papers:
        assert not ours & _runs(paper.read_text(encoding="utf-8", errors="replace")), paper.name
