from datetime import date
from pathlib import Path

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.queries import sources_of
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.commands import accept, accept_all, take_back
from sightline.oversight.intake.domain import Choice
from sightline.oversight.intake.queries.resolving import Resolver
from sightline.partnership.plan.commands import record_theme, set_objective, set_priority
from sightline.partnership.plan.models import Priority
from sightline.record.recommendations.models import Recommendation
from sightline.record.reviews.commands import record_review
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.models import Finding, Review, ReviewRecommendation

from .trays import NOW, drop_and_read, proposal, read_as

pytestmark = pytest.mark.django_db
PLAN = (
    "Our priorities for the coming year. Priority 1: Safe piers. Fewer children fall. Priority 2: Ferries in Lowmoor."
)
REVIEW = "Thematic review of rails. Finding 1: Rails were not checked. Recommendation 1: Check the rails each spring."
SEED = Path(__file__).resolve().parents[6] / "shared" / "seeds"


def a_plan(world):
    return read_as(
        world.own,
        PLAN,
        (
            "priorities",
            "Safe piers",
            {"number": "1", "title": "Safe piers", "outcome": "Fewer children fall.", "scope": None},
        ),
        ("priorities", "Ferries in Lowmoor", {"number": "2", "title": "Ferries", "scope": "Lowmoor"}),
        kind="plan",
    )


def a_review(world):
    return read_as(
        world.own,
        REVIEW,
        (
            "review_cases",
            "Thematic review of rails",
            {"name": "Rails", "type": "thematic review", "date": "2026-02-03"},
        ),
        ("findings", "Rails were not checked", {"number": "1", "text": "Rails were not checked.", "case": "Rails"}),
        ("recommendations", "Check the rails each spring", {"number": "1", "text": "Check the rails each spring."}),
        kind="review",
    )


def take(world, paper, kind, words="", **more):
    return accept(proposal=proposal(paper, kind, words), by=world.manager, at=NOW, **more)


def test_a_priority_enters_the_plan_with_its_outcome_source_and_proposed_themes(world):
    record_theme(code="piers", label="Piers", words=["safe piers"], edition="1", by=None)
    taken = take(world, a_plan(world), "priorities", "Safe piers")
    priority = Priority.objects.get()
    assert (priority.title, priority.number, priority.outcome) == ("Safe piers", "1", "Fewer children fall.")
    assert [(str(t.theme), t.is_confirmed) for t in priority.themes.all()] == [("Piers", False)]
    [source] = sources_of(world.viewer(Role.CHAIR), "plan.priority", priority.pk)
    assert (source.words, taken.record_kind) == ("Safe piers", "plan.priority")


def test_the_year_of_the_paper_is_offered_and_a_person_may_say_otherwise(world):
    paper = a_plan(world)
    asked = Resolver(paper, NOW.date()).questions("priorities", proposal(paper, "priorities", "Safe").fields)
    [period] = [q for q in asked if q.name == "period"]
    assert period.chosen == "2025-04-01/2026-04-01" and "Not known" in [o.label for o in period.options]
    take(world, paper, "priorities", "Safe", answers={"period": "2026-04-01/"})
    assert (Priority.objects.get().started_on, Priority.objects.get().ended_on) == (date(2026, 4, 1), None)


def test_another_boroughs_priority_stays_a_statement_of_the_paper(world):
    taken = take(world, a_plan(world), "priorities", "Ferries")
    assert taken.record_kind == "intake.proposal" and not Priority.objects.exists()


def test_a_priority_that_the_record_has_is_not_set_twice(world):
    known = set_priority(partnership=world.own, title="Safe piers", started_on=date(2026, 4, 1), by=None)
    assert take(world, a_plan(world), "priorities", "Safe").record_id == known.pk


def test_taking_a_priority_back_removes_it_unless_something_hangs_on_it(world):
    paper = a_plan(world)
    taken = take(world, paper, "priorities", "Safe")
    objective = set_objective(priority=Priority.objects.get(), text="Rails on every pier", by=None)
    with pytest.raises(Refused, match="hang on this priority"):
        take_back(proposal=taken, by=world.manager, at=NOW)
    objective.delete()
    take_back(proposal=taken, by=world.manager, at=NOW)
    assert not Priority.objects.exists()


def test_a_review_its_finding_and_what_it_recommends_belong_together(world):
    paper = a_review(world)
    take(world, paper, "review_cases")
    take(world, paper, "findings")
    take(world, paper, "recommendations")
    review = Review.objects.get()
    assert (review.reference, review.kind, review.completed_on) == ("Rails", ReviewKind.THEMATIC, date(2026, 2, 3))
    assert Finding.objects.get().review == review
    made = ReviewRecommendation.objects.get()
    assert made.review == review and made.recommendation.text == "Check the rails each spring."


def test_a_finding_of_a_review_that_nobody_named_makes_it_by_the_name_of_the_paper(world):
    paper = a_review(world)
    proposal(paper, "findings")
    take(world, paper, "findings", corrected={"case": ""})
    assert Review.objects.get().reference == paper.version.document.title[:60]


def test_a_review_in_the_record_is_recognised_by_its_reference(world):
    known = record_review(partnership=world.own, reference="rails", kind=ReviewKind.THEMATIC, by=None)
    paper = a_review(world)
    take(world, paper, "findings")
    assert Finding.objects.get().review == known and Review.objects.count() == 1


def test_a_review_of_another_partnership_is_not_offered(world):
    record_review(partnership=world.other, reference="Rails", kind=ReviewKind.THEMATIC, by=None)
    take(world, a_review(world), "review_cases")
    assert Review.objects.filter(partnership=world.own).count() == 1


def test_what_was_taken_of_a_review_is_taken_back_in_turn(world):
    paper = a_review(world)
    taken = [take(world, paper, kind) for kind in ("review_cases", "findings", "recommendations")]
    for one in reversed(taken):
        one.refresh_from_db()
        take_back(proposal=one, by=world.manager, at=NOW)
    assert not (Recommendation.objects.exists() or Finding.objects.exists() or Review.objects.exists())


def test_a_word_about_a_child_is_refused_with_the_reason(world):
    paper = a_review(world)
    with pytest.raises(Refused, match="age of one child"):
        take(world, paper, "findings", corrected={"text": "The 7-year-old was not seen."})


@pytest.mark.corpus
def test_all_thirty_six_recommendations_of_the_scrutiny_go_in_by_number_and_addressee(world):
    path = next(SEED.glob("001_*.txt"), None) if SEED.is_dir() else None
    if path is None:
        pytest.skip(f"the seed documents are not beside this checkout ({SEED})")
    paper = drop_and_read(world.own, path.read_bytes(), name="scrutiny.txt")
    done = accept_all(paper=paper, kind="recommendations", by=world.manager, at=NOW)
    assert (done.accepted, done.left) == (36, ())
    kept = Recommendation.objects.filter(partnership=world.own)
    assert sorted(int(r.number) for r in kept) == list(range(1, 37))
    read = {
        p.fields["number"]: p.fields for p in paper.proposals.filter(kind="recommendations", choice=Choice.ACCEPTED)
    }
    assert all(r.text == read[r.number]["text"] for r in kept)
    assert all(r.addressee_as_written == (read[r.number].get("addressee") or "")[:300] for r in kept)
