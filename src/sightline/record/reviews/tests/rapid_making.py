"""Incidents and rapid reviews as tests need them, made by commands."""

from datetime import date, timedelta

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.workdays import add_working_days
from sightline.partnership.directory.commands import record_organisation, state_standing
from sightline.partnership.directory.domain import Standing
from sightline.partnership.directory.models import Organisation
from sightline.record.reviews import commands
from sightline.record.reviews.domain.incidents import Category
from sightline.record.reviews.models import Incident, RapidReview

AWARE = date(2026, 6, 1)
NOTIFIED = date(2026, 6, 3)


def working_days_ago(today: date, number: int) -> date:
    """The working day after which `today` is the `number`th, also when today is none itself."""
    return add_working_days(add_working_days(today + timedelta(days=1), -1), -number)


def make_body(partnership: Partnership, name: str = "Ashvale Council") -> Organisation:
    return record_organisation(partnership=partnership, name=name, by=None)


def make_partners(partnership: Partnership, *names: str) -> list[Organisation]:
    """Bodies that are safeguarding partners here, whatever the day."""
    bodies = [make_body(partnership, name) for name in names or ("Ashvale Council", "Ashvale Police")]
    for body in bodies:
        state_standing(partnership=partnership, organisation=body, standing=Standing.SAFEGUARDING_PARTNER, by=None)
    return bodies


def make_incident(partnership: Partnership, reference: str = "SI 2026-01", **values: object) -> Incident:
    known = {"category": Category.SERIOUS_HARM, "aware_on": AWARE, "by": None}
    return commands.log_incident(partnership=partnership, reference=reference, **(known | values))


def make_rapid(partnership: Partnership, reference: str = "RR 2026-01", **values: object) -> RapidReview:
    incident = values.pop("incident", None) or make_incident(
        partnership, f"Incident of {reference}", notified_on=NOTIFIED
    )
    known = {"on": NOTIFIED, "by": None}
    return commands.open_rapid_review(
        partnership=partnership, reference=reference, incident=incident, **(known | values)
    )


def decide(rapid: RapidReview, on: date = date(2026, 6, 18), **values: object) -> RapidReview:
    known = {"does_practice_review": False, "reasons": "The learning is clear already.", "by": None}
    return commands.decide_rapid_review(rapid=rapid, on=on, **(known | values))
