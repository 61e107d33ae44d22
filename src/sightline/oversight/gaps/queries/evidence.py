"""Reads the facts that rules judge: a constant number of questions a partnership, however long its record."""

from datetime import date

from sightline.foundation.accounts.models import Partnership

from ..domain.facts import Facts
from ..domain.facts_promises import Promises
from . import arrangements, between, boards, chain, learning, papers, plans, promises, shown


def facts_of(partnership: Partnership, on: date, board_id: int | None = None) -> Facts:
    """All facts on a day; with `board_id` only what bears on that board."""
    if board_id is not None:
        return Facts(on, arrangements.nothing(partnership), boards=boards.board_facts(partnership, on, board_id))
    reach = chain.reach_on(partnership, on)
    return Facts(
        on=on,
        partnership=arrangements.partnership_facts(partnership, on),
        boards=boards.board_facts(partnership, on),
        actions=promises.action_facts(partnership, on, reach.action),
        recommendations=promises.recommendation_facts(partnership, on, reach),
        documents=papers.document_facts(partnership, on),
        learning=learning.learning_facts(partnership, on),
        promises=_promises(partnership, on, reach),
    )


def _promises(partnership: Partnership, on: date, reach: chain.Reach) -> Promises:
    priorities = chain.priority_facts(partnership, on, reach)
    asked = plans.plan_facts(partnership, on)
    return Promises(
        priorities=priorities,
        plans=asked,
        has_plans=plans.is_register_used(asked),
        progress=chain.progress_facts(partnership, priorities, on),
        evidence=shown.evidence_facts(partnership, on),
        repeated=shown.repeated_facts(partnership, on),
        challenges=between.challenge_facts(partnership, on),
        has_own_stages=between.has_own_stages(partnership, on),
        referrals=between.referral_facts(partnership, on),
        changes=between.change_facts(partnership, on),
    )
