from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sightline.foundation.accounts.domain import Held, Role, Topic, Viewer
from sightline.partnership.directory.commands import rename_organisation
from sightline.partnership.directory.tests.makers import make_organisation, make_partnership, make_person
from sightline.partnership.governance import commands, queries
from sightline.partnership.governance.domain import Capacity, LineKind, Part

from .makers import APRIL, make_board, make_member, make_seat

MAY = date(2021, 5, 1)
DAY = date(2024, 6, 1)


@pytest.mark.django_db
class TestSeats:
    def test_a_seat_shows_its_member_of_the_day_and_the_agencys_name_then(self):
        p, body = make_partnership(), make_organisation("Wexley CCG")
        rename_organisation(organisation=body, name="Wexley ICB", on=date(2022, 7, 1), by=None)
        board = make_board(p)
        seat = make_seat(board, organisation=body)
        ann, bob = make_person(p, "Ann Teal"), make_person(p, "Bob Reeve")
        commands.end_membership(membership=make_member(seat, ann), on=MAY, by=None)
        make_member(seat, bob, MAY)
        before, after = queries.seats_of(board, APRIL)[0], queries.seats_of(board, DAY)[0]
        assert (before.member.name, before.organisation) == ("Ann Teal", "Wexley CCG")
        assert (after.member.name, after.organisation) == ("Bob Reeve", "Wexley ICB")

    def test_a_vacant_seat_says_since_when(self):
        p = make_partnership()
        board = make_board(p)
        never, left = make_seat(board, "Never filled"), make_seat(board, "Left")
        commands.end_membership(membership=make_member(left, make_person(p)), on=MAY, by=None)
        rows = {s.id: s for s in queries.seats_of(board, DAY)}
        assert rows[never.pk].vacant_since == APRIL
        assert rows[left.pk].vacant_since == MAY

    def test_an_empty_observers_seat_is_not_a_vacancy(self):
        board = make_board(make_partnership())
        make_seat(board, capacity=Capacity.OBSERVER)
        assert not queries.seats_of(board, DAY)[0].is_vacant

    def test_a_member_whose_term_is_known_has_an_end_to_it(self):
        p = make_partnership()
        board = make_board(p)
        make_member(make_seat(board, term_months=36), make_person(p))
        assert queries.seats_of(board, DAY)[0].term_ends_on == date(2023, 4, 1)

    def test_a_persons_seats_and_past_seats_are_found(self):
        p = make_partnership()
        person = make_person(p)
        make_member(make_seat(make_board(p, "A")), person)
        gone = make_member(make_seat(make_board(p, "B")), person)
        commands.end_membership(membership=gone, on=MAY, by=None)
        assert [m.board for m in queries.memberships_of(person, DAY)] == ["A"]
        assert [m.board for m in queries.past_memberships_of(person, DAY)] == ["B"]


@pytest.mark.django_db
class TestStructure:
    def test_boards_and_lines_are_those_of_the_day(self):
        p = make_partnership()
        executive, group = make_board(p), make_board(p, "Group", started_on=MAY)
        commands.draw_line(board=group, to_board=executive, kind=LineKind.REPORTS_TO, started_on=MAY, by=None)
        assert len(queries.board_structure(p, APRIL).boards) == 1
        now = queries.board_structure(p, DAY)
        assert [b.name for b in now.boards] == ["Executive", "Group"]
        assert [(x.board_id, x.to_board_id) for x in now.lines] == [(group.pk, executive.pk)]

    def test_chairs_and_vacancies_are_counted(self):
        p = make_partnership()
        board = make_board(p)
        make_member(make_seat(board, "Chair", capacity=Capacity.CHAIR), make_person(p, "Ann Teal"))
        make_seat(board, "Health")
        make_seat(board, "Guest", is_required=False)
        row = queries.board_structure(p, DAY).boards[0]
        assert [name for _, name in row.chairs] == ["Ann Teal"]
        assert (row.seats, row.vacancies, row.required_vacancies) == (3, 2, 1)

    def test_the_number_of_queries_does_not_grow(self):
        p = make_partnership()
        top = make_board(p)
        costs = []
        for number in range(4):
            board = make_board(p, f"Group {number}")
            commands.draw_line(board=board, to_board=top, kind=LineKind.REPORTS_TO, by=None)
            make_member(make_seat(board, organisation=make_organisation(f"Body {number}")), make_person(p))
            with CaptureQueriesContext(connection) as asked:
                queries.board_structure(p, DAY)
            costs.append(len(asked))
        assert costs == [6, 6, 6, 6]

    def test_boards_of_others_are_seen_only_where_shared_with_ones_region(self):
        region, p, other = make_partnership("region"), make_partnership(), make_partnership("marl")
        shared, hidden = make_board(p), make_board(other)
        viewer = Viewer(1, "V", DAY, (Held(Role.REGIONAL_OVERSEER, region.pk),), frozenset({(p.pk, Topic.BOARDS)}))
        seen = set(queries.boards_visible_to(viewer, DAY))
        assert shared in seen
        assert hidden not in seen


@pytest.mark.django_db
class TestNames:
    def test_a_board_is_recognised_by_former_short_and_present_name(self):
        p = make_partnership()
        board = make_board(p, "Wexley LSCB", short_name="WEX")
        commands.rename_board(board=board, name="Wexley Partnership Executive", on=MAY, by=None)
        make_board(p, "Neglect Subgroup")
        for text in ("wexley lscb", "WEX", "Wexley Partnership Executive"):
            assert queries.candidates_for_board(p, text, DAY)[0].id == board.pk
        assert queries.candidates_for_board(p, "Neglect sub-group", DAY)[0].label == "Neglect Subgroup"

    def test_a_board_that_had_ended_says_so(self):
        p = make_partnership()
        commands.end_board(board=make_board(p), on=MAY, by=None)
        assert queries.candidates_for_board(p, "Executive", DAY)[0].because == (
            "the same name",
            "had ended by that day",
        )


@pytest.mark.django_db
class TestResponsibilities:
    def test_what_nobody_leads_and_what_two_lead_shows(self):
        p, body = make_partnership(), make_organisation()
        board = make_board(p)
        two = commands.state_responsibility(title="Audit", by=None)
        commands.state_responsibility(title="Training", partnership=p, by=None)
        commands.state_responsibility(title="Elsewhere", partnership=make_partnership("marl"), by=None)
        for kind in ({"organisation": body}, {"board": board}):
            commands.hold_responsibility(responsibility=two, partnership=p, part=Part.LEADS, by=None, **kind)
        rows = {r.title: r for r in queries.responsibilities_matrix(p, DAY)}
        assert set(rows) == {"Audit", "Training"}
        assert rows["Audit"].has_two_leaders
        assert rows["Training"].is_led_by_nobody
        assert queries.responsibilities_of_board(board, DAY) == [("Audit", Part.LEADS)]
