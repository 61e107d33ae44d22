from datetime import date

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory.commands import appoint, create_post, link_account, record_person
from sightline.record.actions.models import Action
from sightline.record.reviews import commands
from sightline.record.reviews.domain.rapid import Answer
from sightline.record.reviews.models import RapidReview
from sightline.record.reviews.tests.rapid_making import (
    NOTIFIED,
    decide,
    make_body,
    make_incident,
    make_partners,
    make_rapid,
    working_days_ago,
)
from sightline.record.reviews.tests.test_incident_pages import address, typed
from tests.world import World


def running(world: World) -> RapidReview:
    """A review on its ninth working day."""
    aware = working_days_ago(world.today, 9)
    incident = make_incident(world.own, aware_on=aware, notified_on=aware)
    return make_rapid(world.own, incident=incident, on=aware)


def page_of(world: World, client, rapid: RapidReview) -> str:
    return client.get(address("rapid", world, rapid=rapid.pk)).content.decode()


def test_the_page_says_which_day_it_is_and_what_is_missing(world: World, sign_in) -> None:
    make_partners(world.own, "Ashvale Council")
    rapid = running(world)
    page = page_of(world, sign_in(Role.CHAIR), rapid)
    assert "Day 9 of 15" in page
    assert "Before it can be sent: agencies to be asked" in page and "ratification by Ashvale Council" in page
    assert page.count("<h1") == 1 and "Record the decision" not in page


def test_a_rapid_review_is_opened_from_its_incident(world: World, sign_in) -> None:
    incident = make_incident(world.own, notified_on=NOTIFIED)
    client = sign_in(Role.PARTNERSHIP_TEAM)
    answer = client.post(address("open_rapid", world, incident=incident.pk), {"reference": "RR 2026-07"})
    rapid = RapidReview.objects.get()
    assert answer["Location"] == address("rapid", world, rapid=rapid.pk) and rapid.steps.count() == 6


def test_an_earlier_review_is_recorded_without_an_incident(world: World, sign_in) -> None:
    data = {"reference": "RR 2019-01"} | typed("opened_on", date(2019, 7, 1))
    client = sign_in(Role.BUSINESS_MANAGER)
    client.post(address("record_rapid", world), data)
    page = page_of(world, client, RapidReview.objects.get())
    assert "is not known" in page and "No plan is kept" in page


def test_agencies_are_asked_chased_and_answer_on_their_pages(world: World, sign_in) -> None:
    rapid, client = running(world), sign_in(Role.PARTNERSHIP_TEAM)
    school, clinic = make_body(world.own, "Elm School"), make_body(world.own, "Fern Clinic")
    data = {"organisations": [school.pk, clinic.pk], "due_day": "10", "minutes": "90"}
    assert client.post(address("ask_agencies", world, rapid=rapid.pk), data).status_code == 302
    one, other = rapid.returns.all()
    here = {"rapid": rapid.pk, "agency_return": one.pk}
    client.post(address("chase_return", world, **here), {"how": "A call"} | typed("on", world.today))
    change = {"due_day": "8", "minutes": ""} | typed("asked_on", working_days_ago(world.today, 5))
    client.post(address("change_return", world, **here), change)
    page = page_of(world, client, rapid)
    assert "(A call)" in page and "Missing" in page and "0 of 2 have answered" in page
    client.post(address("receive_return", world, **here), {"answer": "nothing_known"} | typed("on", world.today))
    page = page_of(world, client, rapid)
    assert "No involvement" in page and "after day 8" in page and "1 of 2 have answered" in page
    client.post(address("take_back_return", world, **here))
    client.post(address("remove_return", world, rapid=rapid.pk, agency_return=other.pk))
    assert rapid.returns.get().received_on is None


def test_steps_are_marked_added_changed_and_taken_out(world: World, sign_in) -> None:
    rapid, client = running(world), sign_in(Role.BUSINESS_MANAGER)
    step = rapid.steps.first()
    here = {"rapid": rapid.pk, "step": step.pk}
    client.get(address("mark_step", world, **here))
    assert rapid.steps.first().done_on is None, "looking changes nothing"
    client.post(address("mark_step", world, **here))
    assert rapid.steps.first().done_on == world.today
    client.post(address("change_step", world, **here), {"day": "2", "what": "Letters out"})
    client.post(address("add_step", world, rapid=rapid.pk), {"day": "7", "what": "Call the scrutineer"})
    assert {"Letters out", "Call the scrutineer"} <= set(rapid.steps.values_list("what", flat=True))
    client.post(address("remove_step", world, **here))
    assert not rapid.steps.filter(pk=step.pk).exists()


def test_the_checklist_is_filled_in_and_only_what_changed_is_kept(world: World, sign_in) -> None:
    rapid, client = running(world), sign_in(Role.BUSINESS_MANAGER)
    url = address("checklist", world, rapid=rapid.pk)
    form = client.get(url).context["form"]
    data = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    client.post(url, data | {"facts": "met", "why": "not_met", "why_note": "To be written"})
    assert dict(rapid.checks.values_list("item", "answer")) == {"facts": "met", "why": "not_met"}
    page = page_of(world, client, rapid)
    assert "1 of 14 met, 12 not looked at yet" in page and "To be written" in page and "Not verified" in page


def test_meetings_actions_and_learning_are_added(world: World, sign_in) -> None:
    rapid, client = running(world), sign_in(Role.BUSINESS_MANAGER)
    here = {"rapid": rapid.pk}
    client.post(address("add_rapid_meeting", world, **here), {"name": "Review group"} | typed("held_on", world.today))
    client.post(address("raise_rapid_action", world, **here), {"what": "Check the rota", "is_immediate": "on"})
    client.post(address("add_rapid_finding", world, **here), {"text": "Health was not asked to discussions."})
    page = page_of(world, client, rapid)
    assert "Review group" in page and "Immediate action, not started" in page and "Health was not asked" in page
    assert Action.objects.get().what == "Check the rota"
    client.post(address("remove_rapid_meeting", world, rapid=rapid.pk, meeting=rapid.meetings.get().pk))
    assert not rapid.meetings.exists()


def test_a_partner_ratifies_for_the_body_where_they_hold_a_post_and_for_no_other(world: World, sign_in) -> None:
    council, police = make_partners(world.own)
    chair = record_person(partnership=world.own, name="Chandra Ellery", by=None)
    link_account(person=chair, account=world.people[Role.CHAIR], by=None)
    post = create_post(partnership=world.own, organisation=council, title="Director", by=None)
    appoint(post=post, person=chair, started_on=date(2020, 1, 1), by=None)
    rapid, client = decide(running(world), on=world.today), sign_in(Role.CHAIR)
    assert page_of(world, client, rapid).count("Give its answer") == 1
    url = address("ratify", world, rapid=rapid.pk, organisation=police.pk)
    assert "no post that you hold at Ashvale Police" in client.post(url, {"answer": "ratified"}).content.decode()
    url = address("ratify", world, rapid=rapid.pk, organisation=council.pk)
    assert client.post(url, {"answer": "ratified"}).status_code == 302
    assert rapid.ratifications.get().by == world.people[Role.CHAIR]


def test_the_team_records_decision_word_sending_reply_and_response(world: World, sign_in) -> None:
    (council,) = make_partners(world.own, "Ashvale Council")
    rapid, client, today = running(world), sign_in(Role.PARTNERSHIP_TEAM), typed("on", world.today)
    here = {"rapid": rapid.pk}
    decision = {"does_practice_review": "no", "suggests_national": "", "reasons": "The learning is clear."} | today
    assert client.post(address("decide_rapid", world, **here), decision).status_code == 302
    refused = client.post(address("send_rapid", world, **here), today).content.decode()
    assert "Still missing" in refused and "ratification by Ashvale Council" in refused
    word = {"answer": "ratified", "said_by": "The director, by e-mail"} | today
    client.post(address("record_ratification", world, rapid=rapid.pk, organisation=council.pk), word)
    client.post(address("send_rapid", world, **here), {"despite": "The returns follow"} | today)
    reply = {"reply": "disagrees", "words": "Think again.", "asks_for_more": "on"} | today
    client.post(address("rapid_reply", world, **here), reply)
    assert "no response is recorded yet" in page_of(world, client, rapid)
    client.post(address("rapid_response", world, **here), {"response": "A review was begun."} | today)
    page = page_of(world, client, rapid)
    for words in ("The learning is clear.", "on the word of The director", "The returns follow", "Think again."):
        assert words in page
    assert "A review was begun." in page and "Answered by the Panel" in page


def test_sending_and_ratifying_are_taken_back_when_entered_by_mistake(world: World, sign_in) -> None:
    (council,) = make_partners(world.own, "Ashvale Council")
    rapid, client = decide(running(world), on=world.today), sign_in(Role.BUSINESS_MANAGER)
    word = commands.ratify(rapid=rapid, organisation=council, answer="ratified", on=world.today, by=None)
    commands.send_to_panel(rapid=rapid, on=world.today, despite="Follows", by=None)
    client.post(address("take_back_sending", world, rapid=rapid.pk))
    client.post(address("remove_ratification", world, rapid=rapid.pk, ratification=word.pk))
    rapid.refresh_from_db()
    assert rapid.sent_on is None and not rapid.ratifications.exists()


def test_a_review_is_stopped_taken_up_and_counted_from_elsewhere(world: World, sign_in) -> None:
    rapid, client = running(world), sign_in(Role.BUSINESS_MANAGER)
    here = {"rapid": rapid.pk}
    client.post(address("stop_rapid", world, **here), {"because": "Criteria not met"} | typed("on", world.today))
    assert "Criteria not met" in page_of(world, client, rapid)
    client.post(address("resume_rapid", world, **here))
    client.post(address("change_start", world, **here), {"start": "day_one"})
    rapid.refresh_from_db()
    assert (rapid.stopped_on, rapid.start) == (None, "day_one")
    assert client.post(address("remove_rapid", world, **here)).status_code == 302
    assert not RapidReview.objects.exists()


@pytest.mark.parametrize(("form", "start"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_the_record_is_taken_away(world: World, sign_in, form: str, start: bytes) -> None:
    make_partners(world.own, "Ashvale Council")
    rapid = decide(running(world), on=world.today)
    asked = commands.ask_agency(rapid=rapid, organisation=make_body(world.own, "Elm School"), on=world.today, by=None)
    commands.receive_return(agency_return=asked, answer=Answer.INVOLVED, on=world.today, by=None)
    answer = sign_in(Role.CHAIR).get(address("rapid_file", world, rapid=rapid.pk, form=form))
    assert answer.content.startswith(start) and form in answer["Content-Disposition"]


def test_the_register_shows_every_review_with_the_same_number_of_queries(
    world: World, sign_in, django_assert_max_num_queries
) -> None:
    make_partners(world.own)
    for number in range(6):
        make_rapid(world.own, f"RR {number}")
    client = sign_in(Role.CHAIR)
    with django_assert_max_num_queries(18):
        page = client.get(address("rapid_reviews", world)).content.decode()
    assert "RR 5" in page and "the decision" in page.lower()
    answer = client.get(address("rapid_reviews", world), {"export": "csv"})
    assert answer["Content-Type"].startswith("text/csv")


def test_the_page_takes_no_more_queries_for_more_returns(world: World, sign_in, django_assert_max_num_queries) -> None:
    make_partners(world.own)
    rapid = decide(running(world), on=world.today)
    bodies = [make_body(world.own, f"School {n}") for n in range(12)]
    for one in commands.ask_agencies(rapid=rapid, organisations=bodies, on=world.today, by=None):
        commands.chase_return(agency_return=one, on=world.today, by=None)
    client = sign_in(Role.BUSINESS_MANAGER)
    with django_assert_max_num_queries(30):
        page_of(world, client, rapid)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ANALYST])
def test_who_may_not_read_incidents_opens_no_rapid_review_and_no_paper(world: World, sign_in, role: Role) -> None:
    rapid, client = running(world), sign_in(role)
    assert client.get(address("rapid", world, rapid=rapid.pk)).status_code == 403
    assert client.get(address("rapid_file", world, rapid=rapid.pk, form="pdf")).status_code == 403
    found = client.get(reverse("workspace:search"), {"q": rapid.review.reference}).content.decode()
    assert "Nothing that you may read holds" in found


def test_a_neighbours_review_does_not_exist(world: World, sign_in) -> None:
    rapid = make_rapid(world.other)
    assert sign_in(Role.BUSINESS_MANAGER).get(address("rapid", world, rapid=rapid.pk)).status_code == 404


def test_after_the_sending_open_steps_are_not_called_late_and_the_wait_for_the_reply_is_said(
    world: World, sign_in
) -> None:
    rapid = decide(running(world), on=world.today)
    commands.send_to_panel(rapid=rapid, on=world.today, despite="Follows", by=None)
    page = page_of(world, sign_in(Role.CHAIR), rapid)
    assert "Not marked as done" in page and "Not done yet, late" not in page
    assert "Sent 0 days ago, no reply yet. It usually comes about 10 days from sending; no rule says so." in page
