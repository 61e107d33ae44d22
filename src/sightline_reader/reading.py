"""Reads an opened document: every kind of candidate, in the order of the text."""

from collections.abc import Callable

from sightline_reader import VERSION
from sightline_reader.guard import hold_for
from sightline_reader.kinds import (
    attendance,
    funding,
    indicators,
    meeting,
)
from sightline_reader.layout import View
from sightline_reader.model import Candidate, Document, Reading

KINDS: tuple[Callable[[View], list[Candidate]], ...] = (
    attendance.find,
    meeting.find,
    indicators.find,
    funding.find,
)
"""The readers, one for each kind of record. A reader sees the layout only, never another reader's finds."""


def read(document: Document) -> Reading:
    """All that the document seems to hold; nothing of it when it holds records about single children."""
    if hold := hold_for(document):
        return Reading(None, "", (), (), VERSION, hold)
    view = View(document)
    found = [candidate for find in KINDS for candidate in find(view)]
    found.sort(key=lambda candidate: (candidate.start, candidate.kind))
    return Reading(document, "", tuple(found), (), VERSION)
