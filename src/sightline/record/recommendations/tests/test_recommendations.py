from datetime import date

import pytest

from sightline.foundation.accounts.commands import establish_partnership
from sightline.foundation.accounts.models import Partnership
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation
from sightline.record.actions.commands import raise_action
from sightline.record.recommendations import commands, queries
from sightline.record.recommendations.domain import Answer
from sightline.record.recommendations.models import Recommendation

pytestmark = pytest.mark.django_db
MADE, ANSWERED = date(2026, 1, 12), date(2026, 3, 10)


@pytest.fixture
def marsh() -> Partnership:
    return establish_partnership(slug="marsh", name="Marsh Partnership", short_name="Marsh", by=None)


@pytest.fixture
def recommendation(marsh: Partnership) -> Recommendation:
    return commands.record_recommendation(
        partnership=marsh, number="4", text="Record who attends.", source_title="Review", made_on=MADE, by=None
    )


def test_a_recommendation_is_unanswered_until_someone_answers(marsh, recommendation: Recommendation) -> None:
    assert queries.unanswered(marsh, ANSWERED).get() == recommendation
    commands.respond(recommendation=recommendation, partnership=marsh, answer=Answer.ACCEPTED, on=ANSWERED, by=None)
    assert not queries.unanswered(marsh, ANSWERED).exists()
    assert queries.unanswered(marsh, date(2026, 3, 9)).get() == recommendation


def test_an_action_answers_a_recommendation_once(marsh, recommendation: Recommendation) -> None:
    action = raise_action(partnership=marsh, what="Keep a register", by=None)
    for _ in range(2):
        commands.answer_by_action(recommendation=recommendation, action=action, by=None)
    assert recommendation.answering.get().action == action
    assert not queries.unanswered(marsh, ANSWERED).exists()


def test_what_is_not_accepted_says_why(marsh, recommendation: Recommendation) -> None:
    with pytest.raises(Refused, match="Say why"):
        commands.respond(
            recommendation=recommendation, partnership=marsh, answer=Answer.NOT_ACCEPTED, on=ANSWERED, by=None
        )


def test_a_later_answer_stands_and_the_earlier_is_kept(marsh, recommendation: Recommendation) -> None:
    for day, answer in ((ANSWERED, Answer.PART_ACCEPTED), (date(2026, 4, 1), Answer.ACCEPTED)):
        commands.respond(
            recommendation=recommendation, partnership=marsh, answer=answer, reason="Because", on=day, by=None
        )
    assert [r.answer for r in recommendation.responses.all()] == [Answer.ACCEPTED, Answer.PART_ACCEPTED]


def test_an_answer_before_the_recommendation_is_refused(marsh, recommendation: Recommendation) -> None:
    with pytest.raises(Refused, match="made on 12 January 2026"):
        commands.respond(
            recommendation=recommendation, partnership=marsh, answer=Answer.ACCEPTED, on=date(2026, 1, 1), by=None
        )


def test_an_addressee_is_of_this_partnership_or_shared(marsh, recommendation: Recommendation) -> None:
    police = Organisation.objects.create(name="Metropolitan Police Service")
    commands.address_to(recommendation=recommendation, organisation=police, by=None)
    vale = establish_partnership(slug="vale", name="Vale Partnership", short_name="Vale", by=None)
    stranger = Organisation.objects.create(partnership=vale, name="Vale Council")
    with pytest.raises(Refused, match="another partnership"):
        commands.address_to(recommendation=recommendation, organisation=stranger, by=None)
