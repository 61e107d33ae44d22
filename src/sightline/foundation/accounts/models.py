from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from .domain import ROLES, TOPIC_LABELS, Role, Tier, Topic


class Partnership(models.Model):
    """The tenant: a set of arrangements that owns its own record. History is kept: a partnership ends, it is not removed."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80)
    tier = models.CharField(max_length=20, choices=[(t.value, t.name) for t in Tier], default=Tier.BOROUGH)
    overseen_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="overseen")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)
    is_verified = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager):
    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email__iexact=email)


class User(AbstractBaseUser):
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "email"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name


class Grant(models.Model):
    """A role given to a person in a partnership, from a day, until a day."""

    user = models.ForeignKey(User, models.PROTECT, related_name="grants")
    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="grants")
    role = models.CharField(max_length=30, choices=[(r.value, card.label) for r, card in ROLES.items()])
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    granted_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-starts_on", "id"]
        verbose_name = "role"
        constraints = [
            models.CheckConstraint(
                name="grant_ends_after_start", condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="grant_everywhere_only_administrator",
                condition=Q(partnership__isnull=False) | Q(role=Role.ADMINISTRATOR.value),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} from {self.starts_on:%-d %B %Y}"


class Invitation(models.Model):
    """An invitation by e-mail. Only a digest of the link's secret is kept."""

    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=150)
    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=30, choices=[(r.value, card.label) for r, card in ROLES.items()])
    ends_on = models.DateField(null=True, blank=True)
    secret_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-invited_at"]

    def __str__(self) -> str:
        return f"{self.name} invited {self.invited_at:%-d %B %Y}"


class Sharing(models.Model):
    """What a partnership lets its region see. No row means not shared."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="sharing")
    topic = models.CharField(max_length=30, choices=[(t.value, TOPIC_LABELS[t]) for t in Topic])
    is_shared = models.BooleanField(default=False)

    class Meta:
        verbose_name = verbose_name_plural = "what is shared"
        constraints = [models.UniqueConstraint(fields=["partnership", "topic"], name="sharing_once_per_topic")]

    def __str__(self) -> str:
        return f"{self.get_topic_display()}: {'shared' if self.is_shared else 'not shared'}"
