from django.db import models
from django.db.models import Q

from sightline.partnership.plan.models import Theme

from .core import Finding, Review


class RefusedTheme(models.Model):
    """A person said that a finding does not speak of a theme; Sightline does not propose it again."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="refused_themes")
    theme = models.ForeignKey(Theme, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["finding", "theme"], name="refused_theme_once")]

    def __str__(self) -> str:
        return str(self.theme)


class ReviewFigure(models.Model):
    """A count that a report published (reviews completed, modifiable factors). `value` None: suppressed or not given."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="figures")
    name = models.CharField(max_length=200)
    value = models.PositiveIntegerField(null=True, blank=True)
    as_written = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["review", "name"], name="review_figure_once"),
            models.CheckConstraint(
                name="review_figure_says_something",
                condition=Q(value__isnull=False) | ~Q(as_written=""),
                violation_error_message="Enter the count, or the words that stand in its place.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.as_written or self.value}"
