"""What only readers of incidents may see stands in nothing that others take away: exports, papers, finds of the search, e-mails."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from itertools import product
from typing import Any
from urllib.parse import urljoin
from zipfile import ZipFile

import pypdfium2
import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from sightline.foundation.accounts.commands import choose_sharing
from sightline.foundation.accounts.domain import Role, Topic
from sightline.kernel.workdays import add_working_days
from sightline.oversight.progress.commands import open_review
from sightline.oversight.reminders import commands as reminders
from sightline.oversight.reminders.commands.letters import letter_of
from sightline.oversight.reminders.models import Digest
from sightline.oversight.reminders.tests.makers import make_owner
from sightline.partnership.directory.commands import record_organisation
from sightline.partnership.plan.commands import set_objective, set_priority
from sightline.record.actions.commands import Owner, assign, change_due, serve
from sightline.record.learning import commands as learning
from sightline.record.learning.domain.briefings import PARTS, BriefingKind
from sightline.record.learning.domain.tracks import StepKind
from sightline.record.recommendations.commands import record_recommendation
from sightline.record.reviews import commands
from sightline.record.reviews.domain import ReviewKind
from sightline.record.reviews.domain.publication import LetterKind
from tests.access.objects import a_meeting
from tests.access.unseen import ASKED, SECRET, UNPUBLISHED, make_hidden, open_pages, pages_of, words_of
from tests.world import STARTED, World

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LINK = re.compile(r'href="([/?][^"#]*)')
CSV, PAPER = "export=csv", re.compile(r"\.(docx|pdf)$|(export|paper)=(docx|pdf|xlsx)")
WORDS = ("heronwater", "records", "Qzxback", "QzwLR", "QzxRR", "Qzxtitle", "withdrawn", "agencies share")
SHOWN = date(2024, 3, 1)
"""A day between the publication of a review and its being taken back."""


@pytest.fixture
def hidden(world: World) -> dict[str, Any]:
    """More of the same: a review taken back after it was published, its template and letters, and what was learned from it."""
    for place, topic in product((world.own, world.other), Topic):
        choose_sharing(partnership=place, topic=topic, is_shared=True, by=None)
    for source in ("Audit", "Peer review"):
        record_recommendation(partnership=world.other, text=ASKED, source_title=source, made_on=STARTED, by=None)
    made = make_hidden(world)
    _write_template(made["review"])
    made["back"] = _taken_back(world, made["theme"])
    made["trust"] = record_organisation(partnership=world.own, name="Ashvale Health Trust", by=None)
    made["track"] = _follow(world, made)
    made["issued"] = _issue(world, made)
    priority = set_priority(partnership=world.own, title="Records", started_on=STARTED, by=None)
    objective = set_objective(priority=priority, text="One record", by=None)
    for name in ("action", "raised"):
        serve(action=made[name], objective=objective, by=None)
    made["progress"] = open_review(partnership=world.own, on=world.today, by=None)
    made["meeting"] = a_meeting(world, world.own)["meeting"]
    return made


def _write_template(review: Any) -> None:
    practice = commands.open_practice_review(review=review, decided_on=STARTED, by=None)
    commands.fill_section(practice=practice, code="method", text="Qzxmethod of a heronwater review.", by=None)
    commands.appoint_reviewer(practice=practice, name="Qzxreviewer", by=None)
    commands.record_letter(review=review, kind=LetterKind.LATE, sent_on=STARTED, reason="Qzxreason", by=None)


def _taken_back(world: World, theme: Any) -> Any:
    review = commands.record_review(
        partnership=world.own,
        reference="QzwLR/2",
        kind=ReviewKind.LOCAL_PRACTICE,
        title="Qzxback to heronwater",
        started_on=STARTED,
        by=None,
    )
    commands.record_finding(review=review, text="Qzxwithdrawn words of heronwater.", themes=[theme], by=None)
    commands.publish_review(review=review, published_on=SHOWN - timedelta(days=9), by=None)
    on = SHOWN + timedelta(days=9)
    commands.withdraw_review(review=review, on=on, because="Qzxbecause", by=None, is_taken_back=True)
    return review


def _follow(world: World, made: dict[str, Any]) -> Any:
    track = learning.start_track(
        partnership=world.own, title="One record", finding=made["found"], lead=made["trust"], on=STARTED, by=None
    )
    for review in (made["review"], made["back"]):
        learning.add_step(track=track, kind=StepKind.DEEP_DIVE, review=review, planned_on=world.today, by=None)
    return track


def _issue(world: World, made: dict[str, Any]) -> Any:
    """A briefing whose finding was released: its words go out, the review they come from does not."""
    found = commands.record_finding(review=made["review"], text="Released words.", themes=[made["theme"]], by=None)
    kind, own = BriefingKind.SEVEN_MINUTE, world.own
    briefing = learning.draft_briefing(partnership=own, kind=kind, title="Ask", on=STARTED, by=None, findings=[found])
    learning.release_finding(link=briefing.findings.get(), because="Qzxbecause they agreed", on=STARTED, by=None)
    learning.write_parts(briefing=briefing, texts={part.code: "Ask early." for part in PARTS[kind]}, by=None)
    learning.approve_briefing(briefing=briefing, on=STARTED, by=None)
    learning.subscribe(partnership=own, on=STARTED, consent="Asked by e-mail", email="sub@fen.example", by=None)
    learning.issue_briefing(briefing=briefing, on=STARTED, agencies=[made["trust"]], by=None)
    return briefing


def _starts(world: World, made: dict[str, Any]) -> Iterator[str]:
    yield from open_pages(world)
    yield from pages_of(world, made)
    slug, review, rapid = world.own.slug, made["review"].pk, made["rapid"].pk
    yield reverse("learning:track", args=[slug, made["track"].pk])
    yield reverse("learning:briefing", args=[slug, made["issued"].pk])
    yield reverse("progress:review", args=[slug, made["progress"].pk])
    yield reverse("meetings:meeting", args=[slug, made["meeting"]])
    yield reverse("reviews:incident", args=[slug, made["incident"].pk])
    for name in ("reviews:review", "reviews:publication", "reviews:template"):
        yield from (reverse(name, args=[slug, pk]) for pk in (review, made["back"].pk))
    for form in ("docx", "pdf"):
        yield f"{reverse('progress:review', args=[slug, made['progress'].pk])}?paper={form}"
        yield reverse("reviews:paper", kwargs={"partnership": slug, "review": review, "form": form})
        yield reverse("reviews:letter", kwargs={"partnership": slug, "review": review, "kind": "late", "form": form})
        yield reverse("reviews:rapid_file", kwargs={"partnership": slug, "rapid": rapid, "form": form})
        for kind in ("agenda", "attendance", "minutes"):
            yield reverse("meetings:paper", args=[slug, made["meeting"], kind, form])


def _words(client: Client, address: str) -> str:
    """What a page or a file says; of Word, Excel and PDF what their readers show and what they keep about themselves."""
    answer = client.get(address)
    kind = answer["Content-Type"] if answer.status_code == 200 else ""
    if "openxml" in kind:
        with ZipFile(BytesIO(answer.content)) as parts:
            return "\n".join(
                re.sub(r"<[^>]+>", "", parts.read(name).decode("utf-8", "replace")) for name in parts.namelist()
            )
    if kind == "application/pdf":
        made = pypdfium2.PdfDocument(answer.content)
        return "\n".join([str(made.get_metadata_dict()), *(page.get_textpage().get_text_bounded() for page in made)])
    return words_of(answer, address) if kind else ""


def _route(address: str) -> str | None:
    try:
        return resolve(address.partition("?")[0]).view_name
    except Resolver404:
        return None


def _follows(address: str, taken: set[tuple]) -> bool:
    """Pages and every table as csv; of each page's papers, and of its tables in other forms, one of each form."""
    path, _, asked = address.partition("?")
    name = _route(address)
    if name is None or name in ("workspace:search", "library:page") or path.startswith("/sign-in"):
        return False
    if not (found := PAPER.search(address)):
        return not asked or CSV in asked
    mark = (name, found.group())
    is_new = mark not in taken and ("xlsx" not in asked or len([m for m in taken if "xlsx" in m[1]]) < 2)
    taken.add(mark)
    return is_new


def _walk(client: Client, starts: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Everything that can be reached from some addresses by links, with its words."""
    waiting, taken = list(dict.fromkeys(starts)), set()
    known = set(waiting)
    while waiting:
        address = waiting.pop()
        text = _words(client, address)
        yield address, text
        for link in LINK.findall(text) if "<html" in text else ():
            href = urljoin(address, link.replace("&amp;", "&"))
            if href not in known:
                known.add(href)
                waiting += [href] if _follows(href, taken) else []


def _forms(address: str) -> list[str]:
    return re.findall(r"(?:\.|=)(csv|docx|pdf|xlsx)$", address)


def _told(pages: Iterable[tuple[str, str]], word: str) -> list[tuple[str, str]]:
    return [(a, text[max(0, text.index(word) - 90) : text.index(word) + 40]) for a, text in pages if word in text]


@pytest.mark.parametrize("who", [Role.MEMBER, Role.REGIONAL_OVERSEER, "neighbour"])
def test_no_page_export_or_paper_within_reach_of_a_link_tells_it(world: World, sign_in, hidden, who):
    client = sign_in(world.neighbour if who == "neighbour" else who)
    pages = list(_walk(client, _starts(world, hidden)))
    assert {"csv", "docx", "pdf", "xlsx"} <= {form for address, text in pages if text for form in _forms(address)}
    assert _told(pages, SECRET) == []
    # Members read an unpublished review's recommendations, which they answer; other partnerships and a region do not.
    assert who is Role.MEMBER or _told(pages, UNPUBLISHED) == []


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx", "pdf"])
def test_the_same_files_tell_it_to_those_who_may_know(world: World, sign_in, hidden, form):
    client, slug = sign_in(Role.SCRUTINEER), world.own.slug
    addresses = [f"{reverse(name, args=[slug])}?export={form}" for name in ("reviews:incidents", "reviews:register")]
    if form in ("docx", "pdf"):
        addresses.append(reverse("reviews:paper", args=[slug, hidden["review"].pk, form]))
        addresses.append(reverse("reviews:rapid_file", args=[slug, hidden["rapid"].pk, form]))
    assert [address for address in addresses if SECRET not in _words(client, address)] == []


@pytest.mark.parametrize("who", [Role.MEMBER, Role.REGIONAL_OVERSEER, "neighbour"])
def test_the_search_finds_it_by_no_word_of_it(world: World, sign_in, hidden, who):
    client = sign_in(world.neighbour if who == "neighbour" else who)
    found = [(address, _words(client, address)) for address in map("/search?q={}".format, WORDS)]
    assert _told(found, SECRET) == []
    assert who is Role.MEMBER or _told(found, UNPUBLISHED) == []


def test_the_search_finds_it_for_those_who_may_know(world: World, sign_in, hidden):
    client = sign_in(Role.SCRUTINEER)
    assert SECRET in _words(client, "/search?q=heronwater")


def test_on_a_day_when_a_review_was_published_one_taken_back_since_stays_hidden(world: World, sign_in, hidden):
    address = reverse("reviews:register", args=[world.own.slug])
    starts = [address, reverse("learning:track", args=[world.own.slug, hidden["track"].pk])]
    starts += [
        reverse("reviews:review", args=[world.own.slug, hidden["back"].pk]),
        reverse("reviews:themes", args=[world.own.slug]),
    ]
    dated = [(one, _words(sign_in(Role.MEMBER), f"{one}?as-at={SHOWN}")) for one in starts]
    assert _told(dated, SECRET) == []


@pytest.fixture
def letters(world: World, hidden) -> dict[str, EmailMultiAlternatives]:
    """The digests of a working day and what briefings send, by who gets them."""
    for place in (world.own, world.other, world.region):
        reminders.set_rhythm(partnership=place, is_on=True, weekdays=[0, 1, 2, 3, 4], most=50, by=None)
    ann, con = (make_owner(world.own, name) for name in ("Ann Ashe", "Con Tact"))
    for body, person in ((hidden["trust"], ann), (hidden["body"], con)):
        reminders.add_contact(partnership=world.own, organisation=body, person=person, by=None)
    for name in ("action", "raised"):
        assign(action=hidden[name], owner=Owner(person=ann), by=None)
        change_due(action=hidden[name], due_on=world.today, on=world.today, why="Agreed", by=None)
    review, trust = hidden["review"], hidden["trust"]
    commands.recommend(review=review, text="Qzw: train together.", made_on=STARTED, addressed_to=[trust], by=None)
    at = datetime.combine(add_working_days(world.today, 1), time(12), tzinfo=UTC)
    assert reminders.prepare(at=at)
    reminders.send_briefings(at=at)
    written = {digest.email: letter_of(digest) for digest in Digest.objects.all()}
    return written | {f"briefing to {one.to[0]}": one for one in mail.outbox}


def _in_letter(letter: EmailMultiAlternatives) -> str:
    return "\n".join([letter.subject, letter.body, *(str(one.content) for one in letter.alternatives)])


def test_no_reminder_and_no_briefing_tells_it(world: World, hidden, letters):
    assert {"ann.ashe@council.example", "con.tact@council.example", world.manager.email} <= set(letters)
    told = {to: _in_letter(letter) for to, letter in letters.items()}
    assert set(told) >= {"briefing to sub@fen.example", "briefing to ann.ashe@council.example"}
    # Who was asked for a summary, and leads for the incident, is told its reference; whoever reads incidents, all.
    for reference in ("QzxSI/1", "QzxRR/1"):
        told["con.tact@council.example"] = told["con.tact@council.example"].replace(reference, "")
    del told[world.manager.email]
    assert _told(told.items(), SECRET) == []
    assert UNPUBLISHED in told["ann.ashe@council.example"]
    others = {
        to: text
        for to, text in told.items()
        if to in (world.neighbour.email, world.people[Role.REGIONAL_OVERSEER].email)
    }
    assert _told(others.items(), UNPUBLISHED) == []


def test_the_pages_behind_the_links_of_a_reminder_tell_it_to_nobody(world: World, letters):
    client = Client()
    links = set(re.findall(r"/(?:answer|wishes)/[^\s\"<]+", _in_letter(letters["ann.ashe@council.example"])))
    pages = [(link, _words(client, link)) for link in links]
    assert len(pages) > 2
    assert _told(pages, SECRET) == []
