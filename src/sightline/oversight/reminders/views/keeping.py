"""When digests go out, and who stands for an organisation."""

from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download

from .. import commands, forms, presenters, queries
from ..domain import Repeat


@opens_with(Deed.SET_REMINDERS)
def rhythm(request: HttpRequest) -> HttpResponse:
    form = forms.RhythmForm.of(request.POST or None, queries.rhythm_of(request.scope))
    back = reverse("reminders:who", args=[request.scope.slug])

    def do(data: dict[str, Any]) -> Any:
        return commands.set_rhythm(
            partnership=request.scope,
            is_on=data["is_on"] == "yes",
            weekdays=[int(n) for n in data["weekdays"]],
            lead_days=data["lead_days"],
            repeat=Repeat(data["repeat"]),
            most=data["most"],
            link_days=data["link_days"],
            by=request.user,
        )

    return ask(request, form, title="When reminders go out", button="Save", do=do, to=lambda _: back, back=back)


@opens_with(Deed.SET_REMINDERS)
def contacts(request: HttpRequest) -> HttpResponse:
    owners = queries.owners_in([request.scope.pk], request.as_at)
    table = presenters.contacts_table(request.scope, queries.contacts_of(request.scope), owners, request.path)
    if answer := table_download(request, table):
        return answer
    shown = {"table": table, "tabs": presenters.tabs(request.scope.slug, "contacts")}
    shown["add_href"] = reverse("reminders:add_contact", args=[request.scope.slug])
    return render(request, "reminders/contacts.html", shown)


@opens_with(Deed.SET_REMINDERS)
def add_contact(request: HttpRequest) -> HttpResponse:
    form = forms.ContactForm(request.POST or None, partnership=request.scope)
    back = reverse("reminders:contacts", args=[request.scope.slug])

    def do(data: dict[str, Any]) -> Any:
        return commands.add_contact(partnership=request.scope, by=request.user, **data)

    return ask(request, form, title="Name a contact", button="Save", do=do, to=lambda _: back, back=back)


@opens_with(Deed.SET_REMINDERS)
def remove_contact(request: HttpRequest, contact: int) -> HttpResponse:
    found = queries.contacts_of(request.scope).filter(pk=contact).first()
    if found is None:
        raise Http404
    back = reverse("reminders:contacts", args=[request.scope.slug])
    return ask(
        request,
        Form(request.POST),
        title=f"Remove {found.person} as contact",
        button="Remove",
        do=lambda _: commands.remove_contact(contact=found, by=request.user),
        to=lambda _: back,
        back=back,
        hint=f"{found.person} is then no longer reminded on behalf of {found.organisation}.",
        said=f"{found.person} is no longer reminded for {found.organisation}.",
    )
