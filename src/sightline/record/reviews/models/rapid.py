from django.conf import settings
from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.governance.models import Board
from sightline.record.actions.models import Action

from ..domain.clocks import STARTS
from ..domain.rapid import CHECKLIST, MET_LABELS, RATIFIED_LABELS, REPLY_LABELS
from .core import Review
from .incidents import Incident


class PlanTemplateStep(models.Model):
    """One step of a partnership's own plan for its rapid reviews; without any, the example holds."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    day = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=200)
    owner_as_written = models.CharField(max_length=200, blank=True)
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["day", "id"]

    def __str__(self) -> str:
        return f"Day {self.day}: {self.what}"


class RapidReview(models.Model):
    """The fifteen days of a review of kind rapid. An old one may stand without an incident.

    `counted_from` is day 0 where no incident gives it; `sent_despite` says why it went with something missing.
    """

    review = models.OneToOneField(Review, models.PROTECT, related_name="rapid")
    incident = models.OneToOneField(Incident, models.PROTECT, null=True, blank=True, related_name="rapid")
    opened_on = models.DateField()
    start = models.CharField(max_length=20, choices=[(s.value, c.label) for s, c in STARTS.items()])
    counted_from = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    does_practice_review = models.BooleanField(null=True, blank=True)
    suggests_national = models.BooleanField(null=True, blank=True)
    criteria = models.TextField(blank=True)
    reasons = models.TextField(blank=True)
    sent_on = models.DateField(null=True, blank=True)
    sent_despite = models.TextField(blank=True)
    replied_on = models.DateField(null=True, blank=True)
    reply = models.CharField(max_length=20, blank=True, choices=[(r.value, v) for r, v in REPLY_LABELS.items()])
    reply_words = models.TextField(blank=True)
    asks_for_more = models.BooleanField(default=False)
    responded_on = models.DateField(null=True, blank=True)
    response = models.TextField(blank=True)
    stopped_on = models.DateField(null=True, blank=True)
    stopped_because = models.TextField(blank=True)

    class Meta:
        ordering = ["-opened_on", "-id"]

    def __str__(self) -> str:
        return str(self.review)


class RapidStep(models.Model):
    """A step of one review's plan, by its working day; its date follows the clock."""

    rapid = models.ForeignKey(RapidReview, models.CASCADE, related_name="steps")
    day = models.PositiveSmallIntegerField()
    what = models.CharField(max_length=200)
    owner_as_written = models.CharField(max_length=200, blank=True)
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+")
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["day", "id"]

    def __str__(self) -> str:
        return f"Day {self.day}: {self.what}"


class RapidCheck(models.Model):
    """Whether the review holds one thing of the checklist. An item without a row has not been looked at."""

    rapid = models.ForeignKey(RapidReview, models.CASCADE, related_name="checks")
    item = models.CharField(max_length=40, choices=[(item.code, item.words) for item in CHECKLIST])
    answer = models.CharField(max_length=20, choices=[(m.value, v) for m, v in MET_LABELS.items()])
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["rapid", "item"], name="rapid_check_once")]

    def __str__(self) -> str:
        return f"{self.get_item_display()}: {self.get_answer_display()}"


class RapidMeeting(models.Model):
    """A meeting at which the review was worked on: a board's, or one named in words."""

    rapid = models.ForeignKey(RapidReview, models.CASCADE, related_name="meetings")
    held_on = models.DateField()
    board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["held_on", "id"]
        constraints = [
            models.CheckConstraint(name="rapid_meeting_named", condition=Q(board__isnull=False) | ~Q(name=""))
        ]

    def __str__(self) -> str:
        return str(self.board or self.name)


class RapidAction(models.Model):
    """An action that came out of the review; the actions room keeps it."""

    rapid = models.ForeignKey(RapidReview, models.CASCADE, related_name="actions")
    action = models.OneToOneField(Action, models.PROTECT, related_name="+")
    is_immediate = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.action)


class Ratification(models.Model):
    """A safeguarding partner's word on the decision: by its own user, or written down by the team on whose word."""

    rapid = models.ForeignKey(RapidReview, models.CASCADE, related_name="ratifications")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=20, choices=[(r.value, v) for r, v in RATIFIED_LABELS.items()])
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    said_by = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["on", "id"]
        constraints = [models.UniqueConstraint(fields=["rapid", "organisation"], name="ratification_once")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_answer_display()}"
