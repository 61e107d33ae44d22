from django.conf import settings
from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, Person
from sightline.partnership.governance.models import Board, Seat
from sightline.record.actions.models import Action

from .domain import STATUS_LABELS, LinkKind, MeetingState, MinutesState
from .domain.referring import OUTCOME_LABELS as REFERRAL_OUTCOME_LABELS


class Meeting(models.Model):
    """One meeting of one board. `partnership` repeats the board's, so that the largest tables can be asked by tenant."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    held_on = models.DateField()
    is_month_only = models.BooleanField(default=False)
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    venue = models.CharField(max_length=300, blank=True)
    title = models.CharField(max_length=200, blank=True)
    state = models.CharField(
        max_length=20, choices=[(s.value, s.name) for s in MeetingState], default=MeetingState.PLANNED
    )
    cancelled_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-held_on", "-id"]
        indexes = [
            models.Index(fields=["board", "held_on"], name="meeting_by_board"),
            models.Index(fields=["partnership", "held_on"], name="meeting_by_partnership"),
        ]

    def __str__(self) -> str:
        return f"{self.board}, {self.held_on:%-d %B %Y}"


class AgendaItem(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    lead = models.CharField(max_length=200, blank=True)
    minutes_allowed = models.PositiveSmallIntegerField(null=True, blank=True)
    is_standing = models.BooleanField(default=False)
    is_restricted = models.BooleanField(default=False)
    notes = models.TextField(blank=True)

    class Meta:
        ordering = ["meeting", "order", "id"]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """One seat, person or agency at one meeting, with the words as written. `organisation` is whom they came for."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    seat = models.ForeignKey(Seat, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=12, choices=[(s.value, v) for s, v in STATUS_LABELS.items()])
    deputy_for = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    person_as_written = models.CharField(max_length=150, blank=True)
    post_as_written = models.CharField(max_length=200, blank=True)
    organisation_as_written = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["meeting", "id"]
        verbose_name_plural = "attendance"
        indexes = [
            models.Index(fields=["meeting", "organisation", "status"], name="attendance_by_agency"),
            models.Index(fields=["person"], name="attendance_by_person"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "seat", "person"],
                name="attendance_once_per_seat_and_person",
                condition=Q(seat__isnull=False, person__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person or self.person_as_written or self.organisation}: {self.get_status_display()}"


class Minutes(models.Model):
    """One version of a meeting's minutes. Approved and published versions never change."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="minutes")
    version = models.PositiveIntegerField()
    state = models.CharField(
        max_length=20, choices=[(s.value, s.name) for s in MinutesState], default=MinutesState.DRAFT
    )
    text = models.TextField(blank=True)
    why = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    approved_on = models.DateField(null=True, blank=True)
    approved_at_meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    published_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["meeting", "-version"]
        verbose_name_plural = "minutes"
        constraints = [models.UniqueConstraint(fields=["meeting", "version"], name="minutes_version_once")]

    def __str__(self) -> str:
        return f"{self.meeting}: minutes version {self.version}"


class Decision(models.Model):
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="decisions")
    agenda_item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+")
    number = models.CharField(max_length=40)
    text = models.TextField()
    proposed_by = models.CharField(max_length=150, blank=True)
    seconded_by = models.CharField(max_length=150, blank=True)
    result = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["meeting", "id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "number"], name="decision_number_once")]

    def __str__(self) -> str:
        return f"{self.number}: {self.text}"[:80]


class MeetingAction(models.Model):
    """What a meeting did with an action: raised it, carried it forward, closed it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="action_links")
    action = models.ForeignKey(Action, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=[(k.value, k.name) for k in LinkKind])
    agenda_item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "action", "kind"], name="meeting_action_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.action}"


class Referral(models.Model):
    """An item that one board sends to another, here or in another partnership of the region, and what came of it.

    Read from both sides, each its own part: who receives it sees what is asked and from whom; who sent it sees how far it
    is and the outcome. `to_board` is chosen by the receiving side where that is another partnership.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    board = models.ForeignKey(Board, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="+")
    agenda_item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+")
    decision = models.ForeignKey(Decision, models.SET_NULL, null=True, blank=True, related_name="+")
    title = models.CharField(max_length=200)
    ask = models.TextField(max_length=1000)
    papers = models.CharField(max_length=500, blank=True)
    answer_by = models.DateField(null=True, blank=True)
    sent_on = models.DateField()
    to_partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    to_board = models.ForeignKey(Board, models.PROTECT, null=True, blank=True, related_name="+")
    to_as_written = models.CharField(max_length=200, blank=True)
    received_on = models.DateField(null=True, blank=True)
    tabled_on = models.DateField(null=True, blank=True)
    at_meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="+")
    at_item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+")
    outcome = models.CharField(
        max_length=20, blank=True, choices=[(o.value, label) for o, label in REFERRAL_OUTCOME_LABELS.items()]
    )
    outcome_words = models.TextField(max_length=1000, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-sent_on", "-id"]
        indexes = [
            models.Index(fields=["partnership", "ended_on"], name="referrals_sent"),
            models.Index(fields=["to_partnership", "ended_on"], name="referrals_received"),
        ]

    def __str__(self) -> str:
        return self.title


class Chase(models.Model):
    """The sender asked again what became of a referral."""

    referral = models.ForeignKey(Referral, models.CASCADE, related_name="chases")
    on = models.DateField()
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"Asked again on {self.on:%-d %B %Y}"
