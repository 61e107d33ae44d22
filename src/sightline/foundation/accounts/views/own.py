"""One's own account, accepting an invitation, and what each role may do."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sightline.foundation.design.responses import table_download
from sightline.kernel.verdict import Refused

from ..commands import accept_invitation
from ..doors import opens_signed_in, opens_to_everyone
from ..forms import AcceptForm
from ..policy import may_accept
from ..presenters.people import invitation_shown, own_page, roles_matrix, roles_shown
from ..queries import account_with_roles, invitation_by_secret, users_with_second_factor


@opens_to_everyone
def roles(request: HttpRequest) -> HttpResponse:
    matrix = roles_matrix()
    shown = {"roles": roles_shown(), "matrix": matrix}
    return table_download(request, matrix) or render(request, "accounts/roles.html", shown)


@opens_signed_in
def own_account(request: HttpRequest) -> HttpResponse:
    user = account_with_roles(request.user.pk)
    shown = {"account": own_page(user, bool(users_with_second_factor([user.pk])), request.today)}
    return render(request, "accounts/own.html", shown)


@opens_to_everyone
def accept(request: HttpRequest, secret: str) -> HttpResponse:
    """The door is the secret in the link. What it opens is chosen by whoever sent it, not by the page."""
    invitation = invitation_by_secret(secret)
    verdict = may_accept(invitation, timezone.now())
    if not verdict:
        return render(request, "accounts/invitation_over.html", {"reason": verdict.reason}, status=410)
    form = AcceptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            accept_invitation(invitation=invitation, password=form.cleaned_data["password"], at=timezone.now())
        except Refused as refusal:
            form.add_error("password", refusal.reason)
        else:
            messages.success(
                request, "Your account is ready. Sign in with your e-mail address and the password you chose."
            )
            return redirect("account_login")
    return render(request, "accounts/accept.html", {"form": form, "invitation": invitation_shown(invitation)})
