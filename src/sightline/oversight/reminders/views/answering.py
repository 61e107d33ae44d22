"""Pages that open by a link from an e-mail. The door is the secret in the link: no session, no cookie, no script."""

from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from sightline.foundation.accounts.domain import digest_of
from sightline.foundation.accounts.doors import View, opens_signed_in, opens_to_everyone
from sightline.foundation.design.asking import ask
from sightline.kernel.verdict import Refused

from .. import commands, forms, policy, presenters, queries
from ..domain import purpose_of
from ..models import Answer, Link


def _by_secret(view: View) -> View:
    """Counts how often one address and one link ask, and keeps the secret out of other sites' logs and of search engines.

    No session speaks for the visitor, so a forged request could do no more than whoever forges it with the link itself:
    these pages need no token against forgery, and so set no cookie.
    """

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, secret: str) -> HttpResponse:
        opened = view if _is_in_measure(request, secret) else _too_often
        response = opened(request, secret)
        response._has_been_logged = True  # Django would log the address of a refusal, and the secret with it
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Cache-Control"] = "no-store"
        return response

    return guarded


def _too_often(request: HttpRequest, secret: str) -> HttpResponse:
    return render(request, "reminders/too_often.html", status=429)


def _is_in_measure(request: HttpRequest, secret: str) -> bool:
    usage = ratelimit.consume(
        request,
        app="reminders",
        action="open_link",
        config=settings.LINK_RATE_LIMITS,
        key=digest_of(secret),
        limit_get=True,
    )
    return usage is not None


@_by_secret
def _answer(request: HttpRequest, secret: str) -> HttpResponse:
    now = timezone.now()
    link = queries.link_by_secret(secret)
    if not policy.may_answer(link, now):
        return _over(request)
    due = queries.is_still_asked(link, request.today)
    said = list(queries.answers_of(link))
    if due is None and not (said and (request.method != "POST" or _is_said_again(request, link, said[0]))):
        return _over(request)
    if due is None or (said and request.method == "GET" and "again" not in request.GET):
        return render(request, "reminders/said.html", {"page": presenters.said_page(link, due, said)})
    form = forms.ReplyForm(request.POST if request.method == "POST" else None, purpose=purpose_of(link.kind))
    if request.method == "POST" and form.is_valid() and _is_taken(link, form):
        return redirect(request.path)
    shown = {"form": form, "page": presenters.answer_page(link, due, request.today)}
    return render(request, "reminders/answer.html", shown)


def _is_said_again(request: HttpRequest, link: Link, last: Answer) -> bool:
    """A second press of the button that ended what was asked. Any other answer came too late, and is not called written down."""
    form = forms.ReplyForm(request.POST, purpose=purpose_of(link.kind))
    return form.is_valid() and form.reply().said == last.said


def _is_taken(link: Link, form: forms.ReplyForm) -> bool:
    """Whether the answer was written down; the form says why not."""
    try:
        commands.answer(link=link, reply=form.reply(), at=timezone.now())
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
        return False
    return True


def _over(request: HttpRequest) -> HttpResponse:
    """The same page whether the link never was, ran out, was taken back, or its thing is done."""
    return render(request, "reminders/over.html", status=410)


@_by_secret
def _wishes(request: HttpRequest, secret: str) -> HttpResponse:
    wish = queries.wish_by_secret(secret)
    if wish is None:
        return _over(request)
    typed = request.POST if request.method == "POST" else None
    form = forms.WishForm(typed, initial={"only_overdue": "yes" if wish.only_overdue else "no"})
    saved = request.method == "POST" and form.is_valid()
    if saved:
        commands.wish(email=wish.email, only_overdue=form.cleaned_data["only_overdue"] == "yes", by=None)
    return render(request, "reminders/wishes.html", {"form": form, "saved": saved})


answer = opens_to_everyone(_answer)
wishes = opens_to_everyone(_wishes)


@opens_signed_in
def own(request: HttpRequest) -> HttpResponse:
    wish = queries.wish_of(request.user.email)
    chosen = "yes" if wish is not None and wish.only_overdue else "no"
    form = forms.WishForm(request.POST or None, initial={"only_overdue": chosen})

    def do(data: dict[str, Any]) -> Any:
        return commands.wish(email=request.user.email, only_overdue=data["only_overdue"] == "yes", by=request.user)

    return ask(
        request,
        form,
        title="Your reminders",
        button="Save",
        do=do,
        to=lambda _: reverse("reminders:own"),
        hint=f"Reminders go to the work e-mail address in the directory. This choice is for {request.user.email}.",
        said="Saved.",
    )
