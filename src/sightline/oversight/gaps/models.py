from django.conf import settings
from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.references import Reference

from .domain import SEVERITY_LABELS


class Finding(models.Model):
    """What a rule found missing, of one subject. It closes when a later run no longer finds it; the row stays.

    `is_restricted`: it tells of a serious incident or an unpublished review, only for who reads these (decision 0016).
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=80)
    edition = models.CharField(max_length=20)
    severity = models.CharField(max_length=20, choices=[(s.value, v) for s, v in SEVERITY_LABELS.items()])
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    subject_label = models.CharField(max_length=300)
    board_id = models.BigIntegerField(null=True, blank=True)
    is_restricted = models.BooleanField(default=False)
    summary = models.TextField()
    evidence = models.JSONField(default=list, blank=True)
    as_of = models.DateField()
    found_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-found_at", "-id"]
        indexes = [
            models.Index(fields=["partnership", "rule"], name="open_findings", condition=Q(closed_at__isnull=True)),
            models.Index(fields=["subject_kind", "subject_id"], name="findings_of_subject"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "rule", "subject_kind", "subject_id"],
                name="finding_once_while_open",
                condition=Q(closed_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.summary[:80]

    @property
    def reference(self) -> Reference:
        return Reference(self.subject_kind, self.subject_id)


class Check(models.Model):
    """One run of the rules over a partnership: findings are as true as the newest of these."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    edition = models.CharField(max_length=20)
    as_of = models.DateField()
    at = models.DateTimeField()
    open_findings = models.PositiveIntegerField()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["partnership", "at"], name="newest_check")]

    def __str__(self) -> str:
        return f"{self.partnership} checked {self.at:%-d %B %Y}"


class SetAside(models.Model):
    """A person's word that a finding need not be acted on, with a reason, until a day."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="set_aside")
    reason = models.TextField()
    until = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at"]
        verbose_name_plural = "set aside"

    def __str__(self) -> str:
        return f"set aside until {self.until:%-d %B %Y}"
