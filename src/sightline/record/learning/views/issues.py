"""Pages of receipt, passing on and subscribers."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_to_everyone, opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download
from sightline.partnership.directory.queries import organisations_of, statutory_partners

from .. import commands, policy, queries
from ..forms import briefings as forms
from ..models import IssueTo
from ..presenters import issues as shown
from ..presenters.shared import at
from .briefings import draft_or_404, to_briefing


def _issue_or_404(request: HttpRequest, issue: int) -> IssueTo:
    found = queries.issue_in(request.scope, issue)
    if found is None:
        raise Http404
    return found


@opens_with(Deed.READ)
def agencies(request: HttpRequest) -> HttpResponse:
    sent = queries.issues_in(request.scope, request.as_at)
    partners = {body.pk for body in statutory_partners(request.scope, request.as_at)}
    by_agency = shown.grouped(sent, queries.agencies_with_standing(request.scope, request.as_at))
    page = shown.agencies_page(by_agency, partners, request.scope, request.as_at, request.path)
    return table_download(request, page.tables[0]) or render(request, "learning/list.html", {"page": page})


@opens_with(Deed.READ)
def agency(request: HttpRequest, organisation: int) -> HttpResponse:
    body = organisations_of(request.scope).filter(pk=organisation).first()
    if body is None:
        raise Http404
    issues = list(queries.issues_to(request.scope, body, request.as_at))
    keeps = bool(policy.may_keep_learning(request.viewer, request.scope.pk))
    page = shown.agency_page(body, issues, request.scope, request.as_at, request.path, keeps)
    return table_download(request, page.tables[0]) or render(request, "learning/list.html", {"page": page})


@opens_with(Deed.KEEP_LEARNING)
def send(request: HttpRequest, briefing: int) -> HttpResponse:
    found = draft_or_404(request, briefing)
    form = forms.AgencyForm(request.POST or None, partnership=request.scope, briefing=found, on=request.today)
    return ask(
        request,
        form,
        title=f"Send to another agency: {found.title}",
        button="Send it",
        do=lambda data: commands.send_to_agency(briefing=found, on=request.today, by=request.user, **data),
        to=lambda done: to_briefing(request, found),
        back=to_briefing(request, found),
        said="It goes to that agency too.",
    )


@opens_with(Deed.KEEP_LEARNING)
def sent(request: HttpRequest, issue: int) -> HttpResponse:
    """What one agency confirmed, and what can be done about what it has not."""
    found = _issue_or_404(request, issue)
    context = {"page": shown.sent_page(found, request.scope, request.as_at)}
    return render(request, "learning/sent.html", context)


def _of_issue(
    request: HttpRequest, found: IssueTo, form: Any, title: str, button: str, do: Callable[[dict[str, Any]], Any]
) -> HttpResponse:
    return ask(
        request,
        form,
        title=f"{title}: {found.organisation}",
        button=button,
        do=do,
        to=lambda done: to_briefing(request, found.briefing),
        back=at("sent", request.scope.slug, issue=found.pk),
        hint=f"{found.briefing}, sent on {found.sent_on:%-d %B %Y}.",
    )


@opens_with(Deed.KEEP_LEARNING)
def receipt(request: HttpRequest, issue: int) -> HttpResponse:
    found = _issue_or_404(request, issue)

    def do(data: dict[str, Any]) -> IssueTo:
        return commands.confirm_receipt(issue_to=found, by=request.user, **data)

    form = forms.ReceiptForm(request.POST or None, initial={"on": request.today})
    return _of_issue(request, found, form, "Confirm receipt", "Confirm receipt", do)


@opens_with(Deed.KEEP_LEARNING)
def cascade(request: HttpRequest, issue: int) -> HttpResponse:
    found = _issue_or_404(request, issue)

    def do(data: dict[str, Any]) -> IssueTo:
        return commands.confirm_cascade(issue_to=found, by=request.user, **data)

    form = forms.CascadeForm(request.POST or None, initial={"on": request.today})
    return _of_issue(request, found, form, "Confirm passing on", "Confirm passing on", do)


@opens_with(Deed.KEEP_LEARNING)
def chase(request: HttpRequest, issue: int) -> HttpResponse:
    found = _issue_or_404(request, issue)

    def do(data: dict[str, Any]) -> Any:
        return commands.chase_agency(issue_to=found, by=request.user, **data)

    form = forms.ChaseForm(request.POST or None, initial={"on": request.today})
    return _of_issue(request, found, form, "Note that you asked again", "Save", do)


@opens_with(Deed.KEEP_LEARNING)
def contact(request: HttpRequest, issue: int) -> HttpResponse:
    found = _issue_or_404(request, issue)
    initial = {name: getattr(found, name) for name in ("contact", "receipt_due_on", "cascade_due_on")}
    form = forms.ContactForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)

    def do(data: dict[str, Any]) -> IssueTo:
        return commands.correct_issue(issue_to=found, by=request.user, **data)

    return _of_issue(request, found, form, "Who answers, and by when", "Save", do)


@opens_with(Deed.KEEP_LEARNING)
def subscribers(request: HttpRequest) -> HttpResponse:
    rows = queries.subscribers_of(request.scope, request.as_at)
    page = shown.subscribers_page(rows, request.scope, request.path)
    return table_download(request, page.tables[0]) or render(request, "learning/list.html", {"page": page})


@opens_with(Deed.KEEP_LEARNING)
def subscribe(request: HttpRequest) -> HttpResponse:
    initial = {"on": request.today}
    form = forms.SubscriberForm(request.POST or None, partnership=request.scope, on=request.today, initial=initial)
    return ask(
        request,
        form,
        title="Add a subscriber",
        button="Add the subscriber",
        do=lambda data: commands.subscribe(partnership=request.scope, by=request.user, **data),
        to=lambda done: at("subscribers", request.scope.slug),
        back=at("subscribers", request.scope.slug),
        hint="Only people who asked for it. Each e-mail says how to end it.",
        said="The subscriber is added.",
    )


@opens_with(Deed.KEEP_LEARNING)
def end_subscription(request: HttpRequest, subscriber: int) -> HttpResponse:
    found = queries.subscriber_in(request.scope, subscriber)
    if found is None:
        raise Http404
    if request.method == "POST":
        commands.end_subscription(subscriber=found, on=request.today, by=request.user)
        return redirect("learning:subscribers", partnership=request.scope.slug)
    confirm = {
        "title": "End this subscription",
        "texts": (f"{found} is sent nothing more, and the address is removed.",),
        "button": "End it",
        "warning": True,
        "href": request.path,
        "cancel_href": at("subscribers", request.scope.slug),
    }
    return render(request, "learning/confirm.html", {"confirm": confirm})


@csrf_exempt  # a mail program ends it by one click (RFC 8058) and has no cookie of ours; the token is the secret
@opens_to_everyone
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    found = queries.subscriber_of_token(token)
    if found is None:
        raise Http404
    if request.method == "POST":
        commands.end_subscription(subscriber=found, on=request.today)
    context = {"is_ended": found.ended_on is not None, "partnership_name": found.partnership.name}
    return render(request, "learning/unsubscribe.html", context)
