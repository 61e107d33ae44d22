"""Those who were asked have not been told what came of it, and the day that was set for that is past.

Why it matters: People who are told what came of their words go on speaking.
Authority: The day that the partnership set itself; telling people what came of it is good practice.
How it closes: It is recorded when and how they were told, also where nothing could change.
Example: Those asked in "Feeling safe at school" were to be told by 1 May 2026, 20 days ago.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import about_voice, days
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "learning.voiceactivity"


def find(facts: Facts) -> Iterator[Found]:
    for voice in facts.learning.voice:
        due = voice.feedback_due_on
        if due and due < facts.on and not voice.fed_back_on:
            yield about_voice(
                voice,
                f"{voice.title}: those who were asked were to be told what came of it by {day(due)}, "
                f"{days((facts.on - due).days)} ago.",
            )
