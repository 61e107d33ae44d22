"""One responsibility with who holds it, and the forms that change that."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.partnership.directory.domain.dates import day_after
from sightline.partnership.directory.views.answering import answer

from .. import commands, forms
from ..models import Responsibility, ResponsibilityHeld
from ..presenters.responsibilities import responsibility_page
from .structure import may_change


def _responsibility(request: HttpRequest, pk: int) -> Responsibility:
    seen = Responsibility.objects.filter(Q(partnership__isnull=True) | Q(partnership=request.scope))
    return get_object_or_404(seen, pk=pk)


def _address(request: HttpRequest, pk: int) -> str:
    return reverse("governance:responsibility", args=[request.scope.slug, pk])


@opens_with(Deed.READ)
def one(request: HttpRequest, responsibility: int) -> HttpResponse:
    found = _responsibility(request, responsibility)
    held = found.held.filter(partnership=request.scope).select_related("organisation", "board", "post__organisation")
    page = responsibility_page(found, list(held), request.scope, request.as_at, may_change(request))
    return render(request, "governance/responsibility.html", {"page": page, "may_keep": may_change(request)})


@opens_with(Deed.KEEP_BOARDS)
def state(request: HttpRequest) -> HttpResponse:
    form = forms.ResponsibilityForm(request.POST or None)
    return answer(
        request,
        form,
        lambda data: commands.state_responsibility(partnership=request.scope, by=request.user, **data),
        title="Add a responsibility",
        button="Add the responsibility",
        back=reverse("governance:responsibilities", args=[request.scope.slug]),
        saved="The responsibility is added. Say who holds it.",
        to=lambda made: _address(request, made.pk),
    )


@opens_with(Deed.KEEP_BOARDS)
def hold(request: HttpRequest, responsibility: int) -> HttpResponse:
    found = _responsibility(request, responsibility)
    form = forms.HoldForm(request.POST or None, partnership=request.scope, on=request.today)
    return answer(
        request,
        form,
        lambda data: commands.hold_responsibility(
            responsibility=found, partnership=request.scope, by=request.user, **data
        ),
        title="Say who holds this responsibility",
        button="Save",
        back=_address(request, responsibility),
        saved="Saved.",
        caption=found.title,
        text="Choose one organisation, one board or one post.",
    )


@opens_with(Deed.KEEP_BOARDS)
def end(request: HttpRequest, held: int) -> HttpResponse:
    rows = ResponsibilityHeld.objects.filter(partnership=request.scope, ended_on__isnull=True)
    found = get_object_or_404(rows.select_related("responsibility", "organisation", "board", "post"), pk=held)
    form = forms.EndForm(request.POST or None)
    return answer(
        request,
        form,
        lambda data: commands.end_responsibility_held(held=found, on=day_after(data["last_day"]), by=request.user),
        title="End this part",
        button="Save",
        back=_address(request, found.responsibility_id),
        saved="The part has an end.",
        caption=str(found),
        warning=True,
    )
