"""How publication and what follows it stand: for the page, for reminders and for the rules."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from sightline.kernel.due import Due
from sightline.kernel.references import Reference

from ..domain.clocks import notice_due_on
from ..domain.practice import PanelPart
from ..domain.publication import REASONS, LetterKind, PublicationClock, day, publication_clock
from ..models import (
    Finding,
    FindingTheme,
    PanelSeat,
    PracticeReview,
    PracticeReviewer,
    Publication,
    PublicationLetter,
    Review,
    ReviewRecommendation,
    UpdateReport,
)

REVIEW = "reviews.review"


@dataclass(frozen=True, slots=True)
class PracticeFact:
    """What rules and reminders ask of one practice review on a day. Days are None where nothing is recorded."""

    review_id: int
    partnership_id: int
    reference: str
    clock: PublicationClock
    planned_on: date | None
    notice_due_on: date | None
    notice_sent_on: date | None
    reasons: frozenset[LetterKind]
    update_due_on: date | None
    has_update: bool
    reviewers: int
    independent_reviewers: int
    reviewers_of_unknown_standing: int
    chair_posts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FindingFact:
    finding_id: int
    review_id: int
    partnership_id: int
    reference: str
    number: str
    text: str
    is_published: bool
    has_recommendation: bool
    has_theme: bool
    has_proposed_theme: bool


def clock_of(review: Review, on: date) -> PublicationClock:
    practice = PracticeReview.objects.filter(review=review).first()
    sent = review.letters.filter(sent_on__lte=on, kind__in=REASONS).values_list("kind", flat=True)
    return publication_clock(
        decided_on=practice.decided_on if practice else None,
        published_on=review.published_on,
        reasons=frozenset(LetterKind(kind) for kind in sent),
        on=on,
    )


def practice_facts(partnership_ids: Iterable[int], on: date) -> list[PracticeFact]:
    """Every practice review on the template in some partnerships: six queries however many."""
    rows = PracticeReview.objects.filter(review__partnership__in=list(partnership_ids)).select_related("review")
    practices = list(rows.order_by("review_id"))
    ids = [one.pk for one in practices]
    plans = dict(Publication.objects.filter(review__in=ids).values_list("review_id", "planned_on"))
    letters = _by_review(PublicationLetter.objects.filter(review__in=ids, sent_on__lte=on))
    updates = _by_review(UpdateReport.objects.filter(review__in=ids))
    reviewers: dict[int, list[bool | None]] = defaultdict(list)
    for pk, standing in PracticeReviewer.objects.filter(practice__in=ids).values_list("practice_id", "is_independent"):
        reviewers[pk].append(standing)
    chairs: dict[int, list[int]] = defaultdict(list)
    seats = PanelSeat.objects.filter(practice__in=ids, part=PanelPart.CHAIR, post__isnull=False)
    for pk, post in seats.values_list("practice_id", "post_id"):
        chairs[pk].append(post)
    return [
        _fact(one, plans.get(one.pk), letters[one.pk], updates[one.pk], reviewers[one.pk], tuple(chairs[one.pk]), on)
        for one in practices
    ]


def _by_review(rows: Iterable) -> dict[int, list]:
    found: dict[int, list] = defaultdict(list)
    for row in rows:
        found[row.review_id].append(row)
    return found


def _fact(
    practice: PracticeReview,
    planned_on: date | None,
    letters: list[PublicationLetter],
    updates: list[UpdateReport],
    reviewers: list[bool | None],
    chairs: tuple[int, ...],
    on: date,
) -> PracticeFact:
    review = practice.review
    reasons = frozenset(LetterKind(one.kind) for one in letters if one.kind in REASONS)
    notices = [one.sent_on for one in letters if one.kind == LetterKind.NOTICE]
    waiting = [one.due_on for one in updates if one.due_on and not (one.received_on and one.received_on <= on)]
    return PracticeFact(
        review_id=review.pk,
        partnership_id=review.partnership_id,
        reference=review.reference,
        clock=publication_clock(
            decided_on=practice.decided_on, published_on=review.published_on, reasons=reasons, on=on
        ),
        planned_on=planned_on,
        notice_due_on=notice_due_on(planned_on) if planned_on else None,
        notice_sent_on=min(notices, default=None),
        reasons=reasons,
        update_due_on=min(waiting, default=None),
        has_update=any(one.received_on and one.received_on <= on for one in updates),
        reviewers=len(reviewers),
        independent_reviewers=sum(standing is True for standing in reviewers),
        reviewers_of_unknown_standing=sum(standing is None for standing in reviewers),
        chair_posts=chairs,
    )


def finding_facts(partnership_ids: Iterable[int], on: date) -> list[FindingFact]:
    """Every finding of every review in some partnerships: one query."""
    themes = FindingTheme.objects.filter(finding=OuterRef("pk"))
    rows = Finding.objects.filter(review__partnership__in=list(partnership_ids)).select_related("review")
    rows = rows.annotate(
        has_recommendation=Exists(ReviewRecommendation.objects.filter(finding=OuterRef("pk"))),
        has_theme=Exists(themes.filter(is_confirmed=True)),
        has_proposed_theme=Exists(themes.filter(is_confirmed=False)),
    )
    return [
        FindingFact(
            finding_id=one.pk,
            review_id=one.review_id,
            partnership_id=one.review.partnership_id,
            reference=one.review.reference,
            number=one.number,
            text=one.text,
            is_published=bool(one.review.published_on and one.review.published_on <= on),
            has_recommendation=one.has_recommendation,
            has_theme=one.has_theme,
            has_proposed_theme=one.has_proposed_theme,
        )
        for one in rows
    ]


def due_things(partnership_ids: Iterable[int], on: date) -> list[Due]:
    """Publication, its notice and the update report of practice reviews that wait for them. Their panel's chair is asked."""
    return [due for fact in practice_facts(partnership_ids, on) for due in _due_of(fact)]


def _due_of(fact: PracticeFact) -> Iterable[Due]:
    def due(asks: str, due_on: date | None) -> Due:
        what = f"Practice review {fact.reference}"
        return Due(Reference(REVIEW, fact.review_id), fact.partnership_id, what, asks, due_on, posts=fact.chair_posts)

    if fact.clock.published_on is None and LetterKind.NOT_PUBLISHED not in fact.reasons:
        if fact.planned_on and fact.notice_sent_on is None:
            asks = f"Send notice of publication on {day(fact.planned_on)} to the panel and the Secretary of State"
            yield due(asks, fact.notice_due_on)
        if fact.clock.due_on:
            yield due("Publish the review, or send the reasons why it is late", fact.clock.due_on)
    if fact.update_due_on:
        yield due("Record the update report: what changed for children, with evidence", fact.update_due_on)
