"""How to make the thing an address names, in a given partnership: maker(world, partnership) gives the address's parts.

A room that adds a page of one thing adds a maker here, or in a file `of_<room>.py` beside this one, and a line to its list.
"""

from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from django.utils import timezone

from sightline.foundation.accounts.commands import give_role, invite, open_account
from sightline.foundation.accounts.domain import Role
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.commands import shelve_document
from sightline.foundation.library.domain import File, PageText
from sightline.foundation.library.models import Document
from sightline.foundation.library.store import keep
from sightline.oversight.gaps.tests.makers import make_finding
from sightline.oversight.intake.commands import begin_reading, finish_reading, receive_paper
from sightline.oversight.intake.models import Paper
from sightline.partnership.directory import commands as directory
from sightline.partnership.directory.domain import AreaKind, Standing
from sightline.partnership.directory.models import Organisation
from sightline.partnership.governance import commands as governance
from sightline.partnership.governance.commands import create_board
from sightline.partnership.governance.domain import BoardKind, LineKind, Part
from sightline.partnership.governance.models import Board, Seat
from sightline.partnership.law.commands import record_instrument
from sightline.record.actions.commands import raise_action
from sightline.record.meetings.commands import (
    add_agenda_item,
    approve_minutes,
    record_decision,
    record_meeting,
    write_minutes,
)
from sightline.record.meetings.models import Meeting
from sightline_reader.model import Candidate, Page, Reading
from sightline_reader.model import Document as OpenedDocument
from tests.access.making import MAKERS, makes
from tests.access.making import another as _another
from tests.world import STARTED, World

__all__ = ["MAKERS"]

for _beside in sorted(Path(__file__).parent.glob("of_*.py")):
    import_module(f"tests.access.{_beside.stem}")


@makes("action")
def an_action(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"action": raise_action(partnership=partnership, what="Write the protocol", by=None).pk}


@makes("user")
def a_user(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"user": world.neighbour.pk}


@makes("grant")
def a_role_of_someone_else(world: World, partnership: Partnership) -> dict[str, Any]:
    """Not one's own, so that the door decides and not the rule about one's own role."""
    user = open_account(email="gwen.holt@sightline.example", name="Gwen Holt", by=None)
    grant = give_role(user=user, role=Role.MEMBER, partnership=partnership, starts_on=STARTED, by=None)
    return {"grant": grant.pk}


@makes("invitation")
def an_invitation(world: World, partnership: Partnership | None) -> dict[str, Any]:
    made = invite(
        email="ivo.lane@sightline.example",
        name="Ivo Lane",
        role=Role.MEMBER if partnership else Role.ADMINISTRATOR,
        partnership=partnership,
        by=world.manager,
        at=timezone.now(),
    )
    return {"invitation": made.pk}


@makes("invitation_anywhere")
def an_invitation_of_an_administrator(world: World, partnership: Partnership) -> dict[str, Any]:
    return an_invitation(world, None)


@makes("invitation_secret")
def a_secret_that_opens_nothing(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"secret": "not-a-secret"}


@makes("changed_row")
def a_row_in_the_trail(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"table": "accounts_partnership", "row": partnership.pk}


@makes("rule")
def a_rule(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"code": "action_overdue"}


@makes("finding")
def a_finding(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"pk": make_finding(partnership, world.today).pk}


@makes("region's partnership")
def a_slug(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"slug": partnership.slug}


def _shelved(partnership: Partnership) -> Document:
    """A PDF of one blank page."""
    blank = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(blank)
    sha256, size = keep([blank.getvalue()])
    file = File("blank.pdf", "application/pdf", size, sha256)
    pages = [PageText(1, "", 0, 0, width=612.0, height=792.0)]
    at = timezone.now()
    return shelve_document(partnership=partnership, title="Blank", file=file, pages=pages, by=None, at=at).document


@makes("document")
def a_document(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"pk": _shelved(partnership).pk}


@makes("document_file")
def a_file_of_a_document(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"pk": _shelved(partnership).pk, "version": 1}


@makes("document_page")
def a_page_of_a_document(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"pk": _shelved(partnership).pk, "version": 1, "number": 1}


def _read_paper(partnership: Partnership) -> Paper:
    text, at = _another("The board agreed to meet more often."), timezone.now()
    sha256, size = keep([text.encode()])
    paper = receive_paper(partnership=partnership, file_name="a.txt", sha256=sha256, size=size, by=None, at=at)
    document = OpenedDocument("a.txt", "text/plain", text, (Page(1, 0, len(text)),))
    find = Candidate("priorities", {"title": "Meet more often"}, 20, 35, 0.9, "test", page=1)
    taken = begin_reading(paper_id=paper.pk, at=at)
    return finish_reading(paper=taken, reading=Reading(document, "minutes", (find,), (), "1"), at=at)


@makes("paper")
def a_paper(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"pk": _read_paper(partnership).pk}


@makes("paper_page")
def a_page_of_a_paper(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"pk": _read_paper(partnership).pk, "number": 1}


@makes("paper_kind")
def a_kind_of_proposals(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"pk": _read_paper(partnership).pk, "kind": "priorities"}


@makes("proposal")
def a_proposal(world: World, partnership: Partnership) -> dict[str, Any]:
    paper = _read_paper(partnership)
    return {"pk": paper.pk, "proposal": paper.proposals.get().pk}


def _board(world: World, partnership: Partnership) -> Board:
    found = Board.objects.filter(partnership=partnership, name="Leadership Board").first()
    return found or create_board(partnership=partnership, name="Leadership Board", kind=BoardKind.BOARD, by=None)


@makes("attended board")
def a_board_with_attendance(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"board": _board(world, partnership).pk}


@makes("meeting")
def a_meeting(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"meeting": record_meeting(board=_board(world, partnership), held_on=world.today, by=None).pk}


@makes("agenda item")
def an_agenda_item(world: World, partnership: Partnership) -> dict[str, Any]:
    parts = a_meeting(world, partnership)
    meeting = Meeting.objects.get(pk=parts["meeting"])
    return parts | {"item": add_agenda_item(meeting=meeting, title="Budget", by=None).pk}


@makes("decision")
def a_decision(world: World, partnership: Partnership) -> dict[str, Any]:
    parts = a_meeting(world, partnership)
    meeting = Meeting.objects.get(pk=parts["meeting"])
    return parts | {"decision": record_decision(meeting=meeting, text="Agreed the plan", by=None).pk}


@makes("paper of a meeting")
def a_paper_of_a_meeting(world: World, partnership: Partnership) -> dict[str, Any]:
    return a_meeting(world, partnership) | {"kind": "agenda", "form": "docx"}


@makes("minutes")
def approved_minutes(world: World, partnership: Partnership) -> dict[str, Any]:
    parts = a_meeting(world, partnership)
    meeting = Meeting.objects.get(pk=parts["meeting"])
    minutes = write_minutes(meeting=meeting, text="Agreed.", at=timezone.now(), by=None)
    approve_minutes(minutes=minutes, on=world.today, by=None)
    return parts | {"version": minutes.version}


@makes("instrument")
def an_instrument(world: World, partnership: Partnership) -> dict[str, Any]:
    """Law belongs to everyone; what stands for another partnership's is one that nobody keeps."""
    if partnership == world.other:
        return {"instrument": "kept-by-nobody"}
    return {"instrument": record_instrument(slug="lamp-act-1900", name="Lamp Act 1900", kind="act", by=None).slug}


@makes("person")
def a_person(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"person": directory.record_person(partnership=partnership, name="Wyn Adair", by=None).pk}


def _trust(partnership: Partnership) -> Organisation:
    return directory.record_organisation(partnership=partnership, name=_another("Lantern Trust"), by=None)


@makes("organisation")
def an_organisation(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"organisation": _trust(partnership).pk}


@makes("post")
def a_post(world: World, partnership: Partnership) -> dict[str, Any]:
    body = _trust(partnership)
    made = directory.create_post(partnership=partnership, organisation=body, title="Named nurse", by=None)
    return {"post": made.pk}


@makes("holding")
def a_holding(world: World, partnership: Partnership) -> dict[str, Any]:
    body = _trust(partnership)
    post = directory.create_post(partnership=partnership, organisation=body, title="Named nurse", by=None)
    person = directory.record_person(partnership=partnership, name="Wyn Adair", by=None)
    return {"holding": directory.appoint(person=person, post=post, started_on=STARTED, by=None).pk}


@makes("standing")
def a_standing(world: World, partnership: Partnership) -> dict[str, Any]:
    body = _trust(partnership)
    made = directory.state_standing(
        partnership=partnership, organisation=body, standing=Standing.RELEVANT_AGENCY, by=None
    )
    return {"standing": made.pk}


@makes("service_area")
def an_area_that_a_body_serves(world: World, partnership: Partnership) -> dict[str, Any]:
    area = directory.record_area(code=_another("X"), name="Lantern", kind=AreaKind.LOCAL_AUTHORITY, by=None)
    body = _trust(partnership)
    return {"serves": directory.record_service_area(organisation=body, area=area, by=None).pk}


def _a_board(partnership: Partnership) -> Board:
    return governance.create_board(
        partnership=partnership, name=_another("Access Panel"), kind=BoardKind.PANEL, by=None
    )


def _a_seat(partnership: Partnership) -> Seat:
    return governance.create_seat(board=_a_board(partnership), title="Health", started_on=STARTED, by=None)


@makes("board")
def a_board(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"board": _a_board(partnership).pk}


@makes("board_with_draft")
def a_board_whose_terms_are_a_draft(world: World, partnership: Partnership) -> dict[str, Any]:
    board = _a_board(partnership)
    governance.draft_terms(board=board, purpose="To see who may come in.", by=None)
    return {"board": board.pk}


@makes("board_with_terms")
def a_board_whose_terms_are_in_force(world: World, partnership: Partnership) -> dict[str, Any]:
    board = _a_board(partnership)
    terms = governance.draft_terms(board=board, purpose="To see who may come in.", by=None)
    governance.approve_terms(terms=terms, on=STARTED, by=None)
    return {"board": board.pk}


@makes("line")
def a_line(world: World, partnership: Partnership) -> dict[str, Any]:
    low, high = _a_board(partnership), _a_board(partnership)
    return {"line": governance.draw_line(board=low, to_board=high, kind=LineKind.REPORTS_TO, by=None).pk}


@makes("seat")
def a_seat(world: World, partnership: Partnership) -> dict[str, Any]:
    seat = _a_seat(partnership)
    return {"board": seat.board_id, "seat": seat.pk}


@makes("membership")
def a_membership(world: World, partnership: Partnership) -> dict[str, Any]:
    person = directory.record_person(partnership=partnership, name="Wyn Adair", by=None)
    made = governance.seat_person(seat=_a_seat(partnership), person=person, started_on=STARTED, by=None)
    return {"membership": made.pk}


@makes("responsibility")
def a_responsibility(world: World, partnership: Partnership) -> dict[str, Any]:
    return {
        "responsibility": governance.state_responsibility(title=_another("Light"), partnership=partnership, by=None).pk
    }


@makes("held")
def a_part_in_a_responsibility(world: World, partnership: Partnership) -> dict[str, Any]:
    line = governance.state_responsibility(title=_another("Light"), partnership=partnership, by=None)
    made = governance.hold_responsibility(
        responsibility=line, partnership=partnership, part=Part.LEADS, board=_a_board(partnership), by=None
    )
    return {"held": made.pk}


@makes("shared_organisation")
def a_body_that_all_share(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"organisation": directory.record_organisation(name=_another("Lantern Police"), by=None).pk}


@makes("area")
def an_area(world: World, partnership: Partnership) -> dict[str, Any]:
    return {"area": directory.record_area(code=_another("X"), name="Lantern", kind=AreaKind.REGION, by=None).pk}


@makes("placing")
def an_area_in_another(world: World, partnership: Partnership) -> dict[str, Any]:
    codes = (_another("X"), _another("X"))
    part, whole = (directory.record_area(code=code, name=code, kind=AreaKind.REGION, by=None) for code in codes)
    return {"placing": directory.place_area_in(part=part, whole=whole, by=None).pk}


@makes("covered")
def an_area_that_is_covered(world: World, partnership: Partnership) -> dict[str, Any]:
    area = directory.record_area(code=_another("X"), name="Lantern", kind=AreaKind.LOCAL_AUTHORITY, by=None)
    return {"covered": governance.cover_area(partnership=partnership, area=area, by=None).pk}
