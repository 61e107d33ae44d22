"""Questions about imports."""

from django.db.models import QuerySet

from sightline.foundation.accounts.models import Partnership

from .domain.sheets import Fault
from .models import Import


def imports_of(partnership: Partnership) -> QuerySet[Import]:
    return Import.objects.filter(partnership=partnership).select_related("brought_by")


def import_in(partnership: Partnership, pk: int) -> Import | None:
    return imports_of(partnership).filter(pk=pk).first()


def faults_of(sheet: Import) -> list[Fault]:
    return [Fault(**fault) for fault in sheet.faults]
