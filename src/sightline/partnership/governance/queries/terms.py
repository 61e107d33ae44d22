"""Terms of reference by version and as in force on a day."""

from collections.abc import Iterable
from datetime import date

from sightline.partnership.directory.queries import running_on
from sightline.partnership.governance.domain import TermsState
from sightline.partnership.governance.models import Board, Terms


def terms_in_force(board: Board, on: date) -> Terms | None:
    return terms_in_force_of_boards([board.pk], on).get(board.pk)


def terms_in_force_of_boards(boards: Iterable[int], on: date) -> dict[int, Terms]:
    """Approved terms in force on a day by board id, quorum parts fetched; two queries."""
    rows = Terms.objects.filter(running_on(on), board__in=list(boards), state=TermsState.APPROVED)
    return {t.board_id: t for t in rows.order_by("version").prefetch_related("quorum_parts__organisation")}


def terms_versions(board: Board) -> list[Terms]:
    """Every version, the newest first, drafts too."""
    return list(board.terms.order_by("-version").prefetch_related("quorum_parts__organisation"))


def draft_of(board: Board) -> Terms | None:
    return board.terms.filter(state=TermsState.DRAFT).prefetch_related("quorum_parts__organisation").first()
