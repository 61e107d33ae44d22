"""Where a point of learning goes: to its review, into a draft briefing, or among the examples of practice."""

from typing import TYPE_CHECKING, Any

from .promises import REVIEW_PAPERS, reviews_that_could_be
from .questions import NEW, WORDS, Option, Question

if TYPE_CHECKING:
    from .resolving import Resolver

BRIEFING, EXAMPLE = "briefing", "example"
BRIEFING_PAPERS = frozenset({"briefing"})
ASKED = "Where does it belong?"


def of_learning(resolver: "Resolver", fields: dict[str, Any]) -> list[Question]:
    """A paper that is a review keeps its learning with the review: a briefing is made from its findings, and checked there."""
    title = resolver.paper.version.document.title if resolver.paper.version else resolver.paper.file_name
    kept = Option(WORDS, "Keep it as a statement of this paper")
    known = [
        Option(one.value, f"A finding of {one.label}", one.because) for one in reviews_that_could_be(resolver, fields)
    ]
    if resolver.paper.kind in REVIEW_PAPERS:
        options = (*known, Option(NEW, f"A finding of a new review: {title[:60]}"), kept)
        return [Question("learning", ASKED, "", options, options[0].value)]
    briefing = Option(BRIEFING, f"In a draft briefing: {title[:60]}")
    options = (*known, briefing, Option(EXAMPLE, "An example for the practice library"), kept)
    chosen = BRIEFING if resolver.paper.kind in BRIEFING_PAPERS else WORDS
    return [Question("learning", ASKED, "", options, chosen, is_sure=chosen == BRIEFING)]
