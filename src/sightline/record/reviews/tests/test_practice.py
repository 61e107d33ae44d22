from datetime import date

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.queries import search
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.commands import record_organisation
from sightline.record.recommendations.commands import respond
from sightline.record.recommendations.domain import Answer
from sightline.record.recommendations.models import Recommendation
from sightline.record.reviews import commands
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.domain.practice import Parallel
from sightline.record.reviews.domain.publication import LetterKind, Recipient
from sightline.record.reviews.tests.build_practice import DECIDED, make_practice, make_review, make_theme
from tests.world import World

PUBLISHED = date(2026, 9, 1)


def test_a_part_that_does_not_apply_says_why_until_it_is_filled(world: World) -> None:
    practice = make_practice(world.own)
    with pytest.raises(Refused, match="why"):
        commands.say_not_applicable(practice=practice, code="family", reason=" ", by=None)
    commands.say_not_applicable(practice=practice, code="family", reason="The family could not be reached", by=None)
    row = commands.fill_section(practice=practice, code="family", text="Two conversations were held.", by=None)
    assert row.not_applicable_because == "" and practice.sections.count() == 1


def test_the_template_has_no_part_that_its_edition_does_not_know(world: World) -> None:
    with pytest.raises(Refused, match="no such part"):
        commands.fill_section(practice=make_practice(world.own), code="chronology", text="x", by=None)


def test_words_that_tell_of_a_child_are_refused(world: World) -> None:
    practice = make_practice(world.own)
    telling = "NHS number 943 476 5919"
    for deed in (
        lambda: commands.fill_section(practice=practice, code="child", text=telling, by=None),
        lambda: commands.record_finding(review=practice.review, text=telling, by=None),
        lambda: commands.recommend(review=practice.review, text=telling, by=None),
    ):
        with pytest.raises(Refused, match="tells of a child"):
            deed()
    assert not Recommendation.objects.exists()


def test_a_rapid_review_is_not_put_on_the_template(world: World) -> None:
    with pytest.raises(Refused, match="plan of its own"):
        commands.open_practice_review(review=make_review(world.own, kind=ReviewKind.RAPID), by=None)


def test_nothing_of_another_partnership_comes_into_a_review(world: World) -> None:
    practice, foreign = (
        make_practice(world.own),
        record_organisation(partnership=world.other, name="Fen Trust", by=None),
    )
    for deed in (
        lambda: commands.put_on_panel(practice=practice, organisation=foreign, by=None),
        lambda: commands.appoint_reviewer(practice=practice, name="Ola Brand", organisation=foreign, by=None),
        lambda: commands.record_finding(review=practice.review, text="Late", agencies=[foreign], by=None),
        lambda: make_review(world.own, "R2", follows=make_review(world.other, "R1")),
    ):
        with pytest.raises(Refused, match="another partnership"):
            deed()


def test_kinds_of_proceedings_need_a_yes(world: World) -> None:
    practice = make_practice(world.own)
    with pytest.raises(Refused):
        commands.set_parallel(practice=practice, has_parallel=False, kinds=[Parallel.INQUEST], by=None)
    commands.set_parallel(practice=practice, has_parallel=True, kinds=[Parallel.INQUEST], by=None)
    assert practice.parallel_kinds == ["inquest"]


def test_a_recommendation_goes_to_the_register_with_its_review_and_its_action(world: World) -> None:
    practice = make_practice(world.own, title="A long title that is not for everyone", completed_on=date(2026, 8, 1))
    finding = commands.record_finding(review=practice.review, number="1", text="Nobody chaired.", by=None)
    made = commands.recommend(review=practice.review, finding=finding, number="1", text="Name a chair.", by=None)
    action = commands.answer_with_action(made=made, what="Appoint one", on=PUBLISHED, due_on=date(2026, 12, 1), by=None)
    kept = made.recommendation
    assert kept.source_title == "Local child safeguarding practice review LCSPR 2026-01"
    assert (kept.made_on, kept.answering.get().action) == (date(2026, 8, 1), action)
    with pytest.raises(Refused, match="has an answer"):
        commands.take_back_recommendation(made=made, by=None)
    with pytest.raises(Refused, match="answers this finding"):
        commands.remove_finding(finding=finding, by=None)


def test_notice_names_the_planned_day_and_goes_to_both(world: World) -> None:
    review = make_practice(world.own).review
    with pytest.raises(Refused, match="Plan the day"):
        commands.record_letter(review=review, kind=LetterKind.NOTICE, sent_on=PUBLISHED, by=None)
    commands.plan_publication(review=review, planned_on=date(2026, 9, 20), by=None)
    letters = commands.record_letter(review=review, kind=LetterKind.NOTICE, sent_on=PUBLISHED, by=None)
    assert {one.to for one in letters} == set(Recipient) and letters[0].planned_on == date(2026, 9, 20)


def test_reasons_are_written_when_they_are_sent(world: World) -> None:
    review = make_practice(world.own).review
    with pytest.raises(Refused, match="reason"):
        commands.record_letter(review=review, kind=LetterKind.LATE, sent_on=PUBLISHED, by=None)


def test_publication_opens_search_and_taking_back_closes_it(world: World) -> None:
    review = make_practice(world.own).review
    commands.record_finding(review=review, text="Quarterly lanterns were not lit.", by=None)

    def found(role: Role) -> int:
        return search(world.viewer(role), "lanterns").total

    assert (found(Role.MEMBER), found(Role.CHAIR)) == (0, 1)
    commands.publish_review(review=review, published_on=PUBLISHED, by=None)
    assert found(Role.MEMBER) == 1
    commands.withdraw_review(review=review, on=PUBLISHED, because="A mistake in it", is_taken_back=True, by=None)
    assert (found(Role.MEMBER), found(Role.CHAIR)) == (0, 1)


def test_a_review_is_not_published_before_it_was_decided_on(world: World) -> None:
    with pytest.raises(Refused, match="before that"):
        commands.publish_review(review=make_practice(world.own).review, published_on=date(2026, 1, 1), by=None)
    assert date(2026, 1, 1) < DECIDED


def test_the_update_report_freezes_how_recommendations_stood(world: World) -> None:
    review = make_practice(world.own).review
    made = commands.recommend(review=review, text="Name a chair.", number="1", made_on=DECIDED, by=None)
    commands.expect_update(review=review, due_on=date(2027, 9, 1), by=None)
    commands.answer_with_action(made=made, what="Appoint one", on=PUBLISHED, by=None)
    report = commands.receive_update(
        review=review, received_on=date(2027, 8, 1), what_changed="Meetings are chaired.", by=None
    )
    respond(
        recommendation=made.recommendation,
        partnership=world.own,
        answer=Answer.ACCEPTED,
        on=date(2027, 8, 2),
        by=None,
    )
    line = report.lines.get()
    assert (line.answer, line.actions, line.done) == ("", 1, 0)
    assert review.updates.count() == 1 and report.due_on == date(2027, 9, 1)


def test_themes_are_proposed_confirmed_and_refused_for_good(world: World) -> None:
    sharing, neglect = make_theme("Information sharing"), make_theme("Neglect")
    review = make_review(world.own)
    text = "Information sharing was late and neglect was not named."
    finding = commands.record_finding(review=review, text=text, on=PUBLISHED, by=None)
    assert finding.themes.filter(is_confirmed=False).count() == 2
    commands.add_theme(finding=finding, theme=sharing, by=None)
    commands.refuse_theme(finding=finding, theme=neglect, by=None)
    assert commands.propose_themes(review=review, on=PUBLISHED, by=None) == 0
    assert [(one.theme, one.is_confirmed) for one in finding.themes.all()] == [(sharing, True)]


def test_a_figure_may_be_words_and_its_last_word_holds(world: World) -> None:
    review = make_review(world.own, "CDOP 2024-25", kind=ReviewKind.CHILD_DEATH)
    with pytest.raises(Refused, match="count"):
        commands.record_figure(review=review, name="Deaths reviewed", by=None)
    commands.record_figure(review=review, name="Deaths reviewed", as_written="fewer than 5", by=None)
    commands.record_figure(review=review, name="Deaths reviewed", value=12, by=None)
    assert review.figures.get().value == 12


def test_a_review_with_findings_stays(world: World) -> None:
    review = make_review(world.own)
    finding = commands.record_finding(review=review, text="Late", by=None)
    with pytest.raises(Refused):
        commands.remove_review(review=review, by=None)
    commands.remove_finding(finding=finding, by=None)
    commands.remove_review(review=review, by=None)
