"""The stories of the demonstration: what was promised, what was done, what it changed, and what was learned. All invented.

Each is told once, by those who keep the record; telling it again changes nothing.
"""

from collections.abc import Callable

from .challenges import tell_challenges
from .priorities import tell_priorities
from .progress import tell_progress
from .promised import tell_promised
from .telling import Tellers

STORIES: tuple[tuple[str, Callable[[Tellers], None]], ...] = (
    ("Priorities of three periods, here and in other boroughs", tell_priorities),
    ("Actions that serve them, and what shows it", tell_promised),
    ("Six-monthly reviews of progress", tell_progress),
    ("Challenges between partners, items sent to other boards", tell_challenges),
)

__all__ = ["STORIES", "Tellers"]
