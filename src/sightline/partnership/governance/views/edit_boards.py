"""Forms that create, correct, rename and end boards, and draw lines between them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.partnership.directory.domain.dates import day_after
from sightline.partnership.directory.views.answering import answer

from .. import commands, forms
from ..models import Board, Line
from .boards import board_or_404


def board_address(request: HttpRequest, pk: int, page: str = "board") -> str:
    return reverse(f"governance:{page}", args=[request.scope.slug, pk])


@opens_with(Deed.KEEP_BOARDS)
def create(request: HttpRequest) -> HttpResponse:
    form = forms.BoardForm(request.POST or None, partnership=request.scope, on=request.today)
    return answer(
        request,
        form,
        lambda data: commands.create_board(partnership=request.scope, by=request.user, **data),
        title="Add a board",
        button="Add the board",
        back=reverse("governance:boards", args=[request.scope.slug]),
        saved="The board is added. Add its seats next.",
        to=lambda board: board_address(request, board.pk),
    )


@opens_with(Deed.KEEP_BOARDS)
def correct(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    names = ("name", "short_name", "kind", "theme", "started_on", "source")
    initial = {name: getattr(found, name) for name in names} | {"area": found.area_id or ""}
    form = forms.BoardForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    return answer(
        request,
        form,
        lambda data: commands.correct_board(board=found, by=request.user, **data),
        title="Correct this board",
        button="Save",
        back=board_address(request, board),
        saved="The board is corrected.",
        caption=found.name,
        text="To give it a new name from a day on, rename it instead: the old name is then kept for its time.",
    )


@opens_with(Deed.KEEP_BOARDS)
def rename(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    form = forms.RenameForm(request.POST or None)
    return answer(
        request,
        form,
        lambda data: commands.rename_board(board=found, by=request.user, **data),
        title="Rename this board",
        button="Rename",
        back=board_address(request, board),
        saved="The board is renamed. Pages of earlier dates keep the former name.",
        caption=found.name,
    )


@opens_with(Deed.KEEP_BOARDS)
def also(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    form = forms.AlsoForm(request.POST or None)
    return answer(
        request,
        form,
        lambda data: commands.name_board_also(board=found, by=request.user, **data),
        title="Add another name of this board",
        button="Add the name",
        back=board_address(request, board),
        saved="The name is added. Papers that use it will find this board.",
        caption=found.name,
    )


@opens_with(Deed.KEEP_BOARDS)
def end(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    form = forms.EndForm(request.POST or None)
    return answer(
        request,
        form,
        lambda data: commands.end_board(board=found, on=day_after(data["last_day"]), by=request.user),
        title="End this board",
        button="End the board",
        back=board_address(request, board),
        saved="The board has an end. It stays to be seen at earlier dates.",
        caption=found.name,
        text="Its lines, seats and memberships end on the same day. Nothing is removed.",
        warning=True,
    )


@opens_with(Deed.KEEP_BOARDS)
def draw(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    form = forms.LineForm(request.POST or None, partnership=request.scope, on=request.today)
    return answer(
        request,
        form,
        lambda data: commands.draw_line(board=found, by=request.user, **data),
        title="Add a line from this board",
        button="Add the line",
        back=board_address(request, board, "lines"),
        saved="The line is added.",
        caption=found.name,
        text="A board is accountable to, or reports to, the one above it. A link has no direction.",
    )


@opens_with(Deed.KEEP_BOARDS)
def end_a_line(request: HttpRequest, line: int) -> HttpResponse:
    lines = Line.objects.filter(board__partnership=request.scope, ended_on__isnull=True)
    found = get_object_or_404(lines.select_related("board", "to_board"), pk=line)
    form = forms.EndForm(request.POST or None)
    return answer(
        request,
        form,
        lambda data: commands.end_line(line=found, on=day_after(data["last_day"]), by=request.user),
        title="End this line",
        button="End the line",
        back=board_address(request, found.board_id, "lines"),
        saved="The line has an end.",
        caption=_line_words(found.board, found.to_board),
        warning=True,
    )


def _line_words(board: Board, to_board: Board) -> str:
    return f"{board.name} to {to_board.name}"
