"""Pages of agencies' returns: asked, chased, received."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with

from .. import commands
from ..domain.rapid import Answer
from ..forms import returns as forms
from ..models import AgencyReturn
from ..queries import rapid as queries
from .rapid import ask_about
from .rapid_loading import confirming, rapid_or_404, return_or_404


@opens_with(Deed.KEEP_REVIEWS)
def ask_agencies(request: HttpRequest, rapid: int) -> HttpResponse:
    found = rapid_or_404(request, rapid)
    asked = {one.organisation_id for one in found.returns.all()}
    usual = queries.agencies_to_ask(request.scope, request.today)
    form = forms.AskForm(request.POST or None, partnership=request.scope, asked=asked, usual=usual)
    return ask_about(
        request,
        found,
        form,
        "#returns",
        title="Ask agencies for what they know",
        button="Ask them",
        hint="This keeps that they were asked and by when. Send them your template by your secure way.",
        do=lambda data: commands.ask_agencies(rapid=found, on=request.today, by=request.user, **data),
        said="The agencies are on the list.",
    )


def _ask(request: HttpRequest, one: AgencyReturn, form: Any, **kwargs: Any) -> HttpResponse:
    return ask_about(request, one.rapid, form, "#returns", **kwargs)


@opens_with(Deed.KEEP_REVIEWS)
def receive(request: HttpRequest, rapid: int, agency_return: int) -> HttpResponse:
    one = return_or_404(request, rapid, agency_return)
    initial = {
        "answer": one.answer or Answer.INVOLVED,
        "on": one.received_on or request.today,
        "said_by": one.said_by,
        "kept_where": one.kept_where,
    }
    return _ask(
        request,
        one,
        forms.ReceiveForm(request.POST or None, initial=initial),
        title=f"Record the answer of {one.organisation}",
        button="Save the answer",
        do=lambda data: commands.receive_return(
            agency_return=one, by=request.user, **(data | {"answer": Answer(data["answer"])})
        ),
        said="The answer is recorded.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def chase(request: HttpRequest, rapid: int, agency_return: int) -> HttpResponse:
    one = return_or_404(request, rapid, agency_return)
    return _ask(
        request,
        one,
        forms.ChaseForm(request.POST or None, initial={"on": request.today}),
        title=f"Note that {one.organisation} was reminded",
        button="Save",
        do=lambda data: commands.chase_return(agency_return=one, by=request.user, **data),
        said="The reminder is noted.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def change(request: HttpRequest, rapid: int, agency_return: int) -> HttpResponse:
    one = return_or_404(request, rapid, agency_return)
    names = ("asked_on", "due_day", "minutes")
    initial = {name: getattr(one, name) for name in names} | {"post": one.post_id}
    form = forms.ReturnForm(
        request.POST or None, initial=initial, partnership=request.scope, on=request.today, body=one.organisation
    )
    return _ask(
        request,
        one,
        form,
        title=f"Change what was agreed with {one.organisation}",
        button="Save",
        do=lambda data: commands.change_return(agency_return=one, by=request.user, **data),
        said="The request is changed.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def take_back(request: HttpRequest, rapid: int, agency_return: int) -> HttpResponse:
    one = return_or_404(request, rapid, agency_return)
    return _ask(
        request,
        one,
        confirming(request),
        title=f"Take back the answer of {one.organisation}",
        button="Take it back",
        hint="Only when it was entered by mistake.",
        do=lambda data: commands.take_back_return(agency_return=one, by=request.user),
        said="The answer is taken back.",
        warning=True,
    )


@opens_with(Deed.KEEP_REVIEWS)
def remove(request: HttpRequest, rapid: int, agency_return: int) -> HttpResponse:
    one = return_or_404(request, rapid, agency_return)
    return _ask(
        request,
        one,
        confirming(request),
        title=f"Take {one.organisation} off the list",
        button="Take it off",
        hint="Only for an agency that was asked by mistake.",
        do=lambda data: commands.remove_return(agency_return=one, by=request.user),
        said="The agency is off the list.",
        warning=True,
    )
