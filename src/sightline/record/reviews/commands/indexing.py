"""What search knows of a review: restricted until it is published, and again when it is taken back."""

from sightline.foundation.library.commands import index_entry

from ..domain import kind_words
from ..models import Publication, Review


def index_review(review: Review) -> None:
    """One entry with the words of its findings. Call it whenever these or the publication change."""
    taken_back = Publication.objects.filter(review=review, is_taken_back=True).exists()
    words = review.findings.values_list("text", flat=True)
    index_entry(
        kind="reviews.review",
        id=review.pk,
        partnership=review.partnership,
        title=f"{kind_words(review.kind, review.started_on)} {review}",
        text="\n".join(words),
        dated_on=review.published_on or review.completed_on or review.started_on,
        is_restricted=review.published_on is None or taken_back,
    )
