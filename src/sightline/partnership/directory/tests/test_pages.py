"""Pages of the directory: who sees what, that forms keep what was typed, that lists cost no more for more rows."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory import commands
from sightline.partnership.directory.domain import AreaKind, Standing
from sightline.partnership.directory.models import Area, Holding, Organisation, OrganisationName, Person, Post
from tests.world import World

from .makers import make_area, make_organisation, make_person, make_post

APRIL = date(2020, 4, 1)


def address(name: str, world: World, *parts: int) -> str:
    return reverse(f"directory:{name}", args=[world.own.slug, *parts])


def typed(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def test_the_list_of_people_shows_ones_own_with_their_posts(world: World, sign_in) -> None:
    body = make_organisation("Ashvale Council")
    commands.appoint(
        person=make_person(world.own, "Wyn Adair"), post=make_post(world.own, body, "Named nurse"), by=None
    )
    make_person(world.other, "Somebody Else")
    page = sign_in(Role.MEMBER).get(address("people", world)).content.decode()
    assert "Wyn Adair" in page and "Named nurse" in page and "Ashvale Council" in page
    assert "Somebody Else" not in page
    assert page.count("<h1") == 1


def test_an_empty_list_says_what_to_do(world: World, sign_in) -> None:
    assert "Nobody is in the directory yet" in sign_in(Role.MEMBER).get(address("people", world)).content.decode()


@pytest.mark.parametrize("name", ["people", "organisations"])
def test_lists_take_no_more_queries_for_more_rows(world: World, sign_in, name: str) -> None:
    client, costs = sign_in(Role.MEMBER), []
    for number in range(3):
        body = make_organisation(f"Body {number}")
        commands.appoint(person=make_person(world.own), post=make_post(world.own, body), by=None)
        client.get(address(name, world))
        with CaptureQueriesContext(connection) as asked:
            client.get(address(name, world))
        costs.append(len(asked))
    assert len(set(costs)) == 1 and costs[0] <= 12


@pytest.mark.parametrize("name", ["people", "organisations"])
def test_lists_can_be_taken_away(world: World, sign_in, name: str) -> None:
    make_person(world.own)
    answer = sign_in(Role.MEMBER).get(address(name, world), {"export": "csv"})
    assert answer["Content-Type"].startswith("text/csv")


def test_a_manager_adds_a_person_a_post_and_says_who_holds_it(world: World, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    client.post(address("create_person", world), {"name": "Wyn  Adair"})
    person = Person.objects.get(partnership=world.own, name="Wyn Adair")
    body = make_organisation("Ashvale Council")
    client.post(address("create_post", world, body.pk), {"title": "Named nurse", "role": "designated_nurse"})
    post = Post.objects.get(title="Named nurse")
    answer = client.post(
        address("fill_post", world, post.pk), {"person": person.pk, "kind": "acting"} | typed("started_on", APRIL)
    )
    assert answer.status_code == 302
    held = Holding.objects.get(post=post)
    assert (held.person, held.kind, held.started_on) == (person, "acting", APRIL)


def test_a_last_day_is_kept_as_the_day_after(world: World, sign_in) -> None:
    post = make_post(world.own, make_organisation())
    held = commands.appoint(person=make_person(world.own), post=post, started_on=APRIL, by=None)
    data = {"kind": "substantive"} | typed("started_on", APRIL) | typed("last_day", date(2024, 3, 31))
    client = sign_in(Role.BUSINESS_MANAGER)
    client.post(address("correct_holding", world, held.pk), data)
    held.refresh_from_db()
    assert held.ended_on == date(2024, 4, 1)
    assert "1 April 2020 to 31 March 2024" in client.get(address("post", world, post.pk)).content.decode()


def test_what_a_command_refuses_stands_beside_the_question(world: World, sign_in) -> None:
    person, post = make_person(world.own), make_post(world.own, make_organisation())
    commands.appoint(person=person, post=post, started_on=APRIL, by=None)
    page = sign_in(Role.BUSINESS_MANAGER).post(
        address("fill_post", world, post.pk), {"person": person.pk, "kind": "substantive"}
    )
    text = page.content.decode()
    assert "There is a problem" in text and "already holds this post" in text
    assert "<title>Error:" in text


def test_a_form_keeps_what_was_typed(world: World, sign_in) -> None:
    data = {"name": "", "work_email": "not an address", "honorific": "Dr"}
    page = sign_in(Role.BUSINESS_MANAGER).post(address("create_person", world), data).content.decode()
    assert "Enter the person’s full name" in page and 'value="Dr"' in page and "not an address" in page


def test_pickers_offer_nobody_from_another_partnership(world: World, sign_in) -> None:
    make_person(world.other, "Somebody Else")
    post = make_post(world.own, make_organisation())
    assert (
        "Somebody Else" not in sign_in(Role.BUSINESS_MANAGER).get(address("fill_post", world, post.pk)).content.decode()
    )


def test_a_shared_body_is_not_changed_by_a_partnership_but_named_for_its_papers(world: World, sign_in) -> None:
    body = make_organisation("Ashvale Police")
    client = sign_in(Role.BUSINESS_MANAGER)
    refused = client.post(address("rename_organisation", world, body.pk), {"name": "X"} | typed("on", APRIL))
    assert refused.status_code == 403 and "Ask an administrator" in refused.content.decode()
    client.post(address("name_also", world, body.pk), {"name": "The constabulary"})
    assert OrganisationName.objects.get(name="The constabulary").partnership == world.own


def test_a_partnership_renames_its_own_body(world: World, sign_in) -> None:
    body = make_organisation("Ashvale Charity", partnership=world.own)
    data = {"name": "Ashvale Together"} | typed("on", date(2023, 1, 1))
    sign_in(Role.BUSINESS_MANAGER).post(address("rename_organisation", world, body.pk), data)
    body.refresh_from_db()
    assert body.name == "Ashvale Together"
    page = sign_in(Role.MEMBER).get(address("organisation", world, body.pk), {"as-at": "2022-06-01"}).content.decode()
    assert "Ashvale Charity</h1>" in page and "Now called" in page


def test_a_body_says_what_it_is_in_these_arrangements(world: World, sign_in) -> None:
    body = make_organisation("Ashvale Council")
    client = sign_in(Role.BUSINESS_MANAGER)
    client.post(
        address("state_standing", world, body.pk), {"standing": "safeguarding_partner"} | typed("started_on", APRIL)
    )
    assert "Safeguarding partner" in client.get(address("organisation", world, body.pk)).content.decode()
    held = body.standings.get()
    client.post(address("end_standing", world, held.pk), typed("last_day", date(2022, 6, 30)))
    held.refresh_from_db()
    assert held.ended_on == date(2022, 7, 1)


def test_a_body_no_longer_serves_an_area(world: World, sign_in) -> None:
    body, area = make_organisation("Ashvale Charity", partnership=world.own), make_area("Ashvale")
    serves = commands.record_service_area(organisation=body, area=area, started_on=APRIL, by=None)
    client = sign_in(Role.BUSINESS_MANAGER)
    at = address("end_service_area", world, serves.pk)
    assert at in client.get(address("organisation", world, body.pk)).content.decode()
    assert "before it began" in client.post(at, typed("last_day", APRIL - timedelta(9))).content.decode()
    assert client.post(at, typed("last_day", date(2024, 6, 30))).status_code == 302
    serves.refresh_from_db()
    assert serves.ended_on == date(2024, 7, 1)
    assert client.get(at).status_code == 404 and sign_in(Role.MEMBER).get(at).status_code == 403


def test_the_list_of_organisations_leaves_out_shared_bodies_without_a_part_here(world: World, sign_in) -> None:
    near, far = make_organisation("Ashvale Council"), make_organisation("Faraway Council")
    commands.state_standing(partnership=world.own, organisation=near, standing=Standing.SAFEGUARDING_PARTNER, by=None)
    client = sign_in(Role.MEMBER)
    page = client.get(address("organisations", world)).content.decode()
    assert near.name in page and far.name not in page
    assert far.name in client.get(address("organisations", world), {"show": "all"}).content.decode()


def test_nothing_is_changed_while_looking_at_the_past(world: World, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    answer = client.post(f"{address('create_person', world)}?as-at=2021-01-01", {"name": "Wyn Adair"})
    assert answer.status_code == 403
    assert "Add a person" not in client.get(address("people", world), {"as-at": "2021-01-01"}).content.decode()


def test_a_member_sees_no_buttons_that_would_refuse_them(world: World, sign_in) -> None:
    body = make_organisation(partnership=world.own)
    page = sign_in(Role.MEMBER).get(address("organisation", world, body.pk)).content.decode()
    assert "Rename" not in page and "Add a post" not in page


def test_long_names_and_unknown_dates_do_not_break_a_page(world: World, sign_in) -> None:
    body = make_organisation("A" * 200, partnership=world.own, started_on=None)
    person = make_person(world.own, "B" * 150)
    commands.appoint(person=person, post=make_post(world.own, body, "C" * 160), by=None)
    page = sign_in(Role.MEMBER).get(address("person", world, person.pk)).content.decode()
    assert "C" * 160 in page and "None" not in page


def test_an_organisation_is_added_with_the_name_a_paper_proposed(world: World, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    page = client.get(address("create_organisation", world), {"name": "Lantern Trust"}).content.decode()
    assert 'value="Lantern Trust"' in page
    client.post(address("create_organisation", world), {"name": "Lantern Trust", "sector": "voluntary"})
    assert Organisation.objects.get(name="Lantern Trust").partnership == world.own


def shared(name: str, *parts: int) -> str:
    return reverse(f"directory:{name}", args=parts)


def test_an_administrator_keeps_what_all_partnerships_share(world: World, sign_in) -> None:
    client = sign_in(Role.ADMINISTRATOR)
    client.post(shared("add_shared_organisation"), {"name": "Vale Health Board", "sector": "health"})
    body = Organisation.objects.get(name="Vale Health Board")
    assert body.partnership is None
    after = make_organisation("Vale and Marl Health Board")
    data = {"successor": after.pk, "kind": "merged_into"} | typed("on", date(2026, 4, 1))
    client.post(shared("succeed_shared_organisation", body.pk), data)
    client.post(shared("number_shared_organisation", body.pk), {"scheme": "ods", "value": "Z9Z9Z"})
    client.post(shared("name_shared_organisation_also", body.pk), {"name": "Vale HB"})
    page = client.get(shared("shared_organisation", body.pk)).content.decode()
    for words in ("Merged into", "Vale and Marl Health Board", "Z9Z9Z", "Vale HB", "until 31 March 2026"):
        assert words in page
    assert "Vale Health Board" in client.get(shared("shared_organisations")).content.decode()


def test_an_administrator_keeps_areas_and_what_they_lie_in(world: World, sign_in) -> None:
    client = sign_in(Role.ADMINISTRATOR)
    client.post(shared("add_area"), {"code": "X7", "name": "Ashvale", "kind": "local_authority"})
    area, whole = Area.objects.get(code="X7"), make_area("North", AreaKind.HEALTH_BOARD)
    client.post(shared("place_area", area.pk), {"whole": whole.pk} | typed("started_on", APRIL))
    client.post(shared("take_area_out", area.wholes.get().pk), typed("last_day", date(2026, 3, 31)))
    page = client.get(shared("shared_area", area.pk)).content.decode()
    assert "1 April 2020 to 31 March 2026" in page
    assert "Ashvale" in client.get(shared("shared_areas")).content.decode()


def test_a_body_of_one_partnership_is_not_among_the_shared(world: World, sign_in) -> None:
    own = make_organisation("Ashvale Charity", partnership=world.own)
    client = sign_in(Role.ADMINISTRATOR)
    assert client.get(shared("shared_organisation", own.pk)).status_code == 404
    assert "Ashvale Charity" not in client.get(shared("shared_organisations")).content.decode()
