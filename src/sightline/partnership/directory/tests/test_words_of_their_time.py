"""Bodies and roles are called as they were on the day that is looked at."""

from datetime import date

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory import commands
from sightline.partnership.directory.domain import Sector, Standing, standing_words
from sightline.partnership.directory.domain.roles import role_words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2012, 5, 1), "Board partner (primary care trust)"),
        (date(2014, 5, 1), "Board partner (clinical commissioning group)"),
        (date(2021, 5, 1), "Safeguarding partner (clinical commissioning group)"),
        (date(2026, 5, 1), "Safeguarding partner (integrated care board)"),
    ],
)
def test_the_health_partner_is_named_by_its_kind_of_the_day(day, words) -> None:
    assert standing_words(Standing.SAFEGUARDING_PARTNER, Sector.HEALTH, day) == words


def test_other_standings_keep_their_words() -> None:
    assert standing_words(Standing.RELEVANT_AGENCY, Sector.HEALTH, date(2014, 5, 1)) == "Relevant agency"
    assert standing_words(Standing.SAFEGUARDING_PARTNER, Sector.POLICE, date(2026, 5, 1)) == "Safeguarding partner"


@pytest.mark.parametrize(
    ("code", "day", "words"),
    [
        ("independent_scrutineer", date(2014, 5, 1), "Independent chair"),
        ("independent_scrutineer", date(2026, 5, 1), "Independent scrutineer"),
        ("partnership_chair", date(2020, 5, 1), "Chair of the partnership"),
        ("partnership_chair", date(2026, 5, 1), "Partnership chair"),
        ("lead_safeguarding_partner", date(2020, 5, 1), "Safeguarding partner"),
        ("designated_nurse", date(2014, 5, 1), "Designated nurse"),
        ("lamplighter", date(2014, 5, 1), ""),
    ],
)
def test_a_role_is_called_as_on_the_day(code, day, words) -> None:
    assert role_words(code, day) == words


def test_the_page_of_a_person_reads_in_the_words_of_the_day_looked_at(world, sign_in) -> None:
    council = commands.record_organisation(partnership=world.own, name="Ashvale Council", by=None)
    post = commands.create_post(
        partnership=world.own, organisation=council, title="Voice", role="independent_scrutineer", by=None
    )
    person = commands.record_person(partnership=world.own, name="Sorrel Reed", by=None)
    commands.appoint(person=person, post=post, by=None)
    client, where = sign_in(Role.MEMBER), reverse("directory:person", args=[world.own.slug, person.pk])
    assert "Independent scrutineer" in client.get(where).content.decode()
    then = client.get(where, {"as-at": "2014-05-01"}).content.decode()
    assert "Independent chair" in then and "Independent scrutineer" not in then
    where = reverse("directory:post", args=[world.own.slug, post.pk])
    assert "Independent chair" in client.get(where, {"as-at": "2014-05-01"}).content.decode()


def test_a_standing_that_ended_keeps_the_words_of_its_last_day(world, sign_in) -> None:
    body = commands.record_organisation(partnership=world.own, name="Ashvale Health", sector=Sector.HEALTH, by=None)
    commands.state_standing(
        partnership=world.own,
        organisation=body,
        standing=Standing.SAFEGUARDING_PARTNER,
        ended_on=date(2022, 7, 1),
        by=None,
    )
    shown = sign_in(Role.MEMBER).get(reverse("directory:organisation", args=[world.own.slug, body.pk])).content.decode()
    assert "Safeguarding partner (clinical commissioning group)" in shown
