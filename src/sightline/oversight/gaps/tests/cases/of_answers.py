"""Rules about what was shown and answered: evidence, second words, recommendations, challenges, referrals, law."""

from datetime import date

from sightline.oversight.gaps.domain.facts import Facts
from sightline.oversight.gaps.domain.facts_promises import (
    Asked,
    ChallengeFacts,
    ChangeFacts,
    EvidenceFacts,
    ReferralFacts,
)

from . import TODAY, Cases, days_ago, facts
from .of_priorities import promises
from .of_promises import action, closed, recommendation


def evidence(**parts) -> Facts:
    usual = {"id": 61, "title": "Audit of ferries", "grade": "practice", "added_on": days_ago(200)}
    return promises(evidence=(EvidenceFacts(**usual | parts),))


def asked(*years: int) -> Facts:
    made = tuple(Asked(70 + year, f"Review {year}", date(year, 6, 3), "Record attendance.") for year in years)
    return promises(repeated=(made,))


def challenge(has_own_stages: bool = True, **parts) -> Facts:
    usual = {
        "id": 81,
        "number": "2026-4",
        "about": "Nobody came to three meetings",
        "by": "Ashvale Council",
        "to": "Ashvale Police",
        "raised_on": days_ago(40),
        "stage": "Between their managers",
        "answered_on": days_ago(38),
    }
    return promises(challenges=(ChallengeFacts(**usual | parts),), has_own_stages=has_own_stages)


def referral(**parts) -> Facts:
    usual = {
        "id": 91,
        "title": "Night boats",
        "board": "Ashvale Board",
        "to": "Ferry Board",
        "sent_on": days_ago(60),
        "stage": "received",
    }
    return promises(referrals=(ReferralFacts(**usual | parts),))


def change(**parts) -> Facts:
    usual = {
        "edition_id": 95,
        "label": "Ferries Act 1901",
        "changed_on": date(2026, 9, 1),
        "due_on": date(2026, 10, 13),
    }
    return promises(changes=(ChangeFacts(**usual | parts),))


CASES = {
    "action_waits_for_second_word": Cases(
        finds=action(status="reported", reported_on=date(2026, 11, 2), reported_by="Milo Fenwick"),
        says="reported as done by Milo Fenwick on 2 November 2026, 14 working days ago, and waits for a second word",
        silent=action(status="reported", reported_on=days_ago(3)),
        unsure=action(status="reported", reported_on=None),
    ),
    "action_closed_without_evidence": Cases(
        finds=closed(closed_on=days_ago(20), reach_at_closing="none"),
        says="closed on 31 October 2026; no evidence shows what was done",
        silent=closed(closed_on=days_ago(20), reach_at_closing="none", reach="output"),
        unsure=closed(closed_on=days_ago(20), reach_at_closing=""),
    ),
    "action_closed_with_activity_only": Cases(
        finds=closed(closed_on=days_ago(20), reach="activity"),
        says="shows activity only",
        silent=closed(closed_on=days_ago(20), reach="practice"),
        unsure=closed(closed_on=days_ago(20), reach="ungraded"),
    ),
    "action_off_track_without_note": Cases(
        finds=action(rating="off_track", last_progress_on=days_ago(40)),
        says="off track and nothing has been said of it since 11 October 2026",
        silent=action(rating="off_track", last_progress_on=days_ago(4)),
        unsure=action(rating="off_track"),
    ),
    "action_date_moved_three_times": Cases(
        finds=action(times_moved=3),
        says="was moved 3 times; it is due on 1 January 2027 now",
        silent=action(times_moved=2),
        unsure=closed(times_moved=4),
    ),
    "evidence_expired": Cases(
        finds=evidence(expires_on=days_ago(20)),
        says="Audit of ferries counted as evidence until 31 October 2026",
        silent=evidence(expires_on=TODAY),
        unsure=evidence(expires_on=None),
    ),
    "evidence_not_graded": Cases(
        finds=evidence(grade=""),
        says="nobody has said how far it reaches",
        silent=evidence(grade="", added_on=days_ago(10)),
        unsure=evidence(grade="", added_on=None),
    ),
    "recommendation_made_three_times": Cases(
        finds=asked(2026, 2024, 2023),
        says="The same was recommended 3 times since 3 June 2023, last on 3 June 2026.",
        silent=asked(2026, 2024),
        unsure=facts(),
    ),
    "recommendation_done_without_impact": Cases(
        finds=recommendation(actions=2, last_closed_on=days_ago(200)),
        says="was finished on 4 May 2026; nothing shows what changed",
        silent=recommendation(actions=2, last_closed_on=days_ago(200), has_impact=True),
        unsure=recommendation(actions=2, open_actions=1, last_closed_on=days_ago(200)),
    ),
    "challenge_beyond_its_stage": Cases(
        finds=challenge(is_beyond=True, days_at_stage=6, allowed=2),
        says="at ‘Between their managers’ for 6 working days; the stage allows 2",
        silent=challenge(days_at_stage=1, allowed=2),
        unsure=challenge(days_at_stage=60, allowed=None),
    ),
    "challenge_unanswered": Cases(
        finds=challenge(answered_on=None, raised_on=date(2026, 11, 2)),
        says="Ashvale Police has not answered the challenge that Ashvale Council raised on 2 November 2026, 14 working days ago.",
        silent=challenge(raised_on=date(2026, 11, 2), answered_on=date(2026, 11, 4)),
        unsure=challenge(answered_on=None, raised_on=days_ago(2)),
    ),
    "challenge_settled_without_learning": Cases(
        finds=challenge(resolved_on=days_ago(31)),
        says="was settled on 20 October 2026; nothing says what was learned",
        silent=challenge(resolved_on=days_ago(31), learning="Say early who comes."),
        unsure=challenge(resolved_on=days_ago(5)),
    ),
    "challenges_without_own_stages": Cases(
        finds=challenge(has_own_stages=False),
        says="1 challenge is on record and the stages of the partnership’s own escalation policy are not.",
        silent=challenge(),
        unsure=promises(has_own_stages=False),
    ),
    "referral_not_received": Cases(
        finds=referral(stage="sent", sent_on=date(2026, 11, 2)),
        says="Ashvale Board sent this to Ferry Board on 2 November 2026, 14 working days ago; it has not been received.",
        silent=referral(stage="received"),
        unsure=referral(stage="sent", sent_on=days_ago(3)),
    ),
    "referral_without_outcome": Cases(
        finds=referral(sent_on=days_ago(100)),
        says="to Ferry Board on 12 August 2026; no outcome is known",
        silent=referral(sent_on=days_ago(100), stage="ended"),
        unsure=referral(sent_on=days_ago(100), answer_by=date(2026, 12, 24)),
    ),
    "law_change_not_taken_in": Cases(
        finds=change(),
        says="Ferries Act 1901 came on 1 September 2026; nobody has said that it was taken in.",
        silent=change(taken_on=days_ago(3)),
        unsure=change(due_on=TODAY),
    ),
}
