from django.db import models

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, ends_after_start
from sightline.partnership.governance.models import Board

from ..domain import OBJECTIVE_LABELS, ObjectiveState
from .vocabulary import Theme


class Priority(models.Model):
    """What a partnership set itself for a period, in its own words: the outcome for children, and its pledge.

    `continues` is the priority of the period before that this one carries on, so that what came, stayed and went shows.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    number = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=300)
    outcome = models.TextField(blank=True)
    pledge = models.TextField(blank=True)
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ending_note = models.TextField(blank=True)
    continues = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="continued_by")

    class Meta:
        ordering = ["number", "title"]
        verbose_name_plural = "priorities"
        indexes = [models.Index(fields=["partnership", "started_on"], name="priorities_of_partnership")]
        constraints = [
            ends_after_start("priority_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.title


class PriorityTheme(models.Model):
    """A priority speaks of a theme. `is_confirmed` False: Sightline proposed it from the words, no person has said so yet.

    `because` keeps the words that spoke for it.
    """

    priority = models.ForeignKey(Priority, models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    is_confirmed = models.BooleanField(default=True)
    because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["priority", "theme"], name="priority_theme_once")]

    def __str__(self) -> str:
        return str(self.theme)


class Objective(models.Model):
    """A step towards a priority that can be seen to be met. `measure` says by what, in words or an indicator's name."""

    priority = models.ForeignKey(Priority, models.PROTECT, related_name="objectives")
    number = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    measure = models.TextField(blank=True)
    lead = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+")
    started_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(
        max_length=20, choices=[(s.value, label) for s, label in OBJECTIVE_LABELS.items()], default=ObjectiveState.OPEN
    )
    ended_on = models.DateField(null=True, blank=True)
    ending_note = models.TextField(blank=True)

    class Meta:
        ordering = ["number", "id"]

    def __str__(self) -> str:
        return self.text[:80]
