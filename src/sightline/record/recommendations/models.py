from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.governance.models import Board
from sightline.partnership.plan.models import Theme
from sightline.record.actions.models import Action

from .domain import ANSWER_LABELS


class Recommendation(models.Model):
    """A recommendation in its exact words, held once. `source_title` names the review, audit or inspection that made it.

    `partnership` keeps the words. A region that makes it to several partnerships issues it to each (`Issued`), and each of
    them answers it in its own register. `respond_by` is the day that was named for the answer, where one was.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    number = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    source_title = models.CharField(max_length=300)
    source_kind = models.CharField(max_length=40, blank=True)
    made_on = models.DateField(null=True, blank=True)
    addressee_as_written = models.CharField(max_length=300, blank=True)
    urgency_as_written = models.CharField(max_length=120, blank=True)
    respond_by = models.DateField(null=True, blank=True)
    is_to_all = models.BooleanField(default=False)
    are_answers_shared = models.BooleanField(default=False)
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="supersedes")
    superseded_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["source_title", "id"]
        indexes = [models.Index(fields=["partnership", "made_on"], name="recommendations_made")]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"[:80]


class Addressee(models.Model):
    """To whom it is made: a body, a post or a board, one to a row."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="addressees")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "organisation"], name="addressee_once"),
            models.UniqueConstraint(fields=["recommendation", "post"], name="addressee_post_once"),
            models.UniqueConstraint(fields=["recommendation", "board"], name="addressee_board_once"),
            models.CheckConstraint(
                name="addressee_is_one",
                condition=Q(organisation__isnull=False, post__isnull=True, board__isnull=True)
                | Q(organisation__isnull=True, post__isnull=False, board__isnull=True)
                | Q(organisation__isnull=True, post__isnull=True, board__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation or self.post or self.board)


class RecommendationTheme(models.Model):
    """It speaks of a theme. `is_confirmed` False: Sightline proposed it from the words, no person has said so yet."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")
    is_confirmed = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recommendation", "theme"], name="recommendation_theme_once")]

    def __str__(self) -> str:
        return str(self.theme)


class Issued(models.Model):
    """A region's recommendation stands in the register of one of its partnerships too, from a day, until it is withdrawn."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="issued")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "issued"
        ordering = ["partnership__name"]
        constraints = [models.UniqueConstraint(fields=["recommendation", "partnership"], name="issued_once")]

    def __str__(self) -> str:
        return f"{self.recommendation} to {self.partnership}"


class Response(models.Model):
    """A partnership's or body's answer, with its reason; a later response supersedes an earlier one and both stay.

    `board` or `person` said it for them, where that is known.
    """

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="responses")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=20, choices=[(a.value, v) for a, v in ANSWER_LABELS.items()])
    reason = models.TextField(blank=True)
    on = models.DateField()

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.get_answer_display()} on {self.on:%-d %B %Y}"


class AnsweringAction(models.Model):
    """An action that answers a recommendation, since the day it was linked where that is known."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="answering")
    action = models.ForeignKey(Action, models.PROTECT, related_name="+")
    linked_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["recommendation", "action"], name="answering_action_once")]

    def __str__(self) -> str:
        return str(self.action)


class Sameness(models.Model):
    """A person's word that two recommendations ask the same, or do not; each partnership and region has its own word."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    first = models.ForeignKey(Recommendation, models.CASCADE, related_name="+")
    second = models.ForeignKey(Recommendation, models.CASCADE, related_name="+")
    is_same = models.BooleanField()
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name_plural = "samenesses"
        constraints = [
            models.UniqueConstraint(fields=["partnership", "first", "second"], name="sameness_said_once"),
            models.CheckConstraint(name="sameness_lower_first", condition=Q(first__lt=F("second"))),
        ]

    def __str__(self) -> str:
        return "The same" if self.is_same else "Not the same"
