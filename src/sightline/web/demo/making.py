"""Finds a thing of the demonstration world or makes it by the room's command, so that building twice changes nothing."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.partnership.directory import commands as directory
from sightline.partnership.directory.models import Area, Holding, Organisation, Person, Post
from sightline.partnership.governance import commands as governance
from sightline.partnership.governance.domain import LineKind, Part
from sightline.partnership.governance.models import Board, Line, Membership, Responsibility, Seat


def table(name: str) -> Iterator[dict[str, str]]:
    """Rows of a table that comes with the demonstration world."""
    with files(__package__).joinpath("data", f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def listed(text: str) -> list[str]:
    return [part.strip() for part in text.split("|") if part.strip()]


def partnership_called(slug: str) -> Partnership:
    return Partnership.objects.get(slug=slug)


def area(*, code: str, by: User | None, **values: Any) -> Area:
    return Area.objects.filter(code=code).first() or directory.record_area(code=code, by=by, **values)


def placed(*, part: Area, whole: Area, by: User | None, **values: Any) -> None:
    if not part.wholes.filter(whole=whole).exists():
        directory.place_area_in(part=part, whole=whole, by=by, **values)


def organisation(
    *, name: str, by: User | None, partnership: Partnership | None = None, also: list[str] | None = None, **values: Any
) -> Organisation:
    """By its name; shared when it has no partnership."""
    found = Organisation.objects.filter(partnership=partnership, name=name).first()
    body = found or directory.record_organisation(name=name, partnership=partnership, by=by, **values)
    for other in also or []:
        if other != name and not body.names.filter(name__iexact=other).exists():
            directory.name_also(organisation=body, name=other, partnership=partnership, by=by)
    return body


def body_called(name: str, partnership: Partnership | None = None) -> Organisation:
    """A partnership's own body of that name, or the shared one."""
    own = Organisation.objects.filter(partnership=partnership, name=name).first() if partnership else None
    return own or Organisation.objects.get(partnership=None, name=name)


def serving(*, body: Organisation, area: Area, by: User | None, **values: Any) -> None:
    if not body.serves.filter(area=area).exists():
        directory.record_service_area(organisation=body, area=area, by=by, **values)


def person(*, partnership: Partnership, name: str, by: User | None) -> Person:
    found = Person.objects.filter(partnership=partnership, name=name).first()
    return found or directory.record_person(partnership=partnership, name=name, by=by)


def post(*, partnership: Partnership, body: Organisation, title: str, by: User | None, **values: Any) -> Post:
    area = values.get("area")
    found = Post.objects.filter(partnership=partnership, organisation=body, title=title, area=area).first()
    return found or directory.create_post(partnership=partnership, organisation=body, title=title, by=by, **values)


def held(*, person: Person, post: Post, by: User | None, **values: Any) -> None:
    if not Holding.objects.filter(person=person, post=post).exists():
        directory.appoint(person=person, post=post, by=by, **values)


def board(*, partnership: Partnership, name: str, by: User | None, **values: Any) -> Board:
    """By the name it bears now."""
    found = Board.objects.filter(partnership=partnership, name=name).first()
    return found or governance.create_board(partnership=partnership, name=name, by=by, **values)


def named_also(*, board: Board, name: str, by: User | None, **values: Any) -> None:
    if not board.names.filter(name=name).exists():
        governance.name_board_also(board=board, name=name, by=by, **values)


def line(*, board: Board, to_board: Board, kind: LineKind, by: User | None, **values: Any) -> None:
    if not Line.objects.filter(board=board, to_board=to_board, kind=kind).exists():
        governance.draw_line(board=board, to_board=to_board, kind=kind, by=by, **values)


def seat(*, board: Board, title: str, by: User | None, **values: Any) -> Seat:
    body = values.get("organisation")
    found = Seat.objects.filter(board=board, title=title, organisation=body).first()
    return found or governance.create_seat(board=board, title=title, by=by, **values)


def seated(*, seat: Seat, person: Person, by: User | None, **values: Any) -> None:
    if not Membership.objects.filter(seat=seat, person=person).exists():
        governance.seat_person(seat=seat, person=person, by=by, **values)


def deputising(*, seat: Seat, person: Person, by: User | None, **values: Any) -> None:
    if not Membership.objects.filter(seat=seat, person=person).exists():
        governance.name_deputy(seat=seat, person=person, by=by, **values)


def responsibility(
    *, title: str, by: User | None, partnership: Partnership | None = None, **values: Any
) -> Responsibility:
    found = Responsibility.objects.filter(partnership=partnership, title=title).first()
    return found or governance.state_responsibility(title=title, partnership=partnership, by=by, **values)


def taking_part(
    *, responsibility: Responsibility, partnership: Partnership, part: Part, by: User | None, **holder: Any
) -> None:
    holders = {kind: thing for kind, thing in holder.items() if kind != "started_on"}
    if not responsibility.held.filter(partnership=partnership, part=part, **holders).exists():
        governance.hold_responsibility(
            responsibility=responsibility, partnership=partnership, part=part, by=by, **holder
        )


def terms(*, board: Board, by: User | None, on: date | None, review_on: date | None = None, **values: Any) -> None:
    """The board's first terms of reference; approved from `on`, or left as a draft."""
    if board.terms.exists():
        return
    drafted = governance.draft_terms(board=board, review_on=review_on, by=by, **values)
    if on is not None:
        governance.approve_terms(terms=drafted, on=on, by=by)
