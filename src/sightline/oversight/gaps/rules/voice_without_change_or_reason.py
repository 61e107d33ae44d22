"""People were asked more than three months ago; nothing is recorded as changed, and they were not told why nothing could.

Why it matters: Being asked and then hearing nothing teaches people not to answer.
Authority: Yearly reports must say how the feedback of children and families was sought and used (Working Together 2018).
    Three months are Sightline's convention.
How it closes: What changed is recorded, or that those who were asked were told why nothing could.
Example: Young people were asked on 2 March 2026; nothing is recorded as changed and nobody was told why.
"""

from collections.abc import Iterator

from ..domain import Severity
from ..domain.about import day
from ..domain.about_reviews import QUARTER, about_voice
from ..domain.facts import Facts
from ..domain.found import Found

SEVERITY = Severity.OWN_RULES
SUBJECT = "learning.voiceactivity"


def find(facts: Facts) -> Iterator[Found]:
    for voice in facts.learning.voice:
        if not voice.changes and not voice.fed_back_on and facts.on - voice.held_on > QUARTER:
            yield about_voice(
                voice,
                f"{voice.title}: they were asked on {day(voice.held_on)}, nothing is recorded as changed, and nobody was "
                "told why.",
            )
