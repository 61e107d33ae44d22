"""The registers that a sheet can fill: their columns, what they have already, and the command that adds a row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.partnership.directory.models import Organisation
from sightline.partnership.plan.commands import set_objective, set_priority
from sightline.partnership.plan.models import Objective, Priority
from sightline.record.actions.commands import Owner, raise_action, serve
from sightline.record.actions.domain import STATUS_LABELS, Status
from sightline.record.actions.models import Action
from sightline.record.recommendations.commands import record_recommendation
from sightline.record.recommendations.models import Recommendation
from sightline.record.reviews.commands import record_finding, record_review
from sightline.record.reviews.domain import REVIEW_LABELS, ReviewKind
from sightline.record.reviews.models import Finding, Review

from ..domain.sheets import Column, Kind, Sheet

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Register:
    """`named` says which columns name things of the record, and of what kind (see resolving.Names)."""

    sheet: Sheet
    is_known: Callable[[Partnership, Values], bool]
    add: Callable[[Partnership, Values, User | None], Any]
    named: Mapping[str, str] = field(default_factory=dict)


def _owner(thing: Any) -> Owner:
    return Owner(organisation=thing) if isinstance(thing, Organisation) else Owner(post=thing)


def _add_action(partnership: Partnership, v: Values, by: User | None) -> Action:
    action = raise_action(
        partnership=partnership,
        number=v["number"],
        what=v["what"],
        leads=[_owner(one) for one in v["owner"]],
        contributors=[_owner(one) for one in v["contributors"]],
        due_on=v["due_on"],
        raised_on=v["raised_on"],
        status=Status(v["status"] or Status.OPEN),
        closed_on=v["closed_on"],
        by=by,
    )
    if v["objective"]:
        serve(action=action, objective=v["objective"], by=by)
    return action


ACTIONS = Register(
    Sheet(
        "actions",
        "Actions",
        (
            Column("number", "Number"),
            Column("what", "Action", needed=True, hint="Say what is to be done, beginning with a verb."),
            Column("owner", "Owner", Kind.NAMES, hint="Posts or organisations, parted by semicolons"),
            Column("contributors", "Contributors", Kind.NAMES, hint="Posts or organisations, parted by semicolons"),
            Column("raised_on", "Raised on", Kind.DATE),
            Column("due_on", "Due on", Kind.DATE),
            Column(
                "status", "Status", Kind.CHOICE, choices=tuple((s.value, label) for s, label in STATUS_LABELS.items())
            ),
            Column("closed_on", "Closed on", Kind.DATE, hint="Needed for what is done or withdrawn"),
            Column("objective", "Objective", hint="The words or number of the objective that it serves"),
        ),
        "One row for each action.",
    ),
    lambda p, v: Action.objects.filter(partnership=p, what=v["what"], number=v["number"]).exists(),
    _add_action,
    {"owner": "owner", "contributors": "owner", "objective": "objective"},
)

RECOMMENDATIONS = Register(
    Sheet(
        "recommendations",
        "Recommendations",
        (
            Column("number", "Number"),
            Column("text", "Recommendation", needed=True, hint="Enter its exact words."),
            Column("source_title", "Made by", needed=True, hint="Enter the title of the review, audit or report."),
            Column("made_on", "Made on", Kind.DATE),
            Column("addressed_to", "Addressed to", Kind.NAMES, hint="Organisations, parted by semicolons"),
            Column("urgency_as_written", "How soon"),
        ),
        "One row for each recommendation, in its exact words.",
    ),
    lambda p, v: Recommendation.objects.filter(
        partnership=p, source_title=v["source_title"], number=v["number"], text=v["text"]
    ).exists(),
    lambda p, v, by: record_recommendation(partnership=p, by=by, **v),
    {"addressed_to": "organisation"},
)

PRIORITIES = Register(
    Sheet(
        "priorities",
        "Priorities",
        (
            Column("number", "Number"),
            Column("title", "Priority", needed=True, hint="Enter the priority in the partnership’s own words."),
            Column("outcome", "Outcome for children"),
            Column("pledge", "Pledge"),
            Column("started_on", "From", Kind.DATE),
            Column("ended_on", "Until", Kind.DATE, hint="The first day on which it no longer holds"),
            Column("themes", "Themes", Kind.NAMES, hint="Of the common vocabulary, parted by semicolons"),
        ),
        "One row for each priority of a period.",
    ),
    lambda p, v: Priority.objects.filter(partnership=p, title=v["title"], started_on=v["started_on"]).exists(),
    lambda p, v, by: set_priority(partnership=p, by=by, **v),
    {"themes": "theme"},
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
            Column("started_on", "From", Kind.DATE),
            Column("due_on", "Due on", Kind.DATE),
        ),
        "One row for each objective of a priority that the record has.",
    ),
    lambda p, v: Objective.objects.filter(priority=v["priority"], text=v["text"]).exists(),
    lambda p, v, by: set_objective(by=by, **v),
    {"priority": "priority", "lead": "organisation"},
)

REVIEWS = Register(
    Sheet(
        "reviews",
        "Reviews",
        (
            Column("reference", "Reference", needed=True, hint="Enter a reference, such as SCR 2014-02; never a name."),
            Column(
                "kind",
                "Kind",
                Kind.CHOICE,
                needed=True,
                choices=tuple((k.value, label) for k, label in REVIEW_LABELS.items()),
            ),
            Column("title", "Title"),
            Column("started_on", "Began on", Kind.DATE),
            Column("completed_on", "Completed on", Kind.DATE),
            Column("published_on", "Published on", Kind.DATE),
        ),
        "One row for each review of any kind and time, by its reference. Nothing about a child.",
    ),
    lambda p, v: Review.objects.filter(partnership=p, reference=v["reference"]).exists(),
    lambda p, v, by: record_review(partnership=p, by=by, **{**v, "kind": ReviewKind(v["kind"])}),
)

FINDINGS = Register(
    Sheet(
        "findings",
        "Findings of reviews",
        (
            Column("review", "Review", needed=True, hint="Enter the reference of a review that the record has."),
            Column("number", "Number"),
            Column("text", "Finding", needed=True, hint="Enter its words, about systems and practice."),
            Column("themes", "Themes", Kind.NAMES, hint="Of the common vocabulary, parted by semicolons"),
            Column("agencies", "Agencies", Kind.NAMES, hint="Organisations, parted by semicolons"),
        ),
        "One row for each finding.",
    ),
    lambda p, v: Finding.objects.filter(review=v["review"], text=v["text"]).exists(),
    lambda p, v, by: record_finding(by=by, **v),
    {"review": "review", "themes": "theme", "agencies": "organisation"},
)

REGISTERS: dict[str, Register] = {
    one.sheet.code: one for one in (PRIORITIES, OBJECTIVES, ACTIONS, RECOMMENDATIONS, REVIEWS, FINDINGS)
}
