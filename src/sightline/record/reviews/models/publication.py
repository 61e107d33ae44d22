from django.db import models
from django.db.models import Q

from sightline.record.recommendations.models import Recommendation

from ..domain.publication import LETTER_LABELS, RECIPIENT_LABELS
from .core import Review


class Publication(models.Model):
    """Where and until when a review is public. The day it was published stands on the review itself.

    `withdrawn_on` with `is_taken_back` False: its time online has ended. True: it is taken back and is no longer read by
    those who read what is published.
    """

    review = models.OneToOneField(Review, models.CASCADE, primary_key=True, related_name="publication")
    planned_on = models.DateField(null=True, blank=True)
    address = models.CharField(max_length=500, blank=True)
    public_until = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=500, blank=True)
    is_taken_back = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="taken_back_has_a_day", condition=Q(is_taken_back=False) | Q(withdrawn_on__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"Publication of {self.review_id}"


class PublicationLetter(models.Model):
    """A letter that was sent to one recipient. `planned_on` is the day of publication that the letter named."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=20, choices=[(k.value, label) for k, label in LETTER_LABELS.items()])
    to = models.CharField(max_length=30, choices=[(r.value, label) for r, label in RECIPIENT_LABELS.items()])
    sent_on = models.DateField()
    planned_on = models.DateField(null=True, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["sent_on", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.sent_on:%-d %B %Y}"


class UpdateReport(models.Model):
    """The later report on what came of a review. Received, it keeps how each recommendation stood on that day."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="updates")
    due_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    what_changed = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    address = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="update_report_is_due_or_received",
                condition=Q(due_on__isnull=False) | Q(received_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"Update report, due {self.due_on:%-d %B %Y}" if self.due_on else "Update report"


class UpdateLine(models.Model):
    """How a recommendation stood when the update report was received. Never changed afterwards."""

    report = models.ForeignKey(UpdateReport, models.CASCADE, related_name="lines")
    recommendation = models.ForeignKey(Recommendation, models.SET_NULL, null=True, blank=True, related_name="+")
    number = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    answer = models.CharField(max_length=120, blank=True)
    actions = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.number} {self.text}"[:80]
