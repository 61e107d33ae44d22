import pytest

from sightline_reader.kinds.meeting import find
from sightline_reader.tests.papers import view_of, words_of


@pytest.mark.parametrize(
    ("text", "date", "body", "venue", "time"),
    [
        (
            "FENWICK CHILDREN BOARD\n\nMinutes of the meeting held on Tuesday 3 May 2022 at 2.00pm\n\n"
            "Present: Ida Moss (Chair)\n",
            "2022-05-03", "FENWICK CHILDREN BOARD", None, "2.00pm",
        ),
        (
            "Title of Meeting   Fenwick Executive Group\nDate               3rd May 2022\n"
            "Venue              The Old Mill,\n"
            "                   Fenwick\nTime               10am - noon\nPresent            Ida Moss\n",
            "2022-05-03", "Fenwick Executive Group", "The Old Mill, Fenwick", "10am - noon",
        ),
        (
            "Minutes of the Fenwick and Dale Partnership held in the Guildhall at 6pm on 14 June 2023\n\n"
            "Present: Jo Fell\n",
            "2023-06-14", "Fenwick and Dale Partnership", "Guildhall", "6pm",
        ),
        (
            "FDSCP Executive Meeting\n2024-02-09\nVenue: Online\nAttendees: Jo Fell, "
            "Fenwick and Dale Safeguarding Children Partnership (FDSCP)\n",
            "2024-02-09", "Fenwick and Dale Safeguarding Children Partnership (FDSCP)", "Online", None,
        ),
        (
            "Issue - meetings\n\nCase reviews\n\nMeeting: 03/05/2022 - Fenwick Scrutiny Panel (Families) (Item 9)\n\n"
            "Minutes:\n\nThe panel considered the report.\n",
            "2022-05-03", "Fenwick Scrutiny Panel (Families)", None, None,
        ),
        (
            "title: Fenwick Footpaths minutes from 3rd May 2022\n\n<p>Present:</p>\n<p>Ida Moss, Lord Mayor’s Office</p>\n",
            "2022-05-03", "Fenwick Footpaths", None, None,
        ),
        (
            "Fenwick Leadership Group\nTuesday 3 May 2022\nRoom 4, Canal House, Fenwick\nPresent\nIda Moss\n",
            "2022-05-03", "Fenwick Leadership Group", "Room 4, Canal House, Fenwick", None,
        ),
        (
            "Fenwick Leadership Group\nMinutes of the meeting held on Tuesday 3 May 2022 at 2.00pm, The Old Mill, Fenwick upon\n"
            "Dale\n\nPresent: Ida Moss\n",
            "2022-05-03", "Fenwick Leadership Group", "The Old Mill, Fenwick upon Dale", "2.00pm",
        ),
        (
            "Subject: Notes of the meeting\nFrom: team@example.org\nDate: Wed, 4 May 2022 16:20:00 +0100\n\n"
            "Fenwick Leadership Group\nTuesday 3 May 2022, 3pm\n\nPresent: Ida Moss\n",
            "2022-05-03", "Fenwick Leadership Group", None, "3pm",
        ),
    ],
)  # fmt: skip
def test_the_head_of_minutes_gives_the_meeting(text, date, body, venue, time):
    [meeting] = find(view_of(text))
    assert meeting.fields == {"date": date, "body": body, "venue": venue, "time": time}


def test_dates_of_other_meetings_and_of_printing_are_left_alone():
    text = (
        "Dale Board\nMinutes of a meeting held on 3 May 2022\nPrinted: 01/02/2023\nApologies: Jo Fell\n"
        "1. Minutes of the last meeting of 1 March 2022\nAgreed.\nNext meeting 5 July 2022"
    )
    [meeting] = find(view_of(text))
    assert meeting.fields["date"] == "2022-05-03"


def test_a_missing_year_is_taken_from_the_paper_and_doubted():
    [meeting] = find(
        view_of("Title: Dale Board minutes 2021\nDale Board 3 May\nRevised: 9 May 2021\nPresent: Jo Fell\n")
    )
    assert meeting.fields["date"] == "2021-05-03"
    assert "year" in meeting.doubts[0]


def test_minutes_without_a_date_of_their_own_give_no_meeting():
    text = "Minutes\n\nThe minutes of the meeting held on 3 May 2015 were agreed as correct.\n\nPresent: Jo Fell\n"
    assert find(view_of(text)) == []


def test_terms_of_reference_are_no_meeting():
    assert find(view_of("Dale Board\nTERMS OF REFERENCE\n3 May 2022\nThe meeting is attended by all members.\n")) == []


def test_the_words_under_the_find_hold_the_date():
    view = view_of("Dale Board\n9 th March 2017\nAttendees: Jo Fell\n")
    [meeting] = find(view)
    assert "9 th March 2017" in words_of(view, meeting)
