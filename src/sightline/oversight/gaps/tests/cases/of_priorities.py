"""Rules about priorities, objectives and the reviews of their progress."""

from datetime import date

from sightline.oversight.gaps.domain.facts import Facts
from sightline.oversight.gaps.domain.facts_promises import ObjectiveFacts, PriorityFacts, ProgressFacts, Promises

from . import TODAY, Cases, days_ago, facts


def promises(**parts) -> Facts:
    return facts(promises=Promises(**parts))


def step(**parts) -> ObjectiveFacts:
    usual = {"id": 32, "text": "Crews know whom to call", "measure": "Nine crews in ten say so.", "actions": 1}
    return ObjectiveFacts(**usual | parts)


def priority(*objectives: ObjectiveFacts, **parts) -> Facts:
    usual = {
        "id": 31,
        "title": "Ferries",
        "outcome": "Fewer children are hurt.",
        "started_on": date(2026, 1, 1),
        "themes_confirmed": 1,
        "objectives": objectives or (step(),),
    }
    return promises(priorities=(PriorityFacts(**usual | parts),))


def objective(**parts) -> Facts:
    return priority(step(**parts))


def ended(**parts) -> Facts:
    return priority(**{"ended_on": days_ago(20)} | parts)


def progress(**parts) -> Facts:
    return promises(progress=ProgressFacts(**parts))


CASES = {
    "priority_without_outcome": Cases(
        finds=priority(outcome=" "),
        says="The priority Ferries does not say what will be different for children",
        silent=priority(),
        unsure=ended(outcome=""),
    ),
    "priority_without_objective": Cases(
        finds=priority(objectives=()),
        says="has no objective",
        silent=priority(),
        unsure=priority(objectives=(), started_on=date(2027, 1, 1)),
    ),
    "priority_without_board": Cases(
        finds=priority(has_board=False),
        says="not on record which board leads the priority Ferries",
        silent=priority(),
        unsure=ended(has_board=False),
    ),
    "priority_without_theme_confirmed": Cases(
        finds=priority(themes_confirmed=0, themes_proposed=2),
        says="Sightline proposed 2 themes for the priority Ferries; nobody has confirmed one.",
        silent=priority(themes_proposed=2),
        unsure=ended(themes_confirmed=0),
    ),
    "priority_served_by_no_action": Cases(
        finds=objective(actions=0),
        says="began on 1 January 2026; no action serves its objective.",
        silent=priority(step(actions=0), step(id=33)),
        unsure=priority(step(actions=0), started_on=None),
    ),
    "priority_without_impact": Cases(
        finds=priority(started_on=days_ago(400)),
        says="nothing shows a change in practice or for children",
        silent=priority(started_on=days_ago(400), has_impact=True),
        unsure=priority(started_on=None),
    ),
    "priority_dropped_without_a_word": Cases(
        finds=ended(),
        says="The priority Ferries ended on 31 October 2026; nothing carries it on and nothing says why.",
        silent=ended(is_carried_on=True),
        unsure=ended(ended_on=None),
    ),
    "priority_stood_still_at_two_reviews": Cases(
        finds=priority(standstill=(days_ago(30), days_ago(210), days_ago(400))),
        says="had not moved forward at the reviews of 24 April 2026 and 21 October 2026",
        silent=priority(standstill=(days_ago(30),)),
        unsure=priority(standstill=()),
    ),
    "objective_without_measure": Cases(
        finds=objective(measure=""),
        says="Nothing says by what this objective will be seen to be met",
        silent=objective(),
        unsure=objective(measure="", state="dropped"),
    ),
    "objective_without_lead": Cases(
        finds=objective(has_lead=False),
        says="Neither an agency nor a board leads this objective",
        silent=objective(),
        unsure=objective(has_lead=False, state="met"),
    ),
    "objective_past_due": Cases(
        finds=objective(due_on=days_ago(1)),
        says="was to be met by 19 November 2026; nobody has said whether it was",
        silent=objective(due_on=TODAY),
        unsure=objective(due_on=None),
    ),
    "objective_met_without_evidence": Cases(
        finds=objective(state="met", ended_on=days_ago(20)),
        says="said to be met on 31 October 2026; no evidence shows it",
        silent=objective(state="met", ended_on=days_ago(20), has_evidence=True),
        unsure=objective(state="met", ended_on=None),
    ),
    "progress_review_overdue": Cases(
        finds=progress(due_on=days_ago(1), last_on=date(2026, 5, 19)),
        says="was last reviewed on 19 May 2026; a review was due by 19 November 2026",
        silent=progress(due_on=TODAY),
        unsure=progress(last_on=date(2024, 5, 19)),
    ),
    "progress_review_left_open": Cases(
        finds=progress(open_id=41, open_since=days_ago(100)),
        says="The review of progress of 12 August 2026 is still open",
        silent=progress(open_id=41, open_since=days_ago(10)),
        unsure=progress(open_id=None),
    ),
}
