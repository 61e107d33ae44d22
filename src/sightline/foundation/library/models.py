from django.conf import settings
from django.db import models

from sightline.foundation.accounts.models import Partnership

from .domain import VISIBILITY_LABELS, Visibility


class Document(models.Model):
    """A paper as a work: its versions are files. `kind` is a word from the reader's classes, or a person's."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=40, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    area = models.CharField(max_length=120, blank=True)
    visibility = models.CharField(
        max_length=20, choices=[(v.value, VISIBILITY_LABELS[v]) for v in Visibility], default=Visibility.PARTNERSHIP
    )
    dated_on = models.DateField(null=True, blank=True)
    dated_as_written = models.CharField(max_length=80, blank=True)
    review_on = models.DateField(null=True, blank=True)
    superseded_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="supersedes")
    retired_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-added_at", "-id"]
        indexes = [models.Index(fields=["partnership", "kind"], name="document_by_kind")]

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """One file of a document. The bytes are stored under their own digest and never change."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    file_name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    signature = models.JSONField(default=list, blank=True)
    faults = models.JSONField(default=list, blank=True)  # what is wrong or missing: message, start, end, page
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["document", "-number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="version_number_once")]

    def __str__(self) -> str:
        return f"{self.file_name} (version {self.number})"


class Page(models.Model):
    """The text of one page, sheet or section, at `start` in the version's whole text. `words` are [start, end, l, t, r, b]."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=120, blank=True)
    text = models.TextField(blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    width = models.FloatField(null=True)
    height = models.FloatField(null=True)
    has_text = models.BooleanField(default=True)
    by_ocr = models.BooleanField(default=False)
    words = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["version", "number"]
        constraints = [models.UniqueConstraint(fields=["version", "number"], name="page_number_once")]

    def __str__(self) -> str:
        return self.label or f"page {self.number}"


class Passage(models.Model):
    """Some words of a version: what a citation points at. `words` are exactly the text from `start` to `end`."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="passages")
    page = models.ForeignKey(Page, models.PROTECT, null=True, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    words = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "start", "end"], name="passage_once")]

    def __str__(self) -> str:
        return self.words[:80]


class Citation(models.Model):
    """Ties a record, named by kind and id, to the passage it came from; `field` says which of its values, blank for all."""

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="citations")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    field = models.CharField(max_length=60, blank=True)
    cited_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="citation_of_subject")]
        constraints = [
            models.UniqueConstraint(fields=["passage", "subject_kind", "subject_id", "field"], name="citation_once")
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind}:{self.subject_id}"


class SearchEntry(models.Model):
    """What search can find: one row per record or page, kept by the commands that own them. The full-text index hangs on it."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, null=True, related_name="+")
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    dated_on = models.DateField(null=True, blank=True)
    is_restricted = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject_kind", "subject_id"], name="search_entry_once")]

    def __str__(self) -> str:
        return self.title
