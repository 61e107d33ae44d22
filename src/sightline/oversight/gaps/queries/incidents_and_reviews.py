"""Facts of serious incidents and reviews, as their registers tell them, and of what the template still lacks."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, OuterRef, Q

from sightline.foundation.accounts.models import Partnership
from sightline.record.actions.domain import PartyKind
from sightline.record.actions.models import Party
from sightline.record.learning.models import BriefingFinding
from sightline.record.recommendations.models import AnsweringAction
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.domain.clocks import STARTS, Start, notice_due_on
from sightline.record.reviews.domain.practice import Part, sections_of
from sightline.record.reviews.domain.publication import PublicationState
from sightline.record.reviews.domain.rapid import CHECKLIST, Met
from sightline.record.reviews.models import PanelSeat, PracticeReview, RapidReview, Review, ReviewRecommendation
from sightline.record.reviews.queries import (
    PracticeFact,
    RapidFact,
    finding_facts,
    incident_facts,
    practice_facts,
    rapid_facts,
)
from sightline.record.reviews.queries.practice import is_open

from ..domain.facts_reviews import FindingFacts, IncidentFacts, PracticeFacts, RapidFacts, ReviewFacts


def incidents_of(partnership: Partnership, on: date) -> tuple[IncidentFacts, ...]:
    return tuple(
        IncidentFacts(
            id=one.id,
            reference=one.reference,
            state=one.state,
            aware_on=one.aware_on,
            notified_on=one.notified_on,
            due_on=one.due_on,
            is_late=one.is_late,
            days_over=one.days_over,
            has_rapid_review=one.has_rapid_review,
            rapid_due_on=one.rapid_due_on,
        )
        for one in incident_facts([partnership.pk], on)
    )


def rapid_reviews_of(partnership: Partnership, on: date) -> tuple[RapidFacts, ...]:
    answered = Count("checks", filter=~Q(checks__answer=Met.UNKNOWN), distinct=True)
    rows = RapidReview.objects.filter(review__partnership=partnership).order_by()
    ratified = Max("ratifications__on", filter=Q(ratifications__on__lte=on))
    rows = rows.annotate(answered=answered, ratified=ratified)
    more = {pk: rest for pk, *rest in rows.values_list("pk", "start", "incident_id", "answered", "ratified")}
    return tuple(_rapid(one, *more[one.id]) for one in rapid_facts([partnership.pk], on))


def _rapid(one: RapidFact, start: str, incident: int | None, answered: int, ratified: date | None) -> RapidFacts:
    return RapidFacts(
        id=one.id,
        reference=one.reference,
        start=STARTS[Start(start)].short if incident else "the day that was recorded",
        due_on=one.due_on,
        is_late=one.is_late,
        days_over=one.days_over,
        is_running=one.is_running,
        decided_on=one.decided_on,
        ratified_on=ratified,
        sent_on=one.sent_on,
        replied_on=one.replied_on,
        reply_is_slow=one.reply_is_slow,
        returns_missing=one.returns_missing,
        returns_late=one.returns_late,
        to_ratify=one.to_ratify,
        declined=one.declined,
        has_partners=one.has_partners,
        checks_open=len(CHECKLIST) - answered,
        awaits_response=one.awaits_response,
    )


@dataclass(frozen=True, slots=True)
class _Recommended:
    ids: tuple[int, ...] = ()
    fully: frozenset[int] = frozenset()
    loose: int = 0


def reviews_of(partnership: Partnership, on: date) -> tuple[ReviewFacts, ...]:
    """Every review but rapid ones, which have facts of their own. Fourteen queries, however many reviews."""
    found: dict[int, list[FindingFacts]] = defaultdict(list)
    for one in finding_facts([partnership.pk], on):
        facts = FindingFacts(one.number, one.text, one.has_theme, one.has_proposed_theme, one.has_recommendation)
        found[one.review_id].append(facts)
    empty = _empty_parts(partnership)
    practices = {
        one.review_id: _practice(one, empty[one.review_id], on) for one in practice_facts([partnership.pk], on)
    }
    recommended, briefings = _recommended(partnership), _briefings(partnership, on)
    rows = Review.objects.filter(partnership=partnership).exclude(kind=ReviewKind.RAPID).select_related("publication")
    return tuple(
        _review(one, on, found[one.pk], recommended.get(one.pk, _Recommended()), briefings, practices.get(one.pk))
        for one in rows
    )


def _review(
    one: Review,
    on: date,
    findings: list[FindingFacts],
    recommended: _Recommended,
    briefings: dict[int, int],
    practice: PracticeFacts | None,
) -> ReviewFacts:
    is_published = is_open(one, on)
    return ReviewFacts(
        id=one.pk,
        reference=one.reference,
        is_restricted=not is_published,
        completed_on=one.completed_on,
        published_on=one.published_on if is_published else None,
        findings=tuple(findings),
        recommendations=recommended.ids,
        answered_fully=recommended.fully,
        loose=recommended.loose,
        briefings=briefings.get(one.pk, 0),
        expected_to_find=one.kind != ReviewKind.CHILD_DEATH,
        practice=practice,
    )


def _practice(one: PracticeFact, empty_parts: tuple[str, ...], on: date) -> PracticeFacts:
    publishes_on = one.clock.published_on or one.planned_on
    return PracticeFacts(
        decided_on=one.clock.decided_on,
        cannot_be_counted=one.clock.state is PublicationState.NO_DECISION,
        due_on=one.clock.due_on,
        is_over=one.clock.state is PublicationState.OVER,
        days_over=(on - one.clock.due_on).days if one.clock.due_on else 0,
        publishes_on=publishes_on,
        notice_due_on=notice_due_on(publishes_on) if publishes_on else None,
        notice_sent_on=one.notice_sent_on,
        update_due_on=one.update_due_on,
        reviewers=one.reviewers,
        independent_reviewers=one.independent_reviewers,
        reviewers_of_unknown_standing=one.reviewers_of_unknown_standing,
        empty_parts=empty_parts,
    )


def _recommended(partnership: Partnership) -> dict[int, _Recommended]:
    """What each review recommends. An action answers in full when someone owns it and it has a day."""
    owned = Party.objects.filter(action=OuterRef("action"), kind=PartyKind.LEAD)
    made = ReviewRecommendation.objects.filter(review__partnership=partnership)
    answering = AnsweringAction.objects.filter(
        Exists(owned), recommendation__in=made.values("recommendation"), action__due_on__isnull=False
    )
    fully = set(answering.values_list("recommendation_id", flat=True))
    rows: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for review, recommendation, finding in made.values_list("review_id", "recommendation_id", "finding_id"):
        rows[review].append((recommendation, finding is None))
    return {
        review: _Recommended(
            tuple(pk for pk, _ in pairs),
            frozenset(pk for pk, _ in pairs if pk in fully),
            sum(is_loose for _, is_loose in pairs),
        )
        for review, pairs in rows.items()
    }


def _briefings(partnership: Partnership, on: date) -> dict[int, int]:
    rows = BriefingFinding.objects.filter(briefing__partnership=partnership, briefing__issued_on__lte=on).order_by()
    return dict(rows.values_list("finding__review_id").annotate(Count("briefing", distinct=True)))


def _empty_parts(partnership: Partnership) -> dict[int, tuple[str, ...]]:
    """By review, the headings of its template that nothing fills and nobody said do not apply. Three queries.

    Reviewers, findings and recommendations have rules of their own.
    """
    seated = set(PanelSeat.objects.filter(practice__review__partnership=partnership).values_list("practice", flat=True))
    rows = PracticeReview.objects.filter(review__partnership=partnership).prefetch_related("sections")
    return {one.pk: tuple(_empty(one, seated)) for one in rows}


def _empty(practice: PracticeReview, seated: Collection[int]) -> list[str]:
    said = {row.code for row in practice.sections.all() if row.text.strip() or row.not_applicable_because.strip()}
    filled = {
        Part.WORDS: False,
        Part.PANEL: practice.pk in seated,
        Part.PERIOD: bool(practice.started_on or practice.ended_on),
        Part.PARALLEL: practice.has_parallel is not None,
    }
    sections = sections_of(practice.edition)
    return [one.heading for one in sections if one.code not in said and not filled.get(one.part, True)]
