from datetime import date

import pytest

from sightline.foundation.accounts.commands import establish_partnership, give_role, open_account
from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.accounts.queries import viewer_for
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Holding, Organisation, Person, Post
from sightline.record.actions import commands, policy, queries
from sightline.record.actions.commands import Owner
from sightline.record.actions.domain import PartyKind, Status
from sightline.record.actions.models import Action

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 10)


@pytest.fixture
def marsh() -> Partnership:
    return establish_partnership(slug="marsh", name="Marsh Partnership", short_name="Marsh", by=None)


@pytest.fixture
def action(marsh: Partnership) -> Action:
    return commands.raise_action(
        partnership=marsh, what="Write the protocol", raised_on=MARCH, due_on=date(2026, 4, 1), by=None
    )


def make_member(marsh: Partnership, email: str = "ann@example.org") -> User:
    user = open_account(email=email, name="Ann Ashe", by=None)
    give_role(user=user, role=Role.MEMBER, partnership=marsh, starts_on=date(2020, 1, 1), by=None)
    return user


def test_an_action_without_words_is_refused(marsh: Partnership) -> None:
    with pytest.raises(Refused, match="Say what is to be done"):
        commands.raise_action(partnership=marsh, what="  ", by=None)


def test_an_action_read_as_done_is_closed_on_the_day_it_was_raised_when_no_better_is_known(marsh) -> None:
    action = commands.raise_action(partnership=marsh, what="Circulate", raised_on=MARCH, status=Status.DONE, by=None)
    assert action.closed_on == MARCH


def test_an_overdue_action_is_one_that_is_open_after_its_date(marsh: Partnership, action: Action) -> None:
    assert not queries.overdue(marsh, on=date(2026, 4, 1)).exists()
    assert queries.overdue(marsh, on=date(2026, 4, 2)).get() == action
    commands.close_action(action=action, on=date(2026, 4, 10), note="Written", by=None)
    assert queries.overdue(marsh, on=date(2026, 4, 9)).get() == action
    assert not queries.overdue(marsh, on=date(2026, 4, 10)).exists()


def test_a_date_that_slips_is_seen_to_slip(action: Action) -> None:
    commands.change_due(action=action, due_on=date(2026, 5, 1), on=MARCH, why="Staff left", by=None)
    assert "from 1 April 2026 to 1 May 2026. Staff left" in action.progress.get().note


def test_a_closed_action_changes_only_after_it_is_opened_again(action: Action) -> None:
    commands.close_action(action=action, on=MARCH, note="Written", by=None)
    with pytest.raises(Refused, match="This action is done since 10 March 2026"):
        commands.note_progress(action=action, note="More", on=MARCH, by=None)
    commands.reopen_action(action=action, on=MARCH, why="It was not sent", by=None)
    commands.note_progress(action=action, note="More", on=MARCH, status=Status.IN_PROGRESS, by=None)
    assert action.progress.count() == 3


def test_a_withdrawn_action_says_why(action: Action) -> None:
    with pytest.raises(Refused, match="Say why the action is withdrawn"):
        commands.withdraw(action=action, on=MARCH, reason="", by=None)
    commands.withdraw(action=action, on=MARCH, reason="Done by another board", by=None)
    assert (action.status, action.closing_note) == (Status.WITHDRAWN, "Done by another board")


def test_an_owner_given_twice_is_one_party_of_the_kind_given_last(marsh: Partnership, action: Action) -> None:
    owner = Owner(organisation=Organisation.objects.create(partnership=marsh, name="Council"))
    commands.assign(action=action, owner=owner, by=None)
    party = commands.assign(action=action, owner=owner, kind=PartyKind.CONTRIBUTES, by=None)
    assert action.parties.get() == party and party.kind == PartyKind.CONTRIBUTES


def test_an_owner_from_another_partnership_is_refused(action: Action) -> None:
    vale = establish_partnership(slug="vale", name="Vale Partnership", short_name="Vale", by=None)
    with pytest.raises(Refused, match="another partnership"):
        commands.assign(action=action, owner=Owner(person=Person.objects.create(partnership=vale, name="Vi")), by=None)


def test_an_action_owned_by_a_post_follows_the_person_who_holds_it(marsh: Partnership, action: Action) -> None:
    user = make_member(marsh)
    person = Person.objects.create(partnership=marsh, name="Ann Ashe", account=user)
    council = Organisation.objects.create(partnership=marsh, name="Council")
    post = Post.objects.create(partnership=marsh, organisation=council, title="Director")
    Holding.objects.create(person=person, post=post, started_on=date(2026, 1, 1), ended_on=date(2026, 6, 1))
    commands.assign(action=action, owner=Owner(post=post), by=None)
    viewer = viewer_for(user, MARCH)
    assert queries.open_actions_for(viewer, MARCH).get() == action
    assert not queries.open_actions_for(viewer, date(2026, 6, 1)).exists()


def test_a_member_says_how_their_own_action_goes_and_no_other(marsh: Partnership, action: Action) -> None:
    viewer = viewer_for(make_member(marsh), MARCH)
    assert not policy.may_keep_actions(viewer, marsh.pk)
    assert policy.may_note_progress(viewer, action, owns=True)
    refusal = policy.may_note_progress(viewer, action, owns=False)
    assert not refusal and "not yours" in refusal.reason


def test_nobody_sees_another_partnerships_actions(action: Action) -> None:
    vale = establish_partnership(slug="vale", name="Vale Partnership", short_name="Vale", by=None)
    viewer = viewer_for(make_member(vale), MARCH)
    assert not queries.visible_to(viewer).exists()
    assert queries.action_in(vale, action.pk) is None
