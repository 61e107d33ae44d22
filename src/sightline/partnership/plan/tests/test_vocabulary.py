from datetime import date, timedelta

import pytest

from sightline.foundation.accounts.commands import establish_partnership
from sightline.foundation.accounts.domain import Tier
from sightline.kernel.verdict import Refused
from sightline.partnership.plan import commands, queries
from sightline.partnership.plan.models import PriorityTheme, Theme, ThemeWord
from sightline.partnership.plan.readers import theme_lines
from tests.world import World

from .makers import make_priority, make_theme


def test_the_vocabulary_is_loaded_once_however_often_it_is_asked(world: World) -> None:
    commands.load_vocabulary(by=None)
    counts = Theme.objects.count(), ThemeWord.objects.count()
    commands.load_vocabulary(by=None)
    assert (Theme.objects.count(), ThemeWord.objects.count()) == counts
    assert counts[0] == len(list(theme_lines()))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Protecting children from neglect", {"neglect"}),
        ("Keep young people safe from criminal exploitation and county lines", {"child-criminal-exploitation"}),
        ("Child mental health, above all self-harm", {"mental-health"}),
        ("Knife crime and serious youth violence", {"serious-youth-violence"}),
        ("Children going missing from care", {"missing-children"}),
        ("Bridging the gap: transitional safeguarding", {"transitional-safeguarding"}),
        ("Reduce FGM and forced marriage", {"harmful-practices"}),
        ("Information sharing and professional curiosity", {"information-sharing", "professional-curiosity"}),
    ],
)
def test_words_of_the_field_are_known(world: World, text: str, codes: set[str]) -> None:
    commands.load_vocabulary(by=None)
    links = make_priority(world.own, text).themes.select_related("theme")
    assert {link.theme.code for link in links} == codes
    assert not any(link.is_confirmed for link in links) and all(link.because for link in links)


def test_a_person_confirms_or_removes_what_was_proposed(world: World) -> None:
    make_theme("River safety", "rivers")
    priority = make_priority(world.own, "Safe by rivers")
    link = priority.themes.get()
    commands.map_to_theme(priority=priority, theme=link.theme, by=None)
    assert priority.themes.get().is_confirmed
    commands.map_to_theme(priority=priority, theme=link.theme, is_confirmed=False, by=None)
    assert priority.themes.get().is_confirmed  # a person's word outlasts a proposal
    commands.unmap_theme(link=priority.themes.get(), by=None)
    assert not priority.themes.exists()


def test_a_region_rewords_a_theme_from_a_day_and_others_keep_it(world: World) -> None:
    theme, day = make_theme("River safety", "rivers"), date(2025, 4, 1)
    newer = commands.replace_theme(theme=theme, region=world.region, label="Water safety", on=day, by=None)
    alone = establish_partnership(slug="fenny", name="Fenny", short_name="Fenny", tier=Tier.BOROUGH, by=None)
    assert list(queries.themes_for(world.own, day)) == [newer]
    assert list(queries.themes_for(world.own, day - timedelta(days=1))) == [theme]
    assert list(queries.themes_for(alone, day)) == [theme]
    theme.refresh_from_db()
    assert theme.ended_on is None and set(newer.words.values_list("words", flat=True)) == {"rivers"}


def test_a_regions_own_theme_is_replaced_and_the_older_record_keeps_it(world: World) -> None:
    own = make_theme("Bridges", region=world.region, started_on=date(2020, 4, 1))
    priority = make_priority(world.own, "Safe bridges", themes=[own], proposes=False)
    newer = commands.replace_theme(theme=own, region=world.region, label="Crossings", on=date(2025, 4, 1), by=None)
    own.refresh_from_db()
    assert (own.ended_on, own.replaced_by) == (date(2025, 4, 1), newer)
    assert PriorityTheme.objects.get(priority=priority).theme == own
    wordings = queries.current_wordings(queries.whole_vocabulary(world.region.pk), date(2025, 4, 1))
    assert wordings[own.pk] == newer
    assert queries.earlier_wordings(newer) == [own]
    with pytest.raises(Refused, match="ended already"):
        commands.end_theme(theme=own, on=date(2026, 4, 1), by=None)


def test_words_that_a_region_adds_are_read_only_there(world: World) -> None:
    theme = make_theme("River safety")
    commands.add_words(theme=theme, words=["weirs", "Weirs", " "], region=world.region, by=None)
    alone = establish_partnership(slug="fenny", name="Fenny", short_name="Fenny", tier=Tier.BOROUGH, by=None)
    assert make_priority(world.own, "Safe at weirs").themes.exists()
    assert not make_priority(alone, "Safe at weirs").themes.exists()
    assert theme.words.count() == 1


def test_another_regions_theme_is_refused(world: World) -> None:
    far = establish_partnership(slug="farland", name="Farland", short_name="Far", tier=Tier.REGIONAL, by=None)
    theme = make_theme("Hills", region=far)
    with pytest.raises(Refused, match="another region"):
        commands.map_to_theme(priority=make_priority(world.own), theme=theme, by=None)
