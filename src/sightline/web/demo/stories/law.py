"""Which changes of law and guidance were taken in, by whom, and which nobody has spoken of yet."""

from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed
from sightline.partnership.law.commands.changes import acknowledge
from sightline.partnership.law.models import Acknowledgement, Edition

from ..making import partnership_called
from .telling import HOME, SECOND, Tellers

# partnership, instrument and edition, day, what was done, the agency whose word it is (none: the partnership's)
TAKEN_IN = (
    (HOME, "working-together", "Working Together 2023", date(2024, 2, 6),
     "Roles of the lead partners written into the arrangements; all chairs briefed.", ""),
    (HOME, "working-together", "Working Together 2026", date(2026, 4, 21),
     "The senior group went through the changes; the arrangements are under revision until January.", ""),
    (HOME, "working-together", "Working Together 2026", date(2026, 5, 12),
     "Briefing for all team managers; procedures carry a note.", "Achieving for Children"),
    (HOME, "panel-guidance", "Panel guidance for safeguarding partners 2025", date(2025, 7, 15),
     "The plan of the fifteen days was compared with it, step by step.", ""),
    (SECOND, "working-together", "Working Together 2026", date(2026, 4, 14),
     "The executive agreed who leads on each change.", ""),
    ("barnet", "working-together", "Working Together 2026", date(2026, 5, 6), "Briefed at the executive.", ""),
    ("camden", "keeping-children-safe-in-education", "Keeping Children Safe in Education 2026", date(2026, 9, 10),
     "Sent to all schools with one page on what is new.", ""),
)  # fmt: skip


def tell_law(tellers: Tellers) -> None:
    if not Acknowledgement.objects.filter(partnership__slug=HOME).exists():
        build_acknowledgements(is_home=True, by=tellers.manager)
        build_acknowledgements(is_home=False, by=None)


@deed
def build_acknowledgements(*, is_home: bool, by: User | None) -> None:
    for slug, instrument, label, on, what, agency in TAKEN_IN:
        if (slug == HOME) is not is_home:
            continue
        acknowledge(
            partnership=partnership_called(slug),
            edition=Edition.objects.get(instrument__slug=instrument, label=label),
            what_was_done=what,
            on=on,
            agency=agency,
            by=by,
        )
