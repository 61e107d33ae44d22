from django.conf import settings
from django.db import models

from sightline.foundation.accounts.models import Partnership

from .domain import FORM_LABELS, GRADE_LABELS, KIND_LABELS


class Evidence(models.Model):
    """A file, link or note that shows what came of something. A newer version supersedes; the older stays readable.

    Of a file `sha256` names its bytes in the store. `grade` is blank while nobody has said how far it reaches.
    `expires_on` is the last day on which it counts.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=[(k.value, label) for k, label in KIND_LABELS.items()])
    grade = models.CharField(max_length=20, choices=[(g.value, label) for g, label in GRADE_LABELS.items()], blank=True)
    form = models.CharField(max_length=10, choices=[(f.value, label) for f, label in FORM_LABELS.items()])
    note = models.TextField(blank=True)
    url = models.URLField(max_length=500, blank=True)
    file_name = models.CharField(max_length=255, blank=True)
    media_type = models.CharField(max_length=120, blank=True)
    size = models.PositiveBigIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)
    supersedes = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="superseded_by")
    dated_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    added_on = models.DateField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-added_on", "-id"]
        verbose_name_plural = "evidence"
        indexes = [models.Index(fields=["partnership", "grade"], name="evidence_by_grade")]

    def __str__(self) -> str:
        return self.title


class Grading(models.Model):
    """Evidence was graded anew, and why; blank is not graded. What it counted for on an earlier day stays known."""

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="gradings")
    on = models.DateField()
    before = models.CharField(max_length=20, choices=Evidence.grade.field.choices, blank=True)
    after = models.CharField(max_length=20, choices=Evidence.grade.field.choices, blank=True)
    why = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.get_before_display()} to {self.get_after_display()}"


class BearsOn(models.Model):
    """What a piece of evidence is evidence of, named by kind and id: `actions.action`, `plan.objective`, `plan.priority`, …"""

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="bears_on")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()

    class Meta:
        verbose_name_plural = "bears on"
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="evidence_of_subject")]
        constraints = [models.UniqueConstraint(fields=["evidence", "subject_kind", "subject_id"], name="bears_on_once")]

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id}"
