"""The stories of the demonstration, told twice through the rooms' commands by those who keep the record."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.db import transaction

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.workdays import working_days_between
from sightline.oversight.progress.models import ProgressReview
from sightline.oversight.reminders.models import Contact, Digest
from sightline.partnership.plan.models import Objective, Plan, Priority
from sightline.record.actions.models import Action
from sightline.record.challenges.models import Challenge
from sightline.record.evidence.models import Evidence
from sightline.record.learning.models import Briefing, VoiceActivity
from sightline.record.meetings.models import Referral
from sightline.record.recommendations.domain.likeness import REPEATED
from sightline.record.recommendations.models import Recommendation
from sightline.record.recommendations.queries.alike import compared
from sightline.record.reviews.models import Finding, Incident, RapidReview, Review
from sightline.web.demo import builders
from sightline.web.demo.making import table
from sightline.web.demo.sign_ins import build_people
from sightline.web.demo.stories import STORIES, Tellers
from sightline.web.demo.stories.recommendations import SCRUTINY
from sightline.web.demo.stories.telling import HOME, REGION, SECOND, board_of

TODAY = date(2026, 11, 27)
ROOMS = ("plan", "actions", "evidence", "progress", "challenges", "meetings", "recommendations", "reviews", "learning")
ROOMS = (*ROOMS, "law", "reminders", "directory")
SHARED = Path(__file__).resolve().parents[5].parent / "shared"
TABLES = (
    *("priorities", "objectives", "promised", "shown", "scrutiny_36", "asked_before"),
    *("reviews", "findings", "practice_examples"),
)
NAMES = ("addressee", "to", "lead", "contributors", "agencies", "organisation", "answered_by")
"""Columns that name public bodies and boards, as papers do."""
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


def test_the_scrutiny_has_thirty_six_recommendations_answered_in_all_ways_and_not_at_all() -> None:
    rows = Recommendation.objects.filter(partnership__slug=HOME, source_title=SCRUTINY)
    assert sorted(int(row.number) for row in rows) == list(range(1, 37))
    said = {response.answer for row in rows for response in row.responses.all()}
    assert said == {"accepted", "part_accepted", "not_accepted"}
    assert rows.filter(responses__isnull=True).exists()
    assert rows.filter(answering__action__status="done").exists()
    assert all(row.addressees.exists() for row in rows)


def test_what_was_asked_again_in_other_years_and_boroughs_is_found_alike() -> None:
    groups = compared(Recommendation.objects.all(), REPEATED).groups({})
    wheres = [{Recommendation.objects.get(pk=pk).partnership_id for pk in group} for group in groups]
    assert max(len(group) for group in groups) >= 4
    assert max(len(where) for where in wheres) >= 3


def test_a_recommendation_of_the_region_has_an_answer_of_its_own_from_each() -> None:
    issued = Recommendation.objects.get(partnership__slug=REGION)
    assert issued.issued.count() == 7
    assert {r.answer for r in issued.responses.all()} == {"accepted", "part_accepted", "not_accepted"}


def test_an_incident_was_notified_in_time_another_late_and_a_third_not_at_all() -> None:
    days = {
        one.reference: working_days_between(one.aware_on, one.notified_on) if one.notified_on else None
        for one in Incident.objects.filter(partnership__slug=HOME)
    }
    assert days == {"SI-2025-01": 3, "SI-2026-01": 8, "SI-2026-02": None, "SI-2026-03": 3}


def test_a_rapid_review_is_on_its_ninth_day_with_summaries_to_come() -> None:
    rapid = RapidReview.objects.get(review__reference="RR-2026-02")
    assert working_days_between(rapid.incident.aware_on, TODAY) == 9
    assert rapid.returns.filter(answer="").count() == 2
    assert rapid.sent_on is None


def test_another_was_decided_ratified_by_each_partner_and_answered_by_the_panel() -> None:
    rapid = RapidReview.objects.get(review__reference="RR-2026-01")
    assert rapid.ratifications.filter(answer="ratified").count() == rapid.ratifications.count() == 4
    assert (rapid.reply, rapid.asks_for_more) == ("agrees", True)
    assert rapid.sent_despite == ""


def test_practice_reviews_are_published_with_an_update_late_with_a_reason_and_late_without() -> None:
    published = Review.objects.get(reference="PR-2024-01")
    assert published.updates.get().received_on
    for reference, has_reason in (("PR-2026-01", True), ("LCSPR-2024-A", False)):
        review = Review.objects.get(reference=reference)
        assert review.published_on is None
        assert review.letters.filter(kind="late").exists() is has_reason


def test_themes_come_back_in_reviews_of_several_years_and_boroughs() -> None:
    rows = Finding.objects.filter(themes__theme__code="information-sharing")
    assert rows.values("review__partnership").distinct().count() >= 4


def test_a_briefing_waits_for_the_word_of_a_safeguarding_partner() -> None:
    briefing = Briefing.objects.get(partnership__slug=HOME, issued_on=date(2026, 9, 21))
    silent = briefing.issues.filter(received_on__isnull=True)
    assert [row.organisation.name for row in silent] == ["Metropolitan Police Service"]
    assert briefing.issues.filter(cascaded_on__isnull=False).count() == 3


def test_voices_changed_something_or_wait_and_of_the_few_no_words_are_kept() -> None:
    ours = VoiceActivity.objects.filter(partnership__slug=HOME)
    assert ours.filter(changes__isnull=False).exists()
    assert ours.filter(changes__isnull=True, fed_back_on__isnull=True).exists()
    assert not ours.filter(how_many__lt=5, statements__isnull=False).exists()


def test_a_required_plan_was_returned_and_sent_in_again() -> None:
    plans = Plan.objects.filter(partnership__slug=HOME, format__code="violence-reduction-action-plan")
    assert [p.version for p in plans.order_by("version")] == [1, 2]
    assert list(plans.order_by("version").values_list("reviews__outcome", flat=True)) == ["returned", "accepted"]


def test_someone_is_to_be_reminded_and_nothing_was_sent() -> None:
    assert Contact.objects.filter(partnership__slug=HOME).count() == 6
    assert not Digest.objects.exists()


def test_what_other_partnerships_keep_is_not_said_by_the_home_partnerships_people() -> None:
    others = Plan.objects.exclude(partnership__slug=HOME)
    assert others.exists()
    assert not others.filter(submitted_by__isnull=False).exists()


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w’]+", text.casefold().replace("'", "’"))
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_no_sentence_of_a_real_paper_is_in_the_stories() -> None:
    papers = [*SHARED.glob("seeds/*.txt"), *SHARED.glob("corpus/*/*.txt")]
    if not papers:
        pytest.skip("the papers that Sightline was made from are not beside this checkout")
    ours = {
        run
        for name in TABLES
        for row in table(name)
        for column, cell in row.items()
        if column not in NAMES
        for run in _runs(cell)
    }
    for paper in papers:
        assert not ours & _runs(paper.read_text(encoding="utf-8", errors="replace")), paper.name
