"""What reviews of every kind wait for, and from whom."""

from collections.abc import Iterable, Iterator
from datetime import date

from sightline.kernel.due import Due

from . import publication, rapid_due


def due_things(partnership_ids: Iterable[int], on: date) -> Iterator[Due]:
    """Incidents and rapid reviews first, then publication, its notice and update reports of practice reviews."""
    ids = list(partnership_ids)
    yield from rapid_due.due_things(ids, on)
    yield from publication.due_things(ids, on)
