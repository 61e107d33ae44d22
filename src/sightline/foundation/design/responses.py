"""Papers to take away, as answers to the browser."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from .exports import export
from .tables import Table


def download(content: bytes, media_type: str, filename: str) -> HttpResponse:
    disposition = content_disposition_header(True, filename)
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": disposition})


def table_download(request: HttpRequest, table: Table) -> HttpResponse | None:
    """The table as Excel or CSV when the address asks for it (`?export=xlsx`), filtered and sorted as it is seen."""
    fmt = request.GET.get("export", "")
    return download(*export(table, fmt, request.GET)) if fmt in ("xlsx", "csv") else None
