"""Tables of learning."""

from .briefings import (
    Briefing,
    BriefingFinding,
    BriefingPart,
    BriefingRecommendation,
    BriefingSector,
    BriefingTheme,
)
from .issues import Chase, Copy, IssueTo, Subscriber
from .practice import ExampleTheme, PracticeExample
from .tracks import Track, TrackStep
from .voice import VoiceActivity, VoiceChange, VoicePriority, VoiceStatement, VoiceTheme

__all__ = [
    "Briefing",
    "BriefingFinding",
    "BriefingPart",
    "BriefingRecommendation",
    "BriefingSector",
    "BriefingTheme",
    "Chase",
    "Copy",
    "ExampleTheme",
    "IssueTo",
    "PracticeExample",
    "Subscriber",
    "Track",
    "TrackStep",
    "VoiceActivity",
    "VoiceChange",
    "VoicePriority",
    "VoiceStatement",
    "VoiceTheme",
]
