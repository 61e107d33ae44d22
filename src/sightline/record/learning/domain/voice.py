"""Who was asked and how; and when a number could tell who they are."""

from datetime import date
from enum import StrEnum

SMALL_GROUP = 5
"""A group smaller than this could be recognised by what it said. Our convention, as in suppression of small counts."""
FEWER = f"Fewer than {SMALL_GROUP}"
TOO_FEW = (
    f"Fewer than {SMALL_GROUP} people were asked. Their words could tell who said them. "
    "Record the theme and what changed instead of what they said."
)


class Group(StrEnum):
    CHILDREN = "children"
    YOUNG_PEOPLE = "young_people"
    IN_CARE = "in_care"
    PARENTS = "parents"
    COMMUNITY = "community"
    PRACTITIONERS = "practitioners"


GROUP_LABELS = {
    Group.CHILDREN: "Children",
    Group.YOUNG_PEOPLE: "Young people",
    Group.IN_CARE: "Children in care and care leavers",
    Group.PARENTS: "Parents and families",
    Group.COMMUNITY: "Communities",
    Group.PRACTITIONERS: "Practitioners",
}


class Method(StrEnum):
    SURVEY = "survey"
    GROUP_TALK = "group_talk"
    INTERVIEWS = "interviews"
    WORKSHOP = "workshop"
    COUNCIL = "council"
    FEEDBACK = "feedback"
    OTHER = "other"


METHOD_LABELS = {
    Method.SURVEY: "Survey",
    Method.GROUP_TALK: "Group discussion",
    Method.INTERVIEWS: "Interviews",
    Method.WORKSHOP: "Workshop or event",
    Method.COUNCIL: "Youth council or forum",
    Method.FEEDBACK: "Feedback and complaints",
    Method.OTHER: "Another way",
}


def is_small(how_many: int | None) -> bool:
    return how_many is not None and 0 < how_many < SMALL_GROUP


def shown_number(how_many: int | None) -> str:
    """What pages and exports say of a number; "" when it is not known."""
    if how_many is None:
        return ""
    return FEWER if is_small(how_many) else f"{how_many:,}"


def reporting_year(day: date) -> str:
    """The yearly report's year, from 1 April to 31 March (dossier §1.5)."""
    start = day.year if (day.month, day.day) >= (4, 1) else day.year - 1
    return f"{start} to {start + 1}"
