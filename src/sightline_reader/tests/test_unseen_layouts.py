"""Accidents of layout and wording that papers never seen before brought up. People and places are invented."""

from sightline_reader.kinds import actions, attendance, decisions, meeting, planned_meetings
from sightline_reader.numbers import figures
from sightline_reader.tests.papers import view_of

HEAD = "Dale Board\nMinutes of the meeting held on 3 May 2022\n\n"


def people(text: str) -> list[tuple]:
    found = attendance.find(view_of(text))
    return [(c.fields["person"], c.fields["post"], c.fields["organisation"], c.fields["status"]) for c in found]


def decided(text: str) -> list[tuple]:
    found = decisions.find(view_of(HEAD + text))
    return [(c.fields["text"], c.fields["proposed"], c.fields["seconded"]) for c in found]


def test_a_bracket_cut_off_at_the_end_of_its_line_does_not_swallow_the_next_people():
    text = (
        HEAD + "Present:\nIda Moss – Clerk, Dale Council (rep Una\nJo Fell – Teacher, Dale School\nAl Birch – Doctor, "
        "Dale Hospital (rep Sam Oakes)\n"
    )
    assert [(name, post) for name, post, *_ in people(text)] == [
        ("Ida Moss", "Clerk"),
        ("Jo Fell", "Teacher"),
        ("Al Birch", "Doctor"),
    ]


def test_marks_of_emphasis_inside_a_label_leave_it_whole():
    text = (
        "DALE PARISH COUNCIL\nTuesday 3 May 2022\n\nPresent: Cllr Ida Moss, Cllr Jo Fell. 1 member of the public\n\n"
        "**1\\.** **Apologies** **for Absence received from County Councillor Mr. A Birch.**\n\n**2\\. Declarations:**\n\nNone\n"
    )
    assert [(name, status) for name, _, _, status in people(text)] == [
        ("Ida Moss", "present"), ("Jo Fell", "present"), ("A Birch", "apologies"),
    ]  # fmt: skip
    assert {organisation for _, _, organisation, _ in people(text)} == {None}


def test_somebody_who_moves_the_minutes_does_not_take_them():
    text = (
        HEAD
        + "Present: I. Moss, J. Fell\n\nMinutes: J. Fell proposed and I. Moss seconded that the minutes be signed.\n"
    )
    assert [(name, post) for name, post, *_ in people(text)] == [("I. Moss", None), ("J. Fell", None)]


def test_a_sentence_is_no_role():
    text = (
        HEAD
        + "Present: Ida Moss\n\nApologies were received from Cllr Birch With the chair away it was proposed that Ida Moss be chair.\n"
    )
    assert [(name, post) for name, post, *_ in people(text)] == [("Ida Moss", None), ("Birch", None)]


def test_councillors_in_a_row_share_their_title():
    text = HEAD + "Apologies for absence were received from Councillors A Moss, B Fell and C Birch.\n"
    assert [(name, status) for name, _, _, status in people(text)] == [
        ("A Moss", "apologies"), ("B Fell", "apologies"), ("C Birch", "apologies"),
    ]  # fmt: skip


def test_colleagues_under_the_heading_of_one_who_came_are_present():
    text = (
        "Dale Panel\nMinutes of the meeting held on 3 May 2022\n\nAttendees:\n\nApologies:\n\nIda Moss (Chair)\n\n"
        "Jo Fell, Home Office (Deputy)\n\nCabinet Office\n\nUna Reed (Secretariat)\n\nSam Oakes, Openness\n\nBea Lunn, Openness\n\n"
        "Al Birch, Home Office\n\n1. Welcome\n"
    )
    assert {name: status for name, _, _, status in people(text)} == {
        "Ida Moss": "present", "Jo Fell": "deputy", "Una Reed": "present", "Sam Oakes": "present", "Bea Lunn": "present",
        "Al Birch": None,
    }  # fmt: skip


def test_a_name_torn_by_marks_of_emphasis_is_put_together():
    text = (
        "<p><strong>Dale O</strong><strong>fficials’ Group</strong></p>\n<p>Minutes: <strong>3 May 2022</strong></p>\n"
        "<p>Present: Ida Moss</p>\n"
    )
    [found] = meeting.find(view_of(text))
    assert found.fields["body"] == "Dale Officials’ Group"


def test_a_meeting_that_this_one_followed_is_not_this_one():
    text = (
        "Dale Parish Council Meeting held in the Mill following the\n\nAnnual Parish Meeting on Tuesday 3 May 2022.\n\n"
        "Present: I. Moss\n"
    )
    [found] = meeting.find(view_of(text))
    assert (found.fields["date"], found.fields["body"]) == ("2022-05-03", "Dale Parish Council")


def test_who_moved_and_who_seconded_in_other_orders():
    assert decided("J. Fell proposed and I. Moss seconded that the minutes be signed.\n") == [
        ("J. Fell proposed and I. Moss seconded that the minutes be signed.", "J. Fell", "I. Moss")
    ]
    assert decided("Bills of the month - Proposed Mrs. Fell seconded I. Moss pass for payment - agreed.\n")[0][1:] == (
        "Mrs. Fell",
        "I. Moss",
    )


def test_complaints_received_and_what_other_meetings_decided_are_no_decisions():
    assert decided("2 complaints were received.\n") == []
    assert decided("It was decided at the November meeting that the gate be locked.\n") == []


def test_what_somebody_would_check_is_an_action():
    found = actions.find(view_of(HEAD + "The light is needed, however DW would check to see if it had moved.\n"))
    assert [(c.fields["what"], c.fields["who"]) for c in found] == [("DW would check to see if it had moved.", "DW")]


def test_those_who_met_are_listed_without_a_label_though_others_have_one():
    text = (
        "Dale Youth Service\n\nManagement Board\n\n13th May 2008\n\nIda Moss – Head of Care, Dale Council (IM) (Chair)\n\n"
        "Jo Fell – Youth Manager, Dale Council (JF)\n\nAl Birch – Clerk, Fenwick Court (Minutes) (AB)\n\n"
        "Also in attendance:\n\nUna Reed (Adviser) (UR)\n\nAgenda Item 1 – Training\n"
    )
    assert [(name, status) for name, _, _, status in people(text)] == [
        ("Ida Moss", "present"), ("Jo Fell", "present"), ("Al Birch", "present"), ("Una Reed", "present"),
    ]  # fmt: skip


def test_a_day_may_be_glued_to_its_month_and_year():
    text = "DALE YOUTH BOARD\n\n19thAugust2014\n\nPresent:\n\nIda Moss, Clerk\n"
    assert [c.fields["date"] for c in meeting.find(view_of(text))] == ["2014-08-19"]


def test_the_meeting_of_an_item_is_not_the_one_whose_minutes_it_agrees():
    text = (
        "Issue - meetings\n\nMeeting: 11/10/2011 - Joint meeting of Dale Committee (Item 12)\n\n12 Minutes\n\n"
        "To consider the minutes of the Joint meeting of the Dale Committee held on the 17 March 2011.\n"
    )
    assert [c.fields["date"] for c in meeting.find(view_of(text))] == ["2011-10-11"]


def test_initials_at_the_end_of_a_line_own_the_sentence_before_them():
    text = (
        HEAD + "The figures will be shown at the next meeting. ACTION: MR\nHarm is no longer counted by the county.\n"
    )
    assert [(c.fields["what"], c.fields["who"]) for c in actions.find(view_of(text))] == [
        ("The figures will be shown at the next meeting.", "MR")
    ]


def test_cells_parted_by_strokes_are_a_table_of_people():
    text = (
        "15th Meeting of the Dale Board\n\nHeld on 3 May 2022\n\nName / Title & Organisation / Present / Apology\n"
        "Ida Moss / Independent Chair Dale Board / \nJo Fell / Clerk, Fenwick Council / By Phone\nAl Birch / Lay Member / \n"
        "In Attendance\nUna Reed / Minute Taker\n"
    )
    assert [(name, status) for name, _, _, status in people(text)] == [
        ("Ida Moss", None), ("Jo Fell", "present"), ("Al Birch", None), ("Una Reed", "present"),
    ]  # fmt: skip


def test_a_stroke_in_a_sentence_makes_no_table():
    assert (
        people(HEAD + "Name the lead / deputy at once.\nThe plan / policy was read.\nIda Moss / Jo Fell spoke.\n") == []
    )


def test_a_court_is_no_magistrate():
    text = HEAD + "Present: Ida Moss, Fenwick Magistrates Court; Jo Fell, Legal Manager, Fenwick Youth Court\n"
    assert [(post, organisation) for _, post, organisation, _ in people(text)] == [
        (None, "Fenwick Magistrates Court"), ("Legal Manager", "Fenwick Youth Court"),
    ]  # fmt: skip


def test_parts_may_stand_below_resolved_that():
    assert [text for text, *_ in decided("RESOLVED: That\n(1) the report be accepted; and\n(2) an update be brought.\n")] == [
        "the report be accepted", "an update be brought.",
    ]  # fmt: skip


def test_dates_of_meetings_may_begin_long_rows():
    place = "Virtual meeting; to ask for a place at it write to the clerk who will send the way in, as this page cannot"
    rows = "".join(
        f"Wednesday {day} | 09:30 | {place} |\n" for day in ("3 February 2021", "2 June 2021", "1 December 2021")
    )
    found = planned_meetings.find(view_of("2021 meeting dates:\nDate |\nTime |\nLocation |\n" + rows))
    assert [c.fields["date"] for c in found] == ["2021-02-03", "2021-06-02", "2021-12-01"]


def test_so_many_and_a_half_years_count_nothing():
    assert figures("children looked after for more than 2.5 years") == []
