"""How a partnership counts its fifteen working days and plans them."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask

from .. import commands
from ..domain.clocks import Start
from ..forms.incidents import ClockForm
from ..forms.rapid import StepForm
from ..models import PlanTemplateStep
from ..presenters import clocks as presenters
from ..queries import incidents as queries
from .rapid import step_values
from .rapid_loading import address, confirming, may_keep


@opens_with(Deed.READ_INCIDENTS)
def clock_page(request: HttpRequest) -> HttpResponse:
    page = presenters.clock_page(
        queries.clock_setting(request.scope),
        queries.template_steps(request.scope),
        request.scope.slug,
        may_keep(request),
    )
    return render(request, "reviews/clock.html", {"page": page, "may_keep": may_keep(request)})


def _ask(request: HttpRequest, form: Any, **kwargs: Any) -> HttpResponse:
    page = address(request, "clock")
    return ask(request, form, to=lambda done: page, back=page, **kwargs)


@opens_with(Deed.KEEP_REVIEWS)
def choose(request: HttpRequest) -> HttpResponse:
    setting = queries.clock_setting(request.scope)
    initial = {"start": setting.start, "agreed_where": setting.agreed_where}
    return _ask(
        request,
        ClockForm(request.POST or None, initial=initial),
        title="Choose where the 15 working days start",
        button="Save",
        hint=presenters.SOURCES_DIFFER,
        do=lambda data: commands.choose_clock_start(
            partnership=request.scope, by=request.user, **(data | {"start": Start(data["start"])})
        ),
        said="Rapid reviews that are opened from now on are counted from there.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def add_template_step(request: HttpRequest) -> HttpResponse:
    return _ask(
        request,
        StepForm(request.POST or None, partnership=request.scope, on=request.today),
        title="Add a step to your plan",
        button="Add the step",
        do=lambda data: commands.add_template_step(partnership=request.scope, by=request.user, **data),
        said="The step is added. Rapid reviews under way keep their own plan.",
    )


def _step(request: HttpRequest, pk: int) -> PlanTemplateStep:
    found = next((one for one in queries.template_steps(request.scope) if one.pk == pk), None)
    if found is None:
        raise Http404
    return found


@opens_with(Deed.KEEP_REVIEWS)
def change_template_step(request: HttpRequest, template_step: int) -> HttpResponse:
    one = _step(request, template_step)
    return _ask(
        request,
        StepForm(request.POST or None, initial=step_values(one), partnership=request.scope, on=request.today),
        title="Change this step of your plan",
        button="Save",
        do=lambda data: commands.change_template_step(step=one, by=request.user, **data),
        said="The step is changed. Rapid reviews under way keep their own plan.",
    )


@opens_with(Deed.KEEP_REVIEWS)
def remove_template_step(request: HttpRequest, template_step: int) -> HttpResponse:
    one = _step(request, template_step)
    return _ask(
        request,
        confirming(request),
        title=f"Take “{one.what}” out of your plan",
        button="Take it out",
        do=lambda data: commands.remove_template_step(step=one, by=request.user),
        said="The step is taken out.",
        warning=True,
    )
