"""Rules about plans that are asked for."""

from datetime import date

from sightline.oversight.gaps.domain.facts import Facts
from sightline.oversight.gaps.domain.facts_promises import PlanFacts

from . import TODAY, Cases, days_ago
from .of_priorities import promises


def plan(has_plans: bool = True, **parts) -> Facts:
    usual = {
        "format_id": 51,
        "title": "Ferry plan",
        "obligation": "guidance",
        "state": "accepted",
        "plan_id": 52,
        "submitted_on": date(2025, 6, 2),
    }
    return promises(plans=(PlanFacts(**usual | parts),), has_plans=has_plans)


def missing(obligation: str, **parts) -> Facts:
    return plan(obligation=obligation, state="missing", plan_id=None, has_owner=False, **parts)


CASES = {
    "plan_required_by_law_missing": Cases(
        finds=missing("guidance", is_verified=False),
        says="Ferry plan: none is on record. Statutory guidance asks for it.",
        silent=missing("usual"),
        unsure=missing("law", has_plans=False),
    ),
    "plan_asked_by_region_missing": Cases(
        finds=missing("region"),
        says="The region asks for it.",
        silent=missing("law"),
        unsure=missing("region", has_plans=False),
    ),
    "plan_past_review": Cases(
        finds=plan(state="stale", review_on=days_ago(20)),
        says="The plan ‘Ferry plan’ was to be reviewed by 31 October 2026.",
        silent=plan(review_on=TODAY),
        unsure=plan(review_on=None),
    ),
    "plan_expired": Cases(
        finds=plan(state="expired", expires_on=days_ago(20)),
        says="ran until 31 October 2026 and nothing follows it",
        silent=plan(expires_on=date(2027, 1, 1)),
        unsure=plan(expires_on=None),
    ),
    "plan_returned_not_sent_in_again": Cases(
        finds=plan(state="returned", returned_on=date(2026, 10, 1), resubmit_by=date(2026, 11, 2)),
        says="was returned on 1 October 2026, 36 working days ago. It was to be sent in again by 2 November 2026.",
        silent=plan(state="returned", returned_on=date(2026, 10, 20)),
        unsure=plan(state="returned", returned_on=None),
    ),
    "plan_quality_reviewed_by_nobody": Cases(
        finds=plan(state="under_review", submitted_on=days_ago(100)),
        says="was submitted on 12 August 2026; nobody has reviewed its quality",
        silent=plan(state="accepted", submitted_on=days_ago(100)),
        unsure=plan(state="under_review", submitted_on=None),
    ),
    "plan_without_owner": Cases(
        finds=plan(has_owner=False),
        says="is owned by no post and no board",
        silent=plan(),
        unsure=missing("law"),
    ),
    "plan_leaves_out_what_is_asked": Cases(
        finds=plan(left_out=2),
        says="leaves out 2 sections that are asked for",
        silent=plan(left_out=0),
        unsure=missing("law", left_out=2),
    ),
    "plan_older_than_the_law_it_rests_on": Cases(
        finds=plan(law="Ferries Act 1901", law_superseded_on=days_ago(20)),
        says="was submitted on 2 June 2025 and rests on Ferries Act 1901, superseded on 31 October 2026",
        silent=plan(law="Ferries Act 1901", law_superseded_on=date(2025, 1, 1)),
        unsure=plan(law="Ferries Act 1901", law_superseded_on=None),
    ),
}
