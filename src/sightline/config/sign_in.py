"""How the sign-in library behaves here: nobody opens an account alone, and an identity provider opens only an existing one."""

import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import ConfirmLoginCodeForm as LibraryConfirmCodeForm
from allauth.account.forms import LoginForm as LibraryLoginForm
from allauth.account.forms import RequestLoginCodeForm as LibraryRequestCodeForm
from allauth.account.forms import ResetPasswordForm as LibraryResetForm
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.base.forms import AuthenticateForm as LibraryAuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as LibraryReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm as LibraryActivateForm
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render

from sightline.foundation.accounts.queries import account_at

PROOF_LASTS = 300
"""Seconds, the same as the sign-in library gives a password typed again."""
METHODS = "account_authentication_methods"


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def is_reauthentication_required(self, *, app: str = "", **kwargs: Any) -> bool:
        """Signing in within the last minutes is proof enough: who sets up a second factor at once is not asked twice."""
        methods = self.request.session.get(METHODS, [])
        if methods and time.time() - methods[-1]["at"] < PROOF_LASTS:
            return False
        return super().is_reauthentication_required(app=app, **kwargs)

    def format_email_subject(self, subject: str) -> str:
        return str(subject)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The address that people type, not the name that a request happened to carry."""
        path = super().get_reset_password_from_key_url(key)
        return settings.ADDRESS + "/" + path.split("/", 3)[3] if "://" in path else settings.ADDRESS + path


class SocialAdapter(DefaultSocialAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The first time, the provider's confirmed e-mail address finds the account; afterwards its own number does."""
        if sociallogin.is_existing or sociallogin.state.get("process") == "connect":
            return
        confirmed = [address.email for address in sociallogin.email_addresses if address.verified]
        user = next((user for user in map(account_at, confirmed) if user and user.is_active), None)
        if user is None:
            shown = {"provider": sociallogin.provider.name, "email": next(iter(confirmed), "")}
            raise ImmediateHttpResponse(render(request, "accounts/no_account.html", shown, status=403))
        sociallogin.connect(request, user)


class MFAAdapter(DefaultMFAAdapter):
    def _get_site_name(self) -> str:
        return "Sightline"


class _CodeForm:
    """A field for a code, by our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code"
        self.fields["code"].widget.attrs.pop("placeholder", None)
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class AuthenticateForm(_CodeForm, LibraryAuthenticateForm):
    pass


class ReauthenticateForm(_CodeForm, LibraryReauthenticateForm):
    pass


class ActivateForm(_CodeForm, LibraryActivateForm):
    pass


class LoginForm(LibraryLoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "E-mail address"
        self.fields["password"].help_text = ""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class ResetPasswordForm(LibraryResetForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "E-mail address"
        self.fields["email"].widget.attrs.pop("placeholder", None)


class RequestCodeForm(LibraryRequestCodeForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = "E-mail address"
        self.fields["email"].widget.attrs.pop("placeholder", None)


class ConfirmCodeForm(LibraryConfirmCodeForm):
    """The code holds letters, so the number pad of a phone would not do."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code from the e-mail"
        self.fields["code"].widget.attrs.pop("placeholder", None)


def signed_in_with_trusted_provider(request: HttpRequest) -> bool:
    """Whether this session began at an identity provider that asks for a second factor itself."""
    methods = request.session.get(METHODS, [])
    return any(method.get("provider") in settings.OIDC_WITH_SECOND_FACTOR for method in methods)
