"""Answering in words and by actions."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.record.actions.models import Action
from sightline.record.evidence.views import add_to

from .. import commands, forms
from ..domain import Answer
from . import evidence
from .shared import back_to, found_in


@opens_with(Deed.KEEP_ACTIONS)
def respond(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = found_in(request, recommendation)

    def do(data: dict[str, Any]) -> None:
        answer = Answer(data.pop("answer"))
        commands.respond(recommendation=found, partnership=request.scope, answer=answer, by=request.user, **data)

    return ask(
        request,
        forms.ResponseForm(request.POST or None, partnership=request.scope, on=request.today),
        title="Answer this recommendation",
        button="Save the answer",
        text=found.text,
        do=do,
        to=lambda _: back_to(request, found),
        back=back_to(request, found),
        said="The answer is saved.",
    )


@require_POST
@opens_with(Deed.KEEP_ACTIONS)
def undo_response(request: HttpRequest, recommendation: int, response: int) -> HttpResponse:
    found = found_in(request, recommendation)
    given = next((one for one in found.responses.all() if one.pk == response), None)
    if given is None:
        raise Http404
    commands.undo_response(response=given, by=request.user)
    messages.success(request, "The answer is taken back.")
    return redirect(back_to(request, found))


@opens_with(Deed.KEEP_ACTIONS)
def answer_by_action(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = found_in(request, recommendation)

    def do(data: dict[str, Any]) -> None:
        commands.answer_by_action(recommendation=found, action=data["action"], on=request.today, by=request.user)

    return ask(
        request,
        forms.AnsweringActionForm(request.POST or None, partnership=request.scope, on=request.today),
        title="Link an action",
        button="Link the action",
        text=found.text,
        do=do,
        to=lambda _: back_to(request, found),
        back=back_to(request, found),
        said="The action is linked.",
    )


@opens_with(Deed.KEEP_ACTIONS)
def raise_action(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = found_in(request, recommendation)

    def do(data: dict[str, Any]) -> Action:
        return commands.raise_answering_action(
            recommendation=found,
            partnership=request.scope,
            what=data["what"],
            leads=[data["owner"]] if data["owner"] else [],
            contributors=[data["helper"]] if data["helper"] else [],
            due_on=data["due_on"],
            on=request.today,
            by=request.user,
        )

    return ask(
        request,
        forms.RaiseForm(request.POST or None, partnership=request.scope, on=request.today),
        title="Raise an action that answers it",
        button="Raise the action",
        text=found.text,
        do=do,
        to=lambda _: back_to(request, found),
        back=back_to(request, found),
        said="The action is raised and answers this recommendation.",
    )


@require_POST
@opens_with(Deed.KEEP_ACTIONS)
def unlink_action(request: HttpRequest, recommendation: int, link: int) -> HttpResponse:
    found = found_in(request, recommendation)
    tie = next((one for one in found.answering.all() if one.pk == link), None)
    if tie is None:
        raise Http404
    commands.unlink_action(link=tie, by=request.user)
    messages.success(request, "The action no longer answers it. The action itself stays.")
    return redirect(back_to(request, found))


@opens_with(Deed.KEEP_ACTIONS)
def add_evidence(request: HttpRequest, recommendation: int) -> HttpResponse:
    found = found_in(request, recommendation)
    return add_to(request, evidence.subject_of(found), back_to(request, found), text=found.text)
