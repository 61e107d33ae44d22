from django.conf import settings
from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.models import Version

from .domain import Choice, PaperState


class Paper(models.Model):
    """A file dropped into a partnership's tray. The row and the stored bytes exist before reading begins."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=20, choices=[(s.value, s.name) for s in PaperState], default=PaperState.WAITING)
    kind = models.CharField(max_length=40, blank=True)
    is_restricted = models.BooleanField(default=False)  # asked for when it was dropped in
    message = models.TextField(blank=True)
    pages_read = models.PositiveIntegerField(default=0)
    pages_total = models.PositiveIntegerField(null=True, blank=True)
    attempt = models.PositiveSmallIntegerField(default=0)
    version = models.ForeignKey(Version, models.PROTECT, null=True, blank=True, related_name="+")
    same_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="copies")
    near_to = models.ForeignKey(Version, models.PROTECT, null=True, blank=True, related_name="+")
    likeness = models.FloatField(null=True, blank=True)
    reader_version = models.CharField(max_length=20, blank=True)
    faults = models.JSONField(default=list, blank=True)
    brought_at = models.DateTimeField()
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    beat_at = models.DateTimeField(null=True, blank=True)  # when the worker last said that it is reading
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-brought_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "sha256"], name="paper_once", condition=Q(same_as__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.file_name


class Proposal(models.Model):
    """What the reader thinks a paper says. `key` names the same find across readings, so a person's word outlives a re-read."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="proposals")
    key = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    fields = models.JSONField()
    corrected = models.JSONField(null=True, blank=True)
    words = models.TextField(blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    boxes = models.JSONField(default=list, blank=True)
    confidence = models.FloatField()
    doubts = models.JSONField(default=list, blank=True)
    reader = models.CharField(max_length=60)
    reader_version = models.CharField(max_length=20)
    choice = models.CharField(max_length=12, choices=[(c.value, c.name) for c in Choice], default=Choice.PENDING)
    refused_because = models.CharField(max_length=300, blank=True)
    chosen_at = models.DateTimeField(null=True, blank=True)
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    record_kind = models.CharField(max_length=60, blank=True)
    record_id = models.BigIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["paper", "start", "id"]
        indexes = [models.Index(fields=["paper", "choice"], name="proposal_by_choice")]
        constraints = [models.UniqueConstraint(fields=["paper", "key"], name="proposal_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.words[:60]}"
