from datetime import date

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.kernel.verdict import Refused
from sightline.oversight.progress.commands import close_review, discard_review, open_review, resolve, say_of
from sightline.oversight.progress.domain import Moved
from sightline.oversight.progress.models import ProgressReview
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind
from sightline.partnership.plan.commands import set_priority
from sightline.record.actions.commands import close_action
from sightline.record.meetings.commands import record_meeting
from sightline.record.meetings.models import Decision

from .makers import make_chain

pytestmark = pytest.mark.django_db
MAY, NOVEMBER = date(2026, 5, 1), date(2026, 11, 1)


def closed_review(world, made, on) -> ProgressReview:
    review = open_review(partnership=world.own, on=on, by=world.manager)
    say_of(review=review, priority=made.priority, moved=Moved.FORWARD, by=world.manager)
    resolve(review=review, text="Go on as planned.", by=world.manager)
    return close_review(review=review, on=on, by=world.manager)


def test_the_next_review_looks_back_to_the_last(world):
    made = make_chain(world)
    closed_review(world, made, MAY)
    assert open_review(partnership=world.own, on=NOVEMBER, by=world.manager).since == MAY


def test_one_review_is_open_at_a_time(world):
    open_review(partnership=world.own, on=MAY, by=world.manager)
    with pytest.raises(Refused, match="open already"):
        open_review(partnership=world.own, on=NOVEMBER, by=world.manager)


@pytest.mark.parametrize("moved", [Moved.STILL, Moved.BACK, Moved.UNKNOWN])
def test_what_did_not_move_needs_its_reason(world, moved):
    made = make_chain(world)
    review = open_review(partnership=world.own, on=MAY, by=world.manager)
    with pytest.raises(Refused) as refusal:
        say_of(review=review, priority=made.priority, moved=moved, by=world.manager)
    assert refusal.value.field == "why"


def test_a_review_closes_only_when_all_is_said_and_something_is_decided(world):
    made = make_chain(world)
    review = open_review(partnership=world.own, on=MAY, by=world.manager)
    with pytest.raises(Refused, match=made.priority.title):
        close_review(review=review, on=MAY, by=world.manager)
    say_of(review=review, priority=made.priority, moved=Moved.STILL, why="No crew was free.", by=world.manager)
    with pytest.raises(Refused, match="what the review decided"):
        close_review(review=review, on=MAY, by=world.manager)
    resolve(review=review, text="Ask the harbour for a day.", by=world.manager)
    close_review(review=review, on=MAY, by=world.manager)
    with pytest.raises(Refused, match="stays as it was said"):
        say_of(review=review, priority=made.priority, moved=Moved.FORWARD, by=world.manager)


def test_what_is_decided_at_a_meeting_is_that_meetings_decision_too(world):
    board = create_board(partnership=world.own, name="Executive", kind=BoardKind.EXECUTIVE, by=None)
    meeting = record_meeting(board=board, held_on=MAY, by=None)
    review = open_review(partnership=world.own, on=MAY, meeting=meeting, by=world.manager)
    resolve(review=review, text="Ask the harbour.", by=world.manager)
    assert [d.text for d in Decision.objects.filter(meeting=meeting)] == ["Ask the harbour."]


def test_words_may_not_tell_of_a_child(world):
    made = make_chain(world)
    review = open_review(partnership=world.own, on=MAY, by=world.manager)
    with pytest.raises(Refused, match="age of one child"):
        say_of(review=review, priority=made.priority, moved=Moved.STILL, why="The 7-year-old left.", by=world.manager)


def test_a_neighbours_priority_and_meeting_are_refused(world):
    theirs = set_priority(partnership=world.other, title="Theirs", by=None)
    review = open_review(partnership=world.own, on=MAY, by=world.manager)
    with pytest.raises(Refused, match="another partnership"):
        say_of(review=review, priority=theirs, moved=Moved.FORWARD, by=world.manager)


def test_one_opened_by_mistake_is_discarded_and_one_in_use_is_not(world):
    made = make_chain(world)
    review = open_review(partnership=world.own, on=MAY, by=world.manager)
    say_of(review=review, priority=made.priority, moved=Moved.FORWARD, by=world.manager)
    with pytest.raises(Refused, match="Something is recorded"):
        discard_review(review=review, by=world.manager)
    review.words.all().delete()
    discard_review(review=review, by=world.manager)
    assert not ProgressReview.objects.exists()


def test_the_page_opens_with_what_moved_and_closes_with_decisions(world, sign_in):
    made = make_chain(world)
    closed_review(world, made, MAY)
    close_action(action=made.action, on=date(2026, 7, 1), note="All trained.", by=world.manager)
    client = sign_in(Role.BUSINESS_MANAGER)
    place = f"/p/{world.own.slug}/progress/reviews/"
    day = {"on_day": "1", "on_month": "11", "on_year": "2026", "since_day": "", "since_month": "", "since_year": ""}
    here = client.post(f"{place}open", day)["Location"]
    text = client.get(here).content.decode()
    assert "1 action was done" in text and "say whether 1 priority moved" in text
    client.post(f"{here}priority/{made.priority.pk}", {"moved": "still", "why": "Crews changed."})
    client.post(f"{here}decision", {"text": "Train the new crews."})
    answer = client.post(f"{here}close", {"summary": "Slow."}, follow=True).content.decode()
    assert "Train the new crews." in answer and "Crews changed." in answer and f"{here}close" not in answer


def test_a_refused_word_stands_at_its_question(world, sign_in):
    made = make_chain(world)
    review = open_review(partnership=world.own, on=MAY, by=world.manager)
    place = f"/p/{world.own.slug}/progress/reviews/{review.pk}/priority/{made.priority.pk}"
    text = sign_in(Role.PARTNERSHIP_TEAM).post(place, {"moved": "still", "why": ""}).content.decode()
    assert "Say why it did not move forward" in text and "There is a problem" in text


@pytest.mark.parametrize(("fmt", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_review_is_taken_away_as_a_paper(world, sign_in, fmt, begins):
    review = closed_review(world, make_chain(world), MAY)
    answer = sign_in(Role.CHAIR).get(f"/p/{world.own.slug}/progress/reviews/{review.pk}/?paper={fmt}")
    assert answer.content.startswith(begins)


def test_the_list_counts_what_each_review_said(world, sign_in):
    closed_review(world, make_chain(world), MAY)
    answer = sign_in(Role.CHAIR).get(f"/p/{world.own.slug}/progress/reviews/?export=csv")
    assert "2026-05-01,The beginning,Closed,1,0,1" in answer.content.decode("utf-8-sig")
