"""How findings name what they are about, the same in every rule."""

from collections.abc import Iterator
from datetime import date

from sightline.kernel.references import Reference

from .facts import (
    ActionFacts,
    BoardFacts,
    DocumentFacts,
    Facts,
    MeetingFacts,
    RecommendationFacts,
    SeatFacts,
    TermsFacts,
)
from .found import Found, Shown


def day(on: date) -> str:
    """3 June 2026"""
    return f"{on:%-d %B %Y}"


def about_board(board: BoardFacts, summary: str, shown: tuple[Shown, ...] = ()) -> Found:
    return Found(Reference("governance.board", board.id), board.name, summary, shown, board.id)


def about_terms(board: BoardFacts, terms: TermsFacts, summary: str) -> Found:
    return Found(
        Reference("governance.terms", terms.id), f"{board.name}, version {terms.version}", summary, (), board.id
    )


def about_seat(board: BoardFacts, seat: SeatFacts, summary: str, shown: tuple[Shown, ...] = ()) -> Found:
    return Found(Reference("governance.seat", seat.id), f"{seat.title}, {board.name}", summary, shown, board.id)


def about_meeting(board: BoardFacts, meeting: MeetingFacts, summary: str, shown: tuple[Shown, ...] = ()) -> Found:
    label = f"{board.name}, {day(meeting.held_on)}"
    return Found(Reference("meetings.meeting", meeting.id), label, summary, shown, board.id)


def shown_meeting(words: str, meeting: MeetingFacts) -> Shown:
    """Such as "Missed 3 June 2026", leading to the meeting."""
    return Shown(f"{words} {day(meeting.held_on)}", Reference("meetings.meeting", meeting.id))


def shown_terms(terms: TermsFacts) -> Shown:
    return Shown(f"Terms of reference version {terms.version}", Reference("governance.terms", terms.id))


def about_action(action: ActionFacts, summary: str) -> Found:
    return Found(Reference("actions.action", action.id), short(action.what), summary)


def about_recommendation(recommendation: RecommendationFacts, summary: str) -> Found:
    number = f"{recommendation.number} of " if recommendation.number else ""
    label = f"{number}{recommendation.source_title}: {short(recommendation.text)}"
    return Found(Reference("recommendations.recommendation", recommendation.id), label, summary)


def about_document(document: DocumentFacts, summary: str, shown: tuple[Shown, ...] = ()) -> Found:
    return Found(Reference("library.document", document.id), document.title, summary, shown)


def documents_with_fault(facts: Facts, code: str) -> Iterator[Found]:
    """One finding for each document in which the reader saw this fault, however often."""
    for document in facts.documents:
        said = [fault.message for fault in document.faults if fault.code == code]
        if said:
            yield about_document(document, f"{document.title}: {said[0]}", tuple(Shown(words) for words in said))


def short(words: str, limit: int = 120) -> str:
    return words if len(words) <= limit else words[:limit].rsplit(" ", 1)[0] + " …"
