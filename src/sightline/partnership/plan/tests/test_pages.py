from datetime import date

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.plan import commands
from sightline.partnership.plan.models import Objective, Priority
from sightline.partnership.plan.presenters import frame
from tests.world import World

from .makers import make_objective, make_priority, make_theme


def address(name: str, world: World, **parts) -> str:
    return reverse(f"plan:{name}", kwargs={"partnership": world.own.slug, **parts})


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def test_a_manager_sets_a_priority_and_its_last_day_is_kept_half_open(world: World, sign_in) -> None:
    make_theme("River safety", "rivers")
    data = {"title": "Safe by rivers", "number": "1", "outcome": "Children swim safely"}
    data |= day("started_on", date(2025, 4, 1)) | day("last_on", date(2027, 3, 31))
    answer = sign_in(Role.BUSINESS_MANAGER).post(address("set_priority", world), data, follow=True)
    priority = Priority.objects.get()
    assert priority.ended_on == date(2027, 4, 1)
    page = answer.content.decode()
    assert "Because the words say: rivers" in page and page.count("<h1") == 1


def test_the_form_names_what_is_wrong_and_keeps_what_was_typed(world: World, sign_in) -> None:
    data = {"title": "", "outcome": "Kept words"}
    page = sign_in(Role.BUSINESS_MANAGER).post(address("set_priority", world), data).content.decode()
    assert "Say what the priority is" in page and "Kept words" in page and "There is a problem" in page


def test_a_theme_is_confirmed_and_removed_with_one_click_each(world: World, sign_in) -> None:
    make_theme("River safety", "rivers")
    priority = make_priority(world.own, "Safe rivers")
    client, link = sign_in(Role.BUSINESS_MANAGER), priority.themes.get()
    client.post(address("confirm_theme", world, priority=priority.pk, link=link.pk))
    assert priority.themes.get().is_confirmed
    client.post(address("remove_theme", world, priority=priority.pk, link=link.pk))
    client.post(address("propose_themes", world, priority=priority.pk))
    assert not priority.themes.get().is_confirmed
    assert client.get(address("confirm_theme", world, priority=priority.pk, link=link.pk)).status_code == 405


def test_every_deed_on_a_priority_and_an_objective_has_its_page(world: World, sign_in) -> None:
    client, priority, theme = sign_in(Role.BUSINESS_MANAGER), make_priority(world.own), make_theme()
    whole = {"title": "Better words", **day("started_on", date(2024, 4, 1))}
    asked = [
        ("correct_priority", whole),
        ("add_theme", {"theme": theme.pk}),
        ("set_objective", {"text": "A plan in every school", **day("due_on", date(2025, 3, 31))}),
        ("carry_on", {"title": "Next words", **day("started_on", date(2025, 4, 1)), "with_objectives": "on"}),
        ("end_priority", {"note": "Done", **day("last_on", date(2025, 3, 31))}),
    ]
    for name, data in asked:
        where = address(name, world, priority=priority.pk)
        assert client.get(where).content.decode().count("<h1") == 1
        assert client.post(where, data).status_code == 302, name
    priority.refresh_from_db()
    assert (priority.title, priority.ended_on) == ("Better words", date(2025, 4, 1))
    objective = Objective.objects.get(priority__title="Next words")
    for name, data in [
        ("correct_objective", {"text": "A plan in all schools"}),
        ("end_objective", {"state": "part_met", "note": "Nine of ten", **day("on", date(2026, 3, 1))}),
        ("reopen_objective", {}),
        ("remove_objective", {}),
    ]:
        assert client.post(address(name, world, objective=objective.pk), data).status_code == 302, name
    assert not Objective.objects.filter(pk=objective.pk).exists()


def test_a_refusal_stands_at_the_question_it_is_about(world: World, sign_in) -> None:
    priority = make_priority(world.own)
    where = address("end_priority", world, priority=priority.pk)
    page = sign_in(Role.BUSINESS_MANAGER).post(where, day("last_on", date(2020, 1, 1))).content.decode()
    assert "It would end before it starts" in page and 'href="#id_last_on_day"' in page


def test_a_member_reads_and_is_offered_no_change(world: World, sign_in) -> None:
    objective = make_objective(make_priority(world.own))
    for name, parts in (
        ("priorities", {}),
        ("priority", {"priority": objective.priority_id}),
        ("objective", {"objective": objective.pk}),
    ):
        page = sign_in(Role.MEMBER).get(address(name, world, **parts)).content.decode()
        assert "Correct</a>" not in page and "Set a" not in page and page.count("<h1") == 1


def test_pages_show_what_was_in_force_on_the_day_asked_for(world: World, sign_in) -> None:
    make_priority(world.own, "Old rivers", ended_on=date(2025, 4, 1))
    make_priority(world.own, "New bridges", started_on=date(2025, 4, 1))
    client, where = sign_in(Role.MEMBER), address("priorities", world)
    now, then = (client.get(where, {"as-at": on}).content.decode() for on in ("2025-06-01", "2024-06-01"))
    assert "New bridges" in now and "Old rivers" not in now
    assert "Old rivers" in then and "New bridges" not in then
    assert "Old rivers" in client.get(where, {"show": "all"}).content.decode()


@pytest.mark.parametrize("name", ["priorities", "history", "by_theme", "themes"])
def test_lists_do_not_ask_more_for_more_rows_and_can_be_taken_away(
    world: World, sign_in, django_assert_max_num_queries, name: str
) -> None:
    theme = make_theme()
    for number in range(12):
        priority = make_priority(world.own, f"Priority {number}", themes=[theme], number=str(number))
        make_objective(priority)
    client = sign_in(Role.MEMBER)
    with django_assert_max_num_queries(16):
        page = client.get(address(name, world))
    assert page.content.decode().count("<h1") == 1
    answer = client.get(address(name, world), {"export": "csv"})
    assert answer["Content-Type"].startswith("text/csv") and len(answer.content.decode().splitlines()) > 1


@pytest.mark.parametrize("name", ["priorities", "history", "by_theme", "themes"])
def test_empty_pages_say_so(world: World, sign_in, name: str) -> None:
    page = sign_in(Role.MEMBER).get(address(name, world)).content.decode()
    assert "sl-empty" in page


def test_the_history_tells_what_came_stayed_and_went(world: World, sign_in) -> None:
    first = make_priority(world.own, "Rivers", started_on=date(2023, 4, 1), ended_on=date(2025, 4, 1))
    commands.carry_on(priority=first, started_on=date(2025, 4, 1), title="Water", by=None)
    make_priority(world.own, "Bridges", started_on=date(2023, 4, 1), ended_on=date(2025, 4, 1))
    make_priority(world.own, "Lanterns", started_on=date(2025, 4, 1))
    asked = {"as-at": "2026-01-01", "export": "csv"}
    lines = sign_in(Role.MEMBER).get(address("history", world), asked).content.decode("utf-8-sig").splitlines()
    found = {line.split(",")[0]: line for line in lines}
    assert "Stayed,Stayed" in found["Water (Before: Rivers)"]
    assert "Stayed,Went" in found["Bridges"] and "Not a priority,Came" in found["Lanterns"]
    page = sign_in(Role.MEMBER).get(address("history", world), {"as-at": "2026-01-01"}).content.decode()
    assert "In 2025-26: 1 priority came, 1 stayed, 1 went." in page and "<svg" in page


def test_a_room_above_adds_a_tab_and_a_fact_to_a_priority(world: World, sign_in, monkeypatch) -> None:
    monkeypatch.setattr(frame, "_PRIORITY_TABS", list(frame._PRIORITY_TABS))
    monkeypatch.setattr(frame, "_PRIORITY_FACTS", [])
    frame.add_priority_tab("Chain", "plan:set_objective")
    frame.add_priority_facts(lambda priority, on: [{"term": "Lanterns", "value": f"lit for {priority}"}])
    priority = make_priority(world.own)
    page = sign_in(Role.MEMBER).get(address("priority", world, priority=priority.pk)).content.decode()
    assert "Chain" in page and f"lit for {priority}" in page
