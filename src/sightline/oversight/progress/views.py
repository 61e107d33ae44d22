from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import paper_download, table_download
from sightline.kernel.references import Reference
from sightline.record.evidence.views import add_to

from . import commands, forms, policy, queries
from .domain import Moved
from .models import ProgressReview, Word
from .presenters import chain as presenters
from .presenters import reviews as of_reviews


@opens_with(Deed.READ)
def chain(request: HttpRequest) -> HttpResponse:
    scope, on = request.scope, request.as_at
    page = presenters.chain_page(
        queries.chains_of(scope, on),
        queries.unserving_actions(scope, on).count(),
        queries.last_review(scope, on),
        queries.open_review_of(scope),
        scope.slug,
        on,
        request.path,
    )
    return table_download(request, page.table) or render(request, "progress/chain.html", {"page": page})


@opens_with(Deed.READ)
def priority(request: HttpRequest, priority: int) -> HttpResponse:
    found = queries.chain_of(request.scope, priority, request.as_at)
    if found is None:
        raise Http404
    words = [
        presenters.word_line(word, word.review, request.scope.slug)
        for word in queries.words_on(found.priority, request.as_at)
    ]
    page = presenters.priority_page(found, words, request.scope, request.as_at, _may_keep(request))
    return render(request, "progress/priority.html", {"page": page})


@opens_with(Deed.KEEP_PRIORITIES)
def add_to_priority(request: HttpRequest, priority: int) -> HttpResponse:
    found = queries.chain_of(request.scope, priority, request.as_at)
    if found is None:
        raise Http404
    back = presenters.priority_href(request.scope.slug, priority)
    return add_to(request, Reference("plan.priority", priority), back, text=found.priority.title)


@opens_with(Deed.KEEP_PRIORITIES)
def add_to_objective(request: HttpRequest, objective: int) -> HttpResponse:
    found = queries.objective_in(request.scope, objective)
    if found is None:
        raise Http404
    back = presenters.priority_href(request.scope.slug, found.priority_id)
    return add_to(request, Reference("plan.objective", objective), back, text=found.text)


@opens_with(Deed.READ)
def reviews(request: HttpRequest) -> HttpResponse:
    table = of_reviews.reviews_table(queries.reviews_of(request.scope, request.as_at), request.scope.slug, request.path)
    may_open = bool(_may_keep(request)) and queries.open_review_of(request.scope) is None
    context = {"table": table, "may_open": may_open}
    return table_download(request, table) or render(request, "progress/reviews.html", context)


@opens_with(Deed.KEEP_PRIORITIES)
def open_review(request: HttpRequest) -> HttpResponse:
    form = forms.OpenForm(request.POST or None, partnership=request.scope, initial={"on": request.today})

    def do(data: dict[str, Any]) -> ProgressReview:
        return commands.open_review(partnership=request.scope, by=request.user, **data)

    return ask(
        request,
        form,
        title="Open a review of progress",
        button="Open the review",
        do=do,
        to=lambda review: presenters.review_href(request.scope.slug, review.pk),
        back=reverse("progress:reviews", kwargs={"partnership": request.scope.slug}),
        hint="It begins with the chain of every priority and what moved since the last review.",
    )


@opens_with(Deed.READ)
def review(request: HttpRequest, review: int) -> HttpResponse:
    found = _review(request, review)
    page, table = _page(request, found)
    if request.GET.get("paper") in ("docx", "pdf"):
        paper = of_reviews.review_paper(page, request.scope, table)
        return paper_download(paper, request.GET["paper"], slugify(f"progress {found.on:%Y-%m-%d}"))
    context = {"page": page, "may_keep": bool(_may_keep(request)) and page.is_open}
    return render(request, "progress/review.html", context)


def _page(request: HttpRequest, found: ProgressReview) -> tuple[of_reviews.ReviewPage, Any]:
    now = queries.chains_of(found.partnership, found.on)
    before = queries.chains_of(found.partnership, found.since) if found.since else []
    table = presenters.chains_table(now, request.scope.slug, "")
    return of_reviews.review_page(found, now, before, request.scope), table


@opens_with(Deed.KEEP_PRIORITIES)
def say(request: HttpRequest, review: int, priority: int) -> HttpResponse:
    found = _review(request, review)
    about = next((c.priority for c in queries.chains_of(request.scope, found.on) if c.priority.pk == priority), None)
    if about is None:
        raise Http404
    said = next((word for word in found.words.all() if word.priority_id == priority), None)
    initial = {"moved": said.moved, "why": said.why} if said else {}
    form = forms.WordForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> Word:
        return commands.say_of(
            review=found, priority=about, moved=Moved(data["moved"]), why=data["why"], by=request.user
        )

    return _asked(request, found, form, "Did this priority move?", "Save", do, text=about.title)


@opens_with(Deed.KEEP_PRIORITIES)
def resolve(request: HttpRequest, review: int) -> HttpResponse:
    found = _review(request, review)
    form = forms.ResolveForm(request.POST or None, partnership=request.scope, on=found.on)

    def do(data: dict[str, Any]) -> Any:
        return commands.resolve(review=found, by=request.user, **data)

    return _asked(request, found, form, "Record a decision", "Record the decision", do)


@opens_with(Deed.KEEP_PRIORITIES)
def close(request: HttpRequest, review: int) -> HttpResponse:
    found = _review(request, review)
    form = forms.CloseForm(request.POST or None)

    def do(data: dict[str, Any]) -> ProgressReview:
        return commands.close_review(review=found, on=request.today, by=request.user, **data)

    return _asked(request, found, form, "Close this review", "Close the review", do)


@opens_with(Deed.KEEP_PRIORITIES)
def discard(request: HttpRequest, review: int) -> HttpResponse:
    found = _review(request, review)
    return ask(
        request,
        forms.DiscardForm(request.POST if request.method == "POST" else None),
        title="Discard this review",
        button="Discard it",
        do=lambda _: commands.discard_review(review=found, by=request.user),
        to=lambda _: reverse("progress:reviews", kwargs={"partnership": request.scope.slug}),
        back=presenters.review_href(request.scope.slug, found.pk),
        hint="For one that was opened by mistake, while nothing is recorded in it.",
        said="The review is discarded.",
        warning=True,
    )


def _asked(
    request: HttpRequest, found: ProgressReview, form: Any, title: str, button: str, do: Any, text: str = ""
) -> HttpResponse:
    here = presenters.review_href(request.scope.slug, found.pk)
    return ask(request, form, title=title, button=button, do=do, to=lambda _: here, back=here, text=text)


def _review(request: HttpRequest, pk: int) -> ProgressReview:
    found = queries.review_in(request.scope, pk)
    if found is None:
        raise Http404
    return found


def _may_keep(request: HttpRequest) -> Any:
    return policy.may_keep_progress(request.viewer, request.scope.pk)
