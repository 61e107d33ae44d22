"""Inviting someone and ending a role: the same in a partnership and in the installation."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from sightline.kernel.verdict import Refused

from ..commands import end_role, invite
from ..domain import Role
from ..forms import EndRoleForm, InviteForm
from ..models import Grant, Partnership
from ..policy import may_end
from ..presenters.people import ending_shown


def invited(request: HttpRequest, form: InviteForm, partnership: Partnership | None) -> bool:
    """Whether the invitation went out; the form says why not."""
    answers = form.cleaned_data
    try:
        given = invite(
            email=answers["email"],
            name=answers["name"],
            role=Role(answers["role"]),
            partnership=partnership,
            ends_on=answers["ends_on"],
            by=request.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        form.add_error(refusal.field, refusal.reason)
        return False
    done = "has the role now" if isinstance(given, Grant) else "has been sent an invitation"
    messages.success(request, f"{answers['name']} {done}.")
    return True


def ending(request: HttpRequest, grant: Grant, back: str, *where: object) -> HttpResponse:
    verdict = may_end(request.viewer, grant)
    if not verdict:
        raise PermissionDenied(verdict.reason)
    form = EndRoleForm(request.POST or None, initial={"last_day": request.today})
    if request.method == "POST" and form.is_valid():
        try:
            end_role(grant=grant, on=form.ends_on(), reason=form.cleaned_data["reason"], by=request.user)
        except Refused as refusal:
            form.add_error(None, refusal.reason)
        else:
            messages.success(request, f"The role of {grant.user.name} ends after the day you chose.")
            return redirect(back, *where)
    return render(
        request,
        "accounts/end_role.html",
        {"form": form, "grant": ending_shown(grant), "back": reverse(back, args=where)},
    )
