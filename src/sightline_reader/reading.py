"""Reads an opened document: every kind of candidate, in the order of the text."""

from collections.abc import Callable

from sightline_reader import VERSION
from sightline_reader.classify import kind_of
from sightline_reader.faults import faults_of
from sightline_reader.guard import hold_for
from sightline_reader.kinds import (
    actions,
    agency_attendance,
    attendance,
    board_structure,
    decisions,
    document_date,
    findings,
    funding,
    indicators,
    initiatives,
    learning,
    legislation,
    listed_documents,
    meeting,
    membership_posts,
    next_meeting,
    organisations,
    planned_meetings,
    policy_dates,
    priorities,
    recommendations,
    review_cases,
)
from sightline_reader.layout import View
from sightline_reader.model import Candidate, Document, Reading, Unreadable

KINDS: tuple[Callable[[View], list[Candidate]], ...] = (
    actions.find,
    attendance.find,
    agency_attendance.find,
    decisions.find,
    meeting.find,
    document_date.find,
    policy_dates.find,
    board_structure.find,
    membership_posts.find,
    priorities.find,
    recommendations.find,
    findings.find,
    learning.find,
    review_cases.find,
    next_meeting.find,
    planned_meetings.find,
    indicators.find,
    funding.find,
    legislation.find,
    organisations.find,
    listed_documents.find,
    initiatives.find,
)
"""The readers, one for each kind of record. A reader sees the layout only, never another reader's finds."""

TOO_DEEP = (
    "The same words stand in this file so many times that it cannot be read. Take the repeats out and drop it in again."
)


def read(document: Document) -> Reading:
    """All that the document seems to hold; nothing of it when it holds records about single children.

    Raises Unreadable for a text that no reader gets to the end of.
    """
    if hold := hold_for(document):
        return Reading(None, "", (), (), VERSION, hold)
    try:
        return _found_in(document)
    except RecursionError as problem:
        raise Unreadable("too-deep", TOO_DEEP) from problem


def _found_in(document: Document) -> Reading:
    view = View(document)
    found = [candidate for find in KINDS for candidate in find(view)]
    found.sort(key=lambda candidate: (candidate.start, candidate.kind))
    kind = kind_of(view)
    return Reading(document, kind, tuple(found), tuple(faults_of(view, kind, found)), VERSION)
