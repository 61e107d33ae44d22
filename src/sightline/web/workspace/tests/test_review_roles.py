from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.accounts.commands import end_role
from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import Grant, User
from sightline.partnership.directory.models import Holding, Organisation, Person, Post
from sightline.web.workspace.queries.accounts import roles_to_review


def _reviewed(world) -> dict[str, str]:
    return {one.grant.user.name: one.why for one in roles_to_review(world.own, world.today)}


@pytest.fixture
def all_seen_lately(world):
    User.objects.update(last_login=timezone.now())


def _posts(world, *ends: object) -> None:
    person = Person.objects.create(partnership=world.own, name="Milo Fenwick", account=world.people[Role.MEMBER])
    trust = Organisation.objects.create(partnership=world.own, name="Ashvale Trust")
    for number, ended_on in enumerate(ends):
        post = Post.objects.create(partnership=world.own, organisation=trust, title=f"Nurse {number}")
        Holding.objects.create(
            person=person, post=post, started_on=world.today - timedelta(days=400), ended_on=ended_on
        )


def test_a_role_never_used_is_to_be_reviewed(world):
    assert _reviewed(world)["Milo Fenwick"] == "Has never signed in since 1 April 2020"


def test_a_role_in_use_is_not(world, all_seen_lately):
    assert _reviewed(world) == {}


def test_a_role_that_outlives_every_post_is_to_be_reviewed(world, all_seen_lately):
    left = world.today - timedelta(days=10)
    _posts(world, left - timedelta(days=50), left)
    assert _reviewed(world) == {"Milo Fenwick": f"Left the last post known here on {left:%-d %B %Y}"}


def test_someone_with_one_post_left_keeps_the_role_unquestioned(world, all_seen_lately):
    _posts(world, world.today - timedelta(days=10), None)
    assert _reviewed(world) == {}


def test_a_role_that_has_ended_is_not_reviewed_again(world):
    grant = Grant.objects.get(user=world.people[Role.MEMBER])
    end_role(grant=grant, on=world.today, reason="Left", by=world.manager)
    assert "Milo Fenwick" not in _reviewed(world)


def test_the_page_leads_to_ending_the_role(world, sign_in):
    page = sign_in(Role.BUSINESS_MANAGER).get(reverse("workspace:review_roles", args=[world.own.slug]))
    grant = Grant.objects.get(user=world.people[Role.MEMBER])
    assert reverse("accounts:end_role", args=[world.own.slug, grant.pk]) in page.content.decode()
