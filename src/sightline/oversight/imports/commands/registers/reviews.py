"""Reviews, what they found, and serious incidents: by reference, with nothing of a child."""

from typing import Any

from sightline.foundation.accounts.models import Partnership, User
from sightline.oversight.imports.domain.sheets import Column, Kind, Sheet
from sightline.record.reviews.commands import log_incident, record_finding, record_review
from sightline.record.reviews.domain import REVIEW_LABELS, ReviewKind
from sightline.record.reviews.domain.incidents import CATEGORY_LABELS, Category
from sightline.record.reviews.models import Finding, Incident, Review

from .shape import Register, Values, choice, day, names

REVIEWS = Register(
    Sheet(
        "reviews",
        "Reviews",
        (
            Column("reference", "Reference", needed=True, hint="Enter a reference, such as SCR 2014-02; never a name."),
            choice("kind", "Kind", REVIEW_LABELS, needed=True),
            Column("title", "Title"),
            day("started_on", "Began on"),
            day("completed_on", "Completed on"),
            day("published_on", "Published on"),
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
            names("themes", "Themes", "Of the common vocabulary, parted by semicolons"),
            names("agencies", "Agencies", "Organisations, parted by semicolons"),
        ),
        "One row for each finding.",
    ),
    lambda p, v: Finding.objects.filter(review=v["review"], text=v["text"]).exists(),
    lambda p, v, by: record_finding(by=by, **v),
    {"review": "review", "themes": "theme", "agencies": "organisation"},
)


def _log(partnership: Partnership, v: Values, by: User | None) -> Incident:
    given: dict[str, Any] = {**v, "category": Category(v["category"]), "is_month_only": bool(v["is_month_only"])}
    return log_incident(partnership=partnership, by=by, **given)


INCIDENTS = Register(
    Sheet(
        "incidents",
        "Serious incidents",
        (
            Column("reference", "Reference", needed=True, hint="Enter a reference of your own; nothing of the child."),
            choice("category", "Category", CATEGORY_LABELS, needed=True),
            day("occurred_on", "Happened on"),
            Column("is_month_only", "Only the month is known", Kind.YES_NO),
            day("aware_on", "Became aware on"),
            day("notified_on", "Notified on"),
            Column("lead_authority", "Local authority", hint="An organisation"),
            names("concerned", "Agencies concerned", "Organisations, parted by semicolons"),
            Column("criteria", "On the criteria", hint="Why it was or was not notified; nothing of the child"),
            Column("decided_by", "Decided by", hint="A post"),
        ),
        "One row for each serious incident: its reference and its days, with nothing of a child.",
    ),
    lambda p, v: Incident.objects.filter(partnership=p, reference=" ".join(v["reference"].split())).exists(),
    _log,
    {"lead_authority": "organisation", "concerned": "organisation", "decided_by": "post"},
)
