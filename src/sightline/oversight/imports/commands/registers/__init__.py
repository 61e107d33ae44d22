"""The registers that a sheet can fill, in the order in which an empty record is best filled."""

from .challenges import CHALLENGES
from .directory import ORGANISATIONS, POSTS
from .learning import EXAMPLES, RECEIPTS, VOICE
from .plans import OBJECTIVES, PLANS, PRIORITIES
from .promises import ACTIONS, EVIDENCE, RECOMMENDATIONS
from .reviews import FINDINGS, INCIDENTS, REVIEWS
from .shape import Register

REGISTERS: dict[str, Register] = {
    one.sheet.code: one
    for one in (
        ORGANISATIONS,
        POSTS,
        PRIORITIES,
        OBJECTIVES,
        PLANS,
        ACTIONS,
        EVIDENCE,
        RECOMMENDATIONS,
        REVIEWS,
        FINDINGS,
        INCIDENTS,
        CHALLENGES,
        EXAMPLES,
        VOICE,
        RECEIPTS,
    )
}

__all__ = ["REGISTERS", "Register"]
