"""Three stories for each rule: it finds, it stays silent, and there is not enough to say."""

from dataclasses import dataclass
from datetime import date, timedelta

from sightline.oversight.gaps.domain.facts import (
    BoardFacts,
    Facts,
    Mark,
    MeetingFacts,
    Occupant,
    PartnershipFacts,
    SeatFacts,
    TermsFacts,
)

TODAY = date(2026, 11, 20)
POLICE, TRUST, COUNCIL = 1, 2, 3


@dataclass(frozen=True)
class Cases:
    """`says` is a part of the sentence that the finding must hold."""

    finds: Facts
    says: str
    silent: Facts
    unsure: Facts


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def facts(**parts) -> Facts:
    partnership = parts.pop("partnership", PartnershipFacts(1, "Ashvale Safeguarding Children Partnership"))
    return Facts(TODAY, partnership, **parts)


def terms(**parts) -> TermsFacts:
    usual = {
        "id": 5,
        "version": 2,
        "is_approved": True,
        "started_on": date(2024, 1, 1),
        "meetings_per_year": 4,
        "quorum_minimum": 3,
    }
    return TermsFacts(**usual | parts)


def seat(pk: int = 7, organisation: int | None = TRUST, **parts) -> SeatFacts:
    names = {
        POLICE: ("Ashvale Police", "police"),
        TRUST: ("Ashvale Trust", "health"),
        COUNCIL: ("Ashvale Council", "local_authority"),
    }
    name, sector = names.get(organisation, ("", ""))
    usual = {
        "id": pk,
        "title": "Member",
        "capacity": "member",
        "organisation_id": organisation,
        "organisation": name,
        "sector": sector,
    }
    return SeatFacts(**usual | parts)


def sitting(pk: int = 9, **parts) -> Occupant:
    return Occupant(
        **{"person_id": pk, "name": "Ines Marlowe", "is_deputy": False, "started_on": date(2025, 1, 1)} | parts
    )


def mark(status: str, organisation: int | None = TRUST, seat_id: int | None = 7, **parts) -> Mark:
    sectors = {POLICE: "police", TRUST: "health", COUNCIL: "local_authority", None: ""}
    usual = {
        "status": status,
        "organisation_id": organisation,
        "seat_id": seat_id,
        "sector": sectors[organisation],
        "person": "Ines Marlowe",
        "has_post": True,
        "has_organisation": True,
    }
    return Mark(**usual | parts)


def meeting(ago: int, *marks: Mark, **parts) -> MeetingFacts:
    usual = {
        "id": 100 + ago,
        "held_on": days_ago(ago),
        "state": "held",
        "marks": marks,
        "minutes_state": "approved",
        "decisions": 1,
    }
    return MeetingFacts(**usual | parts)


def board(*meetings: MeetingFacts, **parts) -> BoardFacts:
    usual = {
        "id": 4,
        "name": "Ashvale Board",
        "kind": "board",
        "started_on": date(2020, 1, 1),
        "terms": terms(),
        "meetings": meetings,
        "lines_up": 1,
    }
    return BoardFacts(**usual | parts)


def boards(*all_boards: BoardFacts) -> Facts:
    return facts(boards=all_boards)
