from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.models import Document
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.plan.models import Theme
from sightline.record.meetings.models import Meeting
from sightline.record.reviews.models import Finding, Review

from ..domain.tracks import STEP_LABELS
from .briefings import Briefing


class Track(models.Model):
    """The way of one theme or finding from audit to re-audit. Evidence of change bears on `learning.track`."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="+")
    finding = models.ForeignKey(Finding, models.PROTECT, null=True, blank=True, related_name="+")
    lead = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    lead_post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ending_note = models.TextField(blank=True)

    class Meta:
        ordering = ["-started_on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="track_of_a_theme_or_a_finding",
                condition=Q(theme__isnull=False) | Q(finding__isnull=False),
                violation_error_message="Choose the theme or the finding that this follows.",
            )
        ]

    def __str__(self) -> str:
        return self.title


class TrackStep(models.Model):
    """One step, planned or done, with what shows it: a briefing, a review, a meeting, a paper, or words."""

    track = models.ForeignKey(Track, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=20, choices=[(k.value, label) for k, label in STEP_LABELS.items()])
    what = models.CharField(max_length=300, blank=True)
    planned_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    found = models.TextField(blank=True)
    briefing = models.ForeignKey(Briefing, models.PROTECT, null=True, blank=True, related_name="+")
    review = models.ForeignKey(Review, models.PROTECT, null=True, blank=True, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["track", "planned_on", "done_on", "id"]
        constraints = [
            models.CheckConstraint(
                name="track_step_has_a_day",
                condition=Q(planned_on__isnull=False) | Q(done_on__isnull=False),
                violation_error_message="Enter the day it is planned for, or the day it was done.",
            )
        ]

    def __str__(self) -> str:
        return self.what or self.get_kind_display()
