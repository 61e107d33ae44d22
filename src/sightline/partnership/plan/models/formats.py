from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import ends_after_start
from sightline.partnership.law.models import Edition

from ..domain import OBLIGATION_LABELS, Obligation


class PlanFormat(models.Model):
    """What a plan that is asked for has to hold, in versions. `region` None comes with Sightline; else one region's own.

    A version is never rewritten once a plan was made on it: the next one takes over from a day.
    """

    code = models.SlugField(max_length=60)
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    region = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="+")
    obligation = models.CharField(
        max_length=20, choices=[(o.value, label) for o, label in OBLIGATION_LABELS.items()], default=Obligation.REGION
    )
    owed_by = models.CharField(max_length=300, blank=True)
    basis = models.ForeignKey(Edition, models.PROTECT, null=True, blank=True, related_name="+")
    basis_words = models.CharField(max_length=500, blank=True)
    is_verified = models.BooleanField(default=True)
    source = models.CharField(max_length=500, blank=True)
    review_months = models.PositiveSmallIntegerField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["title", "-version"]
        constraints = [
            ends_after_start("plan_format_ends_after_start"),
            models.UniqueConstraint(
                fields=["code", "version"], name="plan_format_version_once", condition=Q(region__isnull=True)
            ),
            models.UniqueConstraint(
                fields=["region", "code", "version"],
                name="plan_format_version_once_in_region",
                condition=Q(region__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class FormatSection(models.Model):
    """A part that a plan has, must have or may leave out."""

    format = models.ForeignKey(PlanFormat, models.CASCADE, related_name="sections")
    place = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    asks = models.TextField(blank=True)
    is_required = models.BooleanField(default=True)

    class Meta:
        ordering = ["place", "id"]
        constraints = [models.UniqueConstraint(fields=["format", "title"], name="format_section_once")]

    def __str__(self) -> str:
        return self.title
