from django.db import models

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.models import Document
from sightline.partnership.directory.models import Organisation
from sightline.partnership.plan.models import Priority, Theme
from sightline.record.actions.models import Action
from sightline.record.meetings.models import Decision
from sightline.record.recommendations.models import Recommendation

from ..domain.voice import GROUP_LABELS, METHOD_LABELS


class VoiceActivity(models.Model):
    """Children, families or communities were asked: as groups, how and how many, never who."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    group = models.CharField(max_length=20, choices=[(g.value, label) for g, label in GROUP_LABELS.items()])
    how_many = models.PositiveIntegerField(null=True, blank=True)
    method = models.CharField(max_length=20, choices=[(m.value, label) for m, label in METHOD_LABELS.items()])
    asked = models.TextField(blank=True)
    asked_by = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    held_on = models.DateField()
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    feedback_due_on = models.DateField(null=True, blank=True)
    fed_back_on = models.DateField(null=True, blank=True)
    fed_back_how = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-held_on", "-id"]
        verbose_name_plural = "voice activities"
        indexes = [models.Index(fields=["partnership", "held_on"], name="voice_of_partnership")]

    def __str__(self) -> str:
        return self.title


class VoicePriority(models.Model):
    """What was asked is about a priority."""

    activity = models.ForeignKey(VoiceActivity, models.CASCADE, related_name="priorities")
    priority = models.ForeignKey(Priority, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "voice priorities"
        constraints = [models.UniqueConstraint(fields=["activity", "priority"], name="voice_priority_once")]

    def __str__(self) -> str:
        return str(self.priority)


class VoiceTheme(models.Model):
    activity = models.ForeignKey(VoiceActivity, models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "theme"], name="voice_theme_once")]

    def __str__(self) -> str:
        return str(self.theme)


class VoiceStatement(models.Model):
    """What they said, as a group said it."""

    activity = models.ForeignKey(VoiceActivity, models.CASCADE, related_name="statements")
    text = models.TextField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:80]


class VoiceChange(models.Model):
    """What changed because of it, and where that was promised or decided."""

    activity = models.ForeignKey(VoiceActivity, models.CASCADE, related_name="changes")
    text = models.TextField()
    on = models.DateField()
    priority = models.ForeignKey(Priority, models.PROTECT, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    action = models.ForeignKey(Action, models.PROTECT, null=True, blank=True, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return self.text[:80]
