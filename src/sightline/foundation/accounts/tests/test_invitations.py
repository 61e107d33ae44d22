import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from sightline.foundation.accounts.commands import accept_invitation, invite, send_again, withdraw_invitation
from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import Grant, Invitation, User
from sightline.kernel.verdict import Refused

NOW = timezone.now()
EMAIL = "ivo.lane@sightline.example"
PASSWORD = "seven herons over water"


@pytest.fixture
def invitation(world, django_capture_on_commit_callbacks) -> Invitation:
    with django_capture_on_commit_callbacks(execute=True):
        return invite(email=EMAIL, name="Ivo Lane", role=Role.MEMBER, partnership=world.own, by=world.manager, at=NOW)


def _link() -> str:
    return re.search(r"http://\S+(/invitation/\S+)", mail.outbox[-1].body)[1]


def test_an_invitation_goes_out_by_e_mail_and_opens_an_account_with_the_role(invitation, world):
    page = Client().get(_link())
    assert "Your invitation to Sightline" in page.content.decode()
    Client().post(_link(), {"password": PASSWORD, "again": PASSWORD})
    grant = Grant.objects.get(user__email=EMAIL)
    assert (grant.partnership, grant.role, grant.granted_by) == (world.own, Role.MEMBER, world.manager)
    assert grant.user.check_password(PASSWORD)


def test_the_secret_of_the_link_is_not_kept(invitation):
    secret = _link().rsplit("/", 1)[1]
    assert secret not in str(Invitation.objects.values())


def test_a_link_works_once(invitation):
    accept_invitation(invitation=invitation, password=PASSWORD, at=NOW)
    assert Client().get(_link()).status_code == 410


@pytest.mark.parametrize(
    ("password", "said"), [("short", "too short"), ("password1234", "too common"), (EMAIL, "too similar")]
)
def test_a_weak_password_is_refused_with_the_reason(invitation, password, said):
    answer = Client().post(_link(), {"password": password, "again": password})
    assert said in answer.content.decode()
    assert not User.objects.filter(email=EMAIL).exists()


def test_an_invitation_runs_out_after_fourteen_days(invitation):
    with pytest.raises(Refused, match="run out"):
        accept_invitation(invitation=invitation, password=PASSWORD, at=NOW + timedelta(days=14))


def test_a_withdrawn_invitation_opens_nothing(invitation, world):
    withdraw_invitation(invitation=invitation, by=world.manager, at=NOW)
    with pytest.raises(Refused, match="withdrawn"):
        accept_invitation(invitation=invitation, password=PASSWORD, at=NOW)


def test_sending_again_makes_a_new_link_and_ends_the_old_one(invitation, world, django_capture_on_commit_callbacks):
    old = _link()
    with django_capture_on_commit_callbacks(execute=True):
        send_again(invitation=invitation, by=world.manager, at=NOW)
    assert Client().get(old).status_code == 410
    assert Client().get(_link()).status_code == 200


def test_nobody_is_invited_twice(invitation, world):
    with pytest.raises(Refused, match="invitation already"):
        invite(email=EMAIL.upper(), name="Ivo", role=Role.CHAIR, partnership=world.own, by=world.manager, at=NOW)


def test_someone_who_signs_in_already_gets_the_role_at_once_and_is_told(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        invite(
            email=world.neighbour.email, name="", role=Role.SCRUTINEER, partnership=world.own, by=world.manager, at=NOW
        )
    assert Grant.objects.filter(user=world.neighbour, partnership=world.own, role=Role.SCRUTINEER).exists()
    assert mail.outbox[-1].to == [world.neighbour.email]


def test_an_invitation_that_is_rolled_back_sends_nothing(world):
    with pytest.raises(Refused):
        invite(email="not an address", name="Ivo", role=Role.MEMBER, partnership=world.own, by=world.manager, at=NOW)
    assert mail.outbox == []
