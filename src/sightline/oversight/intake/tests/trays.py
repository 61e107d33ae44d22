"""Papers for tests: dropped in and read as the product does it."""

from datetime import UTC, datetime

from sightline.foundation.library.store import keep
from sightline.oversight.intake.commands import begin_reading, finish_reading, receive_paper
from sightline.oversight.intake.models import Paper
from sightline.oversight.intake.tasks import read_now
from sightline_reader.model import Candidate, Document, Page, Reading

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

MINUTES = """Ashvale Safeguarding Children Partnership
Executive Board

Minutes of the meeting held on 14 January 2026 at 10:00am
Venue: Committee Room 2, Ashvale Civic Centre

Present:
Rowan Tilley - Director of Children's Services, Ashvale Council (Chair)
Imogen Sparrow - Designated Nurse, Westmark Integrated Care Board
Chief Inspector Dale Mercer - Westmark Police

Apologies:
Priya Lockwood - Head of Service, Probation Service

1. Welcome and apologies
The chair welcomed members.

2. Neglect strategy
The Board agreed to adopt the neglect strategy for three years.
ACTION: Imogen Sparrow to circulate the final strategy to all agencies by 28 February 2026.

Date of next meeting: 15 April 2026
"""


def drop(partnership, text=MINUTES, name="executive minutes.txt", by=None, at=NOW) -> Paper:
    data = text if isinstance(text, bytes) else text.encode()
    sha256, size = keep([data])
    return receive_paper(partnership=partnership, file_name=name, sha256=sha256, size=size, by=by, at=at)


def read(paper: Paper) -> Paper:
    read_now(paper.pk)
    paper.refresh_from_db()
    return paper


def drop_and_read(partnership, *args, **kwargs) -> Paper:
    return read(drop(partnership, *args, **kwargs))


def read_as(partnership, text, *finds, kind="minutes", name="paper.txt", version="1", paper=None, faults=()) -> Paper:
    """A paper as a reader gives it that makes these finds: (kind, words in the text, fields)."""
    candidates = []
    for of, words, fields in finds:
        start = text.index(words)
        candidates.append(Candidate(of, fields, start, start + len(words), 0.9, "test", page=1))
    document = Document(name, "text/plain", text, (Page(1, 0, len(text)),))
    reading = Reading(document, kind, tuple(candidates), tuple(faults), version)
    paper = paper or drop(partnership, text, name)
    taken = begin_reading(paper_id=paper.pk, at=NOW)
    return finish_reading(paper=taken, reading=reading, at=NOW)


def minutes_of_executive(partnership, **more) -> Paper:
    """Minutes with a meeting, three attendances, a decision and an action, all undecided."""
    return read_as(
        partnership,
        MINUTES,
        (
            "meeting",
            "14 January 2026",
            {"date": "2026-01-14", "body": "Executive Board", "time": "10:00am", "venue": "Room 2"},
        ),
        ("attendance", "Rowan Tilley", _came("Rowan Tilley", "Director of Children's Services", "Ashvale Council")),
        ("attendance", "Imogen Sparrow", _came("Imogen Sparrow", "Designated Nurse", "Westmark Integrated Care Board")),
        ("attendance", "Priya Lockwood", _came("Priya Lockwood", "Head of Service", "Probation Service", "apologies")),
        ("decisions", "The Board agreed to adopt the neglect strategy", {"text": "Adopt the neglect strategy"}),
        (
            "actions",
            "Imogen Sparrow to circulate the final strategy to all agencies",
            {"what": "Circulate the final strategy to all agencies", "who": "Imogen Sparrow", "by_when": "28 February"},
        ),
        ("next_meeting", "15 April 2026", {"date": "2026-04-15"}),
        ("initiatives", "neglect strategy for three years", {"name": "Neglect"}),
        **more,
    )


def _came(person, post, organisation, status="present"):
    return {"person": person, "initials": None, "post": post, "organisation": organisation, "status": status}


def proposal(paper, kind, words=""):
    return paper.proposals.get(kind=kind, words__contains=words)
