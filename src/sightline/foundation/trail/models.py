from django.db import models


class Entry(models.Model):
    """One change of one row, written by the database itself. `before` and `after` hold the row as JSON."""

    FIELDS = ("id", "at", "actor_id", "actor", "deed", "table", "row", "verb", "before", "after", "partnership_id")

    id = models.BigAutoField(primary_key=True)
    at = models.CharField(max_length=32)
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=200, blank=True)
    deed = models.CharField(max_length=100, blank=True)
    table = models.CharField(max_length=80)
    row = models.CharField(max_length=40)
    verb = models.CharField(max_length=6)
    before = models.TextField(null=True)  # noqa: DJ001 - no row is not an empty row
    after = models.TextField(null=True)  # noqa: DJ001 - no row is not an empty row
    partnership_id = models.BigIntegerField(null=True)

    class Meta:
        ordering = ["id"]
        indexes = [
            models.Index(fields=["table", "row"], name="trail_of_a_row"),
            models.Index(fields=["partnership_id", "id"], name="trail_of_a_partnership"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.table} {self.row}"


class Seal(models.Model):
    """The hash chain: each seal covers the entries up to `last_entry` and the seal before it."""

    id = models.BigAutoField(primary_key=True)
    last_entry = models.BigIntegerField(unique=True)
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"seal {self.pk} up to {self.last_entry}"


class ActingNow(models.Model):
    """Who is acting, for SQLite's triggers: one row, filled inside a transaction and emptied before it ends."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    actor_id = models.BigIntegerField(null=True)
    actor = models.CharField(max_length=200, blank=True)
    deed = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return self.actor
