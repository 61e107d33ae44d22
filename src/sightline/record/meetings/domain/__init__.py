"""Words of meetings and the states of minutes."""

from enum import StrEnum

from sightline.partnership.governance.domain import NOT_DECIDING, Capacity


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
    Status.ABSENT: "Absent",
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


MINUTES_STATE_LABELS = {
    MinutesState.DRAFT: "Draft",
    MinutesState.APPROVED: "Approved",
    MinutesState.PUBLISHED: "Published",
}
MEETING_STATE_LABELS = {
    MeetingState.PLANNED: "Planned",
    MeetingState.HELD: "Held",
    MeetingState.CANCELLED: "Cancelled",
}
# What one key on the day stands for.
STATUS_KEYS = {
    "P": Status.PRESENT,
    "A": Status.APOLOGIES,
    "X": Status.ABSENT,
    "D": Status.DEPUTY,
    "G": Status.GUEST,
    "U": Status.UNKNOWN,
}
# A board whose terms name no standing items starts from these.
USUAL_ITEMS = (
    "Welcome, apologies and declarations of interest",
    "Minutes of the last meeting and matters arising",
    "Actions",
    "Any other business",
    "Date of the next meeting",
)

# Capacities of seats whose member speaks for the agency. Advisers, observers and the secretariat are "in attendance".
COUNTED_CAPACITIES = frozenset(Capacity) - NOT_DECIDING
