from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download
from sightline.kernel.periods import year_label
from sightline.kernel.verdict import Refused, Verdict

from . import commands, forms, policy, queries
from .domain import DEFAULT_NOTE, Course, Kind, Outcome, stages_in_words
from .models import Challenge
from .presenters import challenge as of_one
from .presenters import register, stages, summary
from .presenters.words import href, list_href


def _challenge(request: HttpRequest, pk: int) -> Challenge:
    found = queries.challenge_in(request.scope, pk, request.as_at)
    if found is None:
        raise Http404
    return found


def _known(request: HttpRequest) -> list[tuple[Challenge, Course]]:
    rows = queries.challenges_of(request.scope, request.as_at)
    courses = ((challenge, queries.course_on(challenge, request.as_at)) for challenge in rows)
    return [(challenge, course) for challenge, course in courses if course is not None]


def _keeps(request: HttpRequest) -> bool:
    return bool(policy.may_keep_log(request.viewer, request.scope.pk))


@opens_with(Deed.READ)
def challenge_list(request: HttpRequest) -> HttpResponse:
    show = request.GET.get("show", "open")
    if show not in register.CAPTION:
        raise Http404
    known = _known(request)
    parts = {
        "open": [one for one in known if one[1].is_open],
        "closed": [one for one in known if not one[1].is_open],
        "all": known,
        "log": [one for one in known if one[1].reached > 1],
    }
    slug, path = request.scope.slug, request.path
    shown = parts[show]
    table = (
        register.escalation_table(shown, slug, path)
        if show == "log"
        else register.register_table(shown, slug, show, path)
    )
    context = {
        "table": table,
        "tabs": register.tabs(show, slug, {key: len(part) for key, part in parts.items()}),
        "actions": _actions(request),
    }
    return table_download(request, table) or render(request, "challenges/list.html", context)


def _actions(request: HttpRequest) -> list[dict[str, Any]]:
    slug = request.scope.slug
    found = []
    if request.viewer.may(Deed.RAISE_CHALLENGES, request.scope.pk) and request.as_at == request.today:
        found.append({"text": "Raise a challenge", "href": reverse("challenges:raise", args=[slug]), "quiet": False})
    found.append({"text": "The year in numbers", "href": reverse("challenges:summary", args=[slug]), "quiet": True})
    found.append({"text": "Stages and limits", "href": reverse("challenges:stages", args=[slug]), "quiet": True})
    return [one | {"method": "get"} for one in found]


@opens_with(Deed.READ)
def challenge_page(request: HttpRequest, challenge: int) -> HttpResponse:
    found = _challenge(request, challenge)
    course = queries.course_on(found, request.as_at)
    assert course is not None  # it was raised by that day, or it would not have been found
    voice = queries.voice_of(request.viewer, request.scope, request.today)
    lines = queries.stages_of(queries.policy_of(request.scope, request.as_at))
    today = request.as_at == request.today
    context = {
        "page": of_one.challenge_page(found, course, lines, request.scope, request.as_at),
        "challenge_id": found.pk,
        "may_keep": today and _keeps(request),
        "may_answer": today and course.is_running and bool(policy.may_answer(request.viewer, found, voice)),
        "may_escalate": today and course.is_running and bool(policy.may_escalate(request.viewer, found, voice)),
        "has_more_stages": any(one.number > course.reached for one in lines),
    }
    return render(request, "challenges/challenge.html", context)


RAISING = (
    "For what is wrong between partners: attendance, data, a decision, a contribution. "
    "Nothing of a child or a case can be entered."
)
NO_VOICE = (
    "Your account is not linked to a post or seat here, so there is no agency to raise it for. "
    "Ask the business manager to link it."
)


@opens_with(Deed.RAISE_CHALLENGES)
def raise_challenge(request: HttpRequest) -> HttpResponse:
    voice = None if _keeps(request) else queries.voice_of(request.viewer, request.scope, request.today)
    given = {"reference": request.GET.get("about", ""), "reference_label": request.GET.get("label", "")}
    form = forms.RaiseForm(
        request.POST or None,
        partnership=request.scope,
        on=request.today,
        voice=voice,
        initial={"raised_on": request.today, **given},
    )

    def do(data: dict[str, Any]) -> Challenge:
        return commands.raise_challenge(
            partnership=request.scope,
            kind=Kind(data["kind"]),
            about=data["about"],
            asked_for=data["asked_for"],
            raiser=data["raised_by"],
            challenged=data["challenged"],
            about_what=form.about_what(),
            theme=data["theme"],
            scrutineer_informed_on=data["scrutineer_informed_on"],
            on=data["raised_on"],
            by=request.user,
        )

    hint = RAISING if voice is None or voice.organisations else f"{RAISING} {NO_VOICE}"
    return ask(
        request,
        form,
        title="Raise a challenge",
        button="Raise the challenge",
        do=do,
        to=lambda made: href(request.scope.slug, made.pk),
        back=list_href(request.scope.slug),
        hint=hint,
        text=given["reference_label"],
    )


def _ask_of(
    request: HttpRequest, found: Challenge, form: Any, title: str, button: str, do: Any, **kwargs: Any
) -> HttpResponse:
    to = href(request.scope.slug, found.pk)
    shown = {"text": found.about, "back": to, "to": lambda _: to} | kwargs
    return ask(request, form, title=title, button=button, do=do, **shown)


def _unless(verdict: Verdict) -> None:
    if not verdict:
        raise Refused(verdict.reason)


@opens_with(Deed.RAISE_CHALLENGES)
def answer(request: HttpRequest, challenge: int) -> HttpResponse:
    found = _challenge(request, challenge)
    form = forms.StepForm(
        request.POST or None, today=request.today, label="What is the answer?", required="Write the answer"
    )

    def do(data: dict[str, Any]) -> None:
        voice = queries.voice_of(request.viewer, request.scope, request.today)
        _unless(policy.may_answer(request.viewer, found, voice))
        commands.answer_challenge(challenge=found, words=data["words"], on=data["on"], by=request.user)

    return _ask_of(request, found, form, "Answer this challenge", "Save the answer", do)


@opens_with(Deed.RAISE_CHALLENGES)
def move_up(request: HttpRequest, challenge: int) -> HttpResponse:
    found = _challenge(request, challenge)
    form = forms.StepForm(
        request.POST or None, today=request.today, label="Why does it move up?", required="Say why it moves up"
    )

    def do(data: dict[str, Any]) -> None:
        voice = queries.voice_of(request.viewer, request.scope, request.today)
        _unless(policy.may_escalate(request.viewer, found, voice))
        try:
            commands.move_up(challenge=found, why=data["words"], on=data["on"], by=request.user)
        except Refused as refusal:
            raise Refused(refusal.reason, "words" if refusal.field == "why" else refusal.field) from refusal

    return _ask_of(request, found, form, "Move it up a stage", "Move it up", do)


@opens_with(Deed.KEEP_ACTIONS)
def inform(request: HttpRequest, challenge: int) -> HttpResponse:
    found = _challenge(request, challenge)
    form = forms.StepForm(request.POST or None, today=request.today, label="What was the scrutineer told?")

    def do(data: dict[str, Any]) -> None:
        commands.inform_scrutineer(challenge=found, on=data["on"], words=data["words"], by=request.user)

    return _ask_of(request, found, form, "The scrutineer was told", "Save", do)


@opens_with(Deed.KEEP_ACTIONS)
def resolve(request: HttpRequest, challenge: int) -> HttpResponse:
    found = _challenge(request, challenge)
    form = forms.ResolveForm(request.POST or None, today=request.today)

    def do(data: dict[str, Any]) -> None:
        commands.resolve_challenge(
            challenge=found,
            outcome=Outcome(data["outcome"]),
            what_changed=data["what_changed"],
            on=data["on"],
            by=request.user,
        )

    return _ask_of(request, found, form, "Settle this challenge", "Settle it", do)


@opens_with(Deed.KEEP_ACTIONS)
def close(request: HttpRequest, challenge: int) -> HttpResponse:
    found = _challenge(request, challenge)
    form = forms.CloseForm(request.POST or None, today=request.today)

    def do(data: dict[str, Any]) -> None:
        commands.close_challenge(challenge=found, by=request.user, **data)

    hint = "Fill in one of the two: what was learned, or why there is nothing to learn."
    return _ask_of(request, found, form, "Close this challenge", "Close it", do, hint=hint)


@opens_with(Deed.KEEP_ACTIONS)
def reopen(request: HttpRequest, challenge: int) -> HttpResponse:
    found = _challenge(request, challenge)
    form = forms.StepForm(
        request.POST or None, today=request.today, label="Why is it open again?", required="Say why it is open again"
    )

    def do(data: dict[str, Any]) -> None:
        commands.reopen_challenge(challenge=found, why=data["words"], on=data["on"], by=request.user)

    hint = "It goes back to the stage it stood at, and the days of that stage are counted anew."
    return _ask_of(request, found, form, "Open this challenge again", "Open it again", do, hint=hint)


@opens_with(Deed.KEEP_ACTIONS)
def correct(request: HttpRequest, challenge: int) -> HttpResponse:
    found = _challenge(request, challenge)
    form = forms.ThemeForm(
        request.POST or None, partnership=request.scope, on=request.today, initial=forms.correcting(found)
    )

    def do(data: dict[str, Any]) -> None:
        kind = Kind(data.pop("kind"))
        commands.correct_challenge(challenge=found, kind=kind, by=request.user, **data)

    return _ask_of(request, found, form, "Correct this challenge", "Save", do, text="")


@opens_with(Deed.KEEP_ACTIONS)
def remove(request: HttpRequest, challenge: int) -> HttpResponse:
    found = _challenge(request, challenge)

    def do(_: dict[str, Any]) -> None:
        commands.remove_challenge(challenge=found, by=request.user)

    return _ask_of(
        request,
        found,
        forms.SureForm(request.POST if request.method == "POST" else None),
        "Remove this challenge",
        "Remove it",
        do,
        hint="Only for one that was entered by mistake. The trail of changes keeps it.",
        warning=True,
        to=lambda _: list_href(request.scope.slug),
    )


@opens_with(Deed.READ)
def year_summary(request: HttpRequest) -> HttpResponse:
    years = summary.years_since(queries.first_raised(request.scope), request.as_at)
    wanted = request.GET.get("year", year_label(years[0]))
    year = next((one for one in years if year_label(one) == wanted), None)
    if year is None:
        raise Http404
    known = [one for one in _known(request) if one[0].raised_on in year]
    page = summary.summary_page(known, year, years, request.scope.slug, request.path)
    return table_download(request, page.table) or render(request, "challenges/summary.html", {"page": page})


@opens_with(Deed.READ)
def stages_page(request: HttpRequest) -> HttpResponse:
    page = stages.stages_page(queries.policies_of(request.scope, request.as_at), request.scope.slug)
    may_set = request.as_at == request.today and _keeps(request)
    return render(request, "challenges/stages.html", {"page": page, "may_set": may_set})


@opens_with(Deed.KEEP_ACTIONS)
def set_stages(request: HttpRequest) -> HttpResponse:
    now = queries.policy_of(request.scope, request.today)
    initial = {"stages": stages_in_words(queries.stages_of(now))}
    if now is not None:
        initial |= {"name": now.name, "dated_on": now.dated_on, "document": now.document}
    form = forms.StagesForm(request.POST or None, viewer=request.viewer, partnership=request.scope, initial=initial)

    def do(data: dict[str, Any]) -> None:
        commands.set_stages(partnership=request.scope, on=request.today, by=request.user, **data)

    back = reverse("challenges:stages", args=[request.scope.slug])
    hint = "They hold for challenges from today. A challenge keeps the limits of the stages it has been in."
    if now is None:
        hint += f" {DEFAULT_NOTE}"
    return ask(
        request, form, title="Set your stages", button="Save the stages", do=do, to=lambda _: back, back=back, hint=hint
    )
