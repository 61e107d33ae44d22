"""Real e-mail to a server on this machine that receives it."""

import socket
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest
from aiosmtpd.controller import Controller
from django.conf import settings
from django.core import mail
from django.test import Client

from sightline.kernel.verdict import Refused
from sightline.oversight.reminders import commands
from sightline.oversight.reminders.domain import State
from sightline.oversight.reminders.models import Digest
from sightline.oversight.reminders.tests.makers import make_owned_action, make_owner
from sightline.record.actions.models import Action

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 30)
AT = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


class Postbox:
    """Takes in what arrives; refuses the addresses it is told to, and fails as often as it is told to."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.refused: set[str] = set()
        self.failures = 0
        self.connections = 0

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address in self.refused:
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.failures:
            self.failures -= 1
            return "451 try again later"
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


@pytest.fixture
def postbox(settings) -> Iterator[Postbox]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = False
    box = Postbox()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box
    controller.stop()


@pytest.fixture
def ann(world):
    commands.set_rhythm(partnership=world.own, is_on=True, weekdays=[0], by=world.manager)
    return make_owner(world.own)


def _parts(letter: EmailMessage) -> tuple[str, str]:
    return tuple(letter.get_body((kind,)).get_content() for kind in ("plain", "html"))


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.lang = ""

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        found = dict(attrs)
        if tag == "a":
            self.links.append(found["href"])
        self.lang = self.lang or found.get("lang", "")


def test_a_digest_arrives_is_answered_by_its_link_and_the_action_shows_it(world, ann, postbox):
    action = make_owned_action(world.own, ann, due_on=date.today() - timedelta(days=2), what="Write <the> protocol")
    now = datetime.now(UTC)
    commands.remind_now(partnership=world.own, email=ann.work_email, at=now, by=world.manager)
    assert commands.send_waiting(at=now) == 1
    letter = postbox.letters[0]
    assert (letter["To"], letter["Subject"]) == (ann.work_email, "Sightline: 1 thing for you, 1 overdue")
    plain, html = _parts(letter)
    assert "Write <the> protocol" in plain and "Write &lt;the&gt; protocol" in html
    seen = _Seen()
    seen.feed(html)
    link = next(href for href in seen.links if "/answer/" in href)
    assert link in plain and link.startswith(settings.ADDRESS)
    stranger = Client(enforce_csrf_checks=True)
    path = link.removeprefix(settings.ADDRESS)
    assert "Write &lt;the&gt; protocol" in stranger.get(path).content.decode()
    assert not Action.objects.get(pk=action.pk).progress.exists()
    answer = stranger.post(path, {"choice": "started", "words": "Half of it is there"}, follow=True)
    assert "Your answer is written down" in answer.content.decode()
    assert not stranger.cookies
    progress = action.progress.get()
    assert "Half of it is there" in progress.note and "Ann Ashe, by e-mail link" in progress.note


def test_both_parts_are_plain_to_read_and_say_the_same(world, ann, postbox):
    for days in (-3, 7):
        make_owned_action(world.own, ann, due_on=MONDAY + timedelta(days=days), what=f"Task {days}")
    assert commands.remind(at=AT) == 1
    plain, html = _parts(postbox.letters[0])
    seen = _Seen()
    seen.feed(html)
    assert seen.lang == "en-GB"
    assert [tag for tag in seen.tags if tag in ("h1", "h2", "h3")] == ["h1", "h2", "h3", "h3"]
    assert not {"table", "img", "script", "style"} & set(seen.tags)
    assert "Due Monday 7 December, 5 working days" in plain and "Due Monday 7 December, 5 working days" in html
    assert plain.index("Task -3") < plain.index("Task 7")
    assert all(href in plain for href in seen.links)


def test_a_round_uses_one_connection_and_sends_each_digest_once(world, ann, postbox):
    for name in ("Ann Ashe", "Bea Birch", "Cal Cole"):
        person = ann if name == "Ann Ashe" else make_owner(world.own, name)
        make_owned_action(world.own, person, due_on=MONDAY)
    assert commands.remind(at=AT) == 3
    assert commands.remind(at=AT + timedelta(minutes=15)) == 0
    assert len(postbox.letters) == 3 and postbox.connections == 1
    assert set(Digest.objects.values_list("state", flat=True)) == {State.SENT}


def test_a_server_that_fails_is_tried_again_later_and_the_same_letter_comes(world, ann, postbox):
    make_owned_action(world.own, ann, due_on=MONDAY)
    postbox.failures = 1
    assert commands.remind(at=AT) == 0
    digest = Digest.objects.get()
    assert (digest.state, digest.problem) == (State.FAILED, "The mail server answered 451 try again later.")
    assert commands.remind(at=AT + timedelta(minutes=4)) == 0
    assert commands.remind(at=AT + timedelta(minutes=5)) == 1
    digest.refresh_from_db()
    assert (digest.state, digest.problem) == (State.SENT, "")
    assert str(digest.pk) in postbox.letters[0]["Message-ID"]


def test_an_address_that_is_refused_for_good_is_given_up_and_holds_up_nobody_else(world, ann, postbox):
    make_owned_action(world.own, ann, due_on=MONDAY)
    make_owned_action(world.own, make_owner(world.own, "Bea Birch"), due_on=MONDAY)
    postbox.refused = {ann.work_email}
    assert commands.remind(at=AT) == 1
    digest = Digest.objects.get(email=ann.work_email)
    assert digest.state == State.GIVEN_UP
    assert digest.problem == "The mail server refused the address (550 no such person)."


def test_a_mail_server_that_is_away_fails_one_and_leaves_the_rest_waiting(world, ann, settings):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = free.getsockname()[1]
    settings.EMAIL_BACKEND, settings.EMAIL_HOST = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1"
    make_owned_action(world.own, ann, due_on=MONDAY)
    make_owned_action(world.own, make_owner(world.own, "Bea Birch"), due_on=MONDAY)
    assert commands.remind(at=AT) == 0
    assert sorted(Digest.objects.values_list("state", flat=True)) == [State.FAILED, State.PREPARED]
    assert "could not be reached" in Digest.objects.get(state=State.FAILED).problem


def test_after_five_tries_a_digest_is_given_up_until_someone_sends_it_again(world, ann, postbox):
    make_owned_action(world.own, ann, due_on=MONDAY)
    postbox.failures, at = 5, AT
    for _ in range(5):
        commands.remind(at=at)
        at = Digest.objects.get().next_try_at
    digest = Digest.objects.get()
    assert digest.state == State.GIVEN_UP
    commands.try_again(digest=digest, at=at, by=world.manager)
    assert commands.remind(at=at) == 1
    with pytest.raises(Refused, match="sent two on one day"):
        commands.try_again(digest=Digest.objects.get(), at=at, by=world.manager)


def test_killed_while_sending_a_digest_is_in_doubt_and_not_sent_twice(world, ann, postbox, monkeypatch):
    make_owned_action(world.own, ann, due_on=MONDAY)
    commands.prepare(at=AT)

    def killed(self, *args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(mail.EmailMultiAlternatives, "send", killed)
        with pytest.raises(KeyboardInterrupt):
            commands.send_waiting(at=AT)
    assert commands.remind(at=AT + timedelta(minutes=31)) == 0
    digest = Digest.objects.get()
    assert digest.state == State.IN_DOUBT and "may have arrived" in digest.problem


def test_a_digest_of_last_week_is_not_sent_late(world, ann, postbox):
    make_owned_action(world.own, ann, due_on=MONDAY)
    commands.prepare(at=AT)
    later = AT + timedelta(days=3)
    assert commands.send_waiting(at=later) == 0
    with pytest.raises(Refused, match="out of date"):
        commands.try_again(digest=Digest.objects.get(), at=later, by=world.manager)
