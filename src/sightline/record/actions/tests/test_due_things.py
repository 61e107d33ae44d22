"""What open actions ask of those who lead them."""

from datetime import date, timedelta

from sightline.kernel.due import Due
from sightline.kernel.references import Reference
from sightline.partnership.directory.commands import record_organisation, record_person
from sightline.record.actions import commands
from sightline.record.actions.commands import Owner
from sightline.record.actions.domain import PartyKind
from sightline.record.actions.queries import due_things
from tests.world import World

MARCH = date(2026, 3, 10)


def test_who_leads_is_asked_and_who_contributes_is_not(world: World) -> None:
    council = record_organisation(partnership=world.own, name="Council", by=None)
    ann = record_person(partnership=world.own, name="Ann Ashe", by=None)
    action = commands.raise_action(
        partnership=world.own,
        what="Write",
        number="7",
        raised_on=MARCH,
        due_on=MARCH,
        leads=[Owner(organisation=council), Owner(person=ann)],
        by=None,
    )
    helper = record_organisation(partnership=world.own, name="Police", by=None)
    commands.assign(action=action, owner=Owner(organisation=helper), kind=PartyKind.CONTRIBUTES, by=None)
    assert list(due_things([world.own.pk], MARCH)) == [
        Due(
            Reference("actions.action", action.pk),
            world.own.pk,
            "Action 7: Write",
            "Say how it is going, or report it done.",
            MARCH,
            organisations=(council.pk,),
            people=(ann.pk,),
        )
    ]
    assert list(due_things([world.other.pk], MARCH)) == []
    assert list(due_things([world.own.pk], MARCH - timedelta(days=1))) == []


def test_what_waits_for_a_second_word_says_who_reported_it(world: World) -> None:
    action = commands.raise_action(partnership=world.own, what="Write", raised_on=MARCH, by=None)
    assert list(due_things([world.own.pk], MARCH)) == []
    commands.report_done(action=action, on=MARCH, note="Written", by=world.manager)
    (due,) = due_things([world.own.pk], MARCH)
    assert due.asks == "Confirm it, or send it back: Brenda Marsh reported it done on 10 March 2026."
    commands.confirm_done(action=action, on=MARCH, by=None)
    assert list(due_things([world.own.pk], MARCH)) == []


def test_each_action_keeps_its_own_leads_in_two_queries(world: World, django_assert_num_queries) -> None:
    bodies = [record_organisation(partnership=world.own, name=f"Body {n}", by=None) for n in range(6)]
    wanted = {}
    for number in range(12):
        leads = [Owner(organisation=one) for one in bodies[: number % 4]]
        action = commands.raise_action(partnership=world.own, what="Write", raised_on=MARCH, leads=leads, by=None)
        if number == 5:
            commands.withdraw(action=action, on=MARCH, reason="Overtaken", by=None)
        elif leads:
            wanted[action.pk] = {owner.organisation.pk for owner in leads}
    with django_assert_num_queries(2):
        found = list(due_things([world.own.pk, world.other.pk], MARCH))
    assert {due.reference.id: set(due.organisations) for due in found} == wanted
