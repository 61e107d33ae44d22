"""The record as at a past date: every page opens, also where what it is about had not begun, and none takes a change."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import transaction

from sightline.foundation.trail.models import Entry
from tests.access.routes import Listed, listed_routes, real_routes
from tests.access.test_garbage import _address, _role
from tests.world import STARTED, World

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
ROUTES = real_routes()
OF_THE_RECORD = [
    line
    for line in listed_routes()
    if line.name in ROUTES
    and ROUTES[line.name].is_ours
    and (ROUTES[line.name].is_of_a_partnership or ROUTES[line.name].pattern.startswith("region/"))
]


def _opened(world: World, sign_in, line: Listed, on: str) -> Iterator[str]:
    with transaction.atomic():
        role = _role(line)
        client, address = sign_in(role), f"{_address(line, world, role)}?as-at={on}"
        answer = client.get(address)
        if answer.status_code not in (200, 302, 404, 405):
            yield f"{address} answers {answer.status_code}"
        before = Entry.objects.count()
        if client.post(address, {"text": "Words"}).status_code not in (403, 404, 405):
            yield f"{address} takes a change of the past"
        if Entry.objects.count() != before:
            yield f"{address} wrote"
        transaction.set_rollback(True)


def test_pages_open_as_at_a_day_before_anything_began_and_take_no_change(world: World, sign_in) -> None:
    day = (STARTED - timedelta(days=400)).isoformat()
    faults = [fault for line in OF_THE_RECORD for fault in _opened(world, sign_in, line, day)]
    assert len(OF_THE_RECORD) > 300
    assert faults == []
