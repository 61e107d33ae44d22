"""Who leads, contributes to and oversees each responsibility on a day; what nobody leads and what two lead."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.queries import running_on
from sightline.partnership.governance.domain import Part
from sightline.partnership.governance.models import Board, Responsibility, ResponsibilityHeld


@dataclass(frozen=True, slots=True)
class HolderRow:
    """`kind` is organisation, board or post."""

    id: int
    kind: str
    holder_id: int
    name: str
    part: Part
    started_on: date | None
    source: str


@dataclass(frozen=True, slots=True)
class ResponsibilityRow:
    id: int
    title: str
    detail: str
    source: str
    is_shared: bool
    holders: tuple[HolderRow, ...]

    def taking(self, part: Part) -> tuple[HolderRow, ...]:
        return tuple(h for h in self.holders if h.part is part)

    @property
    def is_led_by_nobody(self) -> bool:
        return not self.taking(Part.LEADS)

    @property
    def has_two_leaders(self) -> bool:
        return len(self.taking(Part.LEADS)) > 1


def responsibilities_matrix(partnership: Partnership, on: date) -> list[ResponsibilityRow]:
    """Every line of the matrix, those that all partnerships have included; two queries."""
    held: dict[int, list[HolderRow]] = defaultdict(list)
    rows = ResponsibilityHeld.objects.filter(running_on(on), partnership=partnership)
    for row in rows.select_related("organisation", "board", "post__organisation").order_by("pk"):
        held[row.responsibility_id].append(_holder(row))
    lines = Responsibility.objects.filter(Q(partnership__isnull=True) | Q(partnership=partnership))
    return [
        ResponsibilityRow(
            line.pk, line.title, line.detail, line.source, line.partnership_id is None, tuple(held[line.pk])
        )
        for line in lines
    ]


def _holder(row: ResponsibilityHeld) -> HolderRow:
    kind = "organisation" if row.organisation else "board" if row.board else "post"
    holder = getattr(row, kind)
    return HolderRow(row.pk, kind, holder.pk, str(holder), Part(row.part), row.started_on, row.source)


def responsibilities_of_board(board: Board, on: date) -> list[tuple[str, Part]]:
    rows = ResponsibilityHeld.objects.filter(running_on(on), board=board).select_related("responsibility")
    return [(row.responsibility.title, Part(row.part)) for row in rows.order_by("responsibility__title")]
