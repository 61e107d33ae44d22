"""One recommendation as it is put together."""

import re
from dataclasses import dataclass, field

from sightline_reader.passages import Passage

LEAST_WORDS = 4
"""Fewer words recommend nothing."""

WEAK = 0.6
"""How sure a paragraph without mark or number is; where others have numbers it is not taken at all."""

NAMED = re.compile(
    r"(?P<word>\bRECOMMENDATION|\bRecommendation)(?:\s+(?:No\.?\s*)?(?P<number>\d{1,3}(?:\.\d{1,2})?[a-z]?"
    r"|[A-Z](?=\s*[:.–-])))?\s*(?P<stop>[:–—]|-\s|\.\s|$)\s*"
)


@dataclass(slots=True)
class Entry:
    """One recommendation as it is put together. `end` moves on while its list runs."""

    number: str | None
    text: str
    start: int
    end: int
    urgency: str | None = None
    paragraph: str | None = None
    confidence: float = 0.8
    extra: dict[str, str] = field(default_factory=dict)


def take_list(flow: list[Passage], at: int, entry: Entry) -> None:
    """Adds the list that a recommendation opens: it stops in mid-sentence or with a colon, and entries follow."""
    if re.search(r"[.!?]['”’\")]*$", entry.text):
        return
    for passage in flow[at + 1 :]:
        if not (passage.mark and (not passage.number.isdigit())) or NAMED.match(passage.text):
            return
        mark = f"{passage.mark.strip()} " if passage.number else "- "
        entry.text = f"{entry.text} {mark}{passage.text}"
        entry.end = passage.end
