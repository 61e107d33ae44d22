"""Reviews as people may see them. Who reads unpublished ones is decided by today, what had happened by the day asked about."""

from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.record.recommendations.models import Response

from ..models import Finding, FindingTheme, PracticeReview, Review, ReviewRecommendation


def is_published(on: date, before: str = "") -> Q:
    """Published by a day and not taken back; `before` leads to the review (`review__`)."""
    kept = Q(**{f"{before}publication__isnull": True}) | Q(**{f"{before}publication__is_taken_back": False})
    return Q(Q(**{f"{before}published_on__lte": on}), kept)


def is_open(review: Review, on: date) -> bool:
    """The same of one review: whether whoever reads the record reads it. Asks for `publication` where it was not read with it."""
    taken_back = hasattr(review, "publication") and review.publication.is_taken_back
    return review.published_on is not None and review.published_on <= on and not taken_back


def unpublished_recommendations(on: date) -> QuerySet[ReviewRecommendation]:
    """Ids of recommendations of reviews that are not open: their own partnership answers them, others do not read them."""
    made = ReviewRecommendation.objects.exclude(review__in=Review.objects.filter(is_published(on)))
    return made.values("recommendation")


def seen_by(viewer: Viewer, partnership: Partnership) -> QuerySet[Review]:
    """Published reviews for whoever reads the record, the others for those who read incidents."""
    if viewer.may(Deed.READ_INCIDENTS, partnership.pk):
        return Review.objects.filter(partnership=partnership)
    if viewer.may(Deed.READ, partnership.pk):
        return Review.objects.filter(is_published(viewer.today), partnership=partnership)
    return Review.objects.none()


def known_by(on: date) -> Q:
    """Begun, completed or published by a day; one without any date was always there."""
    undated = Q(started_on__isnull=True, completed_on__isnull=True, published_on__isnull=True)
    return undated | Q(started_on__lte=on) | Q(completed_on__lte=on) | Q(published_on__lte=on)


def register_of(viewer: Viewer, partnership: Partnership, on: date) -> QuerySet[Review]:
    """The register on a day, each with how many findings and recommendations it has: one query."""
    rows = seen_by(viewer, partnership).filter(known_by(on)).select_related("publication", "practice", "rapid")
    return rows.annotate(
        finding_count=Count("findings", distinct=True), recommendation_count=Count("recommendations", distinct=True)
    )


def review_in(viewer: Viewer, partnership: Partnership, pk: int) -> Review | None:
    rows = seen_by(viewer, partnership).select_related("publication", "practice", "rapid", "follows", "partnership")
    return rows.filter(pk=pk).first()


def practice_of(review: Review) -> PracticeReview | None:
    """Its part on the template, with sections, reviewers and panel: four queries."""
    rows = PracticeReview.objects.select_related("review__partnership").filter(review=review)
    return rows.prefetch_related(
        "sections", "reviewers__organisation", "panel__post__organisation", "panel__organisation"
    ).first()


def findings_of(review: Review) -> list[Finding]:
    themes = Prefetch("themes", FindingTheme.objects.select_related("theme").order_by("-is_confirmed", "theme__label"))
    return list(review.findings.prefetch_related(themes, "agencies__organisation").order_by("id"))


def finding_in(review: Review, pk: int) -> Finding | None:
    return review.findings.filter(pk=pk).first()


def recommended_by(review: Review, on: date) -> list[ReviewRecommendation]:
    """What a review recommends, with addressees, the answers given by a day and the actions: a constant number of queries."""
    answers = Prefetch("recommendation__responses", Response.objects.filter(on__lte=on), to_attr="answers_by_then")
    rows = review.recommendations.select_related("recommendation", "finding").order_by("id")
    return list(
        rows.prefetch_related(
            answers,
            "recommendation__addressees__organisation",
            "recommendation__answering__action__parties__post__organisation",
            "recommendation__answering__action__parties__organisation",
            "recommendation__answering__action__parties__person",
        )
    )


def recommendation_of(review: Review, pk: int) -> ReviewRecommendation | None:
    return review.recommendations.select_related("recommendation", "review__partnership").filter(pk=pk).first()


def reviews_to_follow(partnership: Partnership) -> QuerySet[Review]:
    return Review.objects.filter(partnership=partnership).order_by("reference")
