"""Whatever is posted to a page, it answers: nothing breaks, what is refused leaves no trace, and no character that a
database cannot hold is kept.
"""

import re

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed, Role
from sightline.foundation.trail.models import Entry
from tests.access.objects import MAKERS
from tests.access.routes import Listed, listed_routes, real_routes
from tests.world import World

pytestmark = pytest.mark.slow

ROUTES = real_routes()
ROOMS = ("actions", "challenges", "evidence", "imports", "law", "learning", "meetings", "plan", "progress")
ROOMS += ("recommendations", "reminders", "reviews", "gaps", "intake")
TRIED = [line for line in listed_routes() if line.name in ROUTES and line.name.split(":")[0] in ROOMS]
NAMES = re.compile(r'<(?:input|textarea|select|button)\b[^>]*?\bname="([^"]+)"')
COMMON = (
    "on",
    "text",
    "note",
    "reason",
    "because",
    "what",
    "action",
    "organisation",
    "board",
    "theme",
    "code",
    "state",
)
COMMON += ("answer", "deed", "finding", "person", "link", "kind", "value", "ids", "next", "days", "title", "back")
GARBAGE = {
    "nothing": None,
    "a number too great": "9" * 400,
    "neither a date nor a choice": "31/02/20xx'\"<b>",
    "a null character": "7\x00",
}


def _role(line: Listed) -> Role:
    if line.opens.endswith(" everywhere"):
        return Role.ADMINISTRATOR
    return Role.REGIONAL_OVERSEER if line.deed in (Deed.OVERSEE, Deed.KEEP_REGIONAL) else Role.BUSINESS_MANAGER


def _address(line: Listed, world: World, role: Role) -> str:
    where = world.region if role is Role.REGIONAL_OVERSEER else world.own
    parts = {} if line.maker == "-" else MAKERS[line.maker](world, where)
    return reverse(line.name, kwargs=parts | ({"partnership": where.slug} if _is_inside(line) else {}))


def _is_inside(line: Listed) -> bool:
    return ROUTES[line.name].is_of_a_partnership


def _names(client: Client, address: str) -> set[str]:
    answer = client.get(address)
    html = "" if answer.streaming or answer.status_code != 200 else answer.content.decode("utf-8", "replace")
    return (set(NAMES.findall(html)) | set(COMMON)) - {"csrfmiddlewaretoken"}


def _is_refused(answer: HttpResponse) -> bool:
    return answer.status_code >= 400 or (not answer.streaming and b"govuk-error-summary__list" in answer.content)


@pytest.mark.parametrize("line", TRIED, ids=lambda line: line.name)
def test_a_page_answers_whatever_is_posted_to_it(line: Listed, world: World, sign_in):
    role = _role(line)
    client = sign_in(role)
    address = _address(line, world, role)
    names = _names(client, address)
    for value in GARBAGE.values():
        before = Entry.objects.count()
        with transaction.atomic():
            answer = client.post(address, {} if value is None else dict.fromkeys(names, value))
            kept = Entry.objects.order_by("pk").values_list("after", flat=True)[before:]
            wrote = Entry.objects.count() - before
            held = [after for after in kept if after and ("\\u0000" in after or "\x00" in after)]
            transaction.set_rollback(True)
        assert answer.status_code < 500
        assert held == []
        assert not (_is_refused(answer) and wrote), "it was refused, and yet something was kept"
