"""Rules about boards, their terms and their rhythm."""

from datetime import date

from . import Cases, board, boards, days_ago, mark, meeting, seat, sitting, terms

CASES = {
    "board_not_meeting_as_often_as_stated": Cases(
        finds=boards(board(meeting(40), meeting(200))),
        says="met 2 times in the last year; its terms of reference say 4",
        silent=boards(board(meeting(10), meeting(100), meeting(200), meeting(300))),
        unsure=boards(board(meeting(40), started_on=days_ago(90)), board()),
    ),
    "board_without_any_meeting_on_record": Cases(
        finds=boards(board()),
        says="holds no meeting of Ashvale Board",
        silent=boards(board(meeting(600))),
        unsure=boards(board(started_on=days_ago(90)), board(started_on=None)),
    ),
    "board_without_terms_of_reference": Cases(
        finds=boards(board(terms=None, draft=terms(is_approved=False, version=1))),
        says="A draft, version 1, waits for approval",
        silent=boards(board()),
        unsure=boards(board(terms=None, is_external=True, kind="external")),
    ),
    "terms_past_review": Cases(
        finds=boards(board(terms=terms(review_on=days_ago(12)))),
        says="12 days ago",
        silent=boards(board(terms=terms(review_on=date(2027, 1, 1)))),
        unsure=boards(board(terms=terms(review_on=None))),
    ),
    "terms_without_quorum": Cases(
        finds=boards(board(terms=terms(quorum_minimum=None))),
        says="do not say when a meeting is quorate",
        silent=boards(board(terms=terms(quorum_minimum=None, quorum_as_written="Half of the members"))),
        unsure=boards(board(terms=None)),
    ),
    "terms_without_frequency": Cases(
        finds=boards(board(terms=terms(meetings_per_year=None))),
        says="do not say how often it meets",
        silent=boards(board()),
        unsure=boards(board(terms=None)),
    ),
    "board_without_chair": Cases(
        finds=boards(board(seats=(seat(capacity="chair", title="Chair", is_vacant=True, vacant_since=days_ago(20)),))),
        says="Nobody chairs Ashvale Board since 31 October 2026",
        silent=boards(
            board(
                seats=(seat(capacity="co_chair", occupants=(sitting(),)), seat(8, capacity="co_chair", is_vacant=True))
            )
        ),
        unsure=boards(board(seats=())),
    ),
    "board_without_reporting_line": Cases(
        finds=boards(board(kind="subgroup", lines_up=0)),
        says="reports to no board",
        silent=boards(board(kind="subgroup", lines_up=1)),
        unsure=boards(board(kind="executive", lines_up=0)),
    ),
    "no_next_meeting_planned": Cases(
        finds=boards(board(meeting(30))),
        says="has no date for its next meeting",
        silent=boards(board(meeting(30), meeting(-30, state="planned"))),
        unsure=boards(board(meeting(500))),
    ),
    "planned_meeting_has_passed": Cases(
        finds=boards(board(meeting(5, state="planned"))),
        says="was to meet on 15 November 2026",
        silent=boards(board(meeting(5, state="cancelled"), meeting(6))),
        unsure=boards(board(meeting(0, state="planned"))),
    ),
    "minutes_missing": Cases(
        finds=boards(board(meeting(60, minutes_state=""))),
        says="There are no minutes of Ashvale Board of 21 September 2026",
        silent=boards(board(meeting(60, minutes_state="draft"))),
        unsure=boards(board(meeting(10, minutes_state=""))),
    ),
    "minutes_not_approved": Cases(
        finds=boards(board(meeting(60, minutes_state="draft"), meeting(10))),
        says="of 21 September 2026 are a draft; it met again on 10 November 2026",
        silent=boards(board(meeting(60, minutes_state="approved"), meeting(10))),
        unsure=boards(board(meeting(60, minutes_state="draft"))),
    ),
    "meeting_left_no_decision_or_action": Cases(
        finds=boards(board(meeting(60, decisions=0))),
        says="holds no decision and no action",
        silent=boards(board(meeting(60, decisions=0, actions_raised=1))),
        unsure=boards(board(meeting(60, decisions=0, minutes_state="draft"))),
    ),
    "meeting_without_attendance": Cases(
        finds=boards(board(meeting(60))),
        says="No attendance is recorded",
        silent=boards(board(meeting(60, mark("apologies")))),
        unsure=boards(board(meeting(60, state="cancelled"))),
    ),
}
