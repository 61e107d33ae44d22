from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from sightline.foundation.accounts.commands import end_role
from sightline.foundation.accounts.domain import Role, Topic
from sightline.foundation.accounts.models import Grant, Invitation
from sightline.foundation.accounts.queries import topics_shared_by
from sightline.kernel.verdict import Refused
from tests.world import PASSWORD


def _text(answer) -> str:
    return answer.content.decode()


def test_a_business_manager_sees_who_signs_in_and_who_never_did(world, sign_in):
    page = _text(sign_in(Role.BUSINESS_MANAGER).get(reverse("accounts:people", args=[world.own.slug]) + "?seen=Never"))
    assert "Milo Fenwick" in page
    assert "Brenda Marsh" not in page.split("<main")[1]


def test_the_people_of_another_partnership_are_not_in_the_list(world, sign_in):
    page = _text(sign_in(Role.BUSINESS_MANAGER).get(reverse("accounts:people", args=[world.own.slug])))
    assert "Nadia Birch" not in page


def test_a_business_manager_invites_someone_for_a_time(world, sign_in):
    client = sign_in(Role.BUSINESS_MANAGER)
    last = world.today + timedelta(days=30)
    answers = {"name": "Ivo Lane", "email": "ivo.lane@sightline.example", "role": "member"}
    answers |= {"ends_on_day": last.day, "ends_on_month": last.month, "ends_on_year": last.year}
    answer = client.post(reverse("accounts:invite", args=[world.own.slug]), answers, follow=True)
    assert "Ivo Lane has been sent an invitation" in _text(answer)
    assert Invitation.objects.get().ends_on == last + timedelta(days=1)


def test_the_roles_of_administrator_and_overseer_cannot_be_given_in_a_borough(world, sign_in):
    page = _text(sign_in(Role.BUSINESS_MANAGER).get(reverse("accounts:invite", args=[world.own.slug])))
    assert 'value="member"' in page
    assert 'value="administrator"' not in page
    assert 'value="regional_overseer"' not in page


def test_ending_a_role_keeps_the_row_and_shuts_the_door_the_day_after(world, sign_in):
    grant = Grant.objects.get(user=world.people[Role.MEMBER])
    yesterday = world.today - timedelta(days=1)
    answers = {"last_day_day": yesterday.day, "last_day_month": yesterday.month, "last_day_year": yesterday.year}
    address = reverse("accounts:end_role", args=[world.own.slug, grant.pk])
    sign_in(Role.BUSINESS_MANAGER).post(address, answers | {"reason": "Left the trust"})
    grant.refresh_from_db()
    assert (grant.ends_on, grant.reason) == (world.today, "Left the trust")
    assert sign_in(Role.MEMBER).get(reverse("workspace:partnership", args=[world.own.slug])).status_code == 404


def test_nobody_ends_their_own_role(world, sign_in):
    grant = Grant.objects.get(user=world.manager)
    answer = sign_in(Role.BUSINESS_MANAGER).get(reverse("accounts:end_role", args=[world.own.slug, grant.pk]))
    assert answer.status_code == 403


def test_a_role_is_not_ended_twice(world):
    grant = Grant.objects.get(user=world.people[Role.MEMBER])
    end_role(grant=grant, on=world.today, reason="Left", by=world.manager)
    with pytest.raises(Refused, match="already ended"):
        end_role(grant=grant, on=world.today, reason="Left", by=world.manager)


def test_what_is_shared_with_the_region_is_chosen_topic_by_topic(world, sign_in):
    address = reverse("accounts:sharing", args=[world.own.slug])
    sign_in(Role.BUSINESS_MANAGER).post(address, {"topics": ["boards", "attendance"]})
    assert topics_shared_by(world.own) == {Topic.BOARDS, Topic.ATTENDANCE}
    sign_in(Role.BUSINESS_MANAGER).post(address, {"topics": ["boards"]})
    assert world.viewer(Role.REGIONAL_OVERSEER).shares(Topic.BOARDS) == {world.own.pk}
    assert world.viewer(Role.REGIONAL_OVERSEER).shares(Topic.ATTENDANCE) == frozenset()


def test_an_administrator_closes_an_account_and_the_person_is_out_at_once(world, sign_in):
    signed_in = sign_in(Role.MEMBER)
    sign_in(Role.ADMINISTRATOR).post(reverse("accounts:close", args=[world.people[Role.MEMBER].pk]))
    assert signed_in.get("/account").status_code == 302
    again = Client().post(reverse("account_login"), {"login": world.people[Role.MEMBER].email, "password": PASSWORD})
    assert again["Location"] == reverse("account_inactive")
    sign_in(Role.ADMINISTRATOR).post(reverse("accounts:reopen", args=[world.people[Role.MEMBER].pk]))
    assert sign_in(Role.MEMBER).get("/account").status_code == 200


def test_an_administrator_finds_accounts_without_a_role(world, sign_in):
    grant = Grant.objects.get(user=world.people[Role.ANALYST])
    end_role(grant=grant, on=world.today, reason="Project over", by=world.manager)
    page = _text(sign_in(Role.ADMINISTRATOR).get(reverse("accounts:all") + "?has_role=No"))
    assert "Anselm Dray" in page
    assert "Milo Fenwick" not in page


def test_the_list_of_people_costs_the_same_however_long_it_is(world, sign_in, django_assert_max_num_queries):
    client = sign_in(Role.BUSINESS_MANAGER)
    with django_assert_max_num_queries(9):
        client.get(reverse("accounts:people", args=[world.own.slug]))


def test_everyone_may_read_what_each_role_may_do(client, db):
    page = _text(client.get(reverse("accounts:roles")))
    assert "Independent scrutineer" in page
    assert "approve and publish minutes" in page


def test_ones_own_account_shows_ones_roles(world, sign_in):
    page = _text(sign_in(Role.SCRUTINEER).get(reverse("accounts:own")))
    assert "Independent scrutineer" in page
    assert "Not set up" in page
