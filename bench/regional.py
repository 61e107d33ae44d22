"""The matrices of a region over London's and England's partnerships, against the same numbers in raw SQL.

Goals: queries the same at both sizes, database time at most twice raw SQL, a page's cost growing no faster than what it shows.
"""

import json
import sys
from typing import Any

from bench.pages import GOALS, compared
from bench.promises import ENGLAND, LONDON, SIZES, Promised, database_of, in_child

SHARED = "SELECT partnership_id FROM accounts_sharing WHERE topic = '{topic}' AND is_shared"
PLACES = "SELECT * FROM accounts_partnership WHERE overseen_by_id = %(partnership)s ORDER BY short_name"
VOCABULARY = "SELECT * FROM plan_theme WHERE region_id IS NULL OR region_id = %(partnership)s"
RAW_THEMES = (
    PLACES,
    VOCABULARY,
    f"""SELECT p.id, p.partnership_id, p.title, t.theme_id, t.is_confirmed FROM plan_priority p
        LEFT JOIN plan_prioritytheme t ON t.priority_id = p.id
        WHERE p.partnership_id IN ({SHARED.format(topic="priorities")}) AND p.started_on <= %(on)s
        AND (p.ended_on IS NULL OR p.ended_on > %(on)s) ORDER BY p.number, p.title""",
)
RAW_PLANS = (
    PLACES,
    "SELECT f.*, COUNT(s.id) FROM plan_planformat f LEFT JOIN plan_formatsection s ON s.format_id = f.id GROUP BY f.id",
    f"""SELECT p.*, s.present, s.unused, s.absent FROM plan_plan p LEFT JOIN (
            SELECT plan_id, SUM(CASE WHEN use = 'present' THEN 1 ELSE 0 END) AS present,
                   SUM(CASE WHEN use = 'not_used' THEN 1 ELSE 0 END) AS unused,
                   SUM(CASE WHEN use = 'absent' THEN 1 ELSE 0 END) AS absent
            FROM plan_plansection GROUP BY plan_id) s ON s.plan_id = p.id
        WHERE p.partnership_id IN ({SHARED.format(topic="plans")}) AND p.submitted_on <= %(on)s""",
    f"""SELECT r.* FROM plan_planreview r JOIN plan_plan p ON p.id = r.plan_id
        WHERE p.partnership_id IN ({SHARED.format(topic="plans")}) AND r.reviewed_on <= %(on)s""",
    f"SELECT * FROM plan_notneeded WHERE partnership_id IN ({SHARED.format(topic='plans')})",
)
RAW_REVIEWS = (
    PLACES,
    f"""SELECT l.theme_id, t.label, r.id, r.reference, r.partnership_id, r.published_on, f.number, f.text
        FROM reviews_findingtheme l JOIN plan_theme t ON t.id = l.theme_id
        JOIN reviews_finding f ON f.id = l.finding_id JOIN reviews_review r ON r.id = f.review_id
        WHERE r.partnership_id IN ({SHARED.format(topic="reviews")}) AND r.published_on <= %(on)s AND l.is_confirmed
        ORDER BY t.label, r.id, f.id""",
    f"""SELECT a.finding_id, o.name FROM reviews_findingagency a JOIN directory_organisation o ON o.id = a.organisation_id
        JOIN reviews_finding f ON f.id = a.finding_id JOIN reviews_review r ON r.id = f.review_id
        WHERE r.partnership_id IN ({SHARED.format(topic="reviews")}) AND r.published_on <= %(on)s ORDER BY o.name""",
)
PAGES = {
    "themes of priorities": ("/region/priorities/", RAW_THEMES),
    "required plans": ("/region/plans/", RAW_PLANS),
    "themes of reviews": ("/region/reviews/themes/", RAW_REVIEWS),
}


def main() -> None:
    found = {}
    for size in (LONDON, ENGLAND):
        with database_of(size) as address:
            found[size.name] = in_child(address, "bench.regional", size.name)
    for page in PAGES:
        print(told(page, found["London"][page], found["England"][page]))


def told(page: str, london: dict[str, Any], england: dict[str, Any]) -> str:
    wider = ENGLAND.partnerships / LONDON.partnerships
    return (
        f"{page}: {LONDON.partnerships} and {ENGLAND.partnerships} partnerships ({wider:.1f} times as many): queries"
        f" {london['queries']} and {england['queries']}; database time {england['ratio']:.2f} of raw SQL at England"
        f" ({london['ratio']:.2f} at London; goal at most {GOALS['database']:g}); page {london['page_ms']:.0f} and"
        f" {england['page_ms']:.0f} ms, {england['page_ms'] / london['page_ms']:.1f} times"
    )


def measure(size: Promised) -> dict[str, Any]:
    import django

    django.setup()
    from django.utils import timezone

    asked = [{"partnership": size.region, "on": timezone.localdate().isoformat()}]
    return {name: compared(asked, address, raw) for name, (address, raw) in PAGES.items()}


if __name__ == "__main__":
    print(json.dumps(measure(SIZES[sys.argv[1]])))
