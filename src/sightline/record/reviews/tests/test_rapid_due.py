from datetime import date

from sightline.record.reviews import commands
from sightline.record.reviews.domain.rapid import Answer, Ratified, Reply
from sightline.record.reviews.queries import due_things, incident_facts, rapid_facts
from sightline.record.reviews.tests.rapid_making import (
    AWARE,
    NOTIFIED,
    decide,
    make_body,
    make_incident,
    make_partners,
    make_rapid,
)
from tests.world import World

DAY = date(2026, 6, 18)


def asked(world: World, on: date = DAY) -> dict[str, date | None]:
    return {due.asks: due.due_on for due in due_things([world.own.pk], on)}


def test_an_incident_waits_for_its_notification_until_it_is_decided(world: World) -> None:
    body = make_body(world.own)
    incident = make_incident(world.own, lead_authority=body)
    (due,) = due_things([world.own.pk], AWARE)
    assert (due.due_on, due.organisations, str(due.reference)) == (
        date(2026, 6, 8),
        (body.pk,),
        f"reviews.incident:{incident.pk}",
    )
    commands.notify_incident(incident=incident, on=NOTIFIED, by=None)
    assert asked(world) == {}


def test_a_return_is_owed_by_its_agency_until_it_comes(world: World) -> None:
    rapid, school = make_rapid(world.own), make_body(world.own, "Elm School")
    one = commands.ask_agency(rapid=rapid, organisation=school, on=NOTIFIED, minutes=60, by=None)
    owed = [due for due in due_things([world.own.pk], DAY) if due.organisations == (school.pk,)]
    assert [(d.due_on, d.reference.kind) for d in owed] == [(date(2026, 6, 15), "reviews.agencyreturn")]
    assert "about 60 minutes" in owed[0].asks
    commands.receive_return(agency_return=one, answer=Answer.NOTHING_KNOWN, on=DAY, said_by="Its office", by=None)
    assert not [due for due in due_things([world.own.pk], DAY) if due.organisations == (school.pk,)]


def test_steps_ratifications_and_the_sending_are_due_and_nothing_after_it(world: World) -> None:
    council, police = make_partners(world.own)
    rapid = make_rapid(world.own)
    assert asked(world)["Progress meeting (day 5)"] == date(2026, 6, 8)
    assert asked(world)["Record the decision with its reasons"] == date(2026, 6, 22)
    commands.mark_step(step=rapid.steps.get(day=5), done_on=DAY, by=None)
    assert "Progress meeting (day 5)" not in asked(world)
    decide(rapid)
    commands.ratify(rapid=rapid, organisation=council, answer=Ratified.RATIFIED, on=DAY, by=None)
    waiting = [d.organisations for d in due_things([world.own.pk], DAY) if d.asks.startswith("Say whether")]
    assert waiting == [(police.pk,)]
    commands.send_to_panel(rapid=rapid, on=DAY, despite="Away", by=None)
    assert asked(world) == {}


def test_nothing_due_of_a_neighbour_is_given(world: World) -> None:
    make_rapid(world.other)
    assert asked(world) == {}


def test_facts_tell_a_late_notification_and_one_that_cannot_be_told(world: World) -> None:
    make_incident(world.own, "Late", notified_on=date(2026, 6, 10))
    make_incident(world.own, "Unknown", aware_on=None, notified_on=date(2026, 6, 10))
    make_incident(world.own, "Open")
    facts = {fact.reference: (fact.is_late, fact.days_over) for fact in incident_facts([world.own.pk], AWARE)}
    assert facts == {"Late": (False, 0), "Unknown": (None, 0), "Open": (False, 0)}
    facts = {fact.reference: (fact.is_late, fact.days_over) for fact in incident_facts([world.own.pk], DAY)}
    assert facts == {"Late": (True, 2), "Unknown": (None, 0), "Open": (True, 8)}


def test_facts_tell_what_a_rapid_review_lacks(world: World) -> None:
    make_partners(world.own, "Ashvale Council")
    rapid = make_rapid(world.own)
    commands.ask_agency(rapid=rapid, organisation=make_body(world.own, "Elm School"), on=NOTIFIED, by=None)
    (fact,) = rapid_facts([world.own.pk], date(2026, 6, 23))
    assert (fact.is_late, fact.days_over, fact.is_running) == (True, 1, True)
    assert (fact.returns_late, fact.to_ratify) == (("Elm School",), ("Ashvale Council",))
    decide(rapid)
    commands.send_to_panel(rapid=rapid, on=DAY, despite="Away", by=None)
    (fact,) = rapid_facts([world.own.pk], date(2026, 6, 23))
    assert (fact.is_late, fact.sent_on, fact.sent_despite, fact.reply_is_slow) == (False, DAY, "Away", False)
    (fact,) = rapid_facts([world.own.pk], date(2026, 7, 20))
    assert fact.reply_is_slow
    commands.record_reply(rapid=rapid, reply=Reply.COMMENTS, on=date(2026, 7, 1), asks_for_more=True, by=None)
    (fact,) = rapid_facts([world.own.pk], date(2026, 7, 20))
    assert (fact.reply_is_slow, fact.awaits_response) == (False, True)


def test_facts_and_due_things_take_no_more_queries_for_more_reviews(
    world: World, django_assert_max_num_queries
) -> None:
    make_partners(world.own)
    body = make_body(world.own, "Elm School")
    for number in range(6):
        rapid = make_rapid(world.own, f"RR {number}")
        commands.ask_agency(rapid=rapid, organisation=body, on=NOTIFIED, by=None)
        if number % 2:
            decide(rapid)
    with django_assert_max_num_queries(10):
        assert len(list(rapid_facts([world.own.pk], DAY))) == 6
    with django_assert_max_num_queries(4):
        list(incident_facts([world.own.pk], DAY))
    with django_assert_max_num_queries(10):
        list(due_things([world.own.pk], DAY))
