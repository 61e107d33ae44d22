"""One search finds records and says where they are, and shows nobody what is not theirs."""

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.record.actions.commands import raise_action
from sightline.record.recommendations.commands import record_recommendation

pytestmark = pytest.mark.django_db


def page(client, words: str, **more: str) -> str:
    return client.get("/search", {"q": words, **more}).content.decode()


def test_words_are_found_in_records_with_the_words_marked(world, sign_in):
    raise_action(partnership=world.own, what="Publish the thresholds leaflet in five languages", by=None)
    text = page(sign_in(Role.MEMBER), "leaflet")
    assert "<mark>leaflet</mark>" in text and "1 to 1 of 1" in text


def test_another_partnerships_words_are_not_found(world, sign_in):
    raise_action(partnership=world.other, what="Publish the thresholds leaflet", by=None)
    assert "Nothing that you may read holds" in page(sign_in(Role.BUSINESS_MANAGER), "leaflet")


def test_results_are_narrowed_by_kind(world, sign_in):
    raise_action(partnership=world.own, what="Print the leaflet", by=None)
    record_recommendation(partnership=world.own, text="Review the leaflet.", source_title="Audit", by=None)
    client = sign_in(Role.CHAIR)
    assert "1 to 2 of 2" in page(client, "leaflet")
    assert "1 to 1 of 1" in page(client, "leaflet", kind="actions.action")


@pytest.mark.parametrize("words", ['"', "leaflet OR *", "'; DROP", "NEAR(", "-", "ü" * 300])
def test_hostile_words_are_only_words(world, sign_in, words):
    assert sign_in(Role.MEMBER).get("/search", {"q": words, "start": "x"}).status_code == 200


def test_an_empty_search_says_what_to_type(world, sign_in):
    assert "Type words, a name or a phrase" in page(sign_in(Role.MEMBER), "")
