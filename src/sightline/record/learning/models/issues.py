from django.conf import settings
from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain import SECTOR_LABELS
from sightline.partnership.directory.models import Organisation, Person, Post

from .briefings import Briefing


class Subscriber(models.Model):
    """Who asked to be sent briefings: a person or a post of the directory, or a work address alone, without a name.

    The address goes when the subscription ends; that there was one, and from when to when, stays.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    email = models.EmailField(max_length=254, blank=True)
    sector = models.CharField(
        max_length=20, choices=[(s.value, label) for s, label in SECTOR_LABELS.items()], blank=True
    )
    consented_on = models.DateField()
    consent = models.CharField(max_length=200)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-consented_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "email"], name="subscriber_email_once", condition=~Q(email="")
            )
        ]

    def __str__(self) -> str:
        return str(self.person or self.post or self.email or "A former subscriber")


class IssueTo(models.Model):
    """A briefing sent to one agency: whether it came, and to whom it was passed on, in the agency's own word."""

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="issues")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    contact = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    sent_on = models.DateField()
    receipt_due_on = models.DateField()
    cascade_due_on = models.DateField()
    received_on = models.DateField(null=True, blank=True)
    received_said_by = models.CharField(max_length=200, blank=True)
    cascaded_on = models.DateField(null=True, blank=True)
    cascaded_said_by = models.CharField(max_length=200, blank=True)
    staff_reached = models.PositiveIntegerField(null=True, blank=True)
    teams_reached = models.PositiveIntegerField(null=True, blank=True)
    cascaded_how = models.CharField(max_length=300, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["briefing", "organisation__name"]
        verbose_name = "briefing sent"
        verbose_name_plural = "briefings sent"
        constraints = [models.UniqueConstraint(fields=["briefing", "organisation"], name="issue_once_per_agency")]

    def __str__(self) -> str:
        return f"{self.briefing} to {self.organisation}"


class Chase(models.Model):
    """An agency was asked again."""

    issue = models.ForeignKey(IssueTo, models.CASCADE, related_name="chases")
    on = models.DateField()
    words = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.on:%-d %B %Y}: {self.words}"


class Copy(models.Model):
    """A briefing for one subscriber; `mailed_at` is empty until it went."""

    briefing = models.ForeignKey(Briefing, models.PROTECT, related_name="copies")
    subscriber = models.ForeignKey(Subscriber, models.PROTECT, related_name="copies")
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "copies"
        indexes = [models.Index(fields=["mailed_at"], name="copies_to_send")]
        constraints = [models.UniqueConstraint(fields=["briefing", "subscriber"], name="copy_once")]

    def __str__(self) -> str:
        return f"{self.briefing} for {self.subscriber}"
