"""Minutes: read, write together, approve, publish, compare."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.kernel.verdict import Refused

from .. import commands, forms, policy, queries
from ..documents.minutes import brought_up_to_date, first_draft
from ..domain.editing import revision_of
from ..models import Meeting, Minutes
from ..presenters import minutes as presenters
from ..presenters.meeting import minutes_line
from .loading import back_to, framed, meeting_or_404, refused


@opens_with(Deed.READ)
def minutes(request: HttpRequest, meeting: int) -> HttpResponse:
    """The newest version that this person may see, and the way to the others."""
    found = meeting_or_404(request, meeting)
    return _read(request, found, list(queries.minutes_of(found, request.viewer)), None)


@opens_with(Deed.READ)
def version(request: HttpRequest, meeting: int, version: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    versions = list(queries.minutes_of(found, request.viewer))
    if version not in [one.version for one in versions]:
        raise Http404
    return _read(request, found, versions, version)


def _read(request: HttpRequest, found: Meeting, versions: list[Minutes], wanted: int | None) -> HttpResponse:
    shown = next((one for one in versions if wanted in (None, one.version)), None)
    context = framed(
        request,
        found,
        "minutes",
        page=presenters.reading_page(shown) if shown else None,
        versions=[minutes_line(one, request.scope.slug) for one in versions],
        has_draft=any(presenters.is_draft(one) for one in versions),
        may_approve=bool(shown and policy.may_approve(request.viewer, shown)) and request.as_at == request.today,
        may_publish=bool(shown and policy.may_publish(request.viewer, shown)) and request.as_at == request.today,
    )
    return render(request, "meetings/minutes.html", context)


@opens_with(Deed.RUN_MEETINGS)
def write(request: HttpRequest, meeting: int) -> HttpResponse:
    """The editor. Without script it is a form; when someone else has written meanwhile, both texts are shown."""
    found = meeting_or_404(request, meeting)
    if request.method == "POST":
        return _written(request, found)
    latest = queries.latest_minutes(found)
    if latest is not None and not presenters.is_draft(latest):
        messages.info(request, "These minutes are approved. Start a new version to change them.")
        return back_to(request, "minutes", found)
    text = latest.text if latest else first_draft(queries.facts_of(found))
    page = presenters.editing_page(latest, text, presenters.revision(latest))
    return render(request, "meetings/write.html", framed(request, found, "minutes", page=page, conflict=""))


def _written(request: HttpRequest, found: Meeting) -> HttpResponse:
    text, began = _typed(request), request.POST.get("began_from", "")
    try:
        _save(request, found, text, began)
    except commands.Overtaken as overtaken:
        page = presenters.editing_page(
            overtaken.current, text, revision_of(overtaken.current.text), overtaken.current.text
        )
        context = framed(request, found, "minutes", page=page, conflict=overtaken.reason)
        return render(request, "meetings/write.html", context)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        page = presenters.editing_page(queries.latest_minutes(found), text, began)
        return render(request, "meetings/write.html", framed(request, found, "minutes", page=page, conflict=""))
    messages.success(request, "The draft is saved.")
    return back_to(request, "write" if request.POST.get("do") == "stay" else "minutes", found)


def _save(request: HttpRequest, found: Meeting, text: str, began: str) -> Minutes:
    if request.POST.get("do") == "refresh":
        text = brought_up_to_date(text, queries.facts_of(found))
    return commands.write_minutes(
        meeting=found, text=text, at=timezone.now(), by=request.user, began_from=began or revision_of("")
    )


def _typed(request: HttpRequest) -> str:
    """The text as it was typed, without what a database cannot hold."""
    return request.POST.get("text", "").replace("\r\n", "\n").replace("\0", "")


@opens_with(Deed.RUN_MEETINGS)
def autosave(request: HttpRequest, meeting: int) -> HttpResponse:
    """Saves as one types; answers with the other text when someone else has saved meanwhile."""
    found = meeting_or_404(request, meeting)
    if request.method != "POST":
        return back_to(request, "write", found)
    text = _typed(request)
    try:
        saved = _save(request, found, text, request.POST.get("began_from", ""))
    except commands.Overtaken as overtaken:
        theirs = overtaken.current.text
        return JsonResponse({"conflict": overtaken.reason, "theirs": theirs, "revision": revision_of(theirs)})
    except Refused as refusal:
        return JsonResponse({"refused": refusal.reason})
    return JsonResponse({"revision": revision_of(saved.text), "text": saved.text})


@opens_with(Deed.APPROVE_MINUTES)
def approve(request: HttpRequest, meeting: int, version: int) -> HttpResponse:
    found, one = _version(request, meeting, version)
    form = forms.ApproveForm(request.POST or None, meeting=found, initial={"on": request.today})
    if request.method == "POST" and form.is_valid():
        try:
            commands.approve_minutes(minutes=one, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            refused(request, refusal, form)
        else:
            messages.success(request, f"Version {one.version} is approved.")
            return back_to(request, "minutes", found)
    context = framed(request, found, "minutes", form=form, title="Approve these minutes", button="Approve")
    return render(request, "meetings/form.html", context)


@opens_with(Deed.APPROVE_MINUTES)
def publish(request: HttpRequest, meeting: int, version: int) -> HttpResponse:
    found, one = _version(request, meeting, version)
    if request.method == "POST":
        try:
            commands.publish_minutes(minutes=one, on=request.today, by=request.user)
            messages.success(request, f"Version {one.version} is published.")
        except Refused as refusal:
            messages.error(request, refusal.reason)
    return back_to(request, "minutes", found)


def _version(request: HttpRequest, meeting: int, version: int) -> tuple[Meeting, Minutes]:
    found = meeting_or_404(request, meeting)
    one = queries.minutes_of(found, request.viewer).filter(version=version).first()
    if one is None:
        raise Http404
    return found, one


@opens_with(Deed.RUN_MEETINGS)
def new_version(request: HttpRequest, meeting: int) -> HttpResponse:
    found = meeting_or_404(request, meeting)
    form = forms.NewVersionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            commands.new_version(meeting=found, why=form.cleaned_data["why"], at=timezone.now(), by=request.user)
        except Refused as refusal:
            refused(request, refusal, form)
        else:
            return back_to(request, "write", found)
    context = framed(request, found, "minutes", form=form, title="Start a new version", button="Start it")
    return render(request, "meetings/form.html", context)


@opens_with(Deed.READ)
def compare(request: HttpRequest, meeting: int) -> HttpResponse:
    """Two versions side by side; the last two when the address names none."""
    found = meeting_or_404(request, meeting)
    versions = {one.version: one for one in queries.minutes_of(found, request.viewer)}
    newest = sorted(versions)[-2:]
    chosen = [request.GET.get(name, "") for name in ("from", "to")]
    pair = [int(text) for text in chosen] if all(text.isdigit() for text in chosen) else newest
    if len(pair) < 2 or not set(pair) <= set(versions):
        messages.info(request, "There is one version only: nothing to compare it with.")
        return back_to(request, "minutes", found)
    changes = presenters.changes(versions[pair[0]].text, versions[pair[1]].text)
    context = framed(
        request, found, "minutes", changes=changes, before=pair[0], after=pair[1], versions=sorted(versions)
    )
    return render(request, "meetings/compare.html", context)
