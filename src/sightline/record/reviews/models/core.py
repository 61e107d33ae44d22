from django.db import models

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation
from sightline.partnership.plan.models import Theme
from sightline.record.recommendations.models import Recommendation

from ..domain import REVIEW_LABELS


class Review(models.Model):
    """Any review, by its reference; never a child. `follows` is the review whose decision led to this one."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=60)
    kind = models.CharField(max_length=30, choices=[(k.value, label) for k, label in REVIEW_LABELS.items()])
    title = models.CharField(max_length=300, blank=True)
    started_on = models.DateField(null=True, blank=True)
    completed_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    follows = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="followed_by")

    class Meta:
        ordering = ["-started_on", "-id"]
        constraints = [models.UniqueConstraint(fields=["partnership", "reference"], name="review_reference_once")]

    def __str__(self) -> str:
        return f"{self.reference}: {self.title}" if self.title else self.reference


class Finding(models.Model):
    """What a review found, in its own words, about systems and practice; never about a child or a named worker."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="findings")
    number = models.CharField(max_length=40, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ["review", "id"]

    def __str__(self) -> str:
        return self.text[:80]


class FindingTheme(models.Model):
    """`is_confirmed` False: Sightline proposed the theme from the words, no person has said so yet."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    is_confirmed = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["finding", "theme"], name="finding_theme_once")]

    def __str__(self) -> str:
        return str(self.theme)


class FindingAgency(models.Model):
    """An agency whose practice a finding is about."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="agencies")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "finding agencies"
        constraints = [models.UniqueConstraint(fields=["finding", "organisation"], name="finding_agency_once")]

    def __str__(self) -> str:
        return str(self.organisation)


class ReviewRecommendation(models.Model):
    """A recommendation that a review made, and the finding it answers where the review says so."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="recommendations")
    finding = models.ForeignKey(Finding, models.SET_NULL, null=True, blank=True, related_name="recommendations")
    recommendation = models.OneToOneField(Recommendation, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.recommendation)
