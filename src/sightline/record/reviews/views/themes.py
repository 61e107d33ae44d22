"""Themes across the reviews of a partnership, and of a region."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sightline.foundation.accounts.domain import Deed
from sightline.foundation.accounts.doors import opens_anywhere_with, opens_with
from sightline.foundation.design.responses import table_download

from .. import commands
from ..models import FindingTheme, Review
from ..presenters import themes as presenters
from ..presenters.added import ON_THEMES
from ..presenters.practice_frame import Link
from ..queries import themes as queries
from .practice_loading import added_to, may_keep, to


@opens_with(Deed.READ)
def themes(request: HttpRequest) -> HttpResponse:
    reviews = queries.reviews_here(request.viewer, request.scope, request.as_at)
    keeps = may_keep(request)
    page = presenters.themes_page(
        queries.uses_in(reviews),
        queries.years_of(reviews),
        request.scope.slug,
        request.path,
        queries.themes_proposed(request.scope).count() if keeps else 0,
        may_keep=keeps,
    )
    return _shown(request, page, back=Link("Reviews", to(request, "register")))


@opens_with(Deed.READ)
def theme(request: HttpRequest, theme: int) -> HttpResponse:
    found = queries.theme_known_in(request.scope, theme)
    if found is None:
        raise Http404
    reviews = queries.reviews_here(request.viewer, request.scope, request.as_at)
    back = Link("Themes across reviews", to(request, "themes"))
    page = presenters.theme_page(
        found,
        queries.uses_in(reviews, found.pk),
        request.path,
        back,
        slug=request.scope.slug,
        links=added_to(request, ON_THEMES, found),
    )
    return table_download(request, page.table) or render(request, "reviews/theme.html", {"page": page})


@opens_with(Deed.KEEP_REVIEWS)
def proposed(request: HttpRequest) -> HttpResponse:
    """Proposed themes, each to be confirmed or refused; what is left open stays proposed."""
    links = queries.themes_proposed(request.scope)
    if request.method == "POST":
        number = sum(_decided(request, link) for link in links)
        messages.success(request, f"{number} {'theme is' if number == 1 else 'themes are'} decided.")
        return redirect(to(request, "proposed"))
    context = {
        "findings": presenters.proposed_page(links, request.scope.slug),
        "crumbs": [{"text": "Themes across reviews", "href": to(request, "themes")}],
    }
    return render(request, "reviews/proposed.html", context)


def _decided(request: HttpRequest, link: FindingTheme) -> bool:
    answer = request.POST.get(f"theme-{link.finding_id}-{link.theme_id}", "")
    if answer == "yes":
        commands.add_theme(finding=link.finding, theme=link.theme, by=request.user)
    elif answer == "no":
        commands.refuse_theme(finding=link.finding, theme=link.theme, by=request.user)
    return answer in ("yes", "no")


@opens_anywhere_with(Deed.OVERSEE)
def regional_themes(request: HttpRequest) -> HttpResponse:
    reviews = queries.reviews_shared(request.viewer, request.as_at)
    page = presenters.regional_page(
        queries.uses_in(reviews),
        queries.years_of(reviews),
        queries.regional_partnerships(request.viewer),
        request.path,
    )
    return _shown(request, page, back=None)


@opens_anywhere_with(Deed.OVERSEE)
def regional_theme(request: HttpRequest, theme: int) -> HttpResponse:
    found = queries.theme_at(theme)
    partnerships = queries.regional_partnerships(request.viewer)
    regions = {one.overseen_by_id for one, _ in partnerships} | set(request.viewer.partnerships(Deed.OVERSEE))
    if found is None or found.region_id not in regions | {None}:
        raise Http404
    reviews: QuerySet[Review] = queries.reviews_shared(request.viewer, request.as_at)
    back = Link("Themes of reviews across the region", reverse("reviews:regional_themes"))
    names = {one.pk: one.short_name for one, _ in partnerships}
    page = presenters.theme_page(found, queries.uses_in(reviews, found.pk), request.path, back, names=names)
    return table_download(request, page.table) or render(request, "reviews/theme.html", {"page": page})


def _shown(request: HttpRequest, page: presenters.ThemesPage, back: Link | None) -> HttpResponse:
    """`?table=` says which of the page's tables is taken away; the first where it does not."""
    wanted = request.GET.get("table", page.tables[0].name)
    for table in page.tables:
        if table.name == wanted and (answer := table_download(request, table)):
            return answer
    crumbs = [{"text": back.text, "href": back.href}] if back else []
    return render(request, "reviews/themes.html", {"page": page, "crumbs": crumbs})
