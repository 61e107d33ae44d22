from django.conf import settings
from django.db import models

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Organisation, Person

from .domain import REPEAT_LABELS, STATE_LABELS, Repeat, State


class Rhythm(models.Model):
    """When a partnership's digests go out. No row means that none do."""

    partnership = models.OneToOneField(Partnership, models.PROTECT, related_name="+")
    is_on = models.BooleanField(default=False)
    weekdays = models.JSONField(default=list)
    """Numbers from 0, Monday."""
    lead_days = models.PositiveSmallIntegerField(default=10)
    repeat = models.CharField(
        max_length=2, choices=[(r.value, v) for r, v in REPEAT_LABELS.items()], default=Repeat.WEEKLY
    )
    most = models.PositiveSmallIntegerField(default=20)
    link_days = models.PositiveSmallIntegerField(default=21)

    def __str__(self) -> str:
        return f"Reminders of {self.partnership}"


class Contact(models.Model):
    """Who is reminded of what an organisation owes a partnership. Without one, holders of its lead roles are."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["organisation__name", "person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "organisation", "person"], name="contact_once_per_organisation"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} for {self.organisation}"


class Wish(models.Model):
    """What one person, known by an e-mail address, wishes to be told of."""

    email = models.EmailField(max_length=254, unique=True)
    only_overdue = models.BooleanField(default=False)
    nonce = models.CharField(max_length=32)
    secret_digest = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name_plural = "wishes"

    def __str__(self) -> str:
        return f"{self.email}: {'only what is overdue' if self.only_overdue else 'everything'}"


class Round(models.Model):
    """One day's preparing of digests, finished or broken off; a broken one is taken up where it stopped."""

    day = models.DateField(unique=True)
    begun_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    things = models.PositiveIntegerField(default=0)
    digests = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"Digests of {self.day}"


class Digest(models.Model):
    """One e-mail to one address on one day. Never two."""

    day = models.DateField()
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=150)
    state = models.CharField(
        max_length=20, choices=[(s.value, v) for s, v in STATE_LABELS.items()], default=State.PREPARED
    )
    tries = models.PositiveSmallIntegerField(default=0)
    prepared_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-day", "name", "id"]
        constraints = [models.UniqueConstraint(fields=["email", "day"], name="digest_once_a_day")]
        indexes = [
            models.Index(
                fields=["next_try_at"],
                name="digests_waiting",
                condition=models.Q(state__in=[State.PREPARED, State.FAILED, State.SENDING]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.day}"


class Section(models.Model):
    """What a digest tells of one partnership."""

    digest = models.ForeignKey(Digest, models.CASCADE, related_name="sections")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    count = models.PositiveIntegerField()
    overdue = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["digest", "partnership"], name="section_once_per_partnership")]

    def __str__(self) -> str:
        return f"{self.digest}: {self.partnership}"


class Link(models.Model):
    """Lets one person answer about one thing without an account, until a day. Only a digest of its secret is kept."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=60)
    object_id = models.PositiveBigIntegerField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    what = models.CharField(max_length=300)
    nonce = models.CharField(max_length=32)
    secret_digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    why_revoked = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "object_id", "person"],
                name="link_in_use_once",
                condition=models.Q(revoked_at__isnull=True),
            )
        ]
        indexes = [models.Index(fields=["partnership", "expires_at"], name="links_of_partnership")]

    def __str__(self) -> str:
        return f"{self.person}: {self.what[:80]}"


class Item(models.Model):
    """One thing in a digest, in the words of that day."""

    section = models.ForeignKey(Section, models.CASCADE, related_name="items")
    link = models.ForeignKey(Link, models.PROTECT, null=True, blank=True, related_name="+")
    what = models.CharField(max_length=300)
    asks = models.CharField(max_length=300)
    due_on = models.DateField()

    class Meta:
        ordering = ["id"]  # as it was told: by weight, then by day

    def __str__(self) -> str:
        return self.what[:80]


class Answer(models.Model):
    """What someone said by a link. `waits` where the team is to take it up, rather than it being written down at once."""

    link = models.ForeignKey(Link, models.PROTECT, related_name="answers")
    at = models.DateTimeField()
    said = models.TextField()
    waits = models.BooleanField(default=False)
    taken_up_at = models.DateTimeField(null=True, blank=True)
    taken_up_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.said[:80]
