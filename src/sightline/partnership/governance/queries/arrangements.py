"""A partnership's arrangements on a day: areas covered, safeguarding partners, what they came from and became."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain import Standing, standing_words
from sightline.partnership.directory.domain.dates import last_day_of
from sightline.partnership.directory.models import StandingInPartnership
from sightline.partnership.directory.queries import names_of
from sightline.partnership.governance.domain import SUCCESSION_LABELS, PartnershipSuccession
from sightline.partnership.governance.models import CoveredArea, Successor


@dataclass(frozen=True, slots=True)
class CoveredRow:
    id: int
    area: str
    started_on: date | None
    ended_on: date | None
    source: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class PartnerRow:
    organisation_id: int
    name: str
    standing: str
    category: str
    started_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class BeforeOrAfter:
    """Only the other partnership's name is told: what it holds is its own."""

    words: str
    other: str
    on: date
    source: str


def covered_rows(partnership: Partnership) -> list[CoveredRow]:
    rows = (
        CoveredArea.objects.filter(partnership=partnership).select_related("area").order_by("area__name", "started_on")
    )
    return [CoveredRow(c.pk, c.area.name, c.started_on, c.ended_on, c.source, c.is_verified) for c in rows]


def partner_rows(partnership: Partnership, on: date) -> list[PartnerRow]:
    """Every body with a standing by a day, past ones too, safeguarding partners first; two queries."""
    rows = StandingInPartnership.objects.filter(
        Q(started_on__isnull=True) | Q(started_on__lte=on), partnership=partnership
    )
    found = list(rows.select_related("organisation").order_by("organisation__name", "started_on"))
    names = names_of({s.organisation for s in found}, on)
    order = list(Standing)
    return [
        PartnerRow(
            s.organisation_id,
            names[s.organisation_id],
            standing_words(s.standing, s.organisation.sector, last_day_of(s.ended_on, on)),
            s.category,
            s.started_on,
            s.ended_on,
        )
        for s in sorted(found, key=lambda s: order.index(Standing(s.standing)))
    ]


def before_and_after(partnership: Partnership) -> list[BeforeOrAfter]:
    rows = Successor.objects.filter(Q(predecessor=partnership) | Q(successor=partnership)).order_by("on")
    return [_told(row, partnership) for row in rows.select_related("predecessor", "successor")]


def _told(row: Successor, partnership: Partnership) -> BeforeOrAfter:
    if row.predecessor_id == partnership.pk:
        words = SUCCESSION_LABELS[PartnershipSuccession(row.kind)]
        return BeforeOrAfter(words, row.successor.name, row.on, row.source)
    return BeforeOrAfter("Came from", row.predecessor.name, row.on, row.source)
