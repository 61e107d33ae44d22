"""What a region issues to its partnerships."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed, Topic
from sightline.foundation.accounts.doors import opens_anywhere_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download

from .. import commands, forms, presenters, queries
from ..models import Recommendation
from ..presenters.regional import issued_href
from .regions import region_of


def _found(request: HttpRequest, pk: int) -> Recommendation:
    found = queries.issued_in(request.viewer, pk, request.as_at)
    if found is None:
        raise Http404
    return found


@opens_anywhere_with(Deed.KEEP_REGIONAL)
def issued_list(request: HttpRequest) -> HttpResponse:
    table = presenters.issued_table(queries.issued_by(request.viewer, request.as_at), request.as_at, request.path)
    if answer := table_download(request, table):
        return answer
    return render(request, "recommendations/regional.html", {"table": table, "region": region_of(request)})


@opens_anywhere_with(Deed.KEEP_REGIONAL)
def issued_page(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = _found(request, recommendation)
    sharing = request.viewer.shares(Topic.RECOMMENDATIONS)
    states = queries.states_for(found, sharing, request.as_at)
    page = presenters.issued_page(found, states, sharing, request.as_at, request.path)
    if answer := table_download(request, page.table):
        return answer
    return render(request, "recommendations/issued.html", {"page": page})


@opens_anywhere_with(Deed.KEEP_REGIONAL)
def issue(request: HttpRequest) -> HttpResponse:
    region = region_of(request)

    def do(data: dict[str, Any]) -> Recommendation:
        to = data.pop("to")
        return commands.issue_recommendation(region=region, to=to, on=request.today, by=request.user, **data)

    return ask(
        request,
        forms.IssueForm(request.POST or None, region=region, on=request.today),
        title="Issue a recommendation",
        button="Issue it",
        hint=f"From {region.name} to its partnerships. All have the same words; each answers on its own.",
        do=do,
        to=lambda made: issued_href(made.pk),
        back=reverse("recommendations:regional"),
        said="The recommendation is issued.",
    )


@opens_anywhere_with(Deed.KEEP_REGIONAL)
def more(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = _found(request, recommendation)

    def do(data: dict[str, Any]) -> None:
        for partnership in data["to"]:
            commands.issue(recommendation=found, partnership=partnership, on=request.today, by=request.user)

    return ask(
        request,
        forms.MorePartnershipsForm(request.POST or None, recommendation=found, on=request.today),
        title="Issue it to more partnerships",
        button="Issue it",
        text=found.text,
        do=do,
        to=lambda _: issued_href(found.pk),
        back=issued_href(found.pk),
        said="It is issued to them too.",
    )


@opens_anywhere_with(Deed.KEEP_REGIONAL)
def correct(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = _found(request, recommendation)
    form = forms.RegionalWordingForm(request.POST or None, initial={"text": found.text, "number": found.number})
    return ask(
        request,
        form,
        title="Correct its words",
        button="Save",
        hint="The words change in the register of every partnership that has it. What was there before is kept in the trail.",
        do=lambda data: commands.correct_recommendation(recommendation=found, by=request.user, **data),
        to=lambda _: issued_href(found.pk),
        back=issued_href(found.pk),
    )


@require_POST
@opens_anywhere_with(Deed.KEEP_REGIONAL)
def share(request: HttpRequest, recommendation: int) -> HttpResponse:
    """Turns round whether partnerships see each other's answers."""
    found = _found(request, recommendation)
    are_shared = not found.are_answers_shared
    commands.share_answers(recommendation=found, are_shared=are_shared, by=request.user)
    said = "see each other’s answers" if are_shared else "no longer see each other’s answers"
    messages.success(request, f"The partnerships {said}.")
    return redirect(issued_href(found.pk))


@opens_anywhere_with(Deed.KEEP_REGIONAL)
def withdraw(request: HttpRequest, recommendation: int, issued: int) -> HttpResponse:
    found = _found(request, recommendation)
    standing = next((one for one in found.issued.all() if one.pk == issued), None)
    if standing is None:
        raise Http404
    return ask(
        request,
        forms.WithdrawForm(request.POST or None),
        title=f"Withdraw it from {standing.partnership.short_name}",
        button="Withdraw it",
        text=found.text,
        hint="It leaves the register of the partnership. What was answered until now stays on record.",
        do=lambda data: commands.take_back(issued=standing, on=request.today, by=request.user, **data),
        to=lambda _: issued_href(found.pk),
        back=issued_href(found.pk),
        said="It is withdrawn.",
        warning=True,
    )
