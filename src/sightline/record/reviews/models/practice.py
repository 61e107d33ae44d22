from django.db import models
from django.db.models import Q

from sightline.partnership.directory.models import Organisation, Post, ends_after_start

from ..domain.practice import EDITIONS, NEWEST_EDITION, PANEL_LABELS, PanelPart
from .core import Review


class PracticeReview(models.Model):
    """A review that is run here on the template. `started_on` to `ended_on` is the period under review, half-open.

    `has_parallel` None: nobody has said. `parallel_kinds` holds codes of domain.practice.Parallel, never details.
    """

    review = models.OneToOneField(Review, models.CASCADE, primary_key=True, related_name="practice")
    edition = models.CharField(max_length=20, choices=[(code, code) for code in EDITIONS], default=NEWEST_EDITION)
    decided_on = models.DateField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    has_parallel = models.BooleanField(null=True, blank=True)
    parallel_kinds = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [ends_after_start("period_under_review_ends_after_start")]

    def __str__(self) -> str:
        return str(self.review)


class PracticeSection(models.Model):
    """The words of one section of the template, or why it does not apply."""

    practice = models.ForeignKey(PracticeReview, models.CASCADE, related_name="sections")
    code = models.SlugField(max_length=30)
    text = models.TextField(blank=True)
    not_applicable_because = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "code"], name="practice_section_once")]

    def __str__(self) -> str:
        return self.code


class PracticeReviewer(models.Model):
    """Who reviews. `is_independent` None: nobody has said whether they are independent of the agencies."""

    practice = models.ForeignKey(PracticeReview, models.CASCADE, related_name="reviewers")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=120, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    organisation_as_written = models.CharField(max_length=200, blank=True)
    is_independent = models.BooleanField(null=True, blank=True)
    appointed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["appointed_on", "id"]

    def __str__(self) -> str:
        return self.name


class PanelSeat(models.Model):
    """A post or an agency on the panel of a review."""

    practice = models.ForeignKey(PracticeReview, models.CASCADE, related_name="panel")
    part = models.CharField(
        max_length=20, choices=[(p.value, label) for p, label in PANEL_LABELS.items()], default=PanelPart.MEMBER
    )
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["part", "id"]
        constraints = [
            models.CheckConstraint(
                name="panel_seat_names_a_post_or_agency",
                condition=Q(post__isnull=False) | Q(organisation__isnull=False),
                violation_error_message="Choose a post or an agency.",
            )
        ]

    def __str__(self) -> str:
        return str(self.post or self.organisation)
