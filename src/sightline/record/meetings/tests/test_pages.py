from datetime import date, timedelta

import pytest
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.governance.commands import end_seat
from sightline.partnership.governance.domain import Capacity
from sightline.record.actions.commands import Owner
from sightline.record.meetings import commands, queries
from sightline.record.meetings.domain import MeetingState, Status
from sightline.record.meetings.domain.editing import revision_of
from sightline.record.meetings.models import Attendance, Decision, Meeting, Minutes
from tests.world import World

from .build import SmallBoard, add_deputy, give_terms, make_board


@pytest.fixture
def small(world: World) -> SmallBoard:
    small = make_board(partnership=world.own)
    small.add_seat("Council", "Ann Ashe")
    small.add_seat("Police", "Ben Birch")
    small.add_seat("Council", "Nan Notes", title="Minute taker", capacity=Capacity.SECRETARIAT)
    add_deputy(small, "Council", "Dee Dale")
    return small


@pytest.fixture
def meeting(small: SmallBoard, world: World) -> Meeting:
    return commands.plan_meeting(board=small.board, held_on=world.today, venue="Town Hall", by=None)


def address(name: str, world: World, meeting: Meeting | None = None, **parts) -> str:
    parts |= {"meeting": meeting.pk} if meeting else {}
    return reverse(f"meetings:{name}", kwargs={"partnership": world.own.slug, **parts})


def when(day: date, prefix: str = "held_on") -> dict[str, str]:
    return {f"{prefix}_day": str(day.day), f"{prefix}_month": str(day.month), f"{prefix}_year": str(day.year)}


def test_a_meeting_is_planned_with_its_standing_items(world: World, small: SmallBoard, sign_in) -> None:
    give_terms(small, standing_items=("Welcome", "Risk register"))
    day = world.today + timedelta(days=30)
    client = sign_in(Role.BUSINESS_MANAGER)
    data = when(day) | {"board": small.board.pk, "starts_at": "9:30am", "ends_at": "11:00", "venue": "Room 2"}
    assert client.post(address("plan", world), data).status_code == 302
    page = client.get(address("list", world)).content.decode()
    meeting = Meeting.objects.get(board=small.board)
    assert [item.title for item in queries.agenda_of(meeting)] == ["Welcome", "Risk register"]
    assert "9:30am to 11am" in page or meeting.held_on.year != world.today.year


def test_a_meeting_cannot_end_before_it_starts(world: World, small: SmallBoard, sign_in) -> None:
    data = when(world.today) | {"board": small.board.pk, "starts_at": "11:00", "ends_at": "9:30"}
    page = sign_in(Role.BUSINESS_MANAGER).post(address("plan", world), data).content.decode()
    assert "would end before it starts" in page and 'value="11:00"' in page


def test_a_year_is_proposed_from_the_terms_and_planned_as_changed(world: World, small: SmallBoard, sign_in) -> None:
    give_terms(small, meetings_per_year=4)
    client = sign_in(Role.BUSINESS_MANAGER)
    asked = {"board": small.board.pk, "year": world.today.year + 1, "number": ""}
    page = client.get(address("plan_year", world), asked)
    assert page.content.decode().count('type="date" id="day-') == 4
    days = {f"day-{n}": f"{world.today.year + 1}-0{n + 5}-15" for n in range(2)}
    assert client.post(address("plan_year", world), asked | days | {"day-2": ""}).status_code == 302
    assert Meeting.objects.filter(board=small.board).count() == 2


def test_the_year_without_terms_asks_how_many(world: World, small: SmallBoard, sign_in) -> None:
    asked = {"board": small.board.pk, "year": world.today.year + 1, "number": ""}
    page = sign_in(Role.BUSINESS_MANAGER).get(address("plan_year", world), asked).content.decode()
    assert "Enter a number" in page


def test_two_boards_on_one_day_are_seen_to_clash(world: World, meeting: Meeting, sign_in) -> None:
    other = make_board(name="Quality group", partnership=world.own)
    commands.plan_meeting(board=other.board, held_on=meeting.held_on, by=None)
    assert sign_in(Role.MEMBER).get(address("list", world)).content.decode().count("1 other that day") == 2


def test_a_meeting_is_moved_and_cancelled_with_a_reason(world: World, meeting: Meeting, sign_in) -> None:
    client, later = sign_in(Role.BUSINESS_MANAGER), world.today + timedelta(days=7)
    assert client.post(address("move", world, meeting), when(later) | {"venue": "Online"}).status_code == 302
    assert "Say why" in client.post(address("cancel", world, meeting), {"because": ""}).content.decode()
    assert client.post(address("cancel", world, meeting), {"because": "Snow"}).status_code == 302
    page = client.get(address("meeting", world, meeting)).content.decode()
    assert "Cancelled: Snow" in page and "On the day" not in page


def test_the_agenda_is_built_and_moved_by_buttons(world: World, meeting: Meeting, sign_in) -> None:
    client = sign_in(Role.PARTNERSHIP_TEAM)
    for title in ("Budget", "Audit"):
        client.post(address("agenda", world, meeting), {"title": title, "minutes_allowed": "20"})
    audit = meeting.agenda.get(title="Audit")
    client.post(address("agenda_item", world, meeting, item=audit.pk), {"do": "up"})
    client.post(address("agenda_item", world, meeting, item=audit.pk), {"title": "Case audit", "lead": "Ann"})
    assert [item.title for item in queries.agenda_of(meeting)] == ["Case audit", "Budget"]
    assert "20 minutes in all" in client.get(address("agenda", world, meeting)).content.decode()


def test_a_restricted_item_shows_only_its_place_to_a_member(world: World, meeting: Meeting, sign_in) -> None:
    item = commands.add_agenda_item(meeting=meeting, title="Serious incident", is_restricted=True, by=None)
    commands.record_decision(meeting=meeting, text="Commission a review", agenda_item=item, by=None)
    member = sign_in(Role.MEMBER).get(address("meeting", world, meeting)).content.decode()
    chair = sign_in(Role.CHAIR).get(address("meeting", world, meeting)).content.decode()
    assert "Serious incident" not in member and "Commission a review" not in member and "Restricted item" in member
    assert "Serious incident" in chair and "Commission a review" in chair


def test_one_mark_is_saved_as_it_is_typed_and_may_be_sent_again(world, small, meeting, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    data = {"line": f"seat-{small.seats['Police'].pk}", "status": "present"}
    for _ in range(2):
        answer = client.post(address("mark", world, meeting), data)
        assert answer.json()["counts"] == "1 of 3 seats marked"
    row = Attendance.objects.get()
    assert (row.person, row.status) == (small.people["Ben Birch"], Status.PRESENT)
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.HELD


def test_a_deputy_is_marked_with_whom_they_came_for(world, small, meeting, sign_in) -> None:
    line = f"seat-{small.seats['Council'].pk}"
    data = {"line": line, "status": "deputy", "deputy": small.people["Dee Dale"].pk}
    sign_in(Role.BUSINESS_MANAGER).post(address("mark", world, meeting), data)
    row = Attendance.objects.get()
    assert (row.person, row.deputy_for) == (small.people["Dee Dale"], small.people["Ann Ashe"])


def test_a_deputy_known_by_name_only_is_kept_as_written(world, small, meeting, sign_in) -> None:
    line = f"seat-{small.seats['Council'].pk}"
    data = {"line": line, "status": "deputy", "deputy_name": "Someone New"}
    sign_in(Role.BUSINESS_MANAGER).post(address("mark", world, meeting), data)
    row = Attendance.objects.get()
    assert (row.person, row.person_as_written, row.deputy_for) == (None, "Someone New", small.people["Ann Ashe"])


def test_a_seat_that_ended_since_keeps_its_one_row(world, small, meeting, sign_in) -> None:
    seat, ben = small.seats["Police"], small.people["Ben Birch"]
    row = commands.record_attendance(meeting=meeting, seat=seat, person=ben, status=Status.PRESENT, by=None)
    end_seat(seat=seat, on=world.today, by=None)
    client = sign_in(Role.BUSINESS_MANAGER)
    client.post(address("mark", world, meeting), {"line": f"row-{row.pk}", "status": "apologies"})
    kept = Attendance.objects.get()
    assert (kept.pk, kept.seat, kept.status) == (row.pk, seat, "apologies")


def test_a_mark_that_cannot_be_is_refused_in_plain_words(world, small, meeting, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    wrong = client.post(address("mark", world, meeting), {"line": "seat-999999", "status": "present"})
    assert "not known at this meeting" in wrong.json()["refused"]
    ahead = commands.plan_meeting(board=small.board, held_on=world.today + timedelta(days=9), by=None)
    line = f"seat-{small.seats['Police'].pk}"
    early = client.post(address("mark", world, ahead), {"line": line, "status": "present"})
    assert "not taken place yet" in early.json()["refused"]
    assert "saved" in client.post(address("mark", world, ahead), {"line": line, "status": "apologies"}).json()


def test_the_whole_day_works_as_a_form(world, small, meeting, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    council, police = (f"seat-{small.seats[name].pk}" for name in ("Council", "Police"))
    data = {council: "deputy", f"{council}-deputy": small.people["Dee Dale"].pk, police: "apologies"}
    assert client.post(address("day", world, meeting), data).status_code == 302
    client.post(address("add_guest", world, meeting), {"guest-person_as_written": "Gil Grey"})
    statuses = sorted(Attendance.objects.values_list("status", flat=True))
    assert statuses == ["apologies", "deputy", "guest"]
    page = client.get(address("day", world, meeting)).content.decode()
    assert "2 of 3 seats marked" in page and "Gil Grey" in page and page.count("<h1") == 1


def test_decisions_and_actions_are_recorded_beside_the_seats(world, small, meeting, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    fetched = {"headers": {"X-Requested-With": "fetch"}}
    beside = client.post(address("decide", world, meeting), {"decision-text": "Agreed the plan"}, **fetched)
    assert beside.status_code == 200 and "Agreed the plan" in beside.content.decode()
    data = {"action-what": "Send it", "action-owner": f"organisation:{small.organisations['Police'].pk}"}
    beside = client.post(address("raise_action", world, meeting), data, **fetched)
    assert "Send it" in beside.content.decode() and "Police" in beside.content.decode()
    empty = client.post(address("decide", world, meeting), {"decision-text": ""}, **fetched)
    assert "Write what was decided" in empty.content.decode()
    assert Decision.objects.get().number == "D1"


def test_open_actions_of_earlier_meetings_are_carried_or_closed(world, small, meeting, sign_in) -> None:
    earlier = commands.record_meeting(board=small.board, held_on=world.today - timedelta(days=60), by=None)
    first, second = (
        commands.raise_action_at_meeting(meeting=earlier, what=what, leads=[Owner(person=small.person("Cy"))], by=None)
        for what in ("Write", "Read")
    )
    client = sign_in(Role.BUSINESS_MANAGER)
    page = client.get(address("day", world, meeting)).content.decode()
    assert "Write" in page and "Read" in page
    client.post(address("carried", world, meeting), {"do": "close", "action": second.pk, "note": "Read aloud"})
    client.post(address("carried", world, meeting), {"do": "all"})
    kinds = {(link.action_id, link.kind) for link in queries.action_links_of(meeting)}
    assert kinds == {(first.pk, "carried"), (second.pk, "closed")}


def test_pages_of_a_meeting_take_no_more_queries_for_more_seats(
    world, small, meeting, sign_in, django_assert_max_num_queries
) -> None:
    for number in range(25):
        small.add_seat(f"Agency {number}", f"Person {number}")
        commands.record_attendance(
            meeting=meeting, seat=small.seats[f"Agency {number}"], status=Status.PRESENT, by=None
        )
        commands.raise_action_at_meeting(meeting=meeting, what=f"Task {number}", by=None)
        commands.record_decision(meeting=meeting, text=f"Decision {number}", by=None)
    client = sign_in(Role.BUSINESS_MANAGER)
    for page in ("meeting", "day", "agenda", "minutes", "write"):
        with django_assert_max_num_queries(38):
            client.get(address(page, world, meeting))


def test_the_draft_begins_with_what_the_record_knows(world, small, meeting, sign_in) -> None:
    commands.record_attendance(
        meeting=meeting, seat=small.seats["Police"], person=small.people["Ben Birch"], status=Status.PRESENT, by=None
    )
    earlier = commands.record_meeting(board=small.board, held_on=world.today - timedelta(days=60), by=None)
    commands.raise_action_at_meeting(meeting=earlier, what="Write the plan", by=None)
    commands.record_decision(meeting=meeting, text="Agreed the budget", by=None)
    page = sign_in(Role.BUSINESS_MANAGER).get(address("write", world, meeting)).content.decode()
    for words in ("Ben Birch, Police member (Police)", "Write the plan (owner: no owner", "D1: Agreed the budget"):
        assert words in page
    assert "## Attendance over the last year" in page and "| Police |" in page


def test_two_editors_see_both_texts_and_lose_none(world, meeting, sign_in) -> None:
    manager, team = sign_in(Role.BUSINESS_MANAGER), sign_in(Role.PARTNERSHIP_TEAM)
    began = manager.post(address("autosave", world, meeting), {"text": "Start"}).json()["revision"]
    manager.post(address("autosave", world, meeting), {"text": "The manager’s words", "began_from": began})
    late = team.post(address("autosave", world, meeting), {"text": "The team’s words", "began_from": began})
    assert late.json()["theirs"] == "The manager’s words"
    form = team.post(address("write", world, meeting), {"text": "The team’s words", "began_from": began})
    page = form.content.decode()
    assert "The team’s words" in page and "The manager’s words" in page
    together = {"text": "Both", "began_from": late.json()["revision"]}
    assert team.post(address("write", world, meeting), together).status_code == 302
    assert queries.draft_of(meeting).text == "Both"


def test_minutes_go_from_draft_to_published_and_versions_compare(world, small, meeting, sign_in) -> None:
    team, chair, member = sign_in(Role.PARTNERSHIP_TEAM), sign_in(Role.CHAIR), sign_in(Role.MEMBER)
    team.post(address("write", world, meeting), {"text": "## Notes\n\nFirst words"})
    assert "First words" not in member.get(address("minutes", world, meeting)).content.decode()
    approve = address("approve", world, meeting, version=1)
    assert team.post(approve, when(world.today, "on")).status_code == 403
    assert chair.post(approve, when(world.today, "on")).status_code == 302
    assert chair.post(address("publish", world, meeting, version=1)).status_code == 302
    assert "First words" in member.get(address("minutes", world, meeting)).content.decode()
    team.post(address("new_version", world, meeting), {"why": "A name was wrong"})
    team.post(
        address("write", world, meeting),
        {"text": "## Notes\n\nSecond words", "began_from": revision_of(queries.draft_of(meeting).text)},
    )
    compared = team.get(address("compare", world, meeting)).content.decode()
    assert "<del>First words</del>" in compared and "<ins>Second words</ins>" in compared
    assert "First words" in member.get(address("minutes", world, meeting)).content.decode()


@pytest.mark.parametrize("page", ["write", "autosave"])
def test_minutes_that_tell_of_a_child_are_refused_and_stay_in_the_box(world, small, meeting, sign_in, page) -> None:
    telling = "The child was born on 3 May 2019."
    answer = sign_in(Role.BUSINESS_MANAGER).post(address(page, world, meeting), {"text": telling})
    said = answer.content.decode()
    assert "looks like it tells of a child" in said
    assert not Minutes.objects.filter(meeting=meeting).exists()
    assert page == "autosave" or telling in said


@pytest.mark.parametrize("kind", ["agenda", "attendance", "minutes"])
@pytest.mark.parametrize(("form", "starts"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_papers_are_taken_away(world, small, meeting, sign_in, kind: str, form: str, starts: bytes) -> None:
    commands.build_agenda(meeting=meeting, by=None)
    commands.record_attendance(meeting=meeting, seat=small.seats["Police"], status=Status.PRESENT, by=None)
    sign_in(Role.BUSINESS_MANAGER).post(address("write", world, meeting), {"text": "## Notes\n\n- One\n\n| a | b |"})
    answer = sign_in(Role.CHAIR).get(address("paper", world, meeting, kind=kind, form=form))
    assert answer.content.startswith(starts)


def test_a_drafts_paper_does_not_exist_for_a_member(world, meeting, sign_in) -> None:
    sign_in(Role.BUSINESS_MANAGER).post(address("write", world, meeting), {"text": "Draft"})
    answer = sign_in(Role.MEMBER).get(address("paper", world, meeting, kind="minutes", form="pdf"))
    assert answer.status_code == 404


def test_a_decision_written_down_wrongly_is_corrected(world: World, meeting: Meeting, sign_in) -> None:
    made = commands.record_decision(meeting=meeting, text="Agreed to close the panle", by=None)
    client = sign_in(Role.BUSINESS_MANAGER)
    assert "Correct<span" in client.get(address("meeting", world, meeting)).content.decode()
    client.post(address("correct_decision", world, meeting, decision=made.pk), {"text": "Agreed to close the panel"})
    assert Decision.objects.get(pk=made.pk).text == "Agreed to close the panel"
    empty = client.post(address("correct_decision", world, meeting, decision=made.pk), {"text": ""})
    assert "Write what was decided" in empty.content.decode()
    assert "Correct<span" not in sign_in(Role.MEMBER).get(address("meeting", world, meeting)).content.decode()
