"""Published reviews and their parts, so that whoever reads the record may open their pages."""

from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.commands import record_organisation
from sightline.partnership.plan.commands import record_theme
from sightline.record.reviews import commands
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.domain.publication import LetterKind
from sightline.record.reviews.models import Review
from tests.access.making import another, makes
from tests.world import STARTED, World


def _review(partnership: Partnership) -> Review:
    return commands.record_review(
        partnership=partnership,
        reference=another("LCSPR"),
        kind=ReviewKind.LOCAL_PRACTICE,
        started_on=STARTED,
        published_on=STARTED,
        by=None,
    )


@makes("review")
def a_review(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"review": _review(partnership).pk}


@makes("paper of a review")
def a_paper_of_a_review(world: World, partnership: Partnership) -> dict[str, Any]:
    return a_review(world, partnership) | {"form": "docx"}


@makes("finding of a review")
def a_finding_of_a_review(world: World, partnership: Partnership) -> dict[str, Any]:
    finding = commands.record_finding(review=_review(partnership), text="Nobody chaired.", by=None)
    return {"review": finding.review_id, "finding": finding.pk}


@makes("recommendation of a review")
def a_recommendation_of_a_review(world: World, partnership: Partnership) -> dict[str, Any]:
    made = commands.recommend(review=_review(partnership), text="Name a chair.", by=None)
    return {"review": made.review_id, "made": made.pk}


@makes("figure of a review")
def a_figure_of_a_review(world: World, partnership: Partnership) -> dict[str, Any]:
    figure = commands.record_figure(review=_review(partnership), name="Reviews", value=9, by=None)
    return {"review": figure.review_id, "figure": figure.pk}


@makes("practice review")
def a_practice_review(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"review": commands.open_practice_review(review=_review(partnership), by=None).pk}


@makes("reviewer")
def a_reviewer(world: World, partnership: Partnership) -> dict[str, Any]:
    practice = commands.open_practice_review(review=_review(partnership), by=None)
    made = commands.appoint_reviewer(practice=practice, name="Ola Brand", by=None)
    return {"review": practice.pk, "reviewer": made.pk}


@makes("seat on a review's panel")
def a_seat_on_a_panel(world: World, partnership: Partnership) -> dict[str, Any]:
    practice = commands.open_practice_review(review=_review(partnership), by=None)
    body = record_organisation(partnership=partnership, name=another("Fen Trust"), by=None)
    made = commands.put_on_panel(practice=practice, organisation=body, by=None)
    return {"review": practice.pk, "seat": made.pk}


@makes("part of the template")
def a_part_of_the_template(world: World, partnership: Partnership) -> dict[str, Any]:
    return a_practice_review(world, partnership) | {"section": "method"}


@makes("letter of publication")
def a_letter_of_publication(world: World, partnership: Partnership) -> dict[str, Any]:
    return a_review(world, partnership) | {"kind": "late", "form": "docx"}


@makes("kind of letter")
def a_kind_of_letter(world: World, partnership: Partnership) -> dict[str, Any]:
    return a_review(world, partnership) | {"kind": "late"}


@makes("letter that was sent")
def a_letter_that_was_sent(world: World, partnership: Partnership) -> dict[str, Any]:
    review = _review(partnership)
    sent = commands.record_letter(review=review, kind=LetterKind.LATE, sent_on=STARTED, reason="Trial", by=None)
    return {"review": review.pk, "letter": sent[0].pk}


@makes("theme of reviews")
def a_theme_of_a_region(world: World, partnership: Partnership) -> dict[str, Any]:
    """The vocabulary is the region's; what stands for another partnership's is a theme that only that one keeps."""
    owner = partnership if partnership == world.other else world.region
    code = another("theme").replace(" ", "-")
    return {"theme": record_theme(code=code, label="Sharing", edition="test", region=owner, by=None).pk}


@makes("theme of everyone")
def a_theme_of_everyone(world: World, partnership: Partnership) -> dict[str, Any]:
    code = another("theme").replace(" ", "-")
    return {"theme": record_theme(code=code, label="Sharing", edition="test", by=None).pk}
