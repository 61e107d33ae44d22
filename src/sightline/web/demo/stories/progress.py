"""Six-monthly reviews of progress: one closed at a meeting, one closed by itself, and one that is open."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.oversight.progress.commands import close_review, open_review, resolve, say_of
from sightline.oversight.progress.domain import Moved
from sightline.oversight.progress.models import ProgressReview
from sightline.record.meetings.models import Meeting

from ..making import partnership_called
from .telling import HOME, Tellers, priority_of

# priority, how it moved, why
AUTUMN_2025 = (
    (
        "kr-neglect-24",
        Moved.FORWARD,
        "The tool is used in four of five first responses; a year ago it was one in three.",
    ),
    ("kr-outside-24", Moved.FORWARD, "The register of places is kept, and young people say that it shows."),
    ("kr-babies-24", Moved.STILL, "One of three services was still changing its record in October."),
    ("kr-mind-24", Moved.BACK, "Two named workers left and were not replaced before the end of the school year."),
)
SPRING_2026 = (
    ("kr-neglect-26", Moved.FORWARD, "Carried on with a new aim: that families themselves say that life is better."),
    (
        "kr-outside-26",
        Moved.FORWARD,
        "The survey of the winter shows more young people who feel safe at the riverside.",
    ),
    ("kr-mind-26", Moved.STILL, "The money for six posts was not found. The new aim is word within six weeks."),
    ("kr-abuse-26", Moved.UNKNOWN, "New this April; nothing was measured before."),
)
AUTUMN_2026 = (
    ("kr-neglect-26", Moved.STILL, "The spring audit is late, so nobody can say whether practice changed."),
    ("kr-outside-26", Moved.FORWARD, "Return conversations in time rose to 72 in 100."),
)


def tell_progress(tellers: Tellers) -> None:
    partnership = partnership_called(HOME)
    if not ProgressReview.objects.filter(partnership=partnership).exists():
        build_progress(partnership=partnership, by=tellers.manager)


@deed
def build_progress(*, partnership: Partnership, by: User | None) -> None:
    at = Meeting.objects.get(partnership=partnership, board__short_name="SLG", held_on=date(2025, 10, 14))
    first = open_review(partnership=partnership, on=at.held_on, since=date(2025, 4, 15), meeting=at, by=by)
    _say(first, AUTUMN_2025, by)
    resolve(
        review=first,
        text="Health to bring a plan for the named workers in schools to the January meeting.",
        priority=priority_of("kr-mind-24"),
        by=by,
    )
    close_review(review=first, on=at.held_on, summary="Two priorities moved; one stood still and one fell back.", by=by)
    second = open_review(partnership=partnership, on=date(2026, 4, 28), by=by)
    _say(second, SPRING_2026, by)
    resolve(
        review=second,
        text="One measure for each priority that a family or a young person would recognise.",
        by=by,
    )
    resolve(
        review=second,
        text="Police to say by October how sixty reports describe the day of the children at home.",
        priority=priority_of("kr-abuse-26"),
        by=by,
    )
    close_review(review=second, on=date(2026, 5, 5), summary="The first review of the new period.", by=by)
    third = open_review(partnership=partnership, on=date(2026, 11, 17), by=by)
    _say(third, AUTUMN_2026, by)


def _say(review: ProgressReview, words: tuple[tuple[str, Moved, str], ...], by: User | None) -> None:
    for key, moved, why in words:
        say_of(review=review, priority=priority_of(key), moved=moved, why=why, by=by)
