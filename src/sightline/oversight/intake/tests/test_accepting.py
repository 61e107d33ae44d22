from datetime import date, time

import pytest

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.queries import search, sources_of
from sightline.foundation.library.tests.shelves import changed
from sightline.kernel.verdict import Refused
from sightline.oversight.intake.commands import (
    accept,
    accept_all,
    correct,
    refuse,
    refuse_all,
    state_meeting,
    take_back,
)
from sightline.oversight.intake.domain import Choice
from sightline.partnership.directory.commands import record_organisation, record_person
from sightline.partnership.directory.models import Organisation, Person
from sightline.partnership.governance.commands import create_board, create_seat, seat_person
from sightline.partnership.governance.domain import BoardKind
from sightline.partnership.governance.models import Board
from sightline.partnership.law.commands import record_edition, record_instrument
from sightline.record.actions.models import Action
from sightline.record.meetings.models import Attendance, Decision, Meeting

from .trays import NOW, minutes_of_executive, proposal, read_as

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(world):
    return minutes_of_executive(world.own)


@pytest.fixture
def by(world):
    return world.manager


def take(paper, kind, words="", by=None, **more):
    return accept(proposal=proposal(paper, kind, words), by=by, at=NOW, **more)


def test_a_meeting_enters_the_record_with_its_board_and_source(paper, by, world):
    taken = take(paper, "meeting", by=by)
    meeting = Meeting.objects.get()
    assert (meeting.board.name, meeting.held_on) == ("Executive Board", date(2026, 1, 14))
    assert (meeting.starts_at, meeting.venue, meeting.state) == (time(10), "Room 2", "held")
    assert (taken.choice, taken.record_id, taken.chosen_by) == (Choice.ACCEPTED, meeting.pk, by)
    [source] = sources_of(world.viewer(Role.BUSINESS_MANAGER), "meetings.meeting", meeting.pk)
    assert source.words == "14 January 2026"


def test_a_known_board_is_used_and_not_made_again(paper, by, world):
    board = create_board(partnership=world.own, name="Executive board", kind=BoardKind.EXECUTIVE, by=None)
    take(paper, "meeting", by=by)
    assert Meeting.objects.get().board == board


def test_attendance_waits_for_the_meeting(paper, by):
    with pytest.raises(Refused, match="which meeting"):
        take(paper, "attendance", "Rowan", by=by)
    assert not Person.objects.exists()


def test_attendance_enters_with_new_people_and_the_words_as_written(paper, by, world):
    take(paper, "meeting", by=by)
    take(paper, "attendance", "Rowan", by=by)
    row = Attendance.objects.get()
    assert (row.person.name, row.organisation.name, row.status) == ("Rowan Tilley", "Ashvale Council", "present")
    assert row.post_as_written == "Director of Children's Services"
    assert row.organisation.partnership == world.own
    [source] = sources_of(world.viewer(Role.BUSINESS_MANAGER), "meetings.attendance", row.pk)
    assert source.words == "Rowan Tilley"


def test_known_people_and_bodies_are_recognised(paper, by, world):
    person = record_person(partnership=world.own, name="Rowan Tilley", by=None)
    body = record_organisation(name="Ashvale Council", partnership=world.own, by=None)
    take(paper, "meeting", by=by)
    take(paper, "attendance", "Rowan", by=by)
    row = Attendance.objects.get()
    assert (row.person, row.organisation) == (person, body)
    assert (Person.objects.count(), Organisation.objects.count()) == (1, 1)


def test_an_answer_of_the_person_wins_over_what_was_chosen_beforehand(paper, by, world):
    other = record_person(partnership=world.own, name="Rowena Tilley", by=None)
    take(paper, "meeting", by=by)
    take(paper, "attendance", "Rowan", by=by, answers={"person": f"person:{other.pk}", "organisation": "words"})
    row = Attendance.objects.get()
    assert (row.person, row.person_as_written, row.organisation) == (other, "Rowan Tilley", None)


def test_a_person_of_another_partnership_cannot_be_chosen(paper, by, world):
    stranger = record_person(partnership=world.other, name="Rowan Tilley", by=None)
    take(paper, "meeting", by=by)
    take(paper, "attendance", "Rowan", by=by, answers={"person": f"person:{stranger.pk}"})
    assert Attendance.objects.get().person is None


def test_someone_who_sits_at_the_board_attends_in_their_seat(paper, by, world):
    board = create_board(partnership=world.own, name="Executive Board", kind=BoardKind.EXECUTIVE, by=None)
    person = record_person(partnership=world.own, name="Imogen Sparrow", by=None)
    seat = create_seat(board=board, title="Designated nurse", by=None)
    seat_person(seat=seat, person=person, by=None)
    take(paper, "meeting", by=by)
    take(paper, "attendance", "Imogen", by=by)
    assert Attendance.objects.get().seat == seat


def test_accepting_twice_does_nothing_twice(paper, by):
    take(paper, "meeting", by=by)
    for _ in range(2):
        take(paper, "attendance", "Rowan", by=by)
        take(paper, "decisions", by=by)
        take(paper, "actions", by=by)
    assert (Attendance.objects.count(), Decision.objects.count(), Action.objects.count()) == (1, 1, 1)


def test_all_of_a_kind_enter_at_once(paper, by):
    take(paper, "meeting", by=by)
    taken = accept_all(paper=paper, kind="attendance", by=by, at=NOW)
    assert (taken.accepted, taken.left) == (3, ())
    assert sorted(Attendance.objects.values_list("status", flat=True)) == ["apologies", "present", "present"]


def test_what_needs_a_second_look_is_left_by_the_bulk_deed(paper, by, world):
    for name in ("Rowan A Tilley", "Rowan M Tilley"):
        record_person(partnership=world.own, name=name, by=None)
    take(paper, "meeting", by=by)
    taken = accept_all(paper=paper, kind="attendance", by=by, at=NOW)
    assert taken.accepted == 2
    assert [why for _, why in taken.left] == ["Who is “Rowan Tilley”?"]


def test_all_of_a_kind_can_be_refused(paper, by):
    assert refuse_all(paper=paper, kind="attendance", by=by, at=NOW) == 3
    assert not Person.objects.exists()
    assert set(paper.proposals.filter(kind="attendance").values_list("choice", flat=True)) == {Choice.REFUSED}


def test_minutes_are_dated_by_their_meeting(paper, by):
    take(paper, "meeting", by=by)
    paper.version.document.refresh_from_db()
    assert paper.version.document.dated_on == date(2026, 1, 14)


def test_a_statement_from_a_restricted_paper_is_found_by_those_who_may_read_it(paper, by, world):
    take(paper, "initiatives", by=by)
    changed(paper.version.document, visibility="restricted")
    assert search(world.viewer(Role.MEMBER), "neglect").total == 0
    assert search(world.viewer(Role.BUSINESS_MANAGER), "neglect", kind="intake.proposal").total == 1


def test_an_action_belongs_to_its_owner_and_its_meeting(paper, by):
    take(paper, "meeting", by=by)
    take(paper, "attendance", "Imogen", by=by)
    take(paper, "actions", by=by)
    action = Action.objects.get()
    assert (action.due_on, action.due_as_written, action.raised_on) == (
        date(2026, 2, 28),
        "28 February",
        date(2026, 1, 14),
    )
    assert action.parties.get().person.name == "Imogen Sparrow"


def test_an_action_carried_in_later_minutes_is_the_same_action(paper, by, world):
    take(paper, "meeting", by=by)
    take(paper, "actions", by=by)
    later = read_as(
        world.own,
        "Minutes of 15 April 2026\nCirculate the final strategy to all agencies: in progress",
        ("meeting", "15 April 2026", {"date": "2026-04-15", "body": "Executive Board"}),
        (
            "actions",
            "Circulate the final strategy to all agencies",
            {"what": "Circulate the final strategy to all agencies"},
        ),
        name="april.txt",
    )
    take(later, "meeting", by=by)
    take(later, "actions", by=by)
    action = Action.objects.get()
    assert sorted(Meeting.objects.values_list("action_links__kind", flat=True)) == ["carried", "raised"]
    take_back(proposal=proposal(later, "actions"), by=by, at=NOW)
    assert [
        source.words for source in sources_of(world.viewer(Role.BUSINESS_MANAGER), "actions.action", action.pk)
    ] == ["Imogen Sparrow to circulate the final strategy to all agencies"]
    assert list(Meeting.objects.exclude(action_links=None).values_list("held_on", flat=True)) == [date(2026, 1, 14)]


def test_the_next_meeting_is_planned_for_the_same_board(paper, by):
    take(paper, "meeting", by=by)
    take(paper, "next_meeting", by=by)
    planned = Meeting.objects.get(held_on=date(2026, 4, 15))
    assert (planned.state, planned.board.name) == ("planned", "Executive Board")


def test_what_has_no_register_yet_stays_a_statement_that_search_finds(paper, by, world):
    taken = take(paper, "initiatives", by=by)
    assert (taken.record_kind, taken.record_id) == ("intake.proposal", taken.pk)
    found = search(world.viewer(Role.BUSINESS_MANAGER), "initiative neglect")
    assert "intake.proposal" in [hit.kind for hit in found.hits]


def test_a_correction_is_accepted_and_the_readers_value_kept_beside_it(paper, by):
    meeting = proposal(paper, "meeting")
    corrected = correct(proposal=meeting, corrected={"date": "2026-01-15"}, by=by, at=NOW)
    assert Meeting.objects.get().held_on == date(2026, 1, 15)
    assert (corrected.choice, corrected.fields["date"], corrected.corrected) == (
        Choice.CORRECTED,
        "2026-01-14",
        {"date": "2026-01-15"},
    )


def test_an_accepted_value_can_be_corrected(paper, by):
    take(paper, "meeting", by=by)
    take(paper, "decisions", by=by)
    correct(proposal=proposal(paper, "decisions"), corrected={"text": "Adopt it for two years"}, by=by, at=NOW)
    assert [d.text for d in Decision.objects.all()] == ["Adopt it for two years"]


def test_the_second_of_two_people_sees_what_the_first_chose(paper, by, world):
    refuse(proposal=proposal(paper, "decisions"), by=by, at=NOW, because="Not a decision")
    with pytest.raises(Refused, match="Brenda Marsh has refused this already"):
        take(paper, "decisions", by=world.people[Role.PARTNERSHIP_TEAM])


def test_a_word_can_be_taken_back_with_what_it_entered(paper, by, world):
    take(paper, "meeting", by=by)
    take(paper, "attendance", "Rowan", by=by)
    back = take_back(proposal=proposal(paper, "attendance", "Rowan"), by=by, at=NOW)
    assert (back.choice, back.record_id, back.chosen_by) == (Choice.PENDING, None, None)
    assert not Attendance.objects.exists()


def test_the_meeting_is_not_taken_back_under_what_stands_on_it(paper, by):
    take(paper, "meeting", by=by)
    take(paper, "attendance", "Rowan", by=by)
    with pytest.raises(Refused, match="stand on this meeting"):
        take_back(proposal=proposal(paper, "meeting"), by=by, at=NOW)
    take_back(proposal=proposal(paper, "attendance", "Rowan"), by=by, at=NOW)
    take_back(proposal=proposal(paper, "meeting"), by=by, at=NOW)
    assert not Meeting.objects.exists()


def test_a_person_can_say_which_meeting_a_paper_is_of(by, world):
    board = create_board(partnership=world.own, name="Quality Panel", kind=BoardKind.PANEL, by=None)
    paper = read_as(
        world.own, "We agreed to meet more.", ("decisions", "We agreed to meet more", {"text": "Meet more"})
    )
    state_meeting(paper=paper, board=board, on=date(2026, 2, 3), by=by, at=NOW)
    take(paper, "decisions", by=by)
    assert Decision.objects.get().meeting.held_on == date(2026, 2, 3)


def test_a_membership_list_fills_seats(by, world):
    row = {"person": "Una Marlow", "post": "Head Teacher", "organisation": "Larch School", "status": "member"}
    text = "Members: Una Marlow, Head Teacher, Larch School"
    meeting = ("meeting", "Members", {"date": None, "body": "Education Subgroup"})
    paper = read_as(world.own, text, meeting, ("attendance", "Una Marlow", row), kind="membership_list")
    for _ in range(2):
        take(paper, "attendance", by=by)
    board = Board.objects.get(name="Education Subgroup")
    assert (board.kind, board.seats.get().title) == (BoardKind.SUBGROUP, "Head Teacher")
    assert board.seats.get().memberships.get().person.name == "Una Marlow"


def test_terms_of_a_board_go_into_a_draft(by, world):
    board = create_board(partnership=world.own, name="Executive", kind=BoardKind.EXECUTIVE, by=None)
    paper = read_as(
        world.own,
        "The Executive meets quarterly. The quorum is five members.",
        ("board_structure", "meets quarterly", {"body": "Executive", "aspect": "frequency", "value": "quarterly"}),
        ("board_structure", "five members", {"body": "Executive", "aspect": "quorum", "value": "five members"}),
    )
    accept_all(paper=paper, kind="board_structure", by=by, at=NOW)
    draft = board.terms.get()
    assert (draft.state, draft.meetings_per_year, draft.quorum_minimum) == ("draft", 4, 5)


def test_the_date_of_a_paper_becomes_the_documents_date(by, world):
    paper = read_as(world.own, "Published March 2025", ("document_date", "March 2025", {"date": "2025-03"}))
    take(paper, "document_date", by=by)
    paper.version.document.refresh_from_db()
    assert (paper.version.document.dated_on, paper.version.document.dated_as_written) == (None, "March 2025")


def test_a_row_of_a_grid_goes_to_the_meeting_it_names(by, world):
    text = "Executive 2025-26\nAshvale Council Yes April 2025\nProbation Service No May 2025"
    row = {"board": "Executive", "attended": True, "mark": "Yes", "percentage": 50.0}
    paper = read_as(
        world.own,
        text,
        (
            "agency_attendance",
            "Ashvale Council Yes",
            {**row, "organisation": "Ashvale Council", "meeting_date": "2025-04"},
        ),
        (
            "agency_attendance",
            "Probation Service No",
            {**row, "organisation": "Probation Service", "meeting_date": "2025-05-06", "attended": False},
        ),
        kind="attendance_grid",
    )
    assert accept_all(paper=paper, kind="agency_attendance", by=by, at=NOW).left == ()
    rows = Attendance.objects.order_by("meeting__held_on")
    assert [(r.meeting.held_on, r.meeting.is_month_only, r.organisation.name, r.status) for r in rows] == [
        (date(2025, 4, 1), True, "Ashvale Council", "present"),
        (date(2025, 5, 6), False, "Probation Service", "absent"),
    ]
    assert Board.objects.get().name == "Executive"


def test_a_deputy_comes_in_the_seat_of_whom_they_stand_for(by, world):
    board = create_board(partnership=world.own, name="Executive Board", kind=BoardKind.EXECUTIVE, by=None)
    member = record_person(partnership=world.own, name="Sam Teague", by=None)
    seat = create_seat(board=board, title="Probation", by=None)
    seat_person(seat=seat, person=member, by=None)
    text = "14 January 2026. Rowena Attah (deputising for Sam Teague)"
    row = {"person": "Rowena Attah", "post": None, "organisation": None, "status": "deputy", "deputy_for": "Sam Teague"}
    paper = read_as(
        world.own,
        text,
        ("meeting", "14 January 2026", {"date": "2026-01-14", "body": "Executive Board"}),
        ("attendance", "Rowena Attah", row),
    )
    take(paper, "meeting", by=by)
    take(paper, "attendance", by=by)
    came = Attendance.objects.get()
    assert (came.status, came.person.name, came.deputy_for, came.seat) == ("deputy", "Rowena Attah", member, seat)


def test_saying_who_a_body_is_settles_its_bare_mentions(by, world):
    text = "14 January 2026. Rowan Tilley, Ashvale Council. Thanks to Ashvale Council. Thanks to Probation."
    row = {"person": "Rowan Tilley", "post": None, "organisation": "Ashvale Council", "status": "present"}
    paper = read_as(
        world.own,
        text,
        ("meeting", "14 January 2026", {"date": "2026-01-14", "body": "Executive Board"}),
        ("attendance", "Rowan Tilley", row),
        ("organisations", "Thanks to Ashvale Council", {"name": "Ashvale Council", "abbreviation": None}),
        ("organisations", "Probation", {"name": "Probation", "abbreviation": None}),
    )
    take(paper, "meeting", by=by)
    take(paper, "attendance", by=by)
    mention = proposal(paper, "organisations", "Ashvale")
    assert (mention.choice, mention.record_id) == (Choice.ACCEPTED, Organisation.objects.get().pk)
    assert proposal(paper, "organisations", "Probation").choice == Choice.PENDING


def test_how_a_paper_writes_a_boards_name_is_learnt(by, world):
    board = create_board(partnership=world.own, name="Strategic Leadership Group", kind=BoardKind.BOARD, by=None)
    paper = minutes_of_executive(world.own)
    take(paper, "meeting", by=by, answers={"board": f"board:{board.pk}"})
    assert list(board.names.values_list("name", flat=True)) == ["Executive Board"]


def test_seats_in_terms_of_reference_are_made_once(by, world):
    paper = read_as(
        world.own,
        "Executive. Members: director of children's services x 2",
        ("board_structure", "Executive", {"body": "Executive", "aspect": "chair", "value": "The director"}),
        (
            "membership_posts",
            "director of children's services x 2",
            {"post": "Director", "organisation": None, "places": 2},
        ),
    )
    take(paper, "membership_posts", by=by)
    take_back(proposal=proposal(paper, "membership_posts"), by=by, at=NOW)
    take(paper, "membership_posts", by=by)
    assert [seat.title for seat in Board.objects.get().seats.all()] == ["Director", "Director"]


def test_a_list_that_names_no_board_asks_once(by, world):
    board = create_board(partnership=world.own, name="Quality Panel", kind=BoardKind.PANEL, by=None)
    rows = [
        ("attendance", name, {"person": name, "post": "Nurse", "organisation": "Larch Trust", "status": "member"})
        for name in ("Una Marlow", "Kit Oduya", "Lena Frost")
    ]
    paper = read_as(world.own, "Una Marlow, Kit Oduya, Lena Frost", *rows, kind="membership_list")
    assert accept_all(paper=paper, kind="attendance", by=by, at=NOW).accepted == 0
    take(paper, "attendance", "Una", by=by, answers={"board": f"board:{board.pk}"})
    assert accept_all(paper=paper, kind="attendance", by=by, at=NOW).accepted == 2
    assert board.seats.count() == 3


def test_a_former_name_in_a_paper_is_kept_with_the_board(by, world):
    met = {"date": "2026-01-14", "body": "Executive (formerly known as the Leadership Team)"}
    paper = read_as(world.own, "Executive, 14 January 2026", ("meeting", "14 January 2026", met))
    take(paper, "meeting", by=by)
    board = Board.objects.get()
    assert (board.name, [n.name for n in board.names.all()]) == ("Executive", ["Leadership Team"])


def test_an_action_told_twice_in_one_paper_is_one_action(by, world):
    text = "14 January 2026. Write to every school in the area. Summary: Write to every school in the area"
    what = "Write to every school in the area"
    paper = read_as(
        world.own,
        text,
        ("meeting", "14 January 2026", {"date": "2026-01-14", "body": "Executive Board"}),
        ("actions", "Write to every school in the area.", {"what": what, "number": "1"}),
        ("actions", "Summary: Write to every school in the area", {"what": what, "number": "1"}),
    )
    take(paper, "meeting", by=by)
    assert accept_all(paper=paper, kind="actions", by=by, at=NOW).accepted == 2
    assert Action.objects.count() == 1


def test_a_value_that_a_register_cannot_take_is_refused_in_words(paper, by):
    take(paper, "meeting", by=by)
    with pytest.raises(Refused):
        correct(proposal=proposal(paper, "attendance", "Rowan"), corrected={"person": "R " + "x" * 200}, by=by, at=NOW)
    assert not Attendance.objects.exists()


def test_law_that_sightline_keeps_is_tied_to_its_edition(by, world):
    act = record_instrument(slug="neglect-act", name="Neglect Act", kind="act", by=None)
    edition = record_edition(instrument=act, label="Neglect Act 2019", by=None)
    words = "under the Neglect Act 2019"
    named = {"name": "Neglect Act 2019", "title": "Neglect Act 2019", "year": "2019"}
    paper = read_as(world.own, words, ("legislation", "Neglect Act 2019", named))
    taken = take(paper, "legislation", by=by)
    assert (taken.record_kind, taken.record_id) == ("law.edition", edition.pk)
