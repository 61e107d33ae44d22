"""The stories of the demonstration: what was promised, what was done, what it changed, and what was learned. All invented.

Each is told once, by those who keep the record; telling it again changes nothing.
"""

from collections.abc import Callable

from .challenges import tell_challenges
from .incidents import tell_incidents
from .law import tell_law
from .learning import tell_learning
from .priorities import tell_priorities
from .progress import tell_progress
from .promised import tell_promised
from .recommendations import tell_recommendations
from .reminders import tell_reminders
from .required_plans import tell_required_plans
from .reviews import tell_reviews
from .telling import Tellers

STORIES: tuple[tuple[str, Callable[[Tellers], None]], ...] = (
    ("Priorities of three periods, here and in other boroughs", tell_priorities),
    ("Actions that serve them, and what shows it", tell_promised),
    ("Six-monthly reviews of progress", tell_progress),
    ("Challenges between partners, items sent to other boards", tell_challenges),
    ("Recommendations and their answers, here and across the region", tell_recommendations),
    ("Serious incidents and rapid reviews", tell_incidents),
    ("Practice reviews and what they found", tell_reviews),
    ("Briefings, examples and voices", tell_learning),
    ("Required plans", tell_required_plans),
    ("Changes of law that were taken in", tell_law),
    ("Who is reminded", tell_reminders),
)

__all__ = ["STORIES", "Tellers"]
