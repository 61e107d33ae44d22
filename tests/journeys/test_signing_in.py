"""A person is invited, chooses a password, sets up a second factor, and signs in with it: code, passkey, recovery code."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.urls import reverse

from tests.browser import PHONE, check_accessible
from tests.world import PASSWORD

pytestmark = pytest.mark.journey
NEW = "seven herons over water"


@pytest.fixture(autouse=True)
def _as_in_real_use(settings, live_server):
    settings.MFA_REQUIRED = True
    settings.ADDRESS = live_server.url


def _sign_in(page, live_server, email: str, password: str) -> None:
    page.goto(f"{live_server.url}/sign-in/login/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_label("Password", exact=True).press("Enter")


def _code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def _set_up_app(page) -> str:
    page.get_by_role("button", name="Set up an authenticator app").click()
    secret = page.locator("code").inner_text()
    check_accessible(page)
    page.get_by_label("Code").fill(_code(secret))
    page.get_by_label("Code").press("Enter")
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    return secret


def test_an_invited_person_chooses_a_password_and_sets_up_a_second_factor(page, live_server, world):
    _sign_in(page, live_server, world.manager.email, PASSWORD)
    page.get_by_role("heading", name="Your second factor").wait_for()
    check_accessible(page)
    _set_up_app(page)
    page.goto(f"{live_server.url}{reverse('accounts:people', args=[world.own.slug])}")
    check_accessible(page)
    page.get_by_role("button", name="Invite someone").click()
    check_accessible(page)
    page.get_by_label("Full name").fill("Ivo Lane")
    page.get_by_label("Work e-mail address").fill("ivo.lane@sightline.example")
    page.get_by_label("Agency member").check()
    page.get_by_role("button", name="Send the invitation").click()
    page.get_by_text("Ivo Lane has been sent an invitation").wait_for()
    check_accessible(page)
    page.get_by_text("Account: Brenda Marsh").click()
    page.get_by_role("button", name="Sign out").click()

    page.set_viewport_size(PHONE)
    page.goto(re.search(r"http\S+/invitation/\S+", mail.outbox[-1].body)[0])
    check_accessible(page)
    page.get_by_label("Choose a password").fill(NEW)
    page.get_by_label("Type it again").fill(NEW)
    page.get_by_label("Type it again").press("Enter")
    page.get_by_text("Your account is ready").wait_for()
    check_accessible(page)
    _sign_in(page, live_server, "ivo.lane@sightline.example", NEW)
    _set_up_app(page)
    check_accessible(page)
    page.get_by_role("link", name="go on to Sightline").click()
    page.get_by_text("Ashvale Safeguarding Children Partnership").first.wait_for()


def test_a_passkey_signs_in_without_a_password(page, live_server, world):
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    abilities = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = abilities | {"isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    _sign_in(page, live_server, world.manager.email, PASSWORD)
    page.get_by_role("button", name="Add a passkey or security key").click()
    check_accessible(page)
    page.get_by_label("Name").fill("Laptop")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.get_by_text("Your key is added.").wait_for()
    page.goto(f"{live_server.url}/sign-in/2fa/webauthn/")
    page.get_by_role("heading", name="Laptop").wait_for()
    check_accessible(page)
    page.get_by_text("Account: Brenda Marsh").click()
    page.get_by_role("button", name="Sign out").click()

    page.goto(f"{live_server.url}/sign-in/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("Ashvale Safeguarding Children Partnership").first.wait_for()


def test_a_recovery_code_gets_in_when_the_phone_is_lost(page, live_server, world):
    _sign_in(page, live_server, world.manager.email, PASSWORD)
    _set_up_app(page)
    code = page.locator("code").first.inner_text()
    page.get_by_text("Account: Brenda Marsh").click()
    page.get_by_role("button", name="Sign out").click()
    _sign_in(page, live_server, world.manager.email, PASSWORD)
    page.get_by_role("heading", name="Enter your code").wait_for()
    check_accessible(page)
    page.get_by_label("Code").fill(code)
    page.get_by_label("Code").press("Enter")
    page.get_by_text("Ashvale Safeguarding Children Partnership").first.wait_for()
