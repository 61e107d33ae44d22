"""What forms offer to point at."""

from datetime import date

from django.db.models import Q, QuerySet

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.library.models import Document
from sightline.foundation.library.queries import documents_visible_to
from sightline.record.meetings.models import Decision, Meeting


def meetings_to_name(partnership: Partnership, on: date) -> QuerySet[Meeting]:
    return Meeting.objects.filter(partnership=partnership, held_on__lte=on).select_related("board")


def papers_to_name(viewer: Viewer, partnership: Partnership) -> QuerySet[Document]:
    return documents_visible_to(viewer, partnership).filter(retired_on__isnull=True)


def open_decisions_in(partnership: Partnership, on: date) -> QuerySet[Decision]:
    """Decisions that everyone who reads the record may read: none taken under a restricted item."""
    plain = Q(agenda_item__isnull=True) | Q(agenda_item__is_restricted=False)
    rows = Decision.objects.filter(plain, meeting__partnership=partnership, meeting__held_on__lte=on)
    return rows.select_related("meeting__board").order_by("-meeting__held_on", "number")
