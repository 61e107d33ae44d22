from collections.abc import Iterator
from pathlib import Path

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_http_methods

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.kernel.verdict import Refused

from . import commands, queries
from .forms import DocumentForm
from .models import Document, Page, Version
from .policy import may_change
from .presenters import document_page, documents_table, reading_page
from .presenters.a_to_z import a_to_z as guidance_by_letter
from .store import NoPicture, page_picture, path_of


@opens_with(Deed.READ)
@require_GET
def documents(request: HttpRequest) -> HttpResponse:
    rows = queries.documents_visible_to(request.viewer, request.scope)
    table = documents_table(request.scope.slug, rows, request.path)
    return table_download(request, table) or render(request, "library/documents.html", {"table": table})


@opens_with(Deed.READ)
@require_GET
def a_to_z(request: HttpRequest) -> HttpResponse:
    letters = guidance_by_letter(
        request.scope.slug, queries.guidance_visible_to(request.viewer, request.scope), request.as_at
    )
    return render(request, "library/a_to_z.html", {"letters": letters})


@opens_with(Deed.READ, or_to_overseers=True)
@require_GET
def document(request: HttpRequest, pk: int) -> HttpResponse:
    shelved = _document(request, pk)
    versions = list(shelved.versions.select_related("added_by").order_by("-number"))
    pages = list(versions[0].pages.defer("text", "words").order_by("number"))
    taken = queries.citations_of_document(shelved)
    change = bool(may_change(request.viewer, shelved))
    page = document_page(request.scope.slug, shelved, versions, pages, taken, change)
    return render(request, "library/document.html", {"page": page})


@opens_with(Deed.BRING_IN_PAPERS)
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    shelved = _document(request, pk)
    others = queries.documents_visible_to(request.viewer, request.scope).exclude(pk=pk).order_by("title")
    given = request.POST if request.method == "POST" else None
    form = DocumentForm(given, document=shelved, others=list(others.values_list("pk", "title")))
    if request.method == "POST" and form.is_valid() and _changed(request, shelved, form):
        messages.success(request, f"{shelved.title} is changed.")
        return redirect("library:document", request.scope.slug, pk)
    return render(request, "library/change.html", {"form": form, "title": shelved.title, "href": request.path})


def _changed(request: HttpRequest, shelved: Document, form: DocumentForm) -> bool:
    try:
        commands.change_document(document=shelved, by=request.user, on=request.today, **form.cleaned_data)
    except Refused as reason:
        form.add_error(reason.field if reason.field in form.fields else None, reason.reason)
        return False
    return True


@opens_with(Deed.READ, or_to_overseers=True)
@require_GET
def page(request: HttpRequest, pk: int, version: int, number: int) -> HttpResponse:
    held, leaf = _page(request, pk, version, number)
    count, newest = held.pages.count(), queries.newest_version(held.document)
    shown = reading_page(request.scope.slug, held, leaf, count, newest.number, request.GET)
    return render(request, "library/page.html", {"page": shown})


@opens_with(Deed.READ, or_to_overseers=True)
@require_GET
def picture(request: HttpRequest, pk: int, version: int, number: int) -> HttpResponse:
    held, leaf = _page(request, pk, version, number)
    try:
        place = page_picture(held.sha256, leaf.number)
    except NoPicture as problem:
        raise Http404 from problem
    return HttpResponse(
        place.read_bytes(), content_type="image/png", headers={"Cache-Control": "private, max-age=86400"}
    )


@opens_with(Deed.READ, or_to_overseers=True)
@require_GET
def original(request: HttpRequest, pk: int, version: int) -> HttpResponse:
    """The file as it came, always to be saved: a web page or a script in it is never run from here."""
    held = _version(request, pk, version)
    place = path_of(held.sha256)
    if not place.is_file():
        raise Http404
    headers = {
        "Content-Disposition": content_disposition_header(True, held.file_name),
        "Content-Length": str(held.size),
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingHttpResponse(_chunks(place), content_type="application/octet-stream", headers=headers)


def _chunks(place: Path) -> Iterator[bytes]:
    with place.open("rb") as file:
        while chunk := file.read(64 * 1024):
            yield chunk


def _document(request: HttpRequest, pk: int) -> Document:
    found = queries.document_visible_to(request.viewer, request.scope, pk)
    if found is None:
        raise Http404
    return found


def _version(request: HttpRequest, pk: int, number: int) -> Version:
    found = queries.version_visible_to(request.viewer, request.scope, pk, number)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, pk: int, version: int, number: int) -> tuple[Version, Page]:
    held = _version(request, pk, version)
    leaf = queries.page_of(held, number)
    if leaf is None:
        raise Http404
    return held, leaf
