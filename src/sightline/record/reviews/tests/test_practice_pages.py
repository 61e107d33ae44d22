from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.partnership.directory.commands import record_organisation
from sightline.record.recommendations.models import Recommendation
from sightline.record.reviews import commands, queries
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.domain.publication import LetterKind
from sightline.record.reviews.models import PracticeReview, Review
from sightline.record.reviews.tests.build_practice import make_practice, make_review, make_theme
from tests.world import World

SignIn = Callable[..., Client]


def address(name: str, world: World, **parts: object) -> str:
    return reverse(f"reviews:{name}", kwargs={"partnership": world.own.slug, **parts})


def read(client: Client, where: str, **asked: str) -> str:
    answer = client.get(where, asked)
    assert answer.status_code == 200, where
    return answer.content.decode()


def post(client: Client, where: str, **data: object) -> None:
    answer = client.post(where, data)
    assert answer.status_code == 302, answer.content.decode()


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


def words_of(answer: object) -> str:
    document = Document(BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_who_may_not_read_incidents_sees_published_reviews_alone(world: World, sign_in: SignIn) -> None:
    hidden = make_review(world.own, "LCSPR 2026-02", title="Not yet for everyone")
    shown = make_review(world.own, "SCR 2014", kind=ReviewKind.SERIOUS_CASE, published_on=date(2014, 5, 1))
    member, chair = sign_in(Role.MEMBER), sign_in(Role.CHAIR)
    assert "LCSPR 2026-02" in read(chair, address("register", world))
    page = read(member, address("register", world))
    assert "SCR 2014" in page and "LCSPR 2026-02" not in page and "Serious case review" in page
    assert member.get(address("review", world, review=hidden.pk)).status_code == 404
    assert member.get(address("paper", world, review=hidden.pk, form="pdf")).status_code == 404
    assert read(member, address("review", world, review=shown.pk)).count("<h1") == 1


def test_an_empty_register_says_what_to_do(world: World, sign_in: SignIn) -> None:
    assert "No review is recorded here yet" in read(sign_in(Role.CHAIR), address("register", world))
    assert "No published review" in read(sign_in(Role.MEMBER), address("register", world))


def test_tabs_and_export_hold_what_is_shown(world: World, sign_in: SignIn) -> None:
    make_review(world.own, "CDOP 2024-25", kind=ReviewKind.CHILD_DEATH)
    make_review(world.own, "LCSPR 2026-01")
    client = sign_in(Role.CHAIR)
    deaths = read(client, address("register", world), show="deaths", export="csv")
    assert "CDOP 2024-25" in deaths and "LCSPR" not in deaths
    assert client.get(address("register", world), {"show": "nonsense"}).status_code == 404


def test_the_register_takes_no_more_queries_for_more_reviews(
    world: World, sign_in: SignIn, django_assert_max_num_queries: Callable
) -> None:
    for number in range(8):
        review = make_practice(world.own, f"LCSPR {number}").review
        commands.record_finding(review=review, text="Nobody chaired.", by=None)
    client = sign_in(Role.CHAIR)
    with django_assert_max_num_queries(12):
        client.get(address("register", world))


def test_the_pages_of_a_review_take_no_more_queries_for_more_findings(
    world: World, sign_in: SignIn, django_assert_max_num_queries: Callable
) -> None:
    review, theme = make_practice(world.own).review, make_theme()
    body = record_organisation(partnership=world.own, name="Fen Trust", by=None)
    for number in range(6):
        finding = commands.record_finding(
            review=review, text=f"Late {number}", themes=[theme], agencies=[body], by=None
        )
        made = commands.recommend(review=review, finding=finding, text=f"Be early {number}", by=None)
        commands.answer_with_action(made=made, what="Set a clock", on=world.today, by=None)
    client = sign_in(Role.BUSINESS_MANAGER)
    for name, most in (("review", 25), ("template", 30), ("publication", 20)):
        with django_assert_max_num_queries(most):
            client.get(address(name, world, review=review.pk))


def test_a_manager_records_a_review_and_runs_it_on_the_template(world: World, sign_in: SignIn) -> None:
    client = sign_in(Role.BUSINESS_MANAGER)
    data = {"kind": "local_practice", "reference": "LCSPR 2026-07", "title": "Transitions", "on_template": "on"}
    post(client, address("record", world), **data, **day("decided_on", date(2026, 10, 1)))
    practice = PracticeReview.objects.get(review__reference="LCSPR 2026-07")
    at = {"review": practice.pk}
    post(client, address("section", world, section="method", **at), text="Two learning events.")
    post(client, address("not_applicable", world, section="family", **at), reason="No family could be reached")
    period = day("started_on", date(2024, 1, 1)) | day("last_day", date(2025, 12, 31))
    post(client, address("section", world, section="period", **at), **period)
    post(client, address("section", world, section="parallel", **at), has_parallel="yes", kinds=["inquest"])
    post(client, address("appoint", world, **at), name="Ola Brand", role="Lead reviewer", is_independent="no")
    body = record_organisation(partnership=world.own, name="Fen Trust", by=None)
    post(client, address("put_on_panel", world, **at), who=f"organisation:{body.pk}", part="chair")
    page = read(client, address("template", world, **at))
    for said in (
        "Two learning events.",
        "No family could be reached",
        "From 1 January 2024 to 31 December 2025",
        "Inquest",
        "not independent",
        "Fen Trust",
        "5 of 13 parts are filled, 1 does not apply, 7 are empty",
    ):
        assert said in page, said
    assert page.count("<h1") == 1


def test_a_childs_details_are_refused_on_the_page_with_the_reason(world: World, sign_in: SignIn) -> None:
    practice = make_practice(world.own)
    where = address("section", world, review=practice.pk, section="child")
    page = sign_in(Role.BUSINESS_MANAGER).post(where, {"text": "NHS number 943 476 5919"}).content.decode()
    assert "There is a problem" in page and "governance only" in page and not practice.sections.exists()


def test_findings_recommendations_and_who_does_what_by_when(world: World, sign_in: SignIn) -> None:
    review, theme = make_practice(world.own).review, make_theme("Information sharing")
    client, at = sign_in(Role.BUSINESS_MANAGER), {"review": review.pk}
    post(client, address("add_finding", world, **at), number="1", text="Information sharing came late.")
    finding = review.findings.get()
    assert "Proposed" in read(client, address("review", world, **at))
    post(client, address("finding_themes", world, finding=finding.pk, **at), themes=[theme.pk])
    assert finding.themes.get().is_confirmed
    post(client, address("recommend", world, **at), number="1", text="Share on the same day.", finding=finding.pk)
    made = review.recommendations.get()
    due = day("due_on", date(2027, 2, 1))
    post(client, address("answer", world, made=made.pk, **at), what="Agree a protocol", **due)
    page = read(client, address("review", world, **at))
    assert "Share on the same day." in page and "Agree a protocol" in page and "by 1 February 2027" in page
    assert "Proposed" not in page
    post(client, address("correct_finding", world, finding=finding.pk, **at), number="1a", text="Sharing came late.")
    assert "1a" in read(client, address("review", world, **at))
    refused = client.post(address("remove_finding", world, finding=finding.pk, **at)).content.decode()
    assert "A recommendation answers this finding" in refused


def test_from_the_decision_to_letters_publication_and_update_report(world: World, sign_in: SignIn) -> None:
    decided = world.today - timedelta(days=230)
    review = make_practice(world.own, decided_on=decided).review
    commands.recommend(review=review, number="1", text="Name a chair.", by=None)
    client, at = sign_in(Role.BUSINESS_MANAGER), {"review": review.pk}
    assert "No reason has been sent" in read(client, address("publication", world, **at))
    reason = {"reason": "A trial is awaited.", "to": ["panel", "secretary_of_state"], **day("sent_on", world.today)}
    post(client, address("record_letter", world, kind="late", **at), **reason)
    page = read(client, address("publication", world, **at))
    assert "The reason was sent" in page and "A trial is awaited." in page
    post(client, address("plan", world, **at), **day("planned_on", world.today + timedelta(days=3)))
    post(client, address("record_letter", world, kind="notice", **at), to=["panel"], **day("sent_on", world.today))
    assert "too late" in read(client, address("publication", world, **at))
    public = {"address": "https://scp.example/reviews/1", **day("published_on", world.today)}
    post(client, address("publish", world, **at), **public)
    page = read(sign_in(Role.MEMBER), address("publication", world, **at))
    assert "Published late" in page and "https://scp.example/reviews/1" in page and "not verified" in page
    post(client, address("expect_update", world, **at), **day("due_on", world.today + timedelta(days=365)))
    received = {"what_changed": "Meetings have a chair.", **day("received_on", world.today)}
    post(client, address("receive_update", world, **at), **received)
    page = read(client, address("publication", world, **at))
    assert "Meetings have a chair." in page and "Name a chair." in page and "No evidence is named" in page


def test_each_letter_names_the_partnership_the_review_and_its_dates_and_nothing_else(
    world: World, sign_in: SignIn
) -> None:
    review = make_practice(world.own, title="A title that stays here").review
    commands.record_finding(review=review, text="A finding that stays here.", by=None)
    commands.plan_publication(review=review, planned_on=date(2026, 9, 20), by=None)
    client = sign_in(Role.BUSINESS_MANAGER)
    for kind in LetterKind:
        answer = client.get(address("letter", world, review=review.pk, kind=kind, form="docx"))
        said = words_of(answer)
        assert world.own.name in said and "LCSPR 2026-01" in said and "30 September 2026" in said
        assert "stays here" not in said
        made = client.get(address("letter", world, review=review.pk, kind=kind, form="pdf"))
        assert made.content.startswith(b"%PDF")


def test_the_whole_review_and_the_register_go_on_paper(world: World, sign_in: SignIn) -> None:
    practice = make_practice(world.own)
    commands.fill_section(practice=practice, code="method", text="Two learning events.", by=None)
    commands.say_not_applicable(practice=practice, code="rights", reason="Looked at elsewhere", by=None)
    commands.recommend(review=practice.review, number="1", text="Name a chair.", by=None)
    old = make_review(world.own, "SCR 2014", kind=ReviewKind.SERIOUS_CASE)
    commands.record_finding(review=old, text="An old finding.", by=None)
    client = sign_in(Role.CHAIR)
    said = words_of(client.get(address("paper", world, review=practice.pk, form="docx")))
    for words in ("Two learning events.", "Does not apply: Looked at elsewhere", "Name a chair.", "Edition 1"):
        assert words in said
    assert "An old finding." in words_of(client.get(address("paper", world, review=old.pk, form="docx")))
    assert client.get(address("paper", world, review=practice.pk, form="pdf")).content.startswith(b"%PDF")
    register = address("register", world)
    assert "SCR 2014" in words_of(client.get(register, {"export": "docx"}))
    assert client.get(register, {"export": "pdf"}).content.startswith(b"%PDF")


def test_on_a_past_day_a_review_reads_as_it_stood(world: World, sign_in: SignIn) -> None:
    before = world.today - timedelta(days=100)
    review = make_practice(world.own, decided_on=before, started_on=before).review
    commands.publish_review(review=review, published_on=world.today - timedelta(days=10), by=None)
    client = sign_in(Role.MEMBER)
    now = read(client, address("review", world, review=review.pk))
    session = client.session
    session["as_at"] = str(before + timedelta(days=1))
    session.save()
    then = read(client, address("review", world, review=review.pk))
    assert "Published" in now and "Under way" in then


def test_what_reviews_wait_for_is_said_to_the_reminders(world: World) -> None:
    practice = make_practice(world.own)
    commands.plan_publication(review=practice.review, planned_on=date(2026, 9, 20), by=None)
    commands.expect_update(review=practice.review, due_on=date(2027, 9, 1), by=None)
    waits = {due.due_on: due.asks for due in queries.due_things([world.own.pk], date(2026, 9, 1))}
    assert set(waits) == {date(2026, 9, 10), date(2026, 9, 30), date(2027, 9, 1)}
    commands.publish_review(review=practice.review, published_on=date(2026, 9, 20), by=None)
    after = list(queries.due_things([world.own.pk], date(2026, 10, 1)))
    assert [due.due_on for due in after] == [date(2027, 9, 1)]
    assert not list(queries.due_things([world.other.pk], date(2026, 9, 1)))


def test_facts_for_rules_take_the_same_queries_however_many(world: World, django_assert_num_queries: Callable) -> None:
    for number in range(4):
        practice = make_practice(world.own, f"LCSPR {number}")
        commands.appoint_reviewer(practice=practice, name="Ola Brand", is_independent=bool(number), by=None)
        commands.record_finding(review=practice.review, text="Late", by=None)
    with django_assert_num_queries(6):
        facts = queries.practice_facts([world.own.pk], world.today)
    with django_assert_num_queries(1):
        findings = queries.finding_facts([world.own.pk], world.today)
    assert [one.independent_reviewers for one in facts] == [0, 1, 1, 1]
    assert not any(one.has_theme or one.has_recommendation for one in findings) and len(findings) == 4


@pytest.fixture
def themed(world: World) -> list[Review]:
    """Three published reviews of three years that speak of one theme, and one not published that does too."""
    theme = make_theme("Information sharing")
    body = record_organisation(partnership=world.own, name="Fen Trust", by=None)
    made = []
    for year in (2021, 2023, 2024):
        review = make_review(world.own, f"LCSPR {year}", published_on=date(year, 6, 1))
        words = f"Agencies waited in {year}."
        commands.record_finding(review=review, text=words, themes=[theme], agencies=[body], by=None)
        made.append(review)
    hidden = make_review(world.own, "LCSPR 2025", started_on=date(2025, 6, 1))
    commands.record_finding(review=hidden, text="Agencies waited unseen.", themes=[theme], by=None)
    return [*made, hidden]


def test_a_recurring_theme_leads_to_the_reviews_and_their_words(
    world: World, sign_in: SignIn, themed: list[Review]
) -> None:
    member, chair = sign_in(Role.MEMBER), sign_in(Role.CHAIR)
    page = read(member, address("themes", world))
    assert "Information sharing: 3 reviews, 2021-22 to 2024-25" in page
    assert "No review" in page and "2022-23" in page and page.count("<h1") == 1
    assert "Information sharing: 4 reviews" in read(chair, address("themes", world))
    theme = make_theme("Information sharing")
    said = read(member, address("theme", world, theme=theme.pk))
    assert "Agencies waited in 2021." in said and "unseen" not in said
    assert "unseen" in read(chair, address("theme", world, theme=theme.pk))
    export = read(member, address("themes", world), table="agency", export="csv")
    assert "Fen Trust" in export and ",3" in export


def test_themes_take_no_more_queries_for_more_reviews(
    world: World, sign_in: SignIn, themed: list[Review], django_assert_max_num_queries: Callable
) -> None:
    client, theme = sign_in(Role.BUSINESS_MANAGER), make_theme("Information sharing")
    with django_assert_max_num_queries(13):
        client.get(address("themes", world))
    with django_assert_max_num_queries(12):
        client.get(address("theme", world, theme=theme.pk))


def test_proposed_themes_are_decided_on_one_page(world: World, sign_in: SignIn) -> None:
    sharing, neglect = make_theme("Information sharing"), make_theme("Neglect")
    review = make_review(world.own)
    text = "Information sharing was late and neglect was not named."
    finding = commands.record_finding(review=review, text=text, on=world.today, by=None)
    client = sign_in(Role.BUSINESS_MANAGER)
    assert "2 proposed themes wait" in read(client, address("themes", world))
    assert "because it says: neglect" in read(client, address("proposed", world))
    answers = {f"theme-{finding.pk}-{sharing.pk}": "yes", f"theme-{finding.pk}-{neglect.pk}": "no"}
    post(client, address("proposed", world), **answers)
    assert [link.theme for link in finding.themes.all()] == [sharing]
    assert "No theme waits for your word" in read(client, address("proposed", world))


def test_the_region_reads_published_words_of_those_who_share(
    world: World, sign_in: SignIn, themed: list[Review]
) -> None:
    overseer, theme = sign_in(Role.REGIONAL_OVERSEER), make_theme("Information sharing")
    matrix, words = reverse("reviews:regional_themes"), reverse("reviews:regional_theme", kwargs={"theme": theme.pk})
    assert "Agencies waited" not in read(overseer, words)
    choose_sharing(partnership=world.own, topic=Topic.REVIEWS, is_shared=True, by=world.manager)
    page = read(overseer, matrix)
    assert "Information sharing: 3 reviews" in page and "Not shared" in page and page.count("<h1") == 1
    said = read(overseer, words)
    assert "Agencies waited in 2024." in said and "unseen" not in said and "LCSPR 2025" not in said
    commands.withdraw_review(review=themed[0], on=world.today, because="A mistake", is_taken_back=True, by=None)
    assert "Agencies waited in 2021." not in read(overseer, words)
    assert "Ashvale" in read(overseer, matrix, table="place", export="csv")


def test_a_review_entered_by_mistake_is_removed_and_one_with_findings_stays(world: World, sign_in: SignIn) -> None:
    review, client = make_review(world.own), sign_in(Role.BUSINESS_MANAGER)
    commands.recommend(review=review, text="Name a chair.", by=None)
    refused = client.post(address("remove", world, review=review.pk)).content.decode()
    assert "It stays" in refused
    post(client, address("take_back", world, review=review.pk, made=review.recommendations.get().pk))
    assert not Recommendation.objects.exists()
    post(client, address("remove", world, review=review.pk))
    assert not Review.objects.exists()
