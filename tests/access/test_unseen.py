"""What a serious incident and an unpublished review say stands on no page of those who may not read it: every page is opened."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from tests.access.unseen import SECRET, UNPUBLISHED, make_hidden, open_pages, pages_of, seen
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def hidden(world: World) -> dict[str, Any]:
    return make_hidden(world)


def _pages(world: World, hidden: dict[str, Any]) -> Iterator[str]:
    yield from open_pages(world)
    yield from (f"/search?q={word}" for word in ("QzxSI", "QzxRR", "QzwLR", "Qzxtitle", "Qzxfinding", "Qzxbriefing"))
    yield from pages_of(world, hidden)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ANALYST, Role.REGIONAL_OVERSEER, Role.ADMINISTRATOR])
def test_no_page_tells_what_only_readers_of_incidents_may_see(world: World, sign_in, hidden, role):
    for topic in Topic:
        choose_sharing(partnership=world.own, topic=topic, is_shared=True, by=None)
    client = sign_in(role)
    told = []
    for address in _pages(world, hidden):
        text = seen(client, address)
        # Members read an unpublished review's recommendations, which they answer; a region does not.
        word = UNPUBLISHED if role is Role.REGIONAL_OVERSEER and UNPUBLISHED in text else SECRET
        if word in text:
            at = text.index(word)
            told.append((address, text[max(0, at - 80) : at + 40]))
    assert told == []


def test_the_registers_tell_it_to_those_who_may_know(world: World, sign_in, hidden):
    client = sign_in(Role.BUSINESS_MANAGER)
    pages = [reverse("reviews:incidents", args=[world.own.slug]), reverse("reviews:register", args=[world.own.slug])]
    assert all(SECRET in seen(client, page) for page in pages)
