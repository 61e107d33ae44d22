from django.conf import settings
from django.db import models

from sightline.foundation.accounts.models import Partnership

from .domain import ImportState


class Import(models.Model):
    """A workbook for one register: what its dry run found, and what was added. The bytes lie in the store by their digest."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    register = models.CharField(max_length=40)
    file_name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(
        max_length=12, choices=[(s.value, s.name) for s in ImportState], default=ImportState.WAITING
    )
    message = models.TextField(blank=True)
    rows = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)
    known = models.PositiveIntegerField(default=0)  # in the record already
    added = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list, blank=True)  # sheet, column, row, what, todo
    left_out = models.JSONField(default=list, blank=True)
    leave_faulty = models.BooleanField(default=False)  # a person said: add the good rows, leave the others
    brought_at = models.DateTimeField()
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    added_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-brought_at", "-id"]

    def __str__(self) -> str:
        return self.file_name
