"""Words of meetings and the states of minutes."""

from enum import StrEnum


class MeetingState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Status(StrEnum):
    """Attendance of one seat at one meeting. Unknown is never shown as absent."""

    PRESENT = "present"
    DEPUTY = "deputy"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    GUEST = "guest"
    UNKNOWN = "unknown"


STATUS_LABELS = {
    Status.PRESENT: "Present",
    Status.DEPUTY: "Deputy attended",
    Status.APOLOGIES: "Apologies",
    Status.ABSENT: "Absent, no apologies",
    Status.GUEST: "Guest",
    Status.UNKNOWN: "Not known",
}


class MinutesState(StrEnum):
    DRAFT = "draft"
    APPROVED = "approved"
    PUBLISHED = "published"


class LinkKind(StrEnum):
    RAISED = "raised"
    CARRIED = "carried"
    CLOSED = "closed"
