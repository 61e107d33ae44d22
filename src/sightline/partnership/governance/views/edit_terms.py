"""Forms that draft and approve terms of reference."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.partnership.directory.domain import Sector
from sightline.partnership.directory.domain.dates import day_after
from sightline.partnership.directory.views.answering import answer

from .. import commands, forms, queries
from ..commands import QuorumOf
from ..models import Board, Terms
from .boards import board_or_404
from .edit_boards import board_address


@opens_with(Deed.KEEP_BOARDS)
def draft(request: HttpRequest, board: int) -> HttpResponse:
    """The draft there is, or the next version beginning as a copy of the one before."""
    found = board_or_404(request, board)
    current = queries.draft_of(found)
    versions = queries.terms_versions(found)
    start = current or (versions[0] if versions else None)
    initial = forms.terms_initial(start) if start else {}
    if current is None:
        initial.pop("review_on", None)  # the review of the version before is not the next one's
    form = forms.TermsForm(request.POST or None, initial=initial)
    return answer(
        request,
        form,
        lambda data: _save(found, current, data, request),
        title="Change the draft" if current else "Draft terms of reference",
        button="Save the draft",
        back=board_address(request, board, "terms"),
        saved="The draft is saved. Approve it when the board has agreed it.",
        caption=found.name,
    )


def _save(board: Board, current: Terms | None, data: dict[str, Any], request: HttpRequest) -> Terms:
    sectors = data.pop("quorum_sectors")
    parts = [QuorumOf(sector=Sector(sector)) for sector in sectors] + _for_one_body(current)
    if current is None:
        return commands.draft_terms(board=board, quorum_parts=parts, by=request.user, **data)
    return commands.revise_draft(terms=current, quorum_parts=parts, by=request.user, **data)


def _for_one_body(current: Terms | None) -> list[QuorumOf]:
    """Parts of a quorum that name one organisation are not asked by the form; they stay as they were."""
    if current is None:
        return []
    parts = current.quorum_parts.all()
    return [QuorumOf(part.minimum, None, part.organisation) for part in parts if part.organisation]


@opens_with(Deed.KEEP_BOARDS)
def approve(request: HttpRequest, board: int) -> HttpResponse:
    found = board_or_404(request, board)
    current = queries.draft_of(found)
    if current is None:
        raise Http404
    form = forms.ApproveForm(request.POST or None, initial={"on": request.today, "review_on": current.review_on})
    return answer(
        request,
        form,
        lambda data: commands.approve_terms(terms=current, by=request.user, **data),
        title=f"Approve version {current.version}",
        button="Approve",
        back=board_address(request, board, "terms"),
        saved=f"Version {current.version} is approved.",
        caption=found.name,
        text="Approved terms never change. The version in force before ends on the day this one begins.",
    )


@opens_with(Deed.KEEP_BOARDS)
def end(request: HttpRequest, board: int) -> HttpResponse:
    """A board may go on without terms; the next version ends these by itself."""
    found = board_or_404(request, board)
    current = queries.terms_in_force(found, request.today)
    if current is None or current.ended_on is not None:
        raise Http404
    return answer(
        request,
        forms.EndForm(request.POST or None),
        lambda data: commands.end_terms(terms=current, on=day_after(data["last_day"]), by=request.user),
        title=f"End version {current.version}",
        button="End these terms",
        back=board_address(request, board, "terms"),
        saved="The terms have an end.",
        caption=found.name,
        text="The board goes on without terms in force until the next version is approved.",
        warning=True,
    )
