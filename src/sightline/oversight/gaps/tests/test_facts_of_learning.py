"""From the registers of incidents, reviews and learning to findings: what commands leave behind is what rules judge."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.references import Reference
from sightline.kernel.workdays import add_working_days
from sightline.oversight.gaps.domain.facts_reviews import FindingFacts
from sightline.oversight.gaps.models import Finding
from sightline.oversight.gaps.presenters.addresses import address
from sightline.oversight.gaps.queries.evidence import facts_of
from sightline.oversight.gaps.queries.learning import learning_facts
from sightline.oversight.gaps.rules.catalogue import catalogue
from sightline.partnership.plan.commands import set_priority
from sightline.record.actions.commands import Owner
from sightline.record.learning import commands as learning
from sightline.record.learning.domain.tracks import StepKind
from sightline.record.learning.domain.voice import Group, Method
from sightline.record.learning.models import VoiceActivity
from sightline.record.learning.tests.makers import make_agency, make_draft, make_finding, make_issued, make_theme
from sightline.record.reviews import commands as reviews
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.domain.clocks import Start
from sightline.record.reviews.domain.publication import LetterKind
from sightline.record.reviews.domain.rapid import Met, Ratified
from sightline.record.reviews.tests.build_practice import make_practice, make_review
from sightline.record.reviews.tests.rapid_making import decide, make_body, make_incident, make_partners, make_rapid
from tests.world import World

from .makers import run_rules

pytestmark = pytest.mark.django_db
DECIDED = date(2026, 3, 31)


def said(partnership: Partnership, on: date) -> dict[str, list[str]]:
    """What the rules say on a day, by rule."""
    run_rules(partnership, on)
    found: dict[str, list[str]] = {}
    for finding in Finding.objects.filter(partnership=partnership, closed_at=None).order_by("summary"):
        found.setdefault(finding.rule, []).append(finding.summary)
    return found


def test_an_incident_goes_from_not_notified_to_notified_late(world: World) -> None:
    incident = make_incident(world.own, aware_on=date(2026, 6, 1))
    assert said(world.own, date(2026, 6, 10))["serious_incident_not_notified"] == [
        "Serious incident SI 2026-01 became known on 1 June 2026 and is not notified. Its five working days ended on "
        "8 June 2026, 2 working days ago."
    ]
    reviews.notify_incident(incident=incident, on=date(2026, 6, 10), by=None)
    found = said(world.own, date(2026, 6, 11))
    assert "serious_incident_not_notified" not in found
    assert "notified on 10 June 2026, 2 working days after" in found["serious_incident_notified_late"][0]
    assert (
        "has no rapid review. It is due by"
        in said(world.own, date(2026, 6, 22))["notified_incident_without_rapid_review"][0]
    )


def test_a_rapid_review_is_late_by_the_start_that_its_partnership_chose(world: World) -> None:
    reviews.choose_clock_start(partnership=world.own, start=Start.NOTIFIED, by=None)
    make_rapid(world.own)
    found = said(world.own, add_working_days(date(2026, 6, 3), 17))
    assert found["rapid_review_past_fifteen_working_days"] == [
        "Rapid review RR 2026-01 was to be sent to the Panel by 24 June 2026, fifteen working days counted from the "
        "notification. It is 2 working days over."
    ]


def test_a_rapid_review_is_followed_from_returns_to_the_panels_reply(world: World) -> None:
    council, police = make_partners(world.own)
    rapid = make_rapid(world.own)
    asked = reviews.ask_agency(
        rapid=rapid, organisation=make_body(world.own, "Elm School"), on=date(2026, 6, 3), by=None
    )
    decide(rapid, on=date(2026, 6, 18))
    found = said(world.own, date(2026, 6, 25))
    assert "heard nothing from Elm School" in found["rapid_review_return_outstanding"][0]
    assert "nothing has come from Elm School" in found["rapid_review_decided_before_all_returned"][0]
    assert "Ashvale Council and Ashvale Police have not ratified it" in found["rapid_review_not_ratified"][0]
    reviews.receive_return(agency_return=asked, answer="nothing_known", on=date(2026, 6, 25), by=None)
    for partner in (council, police):
        reviews.ratify(
            rapid=rapid, organisation=partner, answer=Ratified.RATIFIED, on=date(2026, 6, 25), said_by="Chief", by=None
        )
    found = said(world.own, date(2026, 7, 1))
    assert not {"rapid_review_return_outstanding", "rapid_review_not_ratified"} & set(found)
    assert "ratified by all on 25 June 2026" in found["rapid_review_ratified_but_not_sent"][0]
    reviews.answer_check(rapid=rapid, item="facts", answer=Met.MET, by=None)
    reviews.send_to_panel(rapid=rapid, on=date(2026, 7, 1), despite="Late", by=None)
    found = said(world.own, date(2026, 7, 20))
    assert "rapid_review_ratified_but_not_sent" not in found
    assert "on 1 July 2026" in found["rapid_review_sent_late"][0]
    assert "with 13 things on its checklist" in found["rapid_review_sent_with_checklist_open"][0]
    assert "was sent on 1 July 2026 and no reply" in found["panel_reply_not_recorded"][0]


def test_the_six_months_of_a_practice_review_end_with_a_reason_or_a_publication(world: World) -> None:
    practice = make_practice(world.own)
    assert "practice_review_past_six_months" not in said(world.own, date(2026, 9, 30))
    late = said(world.own, date(2026, 10, 3))
    assert (
        "by 30 September 2026, six months from the decision. It is 3 days over"
        in late["practice_review_past_six_months"][0]
    )
    assert "has no reviewer on record" in late["practice_review_without_independent_reviewer"][0]
    reviews.record_letter(
        review=practice.review, kind=LetterKind.LATE, sent_on=date(2026, 10, 4), reason="A trial ends first.", by=None
    )
    reviews.appoint_reviewer(practice=practice, name="Ines Marlowe", by=None)
    found = said(world.own, date(2026, 10, 5))
    assert not {"practice_review_past_six_months", "practice_review_without_independent_reviewer"} & set(found)


def test_a_published_review_is_asked_for_notice_findings_parts_and_a_briefing(world: World) -> None:
    practice = make_practice(world.own)
    review = practice.review
    reviews.fill_section(practice=practice, code="method", text="Conversations with those who worked there.", by=None)
    reviews.publish_review(review=review, published_on=date(2026, 6, 2), by=None)
    found = said(world.own, date(2026, 6, 10))
    assert (
        "Notice of it was due by 21 May 2026; none is on record" in found["notice_of_publication_not_given_in_time"][0]
    )
    assert "was published on 2 June 2026" in found["review_published_without_findings"][0]
    assert "Terms of reference" in found["practice_review_complete_with_empty_parts"][0]
    assert "Method" not in found["practice_review_complete_with_empty_parts"][0]
    reviews.record_finding(review=review, text="Agencies held separate records.", by=None)
    assert "no briefing came of it" in said(world.own, date(2026, 9, 10))["published_review_without_briefing"][0]


def test_findings_and_recommendations_of_a_review_are_followed_until_someone_acts(world: World) -> None:
    review = make_review(world.own, completed_on=date(2026, 6, 2))
    finding = reviews.record_finding(review=review, number="1", text="Agencies held separate records.", by=None)
    found = said(world.own, date(2026, 8, 3))
    assert found["review_finding_without_recommendation"] == [
        "The only finding of review LCSPR 2026-01 has no recommendation."
    ]
    made = reviews.recommend(review=review, finding=finding, number="1", text="Keep one record.", by=None)
    found = said(world.own, date(2026, 8, 3))
    assert "review_finding_without_recommendation" not in found
    assert "The only recommendation" in found["review_recommendation_without_who_does_what_by_when"][0]
    police = make_agency(world.own, "Ashvale Police")
    reviews.answer_with_action(
        made=made,
        what="Agree one record",
        on=date(2026, 8, 3),
        due_on=date(2026, 12, 1),
        owner=Owner(organisation=police),
        by=None,
    )
    assert "review_recommendation_without_who_does_what_by_when" not in said(world.own, date(2026, 8, 4))


def test_learning_that_reaches_nobody_is_found(world: World) -> None:
    make_issued(world.own, agencies=(make_agency(world.own),), review_on=date(2025, 3, 11))
    track = learning.start_track(
        partnership=world.own, title="Shared records", theme=make_theme(), on=date(2024, 3, 4), by=None
    )
    learning.add_step(track=track, kind=StepKind.TRAINING, what="A day", done_on=date(2024, 3, 4), by=None)
    learning.record_example(
        partnership=world.own, title="One chronology", what="Kept together.", on=date(2024, 3, 4), by=None
    )
    found = said(world.own, date(2026, 6, 1))
    assert "Reedham Police has not confirmed" in found["briefing_not_confirmed_by_safeguarding_partner"][0]
    assert "issued on 11 March 2024" in found["briefing_passed_on_by_nobody"][0]
    assert "does not say what it is made from" in found["briefing_made_from_nothing"][0]
    assert "was last taught on 4 March 2024" in found["learning_without_re_audit"][0]
    assert "One chronology" in found["practice_example_without_evidence"][0]
    assert "by 11 March 2025, 447 days ago" in found["briefing_past_review"][0]


def test_a_draft_is_nobodys_finding_and_a_briefing_with_a_source_has_one(world: World) -> None:
    make_draft(world.own)
    make_issued(world.own, findings=[make_finding(world.own)], title="From a review")
    assert "briefing_made_from_nothing" not in said(world.own, date(2024, 3, 12))


def test_voice_is_followed_from_a_priority_to_being_told(world: World) -> None:
    priority = set_priority(partnership=world.own, title="Neglect", started_on=date(2026, 1, 5), by=None)
    assert "priority_without_voice" not in said(world.own, date(2026, 4, 1))
    assert (
        "Neglect is a priority since 5 January 2026" in said(world.own, date(2026, 6, 1))["priority_without_voice"][0]
    )
    asked = ask_young_people(world.own, priorities=[priority], feedback_due_on=date(2026, 7, 1))
    found = said(world.own, date(2026, 9, 15))
    assert "priority_without_voice" not in found
    assert "nothing is recorded as changed" in found["voice_without_change_or_reason"][0]
    assert "by 1 July 2026, 76 days ago" in found["voice_not_fed_back"][0]
    learning.feed_back(activity=asked, on=date(2026, 9, 15), how="A letter that said why nothing could.", by=None)
    assert not {"voice_without_change_or_reason", "voice_not_fed_back"} & set(said(world.own, date(2026, 9, 16)))


def ask_young_people(partnership: Partnership, title: str = "Survey in youth clubs", **parts) -> VoiceActivity:
    return learning.record_voice(
        partnership=partnership,
        title=title,
        group=Group.YOUNG_PEOPLE,
        method=Method.SURVEY,
        held_on=date(2026, 6, 2),
        by=None,
        **parts,
    )


def test_no_fact_comes_from_another_partnership(world: World) -> None:
    make_rapid(world.other)
    make_practice(world.other)
    make_issued(world.other, agencies=(make_agency(world.other),))
    ask_young_people(world.other)
    facts = learning_facts(world.own, date(2026, 9, 1))
    assert not any((facts.incidents, facts.rapid_reviews, facts.reviews, facts.briefings, facts.receipts_missing))
    assert not any((facts.voice, facts.not_passed_on, facts.tracks_without_re_audit))


def fill(world: World, number: int) -> None:
    """One of each thing."""
    rapid = make_rapid(world.own, f"RR {number}")
    reviews.ask_agency(rapid=rapid, organisation=make_body(world.own, f"School {number}"), on=date(2026, 6, 3), by=None)
    practice = make_practice(world.own, f"LCSPR {number}")
    finding = reviews.record_finding(review=practice.review, text="Records were apart.", by=None)
    reviews.recommend(review=practice.review, finding=finding, text="Keep one record.", by=None)
    make_issued(world.own, title=f"Briefing {number}", agencies=(make_agency(world.own, f"Trust {number}"),))
    track = learning.start_track(
        partnership=world.own, title=f"Track {number}", theme=make_theme(f"Theme {number}"), on=DECIDED, by=None
    )
    learning.add_step(track=track, kind=StepKind.TRAINING, what="A day", done_on=DECIDED, by=None)
    ask_young_people(world.own, f"Survey {number}")


def test_reading_the_facts_costs_the_same_however_much_is_learned(world: World, django_assert_num_queries) -> None:
    on = date(2026, 9, 1)
    make_partners(world.own)
    fill(world, 1)
    before = queries_of(world, on)
    for number in range(2, 6):
        fill(world, number)
    with django_assert_num_queries(before):
        facts_of(world.own, on)


def queries_of(world: World, on: date) -> int:
    with CaptureQueriesContext(connection) as asked:
        facts_of(world.own, on)
    return len(asked)


def test_what_has_no_page_of_its_own_leads_to_the_page_it_is_on(world: World) -> None:
    review = make_review(world.own)
    finding = reviews.record_finding(review=review, text="Records were apart.", by=None)
    assert address(Reference("reviews.finding", finding.pk), "ashvale") == f"/p/ashvale/reviews/{review.pk}/"
    assert address(Reference("reviews.finding", 0), "ashvale") == ""


def test_every_subject_of_a_rule_has_a_page(world: World) -> None:
    kinds = {rule.subject for rule in catalogue().values() if rule.subject.startswith(("reviews.", "learning."))}
    assert {kind for kind in kinds if not address(Reference(kind, 1), "ashvale")} == set()


def test_a_report_of_counts_is_not_asked_for_findings(world: World) -> None:
    make_review(world.own, "CDOP 2026", kind=ReviewKind.CHILD_DEATH, published_on=date(2026, 6, 2))
    assert "review_published_without_findings" not in said(world.own, date(2026, 6, 3))


def test_a_finding_remembers_which_themes_are_only_proposed(world: World) -> None:
    review = make_review(world.own)
    theme = make_theme("Records")
    reviews.record_finding(review=review, number="1", text="Letters went unread.", themes=[theme], by=None)
    reviews.record_finding(review=review, number="2", text="Homes were cold.", by=None)
    (facts,) = learning_facts(world.own, world.today + timedelta(days=1)).reviews
    assert [one.has_theme for one in facts.findings] == [True, False]
    assert isinstance(facts.findings[0], FindingFacts)
