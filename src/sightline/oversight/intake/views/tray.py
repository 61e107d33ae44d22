from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.library.store import keep
from sightline.kernel.verdict import Refused
from sightline.oversight.intake import commands, queries, tasks
from sightline.oversight.intake.domain import PaperState
from sightline.oversight.intake.forms import PapersForm
from sightline.oversight.intake.models import Paper
from sightline.oversight.intake.presenters import TrayPage, tray_page


@opens_with(Deed.BRING_IN_PAPERS)
@require_http_methods(["GET", "POST"])
def tray(request: HttpRequest) -> HttpResponse:
    form = PapersForm(request.POST, request.FILES) if request.method == "POST" else PapersForm()
    if request.method == "POST":
        if form.is_valid():
            restricted = form.cleaned_data["is_restricted"]
            papers = [_receive(request, file, restricted) for file in form.cleaned_data["files"]]
            return _received(request, papers)
        if request.headers.get("Accept") == "application/json":
            return JsonResponse({"problem": " ".join(e for errors in form.errors.values() for e in errors)}, status=400)
    return render(request, "intake/tray.html", {"page": _page(request), "form": form})


def _receive(request: HttpRequest, file: UploadedFile, is_restricted: bool) -> Paper:
    """The bytes first, whole and on the disk; then the row; then the work."""
    sha256, size = keep(file.chunks())
    paper = commands.receive_paper(
        partnership=request.scope,
        file_name=file.name,
        sha256=sha256,
        size=size,
        by=request.user,
        at=timezone.now(),
        is_restricted=is_restricted,
    )
    tasks.queue(paper)
    return paper


def _received(request: HttpRequest, papers: list[Paper]) -> HttpResponse:
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"papers": [{"id": p.pk, "state": p.state} for p in papers]}, status=201)
    same = sum(p.state == PaperState.SAME for p in papers)
    said = f"{len(papers)} paper{'s' if len(papers) != 1 else ''} dropped in."
    messages.success(request, f"{said} {same} of them were here before." if same else said)
    return redirect("intake:tray", request.scope.slug)


def _page(request: HttpRequest) -> TrayPage:
    papers = list(queries.papers_of(request.viewer, request.scope))
    return tray_page(request.scope.slug, papers, queries.standings(papers), request.GET)


@opens_with(Deed.BRING_IN_PAPERS)
@require_GET
def lines(request: HttpRequest) -> HttpResponse:
    """The lines of the tray alone, for the page that looks again."""
    if not request.htmx:
        return redirect("intake:tray", request.scope.slug)
    return render(request, "intake/lines.html", {"page": _page(request), "again": True})


@opens_with(Deed.BRING_IN_PAPERS)
@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _paper(request, pk)
    try:
        tasks.queue(commands.read_again(paper=paper, by=request.user))
        messages.success(request, f"{paper.file_name} will be read again. What you have decided stays.")
    except Refused as reason:
        messages.error(request, reason.reason)
    return redirect("intake:tray", request.scope.slug)


@opens_with(Deed.BRING_IN_PAPERS)
@require_POST
def join_versions(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _paper(request, pk)
    try:
        joined = commands.join_versions(paper=paper, by=request.user)
        version = joined.version
        messages.success(request, f"{paper.file_name} is now version {version.number} of {version.document.title}.")
    except Refused as reason:
        messages.error(request, reason.reason)
    return redirect("intake:tray", request.scope.slug)


@opens_with(Deed.BRING_IN_PAPERS)
@require_POST
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _paper(request, pk)
    try:
        commands.set_aside(paper=paper, reason=request.POST.get("reason", "").replace("\0", ""), by=request.user)
        messages.success(request, f"{paper.file_name} is set aside. Drop it in again to bring it back.")
    except Refused as reason:
        messages.error(request, reason.reason)
    return redirect("intake:tray", request.scope.slug)


def _paper(request: HttpRequest, pk: int) -> Paper:
    paper = queries.paper_of(request.viewer, request.scope, pk)
    if paper is None:
        raise Http404
    return paper
