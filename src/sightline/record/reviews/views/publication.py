"""Publication of a review and its update report."""

from datetime import timedelta
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask

from .. import commands
from ..documents.letters import letter as written
from ..domain.publication import LETTER_LABELS, LetterKind, Recipient
from ..forms import publication as forms
from ..forms.practice import NothingForm
from ..models import Publication, Review
from ..presenters import publication as presenters
from ..queries import publication as queries
from .practice_loading import answered, may_keep, page_of, review_or_404, to


def _publication(review: Review) -> Publication | None:
    return getattr(review, "publication", None)


@opens_with(Deed.READ)
def publication(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    page = presenters.publication_page(
        found,
        _publication(found),
        queries.clock_of(found, request.as_at),
        found.letters.all(),
        found.updates.prefetch_related("lines"),
        request.scope.slug,
        request.as_at,
        may_keep=may_keep(request),
    )
    return page_of(request, "publication", found, "publication", page=page)


@opens_with(Deed.KEEP_REVIEWS)
def letter(request: HttpRequest, review: int, kind: str, form: str) -> HttpResponse:
    """The letter as Word or PDF, with the reason last recorded or a line to write it on."""
    found, which = review_or_404(request, review), _kind(kind)
    facts = presenters.letter_facts(
        found,
        _publication(found),
        queries.clock_of(found, request.today),
        found.letters.all(),
        which,
        request.today,
    )
    return answered(written(facts), form, f"{found.reference} {LETTER_LABELS[which]}")


def _kind(kind: str) -> LetterKind:
    if kind not in set(LetterKind):
        raise Http404
    return LetterKind(kind)


@opens_with(Deed.KEEP_REVIEWS)
def record_letter(request: HttpRequest, review: int, kind: str) -> HttpResponse:
    found, which = review_or_404(request, review), _kind(kind)

    def do(data: dict[str, Any]) -> None:
        data["to"] = [Recipient(one) for one in data["to"]]
        commands.record_letter(review=found, kind=which, by=request.user, **data)

    form = forms.LetterForm(request.POST or None, kind=which, initial={"sent_on": request.today})
    return _asked(request, found, form, title=f"{LETTER_LABELS[which]}: sent", button="Save", do=do)


@opens_with(Deed.KEEP_REVIEWS)
def remove_letter(request: HttpRequest, review: int, letter: int) -> HttpResponse:
    found = review_or_404(request, review)
    one = found.letters.filter(pk=letter).first()
    if one is None:
        raise Http404
    return _asked(
        request,
        found,
        NothingForm(request.POST if request.method == "POST" else None),
        title="Remove this letter",
        text=f"{one}, to {one.get_to_display()}",
        hint="For one that was entered by mistake.",
        button="Remove the letter",
        do=lambda data: commands.remove_letter(letter=one, by=request.user),
        warning=True,
    )


@opens_with(Deed.KEEP_REVIEWS)
def plan(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    held = _publication(found)
    return _asked(
        request,
        found,
        forms.PlanForm(request.POST or None, initial={"planned_on": held.planned_on if held else None}),
        title="Plan the day of publication",
        button="Save the day",
        do=lambda data: commands.plan_publication(review=found, by=request.user, **data),
    )


@opens_with(Deed.KEEP_REVIEWS)
def publish(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    held = _publication(found)
    initial = {
        "published_on": found.published_on or (held.planned_on if held else None),
        "address": held.address if held else "",
        "last_day": held.public_until - timedelta(days=1) if held and held.public_until else None,
    }

    def do(data: dict[str, Any]) -> None:
        last = data.pop("last_day")
        until = last + timedelta(days=1) if last else None
        commands.publish_review(review=found, until=until, by=request.user, **data)

    return _asked(
        request,
        found,
        forms.PublishForm(request.POST or None, initial=initial),
        title="Record the publication",
        hint="From then on everyone who reads this partnership’s record reads the review here, and search finds it.",
        button="Record the publication",
        do=do,
    )


@opens_with(Deed.KEEP_REVIEWS)
def withdraw(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)

    def do(data: dict[str, Any]) -> None:
        taken_back = data["how"] == "taken_back"
        commands.withdraw_review(
            review=found, on=data["on"], because=data["because"], is_taken_back=taken_back, by=request.user
        )

    form = forms.WithdrawForm(request.POST or None, initial={"on": request.today})
    return _asked(request, found, form, title="Withdraw from publication", button="Withdraw", do=do, warning=True)


@opens_with(Deed.KEEP_REVIEWS)
def expect_update(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    return _asked(
        request,
        found,
        forms.ExpectForm(request.POST or None),
        title="When the update report is due",
        button="Save the day",
        do=lambda data: commands.expect_update(review=found, by=request.user, **data),
    )


@opens_with(Deed.KEEP_REVIEWS)
def receive_update(request: HttpRequest, review: int) -> HttpResponse:
    found = review_or_404(request, review)
    return _asked(
        request,
        found,
        forms.ReceiveForm(request.POST or None, initial={"received_on": request.today}),
        title="Record the update report",
        hint="How each recommendation stands on that day is kept with it, and does not change afterwards.",
        button="Record the report",
        do=lambda data: commands.receive_update(review=found, by=request.user, **data),
    )


def _asked(request: HttpRequest, found: Review, form: Form, **more: Any) -> HttpResponse:
    there = to(request, "publication", review=found.pk)
    return ask(request, form, to=lambda _: there, back=there, **more)
