from datetime import date

import pytest

from sightline.kernel.verdict import Refused
from sightline.partnership.directory.domain import Sector
from sightline.partnership.directory.tests.makers import make_area, make_organisation, make_partnership, make_person
from sightline.partnership.governance import commands, queries
from sightline.partnership.governance.domain import Capacity, LineKind, Part, TermsState

from .makers import APRIL, make_board, make_member, make_seat

pytestmark = pytest.mark.django_db
MAY = date(2021, 5, 1)


def test_two_running_boards_cannot_share_a_name():
    p = make_partnership()
    board = make_board(p)
    with pytest.raises(Refused, match="another name"):
        make_board(p, "executive")
    commands.end_board(board=board, on=MAY, by=None)
    make_board(p, started_on=MAY)


def test_a_renamed_board_is_called_by_its_name_of_the_day():
    board = make_board(make_partnership(), "Wexley LSCB")
    commands.rename_board(board=board, name="Wexley Executive", on=MAY, by=None)
    assert queries.board_names_on([board], APRIL) == {board.pk: "Wexley LSCB"}
    assert queries.board_names_on([board], MAY) == {board.pk: "Wexley Executive"}


def test_ending_a_board_ends_its_lines_seats_and_memberships():
    p = make_partnership()
    executive, group = make_board(p), make_board(p, "Group")
    line = commands.draw_line(board=group, to_board=executive, kind=LineKind.REPORTS_TO, started_on=APRIL, by=None)
    seat = make_seat(group)
    membership = make_member(seat, make_person(p))
    commands.end_board(board=group, on=MAY, by=None)
    for row in (line, seat, membership):
        row.refresh_from_db()
        assert row.ended_on == MAY


def test_a_line_cannot_run_in_a_circle_or_to_itself():
    p = make_partnership()
    a, b, c = (make_board(p, name) for name in "ABC")
    commands.draw_line(board=a, to_board=b, kind=LineKind.ACCOUNTABLE_TO, by=None)
    commands.draw_line(board=b, to_board=c, kind=LineKind.REPORTS_TO, by=None)
    with pytest.raises(Refused, match="circle"):
        commands.draw_line(board=c, to_board=a, kind=LineKind.REPORTS_TO, by=None)
    with pytest.raises(Refused, match="answer to itself"):
        commands.draw_line(board=a, to_board=a, kind=LineKind.REPORTS_TO, by=None)
    commands.draw_line(board=c, to_board=a, kind=LineKind.LINKED_WITH, by=None)


def test_a_line_to_another_partnerships_board_is_refused():
    with pytest.raises(Refused, match="another partnership"):
        commands.draw_line(
            board=make_board(make_partnership()),
            to_board=make_board(make_partnership("marl")),
            kind=LineKind.REPORTS_TO,
            by=None,
        )


def test_a_seat_holds_one_member_at_a_time_and_any_deputies():
    p = make_partnership()
    seat = make_seat(make_board(p))
    ann, bob, cat = (make_person(p, name) for name in ("Ann Teal", "Bob Reeve", "Cat Moss"))
    first = make_member(seat, ann)
    with pytest.raises(Refused, match="Ann Teal sits in this seat"):
        make_member(seat, bob, MAY)
    commands.name_deputy(seat=seat, person=bob, started_on=APRIL, by=None)
    commands.name_deputy(seat=seat, person=cat, started_on=APRIL, by=None)
    commands.end_membership(membership=first, on=MAY, by=None)
    make_member(seat, bob, MAY)


def test_nobody_sits_in_a_seat_after_it_ended():
    p = make_partnership()
    seat = make_seat(make_board(p))
    commands.end_seat(seat=seat, on=MAY, by=None)
    assert make_member(seat, make_person(p)).ended_on == MAY


def test_people_and_organisations_of_another_partnership_are_refused():
    p, other = make_partnership(), make_partnership("marl")
    board = make_board(p)
    with pytest.raises(Refused, match="person belongs to another"):
        make_member(make_seat(board), make_person(other))
    with pytest.raises(Refused, match="organisation belongs to another"):
        make_seat(board, organisation=make_organisation("Marl Charity", partnership=other))


def test_those_who_do_not_decide_do_not_count_to_a_quorum():
    board = make_board(make_partnership())
    assert make_seat(board).counts_for_quorum
    assert not make_seat(board, capacity=Capacity.ADVISER).counts_for_quorum
    assert make_seat(board, capacity=Capacity.ADVISER, counts_for_quorum=True).counts_for_quorum


def test_approved_terms_never_change_and_the_next_version_supersedes_them():
    board = make_board(make_partnership())
    first = commands.draft_terms(
        board=board,
        purpose="To lead.",
        meetings_per_year=4,
        quorum_parts=[commands.QuorumOf(2, Sector.HEALTH)],
        by=None,
    )
    commands.approve_terms(terms=first, on=APRIL, review_on=MAY, by=None)
    with pytest.raises(Refused, match="never change"):
        commands.revise_draft(terms=first, purpose="To follow.", by=None)
    second = commands.draft_terms(board=board, by=None)
    assert (second.version, second.purpose, second.review_on) == (2, "To lead.", None)
    assert [q.minimum for q in second.quorum_parts.all()] == [2]
    commands.revise_draft(terms=second, meetings_per_year=6, by=None)
    commands.approve_terms(terms=second, on=MAY, by=None)
    assert queries.terms_in_force(board, date(2021, 4, 30)).version == 1
    assert queries.terms_in_force(board, MAY).version == 2


def test_there_is_one_draft_at_a_time():
    board = make_board(make_partnership())
    commands.draft_terms(board=board, purpose="One.", by=None)
    with pytest.raises(Refused, match="already a draft"):
        commands.draft_terms(board=board, purpose="Two.", by=None)
    assert queries.draft_of(board).state == TermsState.DRAFT


def test_terms_are_not_approved_before_those_in_force():
    board = make_board(make_partnership())
    commands.approve_terms(terms=commands.draft_terms(board=board, purpose="One.", by=None), on=MAY, by=None)
    with pytest.raises(Refused, match="Choose a later date"):
        commands.approve_terms(terms=commands.draft_terms(board=board, by=None), on=APRIL, by=None)


def test_an_area_is_covered_once_at_a_time():
    p, area = make_partnership(), make_area()
    covered = commands.cover_area(partnership=p, area=area, started_on=APRIL, by=None)
    with pytest.raises(Refused, match="already covers"):
        commands.cover_area(partnership=p, area=area, by=None)
    commands.stop_covering_area(covered=covered, on=MAY, by=None)
    assert queries.covered_areas(p, APRIL) == [area]
    assert queries.covered_areas(p, MAY) == []


def test_a_responsibility_is_held_by_exactly_one_kind_of_thing():
    p = make_partnership()
    duty = commands.state_responsibility(title="Training", partnership=p, by=None)
    with pytest.raises(Refused, match="Choose one"):
        commands.hold_responsibility(responsibility=duty, partnership=p, part=Part.LEADS, by=None)
    with pytest.raises(Refused, match="Choose one"):
        commands.hold_responsibility(
            responsibility=duty,
            partnership=p,
            part=Part.LEADS,
            board=make_board(p),
            organisation=make_organisation(),
            by=None,
        )


def test_one_body_takes_one_part_at_a_time():
    p, body = make_partnership(), make_organisation()
    duty = commands.state_responsibility(title="Training", by=None)
    held = commands.hold_responsibility(
        responsibility=duty, partnership=p, part=Part.LEADS, organisation=body, started_on=APRIL, by=None
    )
    with pytest.raises(Refused, match="already has a part"):
        commands.hold_responsibility(responsibility=duty, partnership=p, part=Part.OVERSEES, organisation=body, by=None)
    commands.end_responsibility_held(held=held, on=MAY, by=None)
    commands.hold_responsibility(
        responsibility=duty, partnership=p, part=Part.OVERSEES, organisation=body, started_on=MAY, by=None
    )
