"""What pages ask of reviews."""

# Practice reviews: publication, findings.
from .publication import FindingFact, PracticeFact, finding_facts, practice_facts

# Serious incidents and rapid reviews.
from .rapid_facts import IncidentFact, RapidFact, incident_facts, rapid_facts

# Both together: what the reminders ask.
from .waiting import due_things

__all__ = [
    "FindingFact",
    "IncidentFact",
    "PracticeFact",
    "RapidFact",
    "due_things",
    "finding_facts",
    "incident_facts",
    "practice_facts",
    "rapid_facts",
]
