"""Where boxes and lines of the structure go: a tidy tree of accountability, other boards in a column beside it.

Lengths are in the picture's own units. Boxes never overlap; lines run level or upright only.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

GAP_X, GAP_Y = 28, 56
MARGIN = 16
# More leaves than this under one board hang in columns, so that the picture stays as wide as a sheet of A3.
LEAVES_IN_A_ROW = 5
COLUMNS = 4
ASIDE = 4
# Links of different boards run down before the last column, each in a channel of its own.
CHANNELS, CHANNEL = 6, 9
HANG_GAP = 22  # between boxes that hang under one another
SPINE = 14  # how far left of hanging boxes their line runs down

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """What is to be placed. Boards of others stand apart."""

    id: int
    width: float
    height: float
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from the board that answers to the one it answers to, or a link between two."""

    id: int
    low: int
    high: int
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    id: int
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Routed:
    tie: Tie
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    width: float
    height: float
    boxes: tuple[Placed, ...]
    lines: tuple[Routed, ...]


@dataclass(frozen=True, slots=True)
class Forest:
    """Who stands under whom, each board once; `loose` have no line at all."""

    roots: tuple[int, ...]
    under: dict[int, tuple[int, ...]]
    loose: tuple[int, ...]
    parent: dict[int, int]


def forest_of(ids: Sequence[int], ties: Iterable[Tie]) -> Forest:
    """The first line upward of each board makes the tree; a line that would close a circle is left out of it."""
    known, parent = set(ids), {}
    for tie in ties:
        if tie.is_link or tie.low in parent or not {tie.low, tie.high} <= known:
            continue
        if tie.low not in _line_up(tie.high, parent):
            parent[tie.low] = tie.high
    under: dict[int, list[int]] = defaultdict(list)
    for pk in ids:
        if pk in parent:
            under[parent[pk]].append(pk)
    roots = tuple(pk for pk in ids if pk not in parent and pk in under)
    loose = tuple(pk for pk in ids if pk not in parent and pk not in under)
    return Forest(roots, {pk: tuple(found) for pk, found in under.items()}, loose, parent)


def _line_up(pk: int, parent: dict[int, int]) -> set[int]:
    seen = {pk}
    while pk in parent:
        pk = parent[pk]
        seen.add(pk)
    return seen


def draw(boxes: Sequence[Box], ties: Sequence[Tie]) -> Picture:
    """Places every box once and routes every line whose two boards are there."""
    near = [box for box in boxes if not box.is_apart]
    forest = forest_of([box.id for box in near], ties)
    layout = _Layout({box.id: box for box in boxes}, forest)
    layout.place()
    layout.place_apart([box for box in boxes if box.is_apart])
    placed = layout.placed
    lines = tuple(layout.route(tie) for tie in ties if tie.low in placed and tie.high in placed)
    width = max((box.right for box in placed.values()), default=0) + MARGIN
    height = max((box.bottom for box in placed.values()), default=0) + MARGIN
    return Picture(width, height, tuple(placed[box.id] for box in boxes), lines)


class _Layout:
    def __init__(self, boxes: dict[int, Box], forest: Forest) -> None:
        self.boxes, self.forest = boxes, forest
        self.placed: dict[int, Placed] = {}
        self.hanging: set[int] = set()
        self.aside: set[int] = set()
        self.channels: dict[int, int] = {}
        self.row_height: dict[int, float] = defaultdict(float)
        self.rows: list[float] = []
        # A few boards without a line stand in the column of boards of others; many would make it too tall.
        self.stand_aside = bool(forest.roots) and len(forest.loose) <= ASIDE

    def place(self) -> None:
        for root in self.forest.roots:
            self._measure_rows(root, 0)
        self.rows = [MARGIN]
        for depth in range(len(self.row_height)):
            self.rows.append(self.rows[-1] + self.row_height[depth] + GAP_Y)
        x: float = MARGIN
        for root in self.forest.roots:
            x = self._place_tree(root, x, 0) + GAP_X
        if not self.stand_aside:
            self._hang(self.forest.loose, x, MARGIN)

    def _measure_rows(self, pk: int, depth: int) -> None:
        self.row_height[depth] = max(self.row_height[depth], self.boxes[pk].height)
        children = self.forest.under.get(pk, ())
        if not self._hangs(children):
            for child in children:
                self._measure_rows(child, depth + 1)

    def _hangs(self, children: Sequence[int]) -> bool:
        return len(children) > LEAVES_IN_A_ROW and not any(child in self.forest.under for child in children)

    def _place_tree(self, pk: int, x: float, depth: int) -> float:
        """Places a board above all that answers to it, from `x` on; gives where its ground ends."""
        box, children = self.boxes[pk], self.forest.under.get(pk, ())
        end = x
        if self._hangs(children):
            end = self._hang(children, x, self.rows[depth] + self.row_height[depth] + GAP_Y)
        else:
            for child in children:
                end = self._place_tree(child, end + (GAP_X if end > x else 0), depth + 1)
        ground = max(end - x, box.width)
        if end - x < box.width and children:
            self._shift(pk, (box.width - (end - x)) / 2)
        self._put(box, x + (ground - box.width) / 2, self.rows[depth])
        return x + ground

    def _shift(self, pk: int, by: float) -> None:
        """Moves all that stands under a board so that it stays in the middle."""
        for child in self.forest.under.get(pk, ()):
            at = self.placed[child]
            self.placed[child] = Placed(at.id, at.x + by, at.y, at.width, at.height)
            self._shift(child, by)

    def _hang(self, children: Sequence[int], x: float, y: float) -> float:
        """Leaves in columns, in reading order down each; gives where the last column ends."""
        if not children:
            return x
        rows = -(-len(children) // COLUMNS)
        for start in range(0, len(children), rows):
            column = [self.boxes[pk] for pk in children[start : start + rows]]
            top, left = y, x + SPINE
            for box in column:
                self._put(box, left, top)
                self.hanging.add(box.id)
                top += box.height + HANG_GAP
            x = left + max(box.width for box in column) + GAP_X
        return x - GAP_X

    def _put(self, box: Box, x: float, y: float) -> None:
        self.placed[box.id] = Placed(box.id, x, y, box.width, box.height)

    def place_apart(self, boxes: Sequence[Box]) -> None:
        """Boards of others, one under the other, to the right of everything."""
        edge = max((at.right for at in self.placed.values()), default=MARGIN - 3 * GAP_X)
        y: float = MARGIN
        loose = [self.boxes[pk] for pk in self.forest.loose] if self.stand_aside else []
        for box in (*loose, *boxes):
            self._put(box, edge + 3 * GAP_X, y)
            self.aside.add(box.id)
            y += box.height + HANG_GAP

    def route(self, tie: Tie) -> Routed:
        low, high = self.placed[tie.low], self.placed[tie.high]
        if tie.is_link:
            return Routed(tie, self._link(low, high))
        if tie.low in self.hanging and self.forest.parent.get(tie.low) == tie.high:
            return Routed(tie, _down_a_spine(low, high))
        return Routed(tie, _up(low, high))

    def _link(self, low: Placed, high: Placed) -> tuple[Point, ...]:
        """Out at the top of the left one, across above it, in at the right one's side. Links of each board run apart."""
        left, right = sorted((low, high), key=lambda at: (at.x, at.y))
        middle = right.y + right.height / 2
        if left.x == right.x:
            edge = left.right + GAP_X / 2
            start = left.y + left.height / 2
            return ((left.right, start), (edge, start), (edge, middle), (right.right, middle))
        channel = self.channels.setdefault(left.id, len(self.channels)) % CHANNELS
        side = right.x - GAP_X / 2 - (CHANNEL * channel if right.id in self.aside else 0)
        over, start = left.y - 7 - channel % 3 * 3, left.right - 18
        return ((start, left.y), (start, over), (side, over), (side, middle), (right.x, middle))


def _up(low: Placed, high: Placed) -> tuple[Point, ...]:
    """From the top of the one to the foot of the other, turning midway in the gap above it."""
    turn = low.y - GAP_Y / 2
    return ((low.middle, low.y), (low.middle, turn), (high.middle, turn), (high.middle, high.bottom))


def _down_a_spine(low: Placed, high: Placed) -> tuple[Point, ...]:
    spine, turn = low.x - SPINE / 2, high.bottom + GAP_Y / 2
    middle = low.y + low.height / 2
    return ((low.x, middle), (spine, middle), (spine, turn), (high.middle, turn), (high.middle, high.bottom))
