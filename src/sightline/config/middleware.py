"""Puts the viewer, the partnership in scope and the as-at date on each request; opens the clock once, here."""

from collections.abc import Callable
from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.accounts.queries import viewer_for
from sightline.foundation.trail.commands import acting

from .sign_in import signed_in_with_trusted_provider

AS_AT = "as_at"
SIGN_IN = "/sign-in/"
HAS_SECOND_FACTOR = "has_second_factor"
OPEN_WITHOUT = (SIGN_IN, "/health", "/accessibility", "/static/")


class ViewerMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.today = timezone.localdate()
        request.viewer = viewer_for(request.user, request.today)
        request.scope = None
        request.as_at = _as_at(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Takes `partnership` out of the address: views find it in `request.scope`."""
        slug = kwargs.pop("partnership", None)
        if slug is None:
            return
        request.scope = Partnership.objects.filter(slug=slug).first()
        if request.scope is None and request.viewer.is_signed_in:
            raise Http404


class SecondFactorMiddleware:
    """Where a second factor is required, everything but signing in waits until one is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith(SIGN_IN):
            request.session.pop(HAS_SECOND_FACTOR, None)  # it may be taken off here: asked again on the next page
        elif self._must_set_up(request):
            return redirect("mfa_index")
        return self.get_response(request)

    def _must_set_up(self, request: HttpRequest) -> bool:
        if not settings.MFA_REQUIRED or not request.user.is_authenticated or request.path.startswith(OPEN_WITHOUT):
            return False
        if request.session.get(HAS_SECOND_FACTOR) or signed_in_with_trusted_provider(request):
            return False
        kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
        if Authenticator.objects.filter(user=request.user, type__in=kinds).exists():
            request.session[HAS_SECOND_FACTOR] = True
            return False
        return True


class SignInTrailMiddleware:
    """What the sign-in library writes is no command of ours: it is done in the name of who is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(SIGN_IN) or not _may_write(request):
            return self.get_response(request)
        with acting(_named(request.user), request.path.removeprefix(SIGN_IN)[:100]):
            return self.get_response(request)


def _may_write(request: HttpRequest) -> bool:
    """Coming back from an identity provider is a GET by protocol, and signs in."""
    return request.method == "POST" or request.path.endswith("/callback/")


class _Stranger:
    pk = None

    def __str__(self) -> str:
        return "Someone not signed in"


def _named(user: Any) -> Any:
    return user if user.is_authenticated else _Stranger()


def _as_at(request: HttpRequest) -> date:
    """A date in the address (shareable) wins over the one chosen in this session; never later than today."""
    chosen = request.GET.get("as-at") or request.session.get(AS_AT, "")
    try:
        return min(date.fromisoformat(chosen), request.today)
    except ValueError:
        return request.today
