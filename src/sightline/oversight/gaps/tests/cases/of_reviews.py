"""Rules about practice reviews and other reviews."""

from datetime import date

from sightline.oversight.gaps.domain.facts import Facts, RecommendationFacts
from sightline.oversight.gaps.domain.facts_reviews import FindingFacts, Learning, PracticeFacts, ReviewFacts

from . import Cases, days_ago, facts

PUBLISHED = {"is_restricted": False, "published_on": date(2026, 6, 2)}
WITH_FINDING = {"findings": (FindingFacts("1", "Agencies held separate records."),)}


def review(more: tuple[RecommendationFacts, ...] = (), **parts) -> Facts:
    usual = {"id": 41, "reference": "LCSPR 2026-01"}
    return facts(learning=Learning(reviews=(ReviewFacts(**usual | parts),)), recommendations=more)


def practice(**parts) -> Facts:
    outside = {name: parts.pop(name) for name in ("completed_on", "is_restricted", "published_on") if name in parts}
    usual = {"decided_on": date(2026, 3, 31), "due_on": date(2026, 9, 30)}
    return review(practice=PracticeFacts(**usual | parts), **outside)


def found(**parts) -> dict:
    told = {"has_theme": True, "has_recommendation": True} | parts
    return {"findings": (*WITH_FINDING["findings"], FindingFacts("2", "Homes were not visited.", **told))}


def recommended(**parts) -> dict:
    return {"recommendations": (51, 52), "answered_fully": frozenset({51})} | parts


CASES = {
    "practice_review_past_six_months": Cases(
        finds=practice(is_over=True, days_over=51),
        says="by 30 September 2026, six months from the decision. It is 51 days over",
        silent=practice(),
        unsure=practice(decided_on=None, due_on=None),
    ),
    "practice_review_without_day_of_decision": Cases(
        finds=practice(decided_on=None, due_on=None, cannot_be_counted=True),
        says="no day of decision",
        silent=practice(),
        unsure=practice(decided_on=None, due_on=None, **PUBLISHED),
    ),
    "notice_of_publication_not_given_in_time": Cases(
        finds=practice(publishes_on=date(2026, 11, 26), notice_due_on=date(2026, 11, 17)),
        says="was to be published on 26 November 2026. Notice of it was due by 17 November 2026; none is on record",
        silent=practice(
            publishes_on=date(2026, 11, 26), notice_due_on=date(2026, 11, 17), notice_sent_on=date(2026, 11, 17)
        ),
        unsure=practice(),
    ),
    "review_published_without_findings": Cases(
        finds=review(**PUBLISHED),
        says="was published on 2 June 2026 and has no findings",
        silent=review(**PUBLISHED, **WITH_FINDING),
        unsure=review(**PUBLISHED, expected_to_find=False),
    ),
    "review_finding_without_theme": Cases(
        finds=review(**found(has_theme=False, has_proposed_theme=True)),
        says="1 of 2 findings of review LCSPR 2026-01 has no confirmed theme. Sightline proposes a theme for 1.",
        silent=review(**found()),
        unsure=review(),
    ),
    "review_finding_without_recommendation": Cases(
        finds=review(completed_on=days_ago(5), **found(has_recommendation=False)),
        says="1 of 2 findings of review LCSPR 2026-01 has no recommendation",
        silent=review(completed_on=days_ago(5), **found()),
        unsure=review(completed_on=days_ago(5), loose=1, **found(has_recommendation=False)),
    ),
    "review_recommendation_without_who_does_what_by_when": Cases(
        finds=review(completed_on=days_ago(50), **recommended()),
        says="1 of 2 recommendations of review LCSPR 2026-01 has no action with an owner and a day",
        silent=review(
            (RecommendationFacts(52, "2", "Visit homes.", "LCSPR 2026-01", answer="not_accepted"),),
            completed_on=days_ago(50),
            **recommended(),
        ),
        unsure=review(**recommended()),
    ),
    "review_update_report_overdue": Cases(
        finds=practice(update_due_on=days_ago(20)),
        says="was due on 31 October 2026, 20 days ago",
        silent=practice(update_due_on=days_ago(0)),
        unsure=practice(),
    ),
    "practice_review_without_independent_reviewer": Cases(
        finds=practice(reviewers=1),
        says="was decided on 31 March 2026, and none of its reviewers is independent",
        silent=practice(reviewers=2, independent_reviewers=1),
        unsure=practice(reviewers=1, reviewers_of_unknown_standing=1),
    ),
    "practice_review_complete_with_empty_parts": Cases(
        finds=practice(completed_on=days_ago(5), empty_parts=("Method", "Panel")),
        says="2 parts of its template are empty: Method and Panel",
        silent=practice(completed_on=days_ago(5)),
        unsure=practice(empty_parts=("Method", "Panel")),
    ),
    "published_review_without_briefing": Cases(
        finds=review(**PUBLISHED, **WITH_FINDING),
        says="was published on 2 June 2026 and no briefing came of it",
        silent=review(**PUBLISHED, **WITH_FINDING, briefings=1),
        unsure=review(**PUBLISHED),
    ),
}
