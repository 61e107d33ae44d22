"""From issue over receipt to passing on: in the agencies' own word, chased, due, and sent by e-mail."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sightline.foundation.trail.models import Entry
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.commands import appoint, create_post, record_person
from sightline.record.learning import commands, queries
from sightline.record.learning.domain.issues import Stage
from sightline.record.learning.models import Copy, Subscriber
from tests.world import World

from .makers import APPROVED, ISSUED, make_agency, make_draft, make_issued, write_all

LATER = date(2024, 7, 1)
AT = datetime(2024, 3, 11, 9, tzinfo=UTC)


def test_an_agency_confirms_without_an_account(world: World) -> None:
    issue = make_issued(world.own, (make_agency(world.own),)).issues.get()
    commands.confirm_receipt(issue_to=issue, on=date(2024, 3, 14), said_by="Named nurse", by=None)
    assert queries.stage_of(issue, date(2024, 3, 14)) is Stage.RECEIVED
    commands.confirm_cascade(
        issue_to=issue, on=date(2024, 4, 2), said_by="Named nurse", how="Team meetings", staff=42, teams=3
    )
    assert queries.stage_of(issue, date(2024, 4, 1)) is Stage.RECEIVED
    assert queries.stage_of(issue, LATER) is Stage.CASCADED


def test_the_first_day_of_receipt_stands(world: World) -> None:
    issue = make_issued(world.own, (make_agency(world.own),)).issues.get()
    for day in (date(2024, 3, 14), date(2024, 3, 20)):
        commands.confirm_receipt(issue_to=issue, on=day, said_by="Named nurse")
    assert issue.received_on == date(2024, 3, 14)


def test_passing_on_says_receipt_too_and_how_or_to_whom(world: World) -> None:
    issue = make_issued(world.own, (make_agency(world.own),)).issues.get()
    with pytest.raises(Refused, match="Say how it was passed on"):
        commands.confirm_cascade(issue_to=issue, on=LATER, said_by="Named nurse")
    commands.confirm_cascade(issue_to=issue, on=date(2024, 4, 2), said_by="Named nurse", how="Newsletter")
    assert issue.received_on == date(2024, 4, 2)
    assert (issue.staff_reached, issue.teams_reached) == (None, None), "not known is not zero"


def test_a_confirmation_before_the_briefing_was_sent_is_refused(world: World) -> None:
    issue = make_issued(world.own, (make_agency(world.own),)).issues.get()
    with pytest.raises(Refused, match="It was sent on 11 March 2024"):
        commands.confirm_receipt(issue_to=issue, on=date(2024, 3, 1), said_by="Named nurse")


def test_a_confirmation_entered_wrongly_is_taken_back(world: World) -> None:
    issue = make_issued(world.own, (make_agency(world.own),)).issues.get()
    commands.confirm_cascade(issue_to=issue, on=date(2024, 4, 2), said_by="Named nurse", how="Newsletter", staff=9)
    commands.correct_issue(issue_to=issue, received_on=None, by=None)
    assert (issue.cascaded_on, issue.staff_reached, issue.received_said_by) == (None, None, "")


def test_an_agency_is_chased_until_it_has_confirmed_all(world: World) -> None:
    issue = make_issued(world.own, (make_agency(world.own),)).issues.get()
    commands.chase_agency(issue_to=issue, on=LATER, words="Telephoned", by=world.manager)
    assert issue.chases.get().words == "Telephoned"
    commands.confirm_cascade(issue_to=issue, on=LATER, said_by="Inspector", how="Briefings at handover")
    with pytest.raises(Refused, match="has confirmed all"):
        commands.chase_agency(issue_to=issue, on=LATER, words="Again", by=None)


def test_a_draft_goes_to_no_agency_and_an_agency_gets_it_once(world: World) -> None:
    agency = make_agency(world.own)
    with pytest.raises(Refused, match="issued and not retired"):
        commands.send_to_agency(briefing=make_draft(world.own), organisation=agency, on=ISSUED, by=None)
    briefing = make_issued(world.own, (agency,), title="Another")
    with pytest.raises(Refused, match="already"):
        commands.send_to_agency(briefing=briefing, organisation=agency, on=ISSUED, by=None)
    with pytest.raises(Refused, match="another partnership"):
        stranger = make_agency(world.other, "Moor Police")
        commands.send_to_agency(briefing=briefing, organisation=stranger, on=ISSUED, by=None)


def subscribe(world: World, email: str, sector: str = "") -> Subscriber:
    return commands.subscribe(
        partnership=world.own, email=email, sector=sector, on=date(2024, 1, 8), consent="At the June training", by=None
    )


def test_subscribers_of_its_sector_are_sent_a_copy(world: World) -> None:
    health, everything = subscribe(world, "a@reed.example", "health"), subscribe(world, "b@reed.example")
    subscribe(world, "c@reed.example", "police")
    gone = subscribe(world, "d@reed.example")
    commands.end_subscription(subscriber=gone, on=date(2024, 2, 1))
    briefing = make_issued(world.own, sectors=["health"])
    assert {copy.subscriber for copy in briefing.copies.all()} == {health, everything}


def test_the_address_goes_when_the_subscription_ends_and_the_trail_never_had_it(world: World) -> None:
    one = subscribe(world, "reader@reed.example")
    make_issued(world.own)
    commands.end_subscription(subscriber=one, on=LATER)
    one.refresh_from_db()
    assert (one.email, one.ended_on) == ("", LATER)
    assert not Copy.objects.exists(), "what waited to be sent is withdrawn"
    assert not [entry for entry in Entry.objects.all() if "reader@reed" in f"{entry.before} {entry.after}"]


def test_a_subscription_asks_for_one_address_and_for_consent(world: World) -> None:
    with pytest.raises(Refused, match="one of the three"):
        commands.subscribe(partnership=world.own, on=ISSUED, consent="Asked", by=None)
    subscribe(world, "a@reed.example")
    with pytest.raises(Refused, match="already"):
        subscribe(world, "A@reed.example")


def test_a_token_ends_one_subscription_and_cannot_be_guessed(world: World) -> None:
    one, other = subscribe(world, "a@reed.example"), subscribe(world, "b@reed.example")
    token = queries.unsubscribe_token(one)
    assert queries.subscriber_of_token(token) == one
    forged = token.replace(f"{one.pk}:", f"{other.pk}:", 1)
    assert queries.subscriber_of_token(forged) is None


def test_letters_wait_until_they_are_sent(world: World, django_assert_max_num_queries) -> None:
    agencies = [make_agency(world.own, f"Agency {number}") for number in range(4)]
    post = create_post(partnership=world.own, organisation=agencies[0], title="Named nurse", by=None)
    person = record_person(partnership=world.own, name="Nell Orme", work_email="nell@reed.example", by=None)
    appoint(person=person, post=post, started_on=date(2023, 1, 1), by=None)
    subscribe(world, "a@reed.example")
    briefing = make_issued(world.own, tuple(agencies))
    commands.correct_issue(issue_to=briefing.issues.get(organisation=agencies[0]), contact=post, by=None)
    with django_assert_max_num_queries(8):
        letters = list(queries.to_send([world.own.pk], ISSUED))
    assert len(letters) == 5
    assert {letter.addresses for letter in letters} == {("nell@reed.example",), (), ("a@reed.example",)}
    to_nurse = next(letter for letter in letters if letter.addresses == ("nell@reed.example",))
    assert "Please confirm that it has reached Agency 0 by 25 March 2024" in to_nurse.text
    assert "<h2>Why it matters</h2>" in to_nurse.html and not to_nurse.unsubscribe
    for letter in letters:
        commands.mark_sent(row=letter.row, at=AT)
    assert list(queries.to_send([world.own.pk], ISSUED)) == []
    assert list(queries.to_send([world.other.pk], ISSUED)) == []


def test_words_typed_by_people_are_escaped_in_the_html_of_a_letter(world: World) -> None:
    briefing = make_draft(world.own, title="Less <b>is</b> more")
    write_all(briefing, "<script>alert(1)</script>")
    commands.approve_briefing(briefing=briefing, on=APPROVED, by=None)
    commands.issue_briefing(briefing=briefing, on=ISSUED, agencies=[make_agency(world.own)], by=None)
    letter = next(iter(queries.to_send([world.own.pk], ISSUED)))
    assert "<script>" not in letter.html and "<b>" not in letter.html


def test_what_is_due_from_an_agency_moves_from_receipt_to_passing_on(world: World) -> None:
    agency = make_agency(world.own)
    issue = make_issued(world.own, (agency,)).issues.get()
    due = next(iter(queries.due_things([world.own.pk], ISSUED)))
    assert (due.asks, due.due_on, due.organisations) == (
        "Confirm that you have received it",
        date(2024, 3, 25),
        (agency.pk,),
    )
    commands.confirm_receipt(issue_to=issue, on=date(2024, 3, 14), said_by="Inspector")
    due = next(iter(queries.due_things([world.own.pk], date(2024, 3, 15))))
    assert (due.asks, due.due_on) == ("Say to whom you passed it on", ISSUED + timedelta(days=42))
    commands.confirm_cascade(issue_to=issue, on=date(2024, 3, 16), said_by="Inspector", how="Handovers")
    assert list(queries.due_things([world.own.pk], date(2024, 3, 16))) == []


def test_a_statutory_partner_that_has_not_confirmed_is_a_fact(world: World) -> None:
    make_issued(world.own, (make_agency(world.own), make_agency(world.own, "Reed Housing", is_partner=False)))
    assert queries.receipts_missing_from_partners(world.own, date(2024, 3, 25)) == []
    found = queries.receipts_missing_from_partners(world.own, date(2024, 3, 27))
    assert [(one.organisation, one.days_late) for one in found] == [("Reedham Police", 2)]


def test_a_briefing_that_nobody_passed_on_is_a_fact_when_the_time_is_over(world: World) -> None:
    issue = make_issued(world.own, (make_agency(world.own),)).issues.get()
    assert queries.briefings_without_cascade(world.own, issue.cascade_due_on) == []
    assert [one.name for one in queries.briefings_without_cascade(world.own, LATER)] == ["One record of a family"]
    commands.confirm_cascade(issue_to=issue, on=date(2024, 5, 30), said_by="Inspector", how="Late, at handover")
    assert queries.briefings_without_cascade(world.own, LATER) == []
