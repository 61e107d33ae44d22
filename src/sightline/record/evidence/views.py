"""Pages of evidence, and `add_to`: the page that any room offers to add evidence to a thing of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download
from sightline.foundation.library.domain import File
from sightline.foundation.library.store import path_of
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused

from . import commands, forms, policy, presenters, queries
from .models import Evidence
from .store import admit


def _found(request: HttpRequest, pk: int) -> Evidence:
    found = queries.evidence_in(request.scope, pk)
    if found is None:
        raise Http404
    return found


def _href(request: HttpRequest, evidence: Evidence) -> str:
    return presenters.evidence_href(request.scope.slug, evidence.pk)


@opens_with(Deed.READ)
def register(request: HttpRequest) -> HttpResponse:
    pieces = list(queries.register_of(request.scope, request.as_at))
    links = [link for piece in pieces for link in piece.links]
    titles = queries.subject_titles(request.viewer, request.scope, links)
    table = presenters.register_table(pieces, titles, request.scope.slug, request.as_at, request.path)
    return table_download(request, table) or render(request, "evidence/list.html", {"table": table})


@opens_with(Deed.READ)
def evidence_page(request: HttpRequest, evidence: int) -> HttpResponse:
    found = _found(request, evidence)
    page = presenters.evidence_page(
        found,
        queries.gradings_of(found, request.as_at),
        queries.subject_titles(request.viewer, request.scope, found.bears_on.all()),
        request.scope.slug,
        request.as_at,
        bool(policy.may_keep_evidence(request.viewer, request.scope.pk)),
    )
    return render(request, "evidence/evidence.html", {"page": page})


@opens_with(Deed.READ)
@require_GET
def file(request: HttpRequest, evidence: int) -> HttpResponse:
    """The file as it came, always to be saved: nothing in it is ever run from here."""
    found = _found(request, evidence)
    if not found.sha256 or not path_of(found.sha256).is_file():
        raise Http404
    headers = {
        "Content-Disposition": content_disposition_header(True, found.file_name),
        "Content-Length": str(found.size),
        "X-Content-Type-Options": "nosniff",
    }
    chunks = _chunks(path_of(found.sha256))
    return StreamingHttpResponse(chunks, content_type="application/octet-stream", headers=headers)


def _chunks(place: Path) -> Iterator[bytes]:
    with place.open("rb") as held:
        while chunk := held.read(64 * 1024):
            yield chunk


def add_to(request: HttpRequest, subject: Reference, back: str, *, text: str = "") -> HttpResponse:
    """The page that adds evidence to one record: a new piece, or with `?kept=1` one that is in the register already.

    A room calls it from a view of its own, behind a door of its own, with a subject that it knows to be in
    `request.scope`; `back` is the page of the subject, `text` its words.
    """
    if "kept" in request.GET:
        return _add_kept(request, subject, back, text)
    form = forms.AddForm(request.POST or None, request.FILES or None)

    def do(data: dict[str, Any]) -> Evidence:
        file = _admitted(data.pop("file"))
        return commands.add_evidence(
            partnership=request.scope, subject=subject, file=file, on=request.today, by=request.user, **data
        )

    hint = mark_safe('Is it in the register already? <a class="govuk-link" href="?kept=1">Choose it there</a>.')
    return ask(
        request,
        form,
        title="Add evidence",
        button="Add the evidence",
        do=do,
        to=lambda _: back,
        back=back,
        text=text,
        hint=hint,
        said="Evidence added.",
    )


def _add_kept(request: HttpRequest, subject: Reference, back: str, text: str) -> HttpResponse:
    pieces = queries.standing_pieces(request.scope, request.today, subject)
    form = forms.KeptForm(request.POST or None, pieces=pieces)

    def do(data: dict[str, Any]) -> None:
        commands.bear_on(evidence=pieces.get(pk=data["evidence"]), subject=subject, by=request.user)

    title = "Use evidence from the register"
    said = "Evidence added."
    return ask(
        request, form, title=title, button="Use it here", do=do, to=lambda _: back, back=back, text=text, said=said
    )


def _admitted(file: UploadedFile | None) -> File | None:
    return admit(file.name or "file", file.chunks()) if file else None


@opens_with(Deed.KEEP_ACTIONS)
def correct(request: HttpRequest, evidence: int) -> HttpResponse:
    found = _found(request, evidence)
    form = forms.CorrectForm(request.POST or None, evidence=found)

    def do(data: dict[str, Any]) -> None:
        commands.correct_evidence(evidence=found, by=request.user, **data)

    return _ask(request, found, form, "Correct how it is described", "Save", do)


@opens_with(Deed.KEEP_ACTIONS)
def regrade(request: HttpRequest, evidence: int) -> HttpResponse:
    found = _found(request, evidence)
    form = forms.RegradeForm(request.POST or None, initial={"grade": found.grade})

    def do(data: dict[str, Any]) -> None:
        commands.regrade(evidence=found, grade=data["grade"], why=data["why"], on=request.today, by=request.user)

    return _ask(request, found, form, "Grade it again", "Change the grade", do)


@opens_with(Deed.KEEP_ACTIONS)
def newer(request: HttpRequest, evidence: int) -> HttpResponse:
    found = _found(request, evidence)
    form = forms.NewerForm(
        request.POST or None, request.FILES or None, initial={"title": found.title, "grade": found.grade}
    )

    def do(data: dict[str, Any]) -> Evidence:
        file = _admitted(data.pop("file"))
        return commands.supersede_evidence(evidence=found, file=file, on=request.today, by=request.user, **data)

    return _ask(request, found, form, "Put a newer version in its place", "Add the newer version", do)


@opens_with(Deed.KEEP_ACTIONS)
def withdraw(request: HttpRequest, evidence: int) -> HttpResponse:
    found = _found(request, evidence)
    form = forms.WithdrawForm(request.POST or None)

    def do(data: dict[str, Any]) -> None:
        commands.withdraw_evidence(evidence=found, reason=data["reason"], on=request.today, by=request.user)

    return _ask(request, found, form, "Withdraw this evidence", "Withdraw it", do)


def _ask(request: HttpRequest, found: Evidence, form: Any, title: str, button: str, do: Any) -> HttpResponse:
    return ask(
        request,
        form,
        title=title,
        button=button,
        do=do,
        to=lambda done: _href(request, done or found),
        back=_href(request, found),
        text=found.title,
    )


@opens_with(Deed.KEEP_ACTIONS)
@require_POST
def let_go(request: HttpRequest, evidence: int) -> HttpResponse:
    found = _found(request, evidence)
    wanted = request.POST.get("subject", "")
    subjects = (Reference(link.subject_kind, link.subject_id) for link in found.bears_on.all())
    subject = next((one for one in subjects if str(one) == wanted), None)
    if subject is not None:
        _let_go(request, found, subject)
    return redirect(_href(request, found))


def _let_go(request: HttpRequest, evidence: Evidence, subject: Reference) -> None:
    try:
        commands.let_go(evidence=evidence, subject=subject, by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, "It does not bear on that record any more.")
