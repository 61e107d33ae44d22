"""The page on which a paper is decided."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.oversight.intake.commands import accept, refuse
from sightline.oversight.intake.domain import Choice
from sightline.partnership.directory.commands import record_person
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind
from sightline.record.meetings.models import Attendance, Meeting

from .trays import NOW, minutes_of_executive, proposal, read_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(sign_in):
    return sign_in(Role.BUSINESS_MANAGER)


@pytest.fixture
def paper(world):
    return minutes_of_executive(world.own)


def address(name, paper, *parts):
    return reverse(f"intake:{name}", args=[paper.partnership.slug, paper.pk, *parts])


def say(client, paper, kind, word, words="", **more):
    one = proposal(paper, kind, words)
    headers = more.pop("headers", {})
    return client.post(address("decide", paper, one.pk), {"word": word, **more}, headers=headers)


def test_the_meeting_comes_first_and_the_others_wait_for_it(client, paper):
    page = client.get(address("review", paper)).content.decode()
    assert page.index("Executive Board, 14 January 2026") < page.index("Rowan Tilley</h2>")
    assert "Say first which meeting this paper is of" in page


def test_without_script_a_word_leads_to_the_next_proposal(client, paper):
    answer = say(client, paper, "meeting", "accept")
    assert answer["Location"] == f"{address('review', paper)}?at={proposal(paper, 'attendance', 'Rowan').pk}#p" + str(
        proposal(paper, "attendance", "Rowan").pk
    )


def test_the_last_word_leads_to_what_became_of_the_paper(client, world):
    paper = read_as(world.own, "Neglect first", ("priorities", "Neglect first", {"title": "Neglect"}))
    assert say(client, paper, "priorities", "accept")["Location"] == address("end", paper)
    assert "1 priority" in client.get(address("end", paper)).content.decode()


def test_a_word_that_is_refused_says_why_on_the_card(client, paper):
    answer = say(client, paper, "decisions", "accept", headers={"HX-Request": "true"})
    assert "Say first which meeting this paper is of" in answer.content.decode()
    assert proposal(paper, "decisions").choice == Choice.PENDING


def test_the_second_of_two_people_is_told_what_the_first_said(client, paper, world):
    refuse(proposal=proposal(paper, "decisions"), by=world.people[Role.PARTNERSHIP_TEAM], at=NOW)
    answer = say(client, paper, "decisions", "accept", headers={"HX-Request": "true"}).content.decode()
    assert "Tobias Quill has refused this already" in answer
    assert "Take back" in answer


def test_each_word_counts_down_the_kinds_above(client, world):
    paper = read_as(world.own, "Neglect first", ("priorities", "Neglect first", {"title": "Neglect"}))
    answer = say(client, paper, "priorities", "refuse", headers={"HX-Request": "true"}).content.decode()
    assert "Priorities (0 of 1)" in answer
    assert "accept all" not in answer


def test_a_name_shows_who_it_could_be_and_what_speaks_for_each(client, paper, world):
    record_person(partnership=world.own, name="R Tilley", by=None)
    page = client.get(address("review", paper)).content.decode()
    assert "the same surname and first initial" in page
    assert "New person: Rowan Tilley" in page


def test_an_answer_that_was_changed_draws_the_page_anew(client, paper, world):
    board = create_board(partnership=world.own, name="Panel", kind=BoardKind.PANEL, by=None)
    given = {"answer-board": f"board:{board.pk}", "answer-changed": "yes"}
    answer = say(client, paper, "meeting", "accept", headers={"HX-Request": "true"}, **given)
    assert answer["HX-Refresh"] == "true"
    assert Meeting.objects.get().board == board


def test_a_corrected_value_is_shown_beside_what_was_read(client, paper):
    say(client, paper, "meeting", "accept")
    say(
        client,
        paper,
        "attendance",
        "correct",
        "Rowan",
        **{"field-person": "Rowan Tilley-Ward", "field-status": "apologies"},
    )
    assert Attendance.objects.get().status == "apologies"
    page = client.get(address("review", paper)).content.decode()
    assert "(read as: present)" in page
    assert "(read as: Rowan Tilley)" in page


def test_a_field_that_is_emptied_is_not_said(client, paper):
    say(client, paper, "meeting", "correct", **{"field-venue": ""})
    assert Meeting.objects.get().venue == ""
    assert proposal(paper, "meeting").corrected == {"venue": None}


def test_what_was_decided_can_be_taken_back(client, paper):
    say(client, paper, "meeting", "accept")
    say(client, paper, "meeting", "back")
    assert proposal(paper, "meeting").choice == Choice.PENDING
    assert not Meeting.objects.exists()


def test_accepting_all_of_a_kind_says_first_what_will_enter(client, paper):
    say(client, paper, "meeting", "accept")
    page = client.get(address("accept_all", paper, "attendance")).content.decode()
    assert "Accept 3 attendances?" in page
    assert "New person: Rowan Tilley" in page
    assert not Attendance.objects.exists()
    answer = client.post(address("accept_all", paper, "attendance"), {"word": "accept"}, follow=True)
    assert "3 accepted." in answer.content.decode()
    assert Attendance.objects.count() == 3


def test_all_of_a_kind_can_be_refused_from_the_same_page(client, paper):
    answer = client.post(address("accept_all", paper, "attendance"), {"word": "refuse"}, follow=True)
    assert "3 refused." in answer.content.decode()


def test_a_paper_without_a_meeting_asks_which_it_was(client, world):
    board = create_board(partnership=world.own, name="Panel", kind=BoardKind.PANEL, by=None)
    paper = read_as(world.own, "We agreed to meet more.", ("decisions", "agreed to meet more", {"text": "Meet more"}))
    assert "Which meeting is this paper of?" in client.get(address("review", paper)).content.decode()
    given = {"board": board.pk, "held_on_day": "3", "held_on_month": "2", "held_on_year": "2026"}
    client.post(address("state_meeting", paper), given)
    assert Meeting.objects.get().board == board
    say(client, paper, "decisions", "accept")
    assert proposal(paper, "decisions").choice == Choice.ACCEPTED


def test_kinds_can_be_looked_at_by_themselves(client, paper):
    page = client.get(address("review", paper) + "?kind=decisions").content.decode()
    assert page.count("data-proposal=") == 1


@pytest.mark.parametrize("query", ["at=99999", "at=x", "page=77", "page=x", "kind=nothing", "show=text", "show=x"])
def test_any_address_can_be_typed(client, paper, query):
    assert client.get(f"{address('review', paper)}?{query}").status_code == 200


def test_the_end_says_what_was_left_and_what_the_paper_lacked(client, paper):
    paper.faults = [{"code": "undated", "message": "The paper gives no date."}]
    paper.save()
    accept(proposal=proposal(paper, "meeting"), by=None, at=NOW)
    page = client.get(address("end", paper)).content.decode()
    assert "1 meeting" in page
    assert "7 to decide" in page
    assert "The paper gives no date." in page


def _queries(client, paper) -> int:
    with CaptureQueriesContext(connection) as caught:
        client.get(address("review", paper))
    return len(caught)


def test_the_number_of_queries_does_not_grow_with_the_proposals(client, world):
    def attended(count, name):
        text = "\n".join(f"{name} Person{n} Surname{n}" for n in range(count))
        rows = [
            (
                "attendance",
                f"{name} Person{n} Surname{n}",
                {"person": f"Person{n} Surname{n}", "post": "Nurse", "organisation": f"Trust {n}", "status": "present"},
            )
            for n in range(count)
        ]
        return read_as(world.own, text, *rows, name=f"{name}.txt")

    few, many = attended(3, "few"), attended(60, "many")
    assert _queries(client, many) <= _queries(client, few) + 1
