"""What pages ask of reviews."""

# Serious incidents and rapid reviews.
from .rapid_due import due_things
from .rapid_facts import IncidentFact, RapidFact, incident_facts, rapid_facts

__all__ = [
    "IncidentFact",
    "RapidFact",
    "due_things",
    "incident_facts",
    "rapid_facts",
]
