"""Words of serious incidents."""

from datetime import date
from enum import StrEnum


class Category(StrEnum):
    """What happened, as the national data count it; nothing of the child. Stored codes never change."""

    DEATH = "death"
    SERIOUS_HARM = "serious_harm"
    OTHER = "other"


CATEGORY_LABELS = {
    Category.DEATH: "Death",
    Category.SERIOUS_HARM: "Serious harm",
    Category.OTHER: "Other",
}


class IncidentState(StrEnum):
    LOGGED = "logged"
    NOTIFIED = "notified"
    NOT_NOTIFIED = "not_notified"
    WITHDRAWN = "withdrawn"


INCIDENT_STATE_LABELS = {
    IncidentState.LOGGED: "To be decided",
    IncidentState.NOTIFIED: "Notified",
    IncidentState.NOT_NOTIFIED: "Not notified",
    IncidentState.WITHDRAWN: "Withdrawn",
}
# What an incident may be closed as, without a notification or after one that was not needed.
ENDINGS = (IncidentState.NOT_NOTIFIED, IncidentState.WITHDRAWN)


def incident_state(notified_on: date | None, ended_on: date | None, ended_as: str, on: date) -> IncidentState:
    """The state on a day: what had not happened by then had not happened."""
    if ended_on is not None and ended_on <= on:
        return IncidentState(ended_as)
    if notified_on is not None and notified_on <= on:
        return IncidentState.NOTIFIED
    return IncidentState.LOGGED
