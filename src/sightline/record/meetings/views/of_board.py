"""The meetings of one board, as a tab of its page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.partnership.governance.views.boards import board_context, board_or_404

from .. import queries
from ..presenters.of_board import meetings_of_board_table


@opens_with(Deed.READ)
def meetings_of_board(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    meetings = queries.visible_to(request.viewer).filter(board=found).select_related("board")
    if request.as_at != request.today:
        meetings = meetings.filter(held_on__lte=request.as_at)
    table = meetings_of_board_table(list(meetings), request.scope.slug, request.today, request.path)
    shown = board_context(request, found, "meetings:of_board") | {
        "table": table,
        "plan_href": f"{reverse('meetings:plan', args=[request.scope.slug])}?board={board}",
        "may_plan": request.viewer.may(Deed.RUN_MEETINGS, request.scope.pk) and request.as_at == request.today,
    }
    return table_download(request, table) or render(request, "meetings/of_board.html", shown)
