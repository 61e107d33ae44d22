"""London's partnerships, the areas they cover, their safeguarding partners by date, and what they share with the region."""

from datetime import date

from sightline.foundation.accounts.commands import choose_sharing, establish_partnership
from sightline.foundation.accounts.domain import Tier, Topic
from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed
from sightline.partnership.directory.commands import state_standing
from sightline.partnership.directory.domain import Standing
from sightline.partnership.directory.models import Area, Organisation, StandingInPartnership
from sightline.partnership.governance.commands import cover_area
from sightline.partnership.governance.models import CoveredArea
from sightline.partnership.law.queries import edition_in_force, instrument_by_slug

from .making import body_called, day, listed, table
from .reference import HEALTH_BOARDS_MERGE, HEALTH_BOARDS_START

PARTNERS = "https://sgp.trixonline.co.uk/chapter/multi-agency-safeguarding-arrangements"


@deed
def build_partnerships(*, by: User | None) -> None:
    """The regional partnership first, since the others are overseen by it."""
    rows = sorted(table("partnerships"), key=lambda row: row["tier"] != Tier.REGIONAL)
    for row in rows:
        partnership = _partnership(row, by)
        for area in Area.objects.filter(code__in=listed(row["areas"])):
            _cover(partnership, area, row, by)
        if row["tier"] == Tier.BOROUGH:
            _safeguarding_partners(partnership, listed(row["areas"]), by)
        _share(partnership, row["shares"], by)


def _partnership(row: dict[str, str], by: User | None) -> Partnership:
    tier = Tier(row["tier"])
    region = None if tier is Tier.REGIONAL else Partnership.objects.get(slug="london")
    found = Partnership.objects.filter(slug=row["slug"]).first()
    return found or establish_partnership(
        slug=row["slug"],
        name=row["name"],
        short_name=row["short_name"],
        tier=tier,
        overseen_by=region,
        started_on=day(row["started_on"]),
        source=row["source"],
        is_verified=row["is_verified"] == "yes",
        by=by,
    )


def _cover(partnership: Partnership, area: Area, row: dict[str, str], by: User | None) -> None:
    if not CoveredArea.objects.filter(partnership=partnership, area=area).exists():
        cover_area(
            partnership=partnership,
            area=area,
            started_on=partnership.started_on,
            source=row["source"],
            is_verified=row["is_verified"] == "yes",
            by=by,
        )


def _safeguarding_partners(partnership: Partnership, codes: list[str], by: User | None) -> None:
    """Each council and chief of police, and the health body of the time: group, then board, then the merged board."""
    boards = {b["short"]: b for b in table("health_boards")}
    start = partnership.started_on
    for row in table("authorities"):
        if row["gss"] not in codes:
            continue
        _standing(partnership, body_called(row["council"]), start, None, by)
        _standing(partnership, body_called(row["police"]), start, None, by)
        before, after = boards[row["health_board_to_2026_03_31"]], boards[row["health_board_from_2026_04_01"]]
        _standing(partnership, body_called(before["ccg"]), start, HEALTH_BOARDS_START, by)
        merged = HEALTH_BOARDS_MERGE if before != after else None
        _standing(partnership, body_called(before["body"]), HEALTH_BOARDS_START, merged, by)
        if merged:
            _standing(partnership, body_called(after["body"]), merged, None, by)


def _standing(
    partnership: Partnership, body: Organisation, start: date | None, end: date | None, by: User | None
) -> None:
    known = StandingInPartnership.objects.filter(
        partnership=partnership, organisation=body, standing=Standing.SAFEGUARDING_PARTNER
    )
    if known.exists():
        return
    guidance = instrument_by_slug("working-together")
    start = max(start, body.started_on) if start and body.started_on else start or body.started_on
    state_standing(
        partnership=partnership,
        organisation=body,
        standing=Standing.SAFEGUARDING_PARTNER,
        edition=edition_in_force(guidance, start) if guidance and start else None,
        started_on=start,
        ended_on=end,
        source=PARTNERS,
        by=by,
    )


def _share(partnership: Partnership, shares: str, by: User | None) -> None:
    """What each of the demonstration's partnerships lets its region see: invented, and unlike from one to another."""
    topics = list(Topic) if shares == "all" else [Topic(t) for t in listed(shares) if t != "none"]
    for topic in topics:
        if not partnership.sharing.filter(topic=topic).exists():
            choose_sharing(partnership=partnership, topic=topic, is_shared=True, by=by)
