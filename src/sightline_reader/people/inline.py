"""Lists of people inside one long line: `… Present: Ann Lee (Chair), Bob Poe (Acme) Apologies: Cat Fox 1. Welcome …`."""

import re

from sightline_reader.people.entries import entries_in
from sightline_reader.people.entry import Entry
from sightline_reader.people.labels import APOLOGIES, PRESENT

LEAST_PEOPLE = 3
_LABEL = re.compile(
    r"(?<![\w’'])(?:(?P<apologies>(?:Apologies|APOLOGIES)(?: for [Aa]bsence)?(?: received)?(?: from)?\s*[:–-](?=\s*(?:[A-Z]|none|nil|no ))"
    r"|Apologies for [Aa]bsence(?=\s[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?:[–-]|\()))"
    r"|(?:(?:Members?|Officers?|Councillors|Also|Board|Panel|Others?|Those) )?"
    r"(?:[Pp]resent(?: [Mm]embers)?|PRESENT|[Aa]ttending|[Aa]ttendees|ATTENDEES|[Ii]n [Aa]ttendance|IN ATTENDANCE)\s*:"
    r"|Also in attendance(?= [A-Z]))\s*(?=[A-Z(]|n)"
)
_ENDS = re.compile(
    r"\s\d{1,3}\.?\s+[A-Z]|\s\d{1,3}\.\d{1,2}\s|\s[A-Z][A-Za-z]{1,4}/[\w/-]*\d|\sItem \d|\((?:Note|NB)\b|\bNote:"
    r"|\bApolog(?:y|ies) for [Aa]bsence\b|\bApologies (?:were|had|have)\b|\b(?:Minutes|Welcome|Declarations?|Agenda|Introductions?)\b"
)


def inline_lists(text: str, start: int, end: int) -> list[tuple[str, Entry]]:
    """Everyone behind the labels of the line, with the standing that the label gives; nothing if they are too few."""
    labels = list(_LABEL.finditer(text, start, end))
    found: list[tuple[str, Entry]] = []
    for n, label in enumerate(labels):
        limit = labels[n + 1].start() if n + 1 < len(labels) else end
        stop = _ENDS.search(text, label.end(), limit)
        entries = entries_in(text, label.end(), stop.start() if stop else limit)
        found += [(APOLOGIES if label["apologies"] else PRESENT, entry) for entry in entries]
    return found if len(found) >= LEAST_PEOPLE else []
