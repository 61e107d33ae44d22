"""Verbs of the arrangements as a whole: areas covered, what they became, who holds which responsibility."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.domain.dates import overlap
from sightline.partnership.directory.models import Area, Organisation, Post
from sightline.partnership.governance.domain import Part, PartnershipSuccession
from sightline.partnership.governance.models import Board, CoveredArea, Responsibility, ResponsibilityHeld, Successor


@deed
def cover_area(
    *,
    partnership: Partnership,
    area: Area,
    by: User | None,
    started_on: date | None = None,
    ended_on: date | None = None,
    source: str = "",
    is_verified: bool = True,
) -> CoveredArea:
    for row in CoveredArea.objects.filter(partnership=partnership, area=area):
        if overlap((row.started_on, row.ended_on), (started_on, ended_on)):
            raise Refused(f"The partnership already covers {area} at that time.", "area")
    return kept(
        CoveredArea(
            partnership=partnership,
            area=area,
            started_on=started_on,
            ended_on=ended_on,
            source=source,
            is_verified=is_verified,
        )
    )


@deed
def stop_covering_area(*, covered: CoveredArea, on: date, by: User | None) -> CoveredArea:
    covered.ended_on = on
    return kept(covered)


@deed
def record_successor(
    *,
    predecessor: Partnership,
    successor: Partnership,
    kind: PartnershipSuccession,
    on: date,
    by: User | None,
    source: str = "",
) -> Successor:
    """The arrangements of one partnership becoming another's."""
    if predecessor.pk == successor.pk:
        raise Refused("A partnership cannot succeed itself. Choose the one that came after.", "successor")
    return kept(Successor(predecessor=predecessor, successor=successor, kind=kind, on=on, source=source))


@deed
def state_responsibility(
    *, title: str, by: User | None, partnership: Partnership | None = None, detail: str = "", source: str = ""
) -> Responsibility:
    """A line of the responsibilities matrix; without `partnership` one that every partnership has."""
    title = " ".join(title.split())
    if Responsibility.objects.filter(partnership=partnership, title__iexact=title).exists():
        raise Refused(f"{title} is already in the matrix. Say who holds it there.", "title")
    return kept(Responsibility(partnership=partnership, title=title, detail=detail, source=source))


@deed
def hold_responsibility(
    *,
    responsibility: Responsibility,
    partnership: Partnership,
    part: Part,
    by: User | None,
    organisation: Organisation | None = None,
    board: Board | None = None,
    post: Post | None = None,
    started_on: date | None = None,
    ended_on: date | None = None,
    source: str = "",
) -> ResponsibilityHeld:
    """Says who leads, contributes or oversees: one organisation, one board or one post. Two leaders may be said: it shows."""
    holders = [holder for holder in (organisation, board, post) if holder is not None]
    if len(holders) != 1:
        raise Refused("Choose one organisation, one board or one post.", "organisation")
    if holders[0].partnership_id not in (None, partnership.pk):
        raise Refused("That belongs to another partnership. Choose one of your own.")
    same = responsibility.held.filter(partnership=partnership, organisation=organisation, board=board, post=post)
    for row in same:
        if overlap((row.started_on, row.ended_on), (started_on, ended_on)):
            raise Refused(f"{holders[0]} already has a part in this at that time. End that first.")
    return kept(
        ResponsibilityHeld(
            responsibility=responsibility,
            partnership=partnership,
            part=part,
            organisation=organisation,
            board=board,
            post=post,
            started_on=started_on,
            ended_on=ended_on,
            source=source,
        )
    )


@deed
def end_responsibility_held(*, held: ResponsibilityHeld, on: date, by: User | None) -> ResponsibilityHeld:
    held.ended_on = on
    return kept(held)
