from datetime import timedelta

from django.urls import reverse

from sightline.foundation.accounts.commands import choose_sharing, give_role
from sightline.foundation.accounts.domain import Role, Topic
from sightline.foundation.accounts.models import Grant


def _page(client, world, query: str = "") -> str:
    return client.get(reverse("accounts:changes", args=[world.own.slug]) + query).content.decode()


def _change(world) -> None:
    choose_sharing(partnership=world.own, topic=Topic.BOARDS, is_shared=True, by=world.manager)


def test_a_change_is_told_with_who_and_what(world, sign_in):
    _change(world)
    page = _page(sign_in(Role.SCRUTINEER), world)
    assert "<strong>Brenda Marsh</strong> added what is shared" in page
    assert "Boards, seats and who fills them" in page


def test_changes_of_another_partnership_do_not_show(world, sign_in):
    choose_sharing(partnership=world.other, topic=Topic.BOARDS, is_shared=True, by=world.neighbour)
    assert "Nadia Birch" not in _page(sign_in(Role.BUSINESS_MANAGER), world)


def test_changes_are_found_by_who_by_what_and_by_when(world, sign_in):
    _change(world)
    client = sign_in(Role.BUSINESS_MANAGER)
    tomorrow = world.today + timedelta(days=1)
    assert "added what is shared" in _page(
        client, world, f"?who=brenda&what=accounts_sharing&first={world.today}&last={world.today}"
    )
    assert "No change matches" in _page(client, world, "?who=ottoline")
    assert "No change matches" in _page(client, world, f"?first={tomorrow}")


def test_an_administrator_sees_that_something_changed_and_not_what_it_says(world, sign_in):
    _change(world)
    page = _page(sign_in(Role.ADMINISTRATOR), world)
    assert "added what is shared" in page
    assert "Boards, seats and who fills them" not in page


def test_the_history_of_a_record_is_its_own(world, sign_in):
    grant = give_role(
        user=world.people[Role.ANALYST], role=Role.CHAIR, partnership=world.own, starts_on=world.today, by=world.manager
    )
    Grant.objects.filter(pk=grant.pk).update(reason="as agreed in May")
    address = reverse("accounts:history", args=[world.own.slug, "accounts_grant", grant.pk])
    page = sign_in(Role.CHAIR).get(address).content.decode()
    assert "as agreed in May" in page
    assert "Anselm Dray" in page
    assert "Someone outside Sightline" in page


def test_pages_of_changes_cost_the_same_however_much_there_is(world, sign_in, django_assert_max_num_queries):
    client = sign_in(Role.BUSINESS_MANAGER)
    for topic in Topic:
        choose_sharing(partnership=world.own, topic=topic, is_shared=True, by=world.manager)
    with django_assert_max_num_queries(12):
        _page(client, world)
