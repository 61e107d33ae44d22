from datetime import date

import pytest

from sightline.kernel.verdict import Refused
from sightline.partnership.directory import commands, queries
from sightline.partnership.directory.domain import HoldingKind, Standing, SuccessionKind

from .makers import make_area, make_organisation, make_partnership, make_person, make_post

pytestmark = pytest.mark.django_db
APRIL = date(2020, 4, 1)


def test_a_shared_body_is_held_once():
    make_organisation("Wexley Police")
    with pytest.raises(Refused, match="already in the directory"):
        make_organisation("wexley  police")


def test_a_renamed_body_keeps_its_old_name_with_dates():
    body = make_organisation("Wexley CCG")
    commands.rename_organisation(organisation=body, name="Wexley ICB", on=date(2022, 7, 1), by=None)
    assert queries.names_of([body], date(2022, 6, 30)) == {body.pk: "Wexley CCG"}
    assert queries.names_of([body], date(2022, 7, 1)) == {body.pk: "Wexley ICB"}


def test_a_second_renaming_cannot_start_before_the_first():
    body = make_organisation("First")
    commands.rename_organisation(organisation=body, name="Second", on=date(2022, 7, 1), by=None)
    with pytest.raises(Refused, match="Choose a later date"):
        commands.rename_organisation(organisation=body, name="Third", on=date(2022, 7, 1), by=None)


def test_succession_ends_the_predecessor():
    old, new = make_organisation("Old Board"), make_organisation("New Board")
    commands.record_succession(
        predecessor=old, successor=new, kind=SuccessionKind.MERGED_INTO, on=date(2026, 4, 1), by=None
    )
    old.refresh_from_db()
    assert old.ended_on == date(2026, 4, 1)


def test_an_organisation_cannot_succeed_itself():
    body = make_organisation()
    with pytest.raises(Refused, match="cannot succeed itself"):
        commands.record_succession(predecessor=body, successor=body, kind=SuccessionKind.SPLIT_INTO, on=APRIL, by=None)


def test_a_number_given_again_replaces_the_wrong_one():
    body = make_organisation()
    commands.record_identifier(organisation=body, scheme="ods", value="QXX", by=None)
    commands.record_identifier(organisation=body, scheme="ods", value=" Z9B2Z ", by=None)
    assert [i.value for i in body.identifiers.all()] == ["Z9B2Z"]


def test_a_body_serves_an_area_once_at_a_time():
    body, area = make_organisation(), make_area()
    serves = commands.record_service_area(organisation=body, area=area, started_on=APRIL, by=None)
    with pytest.raises(Refused, match="already recorded as serving"):
        commands.record_service_area(organisation=body, area=area, started_on=date(2021, 1, 1), by=None)
    commands.end_service_area(serves=serves, on=date(2021, 1, 1), by=None)
    commands.record_service_area(organisation=body, area=area, started_on=date(2021, 1, 1), by=None)


def test_standing_is_per_partnership_and_time():
    p, body = make_partnership(), make_organisation()
    commands.state_standing(
        partnership=p, organisation=body, standing=Standing.SAFEGUARDING_PARTNER, started_on=APRIL, by=None
    )
    assert queries.statutory_partners(p, APRIL) == [body]
    assert queries.statutory_partners(p, date(2020, 3, 31)) == []
    assert queries.statutory_partners(make_partnership("marl"), APRIL) == []


def test_an_organisation_of_another_partnership_is_refused():
    p, other = make_partnership(), make_partnership("marl")
    theirs = make_organisation("Marl Youth Charity", partnership=other)
    with pytest.raises(Refused, match="another partnership"):
        make_post(p, theirs)
    with pytest.raises(Refused, match="another partnership"):
        commands.state_standing(partnership=p, organisation=theirs, standing=Standing.RELEVANT_AGENCY, by=None)


def test_a_person_holds_a_post_once_at_a_time_but_may_be_covered():
    p = make_partnership()
    post = make_post(p, make_organisation())
    ann, bob = make_person(p, "Ann Teal"), make_person(p, "Bob Reeve")
    commands.appoint(person=ann, post=post, started_on=APRIL, by=None)
    commands.appoint(person=bob, post=post, kind=HoldingKind.COVER, started_on=date(2021, 1, 1), by=None)
    with pytest.raises(Refused, match="already holds this post"):
        commands.appoint(person=ann, post=post, started_on=date(2022, 1, 1), by=None)


def test_a_person_of_another_partnership_cannot_be_appointed():
    p, other = make_partnership(), make_partnership("marl")
    with pytest.raises(Refused, match="another partnership"):
        commands.appoint(person=make_person(other), post=make_post(p, make_organisation()), by=None)


def test_a_holding_cannot_end_before_it_starts():
    p = make_partnership()
    held = commands.appoint(person=make_person(p), post=make_post(p, make_organisation()), started_on=APRIL, by=None)
    with pytest.raises(Refused, match="would end before it starts"):
        commands.correct_holding(holding=held, ended_on=date(2020, 3, 31), by=None)


def test_ending_a_post_ends_whoever_holds_it():
    p = make_partnership()
    post = make_post(p, make_organisation())
    held = commands.appoint(person=make_person(p), post=post, started_on=APRIL, by=None)
    commands.end_post(post=post, on=date(2024, 1, 1), by=None)
    held.refresh_from_db()
    assert held.ended_on == date(2024, 1, 1)


def test_a_role_that_nobody_knows_is_refused():
    with pytest.raises(Refused, match="Leave the role empty"):
        make_post(make_partnership(), make_organisation(), role="grand_vizier")


def test_only_named_values_are_corrected():
    with pytest.raises(ValueError, match="partnership is not corrected here"):
        commands.correct_person(person=make_person(make_partnership()), partnership=None, by=None)
