"""Questions about recommendations. What a person sees starts at `visible_to(viewer)` or at the register in scope."""

from .alike import Compared, compared, forget_compared, said_of, sameness_of
from .dues import due_things
from .issued import answers_for_others, issued_by, issued_in, may_be_issued_to, of_partnerships, states_for
from .register import (
    asked_on,
    in_register,
    reach_of_register,
    recommendation_in,
    recommendations_of,
    stands_in,
    state_on,
    states_of,
    texts_of,
    unanswered,
    visible_to,
)
from .themes import themes_in_words
from .withheld import open_to_others

__all__ = [
    "Compared",
    "answers_for_others",
    "asked_on",
    "compared",
    "due_things",
    "forget_compared",
    "in_register",
    "issued_by",
    "issued_in",
    "may_be_issued_to",
    "of_partnerships",
    "open_to_others",
    "reach_of_register",
    "recommendation_in",
    "recommendations_of",
    "said_of",
    "sameness_of",
    "stands_in",
    "state_on",
    "states_for",
    "states_of",
    "texts_of",
    "themes_in_words",
    "unanswered",
    "visible_to",
]
