from django.conf import settings
from django.db import models

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain import SECTOR_LABELS
from sightline.partnership.plan.models import Theme
from sightline.record.meetings.models import Meeting
from sightline.record.recommendations.models import Recommendation
from sightline.record.reviews.models import Finding

from ..domain.briefings import KIND_LABELS


class Briefing(models.Model):
    """One version of a learning product. How it stands follows from its dates; an issued version never changes."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(k.value, label) for k, label in KIND_LABELS.items()])
    title = models.CharField(max_length=200)
    roles = models.CharField(max_length=300, blank=True)
    also_from = models.CharField(max_length=500, blank=True)
    url = models.URLField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)
    revises = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="newer")
    why_revised = models.CharField(max_length=300, blank=True)
    drafted_on = models.DateField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    approved_on = models.DateField(null=True, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    issued_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    revised_on = models.DateField(null=True, blank=True)
    retired_on = models.DateField(null=True, blank=True)
    retired_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-issued_on", "-drafted_on", "-id"]
        indexes = [models.Index(fields=["partnership", "issued_on"], name="briefing_by_issue")]

    def __str__(self) -> str:
        return f"{self.title} (version {self.version})" if self.version > 1 else self.title


class BriefingPart(models.Model):
    """One short part of a briefing, in the words that people will read."""

    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="parts")
    code = models.CharField(max_length=20)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["briefing", "code"], name="briefing_part_once")]

    def __str__(self) -> str:
        return self.text[:80]


class BriefingFinding(models.Model):
    """A finding that a briefing is made from. One of a review that is not published is released, with a reason, or stays in."""

    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="findings")
    finding = models.ForeignKey(Finding, models.PROTECT, related_name="+")
    released_because = models.CharField(max_length=300, blank=True)
    released_on = models.DateField(null=True, blank=True)
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["briefing", "finding"], name="briefing_finding_once")]

    def __str__(self) -> str:
        return str(self.finding)


class BriefingRecommendation(models.Model):
    """A recommendation that a briefing carries to those who act on it."""

    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="recommendations")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["briefing", "recommendation"], name="briefing_recommendation_once")
        ]

    def __str__(self) -> str:
        return str(self.recommendation)


class BriefingTheme(models.Model):
    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["briefing", "theme"], name="briefing_theme_once")]

    def __str__(self) -> str:
        return str(self.theme)


class BriefingSector(models.Model):
    """A sector that a briefing is for; none means all."""

    briefing = models.ForeignKey(Briefing, models.CASCADE, related_name="sectors")
    sector = models.CharField(max_length=20, choices=[(s.value, label) for s, label in SECTOR_LABELS.items()])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["briefing", "sector"], name="briefing_sector_once")]

    def __str__(self) -> str:
        return self.get_sector_display()
