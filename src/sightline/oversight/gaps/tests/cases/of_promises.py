"""Rules about actions and recommendations."""

from datetime import date

from sightline.oversight.gaps.domain.facts import ActionFacts, Facts, RecommendationFacts

from . import TODAY, Cases, days_ago, facts


def action(**parts) -> Facts:
    usual = {
        "id": 11,
        "what": "Brief team managers",
        "is_open": True,
        "owner": "Ashvale Trust",
        "due_on": date(2027, 1, 1),
    }
    return facts(actions=(ActionFacts(**usual | parts),))


def closed(**parts) -> Facts:
    return action(is_open=False, status="done", **parts)


def recommendation(**parts) -> Facts:
    usual = {
        "id": 21,
        "number": "3",
        "text": "Record attendance.",
        "source_title": "Scrutiny 2026",
        "addressee": "The Board",
    }
    return facts(recommendations=(RecommendationFacts(**usual | parts),))


CASES = {
    "action_without_owner": Cases(
        finds=action(owner="", owner_as_written="somebody"),
        says="The paper says: somebody.",
        silent=action(),
        unsure=closed(owner=""),
    ),
    "action_without_date": Cases(
        finds=action(due_on=None, due_as_written="soon"),
        says="The paper says: soon.",
        silent=action(),
        unsure=closed(due_on=None),
    ),
    "action_overdue": Cases(
        finds=action(due_on=days_ago(1)),
        says="was due on 19 November 2026, yesterday. Owner: Ashvale Trust.",
        silent=action(due_on=TODAY),
        unsure=action(due_on=None),
    ),
    "action_carried_three_times": Cases(
        finds=action(times_carried=3),
        says="carried forward at 3 meetings",
        silent=action(times_carried=2),
        unsure=closed(times_carried=5),
    ),
    "action_owner_has_left": Cases(
        finds=action(owner="Ines Marlowe", owner_left_on=date(2026, 3, 1)),
        says="Ines Marlowe, who owns this action, left on 1 March 2026",
        silent=action(owner="Ines Marlowe"),
        unsure=closed(owner="Ines Marlowe", owner_left_on=date(2026, 3, 1)),
    ),
    "action_gone_quiet": Cases(
        finds=action(raised_on=days_ago(300), last_progress_on=days_ago(100)),
        says="since 12 August 2026",
        silent=action(raised_on=days_ago(300), last_progress_on=days_ago(10)),
        unsure=action(raised_on=None),
    ),
    "action_closed_without_a_word": Cases(
        finds=closed(closed_on=days_ago(10)),
        says="nothing says what was done",
        silent=closed(closed_on=days_ago(10), closing_note="All six teams were briefed."),
        unsure=closed(closed_on=None),
    ),
    "recommendation_without_addressee": Cases(
        finds=recommendation(addressee=""),
        says="not on record to whom",
        silent=recommendation(),
        unsure=facts(),
    ),
    "recommendation_unanswered": Cases(
        finds=recommendation(made_on=date(2026, 9, 21), answer_by=date(2026, 11, 2)),
        says="was made on 21 September 2026, 44 working days ago, and has no response. One was due by 2 November 2026.",
        silent=recommendation(
            made_on=days_ago(60), answer_by=days_ago(18), answer="not_accepted", answered_on=days_ago(5)
        ),
        unsure=recommendation(made_on=None),
    ),
    "recommendation_accepted_without_action": Cases(
        finds=recommendation(answer="accepted", answered_on=days_ago(60)),
        says="was accepted on 21 September 2026 and no action answers it",
        silent=recommendation(answer="accepted", answered_on=days_ago(60), actions=1),
        unsure=recommendation(answer="accepted", answered_on=days_ago(5)),
    ),
}
