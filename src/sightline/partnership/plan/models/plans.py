from django.conf import settings
from django.db import models

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.models import Document
from sightline.partnership.directory.models import Post
from sightline.partnership.governance.models import Board

from ..domain import JUDGEMENT_LABELS, OUTCOME_LABELS, USE_LABELS
from .formats import FormatSection, PlanFormat


class Plan(models.Model):
    """One submission of a plan against a version of its format. What follows it (mended, or the next) points back at it.

    Its state on a day follows from its dates, its reviews and what followed: nothing is overwritten.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    format = models.ForeignKey(PlanFormat, models.PROTECT, related_name="plans")
    title = models.CharField(max_length=200)
    version = models.PositiveSmallIntegerField(default=1)
    follows = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="followed_by")
    submitted_on = models.DateField()
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    adopted_on = models.DateField(null=True, blank=True)
    review_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    owner_post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(max_length=500, blank=True)

    class Meta:
        ordering = ["-submitted_on", "-id"]
        indexes = [models.Index(fields=["partnership", "format"], name="plans_of_partnership")]

    def __str__(self) -> str:
        return self.title


class PlanSection(models.Model):
    """What the plan does with a section of its format. No row: nobody has said."""

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sections")
    section = models.ForeignKey(FormatSection, models.PROTECT, related_name="+")
    use = models.CharField(max_length=20, choices=[(u.value, label) for u, label in USE_LABELS.items()])
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "section"], name="plan_section_once")]

    def __str__(self) -> str:
        return f"{self.section}: {self.get_use_display()}"


class PlanReview(models.Model):
    """Someone else's judgement of a plan's quality, by the region or by a second person of the partnership."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reviews")
    reviewed_on = models.DateField()
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    is_regional = models.BooleanField(default=False)
    overall = models.CharField(max_length=20, choices=[(j.value, label) for j, label in JUDGEMENT_LABELS.items()])
    outcome = models.CharField(max_length=20, choices=[(o.value, label) for o, label in OUTCOME_LABELS.items()])
    comments = models.TextField(blank=True)
    resubmit_by = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["reviewed_on", "id"]

    def __str__(self) -> str:
        return self.get_outcome_display()


class SectionJudgement(models.Model):
    review = models.ForeignKey(PlanReview, models.CASCADE, related_name="judgements")
    section = models.ForeignKey(FormatSection, models.PROTECT, related_name="+")
    judgement = models.CharField(max_length=20, choices=[(j.value, label) for j, label in JUDGEMENT_LABELS.items()])
    comment = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["review", "section"], name="section_judgement_once")]

    def __str__(self) -> str:
        return f"{self.section}: {self.get_judgement_display()}"


class NotNeeded(models.Model):
    """A partnership's word that a plan does not apply to it, with the reason, from a day until a day."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    format = models.ForeignKey(PlanFormat, models.PROTECT, related_name="+")
    reason = models.TextField()
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "does not apply"

    def __str__(self) -> str:
        return f"{self.format} does not apply"
