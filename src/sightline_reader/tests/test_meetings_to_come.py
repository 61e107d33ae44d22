import pytest

from sightline_reader.kinds import next_meeting, planned_meetings
from sightline_reader.tests.papers import view_of

HEAD = "Dale Board\nMinutes of the meeting held on 3 November 2022\n\nPresent: Ida Moss, Jo Fell\n\n"


def test_the_next_meeting_is_read_with_its_year():
    [found] = next_meeting.find(view_of(HEAD + "Date of next meeting: 5 January 2023, 10am, Town Hall\n"))
    assert found.fields == {"date": "2023-01-05"}
    assert found.doubts == ()


def test_a_missing_year_follows_from_this_meeting():
    [found] = next_meeting.find(view_of(HEAD + "The next Board meeting is Thursday 12th January, 10.00 - 11.30\n"))
    assert found.fields == {"date": "2023-01-12"}
    assert "year" in found.doubts[0]


def test_a_date_told_twice_is_one_meeting():
    text = "The next meeting will be 12th January at 5pm.\n\nDate of Next Meeting 12th January 2023\n"
    [found] = next_meeting.find(view_of(HEAD + text))
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("The next meeting is planned for February 2023.", "2023-02"),
        (
            "They will be confirmed at the next meeting of the Dale Board to be held on Thursday, 12 January 2023.",
            "2023-01-12",
        ),
    ],
)
def test_the_next_meeting_may_be_told_in_a_sentence(said, date):
    [found] = next_meeting.find(view_of(HEAD + said + "\n"))
    assert found.fields == {"date": date}


def test_an_away_day_is_not_the_next_meeting():
    text = "9. Date of Next Meeting and Coming Business\n\nAway Day 18th December\n\nBoard Meeting 26th January\n"
    [found] = next_meeting.find(view_of(HEAD + text))
    assert found.fields == {"date": "2023-01-26"}


def test_a_list_of_dates_gives_planned_meetings():
    text = "Dates of future meetings:\n12 January 2023\n9 March 2023\n11 May 2023\n"
    found = planned_meetings.find(view_of(HEAD + text))
    assert [c.fields["date"] for c in found] == ["2023-01-12", "2023-03-09", "2023-05-11"]
