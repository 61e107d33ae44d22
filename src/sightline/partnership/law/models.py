from django.conf import settings
from django.db import models

from sightline.foundation.accounts.models import Partnership


class Instrument(models.Model):
    """An act, regulation or piece of statutory guidance, as a work over all its editions."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    aliases = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Edition(models.Model):
    """One edition. Its state on a day follows from its dates; `as_published` keeps the date as the source words it."""

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="editions")
    label = models.CharField(max_length=200)
    announced_on = models.DateField(null=True, blank=True)
    made_on = models.DateField(null=True, blank=True)
    in_force_on = models.DateField(null=True, blank=True)
    superseded_on = models.DateField(null=True, blank=True)
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="supersedes")
    as_published = models.CharField(max_length=200, blank=True)
    what_changed = models.TextField(blank=True)
    source = models.CharField(max_length=500, blank=True)
    is_verified = models.BooleanField(default=True)

    class Meta:
        ordering = ["-in_force_on", "label"]
        constraints = [models.UniqueConstraint(fields=["instrument", "label"], name="edition_label_once")]

    def __str__(self) -> str:
        return self.label


class Provision(models.Model):
    """A numbered part of an edition, in our own summary."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="provisions")
    number = models.CharField(max_length=60)
    summary = models.TextField()

    class Meta:
        ordering = ["edition", "number"]
        constraints = [models.UniqueConstraint(fields=["edition", "number"], name="provision_number_once")]

    def __str__(self) -> str:
        return f"{self.edition} {self.number}"


class Duty(models.Model):
    """Who owes what, by when or how often, shown by what evidence."""

    provision = models.ForeignKey(Provision, models.PROTECT, related_name="duties")
    owed_by = models.CharField(max_length=200)
    what = models.TextField()
    when = models.CharField(max_length=200, blank=True)
    evidence = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=500, blank=True)
    is_verified = models.BooleanField(default=True)
    started_on = models.DateField(null=True, blank=True)  # where it came into its edition later than the edition began

    class Meta:
        verbose_name_plural = "duties"

    def __str__(self) -> str:
        return self.what[:80]


class Acknowledgement(models.Model):
    """A partnership, or one agency of it, has taken a change in: on what day, by whom, and what was done."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    agency = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    what_was_done = models.CharField(max_length=600)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "edition", "agency"], name="acknowledged_once_per_agency")
        ]

    def __str__(self) -> str:
        return f"{self.edition}, {self.agency or self.partnership}"


class Reliance(models.Model):
    """A template, format or other record that rests on an edition; named by reference, for rooms above to add."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    label = models.CharField(max_length=300)

    class Meta:
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "subject_kind", "subject_id"], name="reliance_once_per_edition")
        ]

    def __str__(self) -> str:
        return self.label
