import csv
from datetime import date
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse

from sightline.foundation.accounts.commands import choose_sharing, establish_partnership
from sightline.foundation.accounts.domain import Role, Topic
from sightline.partnership.plan import commands, queries
from sightline.partnership.plan.models import Theme
from tests.world import World

from .makers import make_priority, make_theme


def share(partnership, topic: Topic = Topic.PRIORITIES) -> None:
    choose_sharing(partnership=partnership, topic=topic, is_shared=True, by=None)


def exported(client: Client, name: str, **asked: str) -> dict[str, dict[str, str]]:
    answer = client.get(reverse(f"plan:{name}"), asked | {"export": "csv"})
    rows = csv.DictReader(StringIO(answer.content.decode("utf-8-sig")))
    return {row["Theme"]: row for row in rows}


def test_partnerships_stand_side_by_side_by_theme_and_each_blank_says_which_it_is(world: World, sign_in) -> None:
    rivers, bridges = make_theme("Rivers"), make_theme("Bridges")
    quiet = establish_partnership(
        slug="fenny", name="Fenny Partnership", short_name="Fenny", overseen_by=world.region, by=None
    )
    make_priority(world.own, "Safe by the water", themes=[rivers])
    make_priority(world.other, "Hidden words", themes=[bridges])
    for one in (world.own, quiet):
        share(one)
    client = sign_in(Role.REGIONAL_OVERSEER)
    rows = exported(client, "region_themes")
    assert rows["Rivers"]["Ashvale"] == "Safe by the water" and rows["Bridges"]["Ashvale"] == "Not a priority"
    assert rows["Rivers"]["Brackenmoor"] == "Not shared with the region"
    assert rows["Rivers"]["Fenny"].startswith("Not known")
    page = client.get(reverse("plan:region_themes")).content.decode()
    assert "no priorities are recorded: Fenny." in page and "Not shared with the region: Brackenmoor." in page
    assert "Hidden words" not in page and "2 of 3 partnerships share their priorities; 1 have" in page


def test_a_cell_leads_to_the_partnerships_own_words(world: World, sign_in) -> None:
    make_priority(world.own, "Safe by the water", themes=[make_theme("Rivers")], outcome="Children swim")
    make_priority(world.own, "Safe on bridges", themes=[make_theme("Bridges")])
    client, where = sign_in(Role.REGIONAL_OVERSEER), reverse("plan:region_partnership", args=[world.own.slug])
    assert "does not share its priorities" in client.get(where).content.decode()
    share(world.own)
    page = client.get(where, {"theme": "rivers"}).content.decode()
    assert "Safe by the water" in page and "Children swim" in page and "Safe on bridges" not in page


def test_what_came_and_went_counts_only_partnerships_known_in_both_years(world: World, sign_in) -> None:
    rivers, bridges = make_theme("Rivers"), make_theme("Bridges")
    make_priority(world.own, "Water", themes=[rivers], started_on=date(2024, 4, 1), ended_on=date(2025, 4, 1))
    make_priority(world.own, "Spans", themes=[bridges], started_on=date(2025, 4, 1))
    make_priority(world.other, "New here", themes=[rivers], started_on=date(2025, 4, 1))
    for one in (world.own, world.other):
        share(one)
    rows = exported(sign_in(Role.REGIONAL_OVERSEER), "region_changes", year="2025")
    assert (rows["Rivers"]["Went from"], rows["Rivers"]["Came in"]) == ("Ashvale", "None")
    assert (rows["Bridges"]["Came in"], rows["Bridges"]["2024-25"]) == ("Ashvale", "0")


def test_two_wordings_of_a_theme_meet_in_one_row(world: World, sign_in) -> None:
    rivers = make_theme("Rivers")
    make_priority(world.own, "Water", themes=[rivers])
    share(world.own)
    commands.replace_theme(theme=rivers, region=world.region, label="Waterways", on=date(2025, 4, 1), by=None)
    rows = exported(sign_in(Role.REGIONAL_OVERSEER), "region_themes")
    assert rows["Waterways"]["Ashvale"] == "Water" and "Rivers" not in rows


def test_the_matrix_asks_no_more_for_more_partnerships(world: World, sign_in, django_assert_max_num_queries) -> None:
    themes = [make_theme(f"Theme {n}") for n in range(6)]
    for number in range(8):
        one = establish_partnership(
            slug=f"fen-{number}", name=f"Fen {number}", short_name=f"F{number}", overseen_by=world.region, by=None
        )
        share(one)
        for theme in themes:
            make_priority(one, f"On {theme}", themes=[theme], proposes=False)
    client = sign_in(Role.REGIONAL_OVERSEER)
    for name, most in (("region_themes", 14), ("region_changes", 18), ("vocabulary", 16)):
        with django_assert_max_num_queries(most):
            assert client.get(reverse(f"plan:{name}")).status_code == 200


@pytest.mark.parametrize("name", ["region_themes", "region_changes", "vocabulary"])
def test_empty_regional_pages_say_so(world: World, sign_in, name: str) -> None:
    page = sign_in(Role.REGIONAL_OVERSEER).get(reverse(f"plan:{name}")).content.decode()
    assert "sl-empty" in page and page.count("<h1") == 1


def test_a_region_adds_rewords_and_ends_a_theme_on_its_pages(world: World, sign_in) -> None:
    client = sign_in(Role.REGIONAL_OVERSEER)
    client.post(reverse("plan:add_region_theme"), {"label": "Harbours", "definition": "Quays", "words": "quay\ndock"})
    theme = Theme.objects.get(label="Harbours")
    assert theme.region == world.region and theme.words.count() == 2
    client.post(reverse("plan:add_words", args=[theme.pk]), {"words": "pier"})
    page = client.get(reverse("plan:theme", args=[theme.pk])).content.decode()
    assert "pier" in page and page.count("<h1") == 1
    later = {"on_day": "1", "on_month": "4", "on_year": str(world.today.year + 1)}
    answer = client.post(reverse("plan:replace_theme", args=[theme.pk]), {"label": "Ports", "definition": ""} | later)
    newer = Theme.objects.get(label="Ports")
    assert answer.status_code == 302 and queries.earlier_wordings(newer) == [theme]
    again = client.post(reverse("plan:end_theme", args=[theme.pk]), later).content.decode()
    assert "ended already" in again


def test_a_theme_that_comes_with_sightline_is_not_ended_by_a_region(world: World, sign_in) -> None:
    theme = make_theme("Rivers", "river")
    client = sign_in(Role.REGIONAL_OVERSEER)
    assert client.get(reverse("plan:end_theme", args=[theme.pk])).status_code == 404
    assert client.post(reverse("plan:drop_word", args=[theme.pk, theme.words.get().pk])).status_code == 404
