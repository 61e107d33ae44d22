"""Each register takes the answers that are its own; and a briefing reaches agencies and subscribers."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client

from sightline.oversight.reminders import commands
from sightline.oversight.reminders.commands.links import Wanted, links_for
from sightline.oversight.reminders.domain.replies import ACCEPTED, NO_INVOLVEMENT, NOTE, PART, RECEIVED, RETURNED, Reply
from sightline.oversight.reminders.queries import due_things
from sightline.oversight.reminders.tests.makers import make_owner
from sightline.partnership.directory import commands as directory
from sightline.record.learning import commands as learning
from sightline.record.learning.domain.briefings import PARTS, BriefingKind
from sightline.record.learning.models import IssueTo
from sightline.record.recommendations.commands import address_to, record_recommendation
from sightline.record.reviews.commands import ask_agency
from sightline.record.reviews.tests.rapid_making import NOTIFIED, make_rapid

pytestmark = pytest.mark.django_db
TODAY = date.today()


@pytest.fixture
def body(world):
    return directory.record_organisation(name="Ashvale Health Trust", partnership=world.own, by=None)


@pytest.fixture
def contact(world, body):
    person = make_owner(world.own, "Con Tact")
    commands.add_contact(partnership=world.own, organisation=body, person=person, by=None)
    return person


@pytest.fixture
def say(world, contact):
    """Answers about the one thing of a kind that is due."""

    def said(kind: str, reply: Reply):
        due = next(due for due in due_things([world.own.pk], TODAY) if due.reference.kind == kind)
        at = datetime.now(UTC)
        link = links_for([Wanted(due, contact.pk, 21)], at)[(kind, due.reference.id, contact.pk)]
        return commands.answer(link=link, reply=reply, at=at)

    return said


@pytest.fixture
def asked(world, body):
    return ask_agency(rapid=make_rapid(world.own), organisation=body, on=NOTIFIED, by=None)


@pytest.mark.parametrize(("choice", "answer"), [(RETURNED, "involved"), (NO_INVOLVEMENT, "nothing_known")])
def test_an_agency_says_by_link_what_became_of_its_return(asked, say, choice, answer):
    assert not say("reviews.agencyreturn", Reply(choice)).waits
    asked.refresh_from_db()
    assert (asked.answer, asked.said_by) == (answer, "Con Tact, by e-mail link")


def test_what_fits_no_register_waits_for_the_team(asked, say):
    assert say("reviews.agencyreturn", Reply(NOTE, "We need two more days")).waits
    asked.refresh_from_db()
    assert asked.answer == ""


@pytest.mark.parametrize(
    ("reply", "answer"), [(Reply(ACCEPTED), "accepted"), (Reply(PART, "Not all"), "part_accepted")]
)
def test_a_recommendation_is_answered_by_link(world, body, contact, say, reply, answer):
    one = record_recommendation(
        partnership=world.own, text="Share the plan", source_title="Local review", made_on=TODAY, by=None
    )
    address_to(recommendation=one, organisation=body, by=None)
    say("recommendations.recommendation", reply)
    response = one.responses.get()
    assert (response.answer, response.person) == (answer, contact)


@pytest.fixture
def briefing(world, body):
    made = learning.draft_briefing(
        partnership=world.own, kind=BriefingKind.BULLETIN, title="Asking about fathers", on=TODAY, by=world.manager
    )
    texts = {part.code: "Words of this part." for part in PARTS[BriefingKind.BULLETIN]}
    learning.write_parts(briefing=made, texts=texts, by=world.manager)
    learning.approve_briefing(briefing=made, on=TODAY, by=None)
    learning.subscribe(partnership=world.own, on=TODAY, consent="Asked by e-mail", email="sub@x.example", by=None)
    learning.issue_briefing(briefing=made, on=TODAY, agencies=[body], by=world.manager)
    return made


def test_an_issued_briefing_reaches_its_agency_and_its_subscribers_once_each(briefing, contact):
    now = datetime.now(UTC)
    assert commands.send_briefings(at=now) == 2
    assert commands.send_briefings(at=now) == 0
    letters = {letter.to[0]: letter for letter in mail.outbox}
    assert set(letters) == {contact.work_email, "sub@x.example"}
    assert "/unsubscribe/" in letters["sub@x.example"].body
    assert "/answer/" in letters[contact.work_email].alternatives[0].content


def test_an_agency_confirms_receipt_and_how_many_it_was_passed_on_to_from_the_letter(briefing, contact):
    commands.send_briefings(at=datetime.now(UTC))
    plain = next(letter.body for letter in mail.outbox if letter.to == [contact.work_email])
    page = plain[plain.index("/answer/") :].split()[0]
    Client().post(page, {"choice": RECEIVED})
    issue = IssueTo.objects.get()
    assert (issue.received_on, issue.received_said_by) == (TODAY, "Con Tact, by e-mail link")
    Client().post(f"{page}?again", {"choice": RECEIVED, "people": "40", "words": "At team meetings"})
    issue.refresh_from_db()
    assert (issue.staff_reached, issue.cascaded_how) == (40, "At team meetings")


def test_a_briefing_for_an_agency_that_nobody_stands_for_waits(briefing, body):
    commands.send_briefings(at=datetime.now(UTC) + timedelta(minutes=1))
    assert IssueTo.objects.get().mailed_at is None
