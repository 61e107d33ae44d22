"""Priorities, their objectives, and the plans that are asked for."""

from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.oversight.imports.domain.sheets import Column, Sheet
from sightline.partnership.plan.commands import set_objective, set_priority, submit_plan
from sightline.partnership.plan.models import Objective, Plan, PlanFormat, Priority
from sightline.partnership.plan.queries import versions_of

from .shape import Amiss, Register, Values, day, names


def _set_priority(partnership: Partnership, v: Values, by: User | None) -> Priority:
    before = v["continues"]
    if before and before.started_on and v["started_on"] and before.started_on >= v["started_on"]:
        what = f"“{before}” began on {before.started_on:%-d %B %Y}, not before this one."
        raise Amiss("continues", what, "Name the priority of an earlier period, or leave the cell empty.")
    return set_priority(partnership=partnership, by=by, **v)


PRIORITIES = Register(
    Sheet(
        "priorities",
        "Priorities",
        (
            Column("number", "Number"),
            Column("title", "Priority", needed=True, hint="Enter the priority in the partnership’s own words."),
            Column("outcome", "Outcome for children"),
            Column("pledge", "Pledge"),
            Column("board", "Board", hint="The board that leads on it"),
            day("started_on", "From"),
            day("ended_on", "Until", hint="The first day on which it no longer holds"),
            Column("continues", "Carries on", hint="The title of the earlier priority; it may stand in a row above"),
            names("themes", "Themes", "Of the common vocabulary, parted by semicolons"),
        ),
        "One row for each priority of a period, the earliest period first.",
    ),
    lambda p, v: Priority.objects.filter(partnership=p, title=v["title"], started_on=v["started_on"]).exists(),
    _set_priority,
    {"themes": "theme", "board": "board", "continues": "priority"},
    makes="priority",
)

OBJECTIVES = Register(
    Sheet(
        "objectives",
        "Objectives",
        (
            Column("priority", "Priority", needed=True, hint="Enter the title or number of the priority."),
            Column("number", "Number"),
            Column("text", "Objective", needed=True, hint="Say what is to be reached."),
            Column("measure", "Seen by"),
            Column("lead", "Led by", hint="An organisation"),
            day("started_on", "From"),
            day("due_on", "Due on"),
        ),
        "One row for each objective of a priority that the record has.",
    ),
    lambda p, v: Objective.objects.filter(priority=v["priority"], text=v["text"]).exists(),
    lambda p, v, by: set_objective(by=by, **v),
    {"priority": "priority", "lead": "organisation"},
)


def _submit(partnership: Partnership, v: Values, by: User | None) -> Plan:
    given: dict[str, Any] = {name: v[name] for name in ("title", "adopted_on", "review_on", "expires_on", "board")}
    return submit_plan(
        partnership=partnership,
        format=_version_on(v),
        on=v["submitted_on"],
        owner_post=v["owner"],
        link=v["link"],
        by=by,
        **given,
    )


def _version_on(v: Values) -> PlanFormat:
    """The version of the format that was in use when the plan was submitted; else the one that is named."""
    on = v["submitted_on"]
    for version in versions_of(v["format"]):
        if (version.started_on is None or version.started_on <= on) and (
            version.ended_on is None or version.ended_on > on
        ):
            return version
    return v["format"]


PLANS = Register(
    Sheet(
        "plans",
        "Required plans",
        (
            Column("format", "Plan", needed=True, hint="Enter which plan it is, as under Required plans."),
            Column("title", "Title", hint="Where the partnership gave it a title of its own"),
            day("submitted_on", "Submitted on", needed=True, hint="Enter the day on which it was sent in."),
            day("adopted_on", "Adopted on"),
            day("review_on", "To be reviewed on", hint="Left empty, the interval of the format is counted"),
            day("expires_on", "Runs until"),
            Column("owner", "Owner", hint="A post"),
            Column("board", "Board"),
            Column("link", "Link", hint="An address that begins with https://"),
        ),
        "One row for each submission of a plan that is asked for, the earliest first.",
    ),
    lambda p, v: Plan.objects.filter(
        partnership=p,
        format__code=v["format"].code,
        format__region=v["format"].region_id,
        submitted_on=v["submitted_on"],
    ).exists(),
    _submit,
    {"format": "format", "owner": "post", "board": "board"},
)
