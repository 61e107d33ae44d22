"""Reads the facts that rules judge: a constant number of questions a partnership, however long its record."""

from datetime import date

from sightline.foundation.accounts.models import Partnership

from ..domain.facts import Facts
from . import arrangements, boards, learning, papers, promises


def facts_of(partnership: Partnership, on: date, board_id: int | None = None) -> Facts:
    """All facts on a day; with `board_id` only what bears on that board."""
    if board_id is not None:
        return Facts(on, arrangements.nothing(partnership), boards=boards.board_facts(partnership, on, board_id))
    return Facts(
        on=on,
        partnership=arrangements.partnership_facts(partnership, on),
        boards=boards.board_facts(partnership, on),
        actions=promises.action_facts(partnership, on),
        recommendations=promises.recommendation_facts(partnership, on),
        documents=papers.document_facts(partnership, on),
        learning=learning.learning_facts(partnership, on),
    )
