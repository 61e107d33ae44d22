from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.commands import index_entry
from sightline.kernel.references import Reference
from sightline.record.evidence import commands
from sightline.record.evidence.domain import Grade, Kind
from sightline.record.evidence.models import Evidence
from sightline.record.evidence.store import admit
from tests.world import World

SUBJECT = Reference("plan.objective", 12)


def make(world: World, title: str = "Audit of plans", **given) -> Evidence:
    given = {"note": "Seen.", "kind": Kind.ASSURANCE, "subject": SUBJECT, "on": world.today} | given
    return commands.add_evidence(partnership=world.own, title=title, by=None, **given)


def address(name: str, world: World, **parts) -> str:
    return reverse(f"evidence:{name}", kwargs={"partnership": world.own.slug, **parts})


def page_of(client: Client, world: World, piece: Evidence) -> str:
    return client.get(address("evidence", world, evidence=piece.pk)).content.decode()


def test_the_register_shows_grade_and_state_and_can_be_narrowed_and_taken_away(world: World, sign_in) -> None:
    make(world, "Old audit", grade=Grade.PRACTICE, expires_on=world.today - timedelta(days=1))
    make(world, "New audit", grade=Grade.OUTPUT)
    client = sign_in(Role.MEMBER)
    page = client.get(address("list", world)).content.decode()
    assert page.count("<h1") == 1 and "Change in practice" in page and "Expired" in page
    narrowed = client.get(address("list", world), {"state": "Expired", "export": "csv"}).content.decode("utf-8-sig")
    assert [line.split(",")[0] for line in narrowed.splitlines()[1:]] == ["Old audit"]
    assert (
        "There is no evidence yet"
        in sign_in(world.neighbour).get(reverse("evidence:list", args=[world.other.slug])).content.decode()
    )


def test_the_register_takes_no_more_queries_for_more_evidence(
    world: World, sign_in, django_assert_max_num_queries
) -> None:
    for number in range(12):
        make(world, f"Audit {number}", subject=Reference("plan.objective", number), grade=Grade.OUTPUT)
    client = sign_in(Role.MEMBER)
    with django_assert_max_num_queries(12):
        client.get(address("list", world))


def test_a_page_shows_what_it_bears_on_and_the_file_comes_as_an_attachment(world: World, sign_in) -> None:
    index_entry(kind=SUBJECT.kind, id=SUBJECT.id, partnership=world.own, title="Fewer plans drift")
    file = admit("audit of plans.txt", [b"Twenty plans were seen.\n"])
    audit = make(world, file=file, note="")
    client = sign_in(Role.ANALYST)
    page = page_of(client, world, audit)
    assert "Objective: Fewer plans drift" in page and file.sha256 in page and "Grade it again" not in page
    answer = client.get(address("file", world, evidence=audit.pk))
    assert b"".join(answer.streaming_content) == b"Twenty plans were seen.\n"
    assert answer["X-Content-Type-Options"] == "nosniff" and answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_note_has_no_file(world: World, sign_in) -> None:
    assert sign_in(Role.MEMBER).get(address("file", world, evidence=make(world).pk)).status_code == 404


def test_every_deed_on_evidence_has_its_page(world: World, sign_in) -> None:
    client, audit = sign_in(Role.BUSINESS_MANAGER), make(world, grade=Grade.OUTCOME)
    again = {"grade": "output", "why": "Nobody asked the children"}
    assert client.post(address("regrade", world, evidence=audit.pk), again).status_code == 302
    words = {"title": "Audit of 20 plans", "kind": "impact", "note": "Seen by two."}
    assert client.post(address("correct", world, evidence=audit.pk), words).status_code == 302
    page = page_of(client, world, audit)
    assert "Outcome for children to output" in page and "Audit of 20 plans" in page

    upload = SimpleUploadedFile("newer.txt", b"Thirty plans were seen.\n")
    data = {"title": "Audit of 30 plans", "file": upload, "grade": "practice"}
    answer = client.post(address("newer", world, evidence=audit.pk), data)
    newer = Evidence.objects.get(supersedes=audit)
    assert answer["Location"] == address("evidence", world, evidence=newer.pk)
    assert "Replaced by a newer version" in page_of(client, world, audit)

    gone = {"reason": "The sample was wrong"}
    assert client.post(address("withdraw", world, evidence=newer.pk), gone).status_code == 302
    page = page_of(client, world, newer)
    assert "The sample was wrong" in page and "Put a newer version" not in page


def test_a_refused_file_says_why_at_the_field(world: World, sign_in) -> None:
    upload = SimpleUploadedFile("list.csv", b"Name,NHS number\nA,943 476 5919\nB,943 476 5870\n")
    data = {"title": "List", "file": upload, "grade": ""}
    audit = make(world)
    page = sign_in(Role.BUSINESS_MANAGER).post(address("newer", world, evidence=audit.pk), data).content.decode()
    assert "There is a problem" in page and "seems to hold" in page
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize("name", ["regrade", "withdraw", "correct"])
def test_a_form_left_empty_names_what_is_missing(world: World, sign_in, name: str) -> None:
    answer = sign_in(Role.BUSINESS_MANAGER).post(address(name, world, evidence=make(world).pk), {"sent": "1"})
    assert answer.status_code == 200 and "There is a problem" in answer.content.decode()


def test_evidence_is_taken_off_one_of_several_records(world: World, sign_in) -> None:
    audit = make(world)
    commands.bear_on(evidence=audit, subject=Reference("plan.objective", 13), by=None)
    client = sign_in(Role.BUSINESS_MANAGER)
    for subject in ("plan.objective:13", "plan.objective:99", "nonsense", str(SUBJECT)):
        client.post(address("let_go", world, evidence=audit.pk), {"subject": subject})
    assert audit.bears_on.get().subject_id == 12
