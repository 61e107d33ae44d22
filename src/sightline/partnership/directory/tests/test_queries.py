from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.accounts.domain import Held, Role, Viewer
from sightline.partnership.directory import commands, queries
from sightline.partnership.directory.domain import HoldingKind, Sector, Standing, SuccessionKind

from .makers import make_area, make_organisation, make_partnership, make_person, make_post

pytestmark = pytest.mark.django_db
DAY = date(2024, 6, 1)


def viewer_of(partnership):
    return Viewer(1, "Viewer", DAY, (Held(Role.MEMBER, partnership.pk),))


def test_people_are_seen_only_with_a_role_in_their_partnership():
    p, other = make_partnership(), make_partnership("marl")
    person = make_person(p)
    assert list(queries.people_visible_to(viewer_of(p), p)) == [person]
    assert list(queries.people_visible_to(viewer_of(other), p)) == []


def test_organisations_are_the_shared_ones_and_ones_own():
    p, other = make_partnership(), make_partnership("marl")
    shared, own = make_organisation("Shared"), make_organisation("Own", partnership=p)
    make_organisation("Theirs", partnership=other)
    assert set(queries.organisations_of(p)) == {shared, own}


def test_people_come_with_the_posts_they_held_on_the_day():
    p = make_partnership()
    person, body = make_person(p), make_organisation("Wexley CCG")
    commands.rename_organisation(organisation=body, name="Wexley ICB", on=date(2022, 7, 1), by=None)
    commands.appoint(person=person, post=make_post(p, body), started_on=date(2020, 1, 1), by=None)
    then = queries.person_rows(p, date(2021, 1, 1))[0].posts[0]
    now = queries.person_rows(p, DAY)[0].posts[0]
    assert (then.organisation, now.organisation) == ("Wexley CCG", "Wexley ICB")
    assert queries.person_rows(p, date(2019, 1, 1))[0].posts == ()


def test_a_persons_former_and_coming_posts_are_apart():
    p = make_partnership()
    person, body = make_person(p), make_organisation()
    for title, start, end in (("A", 2010, 2015), ("B", 2015, None), ("C", 2030, None)):
        commands.appoint(
            person=person,
            post=make_post(p, body, title),
            started_on=date(start, 1, 1),
            ended_on=date(end, 1, 1) if end else None,
            by=None,
        )
    facts = queries.person_facts(p, person.pk, DAY)
    assert [[h.title for h in group] for group in (facts.former, facts.held, facts.to_come)] == [["A"], ["B"], ["C"]]


def test_a_person_of_another_partnership_is_not_found():
    assert queries.person_facts(make_partnership(), make_person(make_partnership("marl")).pk, DAY) is None


def test_roles_are_shown_per_area_as_held_or_vacant():
    p, body = make_partnership(), make_organisation(sector=Sector.HEALTH)
    wexley, marl = make_area("Wexley"), make_area("Marl")
    post = make_post(p, body, "Designated nurse", role="designated_nurse", area=wexley)
    commands.appoint(person=make_person(p), post=post, kind=HoldingKind.ACTING, started_on=DAY, by=None)
    rows = [r for r in queries.holders_of_roles(p, [wexley, marl], DAY) if r.role.code == "designated_nurse"]
    assert [(r.where, r.is_vacant) for r in rows] == [("Wexley", False), ("Marl", True)]
    assert rows[0].holders[0].kind == "Acting"


def test_a_post_without_an_area_answers_for_every_area():
    p = make_partnership()
    post = make_post(p, make_organisation(), "Named GP", role="named_gp")
    commands.appoint(person=make_person(p), post=post, by=None)
    rows = queries.holders_of_roles(p, [make_area("Wexley"), make_area("Marl")], DAY)
    assert [r.is_vacant for r in rows if r.role.code == "named_gp"] == [False, False]


def test_each_safeguarding_partner_is_asked_for_its_lead():
    p = make_partnership()
    for name in ("Wexley Council", "Wexley ICB", "Wexley Police", "Marl Police"):
        commands.state_standing(
            partnership=p, organisation=make_organisation(name), standing=Standing.SAFEGUARDING_PARTNER, by=None
        )
    rows = queries.holders_of_roles(p, [], DAY)
    assert sum(r.role.code == "lead_safeguarding_partner" for r in rows) == 4


def test_a_predecessor_is_recognised_and_its_successor_named():
    p = make_partnership()
    old, new = make_organisation("North Wexley ICB"), make_organisation("Wexley and Marl ICB")
    commands.record_succession(
        predecessor=old, successor=new, kind=SuccessionKind.MERGED_INTO, on=date(2023, 4, 1), by=None
    )
    found = queries.candidates_for_organisation(p, "North Wexley ICB", DAY)[0]
    assert found.id == old.pk
    assert found.because[-1] == "did not exist on that day; Wexley and Marl ICB came after it"


def test_another_partnerships_name_for_a_shared_body_is_not_used_here():
    p, other, body = make_partnership(), make_partnership("marl"), make_organisation("Metropolitan Wexley Constabulary")
    commands.name_also(organisation=body, name="The Old Bill", partnership=other, by=None)
    assert queries.candidates_for_organisation(p, "The Old Bill", DAY) == []
    assert queries.candidates_for_organisation(other, "The Old Bill", DAY)[0].id == body.pk


def test_a_post_is_recognised_with_its_holder():
    p, body = make_partnership(), make_organisation()
    commands.appoint(person=make_person(p), post=make_post(p, body, "Named Nurse"), by=None)
    found = queries.candidates_for_post(p, "named nurse", DAY, organisation=body.pk)[0]
    assert found.detail == "Wexley Council; Amara Lindqvist"
    assert found.because == ("the same name", "the same organisation")


def test_a_whole_paper_is_resolved_without_more_queries():
    p, body = make_partnership(), make_organisation()
    for number in range(5):
        commands.appoint(person=make_person(p, f"Ann Teal{number}"), post=make_post(p, body, f"Post {number}"), by=None)
    with CaptureQueriesContext(
        connection,
    ) as few:
        book = queries.name_book(p, DAY)
    with CaptureQueriesContext(connection) as none:
        book.who("Ann Teal3"), book.which_organisation("Wexley Council"), book.which_post("Post 2")
    assert len(few) <= 7
    assert len(none) == 0


@pytest.mark.parametrize("question", [queries.person_rows, queries.organisation_rows])
def test_lists_cost_the_same_number_of_queries_however_long(question):
    p, body = make_partnership(), make_organisation()
    costs = []
    for number in range(6):
        commands.appoint(
            person=make_person(p, f"P{number}"),
            post=make_post(p, make_organisation(f"Body {number}", parent=body), f"T{number}"),
            by=None,
        )
        with CaptureQueriesContext(connection) as asked:
            question(p, DAY)
        costs.append(len(asked))
    assert len(set(costs)) == 1


def test_areas_are_shown_with_what_they_lay_in_that_day():
    part, old, new = make_area("Wexley"), make_area("North"), make_area("North and West")
    placing = commands.place_area_in(part=part, whole=old, is_verified=False, by=None)
    commands.take_area_out(placing=placing, on=date(2026, 4, 1), by=None)
    commands.place_area_in(part=part, whole=new, started_on=date(2026, 4, 1), by=None)
    within = {r.name: r.within for r in queries.area_rows(DAY)}
    assert within["Wexley"] == (("North", False),)
    assert list(queries.areas_in(new, DAY)) == []
    assert list(queries.areas_in(new, date(2026, 4, 1))) == [part]
