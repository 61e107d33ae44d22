"""Papers for tests: dropped in and read as the product does it."""

from datetime import UTC, datetime

from sightline.foundation.library.store import keep
from sightline.oversight.intake.commands import receive_paper
from sightline.oversight.intake.models import Paper
from sightline.oversight.intake.tasks import read_paper

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
    read_paper.call(paper.pk)
    paper.refresh_from_db()
    return paper


def drop_and_read(partnership, *args, **kwargs) -> Paper:
    return read(drop(partnership, *args, **kwargs))
