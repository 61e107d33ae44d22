"""What partnerships share of their learning with a region: as many queries however many partnerships."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from sightline.foundation.accounts.domain import Topic, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import partnerships_overseen_by
from sightline.record.evidence.domain import Grade

from ..domain.issues import Reach, Stage, reach_of
from ..domain.practice import highest
from ..models import Briefing, IssueTo, PracticeExample, VoiceActivity
from .issues import reach_by_briefing, stage_of
from .practice import grades_of


@dataclass(frozen=True, slots=True)
class Side:
    """One partnership of the region; what it does not share is not counted."""

    partnership: Partnership
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """Activities of asking people: how many led to a change that is recorded, and of how many people were told."""

    activities: int = 0
    with_change: int = 0
    told: int = 0
    last_on: date | None = None

    @property
    def without_change(self) -> int:
        return self.activities - self.with_change


@dataclass(frozen=True, slots=True)
class Graded:
    """A practice example with its themes and how far its evidence reaches; `is_evidenced` without a grade: not graded."""

    example: PracticeExample
    themes: tuple[str, ...]
    grade: Grade | None
    is_evidenced: bool


def sides_of(viewer: Viewer) -> list[Side]:
    shared = viewer.shares(Topic.LEARNING)
    return [Side(one, one.pk in shared) for one in partnerships_overseen_by(viewer).order_by("short_name")]


def shared_ids(sides: Collection[Side]) -> list[int]:
    return [side.partnership.pk for side in sides if side.is_shared]


def issued_by(partnerships: Collection[int], day: date) -> list[tuple[Briefing, Reach]]:
    """Every briefing issued by a day, the newest first, with where the agencies stand; two queries."""
    rows = Briefing.objects.filter(partnership__in=partnerships, issued_on__lte=day).select_related("partnership")
    found = list(rows.order_by("-issued_on", "title"))
    reach = reach_by_briefing([one.pk for one in found], day)
    return [(one, reach.get(one.pk, reach_of([]))) for one in found]


def reach_by_partnership(partnerships: Collection[int], day: date) -> dict[int, Reach]:
    stages: dict[int, list[Stage]] = defaultdict(list)
    rows = IssueTo.objects.filter(briefing__partnership__in=partnerships, sent_on__lte=day).select_related("briefing")
    for issue in rows:
        stages[issue.briefing.partnership_id].append(stage_of(issue, day))
    return {pk: reach_of(found) for pk, found in stages.items()}


def graded_examples(partnerships: Collection[int], day: date) -> list[Graded]:
    """Examples in the library on a day; a few queries."""
    kept = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day)
    rows = PracticeExample.objects.filter(kept, partnership__in=partnerships, recorded_on__lte=day)
    found = list(rows.select_related("partnership").prefetch_related("themes__theme"))
    grades = grades_of([one.pk for one in found], day)
    return [
        Graded(
            one,
            tuple(sorted(str(link.theme) for link in one.themes.all())),
            highest(grades.get(one.pk, [])),
            one.pk in grades,
        )
        for one in found
    ]


def asked_by_partnership(partnerships: Collection[int], day: date) -> dict[int, Asked]:
    """One query."""
    changed = Count("changes", filter=Q(changes__on__lte=day), distinct=True)
    rows = VoiceActivity.objects.filter(partnership__in=partnerships, held_on__lte=day).annotate(number=changed)
    found: dict[int, Asked] = {}
    columns = ("partnership_id", "held_on", "fed_back_on", "number")
    for place, held_on, told_on, number in rows.order_by().values_list(*columns):
        held = found.get(place, Asked())
        found[place] = Asked(
            held.activities + 1,
            held.with_change + bool(number),
            held.told + bool(told_on and told_on <= day),
            max(held.last_on or held_on, held_on),
        )
    return found
