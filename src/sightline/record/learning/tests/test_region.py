"""The region sees learning side by side, and only of partnerships that share it."""

from datetime import date

import pytest
from django.urls import reverse

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.kernel.references import Reference
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.learning import commands
from sightline.record.learning.domain.voice import Group, Method

from .makers import ISSUED, make_agency, make_draft, make_issued, make_theme

pytestmark = pytest.mark.django_db


def share(*partnerships) -> None:
    for one in partnerships:
        choose_sharing(partnership=one, topic=Topic.LEARNING, is_shared=True, by=None)


def page(client, **asked: str) -> str:
    return client.get(reverse("learning:region"), asked).content.decode()


def rows(client, **asked: str) -> dict[str, list[str]]:
    text = client.get(reverse("learning:region"), asked | {"export": "csv"}).content.decode("utf-8-sig")
    return {line.split(",")[0]: line.split(",")[1:] for line in text.splitlines()}


def ask(partnership, title: str):
    return commands.record_voice(
        partnership=partnership,
        title=title,
        group=Group.YOUNG_PEOPLE,
        method=Method.SURVEY,
        held_on=date(2024, 3, 4),
        by=None,
    )


def test_what_is_not_shared_is_neither_told_nor_counted(world, sign_in) -> None:
    make_issued(world.own, (make_agency(world.own),))
    client = sign_in(Role.REGIONAL_OVERSEER)
    shown = page(client)
    assert "Not shared" in shown and "One record of a family" not in shown
    assert rows(client, table="receipt")["Ashvale"] == ["Not shared"] * 6
    assert "No partnership that shares" in page(client, show="practice")
    assert rows(client, show="voice", table="voice")["Ashvale"] == ["Not shared"] * 5


def test_briefings_show_whether_they_came_and_were_passed_on(world, sign_in) -> None:
    share(world.own, world.other)
    police, fire = make_agency(world.own), make_agency(world.own, "Reedham Fire", is_partner=False)
    briefing = make_issued(world.own, (police, fire))
    make_draft(world.own, title="Only a draft")
    issue = briefing.issues.get(organisation=police)
    commands.confirm_receipt(issue_to=issue, on=ISSUED, said_by="The duty desk", by=None)
    client = sign_in(Role.REGIONAL_OVERSEER)
    found = rows(client, table="receipt")
    assert found["Ashvale"][0] == "1" and found["Ashvale"][2:5] == ["2", "1", "0"]
    assert found["Brackenmoor"][0] == "0" and "Nothing sent" in found["Brackenmoor"]
    shown = page(client)
    assert "One record of a family" in shown and "Only a draft" not in shown and shown.count("<h1") == 1
    before = page(client, **{"as-at": "2024-03-10"})
    assert "One record of a family" not in before


def test_examples_count_by_theme_under_the_furthest_grade_of_their_evidence(world, sign_in) -> None:
    share(world.own)
    theme = make_theme()
    for title in ("A shared chronology", "A weekly call"):
        example = commands.record_example(
            partnership=world.own, title=title, what="One for all.", on=date(2024, 3, 4), themes=[theme], by=None
        )
    add_evidence(
        partnership=world.own,
        title="Audit of calls",
        subject=Reference("learning.practiceexample", example.pk),
        kind=Kind.IMPACT,
        grade=Grade.PRACTICE,
        note="Seen in eight of ten.",
        on=date(2024, 3, 5),
        by=None,
    )
    client = sign_in(Role.REGIONAL_OVERSEER)
    assert rows(client, show="practice", table="matrix")["Shared records"] == ["2", "1", "0", "0", "0", "1", "0"]
    assert "Not evidenced" in page(client, show="practice") and "A weekly call" in page(client, show="practice")


def test_voices_with_and_without_a_change_stand_apart(world, sign_in) -> None:
    share(world.own)
    first, _second = ask(world.own, "Survey of schools"), ask(world.own, "Forum")
    commands.record_change(activity=first, text="They are asked each term.", on=date(2024, 5, 1), by=None)
    client = sign_in(Role.REGIONAL_OVERSEER)
    assert rows(client, show="voice", table="voice")["Ashvale"][:3] == ["2", "1", "1"]
    then = rows(client, show="voice", table="voice", **{"as-at": "2024-04-01"})
    assert then["Ashvale"][:3] == ["2", "0", "2"]


@pytest.mark.parametrize("show", ["briefings", "practice", "voice"])
def test_the_page_asks_no_more_for_more(world, sign_in, show, django_assert_max_num_queries) -> None:
    share(world.own, world.other)
    agency = make_agency(world.own)
    for number in range(6):
        make_issued(world.own, (agency,), title=f"Briefing {number}")
        commands.record_example(partnership=world.own, title=f"Example {number}", what="x", on=ISSUED, by=None)
        ask(world.own, f"Survey {number}")
    client = sign_in(Role.REGIONAL_OVERSEER)
    with django_assert_max_num_queries(14):
        page(client, show=show)


def test_an_unknown_part_is_not_found(world, sign_in) -> None:
    assert sign_in(Role.REGIONAL_OVERSEER).get(reverse("learning:region"), {"show": "lanterns"}).status_code == 404
