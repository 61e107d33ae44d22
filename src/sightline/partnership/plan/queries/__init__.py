"""What is asked of plans."""

from collections.abc import Collection, Iterator
from datetime import date

from sightline.kernel.due import Due

from .comparison import ByTheme, Spoken, by_theme
from .plans import (
    PlanFacts,
    PlanRow,
    due_plans,
    format_for,
    format_in,
    formats_ever,
    formats_on,
    is_used,
    key_of,
    last_review,
    plan_facts,
    plan_in,
    plan_rows,
    plan_state,
    plans_against,
    reviews_of,
    versions_of,
    waiver_of,
)
from .priorities import (
    PriorityFacts,
    PriorityLine,
    carried_on_by,
    due_objectives,
    is_open_on,
    is_past_due,
    lines_of,
    objective_in,
    priorities_ever,
    priorities_of,
    priority_facts,
    priority_in,
)
from .running import running_on
from .vocabulary import (
    ThemeRow,
    current_wordings,
    earlier_wordings,
    region_for,
    theme_in,
    theme_rows,
    themes_for,
    whole_vocabulary,
    words_for,
    words_of,
)


def due_things(partnerships: Collection[int], on: date) -> Iterator[Due]:
    """What plans wait for: objectives with a date, plans to be reviewed or sent in again. Five queries at most."""
    yield from due_objectives(partnerships, on)
    yield from due_plans(partnerships, on)


__all__ = [
    "ByTheme",
    "PlanFacts",
    "PlanRow",
    "PriorityFacts",
    "PriorityLine",
    "Spoken",
    "ThemeRow",
    "by_theme",
    "carried_on_by",
    "current_wordings",
    "due_objectives",
    "due_plans",
    "due_things",
    "earlier_wordings",
    "format_for",
    "format_in",
    "formats_ever",
    "formats_on",
    "is_open_on",
    "is_past_due",
    "is_used",
    "key_of",
    "last_review",
    "lines_of",
    "objective_in",
    "plan_facts",
    "plan_in",
    "plan_rows",
    "plan_state",
    "plans_against",
    "priorities_ever",
    "priorities_of",
    "priority_facts",
    "priority_in",
    "region_for",
    "reviews_of",
    "running_on",
    "theme_in",
    "theme_rows",
    "themes_for",
    "versions_of",
    "waiver_of",
    "whole_vocabulary",
    "words_for",
    "words_of",
]
