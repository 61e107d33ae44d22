"""Builds the whole demonstration world, step by step, each step saying what it does. Building twice changes nothing."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import transaction

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.store import keep
from sightline.oversight.gaps.commands import check
from sightline.oversight.intake.commands import receive_paper
from sightline.oversight.intake.models import Paper
from sightline.partnership.governance.domain import BoardKind, Capacity, MembershipKind
from sightline.partnership.governance.models import Board, Membership

from .builders import (
    build_adolescent_board,
    build_boroughs,
    build_city_and_hackney,
    build_city_and_hackney_attendance,
    build_kingston_and_richmond,
    build_kingston_and_richmond_year,
    build_partnerships,
    build_reference,
)
from .papers import all_papers
from .papers.cast import Attendee, Cast
from .sign_ins import SignIn, build_people
from .stories import STORIES, Tellers
from .stories.telling import HOME, REGION, SECOND

STEPS: tuple[tuple[str, Callable[..., None]], ...] = (
    ("Areas, police commands, health boards, law and guidance", build_reference),
    ("London's partnerships", build_partnerships),
    ("The boards of City and Hackney", build_city_and_hackney),
    ("Their attendance of 2021-22, as published", build_city_and_hackney_attendance),
    ("The boards of Kingston and Richmond", build_kingston_and_richmond),
    ("A year of their meetings, invented", build_kingston_and_richmond_year),
    ("The adolescent oversight board and its draft terms", build_adolescent_board),
    ("Boards of some other boroughs, invented", build_boroughs),
)


def build_world(*, on: date, at: datetime, say: Callable[[str], None]) -> list[SignIn]:
    """All records, six people, papers in the tray and the rules run once. Returns who can sign in."""
    for what, step in STEPS:
        say(what)
        step(by=None)
    partnership = Partnership.objects.get(slug=HOME)
    group, subgroup = _group_and_subgroup(partnership)
    second, region = Partnership.objects.get(slug=SECOND), Partnership.objects.get(slug=REGION)
    sign_ins = build_people(partnership=partnership, second=second, region=region, board=group, by=None)
    tellers = Tellers(on=on, manager=sign_ins[0].user, chair=sign_ins[1].user, overseer=sign_ins[4].user)
    for what, tell in STORIES:
        say(what)
        with transaction.atomic():
            tell(tellers)
    say("Papers into the tray")
    bring_papers(partnership, _cast(partnership, group, subgroup), at, sign_ins[0])
    say("The rules, over every partnership")
    for each in Partnership.objects.all():
        check(partnership=each, on=on, at=at, by=None)
    return sign_ins


def _group_and_subgroup(partnership: Partnership) -> tuple[Board, Board]:
    """The two boards that the sample papers are about: the largest, and the largest subgroup."""
    boards = Board.objects.filter(partnership=partnership, ended_on__isnull=True)
    sized = sorted(boards, key=lambda b: -len(_members(b)))
    group = next(b for b in sized if b.kind != BoardKind.SUBGROUP)
    return group, next(b for b in sized if b.kind == BoardKind.SUBGROUP)


def _members(board: Board) -> list[Attendee]:
    """Those in the board's seats, chairs first."""
    rows = Membership.objects.filter(seat__board=board, ended_on__isnull=True, kind=MembershipKind.MEMBER)
    rows = rows.select_related("person", "seat__organisation", "post").order_by("seat__order", "id")
    people = [
        Attendee(m.person.name, m.post.title if m.post else m.seat.title, str(m.seat.organisation or "")) for m in rows
    ]
    chairs = {m.person.name for m in rows if m.seat.capacity in (Capacity.CHAIR, Capacity.CO_CHAIR)}
    return sorted(people, key=lambda attendee: attendee.name not in chairs)


def _cast(partnership: Partnership, group: Board, subgroup: Board) -> Cast:
    return Cast(
        partnership=partnership.name,
        short_name="KRSCP",
        group=group.name,
        subgroup=subgroup.name,
        group_members=tuple(_members(group)[:10]),
        subgroup_members=tuple(_members(subgroup)[:8]),
    )


def bring_papers(partnership: Partnership, cast: Cast, at: datetime, by: SignIn) -> int:
    """Drops the sample papers into the tray as a person would; they wait there for a worker to read them."""
    if Paper.objects.filter(partnership=partnership).exists():
        return 0
    papers = all_papers(cast)
    for sample in papers:
        sha256, size = keep([sample.data])
        receive_paper(partnership=partnership, file_name=sample.name, sha256=sha256, size=size, by=by.user, at=at)
    return len(papers)
