from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.partnership.governance.domain.diagram import Box, Tie, draw, forest_of

sizes = st.tuples(st.integers(120, 240), st.integers(50, 160), st.booleans())


@st.composite
def structures(draw_from):
    boxes = [Box(pk, w, h, apart) for pk, (w, h, apart) in enumerate(draw_from(st.lists(sizes, max_size=25)))]
    ids = [box.id for box in boxes]
    if len(ids) < 2:
        return boxes, []
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids), st.booleans()).filter(lambda p: p[0] != p[1])
    found = draw_from(st.lists(pairs, max_size=30))
    return boxes, [Tie(n, low, high, link) for n, (low, high, link) in enumerate(found)]


@given(structures())
def test_every_box_is_placed_once_within_the_picture(structure):
    boxes, ties = structure
    picture = draw(boxes, ties)
    assert [p.id for p in picture.boxes] == [b.id for b in boxes]
    for at in picture.boxes:
        assert at.x >= 0 and at.y >= 0
        assert at.right <= picture.width and at.bottom <= picture.height


@given(structures())
def test_no_two_boxes_overlap(structure):
    for a, b in combinations(draw(*structure).boxes, 2):
        assert a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y


@given(structures())
def test_lines_run_level_or_upright_and_touch_both_boxes(structure):
    picture = draw(*structure)
    placed = {p.id: p for p in picture.boxes}
    for line in picture.lines:
        for (x1, y1), (x2, y2) in zip(line.points, line.points[1:], strict=False):
            assert x1 == x2 or y1 == y2
        ends = {line.points[0], line.points[-1]}
        for pk in (line.tie.low, line.tie.high):
            at = placed[pk]
            assert any(at.x <= x <= at.right and at.y <= y <= at.bottom for x, y in ends)


@given(structures())
def test_a_board_stands_once_in_the_tree_even_where_lines_run_in_circles(structure):
    boxes, ties = structure
    forest = forest_of([b.id for b in boxes], ties)
    seen, ahead = [], [*forest.roots, *forest.loose]
    while ahead:
        here = ahead.pop()
        seen.append(here)
        ahead += forest.under.get(here, ())
    assert sorted(seen) == sorted(b.id for b in boxes)


def test_boards_stand_under_the_one_they_answer_to():
    picture = draw([Box(n, 200, 80) for n in range(4)], [Tie(1, 1, 0), Tie(2, 2, 0), Tie(3, 3, 1)])
    at = {p.id: p for p in picture.boxes}
    assert at[0].bottom < at[1].y == at[2].y
    assert at[1].bottom < at[3].y
    assert at[0].middle == pytest.approx((at[1].x + at[2].right) / 2)


def test_many_leaves_hang_in_columns_so_that_the_picture_stays_narrow():
    boxes = [Box(n, 220, 100) for n in range(21)]
    picture = draw(boxes, [Tie(n, n, 0) for n in range(1, 21)])
    assert picture.width < 4 * 220 + 5 * 60


def test_boards_of_others_stand_to_the_right():
    picture = draw([Box(0, 200, 80), Box(1, 200, 80, is_apart=True)], [Tie(1, 0, 1, is_link=True)])
    at = {p.id: p for p in picture.boxes}
    assert at[1].x > at[0].right


def test_nothing_gives_an_empty_picture():
    assert draw([], []).boxes == ()
