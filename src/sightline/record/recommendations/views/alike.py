"""Recommendations that are alike, in one partnership and across a region."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed, Topic
from sightline.foundation.accounts.doors import opens_anywhere_with, opens_with
from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.paging import Address

from .. import commands, presenters, queries
from ..models import Recommendation
from ..presenters.words import page_href
from .regions import region_of
from .shared import found_in, may_keep

SAY = {"same": True, "not_same": False, "unsay": None}
SAID = {
    "same": "Saved: they ask for the same thing.",
    "not_same": "Saved: they do not ask for the same thing.",
    "unsay": "Taken back. Sightline’s comparison decides again.",
}


def _compared_here(request: HttpRequest) -> queries.Compared:
    return queries.compared(queries.texts_of(request.scope, request.as_at))


def _compared_in_region(request: HttpRequest) -> queries.Compared:
    """What the viewer's regions keep, and the partnerships that share theirs."""
    seen = request.viewer.partnerships(Deed.OVERSEE) | request.viewer.shares(Topic.RECOMMENDATIONS)
    rows = queries.of_partnerships(seen, request.as_at)
    return queries.compared(queries.open_to_others(rows, request.today))


def _hrefs_here(request: HttpRequest) -> tuple[presenters.Href, presenters.PairHref]:
    slug = request.scope.slug

    def pair_href(one: int, other: int) -> str:
        return reverse("recommendations:pair", args=[slug, one, other])

    return (lambda one: page_href(slug, one.pk)), pair_href


def _hrefs_in_region(request: HttpRequest) -> tuple[presenters.Href, presenters.PairHref]:
    """A region's own lead to their page; those of partnerships are read here, for their pages are not the region's."""
    own = request.viewer.partnerships(Deed.READ)

    def href(one: Recommendation) -> str:
        return page_href(one.partnership.slug, one.pk) if one.partnership_id in own else ""

    return href, lambda one, other: reverse("recommendations:pair_in_region", args=[one, other])


def panel_of(request: HttpRequest, found: Recommendation) -> presenters.AlikePanel:
    """In the partnership's register; for those who oversee a region from its own page, in all that is shared with it."""
    said = queries.said_of(request.scope)
    if request.viewer.may(Deed.OVERSEE, request.scope.pk):
        compared = _compared_in_region(request)
        return presenters.alike_panel(found, compared, said, *_hrefs_in_region(request))
    return presenters.alike_panel(found, _compared_here(request), said, *_hrefs_here(request))


@opens_with(Deed.READ)
def repeated(request: HttpRequest) -> HttpResponse:
    crumbs = ({"text": "Recommendations", "href": reverse("recommendations:list", args=[request.scope.slug])},)
    said = queries.said_of(request.scope)
    here = Address(request.path, request.GET)
    page = presenters.repeated_page(_compared_here(request), said, *_hrefs_here(request), here, crumbs)
    return render(request, "recommendations/repeated.html", {"page": page})


@opens_anywhere_with(Deed.OVERSEE)
def repeated_in_region(request: HttpRequest) -> HttpResponse:
    compared = _compared_in_region(request)
    crumbs = ({"text": "Recommendations issued", "href": reverse("recommendations:regional")},)
    said = queries.said_of(region_of(request))
    here = Address(request.path, request.GET)
    page = presenters.repeated_page(compared, said, *_hrefs_in_region(request), here, crumbs)
    return render(request, "recommendations/repeated.html", {"page": page})


@opens_with(Deed.READ)
def pair(request: HttpRequest, recommendation: int, other: int) -> HttpResponse:
    one, another = found_in(request, recommendation), found_in(request, other)
    say_href = (
        reverse("recommendations:say", args=[request.scope.slug, one.pk, another.pk]) if may_keep(request) else ""
    )
    href, _ = _hrefs_here(request)
    crumbs = (
        {"text": "Recommendations", "href": reverse("recommendations:list", args=[request.scope.slug])},
        {"text": "Asked again", "href": reverse("recommendations:repeated", args=[request.scope.slug])},
    )
    return _pair(request, one, another, _compared_here(request), request.scope, href, say_href, crumbs)


@opens_anywhere_with(Deed.OVERSEE)
def pair_in_region(request: HttpRequest, recommendation: int, other: int) -> HttpResponse:
    compared = _compared_in_region(request)
    one, another = _both_in(compared, recommendation, other)
    region = region_of(request)
    say_href = reverse("recommendations:say_in_region", args=[one.pk, another.pk])
    crumbs = ({"text": "Asked again", "href": reverse("recommendations:repeated_in_region")},)
    href, _ = _hrefs_in_region(request)
    return _pair(request, one, another, compared, region, href, say_href, crumbs)


def _both_in(compared: queries.Compared, one: int, other: int) -> tuple[Recommendation, Recommendation]:
    both = compared.whole([one, other])
    if len(both) < 2:
        raise Http404
    return both[one], both[other]


def _pair(
    request: HttpRequest,
    one: Recommendation,
    other: Recommendation,
    compared: queries.Compared,
    whose: Partnership,
    href: presenters.Href,
    say_href: str,
    crumbs: tuple[dict[str, str], ...],
) -> HttpResponse:
    said = queries.sameness_of(whose, one.pk, other.pk)
    page = presenters.pair_page(one, other, compared, said, href, say_href, crumbs)
    return render(request, "recommendations/pair.html", {"page": page})


@require_POST
@opens_with(Deed.KEEP_ACTIONS)
def say(request: HttpRequest, recommendation: int, other: int) -> HttpResponse:
    one, another = found_in(request, recommendation), found_in(request, other)
    _say(request, one, another, request.scope)
    return redirect("recommendations:pair", request.scope.slug, one.pk, another.pk)


@require_POST
@opens_anywhere_with(Deed.KEEP_REGIONAL)
def say_in_region(request: HttpRequest, recommendation: int, other: int) -> HttpResponse:
    one, another = _both_in(_compared_in_region(request), recommendation, other)
    _say(request, one, another, region_of(request))
    return redirect("recommendations:pair_in_region", one.pk, another.pk)


def _say(request: HttpRequest, one: Recommendation, other: Recommendation, whose: Partnership) -> None:
    word = request.POST.get("said", "")
    if word not in SAY or one.pk == other.pk:
        return
    is_same = SAY[word]
    if is_same is None:
        if known := queries.sameness_of(whose, one.pk, other.pk):
            commands.unsay_sameness(said=known, by=request.user)
    else:
        commands.say_sameness(
            one=one, other=other, is_same=is_same, partnership=whose, on=request.today, by=request.user
        )
    messages.success(request, SAID[word])
