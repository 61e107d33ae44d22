"""Pages of learning as people open and fill them."""

from datetime import date

from django.test import Client
from django.urls import reverse

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.record.learning import commands, queries
from sightline.record.learning.domain.briefings import PARTS, BriefingKind
from sightline.record.learning.domain.tracks import StepKind
from sightline.record.learning.models import Briefing, IssueTo, PracticeExample, Subscriber, Track, VoiceActivity
from sightline.record.recommendations.commands import record_recommendation
from tests.world import World

from .makers import WORDS, make_agency, make_draft, make_finding, make_issued, make_theme, write_all
from .test_tracks_and_practice import make_example
from .test_voice import make_activity


def address(world: World, name: str, **parts) -> str:
    return reverse(f"learning:{name}", kwargs={"partnership": world.own.slug, **parts})


def day(name: str, when: date) -> dict[str, str]:
    return {f"{name}_day": str(when.day), f"{name}_month": str(when.month), f"{name}_year": str(when.year)}


def text_of(client: Client, where: str) -> str:
    answer = client.get(where)
    assert answer.status_code == 200, where
    return answer.content.decode()


def test_a_briefing_goes_from_a_finding_to_an_agency_on_its_pages(world: World, sign_in) -> None:
    finding, agency = make_finding(world.own), make_agency(world.own)
    manager, colleague = sign_in(Role.BUSINESS_MANAGER), sign_in(Role.PARTNERSHIP_TEAM)
    begun = manager.post(address(world, "write"), {"kind": "seven_minute", "title": "One record", "roles": "Nurses"})
    briefing = Briefing.objects.get()
    assert begun["Location"] == address(world, "findings", briefing=briefing.pk)
    manager.post(address(world, "findings", briefing=briefing.pk), {"findings": [finding.pk]})
    parts = text_of(manager, address(world, "parts", briefing=briefing.pk))
    assert WORDS in parts and "What to look for" in parts
    texts = {part.code: "Tell each other early." for part in PARTS[BriefingKind.SEVEN_MINUTE]}
    manager.post(address(world, "parts", briefing=briefing.pk), texts)
    approval = day("on", world.today)
    own = manager.post(address(world, "approve", briefing=briefing.pk), approval).content.decode()
    assert "You wrote this briefing" in own
    assert colleague.post(address(world, "approve", briefing=briefing.pk), approval).status_code == 302
    form = text_of(manager, address(world, "issue", briefing=briefing.pk))
    assert "Reedham Police" in form
    given = day("on", world.today) | {"agencies": [agency.pk], "to_subscribers": "on"}
    assert manager.post(address(world, "issue", briefing=briefing.pk), given).status_code == 302
    page = text_of(sign_in(Role.MEMBER), address(world, "briefing", briefing=briefing.pk))
    assert "Safeguarding partner" in page and "Sent, not confirmed yet" in page and "Confirm or ask again" not in page


def test_receipt_and_passing_on_are_entered_for_an_agency(world: World, sign_in) -> None:
    briefing = make_issued(world.own, (make_agency(world.own),))
    issue, client = briefing.issues.get(), sign_in(Role.PARTNERSHIP_TEAM)
    assert "Nobody has asked again" in text_of(client, address(world, "sent", issue=issue.pk))
    said = {"said_by": "Inspector of the public protection unit"}
    client.post(address(world, "chase", issue=issue.pk), {"words": "Telephoned"} | day("on", date(2024, 4, 2)))
    client.post(address(world, "receipt", issue=issue.pk), said | day("on", date(2024, 4, 3)))
    client.post(
        address(world, "cascade", issue=issue.pk),
        said | {"how": "Handovers", "staff": "60", "teams": "4"} | day("on", date(2024, 4, 9)),
    )
    issue.refresh_from_db()
    assert (issue.received_on, issue.staff_reached) == (date(2024, 4, 3), 60)
    page = text_of(client, address(world, "agency", organisation=issue.organisation_id))
    assert "What we were sent" in page and "Passed on" in page and "Handovers" in page
    everyone = text_of(client, address(world, "agencies"))
    assert "Reedham Police" in everyone and "Safeguarding partner" in everyone


def test_the_register_takes_no_more_queries_for_more_briefings(
    world: World, sign_in, django_assert_max_num_queries
) -> None:
    agencies = tuple(make_agency(world.own, f"Agency {number}") for number in range(3))
    for number in range(12):
        make_issued(world.own, agencies, title=f"Briefing {number}", themes=[make_theme(f"Theme {number}")])
    client = sign_in(Role.SCRUTINEER)
    with django_assert_max_num_queries(18):
        page = text_of(client, address(world, "briefings"))
    assert "Briefing 11" in page
    briefing = Briefing.objects.first()
    with django_assert_max_num_queries(24):
        client.get(address(world, "briefing", briefing=briefing.pk))


def test_a_draft_does_not_exist_for_a_member_nor_its_finding(world: World, sign_in) -> None:
    briefing = make_draft(world.own, findings=[make_finding(world.own, published_on=None)])
    member = sign_in(Role.MEMBER)
    for name, parts in (("briefing", {}), ("briefing_paper", {"form": "pdf"})):
        assert member.get(address(world, name, briefing=briefing.pk, **parts)).status_code == 404
    assert "One record of a family" not in text_of(member, address(world, "briefings"))
    seen = text_of(sign_in(Role.CHAIR), address(world, "briefing", briefing=briefing.pk))
    assert WORDS in seen and "Held back until it is published or released" in seen


def test_a_released_finding_shows_its_words_and_review_only_to_those_who_may_read_it(world: World, sign_in) -> None:
    briefing = make_draft(world.own, findings=[make_finding(world.own, published_on=None)])
    manager = sign_in(Role.BUSINESS_MANAGER)
    link = briefing.findings.get()
    where = address(world, "release", briefing=briefing.pk, finding=link.finding_id)
    assert manager.post(where, {"because": "The panel agreed."}).status_code == 302
    write_all(briefing)
    commands.approve_briefing(briefing=briefing, on=date(2024, 3, 6), by=None)
    commands.issue_briefing(briefing=briefing, on=world.today, by=None)
    member = text_of(sign_in(Role.MEMBER), address(world, "briefing", briefing=briefing.pk))
    assert "released for learning before its review is published" in member
    assert WORDS not in member and "LR-1" not in member and "The panel agreed" not in member
    assert WORDS in text_of(manager, address(world, "briefing", briefing=briefing.pk))


def test_the_choice_of_findings_narrows_by_theme_and_review_and_says_when_there_is_none(world: World, sign_in) -> None:
    finding = make_finding(world.own)
    briefing, client = make_draft(world.own), sign_in(Role.BUSINESS_MANAGER)
    where = address(world, "findings", briefing=briefing.pk)
    assert WORDS in text_of(client, f"{where}?review={finding.review_id}")
    empty = text_of(client, f"{where}?theme=0")
    assert WORDS not in empty and "No finding to choose" in empty
    assert "Choose at least one finding" in client.post(where, {"none": "1"}).content.decode()


def test_a_recommendation_is_carried_in_its_words_and_taken_out_again(world: World, sign_in) -> None:
    briefing, client = make_draft(world.own), sign_in(Role.BUSINESS_MANAGER)
    asked = record_recommendation(
        partnership=world.own, text="Keep one record.", source_title="Audit of ten plans", by=None
    )
    where = address(world, "carry", briefing=briefing.pk)
    assert "Choose a recommendation" in client.post(where, {"recommendation": ""}).content.decode()
    assert client.post(where, {"recommendation": asked.pk}).status_code == 302
    assert "Keep one record." in text_of(client, address(world, "briefing", briefing=briefing.pk))
    client.post(address(world, "leave", briefing=briefing.pk, recommendation=asked.pk))
    assert not briefing.recommendations.exists()


def test_a_briefing_is_taken_away_as_word_and_pdf(world: World, sign_in) -> None:
    briefing, client = make_issued(world.own, findings=[make_finding(world.own)]), sign_in(Role.ANALYST)
    for form, starts in (("docx", b"PK"), ("pdf", b"%PDF")):
        answer = client.get(address(world, "briefing_paper", briefing=briefing.pk, form=form))
        assert answer.status_code == 200 and answer.content.startswith(starts)


def test_an_issued_briefing_is_revised_retired_and_sent_on(world: World, sign_in) -> None:
    briefing, client = make_issued(world.own), sign_in(Role.BUSINESS_MANAGER)
    client.post(
        address(world, "send", briefing=briefing.pk), {"organisation": make_agency(world.own).pk, "contact": ""}
    )
    assert IssueTo.objects.count() == 1
    client.post(address(world, "revise", briefing=briefing.pk), {"why": "New procedure"})
    newer = Briefing.objects.get(revises=briefing)
    older = text_of(client, address(world, "briefing", briefing=briefing.pk))
    assert "Newer version" in older and "Make a new version" not in older
    assert client.post(address(world, "remove", briefing=newer.pk)).status_code == 302
    client.post(address(world, "retire", briefing=briefing.pk), {"because": "Out of date"})
    assert "Out of date" in text_of(client, address(world, "briefing", briefing=briefing.pk))


def test_subscribers_are_added_ended_and_end_it_themselves(world: World, sign_in) -> None:
    client = sign_in(Role.PARTNERSHIP_TEAM)
    given = {"email": "reader@reed.example", "consent": "Signed up"} | day("on", date(2024, 3, 4))
    client.post(address(world, "subscribe"), given)
    one = Subscriber.objects.get()
    assert "reader@reed.example" in text_of(client, address(world, "subscribers"))
    assert "removed" in text_of(client, address(world, "end_subscription", subscriber=one.pk))
    link, stranger = reverse("learning:unsubscribe", args=[queries.unsubscribe_token(one)]), Client()
    assert "reader@reed" not in text_of(stranger, link)
    one.refresh_from_db()
    assert one.ended_on is None, "looking changes nothing"
    assert "Your address is removed" in stranger.post(link).content.decode()
    one.refresh_from_db()
    assert (one.email, one.ended_on) == ("", world.today)
    assert stranger.get(reverse("learning:unsubscribe", args=["1:forged"])).status_code == 404


def test_a_theme_is_followed_from_audit_to_re_audit(world: World, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    empty = client.post(address(world, "start_track"), {"title": "Records are shared"}).content.decode()
    assert "Choose the theme or the finding" in empty
    client.post(address(world, "start_track"), {"title": "Records are shared", "theme": make_theme().pk})
    track = Track.objects.get()
    step = {"kind": "audit", "what": "Audit of ten plans", "found": "Two of ten"} | day("done_on", date(2024, 5, 1))
    client.post(address(world, "add_step", track=track.pk), step)
    page = text_of(client, address(world, "track", track=track.pk))
    assert "Audit done; deep dive not planned" in page and "Two of ten" in page and "no evidence" in page.lower()
    assert "Audit done" in text_of(client, address(world, "tracks"))
    one = track.steps.get()
    client.post(address(world, "correct_step", track=track.pk, step=one.pk), step | {"found": "Three of ten"})
    one.refresh_from_db()
    assert one.found == "Three of ten"
    client.post(address(world, "remove_step", track=track.pk, step=one.pk))
    assert not track.steps.exists()


def test_a_track_of_an_unpublished_finding_keeps_its_words_from_members(world: World, sign_in) -> None:
    finding = make_finding(world.own, published_on=None)
    track = commands.start_track(partnership=world.own, title="Records", finding=finding, on=date(2024, 3, 4), by=None)
    commands.add_step(track=track, kind=StepKind.DEEP_DIVE, review=finding.review, done_on=date(2024, 4, 1), by=None)
    member, chair = sign_in(Role.MEMBER), sign_in(Role.CHAIR)
    for where in (address(world, "track", track=track.pk), address(world, "tracks")):
        said = text_of(member, where)
        assert WORDS not in said and "LR-1" not in said
        assert WORDS in text_of(chair, where)


def test_an_example_is_recorded_evidenced_shared_and_withdrawn(world: World, sign_in) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    client.post(address(world, "record_example"), {"title": "One chronology", "what": "Kept together.", "strength": ""})
    example = PracticeExample.objects.get()
    assert "Not evidenced" in text_of(client, address(world, "example", example=example.pk))
    given = {"title": "Audit", "note": "Seven of ten.", "kind": "evidence", "grade": "practice"}
    assert client.post(address(world, "example_evidence", example=example.pk), given).status_code == 302
    assert "Change in practice" in text_of(client, address(world, "practice"))
    client.post(address(world, "share_example", example=example.pk))
    example.refresh_from_db()
    assert example.shared_on == world.today
    client.post(address(world, "withdraw_example", example=example.pk), {"because": "It has ended"})
    assert "It has ended" in text_of(client, address(world, "example", example=example.pk))
    assert "One chronology" not in text_of(client, address(world, "practice"))


def test_a_neighbours_example_shows_how_well_it_is_evidenced_but_not_its_evidence(world: World, sign_in) -> None:
    example = make_example(world.other, "Moor example")
    choose_sharing(partnership=world.other, topic=Topic.LEARNING, is_shared=True, by=None)
    member = sign_in(Role.MEMBER)
    where = address(world, "example_elsewhere", example=example.pk)
    assert member.get(where).status_code == 404
    commands.share_example(example=example, on=world.today, by=None)
    page = text_of(member, where)
    assert "Moor example" in page and "The evidence itself stays with its partnership" in page
    assert "Brackenmoor" in text_of(member, address(world, "practice"))
    assert member.get(address(world, "example", example=example.pk)).status_code == 404


def test_what_people_said_and_what_changed_are_recorded_on_the_pages(world: World, sign_in) -> None:
    client = sign_in(Role.PARTNERSHIP_TEAM)
    given = {"title": "Survey", "group": "young_people", "method": "survey", "how_many": "30"}
    client.post(address(world, "record_voice"), given | day("held_on", date(2024, 5, 13)))
    activity = VoiceActivity.objects.get()
    assert "Nothing has changed yet" in text_of(client, address(world, "activity", activity=activity.pk))
    waiting = text_of(client, address(world, "you_said"))
    assert "You said, and nothing has changed yet" in waiting
    client.post(address(world, "add_statement", activity=activity.pk), {"text": "Ask us sooner."})
    change = {"text": "They are asked each term."} | day("on", date(2024, 9, 2))
    client.post(address(world, "add_change", activity=activity.pk), change)
    client.post(address(world, "feed_back", activity=activity.pk), {"how": "A film"} | day("on", date(2024, 9, 9)))
    said = text_of(client, address(world, "you_said") + "?year=2024 to 2025")
    assert "Ask us sooner." in said and "They are asked each term." in said and "A film" in said
    assert "Ask us sooner." not in text_of(client, address(world, "you_said") + "?year=2023 to 2024")
    for form in ("docx", "pdf"):
        assert client.get(address(world, "you_said") + f"?export={form}").status_code == 200


def test_a_small_group_is_shown_as_such_and_offers_no_place_for_words(world: World, sign_in) -> None:
    activity = make_activity(world, how_many=3)
    client = sign_in(Role.BUSINESS_MANAGER)
    page = text_of(client, address(world, "activity", activity=activity.pk))
    assert "Fewer than 5" in page and "Write down what they said" not in page
    refused = client.post(address(world, "add_statement", activity=activity.pk), {"text": "Ask us sooner."})
    assert "Their words could tell who said them" in refused.content.decode()
    sheet = client.get(address(world, "voice") + "?export=csv").content.decode()
    assert "Survey in youth clubs" in sheet and ",3," not in sheet


def test_a_past_date_shows_what_stood_then_and_writes_nothing(world: World, sign_in) -> None:
    make_issued(world.own, (make_agency(world.own),))
    client = sign_in(Role.BUSINESS_MANAGER)
    then = "?as-at=2024-03-01"
    assert "There are no briefings yet" in text_of(client, address(world, "briefings") + then)
    assert client.post(address(world, "write") + then, {}).status_code == 403


def test_voice_entered_by_mistake_is_removed_and_one_that_changed_something_stays(world: World, sign_in) -> None:
    manager = sign_in(Role.BUSINESS_MANAGER)
    mistaken, real = make_activity(world), make_activity(world)
    commands.record_change(activity=real, text="They are asked each term.", on=world.today, by=None)
    gone = address(world, "remove_voice", activity=mistaken.pk)
    assert "Remove it" in text_of(manager, gone)
    assert manager.post(gone)["Location"] == address(world, "voice")
    kept = manager.post(address(world, "remove_voice", activity=real.pk)).content.decode()
    assert "Something changed because of this; it stays" in kept
    assert list(VoiceActivity.objects.all()) == [real]
