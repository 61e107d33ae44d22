"""Questions about imports."""

from django.db.models import QuerySet

from sightline.foundation.accounts.domain import Viewer
from sightline.foundation.accounts.models import Partnership

from .domain.sheets import Fault
from .models import Import
from .policy import GUARDED, may_see


def imports_of(partnership: Partnership, viewer: Viewer) -> QuerySet[Import]:
    rows = Import.objects.filter(partnership=partnership).select_related("brought_by")
    hidden = [register for register in GUARDED if not may_see(viewer, partnership.pk, register)]
    return rows.exclude(register__in=hidden)


def import_in(partnership: Partnership, viewer: Viewer, pk: int) -> Import | None:
    return imports_of(partnership, viewer).filter(pk=pk).first()


def faults_of(sheet: Import) -> list[Fault]:
    return [Fault(**fault) for fault in sheet.faults]
