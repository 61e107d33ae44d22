"""The tray: many papers at once, what is said of each, and what is never kept."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.models import Document
from sightline.foundation.library.queries import search
from sightline.foundation.library.store import has_file
from sightline.oversight.intake.commands import begin_reading, note_progress, set_aside
from sightline.oversight.intake.domain import PaperState
from sightline.oversight.intake.models import Paper

from .trays import MINUTES, NOW, drop, drop_and_read, minutes_of_executive, read, read_as

pytestmark = pytest.mark.django_db
# The example number that the NHS publishes; its check digit is right.
A_CHILDS_ROW = "Name,NHS number,Date of birth,Social worker\nFinlay Example,943 476 5919,3 May 2016,A. Worker\n"


@pytest.fixture
def client(sign_in):
    return sign_in(Role.BUSINESS_MANAGER)


@pytest.fixture
def address(world):
    return reverse("intake:tray", args=[world.own.slug])


def file(name, text):
    return SimpleUploadedFile(name, text.encode())


def again(client, world):
    """What the page gets when it looks again."""
    return client.get(reverse("intake:lines", args=[world.own.slug]), headers={"HX-Request": "true"}).content.decode()


def test_thirty_papers_are_dropped_in_at_once(client, address, world):
    files = [file(f"minutes {n}.txt", f"{MINUTES}\nPaper {n}") for n in range(30)]
    answer = client.post(address, {"files": files}, follow=True)
    assert "30 papers dropped in." in answer.content.decode()
    assert Paper.objects.filter(partnership=world.own, state=PaperState.WAITING).count() == 30


def test_script_sends_each_paper_by_itself_and_hears_its_state(client, address):
    drop_in = lambda: client.post(address, {"files": file("a.txt", MINUTES)}, headers={"accept": "application/json"})  # noqa: E731
    assert [p["state"] for p in drop_in().json()["papers"]] == ["waiting"]
    again = drop_in()
    assert (again.status_code, [p["state"] for p in again.json()["papers"]]) == (201, ["same"])


def test_a_file_that_is_too_large_is_refused_with_what_to_do(client, address, settings):
    settings.UPLOAD_MAX_BYTES = 10
    answer = client.post(address, {"files": file("a.txt", MINUTES)}, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert "Split it" in answer.json()["problem"]
    assert not Paper.objects.exists()


def test_a_paper_can_be_restricted_from_the_start(client, address, world, sign_in):
    client.post(address, {"files": file("delicate.txt", MINUTES), "is_restricted": "on"})
    paper = read(Paper.objects.get())
    assert paper.version.document.visibility == "restricted"
    assert search(world.viewer(Role.MEMBER), "committee").total == 0


def test_nothing_chosen_is_said_beside_the_question(client, address):
    assert "Choose at least one paper" in client.post(address, {}).content.decode()


def test_each_paper_says_how_far_it_is_and_what_was_found(client, address, world):
    minutes_of_executive(world.own)
    reading = begin_reading(paper_id=drop(world.own, "other", "slow.pdf").pk, at=NOW)
    note_progress(paper=reading, read=3, total=20, at=NOW)
    drop_and_read(world.own, b"", "empty.docx")
    page = client.get(address).content.decode()
    assert "3 attendances" in page
    assert "8 to decide" in page
    assert "Page 3 of 20" in page
    assert "This file is empty" in page
    assert "every 2s" in again(client, world)


def test_a_tray_at_rest_does_not_ask_again(client, world):
    minutes_of_executive(world.own)
    assert "every 2s" not in again(client, world)


def test_what_could_not_be_read_stands_first(client, address, world):
    minutes_of_executive(world.own)
    drop_and_read(world.own, b"", "empty.docx")
    page = client.get(address).content.decode()
    assert page.index("empty.docx") < page.index("paper.txt")


def test_papers_can_be_seen_by_state(client, address, world):
    minutes_of_executive(world.own)
    drop_and_read(world.own, b"", "empty.docx")
    page = client.get(f"{address}?show=not-read").content.decode()
    assert "empty.docx" in page
    assert "paper.txt" not in page


def test_nearly_the_same_text_is_said(client, address, world):
    body = " ".join(f"The {n}th item was discussed at some length by all members." for n in range(60))
    drop_and_read(world.own, f"{MINUTES}\n{body}", "first.txt")
    second = drop_and_read(world.own, f"{MINUTES}\n{body}\nApproved.", "second.txt")
    assert second.near_to.document.title == "first"
    assert "Nearly the same as first, 9" in client.get(address).content.decode()


def test_a_nearly_same_paper_can_become_a_version_of_the_other(client, address, world):
    body = " ".join(f"The {n}th item was discussed at some length by all members." for n in range(60))
    drop_and_read(world.own, f"{MINUTES}\n{body}", "draft.txt")
    second = drop_and_read(world.own, f"{MINUTES}\n{body}\nApproved.", "approved.txt")
    answer = client.post(reverse("intake:join_versions", args=[world.own.slug, second.pk]), follow=True)
    assert "approved.txt is now version 2 of draft." in answer.content.decode()
    [document] = Document.objects.all()
    assert [v.file_name for v in document.versions.order_by("number")] == ["draft.txt", "approved.txt"]
    found = search(world.viewer(Role.BUSINESS_MANAGER), "committee room approved")
    assert [hit.kind for hit in found.hits] == ["library.page"]


def test_another_meeting_of_the_board_is_not_nearly_the_same(world):
    drop_and_read(world.own, MINUTES, "first.txt")
    other = "Notes of a visit to the hospital, its wards and the garden, with thanks to all who came on the day."
    assert drop_and_read(world.own, other, "second.txt").near_to is None


def test_nearly_the_same_is_never_told_of_another_partnerships_paper(world):
    drop_and_read(world.other, MINUTES)
    assert drop_and_read(world.own, f"{MINUTES} ", "mine.txt").near_to is None


def test_a_paper_set_aside_leaves_the_tray(client, address, world):
    paper = minutes_of_executive(world.own)
    client.post(reverse("intake:set_aside", args=[world.own.slug, paper.pk]))
    client.get(address)
    assert "paper.txt" not in client.get(address).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_pile(client, address, world, django_assert_max_num_queries):
    for n in range(3):
        read_as(world.own, f"Paper {n}", ("priorities", "Paper", {"title": "x"}), name=f"{n}.txt")
    with django_assert_max_num_queries(12):
        client.get(address)


def _everything_stored() -> str:
    """All that any table holds, as text."""
    with connection.cursor() as cursor:
        tables = [t.name for t in connection.introspection.get_table_list(cursor) if t.type == "t"]
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += map(str, cursor.fetchall())
    return "\n".join(rows)


def test_a_file_about_a_child_is_held_back_and_leaves_no_text_anywhere(
    client, address, world, store, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        paper = drop_and_read(world.own, A_CHILDS_ROW, "return.csv")
    assert (paper.state, paper.version, paper.proposals.count()) == (PaperState.HELD_BACK, None, 0)
    assert "Sightline keeps nothing about a child" in paper.message
    kept = _everything_stored()
    assert not any(word in kept for word in ("Finlay", "943 476 5919", "9434765919", "3 May 2016"))
    assert not has_file(paper.sha256)
    assert [p for p in store.rglob("*") if p.is_file()] == []
    assert "Held back" in client.get(address).content.decode()


def test_a_held_back_file_dropped_in_again_is_held_back_again(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        first = drop_and_read(world.own, A_CHILDS_ROW, "return.csv")
        again = read(drop(world.own, A_CHILDS_ROW, "return.csv"))
    assert (again, again.state) == (first, PaperState.HELD_BACK)
    assert not has_file(again.sha256)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("torn.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("torn.docx", b"PK\x03\x04 and then nothing"),
        ("noise.xlsx", bytes(range(256)) * 40),
        ("program.exe", b"MZ\x90\x00\x03" * 50),
        ("<script>alert(1)<script>.bin", b"MZ\x90\x00\x03" * 70),
    ],
)
def test_a_hostile_or_broken_file_gets_a_plain_word_and_keeps_nothing(name, data, client, address, world):
    paper = drop_and_read(world.own, data, name)
    assert paper.state == PaperState.UNREADABLE
    assert "drop" in paper.message
    assert paper.version is None
    assert "<script>alert" not in client.get(address).content.decode()


def test_papers_come_in_by_the_command_line(world, tmp_path, capsys):
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES)
    for _ in range(2):
        call_command("read", str(path), partnership="ashvale", now=True)
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("minutes.txt: minutes, ")
    assert said[1] == "minutes.txt: the same file as minutes.txt, brought in before."
    assert Paper.objects.get(same_as=None).state == PaperState.READ


def test_the_command_names_the_partnerships_when_it_is_given_a_wrong_one(world, tmp_path):
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES)
    with pytest.raises(CommandError, match="ashvale"):
        call_command("read", str(path), partnership="nowhere")


def test_a_paper_set_aside_twice_stays_aside(world):
    paper = minutes_of_executive(world.own)
    for _ in range(2):
        set_aside(paper=paper, reason="", by=None)
    assert Paper.objects.get(pk=paper.pk).state == PaperState.SET_ASIDE
