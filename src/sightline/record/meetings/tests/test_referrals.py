"""An item goes to another board, and its outcome shows where it came from."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import Partnership
from sightline.kernel.verdict import Refused
from sightline.record.meetings import commands as meetings
from sightline.record.meetings.commands import referrals as commands
from sightline.record.meetings.domain.referring import Outcome, Stage
from sightline.record.meetings.models import Referral
from sightline.record.meetings.queries import referrals as queries
from tests.world import World

from .build import make_board


def board(partnership: Partnership, name: str = "Executive") -> Any:
    return make_board(name=name, partnership=partnership).board


def send(world: World, **parts: Any) -> Referral:
    given = {"title": "Children who go missing", "ask": "Agree one protocol for all.", "on": world.today, "by": None}
    if not {"to_board", "to_partnership"} & set(parts):
        given["to_board"] = board(world.own, "Exploitation group")
    sender = parts.pop("board", None) or board(world.own)
    return commands.send_referral(board=sender, **(given | parts))


def address(name: str, partnership: Partnership, **parts: Any) -> str:
    return reverse(f"meetings:{name}", kwargs={"partnership": partnership.slug, **parts})


def page(client: Client, name: str, partnership: Partnership, **parts: Any) -> str:
    return client.get(address(name, partnership, **parts)).content.decode()


def on(day: Any) -> dict[str, str]:
    return {"on_day": str(day.day), "on_month": str(day.month), "on_year": str(day.year)}


def test_it_is_received_tabled_and_decided_and_both_sides_see_how_far_it_is(world: World) -> None:
    referral = send(world)
    meeting = meetings.plan_meeting(board=referral.to_board, held_on=world.today + timedelta(days=7), by=None)
    item = commands.table_referral(referral=referral, meeting=meeting, on=world.today, by=None)
    assert item.title == referral.title and "Agree one protocol" in item.notes
    referral.refresh_from_db()
    assert referral.received_on == world.today and referral.at_item == item
    commands.record_referral_outcome(
        referral=referral, outcome=Outcome.DECIDED, words="The protocol is agreed.", on=world.today, by=None
    )
    (facts,) = queries.referral_facts(world.own, world.today)
    assert (facts.stage, facts.months) == (Stage.ENDED, 0)


def test_an_item_taken_off_the_agenda_waits_again(world: World) -> None:
    referral = send(world)
    meeting = meetings.plan_meeting(board=referral.to_board, held_on=world.today, by=None)
    item = commands.table_referral(referral=referral, meeting=meeting, on=world.today, by=None)
    assert not queries.waiting_for_agenda(referral.to_board, world.today)
    meetings.remove_agenda_item(item=item, by=None)
    assert list(queries.waiting_for_agenda(referral.to_board, world.today)) == [referral]
    referral.refresh_from_db()
    assert referral.tabled_on is None


def test_a_cancelled_meeting_leaves_it_waiting(world: World) -> None:
    referral = send(world)
    meeting = meetings.plan_meeting(board=referral.to_board, held_on=world.today, by=None)
    commands.table_referral(referral=referral, meeting=meeting, on=world.today, by=None)
    meetings.cancel_meeting(meeting=meeting, because="Snow", by=None)
    assert list(queries.waiting_for_agenda(referral.to_board, world.today)) == [referral]
    other = meetings.plan_meeting(board=referral.to_board, held_on=world.today + timedelta(days=30), by=None)
    referral = queries.referral_in(world.own, referral.pk, world.today)
    commands.table_referral(referral=referral, meeting=other, on=world.today, by=None)
    with pytest.raises(Refused, match="on an agenda already"):
        commands.table_referral(referral=referral, meeting=other, on=world.today, by=None)


def test_where_it_may_not_go(world: World) -> None:
    sender = board(world.own)
    for to in (
        {"to_board": sender},
        {"to_board": board(world.other)},
        {"to_partnership": world.own},
        {"to_board": board(world.own, "Group"), "to_partnership": world.other},
    ):
        with pytest.raises(Refused) as refused:
            send(world, board=sender, **to)
        assert refused.value.field == "to"


def test_up_and_across_and_down_are_partnerships_of_one_region(world: World) -> None:
    assert queries.possible_receivers(world.own) == [world.other, world.region]
    assert queries.possible_receivers(world.region) == [world.own, world.other]


def test_words_of_a_child_are_refused_on_both_sides(world: World) -> None:
    sender, receiver = board(world.own), board(world.own, "Exploitation group")
    with pytest.raises(Refused, match="tells of a child"):
        send(world, board=sender, to_board=receiver, ask="NHS number 943 476 5919")
    referral = send(world, board=sender, to_board=receiver)
    with pytest.raises(Refused, match="tells of a child"):
        commands.record_referral_outcome(
            referral=referral, outcome=Outcome.REFUSED, words="NHS number 943 476 5919", on=world.today, by=None
        )


def test_the_sender_withdraws_asks_again_corrects_and_removes_in_time(world: World) -> None:
    referral = send(world)
    commands.correct_referral(referral=referral, title="Missing", ask="Agree it.", by=None)
    commands.chase_referral(referral=referral, on=world.today, words="It is urgent", by=None)
    commands.receive_referral(referral=referral, board=referral.to_board, on=world.today, by=None)
    for late in (
        lambda: commands.remove_referral(referral=referral, by=None),
        lambda: commands.correct_referral(referral=referral, title="Gone", ask="Agree it.", by=None),
    ):
        with pytest.raises(Refused, match="received it already"):
            late()
    commands.withdraw_referral(referral=referral, why="Settled otherwise", on=world.today, by=None)
    with pytest.raises(Refused, match="withdrawn"):
        commands.record_referral_outcome(
            referral=referral, outcome=Outcome.DECIDED, words="Yes", on=world.today, by=None
        )
    commands.remove_referral(
        referral=send(world, title="By mistake", board=referral.board, to_board=referral.to_board), by=None
    )
    assert Referral.objects.count() == 1


def test_the_receiving_side_is_asked_until_there_is_an_outcome(world: World) -> None:
    referral = send(world, to_partnership=world.other, answer_by=world.today)
    assert queries.due_things([world.own.pk], world.today) == []
    (due,) = queries.due_things([world.other.pk], world.today)
    assert due.partnership_id == world.other.pk and due.due_on == world.today and "Receive" in due.asks
    commands.record_referral_outcome(
        referral=referral, outcome=Outcome.NO_ACTION, words="Not ours", on=world.today, by=None
    )
    assert queries.due_things([world.other.pk], world.today) == []


def test_matters_arising_are_those_without_an_outcome_by_that_day(world: World, sign_in) -> None:
    sender = board(world.own)
    referral = send(world, board=sender)
    meeting = meetings.plan_meeting(board=sender, held_on=world.today + timedelta(days=1), by=None)
    client = sign_in(Role.PARTNERSHIP_TEAM)
    for name in ("meeting", "agenda"):
        assert "Children who go missing" in page(client, name, world.own, meeting=meeting.pk)
    commands.record_referral_outcome(
        referral=referral, outcome=Outcome.DECIDED, words="Agreed.", on=world.today, by=None
    )
    assert "Children who go missing" not in page(client, "meeting", world.own, meeting=meeting.pk)


def test_an_item_is_sent_from_a_meeting_and_tabled_from_the_other_boards_agenda(world: World, sign_in) -> None:
    sender, receiver = board(world.own), board(world.own, "Exploitation group")
    at = meetings.record_meeting(board=sender, held_on=world.today, by=None)
    decision = meetings.record_decision(meeting=at, text="Ask the group for one protocol", by=None)
    client = sign_in(Role.PARTNERSHIP_TEAM)
    data = {"to": f"board:{receiver.pk}", "about": f"decision:{decision.pk}", "title": "Protocol", "ask": "Write it."}
    assert client.post(address("refer", world.own, meeting=at.pk), data | on(world.today)).status_code == 302
    referral = Referral.objects.get()
    shown = page(client, "referral", world.own, referral=referral.pk)
    assert f"Decision {decision.number}" in shown and shown.count("<h1") == 1
    meeting = meetings.plan_meeting(board=receiver, held_on=world.today + timedelta(days=9), by=None)
    agenda = page(client, "agenda", world.own, meeting=meeting.pk)
    assert address("table_referral", world.own, referral=referral.pk) in agenda
    table = address("table_referral", world.own, referral=referral.pk)
    assert client.post(table, {"meeting": meeting.pk}).status_code == 302
    assert "Referred to this board" in page(client, "meeting", world.own, meeting=meeting.pk)
    data = {"outcome": "decided", "words": "It is written."} | on(world.today)
    assert client.post(address("referral_outcome", world.own, referral=referral.pk), data).status_code == 302
    for one in (sender, receiver):
        assert "It is written." in page(client, "referrals_of_board", world.own, board=one.pk)


def test_each_side_of_two_partnerships_sees_its_part_and_nothing_else(world: World, sign_in) -> None:
    sender, receiver = board(world.own, "Sending board"), board(world.other, "Receiving board")
    at = meetings.record_meeting(board=sender, held_on=world.today, title="Sending meeting", by=None)
    item = meetings.add_agenda_item(meeting=at, title="Secret item", by=None)
    referral = send(world, board=sender, to_partnership=world.other, agenda_item=item, to_as_written="their Executive")
    meeting = meetings.plan_meeting(board=receiver, held_on=world.today, title="Receiving meeting", by=None)
    commands.table_referral(referral=referral, meeting=meeting, on=world.today, by=None)
    here, there = sign_in(Role.PARTNERSHIP_TEAM), sign_in(world.neighbour)

    theirs = page(there, "referral", world.other, referral=referral.pk)
    assert "Children who go missing" in theirs and "Sending board, Ashvale" in theirs and "Receiving meeting" in theirs
    assert "Secret item" not in theirs and "Sending meeting" not in theirs and f"/p/{world.own.slug}/" not in theirs

    ours = page(here, "referral", world.own, referral=referral.pk)
    assert "On an agenda" in ours and "Secret item" in ours and "their Executive" in ours
    assert "Receiving board" not in ours and "Receiving meeting" not in ours and f"/p/{world.other.slug}/" not in ours

    for client, own, foreign in ((here, world.own, world.other), (there, world.other, world.own)):
        assert client.get(address("referral", foreign, referral=referral.pk)).status_code == 404
        lists = [
            page(client, "referrals", own) + client.get(address("referrals", own), {"show": "sent"}).content.decode()
        ]
        assert "Children who go missing" in lists[0]
    assert "Receiving" not in here.get(address("referrals", world.own), {"show": "sent"}).content.decode().replace(
        "Received", ""
    )


def test_each_side_does_only_its_own_deeds(world: World, sign_in) -> None:
    referral = send(world, to_partnership=world.other)
    here, there = sign_in(Role.PARTNERSHIP_TEAM), sign_in(world.neighbour)
    for name in ("receive_referral", "table_referral", "referral_outcome"):
        assert here.get(address(name, world.own, referral=referral.pk)).status_code == 404
        assert there.get(address(name, world.other, referral=referral.pk)).status_code == 200
    for name in ("withdraw_referral", "chase_referral", "correct_referral", "remove_referral"):
        assert there.get(address(name, world.other, referral=referral.pk)).status_code == 404
        assert here.get(address(name, world.own, referral=referral.pk)).status_code == 200


def test_a_third_partnership_finds_nothing(world: World, sign_in) -> None:
    referral = send(world)
    third = sign_in(world.neighbour)
    assert third.get(address("referral", world.other, referral=referral.pk)).status_code == 404
    assert third.get(address("referral", world.own, referral=referral.pk)).status_code == 404
    assert "Children who go missing" not in page(third, "referrals", world.other)


def test_a_borough_asks_the_region_and_sees_its_answer(world: World, sign_in) -> None:
    referral = send(world, to_partnership=world.region)
    sender = referral.board
    assert "Sent, not received yet" in page(sign_in(Role.MEMBER), "referrals_of_board", world.own, board=sender.pk)
    commands.receive_referral(referral=referral, board=board(world.region, "Regional board"), on=world.today, by=None)
    commands.record_referral_outcome(
        referral=referral, outcome=Outcome.SENT_BACK, words="Each borough writes its own.", on=world.today, by=None
    )
    shown = page(sign_in(Role.MEMBER), "referrals_of_board", world.own, board=sender.pk)
    assert "Each borough writes its own." in shown and "Regional board" not in shown
    overseer = page(sign_in(Role.REGIONAL_OVERSEER), "referral", world.region, referral=referral.pk)
    assert "Regional board" in overseer and "Agree one protocol for all." in overseer


def test_at_an_earlier_date_the_outcome_is_not_known(world: World, sign_in) -> None:
    referral = send(world, on=world.today - timedelta(days=9))
    commands.record_referral_outcome(
        referral=referral, outcome=Outcome.DECIDED, words="Agreed at last.", on=world.today, by=None
    )
    client = sign_in(Role.MEMBER)
    earlier = {"as-at": (world.today - timedelta(days=1)).isoformat()}
    assert (
        "Agreed at last."
        not in client.get(address("referral", world.own, referral=referral.pk), earlier).content.decode()
    )
    before = {"as-at": (world.today - timedelta(days=10)).isoformat()}
    assert client.get(address("referral", world.own, referral=referral.pk), before).status_code == 404


def test_every_deed_has_its_page(world: World, sign_in) -> None:
    referral, day = send(world), on(world.today)
    client = sign_in(Role.BUSINESS_MANAGER)
    deeds: dict[str, dict[str, Any]] = {
        "correct_referral": {"title": "Missing children", "ask": "Agree it."},
        "chase_referral": {"words": "It is urgent"} | day,
        "receive_referral": {"board": referral.to_board_id} | day,
        "withdraw_referral": {"words": "Settled otherwise"} | day,
    }
    for name, data in deeds.items():
        here = address(name, world.own, referral=referral.pk)
        assert client.get(here).content.decode().count("<h1") == 1
        assert client.post(here, data).status_code == 302, name
    shown = page(client, "referral", world.own, referral=referral.pk)
    assert "It is urgent" in shown and "Settled otherwise" in shown and "Correct the outcome" not in shown
    second = send(world, board=referral.board, to_board=referral.to_board)
    assert client.post(address("remove_referral", world.own, referral=second.pk)).status_code == 302
    data = {"to": f"partnership:{world.other.pk}", "title": "Data", "ask": "Share it."} | day
    assert client.post(address("refer_from_board", world.own, board=referral.board_id), data).status_code == 302
    wrong = client.post(address("refer_from_board", world.own, board=referral.board_id), data | {"ask": ""})
    assert "There is a problem" in wrong.content.decode()


def test_lists_do_not_ask_more_for_more_and_can_be_taken_away(
    world: World, sign_in, django_assert_max_num_queries
) -> None:
    sender, receiver = board(world.own), board(world.own, "Exploitation group")
    for number in range(8):
        send(world, board=sender, to_board=receiver, title=f"Item {number}")
    client = sign_in(Role.MEMBER)
    with django_assert_max_num_queries(14):
        client.get(address("referrals", world.own))
    with django_assert_max_num_queries(28):
        client.get(address("referrals_of_board", world.own, board=sender.pk))
    answer = client.get(address("referrals_of_board", world.own, board=sender.pk), {"side": "sent", "export": "csv"})
    assert answer.content.decode("utf-8-sig").count("Item ") == 8


def test_a_meeting_before_the_sending_does_not_take_it_and_is_not_offered(world: World, sign_in) -> None:
    referral = send(world)
    earlier = meetings.plan_meeting(board=referral.to_board, held_on=world.today - timedelta(days=9), by=None)
    with pytest.raises(Refused, match="before the item was sent"):
        commands.table_referral(referral=referral, meeting=earlier, on=world.today, by=None)
    form = page(sign_in(Role.BUSINESS_MANAGER), "table_referral", world.own, referral=referral.pk)
    assert f'value="{earlier.pk}"' not in form
