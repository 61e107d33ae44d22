"""What a link opens, for whom and how long; and what is said by it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from sightline.foundation.trail.models import Entry
from sightline.kernel.verdict import Refused
from sightline.oversight.reminders import commands, queries
from sightline.oversight.reminders.domain.replies import DONE, LATER, NOT_STARTED, STARTED, Reply
from sightline.oversight.reminders.models import Answer, Digest, Link
from sightline.oversight.reminders.tests.makers import make_owned_action, make_owner, secret_in, wish_secret_of
from sightline.record.actions.commands import close_action, confirm_done, unassign
from sightline.record.actions.models import Action

pytestmark = pytest.mark.django_db
TODAY = date.today()


@pytest.fixture
def ann(world):
    return make_owner(world.own)


@pytest.fixture
def action(world, ann):
    return make_owned_action(world.own, ann, due_on=TODAY - timedelta(days=2))


@pytest.fixture
def digest(world, ann, action):
    return commands.remind_now(partnership=world.own, email=ann.work_email, at=datetime.now(UTC), by=None)


@pytest.fixture
def page(digest):
    return reverse("reminders:answer", args=[secret_in(digest)])


def _answer(reply: Reply, at: datetime | None = None) -> Answer:
    return commands.answer(link=Link.objects.get(), reply=reply, at=at or datetime.now(UTC))


def test_progress_is_written_down_at_once_and_names_the_link_in_the_trail(action, digest):
    said = _answer(Reply(STARTED, "Half of it is there"))
    action.refresh_from_db()
    assert action.status == "in_progress" and not said.waits
    entry = Entry.objects.filter(table="actions_progress").latest("pk")
    assert (entry.actor_id, entry.actor, entry.deed) == (None, "Ann Ashe, by e-mail link", "answer")


def test_done_waits_for_a_second_word_and_the_link_then_only_shows_what_was_said(world, action, digest, page):
    _answer(Reply(DONE, "It is in use"))
    action.refresh_from_db()
    assert action.status == "reported" and action.closed_on is None
    assert "Ann Ashe, by e-mail link" in action.closing_note
    shown = Client().get(page).content.decode()
    assert "It is in use" in shown and "Say something else" not in shown
    confirm_done(action=action, on=TODAY, by=world.manager)
    assert action.status == "done"


def test_a_new_date_waits_for_the_team(world, action, digest):
    said = _answer(Reply(LATER, "Staff left", TODAY + timedelta(days=40)))
    assert list(queries.waiting_answers(world.own)) == [said]
    due_before = action.due_on
    action.refresh_from_db()
    assert action.closed_on is None and action.due_on == due_before
    commands.take_up(answer=said, outcome="Agreed", at=datetime.now(UTC), by=world.manager)
    assert not queries.waiting_answers(world.own)
    with pytest.raises(Refused, match="dealt with already"):
        commands.take_up(answer=said, outcome="Agreed", at=datetime.now(UTC), by=world.manager)


@pytest.mark.parametrize(
    ("reply", "field"),
    [
        (Reply("received"), "choice"),
        (Reply(NOT_STARTED, " "), "words"),
        (Reply(LATER, "Staff left"), "new_date"),
        (Reply(LATER, "Staff left", TODAY), "new_date"),
        (Reply(STARTED, "The child is called John Smith, born 03/04/2015"), "words"),
    ],
)
def test_an_answer_that_says_too_little_or_too_much_is_refused_at_its_field(digest, reply, field):
    with pytest.raises(Refused) as refused:
        _answer(reply)
    assert refused.value.field == field and not Answer.objects.exists()


def test_opening_the_link_writes_nothing_and_sets_no_cookie(page, action):
    visitor = Client(enforce_csrf_checks=True)
    answer = visitor.get(page)
    assert answer.status_code == 200 and not visitor.cookies
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"] and answer["Cache-Control"] == "no-store"
    assert visitor.head(page).status_code == 200
    assert not Answer.objects.exists() and not action.progress.exists()


def test_the_page_shows_what_was_said_and_takes_another_answer_until_the_link_runs_out(page):
    visitor = Client()
    visitor.post(page, {"choice": "started", "words": "Half of it"})
    shown = visitor.get(page).content.decode()
    assert (
        "Half of it" in shown
        and "Say something else" in shown
        and "<form" not in shown.split("<main")[1].split("</main")[0]
    )
    assert "Send this answer" in visitor.get(f"{page}?again").content.decode()
    visitor.post(page, {"choice": "done", "words": "All of it"})
    assert Answer.objects.count() == 2


def test_an_empty_answer_is_asked_again(page):
    answer = Client().post(page, {})
    assert "Choose what you want to say" in answer.content.decode() and not Answer.objects.exists()


def _over(world, page, how):
    link = Link.objects.get()
    if how == "run out":
        Link.objects.update(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    elif how == "taken back":
        commands.revoke(link=link, why="It went astray", at=datetime.now(UTC), by=world.manager)
    elif how == "finished":
        close_action(action=Action.objects.get(), on=TODAY, note="Done", by=None)
    elif how == "someone else's":
        unassign(party=Action.objects.get().parties.get(), by=None)
    return page


def test_a_link_that_opens_nothing_says_the_same_whatever_the_reason(world, page, ann):
    pages = [Client().get(reverse("reminders:answer", args=["no-such-secret"]))]
    pages += [Client().get(reverse("reminders:wishes", args=["no-such-secret"]))]
    _over(world, page, "run out")
    pages += [Client().get(page), Client().post(page, {"choice": "started", "words": "Late"})]
    assert {answer.status_code for answer in pages} == {410}
    assert len({answer.content for answer in pages}) == 1
    assert not Answer.objects.exists()


@pytest.mark.parametrize("how", ["run out", "taken back", "finished", "someone else's"])
def test_a_link_stops_when_it_runs_out_is_taken_back_or_its_thing_is_done_or_passes_on(world, page, how):
    assert Client().get(page).status_code == 200
    _over(world, page, how)
    assert Client().post(page, {"choice": "started", "words": "Late"}).status_code == 410
    assert not Answer.objects.exists()


def test_after_it_is_taken_back_the_next_digest_brings_a_new_link(world, ann, page):
    _over(world, page, "taken back")
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    digest = commands.remind_now(partnership=world.own, email=ann.work_email, at=tomorrow, by=None)
    assert secret_in(digest) not in page
    with pytest.raises(Refused, match="taken back already"):
        commands.revoke(link=Link.objects.exclude(revoked_at=None).get(), why="Again", at=tomorrow, by=None)


def test_a_link_opened_too_often_asks_to_wait(page, settings):
    settings.LINK_RATE_LIMITS = {"open_link": "3/m/key"}
    visitor = Client()
    assert [visitor.get(page).status_code for _ in range(4)] == [200, 200, 200, 429]


def test_guessing_from_one_address_asks_to_wait(page, settings):
    settings.LINK_RATE_LIMITS = {"open_link": "3/m/ip"}
    codes = [Client().get(reverse("reminders:answer", args=[f"guess-{n}"])).status_code for n in range(4)]
    assert codes == [410, 410, 410, 429]


def test_what_one_is_told_of_is_chosen_by_link_or_with_an_account(world, sign_in, ann, digest):
    address = reverse("reminders:wishes", args=[wish_secret_of(ann.work_email)])
    assert "Your reminders" in Client().get(address).content.decode()
    assert "Saved" in Client().post(address, {"only_overdue": "yes"}).content.decode()
    assert queries.wish_of(ann.work_email).only_overdue
    sign_in(world.manager).post(reverse("reminders:own"), {"only_overdue": "yes"})
    assert queries.wish_of(world.manager.email).only_overdue
    assert Digest.objects.get().email == ann.work_email
