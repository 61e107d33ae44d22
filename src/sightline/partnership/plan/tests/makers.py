"""Small invented priorities and plans, made by the room's commands."""

from datetime import date
from typing import Any

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan import commands
from sightline.partnership.plan.models import Objective, PlanFormat, Priority, Theme


def make_theme(label: str = "River safety", *words: str, **kwargs: Any) -> Theme:
    code = label.lower().replace(" ", "-")
    return commands.record_theme(**{"code": code, "label": label, "words": words, "edition": "1", "by": None} | kwargs)


def make_priority(partnership: Partnership, title: str = "Safer journeys", **kwargs: Any) -> Priority:
    return commands.set_priority(
        **{"partnership": partnership, "title": title, "started_on": date(2024, 4, 1), "by": None} | kwargs
    )


def make_objective(priority: Priority, text: str = "Every school has a plan", **kwargs: Any) -> Objective:
    return commands.set_objective(priority=priority, text=text, by=None, **kwargs)


def make_format(title: str = "Lantern plan", **kwargs: Any) -> PlanFormat:
    sections = (
        commands.Asked("Governance", "Who leads"),
        commands.Asked("Actions"),
        commands.Asked("Local extras", is_required=False),
    )
    return commands.record_format(**{"title": title, "sections": sections, "by": None} | kwargs)
