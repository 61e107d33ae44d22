from datetime import date

from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, Post

from ..domain.clocks import STARTS, Start
from ..domain.incidents import CATEGORY_LABELS, ENDINGS, INCIDENT_STATE_LABELS, IncidentState, incident_state


class Incident(models.Model):
    """A serious incident by its reference and dates; there is no place for anything of the child.

    `occurred_on` is the first of the month when only the month is known. `ended_as` says how it ended without a review.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    reference = models.CharField(max_length=60)
    category = models.CharField(max_length=20, choices=[(c.value, label) for c, label in CATEGORY_LABELS.items()])
    occurred_on = models.DateField(null=True, blank=True)
    is_month_only = models.BooleanField(default=False)
    aware_on = models.DateField(null=True, blank=True)
    notified_on = models.DateField(null=True, blank=True)
    lead_authority = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    decided_by = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    decided_by_as_written = models.CharField(max_length=200, blank=True)
    criteria = models.TextField(blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_as = models.CharField(
        max_length=20, blank=True, choices=[(s.value, INCIDENT_STATE_LABELS[s]) for s in ENDINGS]
    )
    ended_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-aware_on", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="incident_reference_once"),
            models.CheckConstraint(
                name="incident_ends_as_something",
                condition=(Q(ended_on__isnull=True) & Q(ended_as="")) | (Q(ended_on__isnull=False) & ~Q(ended_as="")),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def state_on(self, day: date) -> IncidentState:
        return incident_state(self.notified_on, self.ended_on, self.ended_as, day)


class ConcernedBody(models.Model):
    """Another area's authority or partner that the incident concerns: it is told within the same days."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="concerned")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "concerned bodies"
        constraints = [models.UniqueConstraint(fields=["incident", "organisation"], name="concerned_body_once")]

    def __str__(self) -> str:
        return str(self.organisation)


class ClockSetting(models.Model):
    """From which day a partnership counts the fifteen working days of its rapid reviews, and on whose word."""

    partnership = models.OneToOneField(Partnership, models.PROTECT, related_name="+")
    start = models.CharField(
        max_length=20, choices=[(s.value, c.label) for s, c in STARTS.items()], default=Start.AWARE
    )
    agreed_where = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.get_start_display()
