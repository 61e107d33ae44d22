from django.db import models
from django.db.models import Q

from sightline.foundation.accounts.models import Partnership


class Theme(models.Model):
    """A word of the common vocabulary. `region` None comes with Sightline and holds everywhere; else one region's own.

    Never rewritten: from the day it is replaced the newer one stands in its place, and older records keep theirs.
    `instead_of` is the theme that comes with Sightline in whose place a region puts its own; for others it stays.
    """

    code = models.SlugField(max_length=60)
    label = models.CharField(max_length=120)
    definition = models.TextField(blank=True)
    region = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="+")
    edition = models.CharField(max_length=20)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    instead_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="reworded")
    replaced_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replaces")
    source = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(fields=["code"], name="theme_code_once", condition=Q(region__isnull=True)),
            models.UniqueConstraint(
                fields=["region", "code"], name="theme_code_once_in_region", condition=Q(region__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.label


class ThemeWord(models.Model):
    """Words by which plans and papers name a theme; they are looked for when a text is mapped to themes.

    `region` None for words that hold everywhere, else those a region added.
    """

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="words")
    words = models.CharField(max_length=120)
    region = models.ForeignKey(Partnership, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["words"]
        constraints = [
            models.UniqueConstraint(
                fields=["theme", "words"], name="theme_word_once", condition=Q(region__isnull=True)
            ),
            models.UniqueConstraint(
                fields=["theme", "words", "region"], name="theme_word_once_in_region", condition=Q(region__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.words
