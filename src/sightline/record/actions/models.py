from django.conf import settings
from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.plan.models import Objective
from sightline.record.evidence.domain import GRADE_LABELS

from .domain import EVENT_LABELS, NO_REACH, RATING_LABELS, STATUS_LABELS, WORD_LABELS, Event, PartyKind, Status

RATINGS = [(rating.value, label) for rating, label in RATING_LABELS.items()]


class Action(models.Model):
    """Something someone undertook. `*_as_written` keep the words of the paper beside what they were taken to mean.

    `reported_*`: who said that it is done; `word`: on whose word it was closed, a second person's (`confirmed_by`), a
    board's or a paper's (`word_of` names it). `reach_at_closing`: how far its evidence reached on the day it was closed.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    number = models.CharField(max_length=40, blank=True)
    what = models.TextField()
    owner_as_written = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_as_written = models.CharField(max_length=120, blank=True)
    status = models.CharField(
        max_length=20, choices=[(s.value, v) for s, v in STATUS_LABELS.items()], default=Status.OPEN
    )
    raised_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closing_note = models.TextField(blank=True)
    rating = models.CharField(max_length=20, choices=RATINGS, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    word = models.CharField(max_length=20, choices=[(w.value, label) for w, label in WORD_LABELS.items()], blank=True)
    word_of = models.CharField(max_length=300, blank=True)
    reach_at_closing = models.CharField(
        max_length=20,
        choices=[(NO_REACH, "No graded evidence"), *((g.value, label) for g, label in GRADE_LABELS.items())],
        blank=True,
    )

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [
            models.Index(fields=["partnership", "due_on"], name="open_actions", condition=Q(closed_on__isnull=True))
        ]

    def __str__(self) -> str:
        return self.what[:80]


class Party(models.Model):
    """Who owns or helps with an action: a post or an agency, so that it survives people leaving; a person where no post is known."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="parties")
    kind = models.CharField(max_length=20, choices=[(k.value, k.name) for k in PartyKind], default=PartyKind.LEAD)
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "parties"
        constraints = [
            models.CheckConstraint(
                name="party_names_someone",
                condition=Q(post__isnull=False) | Q(organisation__isnull=False) | Q(person__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return str(self.post or self.organisation or self.person)


class Progress(models.Model):
    """One line of an action's history: how it is going, or what became of it. `rating` is what it was rated then."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="progress")
    on = models.DateField()
    event = models.CharField(
        max_length=20, choices=[(e.value, label) for e, label in EVENT_LABELS.items()], default=Event.PROGRESS
    )
    note = models.TextField()
    status = models.CharField(max_length=20, choices=[(s.value, v) for s, v in STATUS_LABELS.items()], blank=True)
    rating = models.CharField(max_length=20, choices=RATINGS, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-on", "-id"]
        verbose_name_plural = "progress"

    def __str__(self) -> str:
        return self.note[:80]


class Serving(models.Model):
    """An action that serves an objective of a priority: the link of the chain from what was promised to what was done."""

    action = models.ForeignKey(Action, models.CASCADE, related_name="serves")
    objective = models.ForeignKey(Objective, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["action", "objective"], name="serving_once")]

    def __str__(self) -> str:
        return str(self.objective)
