from django.conf import settings
from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.plan.models import Priority
from sightline.record.meetings.models import Decision, Meeting

from .domain import MOVED_LABELS, ReviewState


class ProgressReview(models.Model):
    """A six-monthly review of the priorities. It looks from `since` (the last review; None for the first) to `on`."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    on = models.DateField()
    since = models.DateField(null=True, blank=True)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=[(s.value, s.name) for s in ReviewState], default=ReviewState.OPEN)
    summary = models.TextField(blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["partnership"], condition=Q(state="open"), name="one_open_progress_review"),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(since__lte=models.F("on")), name="progress_review_looks_back"
            ),
        ]

    def __str__(self) -> str:
        return f"Review of progress, {self.on:%-d %B %Y}"


class Word(models.Model):
    """What people said of one priority at a review: whether it moved, and why or why not."""

    review = models.ForeignKey(ProgressReview, models.CASCADE, related_name="words")
    priority = models.ForeignKey(Priority, models.PROTECT, related_name="+")
    moved = models.CharField(max_length=10, choices=[(m.value, label) for m, label in MOVED_LABELS.items()])
    why = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "priority"], name="one_word_on_each_priority")]

    def __str__(self) -> str:
        return f"{self.priority}: {self.get_moved_display()}"


class Resolved(models.Model):
    """What a review decided, of one priority or of all. Held at a meeting it is that meeting's decision too."""

    review = models.ForeignKey(ProgressReview, models.CASCADE, related_name="resolved")
    priority = models.ForeignKey(Priority, models.PROTECT, null=True, blank=True, related_name="+")
    text = models.TextField()
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "resolved"

    def __str__(self) -> str:
        return self.text[:80]
