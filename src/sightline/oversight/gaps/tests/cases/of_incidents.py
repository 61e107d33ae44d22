"""Rules about serious incidents and rapid reviews."""

from datetime import date

from sightline.oversight.gaps.domain.facts import Facts
from sightline.oversight.gaps.domain.facts_reviews import IncidentFacts, Learning, RapidFacts

from . import Cases, days_ago, facts


def incident(**parts) -> Facts:
    usual = {
        "id": 31,
        "reference": "SI 2026-04",
        "aware_on": date(2026, 10, 1),
        "due_on": date(2026, 10, 8),
        "is_late": False,
    }
    return facts(learning=Learning(incidents=(IncidentFacts(**usual | parts),)))


def notified(on: date, **parts) -> Facts:
    return incident(**{"state": "notified", "notified_on": on, "has_rapid_review": True} | parts)


def rapid(**parts) -> Facts:
    usual = {
        "id": 32,
        "reference": "RR 2026-02",
        "start": "becoming aware",
        "due_on": date(2026, 11, 16),
        "is_late": False,
    }
    return facts(learning=Learning(rapid_reviews=(RapidFacts(**usual | parts),)))


def sent(on: date, **parts) -> Facts:
    return rapid(**{"is_running": False, "sent_on": on, "decided_on": date(2026, 11, 4)} | parts)


CASES = {
    "serious_incident_notified_late": Cases(
        finds=notified(date(2026, 10, 13), is_late=True, days_over=3),
        says="known on 1 October 2026 and was notified on 13 October 2026, 3 working days after",
        silent=notified(date(2026, 10, 8)),
        unsure=notified(date(2026, 10, 13), aware_on=None, due_on=None, is_late=None),
    ),
    "serious_incident_not_notified": Cases(
        finds=incident(is_late=True, days_over=1),
        says="Its five working days ended on 8 October 2026, 1 working day ago",
        silent=incident(state="not_notified", is_late=True, days_over=4),
        unsure=incident(aware_on=None, due_on=None, is_late=None),
    ),
    "serious_incident_without_day_of_becoming_aware": Cases(
        finds=incident(aware_on=None, due_on=None, is_late=None),
        says="no day of becoming aware",
        silent=incident(),
        unsure=incident(state="withdrawn", aware_on=None, due_on=None, is_late=None),
    ),
    "notified_incident_without_rapid_review": Cases(
        finds=notified(date(2026, 10, 7), has_rapid_review=False, rapid_due_on=date(2026, 10, 22)),
        says="was notified on 7 October 2026 and has no rapid review. It is due by 22 October 2026",
        silent=notified(date(2026, 10, 7)),
        unsure=notified(days_ago(7), has_rapid_review=False),
    ),
    "rapid_review_past_fifteen_working_days": Cases(
        finds=rapid(is_late=True, days_over=4),
        says="by 16 November 2026, fifteen working days counted from becoming aware. It is 4 working days over",
        silent=rapid(),
        unsure=rapid(due_on=None, is_late=None),
    ),
    "rapid_review_sent_late": Cases(
        finds=sent(date(2026, 11, 18), is_late=True, days_over=2),
        says="on 18 November 2026, 2 working days after 16 November 2026",
        silent=sent(date(2026, 11, 16)),
        unsure=sent(date(2026, 11, 18), due_on=None, is_late=None),
    ),
    "rapid_review_return_outstanding": Cases(
        finds=rapid(returns_late=("Ashvale Police", "Ashvale Trust")),
        says="heard nothing from Ashvale Police and Ashvale Trust",
        silent=rapid(returns_missing=("Ashvale Police",)),
        unsure=sent(date(2026, 11, 16), returns_late=("Ashvale Police",)),
    ),
    "rapid_review_decided_before_all_returned": Cases(
        finds=rapid(decided_on=date(2026, 11, 10), returns_missing=("Ashvale Police",)),
        says="was decided on 10 November 2026, and nothing has come from Ashvale Police",
        silent=rapid(decided_on=date(2026, 11, 10)),
        unsure=rapid(returns_missing=("Ashvale Police",)),
    ),
    "rapid_review_not_ratified": Cases(
        finds=rapid(decided_on=date(2026, 11, 10), to_ratify=("Ashvale Police",), declined=("Ashvale Trust",)),
        says="Ashvale Police has not ratified it and Ashvale Trust declined",
        silent=rapid(decided_on=date(2026, 11, 10)),
        unsure=rapid(decided_on=days_ago(2), to_ratify=("Ashvale Police",)),
    ),
    "rapid_review_ratified_but_not_sent": Cases(
        finds=rapid(decided_on=date(2026, 11, 10), ratified_on=date(2026, 11, 12)),
        says="was ratified by all on 12 November 2026 and has not been sent",
        silent=sent(date(2026, 11, 13), ratified_on=date(2026, 11, 12)),
        unsure=rapid(decided_on=date(2026, 11, 10), ratified_on=date(2026, 11, 12), has_partners=False),
    ),
    "panel_reply_not_recorded": Cases(
        finds=sent(date(2026, 11, 6), reply_is_slow=True),
        says="was sent on 6 November 2026 and no reply",
        silent=sent(date(2026, 11, 6), replied_on=date(2026, 11, 17)),
        unsure=sent(date(2026, 11, 18)),
    ),
    "panel_question_not_answered": Cases(
        finds=sent(date(2026, 10, 5), replied_on=date(2026, 10, 15), awaits_response=True),
        says="asked for more about rapid review RR 2026-02 on 15 October 2026",
        silent=sent(date(2026, 10, 5), replied_on=date(2026, 10, 15)),
        unsure=sent(date(2026, 11, 5), replied_on=date(2026, 11, 16), awaits_response=True),
    ),
    "rapid_review_sent_with_checklist_open": Cases(
        finds=sent(date(2026, 11, 13), checks_open=1),
        says="was sent on 13 November 2026 with 1 thing on its checklist",
        silent=sent(date(2026, 11, 13)),
        unsure=rapid(checks_open=14),
    ),
}
