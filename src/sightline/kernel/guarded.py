"""Words that a person types may not tell of a child: a governance record has no place for it."""

from sightline_reader.typed import child_details_in

from .verdict import Refused

WHAT_TO_DO = "Sightline keeps governance only. Take it out, or use the reference of the review."


def child_details(text: str) -> str:
    """Why a typed text is refused, in plain words; "" when nothing in it looks like a child's details."""
    seen = child_details_in(text)
    if not seen:
        return ""
    return f"This looks like it tells of a child: {' '.join(seen)} {WHAT_TO_DO}"


def refuse_child_details(**texts: str) -> None:
    """Refuses the first of the named texts that looks like it tells of a child; the name is the field at fault."""
    for field, text in texts.items():
        if reason := child_details(text or ""):
            raise Refused(reason, field)
