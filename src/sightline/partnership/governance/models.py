from django.db import models
from django.db.models import F, Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain import SECTOR_LABELS
from sightline.partnership.directory.models import Area, Organisation, Person, Post, ends_after_start

from .domain import (
    BOARD_KIND_LABELS,
    CAPACITY_LABELS,
    BoardKind,
    Capacity,
    Chairing,
    LineKind,
    MembershipKind,
    Part,
    TermsState,
)


class CoveredArea(models.Model):
    """An area that a partnership's arrangements cover, with dates."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, models.PROTECT, related_name="+")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)
    is_verified = models.BooleanField(default=True)

    class Meta:
        constraints = [ends_after_start("covered_area_ends_after_start")]

    def __str__(self) -> str:
        return str(self.area)


class Successor(models.Model):
    """One partnership's arrangements becoming another's: merging, splitting, or a new edition of the law."""

    predecessor = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    successor = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    on = models.DateField()
    kind = models.CharField(max_length=20)
    source = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Board(models.Model):
    """A board, executive, subgroup, panel, network or task group; `external` for boards of others that are linked to."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20, choices=[(k.value, v) for k, v in BOARD_KIND_LABELS.items()])
    theme = models.CharField(max_length=120, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            ends_after_start("board_ends_after_start"),
            models.UniqueConstraint(
                fields=["partnership", "name"], name="board_name_once_running", condition=Q(ended_on__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_external(self) -> bool:
        return self.kind == BoardKind.EXTERNAL


class BoardName(models.Model):
    """A former or other name of a board, with dates: how papers name it."""

    board = models.ForeignKey(Board, models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["board", "name"], name="board_other_name_once")]

    def __str__(self) -> str:
        return self.name


class Line(models.Model):
    """A line of accountability or reporting, or a lighter link, from one board to another, with dates."""

    board = models.ForeignKey(Board, models.CASCADE, related_name="lines_up")
    to_board = models.ForeignKey(Board, models.CASCADE, related_name="lines_down")
    kind = models.CharField(max_length=20, choices=[(k.value, k.name) for k in LineKind])
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            ends_after_start("line_ends_after_start"),
            models.CheckConstraint(name="line_to_another_board", condition=~Q(board=F("to_board"))),
        ]

    def __str__(self) -> str:
        return f"{self.board} → {self.to_board}"


class Terms(models.Model):
    """One version of a board's terms of reference. Approved terms never change; a new version supersedes them."""

    board = models.ForeignKey(Board, models.CASCADE, related_name="terms")
    version = models.PositiveIntegerField()
    state = models.CharField(max_length=20, choices=[(s.value, s.name) for s in TermsState], default=TermsState.DRAFT)
    purpose = models.TextField(blank=True)
    responsibilities = models.TextField(blank=True)
    meetings_per_year = models.PositiveSmallIntegerField(null=True, blank=True)
    quorum_as_written = models.TextField(blank=True)
    quorum_minimum = models.PositiveSmallIntegerField(null=True, blank=True)
    chairing = models.CharField(max_length=20, choices=[(c.value, c.name) for c in Chairing], blank=True)
    chairing_as_written = models.CharField(max_length=300, blank=True)
    secretariat = models.CharField(max_length=200, blank=True)
    deputies_allowed = models.BooleanField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    standing_items = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["board", "-version"]
        verbose_name_plural = "terms"
        constraints = [
            ends_after_start("terms_end_after_start"),
            models.UniqueConstraint(fields=["board", "version"], name="terms_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.board}, terms of reference version {self.version}"


class QuorumPart(models.Model):
    """Quorum by agency mix: at least `minimum` from a sector, or from one organisation."""

    terms = models.ForeignKey(Terms, models.CASCADE, related_name="quorum_parts")
    sector = models.CharField(max_length=20, choices=[(s.value, v) for s, v in SECTOR_LABELS.items()], blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    minimum = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(name="quorum_part_names_one", condition=Q(sector="") ^ Q(organisation__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.minimum} from {self.organisation or self.get_sector_display()}"


class Seat(models.Model):
    """A place at a board, apart from who sits in it. `on_behalf_of` names whom the seat speaks for when not its own agency."""

    board = models.ForeignKey(Board, models.CASCADE, related_name="seats")
    title = models.CharField(max_length=160)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    capacity = models.CharField(
        max_length=20, choices=[(c.value, v) for c, v in CAPACITY_LABELS.items()], default=Capacity.MEMBER
    )
    on_behalf_of = models.CharField(max_length=200, blank=True)
    is_required = models.BooleanField(default=True)
    counts_for_quorum = models.BooleanField(default=True)
    term_months = models.PositiveSmallIntegerField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["board", "order", "id"]
        constraints = [ends_after_start("seat_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.title} ({self.organisation})" if self.organisation else self.title


class Membership(models.Model):
    """A person in a seat, as its member or a named deputy, with dates."""

    seat = models.ForeignKey(Seat, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(
        max_length=20, choices=[(k.value, k.name) for k in MembershipKind], default=MembershipKind.MEMBER
    )
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [ends_after_start("membership_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.person}: {self.seat}"


class Responsibility(models.Model):
    """Something that someone must hold: a line of the responsibilities matrix. Shared when `partnership` is empty."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=200)
    detail = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["title"]
        verbose_name_plural = "responsibilities"

    def __str__(self) -> str:
        return self.title


class ResponsibilityHeld(models.Model):
    """Who leads, contributes to or oversees a responsibility in a partnership: one of organisation, board or post."""

    responsibility = models.ForeignKey(Responsibility, models.CASCADE, related_name="held")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    board = models.ForeignKey(Board, models.CASCADE, null=True, blank=True, related_name="responsibilities")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    part = models.CharField(max_length=20, choices=[(p.value, p.name) for p in Part])
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [ends_after_start("responsibility_held_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.responsibility}: {self.organisation or self.board or self.post}"
