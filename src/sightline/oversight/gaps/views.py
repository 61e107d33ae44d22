from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_signed_in, opens_with
from sightline.foundation.design.responses import table_download
from sightline.kernel.verdict import Refused

from . import commands, policy, presenters, queries
from .forms import SetAsideForm
from .models import Finding
from .rules.catalogue import EDITION, catalogue


@opens_with(Deed.READ)
def findings(request: HttpRequest) -> HttpResponse:
    rows = queries.findings_as_at(request.scope, request.as_at, request.today, request.viewer)
    page = presenters.findings_page(request, rows, queries.newest_check(request.scope))
    return table_download(request, page.table) or render(request, "gaps/findings.html", {"page": page})


@require_POST
@opens_with(Deed.READ)
def check_now(request: HttpRequest) -> HttpResponse:
    """Runs the rules now. Anyone who reads the record may ask: it writes nothing but what the rules find."""
    commands.check(partnership=request.scope, on=request.today, at=timezone.now(), by=request.user)
    number = queries.open_findings(request.scope, request.today, request.viewer).count()
    messages.success(request, f"The rules have run. {number} {'finding is' if number == 1 else 'findings are'} open.")
    return redirect("gaps:findings", request.scope.slug)


@opens_with(Deed.READ)
def finding(request: HttpRequest, pk: int) -> HttpResponse:
    row = _finding(request, pk)
    page = presenters.finding_page(request, row, queries.asides_of(row), policy.may_set_aside(request.viewer, row))
    return render(request, "gaps/finding.html", {"page": page})


@opens_with(Deed.SET_ASIDE_FINDINGS)
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    row = _finding(request, pk)
    form = SetAsideForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _set_aside(request, row, form):
        messages.success(request, f"Set aside until {form.cleaned_data['until']:%-d %B %Y}.")
        return redirect("gaps:finding", request.scope.slug, pk)
    page = presenters.finding_page(request, row, [], policy.may_set_aside(request.viewer, row))
    return render(request, "gaps/set_aside.html", {"page": page, "form": form})


def _set_aside(request: HttpRequest, row: Finding, form: SetAsideForm) -> bool:
    said = form.cleaned_data
    try:
        commands.set_aside(
            finding=row,
            reason=said["reason"],
            until=said["until"],
            on=request.today,
            at=timezone.now(),
            by=request.user,
        )
    except Refused as refused:
        form.add_error(refused.field, refused.reason)
        return False
    return True


@require_POST
@opens_with(Deed.SET_ASIDE_FINDINGS)
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    row = _finding(request, pk)
    commands.bring_back(finding=row, at=timezone.now(), by=request.user)
    messages.success(request, "The finding is back among those that need someone.")
    return redirect("gaps:finding", request.scope.slug, pk)


@opens_signed_in
def rules(request: HttpRequest) -> HttpResponse:
    table = presenters.rules_table(list(catalogue().values()), request.path)
    return table_download(request, table) or render(request, "gaps/rules.html", {"table": table, "edition": EDITION})


@opens_signed_in
def rule(request: HttpRequest, code: str) -> HttpResponse:
    if code not in catalogue():
        raise Http404
    return render(request, "gaps/rule.html", {"rule": presenters.rule_page(catalogue()[code])})


def _finding(request: HttpRequest, pk: int) -> Finding:
    row = queries.finding_in(request.scope, pk, request.viewer)
    if row is None:
        raise Http404
    return row
