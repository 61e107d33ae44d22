from collections.abc import Callable
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_with
from sightline.foundation.library.queries import page_of
from sightline.kernel.verdict import Refused
from sightline.oversight.intake import commands, policy, presenters, queries
from sightline.oversight.intake.domain import Choice
from sightline.oversight.intake.forms import MeetingForm, answers_in, corrections_in
from sightline.oversight.intake.models import Paper, Proposal
from sightline.oversight.intake.queries.resolving import Resolver
from sightline.partnership.governance.queries import board_of, boards_of


@opens_with(Deed.BRING_IN_PAPERS)
@require_GET
def review(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _read_paper(request, pk)
    resolver = Resolver(paper, request.today)
    pages = list(paper.version.pages.order_by("number"))
    page = presenters.review_page(request.scope.slug, paper, queries.proposals_of(paper), resolver, pages, request.GET)
    form = _meeting_form(request, None) if page.asks_meeting else None
    return render(request, "intake/review.html", {"page": page, "meeting_form": form})


def _meeting_form(request: HttpRequest, data: object) -> MeetingForm:
    boards = boards_of(request.scope, request.today).order_by("name").values_list("pk", "name")
    return MeetingForm(data, boards=list(boards))


@opens_with(Deed.BRING_IN_PAPERS)
@require_GET
def pane(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    paper = _read_paper(request, pk)
    leaf = page_of(paper.version, number)
    if leaf is None:
        raise Http404
    if not request.htmx:
        return redirect(f"{reverse('intake:review', args=[request.scope.slug, pk])}?page={number}")
    shown = presenters.pane_of(request.scope.slug, paper, leaf, queries.proposals_of(paper), request.GET)
    return render(request, "library/pane.html", {"pane": shown})


@opens_with(Deed.BRING_IN_PAPERS)
@require_GET
def card(request: HttpRequest, pk: int, proposal: int) -> HttpResponse:
    paper = _read_paper(request, pk)
    found = _proposal(paper, proposal)
    correcting = request.GET.get("correct") == "1"
    if not request.htmx:
        address = reverse("intake:review", args=[request.scope.slug, pk])
        shown = presenters.card(request.scope.slug, found, Resolver(paper, request.today), is_correcting=True)
        return render(request, "intake/correct.html", {"card": shown, "back": f"{address}?at={proposal}#p{proposal}"})
    return _card(request, paper, found, is_correcting=correcting)


def _card(request: HttpRequest, paper: Paper, proposal: Proposal, **more: object) -> HttpResponse:
    shown = presenters.card(request.scope.slug, proposal, Resolver(paper, request.today), **more)
    standing = queries.standings([paper]).get(paper.pk)
    tabs = presenters.kind_tabs(request.scope.slug, paper, queries.words_on(paper), _kind_in_view(request))
    return render(request, "intake/card_again.html", {"card": shown, "standing": standing, "tabs": tabs})


def _kind_in_view(request: HttpRequest) -> str:
    """Which kind the person has chosen to see, from the address of the page that asks."""
    return QueryDict(urlsplit(request.htmx.current_url or "").query).get("kind", "") if request.htmx else ""


@opens_with(Deed.BRING_IN_PAPERS)
@require_POST
def decide(request: HttpRequest, pk: int, proposal: int) -> HttpResponse:
    """One word on one proposal: accept, correct, refuse, or take the word back."""
    paper = _read_paper(request, pk)
    found = _proposal(paper, proposal)
    word = WORDS.get(request.POST.get("word", ""))
    error = ""
    try:
        if word is None:
            raise Refused("Say whether to accept, correct or refuse this.")
        found = word(request, found)
    except Refused as reason:
        error = reason.reason
        found = _proposal(paper, proposal)
    return _answer(request, paper, found, error)


def _accept(request: HttpRequest, proposal: Proposal) -> Proposal:
    answers = answers_in(request.POST.dict())
    return commands.accept(proposal=proposal, answers=answers, by=request.user, at=timezone.now())


def _correct(request: HttpRequest, proposal: Proposal) -> Proposal:
    corrected = corrections_in(request.POST.dict(), proposal)
    answers = answers_in(request.POST.dict())
    given = {"answers": answers, "by": request.user, "at": timezone.now()}
    return commands.correct(proposal=proposal, corrected=corrected, **given)


def _refuse(request: HttpRequest, proposal: Proposal) -> Proposal:
    because = request.POST.get("because", "").replace("\0", "")
    return commands.refuse(proposal=proposal, because=because, by=request.user, at=timezone.now())


def _take_back(request: HttpRequest, proposal: Proposal) -> Proposal:
    return commands.take_back(proposal=proposal, by=request.user, at=timezone.now())


WORDS: dict[str, Callable[[HttpRequest, Proposal], Proposal]] = {
    "accept": _accept,
    "correct": _correct,
    "refuse": _refuse,
    "back": _take_back,
}


def _answer(request: HttpRequest, paper: Paper, proposal: Proposal, error: str) -> HttpResponse:
    address = reverse("intake:review", args=[request.scope.slug, paper.pk])
    if request.htmx:
        answer = _card(request, paper, proposal, error=error)
        # Which meeting it was, and what a name means, changes what other cards offer.
        if not error and (proposal.kind == "meeting" or "answer-changed" in request.POST):
            answer["HX-Refresh"] = "true"
        return answer
    if error:
        messages.error(request, error)
    at = proposal if error or proposal.choice == Choice.PENDING else queries.next_pending(paper, proposal)
    return redirect(
        f"{address}?at={at.pk}#p{at.pk}" if at else reverse("intake:end", args=[request.scope.slug, paper.pk])
    )


@opens_with(Deed.BRING_IN_PAPERS)
@require_http_methods(["GET", "POST"])
def accept_all(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    paper = _read_paper(request, pk)
    if request.method == "POST":
        messages.success(request, _said_of_all(request, paper, kind))
        return redirect("intake:review", request.scope.slug, pk)
    resolver = Resolver(paper, request.today)
    page = presenters.confirm_all(request.scope.slug, paper, kind, queries.proposals_of(paper), resolver)
    return render(request, "intake/accept_all.html", {"page": page})


def _said_of_all(request: HttpRequest, paper: Paper, kind: str) -> str:
    given = {"paper": paper, "kind": kind, "by": request.user, "at": timezone.now()}
    if request.POST.get("word") == "refuse":
        return f"{commands.refuse_all(**given)} refused."
    taken = commands.accept_all(**given)
    left = f" {len(taken.left)} were left for you to look at." if taken.left else ""
    return f"{taken.accepted} accepted.{left}"


@opens_with(Deed.BRING_IN_PAPERS)
@require_http_methods(["GET", "POST"])
def state_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """For a paper in which the reader found no meeting: a person says which one it was."""
    paper = _read_paper(request, pk)
    form = _meeting_form(request, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        board = board_of(request.scope, int(form.cleaned_data["board"]))
        on = form.cleaned_data["held_on"]
        try:
            commands.state_meeting(paper=paper, board=board, on=on, by=request.user, at=timezone.now())
            return redirect("intake:review", request.scope.slug, pk)
        except Refused as reason:
            form.add_error(None, reason.reason)
    return render(request, "intake/state_meeting.html", {"form": form, "title": paper.file_name})


@opens_with(Deed.BRING_IN_PAPERS)
@require_GET
def end(request: HttpRequest, pk: int) -> HttpResponse:
    paper = _read_paper(request, pk)
    following = queries.next_paper(request.viewer, request.scope, paper)
    page = presenters.end_page(request.scope.slug, paper, queries.proposals_of(paper), following)
    return render(request, "intake/end.html", {"page": page})


def _read_paper(request: HttpRequest, pk: int) -> Paper:
    paper = queries.paper_of(request.viewer, request.scope, pk)
    if paper is None or not policy.may_decide(request.viewer, paper):
        raise Http404
    return paper


def _proposal(paper: Paper, pk: int) -> Proposal:
    found = queries.proposal_of(paper, pk)
    if found is None:
        raise Http404
    return found
