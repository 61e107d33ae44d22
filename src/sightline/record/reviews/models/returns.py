from django.db import models
from django.db.models import Q

from sightline.partnership.directory.models import Organisation, Post

from ..domain.rapid import ANSWER_LABELS
from .rapid import RapidReview


class AgencyReturn(models.Model):
    """That an agency was asked what it knows, and whether it answered: a fact and where the answer is kept, never what it says."""

    rapid = models.ForeignKey(RapidReview, models.CASCADE, related_name="returns")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    asked_on = models.DateField()
    due_day = models.PositiveSmallIntegerField()
    minutes = models.PositiveIntegerField(null=True, blank=True)
    answer = models.CharField(max_length=20, blank=True, choices=[(a.value, v) for a, v in ANSWER_LABELS.items()])
    received_on = models.DateField(null=True, blank=True)
    said_by = models.CharField(max_length=200, blank=True)
    kept_where = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["organisation__name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["rapid", "organisation"], name="agency_return_once"),
            models.CheckConstraint(
                name="return_received_with_answer",
                condition=(Q(received_on__isnull=True) & Q(answer="")) | (Q(received_on__isnull=False) & ~Q(answer="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_answer_display() or 'not received'}"


class Chase(models.Model):
    """One reminder to an agency whose return is out."""

    agency_return = models.ForeignKey(AgencyReturn, models.CASCADE, related_name="chases")
    on = models.DateField()
    how = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"Chased on {self.on}"
