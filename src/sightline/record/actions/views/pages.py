from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.accounts.presenters.added import AddedLink
from sightline.foundation.design.responses import table_download
from sightline.foundation.library.queries import sources_of
from sightline.kernel.references import Reference
from sightline.record.evidence.presenters import evidence_panel
from sightline.record.evidence.queries import reach_in

from .. import forms, policy, presenters, queries
from ..models import Action
from ..presenters.added import ON_ACTIONS
from .asking import action_or_404, owns


@opens_with(Deed.READ)
def action_list(request: HttpRequest) -> HttpResponse:
    show = request.GET.get("show", "open")
    if show not in presenters.LISTS:
        raise Http404
    table = presenters.actions_table(
        _shown(request, show),
        reach_in(request.scope, "actions.action", request.as_at),
        request.scope.slug,
        request.as_at,
        request.path,
        presenters.LISTS[show],
    )
    context = {
        "table": table,
        "tabs": presenters.tabs(show, request.path),
        "may_raise": bool(policy.may_keep_actions(request.viewer, request.scope.pk)),
    }
    return table_download(request, table) or render(request, "actions/list.html", context)


def _shown(request: HttpRequest, show: str) -> QuerySet[Action]:
    scope, on = request.scope, request.as_at
    if show == "overdue":
        return queries.overdue(scope, on)
    if show == "waiting":
        return queries.waiting(scope, on)
    if show == "mine":
        return queries.open_actions(scope, on).filter(queries.owned_by(request.viewer.user_id, on)).distinct()
    if show == "closed":
        return queries.actions_of(scope, on).exclude(queries.is_open(on))
    return queries.open_actions(scope, on) if show == "open" else queries.actions_of(scope, on)


@opens_with(Deed.READ)
def action_page(request: HttpRequest, action: int) -> HttpResponse:
    found = action_or_404(request, action)
    page = presenters.action_page(
        found,
        queries.progress_of(found, request.as_at),
        sources_of(request.viewer, "actions.action", found.pk),
        request.scope,
        request.as_at,
    )
    return render(
        request,
        "actions/action.html",
        {"page": page, "action_id": found.pk, "added": _added(request, found), **_what_may_be_done(request, found)},
    )


def _added(request: HttpRequest, action: Action) -> tuple[AddedLink, ...]:
    """Links of rooms above; they lead to deeds of today."""
    is_today = request.as_at == request.today
    return ON_ACTIONS.links(request.viewer, request.scope, action) if is_today else ()


def _what_may_be_done(request: HttpRequest, action: Action) -> dict[str, Any]:
    slug, mine = request.scope.slug, owns(request, action)
    may_note = bool(policy.may_note_progress(request.viewer, action, mine))
    add_href = reverse("actions:add_evidence", kwargs={"partnership": slug, "action": action.pk})
    may_add = bool(policy.may_add_evidence(request.viewer, action, mine))
    subject = Reference("actions.action", action.pk)
    confirm = policy.may_confirm(request.viewer, action)
    return {
        "may_keep": bool(policy.may_keep_actions(request.viewer, request.scope.pk)),
        "may_note": may_note,
        "may_confirm": bool(confirm),
        "who_confirms": confirm.reason,
        "form": forms.ProgressForm(action=action) if may_note else None,
        "panel": evidence_panel(subject, slug=slug, on=request.as_at, add_href=add_href if may_add else ""),
    }
