"""A link answered after whoever it was made for left, or after what it asked ended: a plain page, and nothing is written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from sightline.foundation.trail.models import Entry
from sightline.kernel.verdict import Refused
from sightline.oversight.reminders import commands
from sightline.oversight.reminders.domain.replies import DONE, STARTED, Reply
from sightline.oversight.reminders.models import Answer, Contact, Link
from sightline.oversight.reminders.tests.makers import make_owned_action, make_owner, secret_in
from sightline.partnership.directory import commands as directory
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.record.actions.commands import Owner, assign, close_action, unassign, withdraw
from sightline.record.actions.models import Action
from tests.world import World

pytestmark = pytest.mark.django_db
TODAY = date.today()
LATE = {"choice": STARTED, "words": "It goes on"}


@dataclass
class Asked:
    """One action that a post of an agency leads, and the link that its holder was sent."""

    world: World
    ann: Person
    body: Organisation
    post: Post
    action: Action
    page: str = ""

    def send(self) -> None:
        digest = commands.remind_now(
            partnership=self.world.own, email=self.ann.work_email, at=datetime.now(UTC), by=self.world.manager
        )
        self.page = reverse("reminders:answer", args=[secret_in(digest)])


@pytest.fixture
def asked(world: World) -> Asked:
    ann = make_owner(world.own)
    body = directory.record_organisation(name="Ashvale Council", partnership=world.own, by=None)
    role = "director_of_childrens_services"
    post = directory.create_post(partnership=world.own, organisation=body, title="Director", role=role, by=None)
    directory.appoint(post=post, person=ann, started_on=date(2020, 1, 1), by=None)
    action = make_owned_action(world.own, None, due_on=TODAY - timedelta(days=2))
    assign(action=action, owner=Owner(post=post), by=None)
    return Asked(world, ann, body, post, action)


def leave(asked: Asked) -> None:
    directory.correct_holding(holding=asked.post.holdings.get(), ended_on=TODAY, by=None)


def end_the_post(asked: Asked) -> None:
    directory.end_post(post=asked.post, on=TODAY, by=None)


def hand_over(asked: Asked) -> None:
    leave(asked)
    directory.appoint(post=asked.post, person=make_owner(asked.world.own, "Nora New"), started_on=TODAY, by=None)


def give_to_another_post(asked: Asked) -> None:
    other = directory.create_post(partnership=asked.world.own, organisation=asked.body, title="Head", by=None)
    unassign(party=asked.action.parties.get(), by=None)
    assign(action=asked.action, owner=Owner(post=other), by=None)


def close(asked: Asked) -> None:
    close_action(action=asked.action, on=TODAY, note="Done", by=None)


def no_longer_want(asked: Asked) -> None:
    withdraw(action=asked.action, on=TODAY, reason="No longer needed", by=None)


def take_back(asked: Asked) -> None:
    commands.revoke(link=Link.objects.get(), why="It went astray", at=datetime.now(UTC), by=asked.world.manager)


ENDINGS = [leave, end_the_post, hand_over, give_to_another_post, close, no_longer_want, take_back]


def _is_refused(asked: Asked) -> None:
    before = Entry.objects.count(), Answer.objects.count()
    visitor = Client()
    for address in (asked.page, f"{asked.page}?again"):
        answer = visitor.post(address, LATE)
        assert answer.status_code == 410 and "This link cannot be used" in answer.content.decode()
    with pytest.raises(Refused, match="This link cannot be used"):
        commands.answer(link=Link.objects.get(), reply=Reply(**LATE), at=datetime.now(UTC))
    assert (Entry.objects.count(), Answer.objects.count()) == before


@pytest.mark.parametrize("end", ENDINGS)
def test_an_answer_that_comes_after_the_end_changes_nothing_and_is_told_so(asked: Asked, end: Callable) -> None:
    asked.send()
    assert Client().get(asked.page).status_code == 200
    end(asked)
    assert Client().get(asked.page).status_code == 410
    _is_refused(asked)


@pytest.mark.parametrize("end", ENDINGS)
def test_one_who_answered_before_is_not_told_that_a_late_answer_was_written_down(asked: Asked, end: Callable) -> None:
    asked.send()
    Client().post(asked.page, {"choice": STARTED, "words": "Half of it"})
    end(asked)
    _is_refused(asked)


def _owe_by_agency(asked: Asked) -> None:
    unassign(party=asked.action.parties.get(), by=None)
    assign(action=asked.action, owner=Owner(organisation=asked.body), by=None)


def test_a_contact_who_stands_for_the_agency_no_more_answers_no_more(asked: Asked) -> None:
    _owe_by_agency(asked)
    leave(asked)
    commands.add_contact(partnership=asked.world.own, organisation=asked.body, person=asked.ann, by=None)
    asked.send()
    assert Client().get(asked.page).status_code == 200
    commands.remove_contact(contact=Contact.objects.get(), by=None)
    _is_refused(asked)


def test_one_who_left_the_lead_role_of_the_agency_answers_no_more(asked: Asked) -> None:
    _owe_by_agency(asked)
    asked.send()
    leave(asked)
    _is_refused(asked)


def test_a_second_press_of_the_button_that_ended_it_shows_the_answer_once(asked: Asked) -> None:
    asked.send()
    said = {"choice": DONE, "words": "It is in use"}
    visitor = Client()
    assert visitor.post(asked.page, said).status_code == 302
    again = visitor.post(asked.page, said)
    assert again.status_code == 200 and "It is in use" in again.content.decode()
    assert Answer.objects.count() == 1
