"""Who would get what, whom nobody reaches, and what went out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.queries import people_of

from .. import commands, presenters, queries


@opens_with(Deed.SET_REMINDERS)
def who_gets_what(request: HttpRequest) -> HttpResponse:
    rhythm = queries.rhythm_of(request.scope)
    day = presenters.day_to_show(rhythm, request.today)
    gathered = queries.gather([rhythm], day)
    had = queries.sent_today(gathered.recipients, request.today)
    page = presenters.who_page(rhythm, day, request.today, gathered, had, request.scope)
    if answer := table_download(request, page.table):
        return answer
    return render(request, "reminders/who.html", {"page": page, "tabs": presenters.tabs(request.scope.slug, "who")})


@opens_with(Deed.SET_REMINDERS)
def one(request: HttpRequest, person: int) -> HttpResponse:
    """What one person's digest of today would say, and a button that sends it."""
    found = people_of(request.scope).filter(pk=person).first()
    if found is None:
        raise Http404
    owners = queries.owners_in([request.scope.pk], request.today)
    email = owners.people[found.pk].email
    if request.method == "POST":
        return _remind_now(request, found.pk, email)
    rhythm = queries.rhythm_of(request.scope)
    pile = None
    if email:
        recipient = queries.gather([rhythm], request.today, only=email).recipients.get(email)
        pile = recipient.piles[request.scope.pk] if recipient else None
    page = presenters.one_page(found, email, pile, request.today, request.scope.slug)
    return render(request, "reminders/one.html", {"page": page})


def _remind_now(request: HttpRequest, person: int, email: str) -> HttpResponse:
    try:
        digest = commands.remind_now(partnership=request.scope, email=email, at=timezone.now(), by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.reason)
        return redirect("reminders:one", partnership=request.scope.slug, person=person)
    messages.success(request, f"The e-mail to {digest.name} goes out within a minute.")
    return redirect("reminders:sent", partnership=request.scope.slug)


@opens_with(Deed.SET_REMINDERS)
def nobody(request: HttpRequest) -> HttpResponse:
    rhythm = queries.rhythm_of(request.scope)
    gathered = queries.gather([rhythm], presenters.day_to_show(rhythm, request.today))
    table = presenters.nobody_table(gathered.unreached[request.scope.pk], request.scope.slug, request.path)
    if answer := table_download(request, table):
        return answer
    return render(
        request, "reminders/nobody.html", {"table": table, "tabs": presenters.tabs(request.scope.slug, "nobody")}
    )


@opens_with(Deed.SET_REMINDERS)
def sent(request: HttpRequest) -> HttpResponse:
    table = presenters.sent_table(queries.sections_of(request.scope), request.scope.slug, request.path)
    shown = {"table": table, "tabs": presenters.tabs(request.scope.slug, "sent")}
    return table_download(request, table) or render(request, "reminders/sent.html", shown)


@opens_with(Deed.SET_REMINDERS)
def digest_page(request: HttpRequest, digest: int) -> HttpResponse:
    found = queries.digest_in(request.scope, digest)
    if found is None:
        raise Http404
    return render(request, "reminders/digest.html", {"page": presenters.digest_page(found, request.scope.slug)})


@opens_with(Deed.SET_REMINDERS)
@require_POST
def try_again(request: HttpRequest, digest: int) -> HttpResponse:
    found = queries.digest_in(request.scope, digest)
    if found is None:
        raise Http404
    try:
        commands.try_again(digest=found.digest, at=timezone.now(), by=request.user)
    except Refused as refusal:
        messages.error(request, refusal.reason)
    else:
        messages.success(request, "It goes out again within a minute.")
    return redirect("reminders:digest", partnership=request.scope.slug, digest=digest)
