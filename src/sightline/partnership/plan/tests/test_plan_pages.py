from datetime import date

import pytest
from django.urls import reverse

from sightline.foundation.accounts.commands import choose_sharing, establish_partnership
from sightline.foundation.accounts.domain import Role, Topic
from sightline.partnership.plan import commands
from sightline.partnership.plan.domain import Obligation
from sightline.partnership.plan.models import Plan, PlanFormat
from tests.world import World

from .makers import make_format
from .test_pages import address, day


def share(partnership) -> None:
    choose_sharing(partnership=partnership, topic=Topic.PLANS, is_shared=True, by=None)


def test_a_plan_is_submitted_its_sections_said_and_a_second_person_reviews_it(world: World, sign_in) -> None:
    format = make_format(review_months=12)
    governance, actions, extras = format.sections.all()
    manager = sign_in(Role.BUSINESS_MANAGER)
    data = {"title": "", "link": "https://ashvale.example/plan", **day("adopted_on", date(2026, 5, 1))}
    answer = manager.post(address("submit_plan", world, format=format.pk), data)
    plan = Plan.objects.get()
    assert answer["Location"] == address("mark_sections", world, plan=plan.pk)
    said = {
        f"use_{governance.pk}": "present",
        f"use_{actions.pk}": "silent",
        f"use_{extras.pk}": "not_used",
        f"note_{extras.pk}": "No need",
    }
    manager.post(answer["Location"], said)
    page = manager.get(address("plan", world, plan=plan.pk)).content.decode()
    assert "Optional, not used" in page and "Not said" in page and "Review its quality" not in page
    silent = {f"judgement_{one.pk}": "silent" for one in (governance, actions, extras)}
    whole = silent | {"overall": "meets", "outcome": "accepted"}
    own = manager.post(address("review_plan", world, plan=plan.pk), whole)
    assert "Someone else reviews" in own.content.decode() and not plan.reviews.exists()
    judged = silent | {f"judgement_{actions.pk}": "does_not", f"comment_{actions.pk}": "No owners"}
    judged |= {
        "overall": "in_part",
        "outcome": "returned",
        "comments": "Name owners",
        **day("resubmit_by", date(2027, 1, 4)),
    }
    team = sign_in(Role.PARTNERSHIP_TEAM)
    assert team.post(address("review_plan", world, plan=plan.pk), judged).status_code == 302
    page = manager.get(address("plan", world, plan=plan.pk)).content.decode()
    assert "Send it in again" in page and "No owners" in page and "4 January 2027" in page

    mistaken = address("remove_review", world, plan=plan.pk, review=plan.reviews.get().pk)
    assert (
        mistaken in page
        and mistaken not in sign_in(Role.MEMBER).get(address("plan", world, plan=plan.pk)).content.decode()
    )
    assert manager.post(mistaken).status_code == 302 and not plan.reviews.exists()


def test_each_side_takes_back_its_own_review_only(world: World, sign_in) -> None:
    plan = commands.submit_plan(partnership=world.own, format=make_format(), on=date(2026, 5, 1), by=None)
    share(world.own)
    review = commands.review_plan(
        plan=plan, on=date(2026, 6, 1), overall="meets", outcome="accepted", is_regional=True, by=None
    )
    manager, overseer = sign_in(Role.BUSINESS_MANAGER), sign_in(Role.REGIONAL_OVERSEER)
    assert manager.get(address("remove_review", world, plan=plan.pk, review=review.pk)).status_code == 404
    regional = reverse("plan:region_remove_review", args=[plan.pk, review.pk])
    assert regional in overseer.get(reverse("plan:region_plan", args=[plan.pk])).content.decode()
    assert overseer.post(regional).status_code == 302 and not plan.reviews.exists()


def test_the_register_says_what_is_there_what_is_missing_and_what_is_not_known(world: World, sign_in) -> None:
    make_format("Demanded plan")
    make_format("Usual plan", obligation=Obligation.USUAL)
    waived = make_format("Waived plan")
    commands.say_not_needed(partnership=world.own, format=waived, reason="County’s", on=date(2026, 1, 1), by=None)
    answer = sign_in(Role.MEMBER).get(address("plans", world), {"export": "csv"}).content.decode("utf-8-sig")
    found = {line.split(",")[0]: line for line in answer.splitlines()}
    assert "None recorded" in found["Demanded plan"] and "Not known" in found["Usual plan"]
    assert "Does not apply (County’s)" in found["Waived plan"]


def test_every_deed_on_a_plan_has_its_page(world: World, sign_in) -> None:
    client, format = sign_in(Role.BUSINESS_MANAGER), make_format()
    plan = commands.submit_plan(partnership=world.own, format=format, on=world.today, by=None)
    assert client.post(address("correct_plan", world, plan=plan.pk), {"title": "Our plan"}).status_code == 302
    page = client.get(address("plans_of", world, format=format.pk)).content.decode()
    assert "Our plan" in page and page.count("<h1") == 1
    assert client.post(address("remove_plan", world, plan=plan.pk)).status_code == 302
    where = address("plans_of", world, format=format.pk)
    client.post(address("say_not_needed", world, format=format.pk), {"reason": "Held elsewhere"})
    assert "Held elsewhere" in client.get(where).content.decode()
    client.post(address("say_needed", world, format=format.pk))
    assert "Held elsewhere" not in client.get(where).content.decode()


def test_a_region_asks_for_a_plan_and_makes_a_new_version(world: World, sign_in) -> None:
    client = sign_in(Role.REGIONAL_OVERSEER)
    data = {"title": "Harbour plan", "required": "Lights\nBoats", "optional": "Music", "review_months": "6"}
    client.post(reverse("plan:add_format"), data)
    format = PlanFormat.objects.get(title="Harbour plan")
    assert [one.is_required for one in format.sections.all()] == [True, True, False]
    client.post(reverse("plan:drop_section", args=[format.pk, format.sections.last().pk]))
    client.post(reverse("plan:add_section", args=[format.pk]), {"title": "Ropes", "is_required": "on"})
    client.post(reverse("plan:correct_format", args=[format.pk]), {"title": "Harbours plan"})
    assert "Harbours plan" in client.get(reverse("plan:formats")).content.decode()
    page = client.get(reverse("plan:format", args=[format.pk])).content.decode()
    assert "Ropes" in page and "Music" not in page and page.count("<h1") == 1
    following = day("on", date(world.today.year + 1, 4, 1))
    assert client.post(reverse("plan:new_version", args=[format.pk]), following).status_code == 302
    assert PlanFormat.objects.filter(code="harbour-plan").count() == 2
    assert "ended already" in client.post(reverse("plan:end_format", args=[format.pk]), following).content.decode()


def test_the_region_sees_who_has_a_plan_only_where_it_is_shared_and_reviews_it(world: World, sign_in) -> None:
    format = make_format(region=world.region)
    for one in (world.own, world.other):
        commands.submit_plan(partnership=one, format=format, on=world.today, by=None)
    share(world.own)
    client = sign_in(Role.REGIONAL_OVERSEER)
    lines = client.get(reverse("plan:region_plans"), {"export": "csv"}).content.decode("utf-8-sig").splitlines()
    assert "Waits for a quality review" in lines[1] and "Not shared" in lines[2]
    own, other = (Plan.objects.get(partnership=one) for one in (world.own, world.other))
    assert client.get(reverse("plan:region_plan", args=[other.pk])).status_code == 404
    data = {f"judgement_{one.pk}": "silent" for one in format.sections.all()}
    data |= {"overall": "meets", "outcome": "accepted", "comments": "Clear"}
    assert client.post(reverse("plan:region_review", args=[own.pk]), data).status_code == 302
    page = client.get(reverse("plan:region_plan", args=[own.pk])).content.decode()
    assert "Clear" in page and "The region: Ottoline Pryce" in page and page.count("<h1") == 1


@pytest.mark.parametrize(("name", "most"), [("plans", 14), ("region_plans", 16), ("formats", 14)])
def test_pages_of_plans_ask_no_more_for_more_plans(
    world: World, sign_in, django_assert_max_num_queries, name: str, most: int
) -> None:
    formats = [make_format(f"Plan {n}", region=world.region) for n in range(5)]
    for number in range(5):
        one = establish_partnership(
            slug=f"fen-{number}", name=f"Fen {number}", short_name=f"F{number}", overseen_by=world.region, by=None
        )
        share(one)
        for format in formats:
            for owner in (one, world.own):
                commands.submit_plan(partnership=owner, format=format, on=world.today, by=None)
    role, where = (
        (Role.MEMBER, address(name, world)) if name == "plans" else (Role.REGIONAL_OVERSEER, reverse(f"plan:{name}"))
    )
    client = sign_in(role)
    with django_assert_max_num_queries(most):
        assert client.get(where).status_code == 200


@pytest.mark.parametrize("name", ["region_plans", "formats"])
def test_empty_regional_pages_of_plans_say_so(world: World, sign_in, name: str) -> None:
    page = sign_in(Role.REGIONAL_OVERSEER).get(reverse(f"plan:{name}")).content.decode()
    assert page.count("<h1") == 1 and ("sl-empty" in page or "0 of 2 partnerships share their plans" in page)
