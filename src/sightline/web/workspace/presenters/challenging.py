"""Meetings and challenges lie side by side: from a meeting and its decisions to a challenge, and back, is said here."""

from sightline.kernel.references import Reference
from sightline.record.challenges.presenters.about import raise_href
from sightline.record.meetings.models import Decision, Meeting
from sightline.record.meetings.presenters.words import meeting_href, meeting_title

KIND = "meetings.decision"
CHALLENGE_DECISION = "Challenge this"
CHALLENGE_MEETING = "Challenge a partner’s attendance or part in this meeting"


def of_decision(slug: str, decision: Decision) -> str:
    """None for a decision on a restricted item: everyone reads the log of challenges."""
    if decision.agenda_item is not None and decision.agenda_item.is_restricted:
        return ""
    return raise_href(slug, Reference(KIND, decision.pk), f"Decision {decision.number}: {decision.text}")


def of_meeting(slug: str, meeting: Meeting) -> str:
    label = f"{meeting.board.name}: {meeting_title(meeting)}" if meeting.title else meeting_title(meeting)
    return raise_href(slug, Reference("meetings.meeting", meeting.pk), label)


def address_of_decision(reference: Reference, slug: str) -> str:
    """A decision is shown on the page of its meeting; one query."""
    if reference.kind != KIND:
        return ""
    meeting = Decision.objects.filter(pk=reference.id).values_list("meeting_id", flat=True).first()
    return f"{meeting_href(slug, meeting)}#decisions" if meeting else ""
