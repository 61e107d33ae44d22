"""Papers to take away, as answers to the browser."""

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from . import pdf, word
from .blocks import Paper
from .exports import export, table_paper
from .tables import Table


def download(content: bytes, media_type: str, filename: str) -> HttpResponse:
    disposition = content_disposition_header(True, filename)
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": disposition})


def table_download(request: HttpRequest, table: Table) -> HttpResponse | None:
    """The table as a file when the address asks for it (`?export=xlsx`, csv, docx, pdf), filtered and sorted as it is seen."""
    fmt = request.GET.get("export", "")
    if fmt in ("xlsx", "csv"):
        return download(*export(table, fmt, request.GET))
    if fmt in ("docx", "pdf"):
        return paper_download(table_paper(table, request.GET), fmt, slugify(table.caption)[:80] or "table")
    return None


def paper_download(paper: Paper, fmt: str, name: str) -> HttpResponse:
    """A paper as Word ("docx") or accessible PDF ("pdf")."""
    if fmt == "pdf":
        return download(pdf.paper_pdf(paper), pdf.MEDIA_TYPE, f"{name}.pdf")
    return download(word.paper_docx(paper), word.MEDIA_TYPE, f"{name}.docx")
