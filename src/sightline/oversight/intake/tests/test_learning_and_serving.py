"""Learning of papers goes where a person says; what stands beside a priority or over an action comes with it."""

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.queries import sources_of
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.commands import accept, accept_all, take_back
from sightline.oversight.intake.domain import Choice
from sightline.oversight.intake.queries.resolving import Resolver
from sightline.partnership.plan.commands import set_objective, set_priority
from sightline.partnership.plan.models import Objective, Priority
from sightline.record.actions.models import Action
from sightline.record.learning.commands import record_example, remove_example, share_example, write_parts
from sightline.record.learning.models import Briefing, PracticeExample
from sightline.record.reviews.models import Finding, Review

from .trays import NOW, drop_and_read, proposal, read_as

pytestmark = pytest.mark.django_db
WORDS = "Rails rot from within. Walk the pier every spring. Wardens walk in pairs."


def points(world, kind, name="Rails in seven minutes.txt"):
    return read_as(
        world.own,
        WORDS,
        ("learning", "Rails rot from within", {"text": "Rails rot from within.", "theme": "Rails", "sort": "learned"}),
        (
            "learning",
            "Walk the pier every spring",
            {"text": "Walk the pier every spring.", "theme": None, "sort": "do"},
        ),
        (
            "learning",
            "Wardens walk in pairs",
            {"text": "Wardens walk in pairs.", "theme": None, "audience": "wardens", "sort": "message"},
        ),
        kind=kind,
        name=name,
    )


def take(world, paper, words, chosen=None):
    answers = {"learning": chosen} if chosen else {}
    return accept(proposal=proposal(paper, "learning", words), answers=answers, by=world.manager, at=NOW)


def parts(briefing) -> dict[str, str]:
    return {part.code: part.text for part in briefing.parts.all()}


def test_points_of_a_briefing_paper_fill_one_draft_briefing_by_their_sort(world):
    done = accept_all(paper=points(world, "briefing"), kind="learning", by=world.manager, at=NOW)
    assert (done.accepted, done.left) == (3, ())
    draft = Briefing.objects.get()
    assert (draft.kind, draft.issued_on) == ("seven_minute", None)
    assert parts(draft)["found"] == "Rails rot from within."
    assert parts(draft)["do"] == "Walk the pier every spring.\nWardens walk in pairs."
    sources = sources_of(world.viewer(Role.CHAIR), "learning.briefing", draft.pk)
    assert {source.words for source in sources} == {words.strip(".") for words in WORDS.split(". ")}


def test_a_point_taken_back_leaves_the_draft_and_the_last_one_takes_the_draft_with_it(world):
    paper = points(world, "briefing")
    first, second = take(world, paper, "Rails rot"), take(world, paper, "Walk the pier")
    take_back(proposal=first, by=world.manager, at=NOW)
    assert parts(Briefing.objects.get())["found"] == ""
    take_back(proposal=second, by=world.manager, at=NOW)
    assert not Briefing.objects.exists()


def test_a_draft_in_which_somebody_wrote_stays_when_the_last_point_goes(world):
    taken = take(world, points(world, "briefing"), "Rails rot")
    write_parts(briefing=Briefing.objects.get(), texts={"why": "Children lean on rails."}, by=world.manager)
    take_back(proposal=taken, by=world.manager, at=NOW)
    assert parts(Briefing.objects.get())["why"] == "Children lean on rails."


def test_learning_of_a_review_paper_becomes_findings_of_one_review(world):
    paper = points(world, "review", "Review of rails.txt")
    done = accept_all(paper=paper, kind="learning", by=world.manager, at=NOW)
    assert (done.accepted, Finding.objects.count(), Review.objects.count()) == (3, 3, 1)
    [question] = Resolver(paper, NOW.date()).questions("learning", {"text": "x"})
    assert "briefing" not in {option.value for option in question.options}
    for one in paper.proposals.all():
        take_back(proposal=one, by=world.manager, at=NOW)
    assert not Finding.objects.exists()


def test_learning_of_other_papers_stays_a_statement_unless_a_person_places_it(world):
    paper = points(world, "annual_report")
    done = accept_all(paper=paper, kind="learning", by=world.manager, at=NOW)
    assert done.accepted == 0 and {reason for _, reason in done.left} == {"Where does it belong?"}
    assert take(world, paper, "Rails rot").record_kind == "intake.proposal"
    taken = take(world, paper, "Wardens walk", "example")
    example = PracticeExample.objects.get()
    assert (example.what, example.for_whom) == ("Wardens walk in pairs.", "wardens")
    take_back(proposal=taken, by=world.manager, at=NOW)
    assert not PracticeExample.objects.exists() and proposal(paper, "learning", "Wardens").choice == Choice.PENDING


def test_an_example_that_is_shared_is_not_removed_but_withdrawn(world):
    example = record_example(partnership=world.own, title="Pairs", what="In pairs.", on=NOW.date(), by=None)
    share_example(example=example, on=NOW.date(), by=None)
    with pytest.raises(Refused, match="Withdraw it instead"):
        remove_example(example=example, by=None)


def test_what_tells_of_a_child_does_not_get_into_a_draft(world):
    paper = read_as(
        world.own, "The 7-year-old fell.", ("learning", "The 7-year-old fell", {"text": "The 7-year-old fell.", "sort": "do"}),
        kind="briefing",
    )  # fmt: skip
    with pytest.raises(Refused, match="tells of a child"):
        take(world, paper, "The 7-year-old")
    assert not Briefing.objects.exists()


def test_the_card_names_the_fields_of_learning_in_words(world, sign_in):
    paper = points(world, "briefing")
    page = sign_in(Role.BUSINESS_MANAGER).get(f"/p/{world.own.slug}/papers/{paper.pk}/", follow=True).content.decode()
    assert "Learning point" in page and "Where does it belong?" in page and "What to do differently" in page


PLAN = (
    "Ashvale plan\n\n| Priority | Outcome for children | Our pledge | Objectives |\n|---|---|---|---|\n"
    "| 1. Safe piers | Fewer children fall | We walk each pier | Rails on every pier |\n| | | | Lamps at every step |\n"
    "| 2. Ferries on time | Nobody waits | | A shelter at each stop |\n"
)


def test_a_plan_in_a_table_enters_with_outcomes_pledges_and_objectives_and_leaves_again(world):
    paper = drop_and_read(world.own, PLAN, name="plan.md")
    done = accept_all(paper=paper, kind="priorities", by=world.manager, at=NOW)
    assert (done.accepted, done.left) == (2, ())
    first = Priority.objects.get(number="1")
    assert (first.outcome, first.pledge) == ("Fewer children fall", "We walk each pier")
    assert [one.text for one in first.objectives.all()] == ["Rails on every pier", "Lamps at every step"]
    for one in paper.proposals.filter(kind="priorities"):
        take_back(proposal=one, by=world.manager, at=NOW)
    assert not Priority.objects.exists() and not Objective.objects.exists()


def of_actions(world, **fields):
    given = {"what": "Order the rails", "who": None, "by_when": None, "status": None, "number": None, **fields}
    return read_as(world.own, "Order the rails", ("actions", "Order the rails", given), kind="plan")


def asked(paper):
    found = Resolver(paper, NOW.date()).questions("actions", proposal(paper, "actions").fields)
    return next((question for question in found if question.name == "objective"), None)


def test_an_action_serves_the_objective_of_just_the_words_over_it(world):
    priority = set_priority(partnership=world.own, title="Safe piers", by=None)
    rails = set_objective(priority=priority, text="Rails on every pier", by=None)
    set_objective(priority=priority, text="Lamps at every step", by=None)
    paper = of_actions(world, issue="Objective 1: Rails on every pier")
    assert asked(paper).chosen == f"objective:{rails.pk}" and asked(paper).is_sure
    accept(proposal=proposal(paper, "actions"), by=world.manager, at=NOW)
    assert [serving.objective for serving in Action.objects.get().serves.all()] == [rails]


def test_under_a_priority_alone_its_objectives_are_offered_and_none_is_chosen(world):
    priority = set_priority(partnership=world.own, title="Safe piers", by=None)
    for text in ("Rails on every pier", "Lamps at every step"):
        set_objective(priority=priority, text=text, by=None)
    paper = of_actions(world, objective="Safe piers")
    question = asked(paper)
    assert (question.label, question.chosen, question.is_sure) == ("Which objective does it serve?", "none", False)
    assert len(question.options) == 3
    assert not any(
        q.name == "objective" for q in Resolver(paper, NOW.date()).questions("actions", {"issue": "Ferries of the bay"})
    )


def test_objectives_of_another_partnership_are_not_offered(world):
    priority = set_priority(partnership=world.other, title="Safe piers", by=None)
    set_objective(priority=priority, text="Rails on every pier", by=None)
    assert asked(of_actions(world, objective="Rails on every pier")) is None
