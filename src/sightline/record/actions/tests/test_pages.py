from datetime import timedelta

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.kernel.references import Reference
from sightline.kernel.workdays import add_working_days
from sightline.partnership.directory.commands import link_account, record_organisation, record_person
from sightline.partnership.plan.commands import set_objective, set_priority
from sightline.partnership.plan.models import Objective
from sightline.record.actions import commands
from sightline.record.actions.commands import Owner
from sightline.record.actions.domain import Rating
from sightline.record.actions.models import Action
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.evidence.models import Evidence
from tests.world import World


def make_action(world: World, what: str = "Write the protocol", **kwargs) -> Action:
    return commands.raise_action(partnership=world.own, what=what, raised_on=world.today, by=None, **kwargs)


def address(name: str, world: World, **parts) -> str:
    return reverse(f"actions:{name}", kwargs={"partnership": world.own.slug, **parts})


def an_objective(world: World, text: str = "Every plan is reviewed in time", **given) -> Objective:
    priority = set_priority(partnership=given.get("of", world.own), title="Fewer plans drift", by=None)
    return set_objective(priority=priority, text=text, by=None)


def add_audit(world: World, action: Action, grade: Grade | None = Grade.PRACTICE, **given) -> None:
    subject = Reference("actions.action", action.pk)
    given = {"title": "Audit", "note": "Seen.", "kind": Kind.ASSURANCE, "on": world.today} | given
    add_evidence(partnership=world.own, subject=subject, grade=grade, by=None, **given)


def test_the_list_shows_open_actions_and_says_which_are_overdue(world: World, sign_in) -> None:
    make_action(world, due_on=world.today - timedelta(days=1))
    done = make_action(world, "Read the protocol")
    commands.close_action(action=done, on=world.today, note="Read", by=None)
    page = sign_in(Role.MEMBER).get(address("list", world)).content.decode()
    assert "Write the protocol" in page and "Overdue" in page and "Read the protocol" not in page


def test_the_list_takes_no_more_queries_for_more_actions(world: World, sign_in, django_assert_max_num_queries) -> None:
    body = record_organisation(partnership=world.own, name="Ashvale Council", by=None)
    for number in range(12):
        task = make_action(world, f"Task {number}", leads=[Owner(organisation=body)], objectives=[an_objective(world)])
        add_audit(world, task)
    client = sign_in(Role.MEMBER)
    with django_assert_max_num_queries(17):
        client.get(address("list", world))


def test_the_list_can_be_narrowed_by_when_actions_are_due(world: World, sign_in) -> None:
    for days, what in ((-1, "Late"), (20, "Soon"), (60, "Far"), (None, "Undated")):
        due_on = world.today + timedelta(days=days) if days is not None else None
        make_action(world, what, due_on=due_on)
    client = sign_in(Role.MEMBER)
    for when, what in (("Before today", "Late"), ("In the next 30 days", "Soon"), ("No date", "Undated")):
        page = client.get(address("list", world), {"when": when, "export": "csv"}).content.decode("utf-8-sig")
        assert [line.split(",")[1] for line in page.splitlines()[1:]] == [what]


@pytest.mark.parametrize("show", ["open", "overdue", "waiting", "mine", "closed", "all"])
def test_each_list_can_be_taken_away(world: World, sign_in, show: str) -> None:
    make_action(world)
    answer = sign_in(Role.MEMBER).get(address("list", world), {"show": show, "export": "csv"})
    assert answer["Content-Type"].startswith("text/csv")


def test_a_manager_raises_an_action_with_an_owner_and_a_date(world: World, sign_in) -> None:
    body = record_organisation(partnership=world.own, name="Ashvale Police", by=None)
    data = {"what": "Visit", "owner": f"organisation:{body.pk}", "due_on_day": "1", "due_on_month": "4"}
    answer = sign_in(Role.BUSINESS_MANAGER).post(address("raise", world), data | {"due_on_year": "2030"})
    action = Action.objects.get(what="Visit")
    assert answer.status_code == 302 and action.due_on.year == 2030
    assert action.parties.get().organisation == body


def test_a_form_keeps_what_was_typed_and_names_the_error(world: World, sign_in) -> None:
    data = {"what": "", "due_on_day": "31", "due_on_month": "2", "due_on_year": "2030"}
    page = sign_in(Role.BUSINESS_MANAGER).post(address("raise", world), data).content.decode()
    assert "Say what is to be done" in page and "Enter a real date" in page and 'value="31"' in page


def test_a_member_notes_progress_on_their_own_action_only(world: World, sign_in) -> None:
    person = record_person(partnership=world.own, name="Milo Fenwick", by=None)
    link_account(person=person, account=world.people[Role.MEMBER], by=None)
    mine = make_action(world, "Mine", leads=[Owner(person=person)])
    other = make_action(world, "Other")
    client = sign_in(Role.MEMBER)
    data = {"note": "Half way", "status": "in_progress"}
    assert client.post(address("progress", world, action=mine.pk), data).status_code == 302
    refused = client.post(address("progress", world, action=other.pk), data)
    assert "This action is not yours" in refused.content.decode()
    assert mine.progress.count() == 1 and other.progress.count() == 0


def test_every_deed_on_an_action_has_its_page(world: World, sign_in) -> None:
    client, action = sign_in(Role.BUSINESS_MANAGER), make_action(world)
    deeds = {
        "due": {"why": "Late", "due_on_day": "1", "due_on_month": "4", "due_on_year": "2031"},
        "wording": {"what": "Better words", "number": "7", "owner_as_written": ""},
        "report": {"note": "Written and sent"},
        "withdraw": {"note": "Overtaken"},
        "reopen": {"note": "Not sent"},
    }
    for name, data in deeds.items():
        assert client.post(address(name, world, action=action.pk), data).status_code == 302, name
    action.refresh_from_db()
    assert (action.what, action.status) == ("Better words", "in_progress")
    page = client.get(address("action", world, action=action.pk)).content.decode()
    assert page.count("<h1") == 1 and "Not sent" in page


def export(client, world: World, **asked) -> list[str]:
    page = client.get(address("list", world), {**asked, "export": "csv"}).content.decode("utf-8-sig")
    return [line.split(",")[1] for line in page.splitlines()[1:]]


def test_the_list_can_be_narrowed_by_rating_priority_and_objective(world: World, sign_in) -> None:
    make_action(world, "Review", objectives=[an_objective(world)], rating=Rating.AT_RISK)
    make_action(world, "Other")
    client = sign_in(Role.MEMBER)
    assert export(client, world, rating="At risk") == ["Review"]
    assert export(client, world, priority="Fewer plans drift") == ["Review"]
    assert export(client, world, objective="Every plan is reviewed in time") == ["Review"]
    assert export(client, world, rating="Not rated", priority="None") == ["Other"]


def test_a_due_date_may_be_given_in_working_days_but_not_in_both_ways(world: World, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    client.post(address("raise", world), {"what": "Visit", "working_days": "15"})
    action = Action.objects.get(what="Visit")
    assert action.due_on == add_working_days(world.today, 15)
    assert "15 working days left" in client.get(address("action", world, action=action.pk)).content.decode()
    date = {"due_on_day": "1", "due_on_month": "4", "due_on_year": "2030"}
    for typed, words in (
        ({"working_days": "3", **date}, "not both"),
        ({"working_days": "0"}, "at least 1 working day"),
        ({"working_days": "900"}, "260 working days or fewer"),
        ({"working_days": "soon"}, "Enter a whole number of days"),
    ):
        page = client.post(address("raise", world), {"what": "Again", **typed}).content.decode()
        assert "There is a problem" in page and words in page


def test_an_action_is_raised_for_an_objective_and_serves_more_or_less_later(world: World, sign_in) -> None:
    first, second, foreign = an_objective(world), an_objective(world, "Second"), an_objective(world, of=world.other)
    client = sign_in(Role.BUSINESS_MANAGER)
    client.post(address("raise", world), {"what": "Visit", "objective": str(first.pk)})
    action = Action.objects.get(what="Visit")
    client.post(address("serve", world, action=action.pk), {"objective": str(second.pk)})
    refused = client.post(address("serve", world, action=action.pk), {"objective": str(foreign.pk)})
    assert "Choose an objective from the list" in refused.content.decode()
    client.post(address("unserve", world, action=action.pk), {"objective": str(first.pk)})
    client.post(address("unserve", world, action=action.pk), {"objective": "²"})
    assert action.serves.get().objective == second
    assert "Second" in client.get(address("action", world, action=action.pk)).content.decode()


def test_progress_keeps_the_rating_and_a_rated_action_stays_rated(world: World, sign_in) -> None:
    client, action = sign_in(Role.BUSINESS_MANAGER), make_action(world)
    at = address("progress", world, action=action.pk)
    client.post(at, {"note": "Two of five", "status": "in_progress", "rating": "at_risk"})
    client.post(at, {"note": "Three of five", "status": "in_progress", "rating": ""})
    action.refresh_from_db()
    assert (action.rating, action.status) == ("at_risk", "in_progress")
    assert [line.rating for line in action.progress.all()] == ["", "at_risk"]
    page = client.get(address("action", world, action=action.pk)).content.decode()
    assert "At risk" in page and "Not rated" not in page


def test_one_reports_and_another_confirms_and_the_page_says_who(world: World, sign_in) -> None:
    manager, chair, action = sign_in(Role.BUSINESS_MANAGER), sign_in(Role.CHAIR), make_action(world)
    form = manager.get(address("report", world, action=action.pk)).content.decode()
    assert "No evidence of impact yet (none is graded)" in form
    manager.post(address("report", world, action=action.pk), {"note": "It is written"})
    page = manager.get(address("action", world, action=action.pk)).content.decode()
    assert "You reported it. Someone else confirms it" in page and "Confirm that it is done" not in page
    refused = manager.post(address("confirm", world, action=action.pk), {"note": "Yes"}).content.decode()
    assert "You reported it" in refused

    add_audit(world, action, Grade.ACTIVITY)
    form = chair.get(address("confirm", world, action=action.pk)).content.decode()
    assert "Brenda Marsh reported on" in form and "activity only" in form
    assert chair.post(address("confirm", world, action=action.pk), {"note": "I saw it"}).status_code == 302
    page = chair.get(address("action", world, action=action.pk)).content.decode()
    assert "A second person: Chandra Ellery" in page and "I saw it" in page
    assert "Activity only: closed without evidence of impact" in page


def test_what_was_reported_can_be_sent_back(world: World, sign_in) -> None:
    action = make_action(world)
    sign_in(Role.BUSINESS_MANAGER).post(address("report", world, action=action.pk), {"note": "It is written"})
    chair = sign_in(Role.CHAIR)
    assert export(chair, world, show="waiting") == ["Write the protocol"]
    assert chair.post(address("send_back", world, action=action.pk), {"note": "The police have not signed"})
    page = sign_in(Role.MEMBER).get(address("action", world, action=action.pk)).content.decode()
    assert "Sent back" in page and "The police have not signed" in page and "It is written" in page
    assert export(chair, world, show="waiting") == []


def test_a_member_reports_their_own_action_and_no_other(world: World, sign_in) -> None:
    person = record_person(partnership=world.own, name="Milo Fenwick", by=None)
    link_account(person=person, account=world.people[Role.MEMBER], by=None)
    mine, other = make_action(world, "Mine", leads=[Owner(person=person)]), make_action(world, "Other")
    client = sign_in(Role.MEMBER)
    assert client.post(address("report", world, action=mine.pk), {"note": "Done"}).status_code == 302
    assert "not yours" in client.post(address("report", world, action=other.pk), {"note": "Done"}).content.decode()
    assert client.post(address("confirm", world, action=mine.pk), {"note": "Done"}).status_code == 403
    mine.refresh_from_db()
    assert mine.status == "reported" and mine.reported_by == world.people[Role.MEMBER]


def test_evidence_is_added_on_the_page_of_an_action_new_or_from_the_register(world: World, sign_in) -> None:
    client, first, second = sign_in(Role.BUSINESS_MANAGER), make_action(world), make_action(world, "Read it")
    data = {"title": "Audit of plans", "note": "Eight of ten.", "kind": "assurance", "grade": "practice"}
    answer = client.post(address("add_evidence", world, action=first.pk), data)
    assert answer["Location"] == address("action", world, action=first.pk)
    page = client.get(address("action", world, action=first.pk)).content.decode()
    assert "The evidence reaches as far as change in practice." in page and "Audit of plans" in page

    kept = address("add_evidence", world, action=second.pk) + "?kept=1"
    piece = Evidence.objects.get()
    assert client.post(kept, {"evidence": str(piece.pk)}).status_code == 302
    assert "Audit of plans" in client.get(address("action", world, action=second.pk)).content.decode()
    assert "Choose the evidence" in client.post(kept, {"evidence": ""}).content.decode()
    shown = client.get(reverse("evidence:evidence", args=[world.own.slug, piece.pk])).content.decode()
    assert address("action", world, action=second.pk) in shown


def test_expired_evidence_shows_as_expired_and_counts_no_longer(world: World, sign_in) -> None:
    action = make_action(world)
    add_audit(world, action, Grade.OUTCOME, expires_on=world.today - timedelta(days=1))
    page = sign_in(Role.MEMBER).get(address("action", world, action=action.pk)).content.decode()
    assert "No evidence of impact yet: nothing has been added that counts." in page and "Expired" in page


def test_who_does_not_own_an_action_adds_no_evidence_to_it(world: World, sign_in) -> None:
    action = make_action(world)
    answer = sign_in(Role.MEMBER).get(address("add_evidence", world, action=action.pk), follow=True)
    assert "This action is not yours" in answer.content.decode()


def test_words_about_a_child_are_refused_while_an_action_is_raised(world: World, sign_in) -> None:
    data = {"what": "Call the child with NHS number 943 476 5919"}
    page = sign_in(Role.BUSINESS_MANAGER).post(address("raise", world), data).content.decode()
    assert "tells of a child" in page and not Action.objects.exists()
