"""A meeting on the day: seats down the side, one key a mark, decisions and actions beside."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sightline.partnership.governance.domain import CAPACITY_LABELS, NOT_DECIDING
from sightline.partnership.governance.queries import SeatRow
from sightline.record.actions.models import Action
from sightline.record.actions.presenters import action_href, owner_words, status_cell

from ..domain import STATUS_KEYS, STATUS_LABELS, Status
from ..models import Attendance


@dataclass(frozen=True)
class KeyChoice:
    key: str
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Deputy:
    id: int
    name: str
    chosen: bool


@dataclass(frozen=True)
class SeatLine:
    """One line to mark. `name` tells its inputs apart; `seat` or `row` says what it marks."""

    name: str
    seat: int | None
    row: int | None
    title: str
    member: str
    body: str
    is_vacant: bool
    is_beside: bool
    choices: tuple[KeyChoice, ...]
    status: str
    deputies: tuple[Deputy, ...]
    deputy_as_written: str


@dataclass(frozen=True)
class OpenAction:
    id: int
    number: str
    what: str
    href: str
    owner: str
    due: date | None
    status: str
    colour: str
    is_carried: bool


# Whom a line may be marked as: a guest has no seat, so seats offer no G.
_SEAT_KEYS = {key: status for key, status in STATUS_KEYS.items() if status is not Status.GUEST}


def seat_lines(seats: Sequence[SeatRow], rows: Sequence[Attendance]) -> tuple[SeatLine, ...]:
    """Every seat of the day, then everyone recorded without one."""
    by_seat = {row.seat_id: row for row in rows if row.seat_id}
    known = {seat.id for seat in seats}
    lines = [_seat_line(seat, by_seat.get(seat.id)) for seat in seats]
    lines += [_row_line(row) for row in rows if row.seat_id not in known]
    return tuple(lines)


def _seat_line(seat: SeatRow, row: Attendance | None) -> SeatLine:
    came = row.person_id if row and row.status == Status.DEPUTY else None
    return SeatLine(
        name=f"seat-{seat.id}",
        seat=seat.id,
        row=None,
        title=_title(seat),
        member=seat.member.name if seat.member else "",
        body=seat.organisation,
        is_vacant=seat.is_vacant,
        is_beside=seat.capacity in NOT_DECIDING,
        choices=_choices(_SEAT_KEYS, row),
        status=row.status if row else "",
        deputies=tuple(Deputy(d.person_id, d.name, d.person_id == came) for d in seat.deputies),
        deputy_as_written=row.person_as_written if row and row.status == Status.DEPUTY else "",
    )


def _title(seat: SeatRow) -> str:
    label = CAPACITY_LABELS[seat.capacity]
    return seat.title if label.lower() in seat.title.lower() or label == "Member" else f"{seat.title}, {label.lower()}"


def _row_line(row: Attendance) -> SeatLine:
    name = row.person.name if row.person else row.person_as_written
    body = row.organisation.name if row.organisation else row.organisation_as_written
    return SeatLine(
        name=f"row-{row.pk}",
        seat=None,
        row=row.pk,
        title=row.post_as_written or ("Guest" if row.status == Status.GUEST else ""),
        member=name,
        body=body,
        is_vacant=False,
        is_beside=row.status == Status.GUEST,
        choices=_choices(STATUS_KEYS, row),
        status=row.status,
        deputies=(),
        deputy_as_written="",
    )


def _choices(keys: dict[str, Status], row: Attendance | None) -> tuple[KeyChoice, ...]:
    now = row.status if row else ""
    return tuple(KeyChoice(key, status.value, STATUS_LABELS[status], status == now) for key, status in keys.items())


def open_actions(actions: Iterable[Action], slug: str, on: date, carried: set[int]) -> tuple[OpenAction, ...]:
    return tuple(_open_action(action, slug, on, action.pk in carried) for action in actions)


def _open_action(action: Action, slug: str, on: date, is_carried: bool) -> OpenAction:
    state = status_cell(action, on)
    return OpenAction(
        action.pk,
        action.number,
        action.what,
        action_href(slug, action.pk),
        owner_words(action) or "Nobody yet",
        action.due_on,
        state.text,
        state.tag,
        is_carried,
    )


def counts_words(lines: Iterable[SeatLine]) -> str:
    """How far the marking has come, for the line above the seats."""
    seats = [line for line in lines if line.seat is not None]
    marked = sum(bool(line.status) for line in seats)
    return f"{marked} of {len(seats)} seats marked"
