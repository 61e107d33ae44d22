from datetime import timedelta

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.record.reviews import commands
from sightline.record.reviews.models import ClockSetting, Incident, PlanTemplateStep
from sightline.record.reviews.tests.rapid_making import make_body, make_incident, make_rapid, working_days_ago
from tests.world import World


def address(name: str, world: World, **parts) -> str:
    return reverse(f"reviews:{name}", kwargs={"partnership": world.own.slug, **parts})


def typed(name: str, day) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def test_the_register_counts_days_and_says_what_cannot_be_counted(world: World, sign_in) -> None:
    make_incident(world.own, "SI 1", aware_on=working_days_ago(world.today, 9))
    make_incident(world.own, "SI 2", aware_on=None)
    page = sign_in(Role.CHAIR).get(address("incidents", world)).content.decode()
    assert "4 working days over" in page and "Cannot be counted" in page
    assert page.count("<h1") == 1 and "Log an incident" not in page


def test_an_empty_register_says_so(world: World, sign_in) -> None:
    assert "No serious incident is logged." in sign_in(Role.CHAIR).get(address("incidents", world)).content.decode()


def test_the_register_is_narrowed_and_taken_away(world: World, sign_in) -> None:
    make_incident(world.own, "SI open")
    make_incident(world.own, "SI told", notified_on=world.today)
    asked = {"export": "csv", "state": "Notified"}
    page = sign_in(Role.SCRUTINEER).get(address("incidents", world), asked).content.decode("utf-8-sig")
    assert "SI told" in page and "SI open" not in page


def test_the_register_takes_no_more_queries_for_more_incidents(
    world: World, sign_in, django_assert_max_num_queries
) -> None:
    body = make_body(world.own)
    for number in range(8):
        make_incident(world.own, f"SI {number}", lead_authority=body, concerned=[body])
    make_rapid(world.own)
    client = sign_in(Role.BUSINESS_MANAGER)
    with django_assert_max_num_queries(16):
        client.get(address("incidents", world))


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ANALYST])
def test_who_may_not_read_incidents_opens_nothing_of_them(world: World, sign_in, role: Role) -> None:
    incident, client = make_incident(world.own), sign_in(role)
    assert client.get(address("incidents", world)).status_code == 403
    assert client.get(address("incident", world, incident=incident.pk)).status_code == 403
    found = client.get(reverse("workspace:search"), {"q": incident.reference}).content.decode()
    assert address("incident", world, incident=incident.pk) not in found


def test_an_incident_is_logged_and_leads_to_its_page(world: World, sign_in) -> None:
    data = {"reference": "SI 2026-03", "category": "death", "is_month_only": "on"}
    data |= typed("aware_on", world.today) | typed("occurred_on", world.today - timedelta(days=40))
    answer = sign_in(Role.PARTNERSHIP_TEAM).post(address("log_incident", world), data)
    incident = Incident.objects.get()
    assert answer["Location"] == address("incident", world, incident=incident.pk)
    assert incident.is_month_only and incident.occurred_on.day == 1


def test_the_form_refuses_what_tells_of_a_child_and_keeps_what_was_typed(world: World, sign_in) -> None:
    data = {"reference": "SI 5", "category": "other", "criteria": "The child was born on 3 May 2014."}
    page = sign_in(Role.BUSINESS_MANAGER).post(address("log_incident", world), data).content.decode()
    assert "tells of a child" in page and "There is a problem" in page and 'value="SI 5"' in page
    assert not Incident.objects.exists()


def test_it_is_notified_withdrawn_opened_again_and_corrected_on_its_pages(world: World, sign_in) -> None:
    incident, client = make_incident(world.own, aware_on=world.today), sign_in(Role.BUSINESS_MANAGER)
    here = {"incident": incident.pk}
    assert client.post(address("notify_incident", world, **here), typed("on", world.today)).status_code == 302
    page = client.get(address("incident", world, **here)).content.decode()
    assert "Open the rapid review" in page and "Done on day 0, in time" in page and page.count("<h1") == 1
    ended = {"as_": "withdrawn", "because": "Criteria not met"} | typed("on", world.today)
    assert client.post(address("end_incident", world, **here), ended).status_code == 302
    assert "Criteria not met" in client.get(address("incident", world, **here)).content.decode()
    assert client.post(address("reopen_incident", world, **here)).status_code == 302
    data = {"reference": "SI 9", "category": "other"} | typed("aware_on", world.today)
    assert client.post(address("correct_incident", world, **here), data).status_code == 302
    incident.refresh_from_db()
    assert (incident.reference, incident.notified_on) == ("SI 9", world.today)
    assert client.post(address("remove_incident", world, **here)).status_code == 302
    assert not Incident.objects.exists()


def test_the_page_of_days_shows_the_three_starts_with_their_sources_and_that_they_differ(world: World, sign_in) -> None:
    page = sign_in(Role.CHAIR).get(address("clock", world)).content.decode()
    assert "Sources differ" in page and "not verified here" in page and "Essex" in page and "Devon" in page
    assert "no rule" in page and "This plan is an example" in page


def test_the_start_and_the_plan_are_chosen_on_their_pages(world: World, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    data = {"start": "day_one", "agreed_where": "Executive, May 2026"}
    assert client.post(address("choose_clock", world), data).status_code == 302
    assert ClockSetting.objects.get().start == "day_one"
    client.post(address("add_template_step", world), {"day": "3", "what": "Call the scrutineer"})
    step = PlanTemplateStep.objects.get(day=3)
    client.post(address("change_template_step", world, template_step=step.pk), {"day": "4", "what": "Call her"})
    page = client.get(address("clock", world)).content.decode()
    assert "Executive, May 2026" in page and "Call her" in page and "This plan is an example" not in page
    client.post(address("remove_template_step", world, template_step=step.pk))
    assert not PlanTemplateStep.objects.filter(day=4).exists()
    refused = client.post(address("add_template_step", world), {"day": "99", "what": "Late"}).content.decode()
    assert "from 1 to 60" in refused


def test_an_incident_without_a_date_and_with_a_withdrawal_still_shows_a_register(world: World, sign_in) -> None:
    incident = make_incident(world.own, aware_on=None)
    commands.end_incident(incident=incident, as_="withdrawn", because="Criteria", on=world.today, by=None)
    page = sign_in(Role.CHAIR).get(address("incidents", world)).content.decode()
    assert "Withdrawn" in page


def test_as_at_a_past_day_the_incident_was_still_to_be_decided_and_nobody_changes_it(world: World, sign_in) -> None:
    past = world.today - timedelta(days=10)
    incident = make_incident(world.own, aware_on=past, notified_on=world.today - timedelta(days=3))
    client = sign_in(Role.BUSINESS_MANAGER)
    session = client.session
    session["as_at"] = past.isoformat()
    session.save()
    url = address("incident", world, incident=incident.pk)
    page = client.get(url).content.decode()
    assert "To be decided" in page and "Change this incident" not in page
    assert client.post(address("notify_incident", world, incident=incident.pk), {}).status_code == 403
