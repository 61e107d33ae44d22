"""Pages of serious incidents: only those who may read incidents open them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download

from .. import commands
from ..domain.clocks import Start
from ..domain.incidents import Category, IncidentState
from ..forms import incidents as forms
from ..forms.rapid import OpenForm
from ..models import Incident
from ..presenters import incidents as presenters
from ..queries import incidents as queries
from .rapid_loading import address, confirming, incident_or_404, may_keep


@opens_with(Deed.READ_INCIDENTS)
def incident_register(request: HttpRequest) -> HttpResponse:
    setting = queries.clock_setting(request.scope)
    table = presenters.register(
        queries.incidents_of(request.scope, request.as_at), Start(setting.start), request.scope.slug, request.as_at
    )
    if answer := table_download(request, table):
        return answer
    context = {"table": table, "may_keep": may_keep(request), "counts": presenters.counted(setting)}
    return render(request, "reviews/incidents.html", context)


@opens_with(Deed.READ_INCIDENTS)
def incident_page(request: HttpRequest, incident: int) -> HttpResponse:
    found = incident_or_404(request, incident)
    setting = queries.clock_setting(request.scope)
    page = presenters.incident_page(found, Start(setting.start), request.as_at)
    return render(request, "reviews/incident.html", {"page": page, "may_keep": may_keep(request)})


def _values(data: dict[str, Any]) -> dict[str, Any]:
    return data | {"category": Category(data["category"])}


@opens_with(Deed.KEEP_REVIEWS)
def log(request: HttpRequest) -> HttpResponse:
    form = forms.IncidentForm(request.POST or None, partnership=request.scope, on=request.today)
    return ask(
        request,
        form,
        title="Log a serious incident",
        button="Log the incident",
        hint=presenters.NOTHING_OF_A_CHILD,
        do=lambda data: commands.log_incident(partnership=request.scope, by=request.user, **_values(data)),
        to=lambda made: address(request, "incident", incident=made.pk),
        back=address(request, "incidents"),
        said="The incident is logged.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def correct(request: HttpRequest, incident: int) -> HttpResponse:
    found = incident_or_404(request, incident)
    names = ("reference", "category", "aware_on", "occurred_on", "is_month_only", "decided_by_as_written", "criteria")
    initial = {name: getattr(found, name) for name in names} | {
        "lead_authority": found.lead_authority_id,
        "decided_by": found.decided_by_id,
        "concerned": [row.organisation_id for row in found.concerned.all()],
    }
    form = forms.IncidentForm(
        request.POST or None, initial=initial, partnership=request.scope, on=request.today, is_new=False
    )
    return _ask(
        request,
        found,
        form,
        title=f"Correct {found.reference}",
        button="Save",
        do=lambda data: commands.correct_incident(incident=found, by=request.user, **_values(data)),
    )


@opens_with(Deed.KEEP_REVIEWS)
def notify(request: HttpRequest, incident: int) -> HttpResponse:
    found = incident_or_404(request, incident)
    initial = {
        "on": found.notified_on or request.today,
        "decided_by": found.decided_by_id,
        "decided_by_as_written": found.decided_by_as_written,
    }
    form = forms.NotifyForm(request.POST or None, initial=initial, partnership=request.scope, on=request.today)
    return _ask(
        request,
        found,
        form,
        title=f"Record the notification of {found.reference}",
        button="Save",
        do=lambda data: commands.notify_incident(incident=found, by=request.user, **data),
        said="The notification is recorded.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def end(request: HttpRequest, incident: int) -> HttpResponse:
    found = incident_or_404(request, incident)
    guess = IncidentState.WITHDRAWN if found.notified_on else IncidentState.NOT_NOTIFIED
    form = forms.EndIncidentForm(request.POST or None, initial={"as_": guess.value, "on": request.today})
    return _ask(
        request,
        found,
        form,
        title=f"Close {found.reference}",
        button="Close the incident",
        do=lambda data: commands.end_incident(
            incident=found, by=request.user, **(data | {"as_": IncidentState(data["as_"])})
        ),
        said="The incident is closed.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def reopen(request: HttpRequest, incident: int) -> HttpResponse:
    found = incident_or_404(request, incident)
    return _ask(
        request,
        found,
        confirming(request),
        title=f"Open {found.reference} again",
        button="Open it again",
        do=lambda data: commands.reopen_incident(incident=found, by=request.user),
        said="The incident is open again.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def remove(request: HttpRequest, incident: int) -> HttpResponse:
    found = incident_or_404(request, incident)
    return ask(
        request,
        confirming(request),
        title=f"Remove {found.reference}",
        button="Remove it",
        hint="Only for an incident that was entered by mistake. The trail keeps what was removed.",
        do=lambda data: commands.remove_incident(incident=found, by=request.user),
        to=lambda done: address(request, "incidents"),
        back=address(request, "incident", incident=found.pk),
        said="The incident is removed.",
        warning=True,
    )


@opens_with(Deed.KEEP_REVIEWS)
def open_rapid(request: HttpRequest, incident: int) -> HttpResponse:
    found = incident_or_404(request, incident)
    return ask(
        request,
        OpenForm(request.POST or None),
        title=f"Open the rapid review of {found.reference}",
        button="Open the rapid review",
        hint="It gets the plan of your fifteen working days; you can change it afterwards.",
        do=lambda data: commands.open_rapid_review(
            partnership=request.scope, reference=data["reference"], incident=found, on=request.today, by=request.user
        ),
        to=lambda made: address(request, "rapid", rapid=made.pk),
        back=address(request, "incident", incident=found.pk),
        said="The rapid review is open.",
    )


def _ask(request: HttpRequest, incident: Incident, form: Any, **kwargs: Any) -> HttpResponse:
    """A form about one incident, leading back to its page."""
    page = address(request, "incident", incident=incident.pk)
    return ask(request, form, to=lambda done: page, back=page, **kwargs)
