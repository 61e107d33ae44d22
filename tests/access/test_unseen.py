"""What a serious incident and an unpublished review say stands on no page of those who may not read it: every page is opened."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
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

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SECRET = "Qzx"  # begins every word that only those who read incidents may see
UNPUBLISHED = "Qzw"  # begins what an unpublished review recommends
ROUTES = real_routes()
OPEN = [line for line in listed_routes() if line.maker == "-" and line.name in ROUTES and ROUTES[line.name].is_ours]
BY_CHANCE = re.compile(r'value="[A-Za-z0-9]{64}"|nonce="[^"]+"')
"""A form's token and a script's nonce: they say any three letters sooner or later."""
NOBODY_READS_THESE = ("health", "design:gallery", "design:check_words")


@pytest.fixture
def hidden(world: World) -> dict[str, object]:
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
        reference="LCSPR/1",
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
    made = commands.recommend(review=review, text="Qzw: keep one record.", finding=found, by=None)
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
    return {"made": made, "action": action, "raised": raised, "briefing": briefing, "theme": theme}


def _pages(world: World, hidden: dict[str, object]) -> Iterator[str]:
    for where in (world.own, world.region):
        for line in OPEN:
            if ROUTES[line.name].is_of_a_partnership:
                yield reverse(line.name, kwargs={"partnership": where.slug})
    for line in OPEN:
        if not ROUTES[line.name].is_of_a_partnership and line.name not in NOBODY_READS_THESE:
            yield reverse(line.name)
    slug = world.own.slug
    theme = hidden["theme"].pk
    yield from (f"/search?q={word}" for word in ("QzxSI", "QzxRR", "LCSPR", "Qzxtitle", "Qzxfinding", "Qzxbriefing"))
    yield reverse("recommendations:recommendation", args=[slug, hidden["made"].recommendation_id])
    yield reverse("actions:action", args=[slug, hidden["action"].pk])
    yield reverse("actions:action", args=[slug, hidden["raised"].pk])
    yield reverse("learning:briefing", args=[slug, hidden["briefing"].pk])
    yield reverse("reviews:theme", kwargs={"partnership": slug, "theme": theme})


def _seen(client: Client, address: str) -> str:
    answer = client.get(address)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = BY_CHANCE.sub("", body.decode("utf-8", "replace"))
    # What one typed oneself into the search is no secret.
    return text.split("<h2", 1)[-1] if address.startswith("/search") else text


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ANALYST, Role.REGIONAL_OVERSEER, Role.ADMINISTRATOR])
def test_no_page_tells_what_only_readers_of_incidents_may_see(world: World, sign_in, hidden, role):
    for topic in Topic:
        choose_sharing(partnership=world.own, topic=topic, is_shared=True, by=None)
    client = sign_in(role)
    told = []
    for address in _pages(world, hidden):
        text = _seen(client, address)
        # Members read an unpublished review's recommendations, which they answer; a region does not.
        word = UNPUBLISHED if role is Role.REGIONAL_OVERSEER and UNPUBLISHED in text else SECRET
        if word in text:
            at = text.index(word)
            told.append((address, text[max(0, at - 80) : at + 40]))
    assert told == []


def test_the_registers_tell_it_to_those_who_may_know(world: World, sign_in, hidden):
    client = sign_in(Role.BUSINESS_MANAGER)
    pages = [reverse("reviews:incidents", args=[world.own.slug]), reverse("reviews:register", args=[world.own.slug])]
    assert all(SECRET in _seen(client, page) for page in pages)
