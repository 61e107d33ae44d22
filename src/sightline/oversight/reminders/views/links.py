"""Links that were sent, and the answers that came by them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download

from .. import commands, forms, presenters, queries


@opens_with(Deed.SET_REMINDERS)
def links(request: HttpRequest) -> HttpResponse:
    table = presenters.links_table(queries.links_of(request.scope), request.scope.slug, timezone.now(), request.path)
    shown = {"table": table, "tabs": presenters.tabs(request.scope.slug, "links")}
    return table_download(request, table) or render(request, "reminders/links.html", shown)


@opens_with(Deed.SET_REMINDERS)
def revoke(request: HttpRequest, link: int) -> HttpResponse:
    found = queries.link_in(request.scope, link)
    if found is None:
        raise Http404
    back = reverse("reminders:links", args=[request.scope.slug])

    def do(data: dict[str, Any]) -> Any:
        return commands.revoke(link=found, why=data["why"], at=timezone.now(), by=request.user)

    return ask(
        request,
        forms.WhyForm(request.POST or None),
        title="Take this link back",
        button="Take it back",
        do=do,
        to=lambda _: back,
        back=back,
        text=f"{found.person}: {found.what}",
        hint="It stops working at once. If this is still theirs, their next reminder brings a new link.",
        said="The link no longer works.",
        warning=True,
    )


@opens_with(Deed.SET_REMINDERS)
def answers(request: HttpRequest) -> HttpResponse:
    table = presenters.answers_table(queries.waiting_answers(request.scope), request.scope.slug, request.path)
    shown = {"table": table, "tabs": presenters.tabs(request.scope.slug, "answers")}
    return table_download(request, table) or render(request, "reminders/answers.html", shown)


@opens_with(Deed.SET_REMINDERS)
def take_up(request: HttpRequest, answer: int) -> HttpResponse:
    found = queries.answer_in(request.scope, answer)
    if found is None:
        raise Http404
    back = reverse("reminders:answers", args=[request.scope.slug])

    def do(data: dict[str, Any]) -> Any:
        return commands.take_up(answer=found, outcome=data["outcome"], at=timezone.now(), by=request.user)

    return ask(
        request,
        forms.OutcomeForm(request.POST or None),
        title="Deal with this answer",
        button="It is dealt with",
        do=do,
        to=lambda _: back,
        back=back,
        text=f"{found.link.person}, about “{found.link.what}”: {found.said}",
        said="The answer is dealt with.",
    )
