"""A fault at the place of a find."""

from sightline_reader.ledgers import Entry
from sightline_reader.model import Candidate, Fault


def at(code: str, message: str, place: Candidate | Entry, page: int | None) -> Fault:
    return Fault(code, message, place.start, place.end, page)
