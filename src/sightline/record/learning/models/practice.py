from django.db import models

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.models import Document
from sightline.partnership.directory.models import Organisation, Post
from sightline.partnership.plan.models import Theme

from ..domain.practice import STRENGTH_LABELS


class PracticeExample(models.Model):
    """Something that works somewhere, for others to use. Its evidence bears on `learning.practiceexample`.

    `shared_on`: from then on the other partnerships of the region may read it, while its partnership shares learning.
    """

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    what = models.TextField()
    for_whom = models.CharField(max_length=300, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="+")
    contact = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    strength = models.CharField(
        max_length=20, choices=[(s.value, label) for s, label in STRENGTH_LABELS.items()], blank=True
    )
    document = models.ForeignKey(Document, models.PROTECT, null=True, blank=True, related_name="+")
    url = models.URLField(max_length=500, blank=True)
    recorded_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    shared_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["title"]
        indexes = [models.Index(fields=["partnership", "recorded_on"], name="examples_of_partnership")]

    def __str__(self) -> str:
        return self.title


class ExampleTheme(models.Model):
    example = models.ForeignKey(PracticeExample, models.CASCADE, related_name="themes")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["example", "theme"], name="example_theme_once")]

    def __str__(self) -> str:
        return str(self.theme)
