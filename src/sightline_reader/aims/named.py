"""Priorities behind the word, "Priority 2: …", with the outcome that stands under them."""

import re
from collections.abc import Iterator

from sightline_reader.aims.entries import COUNT_WORDS, MOST_WORDS, Priority
from sightline_reader.passages import Passage

_NAMED = re.compile(
    rf"^\W*(?:Strategic\s+|Key\s+|STRATEGIC\s+)?(?:Priority|PRIORITY|Aim|AIM)(?:\s+(?:[Aa]rea"
    rf"|AREA))?\s+(?P<number>\d{{1,2}}[a-z]?|(?i:{COUNT_WORDS}))\b\s*[:.–—-]?\s*(?P<title>\S.*)$"
)
_OUTCOME = re.compile(r"^\W*(?:Desired\s+|Intended\s+)?Outcomes?\s*:\s*(?P<text>\S.*)$")


def named(flow: list[Passage]) -> Iterator[Priority]:
    for at, passage in enumerate(flow):
        match = _NAMED.match(passage.text)
        if (
            not match
            or len(match["title"].split()) > MOST_WORDS
            or re.match(r"(?:is|was|and|has|are|will|to)\b", match["title"])
        ):
            continue
        outcome = next((m["text"] for p in flow[at + 1 : at + 3] if (m := _OUTCOME.match(p.text))), None)
        span = passage.span(match.start("title"), len(passage.text))
        yield Priority(match["number"], match["title"].strip(" *"), None, *span, 0.9, outcome)
