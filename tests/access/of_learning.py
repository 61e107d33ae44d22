"""Makers of what learning keeps."""

from datetime import date
from typing import Any

from sightline.foundation.accounts.commands import choose_sharing, establish_partnership
from sightline.foundation.accounts.domain import Topic
from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.commands import record_organisation
from sightline.partnership.plan.commands import record_theme
from sightline.record.learning import commands
from sightline.record.learning.domain.briefings import PARTS, BriefingKind
from sightline.record.learning.domain.tracks import StepKind
from sightline.record.learning.domain.voice import Group, Method
from sightline.record.learning.models import Briefing, IssueTo, PracticeExample, Track, VoiceActivity
from sightline.record.learning.queries import unsubscribe_token
from sightline.record.recommendations.commands import record_recommendation
from sightline.record.reviews.commands import record_finding, record_review
from sightline.record.reviews.domain import ReviewKind
from tests.access.making import another, makes
from tests.world import World

ON = date(2024, 3, 4)


def _draft(partnership: Partnership) -> Briefing:
    review = record_review(partnership=partnership, reference=another("LR"), kind=ReviewKind.LEARNING, by=None)
    finding = record_finding(review=review, text="Agencies held separate records.", by=None)
    return commands.draft_briefing(
        partnership=partnership,
        kind=BriefingKind.SEVEN_MINUTE,
        title=another("Sharing what we know"),
        on=ON,
        by=None,
        findings=[finding],
    )


def _issued(partnership: Partnership) -> IssueTo:
    briefing = _draft(partnership)
    commands.release_finding(link=briefing.findings.get(), because="The family agreed.", on=ON, by=None)
    texts = {part.code: "Tell each other early." for part in PARTS[BriefingKind.SEVEN_MINUTE]}
    commands.write_parts(briefing=briefing, texts=texts, by=None)
    commands.approve_briefing(briefing=briefing, on=ON, by=None)
    agency = record_organisation(partnership=partnership, name=another("Reedham Housing"), by=None)
    commands.issue_briefing(briefing=briefing, on=ON, agencies=[agency], by=None)
    return briefing.issues.get()


@makes("briefing_draft")
def a_draft(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"briefing": _draft(partnership).pk}


@makes("briefing_finding")
def a_finding_in_a_draft(world: World, partnership: Partnership) -> dict[str, Any]:
    briefing = _draft(partnership)
    return {"briefing": briefing.pk, "finding": briefing.findings.get().finding_id}


@makes("briefing_recommendation")
def a_recommendation_in_a_draft(world: World, partnership: Partnership) -> dict[str, Any]:
    asked = record_recommendation(partnership=partnership, text="Keep one record.", source_title="Audit", by=None)
    link = commands.carry_recommendation(briefing=_draft(partnership), recommendation=asked, by=None)
    return {"briefing": link.briefing_id, "recommendation": asked.pk}


@makes("briefing_issued")
def an_issued_briefing(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"briefing": _issued(partnership).briefing_id}


@makes("briefing_paper")
def a_paper_of_a_briefing(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"briefing": _issued(partnership).briefing_id, "form": "docx"}


@makes("briefing_sent")
def a_briefing_sent(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"issue": _issued(partnership).pk}


@makes("briefing_agency")
def an_agency_of_its_own(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"organisation": _issued(partnership).organisation_id}


@makes("subscriber")
def a_subscriber(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"subscriber": _subscriber(partnership).pk}


def _subscriber(partnership: Partnership) -> Any:
    email = f"{another('reader')}@sightline.example".replace(" ", ".")
    return commands.subscribe(partnership=partnership, email=email, on=ON, consent="At a training day", by=None)


@makes("unsubscribe_token")
def a_token(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"token": unsubscribe_token(_subscriber(partnership))}


def _track(partnership: Partnership) -> Track:
    theme = record_theme(code=another("records").replace(" ", "-"), label="Records", edition="2024", by=None)
    return commands.start_track(partnership=partnership, title="Records are shared", theme=theme, on=ON, by=None)


@makes("track")
def a_track(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"track": _track(partnership).pk}


@makes("track_step")
def a_step(world: World, partnership: Partnership) -> dict[str, Any]:
    step = commands.add_step(
        track=_track(partnership), kind=StepKind.AUDIT, what="Audit of records", done_on=ON, by=None
    )
    return {"track": step.track_id, "step": step.pk}


def _example(partnership: Partnership) -> PracticeExample:
    return commands.record_example(
        partnership=partnership, title=another("A shared chronology"), what="One for all agencies.", on=ON, by=None
    )


@makes("practice_example")
def an_example(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"example": _example(partnership).pk}


@makes("practice_elsewhere")
def an_example_of_a_neighbour(world: World, partnership: Partnership) -> dict[str, Any]:
    """Shared by a third partnership: with the region of `own`, and for `other` with a region that nobody here is in."""
    region = world.region
    if partnership == world.other:
        region = establish_partnership(
            slug=another("far").replace(" ", "-"), name=another("Far"), short_name="Far", by=None
        )
    name = another("Carrow")
    third = establish_partnership(
        slug=name.lower().replace(" ", "-"), name=name, short_name=name, overseen_by=region, by=None
    )
    choose_sharing(partnership=third, topic=Topic.LEARNING, is_shared=True, by=None)
    example = commands.share_example(example=_example(third), on=ON, by=None)
    return {"example": example.pk}


def _activity(partnership: Partnership) -> VoiceActivity:
    return commands.record_voice(
        partnership=partnership,
        title=another("Survey"),
        group=Group.YOUNG_PEOPLE,
        method=Method.SURVEY,
        how_many=40,
        held_on=ON,
        by=None,
    )


@makes("voice_activity")
def an_activity(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"activity": _activity(partnership).pk}


@makes("voice_statement")
def a_statement(world: World, partnership: Partnership) -> dict[str, Any]:
    one = commands.record_statement(activity=_activity(partnership), text="Ask us sooner.", by=None)
    return {"activity": one.activity_id, "statement": one.pk}


@makes("voice_change")
def a_change(world: World, partnership: Partnership) -> dict[str, Any]:
    one = commands.record_change(activity=_activity(partnership), text="They are asked each term.", on=ON, by=None)
    return {"activity": one.activity_id, "change": one.pk}
