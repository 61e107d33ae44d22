"""An incident and reviews that are not published, with marked words, and the pages on which these must not stand."""

import re
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.library.domain import File
from sightline.foundation.library.store import keep
from sightline.kernel.references import Reference
from sightline.oversight.gaps.commands import check
from sightline.partnership.directory.commands import record_organisation
from sightline.partnership.plan.commands import record_theme
from sightline.record.evidence.commands import add_evidence
from sightline.record.evidence.domain import Kind
from sightline.record.learning import commands as learning
from sightline.record.learning.domain.briefings import BriefingKind
from sightline.record.reviews import commands
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.domain.incidents import Category
from tests.access.routes import listed_routes, real_routes
from tests.world import STARTED, World

SECRET = "Qzx"  # begins every word that only those who read incidents may see
UNPUBLISHED = "Qzw"  # begins what an unpublished review recommends, and its reference
ASKED = "Keep one record of every visit that agencies share with each other at once."
ROUTES = real_routes()
OPEN = [line for line in listed_routes() if line.maker == "-" and line.name in ROUTES and ROUTES[line.name].is_ours]
BY_CHANCE = re.compile(r'value="[A-Za-z0-9]{64}"|nonce="[^"]+"')
"""A form's token and a script's nonce: they say any three letters sooner or later."""
NOBODY_READS_THESE = ("health", "design:gallery", "design:check_words")


def make_hidden(world: World) -> dict[str, Any]:
    """An incident, its rapid review, a practice review that is not published, and what hangs on them."""
    own = world.own
    body = record_organisation(partnership=own, name="Ashvale Council", by=None)
    incident = commands.log_incident(
        partnership=own,
        reference="QzxSI/1",
        category=Category.OTHER,
        aware_on=STARTED,
        notified_on=STARTED,
        lead_authority=body,
        by=None,
    )
    rapid = commands.open_rapid_review(partnership=own, reference="QzxRR/1", incident=incident, on=STARTED, by=None)
    commands.ask_agency(rapid=rapid, organisation=body, on=STARTED, by=None)
    review = commands.record_review(
        partnership=own,
        reference="QzwLR/1",
        kind=ReviewKind.LOCAL_PRACTICE,
        title="Qzxtitle of a review",
        started_on=STARTED,
        by=None,
    )
    theme = record_theme(code="records", label="Records", edition="2024", by=None)
    found = commands.record_finding(
        review=review, text="Qzxfinding about records.", themes=[theme], agencies=[body], by=None
    )
    commands.record_figure(review=review, name="Qzxfigure", value=9, by=None)
    made = commands.recommend(review=review, text=f"Qzw: {ASKED}", finding=found, by=None)
    action = commands.answer_with_action(made=made, what="Keep one record", on=STARTED, by=None)
    raised = commands.raise_rapid_action(rapid=rapid, what="Meet weekly", on=STARTED, by=None)
    briefing = learning.draft_briefing(
        partnership=own,
        kind=BriefingKind.SEVEN_MINUTE,
        title="Qzxbriefing",
        on=STARTED,
        by=None,
        findings=[found],
    )
    sha256, size = keep([b"An audit."])
    for subject in (Reference("reviews.review", review.pk), Reference("reviews.finding", found.pk)):
        add_evidence(
            partnership=own,
            subject=subject,
            title="An audit",
            kind=Kind.ASSURANCE,
            file=File("audit.txt", "text/plain", size, sha256),
            on=world.today,
            by=None,
        )
    check(partnership=own, on=world.today, at=timezone.now(), by=None)
    return {
        "incident": incident,
        "rapid": rapid,
        "review": review,
        "found": found,
        "made": made,
        "action": action,
        "raised": raised,
        "briefing": briefing,
        "theme": theme,
        "body": body,
    }


def open_pages(world: World) -> Iterator[str]:
    """Every page that names no thing, of the partnership and of its region."""
    for where in (world.own, world.region):
        for line in OPEN:
            if ROUTES[line.name].is_of_a_partnership:
                yield reverse(line.name, kwargs={"partnership": where.slug})
    for line in OPEN:
        if not ROUTES[line.name].is_of_a_partnership and line.name not in NOBODY_READS_THESE:
            yield reverse(line.name)


def pages_of(world: World, hidden: dict[str, Any]) -> Iterator[str]:
    """The pages of things that hang on the incident and the reviews, and yet are open to whoever reads the record."""
    slug = world.own.slug
    yield reverse("recommendations:recommendation", args=[slug, hidden["made"].recommendation_id])
    yield reverse("actions:action", args=[slug, hidden["action"].pk])
    yield reverse("actions:action", args=[slug, hidden["raised"].pk])
    yield reverse("learning:briefing", args=[slug, hidden["briefing"].pk])
    yield reverse("reviews:theme", kwargs={"partnership": slug, "theme": hidden["theme"].pk})


def seen(client: Client, address: str) -> str:
    return words_of(client.get(address), address)


def words_of(answer: HttpResponse, address: str) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = BY_CHANCE.sub("", body.decode("utf-8", "replace"))
    # What one typed oneself into the search is no secret.
    return text.split("<h2", 1)[-1] if address.startswith("/search") else text
