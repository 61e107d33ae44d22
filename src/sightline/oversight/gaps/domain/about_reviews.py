"""How findings name incidents, reviews and learning. Those about incidents and unpublished reviews are restricted."""

from datetime import timedelta

from sightline.kernel.references import Reference

from .facts_reviews import BriefingFacts, FindingFacts, IncidentFacts, NamedFacts, RapidFacts, ReviewFacts, VoiceFacts
from .found import Found, Shown

YEAR = timedelta(days=365)
QUARTER = timedelta(days=91)


def about_incident(incident: IncidentFacts, summary: str) -> Found:
    label = f"Serious incident {incident.reference}"
    return Found(Reference("reviews.incident", incident.id), label, summary, is_restricted=True)


def about_rapid(rapid: RapidFacts, summary: str, shown: tuple[Shown, ...] = ()) -> Found:
    label = f"Rapid review {rapid.reference}"
    return Found(Reference("reviews.rapidreview", rapid.id), label, summary, shown, is_restricted=True)


def about_review(review: ReviewFacts, summary: str, shown: tuple[Shown, ...] = ()) -> Found:
    reference = Reference("reviews.review", review.id)
    return Found(reference, f"Review {review.reference}", summary, shown, is_restricted=review.is_restricted)


def shown_finding(finding: FindingFacts) -> Shown:
    return Shown(f"{finding.number}: {finding.text}" if finding.number else finding.text)


def about_briefing(briefing: BriefingFacts | NamedFacts, summary: str) -> Found:
    name = briefing.title if isinstance(briefing, BriefingFacts) else briefing.name
    return Found(Reference("learning.briefing", briefing.id), name, summary)


def about_named(kind: str, named: NamedFacts, summary: str) -> Found:
    return Found(Reference(kind, named.id), named.name, summary)


def about_voice(voice: VoiceFacts, summary: str) -> Found:
    return Found(Reference("learning.voiceactivity", voice.id), voice.title, summary)


def working_days(number: int) -> str:
    return "1 working day" if number == 1 else f"{number} working days"


def days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def listed(names: tuple[str, ...]) -> str:
    """Such as "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def of_those(number: int, whole: int, noun: str) -> str:
    """Such as "2 of 5 findings", or "The only finding"."""
    if whole == 1:
        return f"The only {noun}"
    return f"All {whole} {noun}s" if number == whole else f"{number} of {whole} {noun}s"
