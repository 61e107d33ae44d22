from django.db import models

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation
from sightline.record.actions.models import Action

from .domain import ANSWER_LABELS


class Recommendation(models.Model):
    """A recommendation in its exact words. `source_title` names the review, audit or inspection that made it."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    number = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    source_title = models.CharField(max_length=300)
    source_kind = models.CharField(max_length=40, blank=True)
    made_on = models.DateField(null=True, blank=True)
    addressee_as_written = models.CharField(max_length=300, blank=True)
    urgency_as_written = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["source_title", "id"]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"[:80]


class Addressee(models.Model):
    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="addressees")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recommendation", "organisation"], name="addressee_once")]

    def __str__(self) -> str:
        return str(self.organisation)


class Response(models.Model):
    """A partnership's or body's answer, with its reason; a later response supersedes an earlier one and both stay."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="responses")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=20, choices=[(a.value, v) for a, v in ANSWER_LABELS.items()])
    reason = models.TextField(blank=True)
    on = models.DateField()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.get_answer_display()} on {self.on:%-d %B %Y}"


class AnsweringAction(models.Model):
    """An action that answers a recommendation."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="answering")
    action = models.ForeignKey(Action, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recommendation", "action"], name="answering_action_once")]

    def __str__(self) -> str:
        return str(self.action)
