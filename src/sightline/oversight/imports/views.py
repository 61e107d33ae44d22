from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import download, table_download
from sightline.foundation.library.store import keep, read_file
from sightline.kernel.verdict import Refused
from sightline_reader.model import Unreadable
from sightline_reader.sandbox import hold_in_child

from . import commands, documents, forms, policy, presenters, queries, tasks
from .commands.registers import REGISTERS
from .domain.sheets import parse
from .models import Import
from .readers import first_sheet
from .store import progress_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@opens_with(Deed.BRING_IN_PAPERS)
def import_list(request: HttpRequest) -> HttpResponse:
    table = presenters.imports_table(
        queries.imports_of(request.scope, request.viewer), request.scope.slug, request.path
    )
    context = {"table": table, "registers": presenters.register_lines(request.scope.slug)}
    return table_download(request, table) or render(request, "imports/list.html", context)


@opens_with(Deed.BRING_IN_PAPERS)
@require_GET
def template(request: HttpRequest, register: str) -> HttpResponse:
    if register not in REGISTERS:
        raise Http404
    sheet = REGISTERS[register].sheet
    return download(documents.template(sheet), XLSX, f"{sheet.code}.xlsx")


@opens_with(Deed.BRING_IN_PAPERS)
def bring(request: HttpRequest) -> HttpResponse:
    initial = {"register": request.GET.get("register", "")}
    form = forms.SheetForm(request.POST or None, request.FILES or None, initial=initial)

    def do(data: dict[str, Any]) -> Import:
        verdict = policy.may_fill(request.viewer, request.scope.pk, data["register"])
        if not verdict:
            raise Refused(verdict.reason, "register")
        sheet = commands.receive_sheet(
            partnership=request.scope,
            register=data["register"],
            file_name=data["file"].name,
            sha256=_kept(data["file"], data["register"]),
            by=request.user,
            at=timezone.now(),
        )
        tasks.begin(sheet)
        return sheet

    return ask(
        request,
        form,
        title="Bring in a sheet",
        button="Try it out",
        do=do,
        to=lambda sheet: _href(request, sheet),
        back=reverse("imports:list", kwargs={"partnership": request.scope.slug}),
        hint="Every row is tried out first. Nothing enters the record before you have seen what would.",
        said="The sheet is here.",
    )


def _kept(file: Any, register: str) -> str:
    """Opened in a process of its own first: nothing that tells of a child is kept."""
    data = file.read()
    try:
        hold, _ = hold_in_child(data, file.name)
        if hold is None and register in policy.GUARDED:
            commands.refuse_telling(*first_sheet(data, REGISTERS[register].sheet.title))
    except Unreadable as reason:
        raise Refused(reason.message, "file") from reason
    if hold is not None:
        raise Refused(hold.message, "file")
    return keep([data])[0]


@opens_with(Deed.BRING_IN_PAPERS)
def sheet(request: HttpRequest, sheet: int) -> HttpResponse:
    page = _page(request, sheet)
    return table_download(request, page.faults) or render(request, "imports/sheet.html", {"page": page})


@opens_with(Deed.BRING_IN_PAPERS)
@require_GET
def state(request: HttpRequest, sheet: int) -> HttpResponse:
    """The changing part alone, for the page that looks again; it loads anew when the work is done."""
    page = _page(request, sheet)
    if not request.htmx:
        return redirect("imports:sheet", request.scope.slug, sheet)
    answer = render(request, "imports/state.html", {"page": page})
    if not page.is_moving:
        answer["HX-Refresh"] = "true"
    return answer


@opens_with(Deed.BRING_IN_PAPERS)
@require_GET
def errors(request: HttpRequest, sheet: int) -> HttpResponse:
    found = _sheet(request, sheet)
    spec = REGISTERS[found.register].sheet
    name, rows = first_sheet(read_file(found.sha256), spec.title)
    made = documents.sheet_of_errors(name, rows, queries.faults_of(found), parse(spec, name, rows).top)
    return download(made, XLSX, f"to mend {found.file_name.rpartition('.')[0] or found.register}.xlsx")


@opens_with(Deed.BRING_IN_PAPERS)
def add(request: HttpRequest, sheet: int) -> HttpResponse:
    found = _sheet(request, sheet)
    if not policy.may_fill(request.viewer, request.scope.pk, found.register):
        raise PermissionDenied
    page = presenters.sheet_page(found, queries.faults_of(found), request.scope.slug, "", None)

    def do(_: dict[str, Any]) -> Import:
        asked = commands.ask_to_add(sheet=found, leave_faulty=bool(found.faults), by=request.user, at=timezone.now())
        tasks.begin(asked)
        return asked

    return ask(
        request,
        forms.AddForm(request.POST if request.method == "POST" else None),
        title=f"Add {page.good:,} {'row' if page.good == 1 else 'rows'} to {page.register.lower()}",
        button="Add them",
        do=do,
        to=lambda done: _href(request, done),
        back=_href(request, found),
        hint=" ".join(page.sentences),
        said="The rows are being added.",
    )


@opens_with(Deed.BRING_IN_PAPERS)
def discard(request: HttpRequest, sheet: int) -> HttpResponse:
    found = _sheet(request, sheet)
    return ask(
        request,
        forms.AddForm(request.POST if request.method == "POST" else None),
        title="Discard this sheet",
        button="Discard it",
        do=lambda _: commands.discard(sheet=found, by=request.user),
        to=lambda _: reverse("imports:list", kwargs={"partnership": request.scope.slug}),
        back=_href(request, found),
        said="The sheet is discarded; nothing of it was added.",
        warning=True,
    )


def _href(request: HttpRequest, sheet: Import) -> str:
    return reverse("imports:sheet", kwargs={"partnership": request.scope.slug, "sheet": sheet.pk})


def _page(request: HttpRequest, pk: int) -> presenters.SheetPage:
    found = _sheet(request, pk)
    faults, progress = queries.faults_of(found), progress_of(found.pk)
    return presenters.sheet_page(found, faults, request.scope.slug, request.path, progress)


def _sheet(request: HttpRequest, pk: int) -> Import:
    found = queries.import_in(request.scope, request.viewer, pk)
    if found is None:
        raise Http404
    return found
