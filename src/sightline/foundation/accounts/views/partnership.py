"""Who signs in to one partnership, with which role, and what it shares."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from sightline.foundation.design.responses import table_download

from ..commands import choose_sharing, send_again, withdraw_invitation
from ..domain import Deed, Tier, Topic, roles_to_give
from ..doors import opens_with
from ..forms import InviteForm, SharingForm
from ..presenters.people import invitation_rows, people_table
from ..queries import grants_in, open_invitations, topics_shared_by, users_with_second_factor
from .giving import ending, invited


@opens_with(Deed.MANAGE_ACCOUNTS)
def people(request: HttpRequest) -> HttpResponse:
    grants = list(grants_in(request.scope))
    protected = users_with_second_factor({grant.user_id for grant in grants})
    table = people_table(grants, protected, request.scope, request.today, request.path)
    shown = {"table": table, "invitations": invitation_rows(open_invitations(request.scope), timezone.now())}
    return table_download(request, table) or render(request, "accounts/people.html", shown)


@opens_with(Deed.MANAGE_ACCOUNTS)
def invite_person(request: HttpRequest) -> HttpResponse:
    roles = roles_to_give(Tier(request.scope.tier))
    form = InviteForm(request.POST or None, roles=roles, today=request.today)
    if request.method == "POST" and form.is_valid() and invited(request, form, request.scope):
        return redirect("accounts:people", request.scope.slug)
    return render(
        request,
        "accounts/invite.html",
        {"form": form, "where": request.scope.name, "back": reverse("accounts:people", args=[request.scope.slug])},
    )


@opens_with(Deed.MANAGE_ACCOUNTS)
def end_a_role(request: HttpRequest, grant: int) -> HttpResponse:
    return ending(request, get_object_or_404(grants_in(request.scope), pk=grant), "accounts:people", request.scope.slug)


@require_POST
@opens_with(Deed.MANAGE_ACCOUNTS)
def send_invitation_again(request: HttpRequest, invitation: int) -> HttpResponse:
    found = get_object_or_404(open_invitations(request.scope), pk=invitation)
    send_again(invitation=found, by=request.user, at=timezone.now())
    messages.success(request, f"A new link is on its way to {found.email}. The old one no longer works.")
    return redirect("accounts:people", request.scope.slug)


@require_POST
@opens_with(Deed.MANAGE_ACCOUNTS)
def withdraw(request: HttpRequest, invitation: int) -> HttpResponse:
    found = get_object_or_404(open_invitations(request.scope), pk=invitation)
    withdraw_invitation(invitation=found, by=request.user, at=timezone.now())
    messages.success(request, f"The invitation of {found.name} is withdrawn.")
    return redirect("accounts:people", request.scope.slug)


@opens_with(Deed.CHOOSE_SHARING)
def sharing(request: HttpRequest) -> HttpResponse:
    shared = topics_shared_by(request.scope)
    form = SharingForm(request.POST or None, initial={"topics": [topic.value for topic in shared]})
    if request.method == "POST" and form.is_valid():
        _share(request, {Topic(topic) for topic in form.cleaned_data["topics"]}, shared)
        messages.success(request, "What your region sees is saved.")
        return redirect("accounts:sharing", request.scope.slug)
    return render(request, "accounts/sharing.html", {"form": form})


def _share(request: HttpRequest, chosen: set[Topic], before: frozenset[Topic]) -> None:
    for topic in sorted(chosen ^ before):
        choose_sharing(partnership=request.scope, topic=topic, is_shared=topic in chosen, by=request.user)
