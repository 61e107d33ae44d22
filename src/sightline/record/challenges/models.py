from django.conf import settings
from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.models import Document
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.governance.models import Board
from sightline.partnership.plan.models import Theme

from .domain import KIND_LABELS, OUTCOME_LABELS, STEP_LABELS


class Policy(models.Model):
    """A partnership's own stages of escalation, from a day. Where there is none, Sightline's default stages hold."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    dated_on = models.DateField(null=True, blank=True)
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    started_on = models.DateField()

    class Meta:
        ordering = ["-started_on", "-id"]
        verbose_name_plural = "policies"

    def __str__(self) -> str:
        return self.name


class Stage(models.Model):
    policy = models.ForeignKey(Policy, models.CASCADE, related_name="stages")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    is_formal = models.BooleanField(default=False)
    working_days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["policy", "number"], name="stage_number_once")]

    def __str__(self) -> str:
        return f"{self.number}. {self.name}"


class Challenge(models.Model):
    """One partner challenges another. Short on purpose: there is no room for a case.

    `closed_on` and `outcome` repeat what the steps come to, so that open ones are found without reading all.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    kind = models.CharField(max_length=20, choices=[(k.value, label) for k, label in KIND_LABELS.items()])
    about = models.CharField(max_length=300)
    asked_for = models.CharField(max_length=300, blank=True)
    about_kind = models.CharField(max_length=60, blank=True)
    about_id = models.BigIntegerField(null=True, blank=True)
    about_label = models.CharField(max_length=200, blank=True)
    theme = models.ForeignKey(Theme, models.PROTECT, null=True, blank=True, related_name="+")
    raised_on = models.DateField()
    by_organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    by_post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    by_person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    to_organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    to_board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(
        max_length=20, blank=True, choices=[(o.value, label) for o, label in OUTCOME_LABELS.items()]
    )
    what_changed = models.CharField(max_length=500, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    learning = models.CharField(max_length=500, blank=True)
    no_learning_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-raised_on", "-id"]
        indexes = [models.Index(fields=["partnership", "closed_on"], name="challenges_of_partnership")]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "number"], name="challenge_number_once"),
            models.CheckConstraint(
                name="challenge_names_who_raised_it",
                condition=Q(by_organisation__isnull=False) | Q(by_post__isnull=False) | Q(by_person__isnull=False),
            ),
            models.CheckConstraint(
                name="challenge_names_one_challenged",
                condition=Q(to_organisation__isnull=False, to_board__isnull=True)
                | Q(to_organisation__isnull=True, to_board__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Challenge {self.number}: {self.get_kind_display()}"


class Step(models.Model):
    """Something that happened to a challenge. What opens a stage keeps its name and limit of that day."""

    challenge = models.ForeignKey(Challenge, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=20, choices=[(k.value, label) for k, label in STEP_LABELS.items()])
    on = models.DateField()
    words = models.CharField(max_length=600, blank=True)
    stage = models.PositiveSmallIntegerField(default=0)
    stage_name = models.CharField(max_length=120, blank=True)
    is_formal = models.BooleanField(default=False)
    working_days = models.PositiveSmallIntegerField(null=True, blank=True)
    outcome = models.CharField(
        max_length=20, blank=True, choices=[(o.value, label) for o, label in OUTCOME_LABELS.items()]
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.on:%-d %B %Y}"
