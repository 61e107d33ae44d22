"""Rules about who came, and who sits where."""

from datetime import date

from sightline.oversight.gaps.domain.facts import QuorumFacts

from . import COUNCIL, POLICE, TRUST, Cases, board, boards, days_ago, mark, meeting, seat, sitting, terms

FROM_POLICE = QuorumFacts("Police", 1, sector="police")
THREE_CAME = (mark("present"), mark("present", COUNCIL, 8), mark("deputy", POLICE, 9))


def _missed(organisation: int, *statuses: str):
    """Meetings a month apart, newest first."""
    return tuple(meeting(30 * n, mark(status, organisation)) for n, status in enumerate(statuses, 1))


CASES = {
    "quorum_not_reached": Cases(
        finds=boards(board(meeting(30, mark("present"), mark("apologies", COUNCIL, 8)))),
        says="with 1 counted for quorum; its terms of reference ask for 3",
        silent=boards(board(meeting(30, *THREE_CAME))),
        unsure=boards(board(meeting(30, mark("present"), mark("unknown", COUNCIL, 8)))),
    ),
    "quorum_not_reached_by_agency_mix": Cases(
        finds=boards(
            board(meeting(30, mark("present"), mark("apologies", POLICE)), terms=terms(quorum_parts=(FROM_POLICE,)))
        ),
        says="without 1 from Police",
        silent=boards(board(meeting(30, *THREE_CAME), terms=terms(quorum_parts=(FROM_POLICE,)))),
        unsure=boards(
            board(meeting(30, mark("present"), mark("unknown", POLICE)), terms=terms(quorum_parts=(FROM_POLICE,)))
        ),
    ),
    "statutory_partner_missed_three_meetings": Cases(
        finds=boards(
            board(
                *_missed(POLICE, "apologies", "absent", "absent"),
                seats=(seat(organisation=POLICE, is_statutory_partner=True),),
            )
        ),
        says="Ashvale Police missed the last 3 meetings",
        silent=boards(
            board(
                *_missed(POLICE, "absent", "deputy", "absent", "absent"),
                seats=(seat(organisation=POLICE, is_statutory_partner=True),),
            )
        ),
        unsure=boards(
            board(
                *_missed(POLICE, "absent", "absent", "unknown"),
                seats=(seat(organisation=POLICE, is_statutory_partner=True),),
            )
        ),
    ),
    "agency_missed_three_meetings": Cases(
        finds=boards(board(*_missed(TRUST, "absent", "unknown", "absent", "apologies"), seats=(seat(),))),
        says="Ashvale Trust missed the last 3 meetings",
        silent=boards(board(*_missed(TRUST, "present", "absent", "absent", "absent"), seats=(seat(),))),
        unsure=boards(board(*_missed(TRUST, "unknown", "unknown", "unknown"), seats=(seat(),))),
    ),
    "attendance_mostly_not_known": Cases(
        finds=boards(board(meeting(30, mark("unknown"), mark("unknown", COUNCIL, 8), mark("present", POLICE, 9)))),
        says="For 2 of 3",
        silent=boards(board(meeting(30, mark("unknown"), mark("present", COUNCIL, 8)))),
        unsure=boards(board(meeting(30))),
    ),
    "attendees_without_role_or_organisation": Cases(
        finds=boards(board(meeting(30, mark("present", None, None, has_organisation=False), mark("present")))),
        says="1 person has no post or no organisation",
        silent=boards(board(meeting(30, mark("present")))),
        unsure=boards(board(meeting(30, mark("present", person="", has_post=False)))),
    ),
    "seat_filled_by_deputies": Cases(
        finds=boards(board(*_missed(TRUST, "deputy", "apologies", "deputy", "deputy"), seats=(seat(),))),
        says="at the last 3 meetings",
        silent=boards(board(*_missed(TRUST, "deputy", "present", "deputy", "deputy"), seats=(seat(),))),
        unsure=boards(board(*_missed(TRUST, "deputy", "deputy"), seats=(seat(),))),
    ),
    "deputy_where_terms_allow_none": Cases(
        finds=boards(board(meeting(30, mark("deputy")), terms=terms(deputies_allowed=False))),
        says="its terms of reference allow none",
        silent=boards(board(meeting(30, mark("deputy")), terms=terms(deputies_allowed=True))),
        unsure=boards(board(meeting(30, mark("deputy")), terms=terms(deputies_allowed=None))),
    ),
    "required_seat_vacant": Cases(
        finds=boards(board(seats=(seat(is_vacant=True, vacant_since=days_ago(100)),))),
        says="(Ashvale Trust) at Ashvale Board has been vacant since 12 August 2026",
        silent=boards(
            board(
                seats=(
                    seat(is_vacant=True, vacant_since=days_ago(30)),
                    seat(8, is_required=False, is_vacant=True, vacant_since=days_ago(400)),
                )
            )
        ),
        unsure=boards(board(seats=(seat(is_vacant=True, vacant_since=None),))),
    ),
    "member_past_term": Cases(
        finds=boards(board(seats=(seat(term_months=12, occupants=(sitting(started_on=date(2025, 6, 1)),)),))),
        says="Ines Marlowe's term of 12 months as Member at Ashvale Board ended on 1 June 2026",
        silent=boards(board(seats=(seat(term_months=36, occupants=(sitting(started_on=date(2025, 6, 1)),)),))),
        unsure=boards(board(seats=(seat(term_months=12, occupants=(sitting(started_on=None),)),))),
    ),
    "member_has_left_their_post": Cases(
        finds=boards(board(seats=(seat(occupants=(sitting(left_post_on=date(2026, 3, 1)),)),))),
        says="Ines Marlowe (left on 1 March 2026)",
        silent=boards(board(seats=(seat(occupants=(sitting(),)),))),
        unsure=boards(board(seats=(seat(is_vacant=True),))),
    ),
}
