from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.responses import table_download
from sightline.foundation.library.queries import sources_of
from sightline.kernel.verdict import Refused

from . import commands, forms, policy, presenters, queries
from .domain import Answer
from .models import Recommendation


def _found(request: HttpRequest, pk: int) -> Recommendation:
    found = queries.recommendation_in(request.scope, pk)
    if found is None:
        raise Http404
    return found


@opens_with(Deed.READ)
def recommendation_list(request: HttpRequest) -> HttpResponse:
    found = queries.recommendations_of(request.scope, request.as_at)
    table = presenters.recommendations_table(found, request.scope.slug, request.as_at, request.path)
    if answer := table_download(request, table):
        return answer
    context = {"table": table, "may_keep": bool(policy.may_keep_recommendations(request.viewer, request.scope.pk))}
    return render(request, "recommendations/list.html", context)


@opens_with(Deed.READ)
def recommendation_page(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = _found(request, recommendation)
    sources = sources_of(request.viewer, "recommendations.recommendation", found.pk)
    context = {
        "page": presenters.recommendation_page(found, request.scope, sources, request.as_at),
        "may_keep": bool(policy.may_keep_recommendations(request.viewer, request.scope.pk)),
    }
    return render(request, "recommendations/recommendation.html", context)


def _answer(
    request: HttpRequest, form: Form, title: str, button: str, text: str, do: Callable[[dict], Recommendation]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            done = do(form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
        else:
            messages.success(request, f"{title}: saved.")
            return redirect("recommendations:recommendation", partnership=request.scope.slug, recommendation=done.pk)
    context = {"form": form, "title": title, "button": button, "text": text}
    return render(request, "recommendations/form.html", context)


@opens_with(Deed.KEEP_ACTIONS)
def record(request: HttpRequest) -> HttpResponse:
    form = forms.RecommendationForm(request.POST or None, partnership=request.scope)

    def do(data: dict[str, Any]) -> Recommendation:
        body = data.pop("addressed_to")
        return commands.record_recommendation(
            partnership=request.scope, addressed_to=[body] if body else [], by=request.user, **data
        )

    return _answer(request, form, "Record a recommendation", "Record it", "", do)


@opens_with(Deed.KEEP_ACTIONS)
def correct(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = _found(request, recommendation)
    initial = {name: getattr(found, name) for name in forms.WordingForm.base_fields}
    form = forms.WordingForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> Recommendation:
        return commands.correct_recommendation(recommendation=found, by=request.user, **data)

    return _answer(request, form, "Correct this recommendation", "Save", found.text, do)


@opens_with(Deed.KEEP_ACTIONS)
def respond(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = _found(request, recommendation)
    form = forms.ResponseForm(request.POST or None, partnership=request.scope, initial={"on": request.today})

    def do(data: dict[str, Any]) -> Recommendation:
        answer = Answer(data.pop("answer"))
        commands.respond(recommendation=found, partnership=request.scope, answer=answer, by=request.user, **data)
        return found

    return _answer(request, form, "Answer this recommendation", "Save the answer", found.text, do)


@opens_with(Deed.KEEP_ACTIONS)
def answer_by_action(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = _found(request, recommendation)
    form = forms.AnsweringActionForm(request.POST or None, partnership=request.scope, on=request.today)

    def do(data: dict[str, Any]) -> Recommendation:
        commands.answer_by_action(recommendation=found, action=data["action"], by=request.user)
        return found

    return _answer(request, form, "Link an action", "Link the action", found.text, do)
