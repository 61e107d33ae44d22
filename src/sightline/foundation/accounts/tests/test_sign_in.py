"""Signing in: password, throttle, reset by e-mail, the second factor where it is required."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import User
from sightline.foundation.trail.models import Entry
from tests.world import PASSWORD

LOGIN = "/sign-in/login/"


def _sign_in(client: Client, email: str, password: str = PASSWORD):
    return client.post(LOGIN, {"login": email, "password": password})


def _code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_a_password_signs_in_and_leads_home(world, client):
    answer = _sign_in(client, world.manager.email)
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.get("/account").status_code == 200


def test_the_sign_in_page_asks_for_an_address_and_says_how_to_get_an_account(client, db):
    page = client.get(LOGIN).content.decode()
    assert page.count("<h1") == 1
    assert "E-mail address" in page
    assert "by invitation" in page


def test_after_five_wrong_passwords_the_account_waits(world, client):
    for _ in range(5):
        _sign_in(client, world.manager.email, "wrong words altogether")
    answer = _sign_in(client, world.manager.email)
    assert "Too many failed login attempts" in answer.content.decode()
    assert client.get("/account").status_code == 302


def test_nobody_opens_an_account_alone(client, db):
    page = client.post(
        "/sign-in/signup/", {"email": "a@sightline.example", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert "Accounts are made by invitation" in page.content.decode()
    assert not User.objects.filter(email="a@sightline.example").exists()


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(world, client):
    client.post("/sign-in/password/reset/", {"email": world.manager.email})
    address = re.search(r"http://localhost:8000(/\S+)", mail.outbox[0].body)[1]
    form = client.get(address, follow=True)
    action = form.redirect_chain[-1][0]
    client.post(action, {"password1": "herons over still water", "password2": "herons over still water"})
    assert _sign_in(Client(), world.manager.email, "herons over still water").status_code == 302
    assert "no longer works" in Client().get(address, follow=True).content.decode()


def test_asking_for_a_reset_does_not_tell_who_has_an_account(world, client):
    known = client.post("/sign-in/password/reset/", {"email": world.manager.email})
    unknown = client.post("/sign-in/password/reset/", {"email": "nobody@sightline.example"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert "no account for it" in mail.outbox[-1].body


def test_changing_ones_password_is_in_the_trail_in_ones_own_name(world, sign_in):
    client = Client()
    _sign_in(client, world.manager.email)
    answers = {"oldpassword": PASSWORD, "password1": "herons over still water", "password2": "herons over still water"}
    client.post("/sign-in/password/change/", answers)
    entries = Entry.objects.filter(table="accounts_user", row=world.manager.pk, deed="password/change/")
    assert {entry.actor for entry in entries} == {"Brenda Marsh"}
    assert not any("md5" in entry.after or "argon2" in entry.after for entry in entries)


@pytest.fixture
def required(settings):
    settings.MFA_REQUIRED = True


def test_where_a_second_factor_is_required_every_page_waits_for_it(required, world, sign_in):
    client = sign_in(Role.CHAIR)
    for address in ("/", reverse("workspace:partnership", args=[world.own.slug]), reverse("accounts:own")):
        assert client.get(address)["Location"] == reverse("mfa_index")
    assert client.get("/health").status_code == 200


def test_setting_up_an_authenticator_app_opens_the_pages_and_is_asked_for_next_time(required, world):
    client = Client()
    _sign_in(client, world.manager.email)
    page = client.get("/sign-in/2fa/totp/activate/").content.decode()
    assert "data:image/svg+xml" in page
    secret = client.session["mfa.totp.secret"]
    done = client.post("/sign-in/2fa/totp/activate/", {"code": _code(secret)})
    assert done["Location"] == reverse("mfa_view_recovery_codes")
    codes = re.findall(r"<code>(\w+)</code>", client.get(done["Location"]).content.decode())
    assert len(codes) == 10
    assert client.get("/account").status_code == 200

    later = Client()
    assert _sign_in(later, world.manager.email)["Location"] == reverse("mfa_authenticate")
    assert later.get("/account").status_code == 302
    assert later.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    later.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert later.get("/account").status_code == 200


def test_taking_the_second_factor_off_shuts_the_pages_again(required, world):
    client = Client()
    _sign_in(client, world.manager.email)
    client.get("/sign-in/2fa/totp/activate/")
    client.post("/sign-in/2fa/totp/activate/", {"code": _code(client.session["mfa.totp.secret"])})
    assert client.get("/account").status_code == 200
    client.post("/sign-in/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=world.manager, type=Authenticator.Type.TOTP).exists()
    assert client.get("/")["Location"] == reverse("mfa_index")


def test_the_secret_of_a_second_factor_never_reaches_the_trail(world):
    client = Client()
    _sign_in(client, world.manager.email)
    client.get("/sign-in/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]
    client.post("/sign-in/2fa/totp/activate/", {"code": _code(secret)})
    entries = Entry.objects.filter(table="mfa_authenticator")
    assert entries.exists()
    assert not any(secret in (entry.after or "") for entry in entries)


@pytest.mark.parametrize(
    "address",
    [
        "/sign-in/password/change/",
        "/sign-in/2fa/",
        "/sign-in/2fa/webauthn/",
        "/sign-in/2fa/webauthn/add/",
        "/sign-in/2fa/recovery-codes/generate/",
        "/sign-in/3rdparty/",
        "/sign-in/logout/",
        "/sign-in/reauthenticate/",
        "/sign-in/email/",
    ],
)
def test_pages_of_ones_own_account_have_one_heading_and_our_frame(world, address):
    client = Client()
    _sign_in(client, world.manager.email)
    Authenticator.objects.create(user=world.manager, type=Authenticator.Type.TOTP, data={"secret": "A" * 32})
    page = client.get(address, follow=True).content.decode()
    assert page.count("<h1") == 1
    assert "sl-header" in page


def _code_by_email(client: Client, email: str) -> str:
    client.post("/sign-in/login/code/", {"email": email})
    return re.search(r"^([A-Z0-9-]{6,})$", mail.outbox[-1].body, re.M)[1]


def test_a_code_by_email_signs_in_without_a_password(world, client):
    code = _code_by_email(client, world.manager.email)
    assert client.post("/sign-in/login/code/confirm/", {"code": code})["Location"] == "/"
    assert client.get("/account").status_code == 200


def test_a_code_by_email_does_not_stand_in_for_the_second_factor(world, client, settings):
    settings.MFA_REQUIRED = True
    code = _code_by_email(client, world.manager.email)
    client.post("/sign-in/login/code/confirm/", {"code": code})
    assert client.get("/account")["Location"].startswith("/sign-in/2fa")


def test_a_wrong_code_is_refused_and_a_code_works_only_where_it_was_asked_for(world, client):
    code = _code_by_email(client, world.manager.email)
    assert client.post("/sign-in/login/code/confirm/", {"code": "WRONG-1"}).status_code == 200
    elsewhere = Client()
    elsewhere.post("/sign-in/login/code/confirm/", {"code": code})
    assert elsewhere.get("/account").status_code == 302


def test_an_unknown_address_is_not_told_apart(world, client):
    known = client.post("/sign-in/login/code/", {"email": world.manager.email})
    unknown = Client().post("/sign-in/login/code/", {"email": "nobody@sightline.example"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
