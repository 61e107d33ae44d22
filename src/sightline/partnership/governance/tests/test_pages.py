"""Pages of governance: the structure three ways, a board and its parts, forms that change them."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sightline.foundation.accounts.domain import Role
from sightline.partnership.directory.commands import create_post, state_standing
from sightline.partnership.directory.domain import Standing
from sightline.partnership.directory.tests.makers import make_area, make_organisation, make_person
from sightline.partnership.governance import commands, queries
from sightline.partnership.governance.domain import BoardKind, Capacity, LineKind, Part, PartnershipSuccession
from sightline.partnership.governance.models import Board, CoveredArea, Line, Membership, Responsibility, Seat
from tests.world import World

from .makers import APRIL, make_board, make_member, make_seat

MAY = date(2021, 5, 1)
READ_PAGES = ("board", "terms", "lines", "board_responsibilities", "compare_terms")


def address(name: str, world: World, *parts: int) -> str:
    return reverse(f"governance:{name}", args=[world.own.slug, *parts])


def typed(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def structure_of(world: World) -> tuple[Board, Board]:
    executive = make_board(world.own, "Executive", kind=BoardKind.EXECUTIVE)
    group = make_board(world.own, "Quality Group", kind=BoardKind.SUBGROUP)
    commands.draw_line(board=group, to_board=executive, kind=LineKind.REPORTS_TO, started_on=APRIL, by=None)
    seat = make_seat(executive, "Chair", capacity=Capacity.CHAIR)
    make_member(seat, make_person(world.own, "Wyn Adair"))
    make_seat(group, "Health")
    return executive, group


def test_the_diagram_is_a_labelled_group_of_real_links(world: World, sign_in) -> None:
    executive, group = structure_of(world)
    page = sign_in(Role.MEMBER).get(address("structure", world)).content.decode()
    start = page.index("<svg xmlns")
    svg = ElementTree.fromstring(page[start : page.index("</svg>", start) + len("</svg>")])
    assert svg.get("role") == "group" and svg.get("aria-label").startswith("Structure of Ashvale")
    links = [link.get("href") for link in svg.iter("{http://www.w3.org/2000/svg}a")]
    assert set(links) == {address("board", world, executive.pk), address("board", world, group.pk)}
    assert "Chair: Wyn Adair" in page and "Its one seat is vacant" in page
    assert page.count("<h1") == 1


def test_the_nested_list_says_what_the_picture_shows(world: World, sign_in) -> None:
    executive, _ = structure_of(world)
    other = make_board(world.own, "Adults Board", kind=BoardKind.EXTERNAL)
    commands.draw_line(board=executive, to_board=other, kind=LineKind.LINKED_WITH, started_on=APRIL, by=None)
    page = sign_in(Role.MEMBER).get(address("structure", world)).content.decode()
    listed = page[page.index("The same as a list") :]
    assert listed.index("Executive</a>") < listed.index("<ul>") < listed.index("Quality Group</a>")
    assert "Linked with Adults Board" in listed


def test_the_structure_is_that_of_the_date_asked(world: World, sign_in) -> None:
    executive, _ = structure_of(world)
    commands.rename_board(board=executive, name="Leadership Group", on=MAY, by=None)
    client = sign_in(Role.SCRUTINEER)
    before = client.get(address("structure", world), {"as-at": "2021-04-30"}).content.decode()
    after = client.get(address("structure", world), {"as-at": "2021-05-01"}).content.decode()
    assert "Leadership Group" not in before and "Leadership Group" in after
    assert '<option value="2021-05-01" selected>' in after


def test_before_there_was_any_board_the_page_says_so(world: World, sign_in) -> None:
    structure_of(world)
    page = sign_in(Role.MEMBER).get(address("structure", world), {"as-at": "2015-01-01"}).content.decode()
    assert "No board on this date" in page


def test_the_picture_taken_away_stands_alone_with_whole_addresses(world: World, sign_in) -> None:
    structure_of(world)
    answer = sign_in(Role.MEMBER).get(address("structure_svg", world))
    assert answer["Content-Type"] == "image/svg+xml"
    svg = ElementTree.fromstring(answer.content)
    assert all(a.get("href").startswith("http://") for a in svg.iter("{http://www.w3.org/2000/svg}a"))


def test_names_in_the_picture_are_escaped(world: World, sign_in) -> None:
    make_board(world.own, 'Audit & "Review" <b>')
    svg = sign_in(Role.MEMBER).get(address("structure_svg", world)).content
    assert b"&lt;b&gt;" in svg
    ElementTree.fromstring(svg)


@pytest.mark.parametrize("name", ["structure", "boards", "responsibilities", "roles", "areas", "arrangements"])
def test_pages_take_no_more_queries_for_more_boards(world: World, sign_in, name: str) -> None:
    client, costs = sign_in(Role.MEMBER), []
    executive = make_board(world.own)
    for number in range(3):
        board = make_board(world.own, f"Group {number}")
        commands.draw_line(board=board, to_board=executive, kind=LineKind.REPORTS_TO, started_on=APRIL, by=None)
        body = make_organisation(f"Body {number}")
        make_member(make_seat(board, organisation=body), make_person(world.own))
        duty = commands.state_responsibility(title=f"Duty {number}", partnership=world.own, by=None)
        commands.hold_responsibility(
            responsibility=duty, partnership=world.own, part=Part.LEADS, organisation=body, by=None
        )
        area = make_area(f"Area {number}")
        commands.cover_area(partnership=world.own, area=area, by=None)
        create_post(
            partnership=world.own, organisation=body, title="Nurse", role="designated_nurse", area=area, by=None
        )
        client.get(address(name, world))
        with CaptureQueriesContext(connection) as asked:
            client.get(address(name, world))
        costs.append(len(asked))
    assert len(set(costs)) == 1 and costs[0] <= 18


@pytest.mark.parametrize("name", READ_PAGES)
def test_a_boards_pages_take_no_more_queries_for_more_seats_and_versions(world: World, sign_in, name: str) -> None:
    client, board, costs = sign_in(Role.MEMBER), make_board(world.own), []
    for number in range(3):
        make_member(
            make_seat(board, f"Seat {number}", organisation=make_organisation(f"B {number}")), make_person(world.own)
        )
        terms = commands.draft_terms(board=board, purpose=f"Purpose {number}", by=None)
        commands.approve_terms(terms=terms, on=date(2021 + number, 1, 1), by=None)
        client.get(address(name, world, board.pk))
        with CaptureQueriesContext(connection) as asked:
            page = client.get(address(name, world, board.pk)).content.decode()
        costs.append(len(asked))
    assert len(set(costs)) == 1 and costs[0] <= 19
    assert page.count("<h1") == 1


@pytest.mark.parametrize("name", ["boards", "responsibilities", "roles", "areas"])
def test_tables_can_be_taken_away(world: World, sign_in, name: str) -> None:
    structure_of(world)
    commands.state_responsibility(title="Light", partnership=world.own, by=None)
    answer = sign_in(Role.MEMBER).get(address(name, world), {"export": "xlsx"})
    assert "spreadsheet" in answer["Content-Type"]


def test_a_board_says_who_chairs_what_is_vacant_and_since_when(world: World, sign_in) -> None:
    executive, group = structure_of(world)
    client = sign_in(Role.MEMBER)
    assert "Wyn Adair" in client.get(address("board", world, executive.pk)).content.decode()
    page = client.get(address("board", world, group.pk)).content.decode()
    assert "Vacant" in page and "since 1 April 2020" in page and "Its one seat is vacant" in page


def test_a_seat_past_its_term_says_so(world: World, sign_in) -> None:
    board = make_board(world.own)
    make_member(make_seat(board, term_months=12), make_person(world.own))
    page = sign_in(Role.MEMBER).get(address("board", world, board.pk)).content.decode()
    assert "term ended 1 April 2021" in page


def test_a_manager_adds_a_board_a_seat_and_the_person_in_it(world: World, sign_in) -> None:
    client, person = sign_in(Role.BUSINESS_MANAGER), make_person(world.own, "Wyn Adair")
    client.post(address("create_board", world), {"name": "Audit Panel", "kind": "panel"} | typed("started_on", APRIL))
    board = Board.objects.get(name="Audit Panel")
    client.post(
        address("create_seat", world, board.pk),
        {"title": "Health", "capacity": "chair", "is_required": "on"} | typed("started_on", APRIL),
    )
    seat = Seat.objects.get(board=board)
    assert seat.is_required and not seat.counts_for_quorum
    answer = client.post(
        address("seat_person", world, board.pk, seat.pk), {"person": person.pk} | typed("started_on", MAY)
    )
    assert answer.status_code == 302
    assert queries.seats_of(board, MAY)[0].member.name == "Wyn Adair"


def test_a_member_leaves_on_a_last_day_and_the_seat_is_vacant_from_the_day_after(world: World, sign_in) -> None:
    board = make_board(world.own)
    membership = make_member(make_seat(board), make_person(world.own))
    sign_in(Role.BUSINESS_MANAGER).post(
        address("end_membership", world, membership.pk), typed("last_day", date(2021, 4, 30))
    )
    assert queries.seats_of(board, MAY)[0].vacant_since == MAY


def test_a_deputy_is_named_and_a_seat_ends(world: World, sign_in) -> None:
    client, board = sign_in(Role.BUSINESS_MANAGER), make_board(world.own)
    seat = make_seat(board)
    client.post(
        address("name_deputy", world, board.pk, seat.pk),
        {"person": make_person(world.own).pk} | typed("started_on", APRIL),
    )
    assert Membership.objects.get(seat=seat).kind == "deputy"
    client.post(address("end_seat", world, board.pk, seat.pk), typed("last_day", date(2021, 4, 30)))
    assert queries.seats_of(board, MAY) == []
    assert "30 April 2021" in client.get(address("seat", world, board.pk, seat.pk)).content.decode()


def test_a_line_is_drawn_and_ended_and_a_circle_is_refused_in_words(world: World, sign_in) -> None:
    executive, group = structure_of(world)
    client = sign_in(Role.BUSINESS_MANAGER)
    page = client.post(address("draw_line", world, executive.pk), {"kind": "reports_to", "to_board": group.pk})
    assert "the line would run in a circle" in page.content.decode()
    line = Line.objects.get(board=group)
    client.post(address("end_line", world, line.pk), typed("last_day", date(2021, 4, 30)))
    line.refresh_from_db()
    assert line.ended_on == MAY


def test_terms_are_drafted_approved_and_compared(world: World, sign_in) -> None:
    client, board = sign_in(Role.BUSINESS_MANAGER), make_board(world.own)
    first = {"purpose": "To lead the work", "meetings_per_year": "4", "quorum_sectors": ["health", "police"]}
    client.post(address("draft_terms", world, board.pk), first | {"standing_items": "Welcome\n\nActions"})
    client.post(address("approve_terms", world, board.pk), typed("on", APRIL) | typed("review_on", MAY))
    form = client.get(address("draft_terms", world, board.pk)).content.decode()
    assert "To lead the work" in form
    client.post(address("draft_terms", world, board.pk), first | {"purpose": "To lead the work well"})
    page = client.get(address("terms", world, board.pk)).content.decode()
    assert "Version 2" in page and "Draft" in page and "were to be reviewed by 1 May 2021" in page
    assert "1 from Health, 1 from Police" in page
    compared = client.get(address("compare_terms", world, board.pk)).content.decode()
    assert "<ins>well</ins>" in compared and "<del>Welcome; Actions</del>" in compared


def test_a_draft_keeps_a_quorum_part_that_names_one_body(world: World, sign_in) -> None:
    board, body = make_board(world.own), make_organisation("Ashvale Police")
    commands.draft_terms(board=board, quorum_parts=[commands.QuorumOf(2, organisation=body)], purpose="P", by=None)
    sign_in(Role.BUSINESS_MANAGER).post(address("draft_terms", world, board.pk), {"purpose": "Q"})
    draft = queries.draft_of(board)
    assert draft.purpose == "Q"
    assert [(part.minimum, part.organisation) for part in draft.quorum_parts.all()] == [(2, body)]


def test_terms_end_without_others_in_their_place(world: World, sign_in) -> None:
    board = make_board(world.own)
    terms = commands.draft_terms(board=board, purpose="To lead", by=None)
    commands.approve_terms(terms=terms, on=APRIL, by=None)
    client, at = sign_in(Role.BUSINESS_MANAGER), address("end_terms", world, board.pk)
    assert at in client.get(address("terms", world, board.pk)).content.decode()
    assert "Choose a later day" in client.post(at, typed("last_day", APRIL - timedelta(9))).content.decode()
    assert client.post(at, typed("last_day", MAY)).status_code == 302
    terms.refresh_from_db()
    assert terms.ended_on == MAY + timedelta(1)
    assert client.get(at).status_code == 404


def test_a_past_date_shows_the_terms_of_that_date_only(world: World, sign_in) -> None:
    board = make_board(world.own)
    for number, day in enumerate((APRIL, MAY)):
        terms = commands.draft_terms(board=board, purpose=f"Purpose {number}", by=None)
        commands.approve_terms(terms=terms, on=day, by=None)
    page = sign_in(Role.MEMBER).get(address("terms", world, board.pk), {"as-at": "2021-04-30"}).content.decode()
    assert "Purpose 0" in page and "Purpose 1" not in page


def test_the_matrix_says_what_nobody_leads_and_what_two_lead(world: World, sign_in) -> None:
    client, body = sign_in(Role.BUSINESS_MANAGER), make_organisation("Ashvale Council")
    client.post(address("state_responsibility", world), {"title": "Provide training"})
    duty = Responsibility.objects.get(title="Provide training")
    assert "Nobody" in client.get(address("responsibilities", world)).content.decode()
    for holder in ({"organisation": body.pk}, {"board": make_board(world.own).pk}):
        answer = client.post(address("hold_responsibility", world, duty.pk), {"part": "leads"} | holder)
        assert answer.status_code == 302
    page = client.get(address("responsibilities", world)).content.decode()
    assert "2 lead: who decides?" in page
    held = duty.held.get(organisation=body)
    client.post(address("end_responsibility_held", world, held.pk), typed("last_day", date(2021, 4, 30)))
    assert "who decides?" not in client.get(address("responsibilities", world)).content.decode()


def test_choosing_no_holder_or_two_is_refused_in_words(world: World, sign_in) -> None:
    duty = commands.state_responsibility(title="Light", partnership=world.own, by=None)
    data = {"part": "leads", "organisation": make_organisation().pk, "board": make_board(world.own).pk}
    client = sign_in(Role.BUSINESS_MANAGER)
    for wrong in (data, {"part": "leads"}):
        page = client.post(address("hold_responsibility", world, duty.pk), wrong).content.decode()
        assert "Choose one organisation, one board or one post." in page


def test_a_board_is_renamed_corrected_named_also_and_ended(world: World, sign_in) -> None:
    client, board = sign_in(Role.BUSINESS_MANAGER), make_board(world.own, "Old Name")
    client.post(address("rename_board", world, board.pk), {"name": "New Name"} | typed("on", MAY))
    client.post(address("name_board_also", world, board.pk), {"name": "The NN"})
    client.post(address("correct_board", world, board.pk), {"name": "New Name", "kind": "panel", "theme": "Quality"})
    client.post(address("end_board", world, board.pk), typed("last_day", date(2022, 12, 31)))
    page = client.get(address("board", world, board.pk)).content.decode()
    assert "This board ended on 31 December 2022." in page and "The NN" in page and "Quality" in page
    assert "Old Name (1 April 2020 to 30 April 2021)" in page


def test_a_persons_page_has_a_tab_of_their_seats(world: World, sign_in) -> None:
    board, person = make_board(world.own), make_person(world.own, "Wyn Adair")
    make_member(make_seat(board, "Health"), person)
    client = sign_in(Role.MEMBER)
    tab = address("seats_of_person", world, person.pk)
    assert tab in client.get(reverse("directory:person", args=[world.own.slug, person.pk])).content.decode()
    assert "Executive" in client.get(tab).content.decode()


def test_roles_show_vacancies_plainly(world: World, sign_in) -> None:
    area = make_area("Ashvale")
    commands.cover_area(partnership=world.own, area=area, by=None)
    page = sign_in(Role.MEMBER).get(address("roles", world)).content.decode()
    assert "Designated nurse" in page and "no post is recorded for it" in page and "unverified" in page


def test_areas_say_which_are_covered(world: World, sign_in) -> None:
    commands.cover_area(partnership=world.own, area=make_area("Ashvale"), by=None)
    make_area("Faraway")
    client = sign_in(Role.MEMBER)
    page = client.get(address("areas", world), {"ours": "ours"}).content.decode()
    assert "Ashvale" in page and "Faraway" not in page


def test_a_member_sees_no_buttons_that_would_refuse_them(world: World, sign_in) -> None:
    executive, _ = structure_of(world)
    client = sign_in(Role.MEMBER)
    for page in ("board", "terms", "lines"):
        text = client.get(address(page, world, executive.pk)).content.decode()
        assert "Rename" not in text and "Add a" not in text and "Draft the next" not in text


def test_pickers_hold_only_ones_own(world: World, sign_in) -> None:
    make_person(world.other, "Somebody Else")
    seat = make_seat(make_board(world.own))
    page = sign_in(Role.BUSINESS_MANAGER).get(address("seat_person", world, seat.board_id, seat.pk)).content.decode()
    assert "Somebody Else" not in page


def test_very_long_names_stay_whole_in_the_picture(world: World, sign_in) -> None:
    name = "Multi-agency " + "Safeguarding " * 14
    make_board(world.own, name.strip())
    svg = sign_in(Role.MEMBER).get(address("structure_svg", world)).content.decode()
    words = " ".join(t.text for t in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))
    assert name.strip() in words


def test_the_partnership_says_its_areas_its_partners_and_what_it_came_from(world: World, sign_in) -> None:
    area, body = make_area("Ashvale"), make_organisation("Ashvale Council")
    state_standing(
        partnership=world.own, organisation=body, standing=Standing.SAFEGUARDING_PARTNER, started_on=APRIL, by=None
    )
    commands.record_successor(
        predecessor=world.other, successor=world.own, kind=PartnershipSuccession.SPLIT_INTO, on=APRIL, by=None
    )
    client = sign_in(Role.BUSINESS_MANAGER)
    client.post(address("cover_area", world), {"area": area.pk} | typed("started_on", APRIL))
    page = client.get(address("arrangements", world)).content.decode()
    for words in ("Ashvale Council", "Safeguarding partner", "Came from", world.other.name, "since 1 April 2020"):
        assert words in page
    covered = CoveredArea.objects.get(partnership=world.own)
    client.post(address("stop_covering_area", world, covered.pk), typed("last_day", date(2021, 4, 30)))
    assert queries.covered_areas(world.own, MAY) == []


def test_the_partnership_as_it_was_leaves_out_who_came_later(world: World, sign_in) -> None:
    for name, start in (("Old Body", APRIL), ("New Body", MAY)):
        body = make_organisation(name)
        state_standing(
            partnership=world.own, organisation=body, standing=Standing.RELEVANT_AGENCY, started_on=start, by=None
        )
    page = sign_in(Role.SCRUTINEER).get(address("arrangements", world), {"as-at": "2021-04-30"}).content.decode()
    assert "Old Body" in page and "New Body" not in page
