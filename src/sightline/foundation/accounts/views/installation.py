"""Accounts of the whole installation, for administrators."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from sightline.foundation.design.responses import table_download

from ..commands import close_account, reopen_account, send_again, withdraw_invitation
from ..domain import Deed, Role
from ..doors import opens_everywhere_with
from ..forms import InviteForm
from ..policy import may_close
from ..presenters.people import accounts_table, invitation_rows, roles_of_person
from ..queries import accounts, grants_anywhere, open_invitations, users_with_second_factor
from .giving import ending, invited


@opens_everywhere_with(Deed.MANAGE_ACCOUNTS)
def all_accounts(request: HttpRequest) -> HttpResponse:
    users = list(accounts())
    table = accounts_table(users, users_with_second_factor([user.pk for user in users]), request.today, request.path)
    shown = {"table": table, "invitations": invitation_rows(open_invitations(None), timezone.now())}
    return table_download(request, table) or render(request, "accounts/all.html", shown)


@opens_everywhere_with(Deed.MANAGE_ACCOUNTS)
def invite_administrator(request: HttpRequest) -> HttpResponse:
    form = InviteForm(request.POST or None, roles=(Role.ADMINISTRATOR,), today=request.today)
    if request.method == "POST" and form.is_valid() and invited(request, form, None):
        return redirect("accounts:all")
    shown = {"form": form, "where": "the whole installation", "back": reverse("accounts:all")}
    return render(request, "accounts/invite.html", shown)


@opens_everywhere_with(Deed.MANAGE_ACCOUNTS)
def account_of(request: HttpRequest, user: int) -> HttpResponse:
    found = get_object_or_404(accounts(), pk=user)
    shown = {"person": found.name, "email": found.email, "is_open": found.is_active, "user_id": found.pk}
    shown["roles"] = roles_of_person(found.grants.all(), request.today)
    shown["may_close"] = bool(may_close(request.viewer, found))
    return render(request, "accounts/account_of.html", shown)


@require_POST
@opens_everywhere_with(Deed.MANAGE_ACCOUNTS)
def close(request: HttpRequest, user: int) -> HttpResponse:
    found = get_object_or_404(accounts(), pk=user)
    verdict = may_close(request.viewer, found)
    if not verdict:
        raise PermissionDenied(verdict.reason)
    close_account(user=found, by=request.user)
    messages.success(request, f"The account of {found.name} is closed. They are signed out and cannot sign in.")
    return redirect("accounts:account_of", found.pk)


@require_POST
@opens_everywhere_with(Deed.MANAGE_ACCOUNTS)
def reopen(request: HttpRequest, user: int) -> HttpResponse:
    found = get_object_or_404(accounts(), pk=user)
    reopen_account(user=found, by=request.user)
    messages.success(request, f"{found.name} can sign in again.")
    return redirect("accounts:account_of", found.pk)


@opens_everywhere_with(Deed.MANAGE_ACCOUNTS)
def end_a_role_anywhere(request: HttpRequest, grant: int) -> HttpResponse:
    found = get_object_or_404(grants_anywhere(), pk=grant)
    return ending(request, found, "accounts:account_of", found.user_id)


@require_POST
@opens_everywhere_with(Deed.MANAGE_ACCOUNTS)
def send_again_anywhere(request: HttpRequest, invitation: int) -> HttpResponse:
    found = get_object_or_404(open_invitations(None), pk=invitation)
    send_again(invitation=found, by=request.user, at=timezone.now())
    messages.success(request, f"A new link is on its way to {found.email}. The old one no longer works.")
    return redirect("accounts:all")


@require_POST
@opens_everywhere_with(Deed.MANAGE_ACCOUNTS)
def withdraw_anywhere(request: HttpRequest, invitation: int) -> HttpResponse:
    found = get_object_or_404(open_invitations(None), pk=invitation)
    withdraw_invitation(invitation=found, by=request.user, at=timezone.now())
    messages.success(request, f"The invitation of {found.name} is withdrawn.")
    return redirect("accounts:all")
