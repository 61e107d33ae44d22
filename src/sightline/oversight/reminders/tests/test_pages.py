"""The business manager's pages."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.oversight.reminders import commands, queries
from sightline.oversight.reminders.domain import State
from sightline.oversight.reminders.domain.replies import LATER, Reply
from sightline.oversight.reminders.models import Contact, Digest, Link
from sightline.oversight.reminders.tests.makers import make_owned_action, make_owner
from sightline.partnership.directory import commands as directory

pytestmark = pytest.mark.django_db
LATE = date.today() - timedelta(days=3)


@pytest.fixture
def client(sign_in):
    return sign_in(Role.BUSINESS_MANAGER)


def _page(world, name, **parts):
    return reverse(f"reminders:{name}", kwargs={"partnership": world.own.slug} | parts)


def _text(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert text.count("<h1") == 1
    return text


@pytest.fixture
def digest(world):
    ann = make_owner(world.own)
    make_owned_action(world.own, ann, due_on=LATE)
    return commands.remind_now(partnership=world.own, email=ann.work_email, at=datetime.now(UTC), by=None)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("who", "Nobody has anything due"),
        ("nobody", "Everything that is due reaches someone"),
        ("sent", "No reminder has gone out yet"),
        ("links", "No link has been sent yet"),
        ("answers", "No answer waits"),
        ("contacts", "No contact is named"),
    ],
)
def test_a_page_with_nothing_on_it_says_so(world, client, name, words):
    assert words in _text(client, _page(world, name))


def test_the_first_page_says_that_reminders_are_off_and_what_would_go_out(world, client):
    make_owned_action(world.own, make_owner(world.own), due_on=LATE)
    make_owned_action(world.own, make_owner(world.own, "No Mail", email=""), due_on=LATE)
    text = _text(client, _page(world, "who"))
    assert "Reminders are off" in text and "Ann Ashe" in text and "1 thing reaches nobody" in text
    assert "No work e-mail address is known of No Mail" in _text(client, _page(world, "nobody"))


def test_reminders_are_turned_on_by_the_form(world, client):
    shown = {"is_on": "yes", "weekdays": ["1", "3"], "lead_days": 5, "repeat": "2", "most": 10, "link_days": 14}
    assert client.post(_page(world, "rhythm"), shown).status_code == 302
    rhythm = queries.rhythm_of(world.own)
    assert (rhythm.is_on, rhythm.weekdays, rhythm.lead_days, rhythm.repeat) == (True, [1, 3], 5, "2")
    assert "Reminders go out on Tuesday and Thursday" in _text(client, _page(world, "who"))
    assert "Choose at least one day" in client.post(_page(world, "rhythm"), shown | {"weekdays": []}).content.decode()


def test_one_person_is_sent_what_is_due_now_and_only_once(world, client):
    ann = make_owner(world.own)
    make_owned_action(world.own, ann, due_on=LATE)
    address = _page(world, "one", person=ann.pk)
    assert "Send it now" in _text(client, address) and not Digest.objects.exists()
    assert "goes out within a minute" in client.post(address, follow=True).content.decode()
    assert "has had today’s e-mail already" in client.post(address, follow=True).content.decode()
    nobody = make_owner(world.own, "No Mail", email="")
    assert "no work e-mail address" in _text(client, _page(world, "one", person=nobody.pk))


def test_a_failed_digest_is_shown_in_words_and_can_go_again(world, client, digest):
    Digest.objects.update(state=State.GIVEN_UP, problem="The mail server could not be reached.")
    assert "could not be reached" in _text(client, _page(world, "sent"))
    address = _page(world, "digest", digest=digest.pk)
    assert "Write the protocol" in _text(client, address) and "Send it again" in _text(client, address)
    client.post(_page(world, "again", digest=digest.pk))
    assert Digest.objects.get().state == State.PREPARED


def test_a_link_is_taken_back_with_a_reason(world, client, digest):
    link = Link.objects.get()
    assert "Take back" in _text(client, _page(world, "links"))
    assert "Say why" in client.post(_page(world, "revoke", link=link.pk), {"why": ""}).content.decode()
    client.post(_page(world, "revoke", link=link.pk), {"why": "It went astray"})
    assert "It went astray" in _text(client, _page(world, "links"))


def test_an_answer_is_taken_up(world, client, digest):
    said = commands.answer(
        link=Link.objects.get(),
        reply=Reply(LATER, "It is in use", date.today() + timedelta(days=30)),
        at=datetime.now(UTC),
    )
    assert "It is in use" in _text(client, _page(world, "answers"))
    client.post(_page(world, "take_up", answer=said.pk), {"outcome": "Confirmed and closed"})
    said.refresh_from_db()
    assert (said.outcome, said.taken_up_by) == ("Confirmed and closed", world.manager)


def test_contacts_are_named_and_removed(world, client):
    body = directory.record_organisation(name="Ashvale Council", partnership=world.own, by=None)
    ann = make_owner(world.own)
    client.post(_page(world, "add_contact"), {"organisation": body.pk, "person": ann.pk})
    contact = Contact.objects.get()
    assert "Ashvale Council" in _text(client, _page(world, "contacts"))
    assert "Remove" in _text(client, _page(world, "remove_contact", contact=contact.pk))
    client.post(_page(world, "remove_contact", contact=contact.pk))
    assert not Contact.objects.exists()


@pytest.mark.parametrize("name", ["who", "nobody", "sent", "links", "answers", "contacts"])
def test_every_table_can_be_taken_away(world, client, name):
    assert "spreadsheet" in client.get(_page(world, name) + "?export=xlsx")["Content-Type"]


def _reminded(world, number):
    ann = make_owner(world.own, f"Ann {number}")
    make_owned_action(world.own, ann, due_on=LATE)
    commands.remind_now(partnership=world.own, email=ann.work_email, at=datetime.now(UTC), by=None)


@pytest.mark.parametrize("name", ["who", "sent", "links"])
def test_the_queries_of_a_page_do_not_grow_with_what_is_on_it(world, client, name, django_assert_num_queries):
    _reminded(world, 0)
    with CaptureQueriesContext(connection) as few:
        client.get(_page(world, name))
    for number in range(1, 12):
        _reminded(world, number)
    with django_assert_num_queries(len(few)):
        client.get(_page(world, name))
