"""Checks that several verbs share."""

from datetime import date

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.verdict import Refused


def same_partnership(partnership: Partnership, **things: object) -> None:
    """Refuses the first thing that belongs to another partnership; shared public bodies belong to all."""
    for field, thing in things.items():
        if thing is not None and getattr(thing, "partnership_id", None) not in (None, partnership.pk):
            raise Refused(f"{thing} belongs to another partnership. Choose from this one.", field)


def needed(**texts: str) -> None:
    for field, text in texts.items():
        if not text.strip():
            raise Refused("Enter some words here.", field)


def not_before(day: date, earliest: date | None, what: str, field: str = "on") -> None:
    if earliest is not None and day < earliest:
        raise Refused(f"{what} on {earliest:%-d %B %Y}. Enter that day or a later one.", field)
