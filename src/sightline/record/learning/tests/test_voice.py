"""Voice through its commands: groups and numbers, guarded words, what changed, and being told."""

from datetime import date

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.kernel.verdict import Refused
from sightline.partnership.plan.commands import set_priority
from sightline.record.actions.commands import raise_action
from sightline.record.learning import commands, queries
from sightline.record.learning.domain.voice import Group, Method
from sightline.record.learning.models import VoiceActivity
from tests.world import World

ASKED, LATER = date(2024, 5, 13), date(2025, 2, 3)


def make_activity(world: World, how_many: int | None = 40, **parts) -> VoiceActivity:
    return commands.record_voice(
        partnership=parts.pop("partnership", world.own),
        title=parts.pop("title", "Survey in youth clubs"),
        group=Group.YOUNG_PEOPLE,
        method=Method.SURVEY,
        how_many=how_many,
        held_on=ASKED,
        by=None,
        **parts,
    )


def test_words_of_fewer_than_five_are_not_kept_and_the_refusal_says_why(world: World) -> None:
    activity = make_activity(world, how_many=4)
    with pytest.raises(Refused, match="Their words could tell who said them"):
        commands.record_statement(activity=activity, text="Ask us sooner.", by=None)
    commands.record_change(activity=activity, text="They are asked each term.", on=LATER, by=None)


def test_a_number_corrected_below_five_asks_for_the_words_to_go_first(world: World) -> None:
    activity = make_activity(world)
    statement = commands.record_statement(activity=activity, text="Ask us sooner.", by=None)
    with pytest.raises(Refused, match="Remove what is written as said first") as refusal:
        commands.correct_voice(activity=activity, how_many=3, by=None)
    assert refusal.value.field == "how_many"
    activity.refresh_from_db()
    commands.remove_statement(statement=statement, by=None)
    assert commands.correct_voice(activity=activity, how_many=3, by=None).how_many == 3


def test_words_that_tell_of_a_child_are_refused(world: World) -> None:
    activity = make_activity(world)
    with pytest.raises(Refused, match="tells of a child"):
        commands.record_statement(activity=activity, text="A girl born on 3 May 2011 said so.", by=None)


def test_a_change_names_promises_of_the_same_partnership(world: World) -> None:
    activity = make_activity(world)
    stranger = raise_action(partnership=world.other, what="Something else", by=None)
    with pytest.raises(Refused, match="another partnership"):
        commands.record_change(activity=activity, text="Changed.", on=LATER, action=stranger, by=None)
    with pytest.raises(Refused, match="They were asked on 13 May 2024"):
        commands.record_change(activity=activity, text="Changed.", on=date(2024, 5, 1), by=None)


def test_a_priority_that_nobody_was_asked_about_is_a_fact(world: World) -> None:
    safe, early = (
        set_priority(partnership=world.own, title=title, by=None) for title in ("Safe streets", "Early help")
    )
    make_activity(world, priorities=[safe])
    assert [one.name for one in queries.priorities_without_voice(world.own, LATER)] == [early.title]


def test_telling_people_what_came_of_it_is_due_until_it_is_done(world: World) -> None:
    activity = make_activity(world, feedback_due_on=date(2024, 9, 2))
    assert [due.due_on for due in queries.due_things([world.own.pk], LATER)] == [date(2024, 9, 2)]
    commands.feed_back(activity=activity, on=date(2024, 8, 1), how="A letter to each club", by=None)
    assert list(queries.due_things([world.own.pk], LATER)) == []


def test_what_something_came_of_stays_and_what_was_entered_by_mistake_goes(world: World) -> None:
    activity = make_activity(world)
    change = commands.record_change(activity=activity, text="Clubs open later.", on=LATER, by=None)
    with pytest.raises(Refused, match="it stays"):
        commands.remove_voice(activity=activity, by=None)
    commands.remove_change(change=change, by=None)
    commands.remove_voice(activity=activity, by=None)
    assert not VoiceActivity.objects.exists()


def test_the_register_takes_no_more_queries_for_more_activities(
    world: World, sign_in, django_assert_max_num_queries
) -> None:
    for number in range(15):
        activity = make_activity(world, title=f"Survey {number}")
        commands.record_change(activity=activity, text="Changed.", on=LATER, by=None)
    client = sign_in(Role.MEMBER)
    with django_assert_max_num_queries(16):
        page = client.get("/p/ashvale/learning/voice/").content.decode()
    assert "Survey 14" in page
