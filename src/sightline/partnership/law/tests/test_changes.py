"""What a change of law touches, and who has taken it in."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.partnership.law import commands as law
from sightline.partnership.law.commands import changes as commands
from sightline.partnership.law.domain.changes import Fate, Hold
from sightline.partnership.law.models import Acknowledgement, Edition, Instrument
from sightline.partnership.law.queries import changes as queries
from tests.world import World


def make_change(world: World, days_ago: int = 100) -> tuple[Edition, Edition]:
    """Guidance of which a newer edition came some days ago."""
    guidance = law.record_instrument(slug="lamps", name="Lamps", kind="statutory guidance", by=None)
    since = world.today - timedelta(days=days_ago)
    older, newer = (
        law.record_edition(instrument=guidance, label=f"Lamps {label}", in_force_on=day, source="here", by=None)
        for label, day in (("one", date(2015, 1, 1)), ("two", since))
    )
    law.supersede_edition(edition=older, superseded_by=newer, on=since, by=None)
    for edition, what in ((older, "Light the lamps"), (newer, "Light the lamps and count them")):
        law.record_duty_under(
            edition=edition,
            number="lighting",
            summary="Lamps.",
            owed_by="The keeper",
            what=what,
            source="here",
            by=None,
        )
    law.record_duty_under(
        edition=older, number="oil", summary="Oil.", owed_by="The keeper", what="Keep oil", source="here", by=None
    )
    return older, newer


def take_in(world: World, edition: Edition, **parts) -> Acknowledgement:
    given = {"partnership": world.own, "what_was_done": "The keepers were told", "on": world.today, "by": world.manager}
    return commands.acknowledge(edition=edition, **(given | parts))


def address(name: str, world: World, *parts) -> str:
    return reverse(f"law:{name}", args=[world.own.slug, *parts])


def test_a_change_is_due_until_the_partnership_takes_it_in(world: World) -> None:
    _older, newer = make_change(world)
    (due,) = queries.due_things([world.own.pk], world.today)
    assert due.reference == Reference("law.edition", newer.pk) and due.due_on < world.today
    (facts,) = queries.change_facts(world.own, world.today)
    assert facts.taken_on is None and facts.label == "Lamps two"
    take_in(world, newer, agency="Lamp Trust")
    assert queries.due_things([world.own.pk], world.today)
    take_in(world, newer)
    assert queries.due_things([world.own.pk], world.today) == []
    assert len(queries.due_things([world.own.pk, world.other.pk], world.today)) == 1
    assert queries.change_facts(world.own, world.today)[0].taken_on == world.today


def test_changes_that_have_waited_long_are_one_thing_to_do(world: World) -> None:
    make_change(world)
    for name, days in (("Ropes", 420), ("Sails", 400)):
        guidance = law.record_instrument(slug=name.lower(), name=name, kind="statutory guidance", by=None)
        since = world.today - timedelta(days=days)
        law.record_edition(instrument=guidance, label=f"{name} one", in_force_on=since, source="here", by=None)
    (waiting,) = [due for due in queries.due_things([world.own.pk], world.today) if "Sails" in due.what]
    assert waiting.what == "2 changes of law or guidance that came long ago, the newest Sails one"


def test_said_again_it_corrects_and_taken_back_it_is_due_again(world: World) -> None:
    _, newer = make_change(world)
    take_in(world, newer)
    again = take_in(world, newer, what_was_done="The keepers were trained")
    assert Acknowledgement.objects.get() == again and again.what_was_done == "The keepers were trained"
    commands.take_back_acknowledgement(acknowledgement=again, by=None)
    assert queries.due_things([world.own.pk], world.today)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"what_was_done": " "}, "Say what was done"),
        ({"what_was_done": "NHS number 943 476 5919"}, "tells of a child"),
        ({"on": date(2010, 1, 1)}, "later one"),
    ],
)
def test_what_is_no_word_is_refused(world: World, parts: dict, words: str) -> None:
    _, newer = make_change(world)
    with pytest.raises(Refused, match=words):
        take_in(world, newer, **parts)


def test_reports_and_plans_are_no_changes(world: World) -> None:
    report = law.record_instrument(slug="tale", name="Tale", kind="report", by=None)
    told = law.record_edition(instrument=report, label="Tale 2026", in_force_on=world.today, by=None)
    planned = law.record_edition(
        instrument=law.record_instrument(slug="plan", name="Plan", kind="act", by=None), label="Plan", by=None
    )
    for edition in (told, planned):
        with pytest.raises(Refused, match="not a change"):
            take_in(world, edition)
    assert queries.changes_on(world.today) == []


def test_a_change_touches_duties_documents_and_templates(world: World) -> None:
    older, newer = make_change(world)
    fates = {
        (one.after or one.before).number: one.fate for one in queries.compared_with(newer, queries.older_of(newer))
    }
    assert fates == {"lighting": Fate.CHANGED, "oil": Fate.NOT_SEEN}
    commands.rely_on(edition=older, reference=Reference("plan.format", 3), label="Form of the lamp plan", by=None)
    commands.rely_on(edition=older, reference=Reference("plan.format", 3), label="Form of lamp plans", by=None)
    theirs = Reference("plan.format", 4)
    commands.rely_on(edition=older, reference=theirs, label="Theirs", partnership=world.other, by=None)
    assert [one.label for one in queries.relying_on(world.own, [older, newer])] == ["Form of lamp plans"]
    commands.rely_no_longer(edition=older, reference=theirs, by=None)
    assert len(queries.relying_on(world.other, [older])) == 1


def test_duties_hold_for_the_edition_in_force_on_the_day(world: World) -> None:
    make_change(world, days_ago=10)
    held = {(row.number, row.edition): hold for row, hold in queries.duties_held(world.today)}
    assert held == {
        ("lighting", "Lamps two"): Hold.IN_FORCE,
        ("lighting", "Lamps one"): Hold.PAST,
        ("oil", "Lamps one"): Hold.CARRIED,
    }
    before = {row.number: hold for row, hold in queries.duties_held(world.today - timedelta(days=11))}
    assert before == {"lighting": Hold.IN_FORCE, "oil": Hold.IN_FORCE}


def test_a_duty_that_came_into_an_act_later_is_not_known_before(world: World) -> None:
    law.load_reference(by=None)
    then = {row.number for row, _ in queries.duties_held(date(2014, 6, 1))}
    assert "section 11" in then and "regulation 5" in then and "section 16E" not in then
    now = {row.number: hold for row, hold in queries.duties_held(date(2026, 11, 20)) if hold is not Hold.PAST}
    assert now["section 16E"] is Hold.IN_FORCE and now["rapid review"] is Hold.CARRIED
    assert now["section 3"] is Hold.COMING and "regulation 5" not in now


def test_the_pages_of_a_change(world: World, sign_in) -> None:
    _older, newer = make_change(world)
    client = sign_in(Role.CHAIR)
    page = client.get(address("changes", world)).content.decode()
    assert "Not taken in" in page and "Sightline asks for a word" in page
    assert client.get(address("acknowledge", world, newer.pk)).content.decode().count("<h1") == 1
    data = {"what_was_done": "The keepers were told"}
    day = {"on_day": world.today.day, "on_month": world.today.month, "on_year": world.today.year}
    assert client.post(address("acknowledge", world, newer.pk), data | day).status_code == 302
    page = client.get(address("change", world, newer.pk)).content.decode()
    assert "The keepers were told" in page and "Changed" in page and "Not seen in the newer edition" in page
    assert page.count("<h1") == 1
    earlier = {"as-at": (world.today - timedelta(days=1)).isoformat()}
    assert "The keepers were told" not in client.get(address("change", world, newer.pk), earlier).content.decode()
    word = Acknowledgement.objects.get()
    assert client.post(address("take_back", world, word.pk)).status_code == 302
    member = sign_in(Role.MEMBER)
    assert "Say that it was taken in" not in member.get(address("change", world, newer.pk)).content.decode()
    assert member.get(address("acknowledge", world, newer.pk)).status_code == 403
    before = {"as-at": "2015-06-01"}
    assert member.get(address("change", world, newer.pk), before).status_code == 404


@pytest.mark.parametrize("name", ["timeline", "duties", "changes", "words"])
def test_each_page_is_there_costs_few_queries_and_can_be_taken_away(
    world: World, sign_in, name: str, django_assert_max_num_queries
) -> None:
    law.load_reference(by=None)
    client = sign_in(Role.SCRUTINEER)
    client.get(address(name, world))
    with django_assert_max_num_queries(10):
        page = client.get(address(name, world)).content.decode()
    assert page.count("<h1") == 1
    assert client.get(address(name, world), {"export": "csv"})["Content-Type"].startswith("text/csv")


def test_the_picture_follows_the_filters_and_the_date(world: World, sign_in) -> None:
    law.load_reference(by=None)
    client = sign_in(Role.MEMBER)
    picture = client.get(address("timeline", world), {"kind": "Act"}).content.decode().split("</svg>")[-2]
    assert "Children Act 2004" in picture and "Working Together 2018:" not in picture
    assert "Nothing fits" in client.get(address("timeline", world), {"kind": "Song"}).content.decode()
    then = client.get(address("timeline", world), {"as-at": "2014-06-01"}).content.decode().split("</svg>")[-2]
    assert "Working Together 2013" in then and "Working Together 2015" not in then


def test_past_duties_are_readable_under_their_edition(world: World, sign_in) -> None:
    make_change(world)
    client = sign_in(Role.MEMBER)
    now = client.get(address("duties", world)).content.decode()
    assert "count them" in now and now.count("Light the lamps") == 1 and "check that it still stands" in now
    assert client.get(address("duties", world), {"show": "all"}).content.decode().count("Light the lamps") == 2


def test_the_region_sees_who_took_in_what_of_those_that_share(world: World, sign_in) -> None:
    _, newer = make_change(world)
    take_in(world, newer)
    client = sign_in(Role.REGIONAL_OVERSEER)
    assert "No partnership of your region shares" in client.get(reverse("law:region")).content.decode()
    choose_sharing(partnership=world.own, topic=Topic.LAW, is_shared=True, by=None)
    page = client.get(reverse("law:region")).content.decode()
    assert (
        "Lamps two" in page and "Taken in" in page and "Not taken in" not in page and world.other.short_name not in page
    )
    assert "The keepers were told" not in page
    choose_sharing(partnership=world.other, topic=Topic.LAW, is_shared=True, by=None)
    page = client.get(reverse("law:region")).content.decode()
    assert "1 of 2" in page and f"said of none that it was taken in: {world.other.short_name}." in page
    assert (
        world.other.short_name in client.get(reverse("law:region"), {"export": "csv"}).content.decode().splitlines()[0]
    )
    assert sign_in(Role.MEMBER).get(reverse("law:region")).status_code == 404


def test_the_administrator_keeps_law_for_all(world: World, sign_in) -> None:
    client = sign_in(Role.ADMINISTRATOR)
    made = client.post(
        reverse("law:add_instrument"), {"name": "Lamp Act 2026", "kind": "act", "aliases": "Lamps\nLA 2026"}
    )
    act = Instrument.objects.get()
    assert made.status_code == 302 and act.aliases == ["Lamps", "LA 2026"]
    here = reverse("law:add_edition", args=[act.slug])
    for label, year in (("Lamp Act 2025", "2025"), ("Lamp Act 2026", "2026")):
        data = {
            "label": label,
            "source": "here",
            "in_force_on_day": "1",
            "in_force_on_month": "3",
            "in_force_on_year": year,
        }
        assert client.post(here, data).status_code == 302
    older, newer = Edition.objects.order_by("in_force_on")
    assert not newer.is_verified
    data = {"superseded_by": newer.pk, "on_day": "1", "on_month": "3", "on_year": "2026"}
    assert client.post(reverse("law:supersede", args=[older.pk]), data).status_code == 302
    data = {"number": "1", "summary": "Lamps.", "owed_by": "The keeper", "what": "Light them", "source": "here"}
    assert client.post(reverse("law:add_duty", args=[newer.pk]), data).status_code == 302
    page = client.get(reverse("law:kept_instrument", args=[act.slug])).content.decode()
    assert "Superseded by Lamp Act 2026" in page and "1: Light them" in page and page.count("<h1") == 1
    assert "Lamp Act 2026" in client.get(reverse("law:kept")).content.decode()
    again = client.post(here, {"label": "Lamp Act 2026", "source": "here"}).content.decode()
    assert "never rewritten" in again
