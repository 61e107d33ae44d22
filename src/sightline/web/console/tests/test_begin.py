"""A new installation: one command, and the first administrator adds a partnership and invites its business manager."""

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db.models import F
from django.test import Client

from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import Grant, Partnership, User
from sightline.partnership.law.models import Edition

pytestmark = pytest.mark.django_db
ADMINISTRATOR = {"email": "ada@council.example", "name": "Ada Thornbury"}
FORM = {
    "name": "Marsh Safeguarding Children Partnership",
    "short_name": "Marsh",
    "slug": "marsh",
    "tier": "borough",
    "overseen_by": "",
}


@pytest.fixture(autouse=True)
def new_installation(db) -> None:
    """The world of the other tests may stand in the database; its administrators step back."""
    Grant.objects.filter(role=Role.ADMINISTRATOR).update(ends_on=F("starts_on"))


@pytest.fixture
def first_password(monkeypatch) -> str:
    monkeypatch.setenv("SIGHTLINE_FIRST_PASSWORD", "a kettle under the stars")
    return "a kettle under the stars"


@pytest.fixture
def administrator(first_password, settings) -> Client:
    settings.MFA_REQUIRED = False
    call_command("begin", **ADMINISTRATOR)
    client = Client()
    client.force_login(User.objects.get(email="ada@council.example"))
    return client


def test_the_first_administrator_can_sign_in_and_law_is_there(administrator):
    assert administrator.get("/accounts").status_code == 200
    assert Edition.objects.filter(label__contains="2023").exists()


def test_a_second_beginning_is_refused(administrator):
    with pytest.raises(CommandError, match="an administrator already"):
        call_command("begin", email="eve@council.example", name="Eve Other")
    assert not User.objects.filter(email="eve@council.example").exists()


def test_a_weak_first_password_is_refused_and_nothing_is_made(monkeypatch):
    monkeypatch.setenv("SIGHTLINE_FIRST_PASSWORD", "short")
    with pytest.raises(CommandError, match="12"):
        call_command("begin", **ADMINISTRATOR)
    assert not User.objects.filter(email="ada@council.example").exists()


def test_an_administrator_adds_a_partnership_and_invites_who_runs_it(administrator, django_capture_on_commit_callbacks):
    answer = administrator.post("/accounts/partnerships/new", FORM)
    assert answer["Location"] == "/p/marsh/people-who-sign-in"
    invited = {"name": "Hanna Reed", "email": "hanna@marsh.example", "role": "business_manager"}
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post("/p/marsh/people-who-sign-in/invite", invited)
    assert mail.outbox[0].to == ["hanna@marsh.example"]
    assert "Nobody yet" in administrator.get("/accounts/partnerships").content.decode()
    assert administrator.get("/p/marsh/").status_code == 403


def test_two_partnerships_cannot_share_an_address_and_nothing_typed_is_lost(administrator):
    administrator.post("/accounts/partnerships/new", FORM)
    text = administrator.post("/accounts/partnerships/new", FORM | {"name": "Another Marsh"}).content.decode()
    assert "Choose another word" in text and "Another Marsh" in text
    assert Partnership.objects.filter(slug="marsh").count() == 1
