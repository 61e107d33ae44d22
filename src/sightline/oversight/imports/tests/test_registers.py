"""Sheets of the registers one by one: what enters, and what is a fault of which cell."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sightline.foundation.accounts.domain import Deed, Role
from sightline.oversight.imports.commands.registers import REGISTERS
from sightline.oversight.imports.domain import ImportState
from sightline.oversight.imports.models import Import
from sightline.oversight.imports.policy import FURTHER, may_fill
from sightline.oversight.imports.queries import imports_of
from sightline.partnership.directory.commands import create_post, record_organisation
from sightline.partnership.directory.models import Holding, Organisation, Post
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind
from sightline.partnership.plan.commands import record_format, set_objective, set_priority
from sightline.partnership.plan.models import Plan, Priority
from sightline.record.actions.commands import raise_action
from sightline.record.actions.domain import Rating, Word
from sightline.record.actions.models import Action
from sightline.record.challenges.models import Challenge
from sightline.record.evidence.models import Evidence
from sightline.record.learning.models import IssueTo, PracticeExample, VoiceActivity
from sightline.record.recommendations.models import Recommendation
from sightline.record.reviews.models import Incident
from tests.access.of_imports import workbook
from tests.access.of_learning import _issued

from .test_imports import added, brought, trust

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 4)


def enters(world, register, *rows) -> Import:
    """A sheet without faults, added; brought again it changes nothing."""
    sheet = brought(world, list(rows), register, REGISTERS[register].sheet.title)
    assert sheet.faults == []
    done = added(world, sheet)
    assert (done.state, done.added) == (ImportState.ADDED, len(rows) - 1)
    again = brought(world, list(rows), register, REGISTERS[register].sheet.title)
    assert (again.good, again.known, again.faults) == (0, len(rows) - 1, [])
    return done


def faults(world, register, *rows) -> list[tuple[str, int, str]]:
    sheet = brought(world, list(rows), register, REGISTERS[register].sheet.title)
    assert (sheet.good, {fault["sheet"] for fault in sheet.faults}) == (0, {REGISTERS[register].sheet.title})
    assert all(fault["todo"] for fault in sheet.faults)
    return [(fault["column"], fault["row"], fault["what"]) for fault in sheet.faults]


def pier_board(world):
    return create_board(partnership=world.own, name="Pier Panel", kind=BoardKind.PANEL, by=None)


def test_a_challenge_enters_with_its_whole_course(world):
    trust(world), pier_board(world)
    enters(
        world,
        "challenges",
        [
            "On what",
            "About",
            "Raised by",
            "Challenged",
            "Raised on",
            "Scrutineer told on",
            "Answer",
            "Answered on",
            "Outcome",
            "What changed",
            "Settled on",
            "What was learned",
            "Closed on",
        ],
        [
            "Attendance",
            "Nobody came twice",
            "LT",
            "Pier Panel",
            MAY,
            date(2026, 5, 20),
            "We will",
            date(2026, 5, 11),
            "Upheld",
            "They come",
            date(2026, 6, 1),
            "Ask earlier",
            date(2026, 6, 2),
        ],
    )
    made = Challenge.objects.get()
    assert [step.kind for step in made.steps.all()] == ["raised", "answered", "informed", "resolved", "closed"]
    assert (made.outcome, made.learning, made.closed_on) == ("upheld", "Ask earlier", date(2026, 6, 2))


def test_a_challenge_is_at_fault_where_it_tells_of_a_case_or_its_days_are_missing(world):
    trust(world), pier_board(world)
    found = faults(
        world,
        "challenges",
        ["On what", "About", "Raised by", "Challenged", "Raised on", "Answer", "Answered on"],
        ["Attendance", "The mother was not seen", "LT", "Pier Panel", MAY],
        ["Attendance", "Nobody came", "LT", "Pier Panel", MAY, "We will"],
        ["Attendance", "Nobody came", "LT", "Lantern Trust", MAY],
        ["Attendance", "Nobody came", "LT", "Pear Panel", MAY],
    )
    assert [(column, row) for column, row, _ in found] == [("B", 2), ("G", 3), ("D", 4), ("D", 5)]
    assert "looks like a case" in found[0][2] and "cannot challenge itself" in found[2][2]


def test_plans_are_submitted_on_the_version_of_their_day_one_after_the_other(world):
    record_format(title="Lantern plan", region=world.own.overseen_by, review_months=12, by=None)
    enters(
        world,
        "plans",
        ["Plan", "Submitted on", "Adopted on"],
        ["lantern plan", date(2024, 5, 1), date(2024, 5, 1)],
        ["Lantern plan", date(2025, 5, 1), date(2025, 5, 1)],
    )
    assert [(p.version, p.review_on) for p in Plan.objects.order_by("version")] == [
        (1, date(2025, 5, 1)),
        (2, date(2026, 5, 1)),
    ]
    wrong = faults(world, "plans", ["Plan", "Submitted on"], ["Ferry plan", MAY], ["Lantern plan", date(2023, 1, 1)])
    assert "No required plan is called" in wrong[0][2] and "newer plan is recorded" in wrong[1][2]


def test_examples_enter_the_practice_library(world):
    trust(world)
    enters(
        world,
        "examples",
        ["Example", "What works", "Organisation", "How well it is known to work", "Recorded on"],
        ["Rails walked weekly", "Two wardens walk every rail.", "LT", "Measured here before and after", MAY],
    )
    made = PracticeExample.objects.get()
    assert (made.organisation.name, made.strength, made.shared_on) == ("Lantern Trust", "measured", None)


def test_voice_enters_as_groups_with_what_they_said_and_what_changed(world):
    priority = set_priority(partnership=world.own, title="Safe piers", by=None)
    headings = ["What it was", "Who was asked", "How many", "How", "When", "What they said"]
    enters(
        world,
        "voice",
        [*headings, "What changed because of it", "Changed on", "Told on", "How they were told", "Priorities"],
        [
            "Pier walk",
            "Young people",
            12,
            "Workshop or event",
            MAY,
            "It is dark.\nRails; they wobble.",
            "Lamps",
            date(2026, 6, 1),
            date(2026, 7, 1),
            "At school",
            "Safe piers",
        ],
    )
    made = VoiceActivity.objects.get()
    assert [said.text for said in made.statements.all()] == ["It is dark.", "Rails; they wobble."]
    assert [link.priority for link in made.priorities.all()] == [priority]
    assert (made.changes.get().text, made.fed_back_how) == ("Lamps", "At school")
    few = faults(world, "voice", headings, ["Talk", "Parents and families", 3, "Interviews", MAY, "It is dark."])
    assert "Fewer than 5" in few[0][2]


def test_agencies_confirm_receipt_by_a_sheet_and_what_they_said_before_stands(world):
    issue = _issued(world.own)
    headings = ["Briefing", "Agency", "Received on", "Confirmed by", "Passed on on", "Staff reached"]
    title, agency = issue.briefing.title, issue.organisation.name
    trust(world)
    sheet = [headings, [title, agency, MAY, "Named nurse", date(2026, 5, 9), 40], [title, "LT", MAY, "LT"]]
    enters(world, "receipts", *sheet)
    issue.refresh_from_db()
    assert (issue.received_on, issue.cascaded_on, issue.staff_reached) == (MAY, date(2026, 5, 9), 40)
    assert IssueTo.objects.get(organisation__name="Lantern Trust").received_said_by == "LT"
    later = brought(world, [headings, [title, agency, date(2026, 8, 1), "Someone else"]], "receipts")
    assert (later.good, later.known) == (0, 1)
    record_organisation(partnership=world.own, name="Beacon", by=None)
    assert faults(world, "receipts", headings, [title, "Beacon", MAY])[0][:2] == ("D", 2)


def test_evidence_bears_on_what_it_names_by_number_or_words(world):
    priority = set_priority(partnership=world.own, title="Safe piers", by=None)
    objective = set_objective(priority=priority, number="1.1", text="Rails", by=None)
    action = raise_action(partnership=world.own, number="7", what="Paint the pier", by=None)
    enters(
        world,
        "evidence",
        ["Evidence", "Kind", "How far it reaches", "Note", "Link", "Of the action", "Of the objective", "Dated"],
        ["Photographs", "Evidence", "Output", None, "https://piers.example/1", "7", "1.1", MAY],
        ["Count of falls", "Impact", "Outcome for children", "Fewer", None, "paint the pier", None, MAY],
    )
    shown = Evidence.objects.get(title="Photographs")
    assert {(b.subject_kind, b.subject_id) for b in shown.bears_on.all()} == {
        ("actions.action", action.pk),
        ("plan.objective", objective.pk),
    }
    assert shown.added_on == MAY


def test_evidence_of_nothing_or_of_an_uncertain_number_is_a_fault(world):
    for what in ("Paint the pier", "Sweep the pier"):
        raise_action(partnership=world.own, number="7", what=what, by=None)
    found = faults(
        world,
        "evidence",
        ["Evidence", "Kind", "Note", "Of the action", "Dated"],
        ["Photographs", "Evidence", "Seen", "7", MAY],
        ["Photographs", "Evidence", "Seen", None, MAY],
        ["Photographs", "Evidence", "Seen", "Sweep the pier", None],
    )
    assert [what for *_, what in found] == [
        "More than one action is called “7”.",
        "It is evidence of nothing.",
        "There is no day in this row.",
    ]


def test_incidents_enter_by_reference_and_days(world):
    trust(world)
    enters(
        world,
        "incidents",
        [
            "Reference",
            "Category",
            "Happened on",
            "Only the month is known",
            "Became aware on",
            "Notified on",
            "Agencies concerned",
        ],
        ["SI 2026-01", "Serious harm", date(2026, 4, 17), "yes", MAY, date(2026, 5, 6), "LT"],
    )
    made = Incident.objects.get()
    assert (made.occurred_on, made.aware_on, made.is_month_only) == (date(2026, 4, 1), MAY, True)
    wrong = faults(
        world,
        "incidents",
        ["Reference", "Category", "Happened on", "Became aware on"],
        ["SI 2", "Death", date(2026, 6, 1), MAY],
    )
    assert wrong[0][:2] == ("D", 2)


def test_a_sheet_of_incidents_that_tells_of_a_child_is_not_kept(world, sign_in):
    rows = [["Reference", "Category", "On the criteria"], ["SI 2026-01", "Death", "The 7-year-old was moved"]]
    answer = sign_in(Role.BUSINESS_MANAGER).post(
        f"/p/{world.own.slug}/import/bring",
        {"register": "incidents", "file": SimpleUploadedFile("si.xlsx", workbook(rows, "Serious incidents"))},
    )
    said = answer.content.decode()
    assert "C2" in said and "7-year-old" not in said and not Import.objects.exists()


def test_who_does_not_read_incidents_does_not_see_that_there_is_a_sheet_of_them(world):
    brought(world, [["Reference", "Category"], ["SI 1", "Death"]], "incidents")
    brought(world, [["Action"], ["Paint the pier"]])
    team = world.viewer(Role.PARTNERSHIP_TEAM)
    analyst = world.viewer(Role.ANALYST)
    assert [one.register for one in imports_of(world.own, team)] == ["actions", "incidents"]
    assert [one.register for one in imports_of(world.own, analyst)] == ["actions"]


def test_a_recommendation_enters_with_its_source_addressees_and_answer(world):
    body, board = trust(world), pier_board(world)
    post = create_post(partnership=world.own, organisation=body, title="Named nurse", by=None)
    headings = ["Recommendation", "Made by", "Kind of source", "Made on", "Addressed to", "Answer due on"]
    headings += ["Answer", "Answered on", "Reason", "Answered by"]
    row = ["Check the rails.", "Pier review", "Rapid review", MAY, "LT; Pier Panel; Named nurse", date(2026, 6, 30)]
    enters(world, "recommendations", headings, [*row, "Accepted in part", date(2026, 6, 1), "No money", "Pier Panel"])
    made = Recommendation.objects.get()
    assert (made.source_kind, made.respond_by) == ("rapid_review", date(2026, 6, 30))
    assert {str(a.organisation or a.board or a.post) for a in made.addressees.all()} == {
        str(body),
        str(board),
        str(post),
    }
    answer = made.responses.get()
    assert (answer.answer, answer.reason, answer.board) == ("part_accepted", "No money", board)
    wrong = faults(
        world,
        "recommendations",
        headings,
        ["Mend it.", "Pier review", None, None, None, None, "Accepted"],
        ["Mend it.", "Pier review", None, None, None, None, "Not accepted", MAY],
        ["Mend it.", "Pier review", None, None, None, None, None, None, "No money"],
        ["Mend it.", "Pier review", "A dream"],
    )
    assert {(column, row) for column, row, _ in wrong} == {("H", 2), ("I", 3), ("G", 4), ("C", 5)}


def test_an_action_enters_closed_with_its_note_and_on_whose_word(world):
    headings = ["Action", "Status", "Rating", "Closed on", "How it was closed", "On whose word", "Whose word"]
    enters(
        world,
        "actions",
        headings,
        ["Paint the pier", "Done", None, MAY, "Painted twice", "A board", "Pier Panel, May"],
        ["Sweep it", "In progress", "At risk"],
    )
    done, going = Action.objects.order_by("pk")
    assert (done.closing_note, done.word, done.word_of) == ("Painted twice", Word.BOARD, "Pier Panel, May")
    assert going.rating == Rating.AT_RISK
    wrong = faults(world, "actions", headings, ["Mend it", "In progress", None, MAY])
    assert wrong == [("D", 2, "This action is not closed by its status.")]


def test_a_priority_carries_on_one_of_a_row_above(world):
    headings = ["Priority", "From", "Until", "Carries on"]
    enters(
        world,
        "priorities",
        headings,
        ["Safe piers", date(2024, 4, 1), date(2025, 4, 1)],
        ["Safe piers and ferries", date(2025, 4, 1), None, "safe piers"],
    )
    newer = Priority.objects.get(title="Safe piers and ferries")
    assert newer.continues.title == "Safe piers"
    wrong = faults(world, "priorities", headings, ["Older piers", date(2023, 4, 1), None, "Safe piers"])
    assert wrong[0][:2] == ("D", 2) and "began on 1 April 2024" in wrong[0][2]


def test_the_directory_is_filled_organisations_first_then_posts_with_people(world):
    enters(
        world,
        "organisations",
        ["Organisation", "Short form", "Sector", "Part of"],
        ["Lantern Trust", "LT", "Health"],
        ["Lantern Clinic", None, "Health", "LT"],
    )
    assert Organisation.objects.get(name="Lantern Clinic").parent.name == "Lantern Trust"
    enters(
        world,
        "posts",
        ["Organisation", "Post", "Held by", "Work e-mail", "Since"],
        ["LT", "Named nurse", "Wren Alder", "wren@lantern.example", MAY],
        ["LT", "Named doctor"],
    )
    assert (Post.objects.filter(organisation__name="Lantern Trust").count(), Holding.objects.get().started_on) == (
        2,
        MAY,
    )


@pytest.mark.parametrize("code", REGISTERS)
def test_each_register_says_who_may_fill_it(world, code):
    assert FURTHER[code]
    assert may_fill(world.viewer(Role.BUSINESS_MANAGER), world.own.pk, code)
    assert not may_fill(world.viewer(Role.ANALYST), world.own.pk, code)


def test_the_log_of_challenges_needs_both_deeds(world):
    member = world.viewer(Role.MEMBER)
    assert member.may(Deed.RAISE_CHALLENGES, world.own.pk) and not may_fill(member, world.own.pk, "challenges")


@pytest.mark.parametrize("code", [code for code, one in REGISTERS.items() if one.named])
def test_things_of_another_partnership_are_unknown_to_every_register(world, code):
    """Each column that names something is asked for a thing that only the other partnership has."""
    register = REGISTERS[code]
    body = record_organisation(partnership=world.other, name="Theirs", by=None)
    create_post(partnership=world.other, organisation=body, title="Theirs", by=None)
    create_board(partnership=world.other, name="Theirs", kind=BoardKind.PANEL, by=None)
    theirs = set_priority(partnership=world.other, title="Theirs", by=None)
    set_objective(priority=theirs, text="Theirs", by=None)
    raise_action(partnership=world.other, what="Theirs", by=None)
    columns = [column for column in register.sheet.columns if column.key in register.named]
    for named in columns:
        filled = [column for column in register.sheet.columns if column.needed and column is not named]
        row = [column.choices[0][1] if column.choices else MAY if column.kind == "date" else "x" for column in filled]
        sheet = brought(world, [[named.title, *(c.title for c in filled)], ["Theirs", *row]], code)
        assert any("is called" in fault["what"] for fault in sheet.faults), named.title
