"""Who is told what, and that nobody is told twice."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.kernel.due import Due, Weight
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.oversight.reminders import commands, queries
from sightline.oversight.reminders.commands import digests
from sightline.oversight.reminders.commands.letters import letter_of
from sightline.oversight.reminders.models import Digest, Link, Round
from sightline.oversight.reminders.queries import sources
from sightline.oversight.reminders.tests.makers import make_owned_action, make_owner, secret_in
from sightline.partnership.directory import commands as directory
from sightline.record.actions.commands import Owner, assign, report_done

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 30)
AT = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)


@pytest.fixture
def mondays(world):
    return commands.set_rhythm(partnership=world.own, is_on=True, weekdays=[0], by=world.manager)


def _due(world, person, days, what="Write the protocol"):
    return make_owned_action(world.own, person, due_on=MONDAY + timedelta(days=days), what=what)


def _items(digest):
    return [item.what.removeprefix("Action: ") for section in digest.sections.all() for item in section.items.all()]


def test_one_person_gets_one_digest_with_what_is_overdue_first(world, mondays):
    ann = make_owner(world.own)
    _due(world, ann, 7, "Coming up")
    _due(world, ann, -3, "Overdue")
    _due(world, ann, 60, "Far off")
    assert commands.prepare(at=AT) == 1
    digest = Digest.objects.get()
    assert (digest.email, digest.name, digest.day) == (ann.work_email, "Ann Ashe", MONDAY)
    assert _items(digest) == ["Overdue", "Coming up"]
    section = digest.sections.get()
    assert (section.count, section.overdue) == (2, 1)


def test_a_partnership_that_has_not_turned_reminders_on_sends_none(world):
    _due(world, make_owner(world.own), 1)
    assert commands.prepare(at=AT) == 0 and not Digest.objects.exists()


def test_nothing_goes_out_before_the_hour_or_on_another_day(world, mondays):
    _due(world, make_owner(world.own), 1)
    assert commands.prepare(at=datetime(2026, 11, 30, 6, 59, tzinfo=UTC)) == 0
    assert commands.prepare(at=datetime(2026, 12, 1, 9, 0, tzinfo=UTC)) == 0


def test_a_second_run_of_the_day_writes_nothing_new(world, mondays):
    _due(world, make_owner(world.own), 1)
    assert [commands.prepare(at=AT), commands.prepare(at=AT + timedelta(hours=1))] == [1, 0]


def test_a_run_that_was_killed_goes_on_where_it_stopped_and_nobody_gets_two(world, mondays, monkeypatch):
    monkeypatch.setattr(digests, "AT_ONCE", 1)
    for name in ("Ann Ashe", "Bea Birch", "Cal Cole"):
        _due(world, make_owner(world.own, name), 1)
    whole, calls = digests._fill, []

    def killed(*args):
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        whole(*args)

    monkeypatch.setattr(digests, "_fill", killed)
    with pytest.raises(KeyboardInterrupt):
        commands.prepare(at=AT)
    assert Digest.objects.count() == 1 and Round.objects.get().finished_at is None
    monkeypatch.setattr(digests, "_fill", whole)
    assert commands.prepare(at=AT) == 2
    assert sorted(Digest.objects.values_list("name", flat=True)) == ["Ann Ashe", "Bea Birch", "Cal Cole"]
    assert all(_items(digest) for digest in Digest.objects.all())


def test_a_long_list_is_cut_to_the_soonest_and_the_rest_counted(world):
    commands.set_rhythm(partnership=world.own, is_on=True, weekdays=[0], most=2, by=None)
    ann = make_owner(world.own)
    for days in (5, 1, 3, 2):
        _due(world, ann, days, f"In {days} days")
    commands.prepare(at=AT)
    digest = Digest.objects.get()
    assert _items(digest) == ["In 1 days", "In 2 days"]
    assert digest.sections.get().count == 4


def test_two_partnerships_of_one_person_come_in_one_digest(world, mondays):
    commands.set_rhythm(partnership=world.other, is_on=True, weekdays=[0], by=None)
    for place in (world.own, world.other):
        person = make_owner(place, "Ann Ashe")
        make_owned_action(place, person, due_on=MONDAY, what=f"For {place.short_name}")
    commands.prepare(at=AT)
    assert sorted(_items(Digest.objects.get())) == ["For Ashvale", "For Brackenmoor"]


def test_what_a_post_owes_goes_to_whoever_holds_it_that_day(world, mondays):
    body = directory.record_organisation(name="Ashvale Council", partnership=world.own, by=None)
    post = directory.create_post(partnership=world.own, organisation=body, title="Director", by=None)
    old, new = make_owner(world.own, "Olive Old"), make_owner(world.own, "Nora New")
    directory.appoint(post=post, person=old, started_on=date(2020, 1, 1), ended_on=date(2026, 11, 1), by=None)
    directory.appoint(post=post, person=new, started_on=date(2026, 11, 1), by=None)
    action = _due(world, None, 1)
    assign(action=action, owner=Owner(post=post), by=None)
    commands.prepare(at=AT)
    assert Digest.objects.get().name == "Nora New"


def test_what_an_organisation_owes_goes_to_its_contact_or_else_to_its_lead_roles(world, mondays):
    body = directory.record_organisation(name="Ashvale Council", partnership=world.own, by=None)
    post = directory.create_post(
        partnership=world.own, organisation=body, title="Director", role="director_of_childrens_services", by=None
    )
    lead, contact = make_owner(world.own, "Lea Lead"), make_owner(world.own, "Con Tact")
    directory.appoint(post=post, person=lead, started_on=date(2020, 1, 1), by=None)
    assign(action=_due(world, None, 1), owner=Owner(organisation=body), by=None)
    assert list(queries.gather([mondays], MONDAY).recipients) == [lead.work_email]
    commands.add_contact(partnership=world.own, organisation=body, person=contact, by=None)
    assert list(queries.gather([mondays], MONDAY).recipients) == [contact.work_email]


def test_a_contact_of_another_partnership_is_refused(world):
    body = directory.record_organisation(name="Ashvale Council", partnership=world.own, by=None)
    with pytest.raises(Refused, match="person belongs to another partnership"):
        commands.add_contact(partnership=world.own, organisation=body, person=make_owner(world.other), by=None)


def test_what_reaches_nobody_says_why(world, mondays):
    body = directory.record_organisation(name="Ashvale Council", partnership=world.own, by=None)
    post = directory.create_post(partnership=world.own, organisation=body, title="Director", by=None)
    _due(world, make_owner(world.own, "No Mail", email=""), 1)
    for owner in (Owner(post=post), Owner(organisation=body)):
        assign(action=_due(world, None, 3), owner=owner, by=None)
    unreached = queries.gather([mondays], MONDAY).unreached[world.own.pk]
    assert sorted(why for _, why in unreached.things) == [
        "No work e-mail address is known of No Mail.",
        "Nobody holds the post.",
        "The organisation has no contact, and nobody holds a lead role in it.",
    ]


def test_someone_who_wishes_only_to_hear_of_what_is_overdue_hears_of_nothing_else(world, mondays):
    ann = make_owner(world.own)
    _due(world, ann, 1, "Coming up")
    commands.wish(email=ann.work_email.upper(), only_overdue=True, by=None)
    assert commands.prepare(at=AT) == 0
    _due(world, ann, -1, "Overdue")
    commands.remind_now(partnership=world.own, email=ann.work_email, at=AT, by=world.manager)
    assert _items(Digest.objects.get()) == ["Overdue"]


def test_a_second_digest_of_the_day_is_refused(world, mondays):
    ann = make_owner(world.own)
    _due(world, ann, 1)
    commands.remind_now(partnership=world.own, email=ann.work_email, at=AT, by=world.manager)
    with pytest.raises(Refused, match="has had today’s e-mail already"):
        commands.remind_now(partnership=world.own, email=ann.work_email, at=AT, by=world.manager)
    assert commands.prepare(at=AT) == 0


def test_there_is_nothing_to_send_where_nothing_is_due(world):
    with pytest.raises(Refused, match="nothing to remind"):
        commands.remind_now(partnership=world.own, email="ann@council.example", at=AT, by=world.manager)


def test_a_link_that_works_runs_on_with_the_next_digest_and_one_that_ran_out_gets_a_new_secret(world, mondays):
    ann = make_owner(world.own)
    _due(world, ann, -1)
    secrets = []
    for weeks in (0, 1, 6):
        commands.prepare(at=AT + timedelta(weeks=weeks))
        secrets.append(secret_in(Digest.objects.latest("day")))
    assert secrets[0] == secrets[1] != secrets[2]
    assert queries.link_by_secret(secrets[0]) is None
    assert Link.objects.get().expires_at == AT + timedelta(weeks=6, days=21)


def test_a_secret_is_nowhere_in_the_database(world, mondays):
    _due(world, make_owner(world.own), 1)
    commands.prepare(at=AT)
    link, secret = Link.objects.get(), secret_in(Digest.objects.get())
    assert secret not in {str(value) for value in vars(link).values()}
    assert queries.link_by_secret(secret) == link


def test_what_names_nobody_goes_to_the_business_manager_who_signs_in(world, mondays):
    action = _due(world, make_owner(world.own), -1)
    report_done(action=action, on=MONDAY, note="It is in use", by=None)
    commands.prepare(at=AT)
    digest = Digest.objects.get()
    assert digest.email == world.manager.email and not Link.objects.exists()
    assert "Sign in to deal with it" in letter_of(digest).body


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"weekdays": []}, "weekdays"),
        ({"weekdays": [6]}, "weekdays"),
        ({"lead_days": 0}, "lead_days"),
        ({"most": 500}, "most"),
    ],
)
def test_a_rhythm_that_cannot_be_is_refused_at_its_field(world, changes, field):
    with pytest.raises(Refused) as refused:
        commands.set_rhythm(**{"partnership": world.own, "is_on": True, "weekdays": [0], "by": None} | changes)
    assert refused.value.field == field


def test_the_queries_of_a_run_do_not_grow_with_what_is_due(world, mondays, django_assert_num_queries):
    ann = make_owner(world.own)
    _due(world, ann, 1)
    with CaptureQueriesContext(connection) as few:
        queries.gather([mondays], MONDAY)
    for number in range(30):
        _due(world, ann, number % 9, f"Task {number}")
    with django_assert_num_queries(len(few)):
        queries.gather([mondays], MONDAY)


def test_a_letter_tells_first_what_a_clock_runs_for_and_law_last(world, mondays, monkeypatch):
    ann = make_owner(world.own)
    days = {Weight.STANDING: 200, Weight.ORDINARY: 90, Weight.CLOCK: 1}
    told = [
        Due(
            Reference("actions.action", number),
            world.own.pk,
            weight.name,
            "Do it.",
            MONDAY - timedelta(days=ago),
            people=(ann.pk,),
            weight=weight,
        )
        for number, (weight, ago) in enumerate(days.items(), 1)
    ]
    monkeypatch.setitem(sources.SOURCES, "actions", lambda *_: told)
    assert commands.prepare(at=AT) == 1
    assert _items(Digest.objects.get()) == ["CLOCK", "ORDINARY", "STANDING"]
