"""Settings are checked at start, and what is wrong is said in plain words."""

import json
import os
import socket
import threading
from io import StringIO

import pytest
from aiosmtpd.controller import Controller
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import send_mail
from django.core.management import call_command

from sightline.config.environment import read_environment

COUNCIL = {
    "id": "council",
    "name": "the council",
    "client_id": "c",
    "secret": "s3",
    "server_url": "https://login.example",
}


def _refusal(**environment: str) -> str:
    with pytest.raises(ImproperlyConfigured) as refused:
        read_environment(environment)
    return str(refused.value)


def test_nothing_need_be_set():
    assert read_environment({})["SIGHTLINE_MFA"] is True


def test_every_wrong_setting_is_named_with_what_to_write():
    said = _refusal(SIGHTLINE_HTTPS="perhaps", SIGHTLINE_UPLOAD_MB="many", SIGHTLINE_LISTEN="8000")
    assert "SIGHTLINE_HTTPS is 'perhaps': write yes or no." in said
    assert "SIGHTLINE_UPLOAD_MB is 'many': write a whole number." in said
    assert "SIGHTLINE_LISTEN" in said


@pytest.mark.parametrize(
    ("providers", "said"),
    [
        ("[{", "it is not JSON"),
        ("{}", "write a list"),
        (json.dumps([{"id": "x"}]), "provider 1 lacks name, client_id, secret, server_url"),
        (json.dumps([COUNCIL, COUNCIL]), "two providers have the same id"),
        (json.dumps([COUNCIL | {"server_url": "http://login.example"}]), "must start with https://"),
        (json.dumps([COUNCIL | {"clientid": "c"}]), "which Sightline does not know"),
    ],
)
def test_a_wrong_identity_provider_is_explained(providers, said):
    assert said in _refusal(SIGHTLINE_OIDC=providers)


def test_a_refusal_never_shows_a_secret():
    assert "s3" not in _refusal(SIGHTLINE_OIDC=json.dumps([COUNCIL, COUNCIL]))


def test_a_provider_is_let_through_the_content_security_policy():
    found = read_environment({"SIGHTLINE_OIDC": json.dumps([COUNCIL])})["SIGHTLINE_OIDC"]
    assert [provider.origin for provider in found] == ["https://login.example"]


def _checked(**options: object) -> str:
    out = StringIO()
    try:
        call_command("check_settings", stdout=out, **options)
    except SystemExit as ended:
        return f"{out.getvalue()}exit {ended.code}"
    return out.getvalue()


@pytest.fixture(autouse=True)
def _home(settings, tmp_path):
    settings.HOME = tmp_path


def test_a_sound_installation_can_start(db):
    assert "Sightline can start." in _checked()


def test_an_address_that_is_not_served_is_found(db, settings):
    settings.ADDRESS = "https://sightline.example"
    said = _checked()
    assert "SIGHTLINE_HOSTS does not have sightline.example" in said
    assert "SIGHTLINE_HTTPS is not yes" in said
    assert said.endswith("exit 1")


def test_what_is_unwise_is_said_without_stopping(db, settings):
    settings.MFA_REQUIRED = False
    said = _checked()
    assert "one password is enough" in said
    assert "Sightline can start." in said


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_home_that_cannot_be_written_to_is_found(db, settings, tmp_path):
    tmp_path.chmod(0o500)
    assert "cannot be written to" in _checked()


class _Received:
    def __init__(self) -> None:
        self.mails = []
        self.came = threading.Event()

    async def handle_DATA(self, server, session, envelope):
        self.mails.append(envelope)
        self.came.set()
        return "250 OK"


@pytest.fixture
def mail_server(settings):
    received = _Received()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(received, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS = False
    yield received
    server.stop()


def test_e_mail_goes_out_by_the_server_that_is_set(db, mail_server, settings):
    send_mail("Hello", "A word", settings.DEFAULT_FROM_EMAIL, ["ann@sightline.example"])
    assert mail_server.came.wait(5)
    assert mail_server.mails[0].rcpt_tos == ["ann@sightline.example"]


def test_the_mail_server_can_be_tried(db, mail_server):
    assert "Sightline can start." in _checked(mail="ann@sightline.example")
    assert mail_server.came.wait(5)


def test_a_mail_server_that_does_not_answer_is_found(db, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert "the mail server 127.0.0.1:9 cannot be used" in _checked()
