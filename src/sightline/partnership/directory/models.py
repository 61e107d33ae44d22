from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sightline.foundation.accounts.models import Partnership

from .domain import SECTOR_LABELS, STANDING_LABELS, AreaKind, HoldingKind, Sector, Standing, SuccessionKind


def ends_after_start(name: str) -> models.CheckConstraint:
    """A dated row may be open at either end, but never ends before it starts."""
    return models.CheckConstraint(
        name=name,
        condition=Q(ended_on__isnull=True) | Q(started_on__isnull=True) | Q(ended_on__gte=F("started_on")),
        violation_error_message="It would end before it starts. Choose a later end or an earlier start.",
    )


class Area(models.Model):
    """A piece of geography: authority, police force or command, health board, region. Shared by all partnerships."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=[(k.value, k.name) for k in AreaKind])
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    population_0_17 = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)
    is_verified = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        constraints = [ends_after_start("area_ends_after_start")]

    def __str__(self) -> str:
        return self.name


class AreaPart(models.Model):
    """`part` lies in `whole` from a day until a day (a borough in a police command, a health board, a region)."""

    whole = models.ForeignKey(Area, models.PROTECT, related_name="parts")
    part = models.ForeignKey(Area, models.PROTECT, related_name="wholes")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)
    is_verified = models.BooleanField(default=True)

    class Meta:
        constraints = [ends_after_start("area_part_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.part} in {self.whole}"


class Organisation(models.Model):
    """A body. `partnership` is empty for a public body that all partnerships share, held once."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=40, blank=True)
    sector = models.CharField(
        max_length=20, choices=[(s.value, label) for s, label in SECTOR_LABELS.items()], default=Sector.OTHER
    )
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="services")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)
    is_verified = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            ends_after_start("organisation_ends_after_start"),
            models.UniqueConstraint(
                fields=["partnership", "name"],
                name="organisation_name_once_in_partnership",
                condition=Q(partnership__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["name"], name="organisation_name_once_shared", condition=Q(partnership__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OrganisationName(models.Model):
    """Another name of a body: former, short, or as papers write it. Used to recognise it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "name"], name="organisation_other_name_once")]

    def __str__(self) -> str:
        return self.name


class Identifier(models.Model):
    """A body's number in a public scheme: gss, ods, urn, charity, company."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=20)
    value = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "scheme"], name="identifier_once_per_scheme")]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class Succession(models.Model):
    """Succeeded by, merged into and split into are different things."""

    predecessor = models.ForeignKey(Organisation, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Organisation, models.PROTECT, related_name="predecessions")
    kind = models.CharField(max_length=20, choices=[(k.value, k.name) for k in SuccessionKind])
    on = models.DateField()
    source = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return f"{self.predecessor} {self.get_kind_display()} {self.successor}"


class Serves(models.Model):
    """A body serves an area, with dates: one police force or trust may serve many."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="serves")
    area = models.ForeignKey(Area, models.PROTECT, related_name="served_by")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [ends_after_start("serves_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.organisation} serves {self.area}"


class StandingInPartnership(models.Model):
    """What a body is to a partnership in law, with dates and the edition that says so."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="standings")
    standing = models.CharField(max_length=30, choices=[(s.value, label) for s, label in STANDING_LABELS.items()])
    category = models.CharField(max_length=80, blank=True)
    edition = models.ForeignKey("law.Edition", models.PROTECT, null=True, blank=True, related_name="+")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [ends_after_start("standing_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_standing_display()}"

    @property
    def is_statutory_partner(self) -> bool:
        return self.standing == Standing.SAFEGUARDING_PARTNER


class Person(models.Model):
    """Someone who holds posts and seats. Work contact details only."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    name = models.CharField(max_length=150)
    honorific = models.CharField(max_length=60, blank=True)
    work_email = models.EmailField(blank=True)
    work_phone = models.CharField(max_length=40, blank=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["partnership", "name"], name="person_by_name")]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A job in a body. `role` is a statutory or lead role's code from law duties (designated nurse, DCS), or blank."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="posts")
    title = models.CharField(max_length=160)
    role = models.CharField(max_length=40, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="+")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["title"]
        constraints = [ends_after_start("post_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.title}, {self.organisation}"


class Holding(models.Model):
    """A person in a post, with dates; acting, interim and cover are said."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="holdings")
    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings")
    kind = models.CharField(
        max_length=20, choices=[(k.value, k.name) for k in HoldingKind], default=HoldingKind.SUBSTANTIVE
    )
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [ends_after_start("holding_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.person}: {self.post}"
