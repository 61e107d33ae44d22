from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from python_calamine import CalamineWorkbook

from sightline.foundation.accounts.domain import Role
from sightline.foundation.library.store import keep
from sightline.kernel.verdict import Refused
from sightline.oversight.imports.commands import ask_to_add, discard, receive_sheet
from sightline.oversight.imports.commands.registers import REGISTERS
from sightline.oversight.imports.documents import template
from sightline.oversight.imports.domain import ImportState
from sightline.oversight.imports.models import Import
from sightline.oversight.imports.readers import first_sheet
from sightline.oversight.imports.tasks import work_on
from sightline.partnership.directory.commands import create_post, record_organisation
from sightline.partnership.plan.commands import record_theme, set_objective, set_priority
from sightline.partnership.plan.models import Priority
from sightline.record.actions.commands import raise_action
from sightline.record.actions.models import Action, Party
from sightline.record.recommendations.models import Recommendation
from sightline.record.reviews.models import Finding
from tests.access.of_imports import workbook

pytestmark = pytest.mark.django_db
HEADINGS = ["Number", "Action", "Owner", "Due on", "Status", "Closed on"]


def brought(world, rows, register="actions", name="Actions") -> Import:
    sha256, _ = keep([workbook(rows, name)])
    sheet = receive_sheet(
        partnership=world.own,
        register=register,
        file_name="ours.xlsx",
        sha256=sha256,
        by=world.manager,
        at=timezone.now(),
    )
    work_on.func(sheet.pk)
    sheet.refresh_from_db()
    return sheet


def added(world, sheet, leave_faulty=False) -> Import:
    ask_to_add(sheet=sheet, leave_faulty=leave_faulty, by=world.manager, at=timezone.now())
    work_on.func(sheet.pk)
    sheet.refresh_from_db()
    return sheet


def trust(world):
    return record_organisation(partnership=world.own, name="Lantern Trust", abbreviation="LT", by=None)


def test_the_dry_run_adds_nothing_and_says_what_would_be_added(world):
    trust(world)
    sheet = brought(world, [HEADINGS, ["1", "Paint the pier", "LT", date(2027, 3, 27)]])
    assert (sheet.state, sheet.rows, sheet.good, sheet.faults) == (ImportState.CHECKED, 1, 1, [])
    assert not Action.objects.exists()


def test_what_was_tried_out_is_then_added_with_its_owner_and_date(world):
    body = trust(world)
    create_post(partnership=world.own, organisation=body, title="Named nurse", by=None)
    rows = [HEADINGS, ["1", "Paint the pier", "Named nurse; LT", date(2027, 3, 27)]]
    sheet = added(world, brought(world, rows))
    action = Action.objects.get()
    assert (sheet.state, sheet.added) == (ImportState.ADDED, 1)
    assert (action.what, action.due_on) == ("Paint the pier", date(2027, 3, 27))
    assert {str(p) for p in Party.objects.all()} == {"Named nurse, Lantern Trust", "Lantern Trust"}


def test_what_a_register_refuses_is_a_fault_of_its_row_and_column(world):
    rows = [
        HEADINGS,
        ["1", "Paint the pier", "Lantern Trst"],
        ["2", "Sweep it", None, None, "Done"],
        ["3", "The 7-year-old was moved"],
        ["4", "Mend it"],
    ]
    trust(world)
    sheet = brought(world, rows)
    assert sheet.good == 1
    assert [(f["column"], f["row"]) for f in sheet.faults] == [("C", 2), ("F", 3), ("B", 4)]
    assert "Did you mean Lantern Trust?" in sheet.faults[0]["todo"]
    assert "day on which the action was closed" in sheet.faults[1]["what"]
    assert "age of one child" in sheet.faults[2]["what"]


def test_faulty_rows_keep_the_others_out_until_a_person_says_otherwise(world):
    sheet = brought(world, [HEADINGS, ["1", "Paint the pier"], ["2", ""]])
    with pytest.raises(Refused, match="Some rows are faulty"):
        ask_to_add(sheet=sheet, leave_faulty=False, by=world.manager, at=timezone.now())
    added(world, sheet, leave_faulty=True)
    assert [a.what for a in Action.objects.all()] == ["Paint the pier"]


def test_what_the_record_has_already_is_left_alone(world):
    rows = [HEADINGS, ["1", "Paint the pier"], ["2", "Sweep it"]]
    raise_action(partnership=world.own, number="1", what="Paint the pier", by=None)
    sheet = added(world, brought(world, rows))
    assert (sheet.added, sheet.known, Action.objects.count()) == (1, 1, 2)
    again = brought(world, rows)
    assert (again.good, again.known) == (0, 2)


def test_a_record_that_changed_since_the_dry_run_adds_nothing(world, monkeypatch):
    body = trust(world)
    rows = [HEADINGS, ["1", "Paint the pier"], ["2", "Sweep it", "Lantern Trust"]]
    sheet = brought(world, rows)
    body.name, body.abbreviation = "Beacon Trust", ""
    body.save()
    sheet = added(world, sheet)
    assert sheet.state == ImportState.CHECKED and not Action.objects.exists()
    assert "changed since the dry run" in sheet.message and sheet.faults[0]["row"] == 3


def test_a_worker_killed_between_leaves_all_or_nothing_and_runs_again(world):
    sheet = brought(world, [HEADINGS, ["1", "Paint the pier"]])
    ask_to_add(sheet=sheet, leave_faulty=False, by=world.manager, at=timezone.now())
    work_on.func(sheet.pk)
    assert work_on.func(sheet.pk) == "not mine"
    assert Action.objects.count() == 1


def test_priorities_objectives_and_findings_come_in_one_after_the_other(world):
    theme = record_theme(code="harbours", label="Harbours", words=["piers"], edition="1", by=None)
    added(
        world,
        brought(
            world,
            [
                ["Priority", "Outcome for children", "From", "Themes"],
                ["Safe piers", "Fewer falls", date(2026, 4, 1), "piers"],
            ],
            "priorities",
            "Priorities",
        ),
    )
    priority = Priority.objects.get()
    assert [link.theme for link in priority.themes.all()] == [theme]
    added(world, brought(world, [["Priority", "Objective"], ["safe piers", "Rails on every pier"]], "objectives", "x"))
    added(world, brought(world, [["Action", "Objective"], ["Order rails", "Rails on every pier"]]))
    assert [s.objective.text for s in Action.objects.get().serves.all()] == ["Rails on every pier"]
    reviews = [["Reference", "Kind", "Published on"], ["SCR 2014-02", "Serious case review", "12 May 2015"]]
    added(world, brought(world, reviews, "reviews", "Reviews"))
    added(world, brought(world, [["Review", "Finding"], ["SCR 2014-02", "Rails were not checked."]], "findings", "F"))
    assert Finding.objects.get().review.reference == "SCR 2014-02"


def test_recommendations_keep_their_exact_words(world):
    rows = [["Number", "Recommendation", "Made by"], [4, "Rails  should be checked.", "Pier review"]]
    added(world, brought(world, rows, "recommendations", "Recs"))
    made = Recommendation.objects.get()
    assert (made.number, made.source_title) == ("4", "Pier review")


def test_names_of_another_partnership_are_not_known(world):
    theirs = set_priority(partnership=world.other, title="Theirs", by=None)
    set_objective(priority=theirs, text="Their rails", by=None)
    sheet = brought(world, [["Action", "Objective"], ["Order rails", "Their rails"]])
    assert "No objective is called" in sheet.faults[0]["what"] and "Did you mean" not in sheet.faults[0]["todo"]


@pytest.mark.parametrize("code", REGISTERS)
def test_each_template_is_read_back_with_all_its_columns(code):
    sheet = REGISTERS[code].sheet
    name, rows = first_sheet(template(sheet), sheet.title)
    assert (name, rows[0]) == (sheet.title, [column.title for column in sheet.columns])


def test_the_sheet_of_errors_names_places_and_can_be_mended_and_brought_again(world, sign_in):
    sheet = brought(world, [HEADINGS, ["1", "Paint the pier"], ["2", "", None, "soon"]])
    answer = sign_in(Role.BUSINESS_MANAGER).get(f"/p/{world.own.slug}/import/{sheet.pk}/errors")
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    listed = book.get_sheet_by_name("What to mend").to_python()
    assert [row[:3] for row in listed] == [["Sheet", "Column", "Row"], ["Actions", "B", 3.0], ["Actions", "D", 3.0]]
    assert first_sheet(answer.content, "Actions")[1][1][:4] == ["2", "", "", "soon"]


def test_a_person_brings_in_a_sheet_sees_the_dry_run_and_adds(world, sign_in):
    client = sign_in(Role.BUSINESS_MANAGER)
    place = f"/p/{world.own.slug}/import/"
    file = SimpleUploadedFile("ours.xlsx", workbook([HEADINGS, ["1", "Paint the pier"]]))
    here = client.post(f"{place}bring", {"register": "actions", "file": file})["Location"]
    assert "being tried out" in client.get(here).content.decode()
    work_on.func(Import.objects.get().pk)
    assert "1 row can be added" in client.get(here).content.decode()
    assert client.get(f"{here}state", headers={"HX-Request": "true"}).headers["HX-Refresh"] == "true"
    client.post(f"{here}add")
    work_on.func(Import.objects.get().pk)
    assert "1 row was added" in client.get(here).content.decode()
    assert "ours.xlsx" in client.get(f"{place}?export=csv").content.decode()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("broken.xlsx", b"PK\x03\x04 no workbook", "There is a problem"),
        ("child.xlsx", workbook([["Child ID", "DOB"], ["123", "3/4/2015"], ["124", "4/5/2016"]]), "There is a problem"),
    ],
)
def test_a_file_that_cannot_or_may_not_be_kept_is_refused_in_words(world, sign_in, name, data, said):
    file = SimpleUploadedFile(name, data)
    answer = sign_in(Role.BUSINESS_MANAGER).post(
        f"/p/{world.own.slug}/import/bring", {"register": "actions", "file": file}
    )
    assert said in answer.content.decode() and not Import.objects.exists()


def test_a_sheet_is_discarded_and_then_cannot_be_added(world):
    sheet = brought(world, [HEADINGS, ["1", "Paint the pier"]])
    discard(sheet=sheet, by=world.manager)
    with pytest.raises(Refused, match="not waiting"):
        ask_to_add(sheet=sheet, leave_faulty=False, by=world.manager, at=timezone.now())


def test_a_file_that_is_gone_from_the_store_is_said(world):
    sheet = receive_sheet(
        partnership=world.own, register="actions", file_name="a.xlsx", sha256="0" * 64, by=None, at=timezone.now()
    )
    work_on.func(sheet.pk)
    sheet.refresh_from_db()
    assert sheet.state == ImportState.UNREADABLE and "Nothing was added" in sheet.message
