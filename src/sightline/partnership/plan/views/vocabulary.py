"""The vocabulary as a region keeps it: its own themes, its own wordings, its own words."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from sightline.foundation.accounts.domain import Deed, Topic
from sightline.foundation.accounts.doors import opens_anywhere_with
from sightline.foundation.design.asking import ask
from sightline.foundation.design.responses import table_download

from .. import commands, queries
from ..forms import regional as forms
from ..models import Theme
from ..presenters import frame
from ..presenters import vocabulary as presented
from .loading import neighbours, region_or_404, theme_or_404

keepers = opens_anywhere_with(Deed.KEEP_REGIONAL)


@keepers
def vocabulary(request: HttpRequest) -> HttpResponse:
    region = region_or_404(request, Deed.KEEP_REGIONAL)
    readable = request.viewer.shares(Topic.PRIORITIES)
    rows = queries.theme_rows(region.pk, request.as_at, readable)
    table = presented.themes_table(rows, request.as_at, request.path, is_regional=True)
    context = {"table": table, "tabs": frame.region_places("plan:vocabulary"), "may_keep": True}
    return table_download(request, table) or render(request, "plan/vocabulary.html", context)


@keepers
def theme_page(request: HttpRequest, theme: int) -> HttpResponse:
    found = theme_or_404(request, theme)
    region = region_or_404(request, Deed.KEEP_REGIONAL)
    page = presented.theme_page(
        found,
        queries.words_of(found, region.pk),
        queries.earlier_wordings(found),
        _used(request, found),
        request.as_at,
        request.path,
    )
    return table_download(request, page.table) or render(request, "plan/theme.html", {"page": page})


def _used(request: HttpRequest, theme: Theme) -> list[tuple[str, str, str, bool]]:
    """Who speaks of it today, in their own words, of those that share their priorities."""
    region = region_or_404(request, Deed.KEEP_REGIONAL)
    names = {p.pk: p for p in neighbours(request, region) if p.pk in request.viewer.shares(Topic.PRIORITIES)}
    found = queries.by_theme(list(names), region.pk, request.as_at)
    return [
        (
            names[pk].short_name,
            one.title,
            f"{reverse('plan:region_partnership', args=[names[pk].slug])}?theme={theme.code}",
            one.is_confirmed,
        )
        for (where, pk), spoken in found.cells.items()
        if where == theme.pk
        for one in spoken
    ]


def _to_theme(theme: Theme) -> str:
    return reverse("plan:theme", args=[theme.pk])


@keepers
def add_theme(request: HttpRequest) -> HttpResponse:
    region = region_or_404(request, Deed.KEEP_REGIONAL)
    form = forms.ThemeOfRegionForm(request.POST or None)

    def do(data: dict[str, Any]) -> Theme:
        return commands.record_theme(
            code=slugify(data["label"])[:60],
            label=data["label"],
            definition=data["definition"],
            words=data["words"],
            region=region,
            edition=f"{request.today:%B %Y}",
            started_on=request.today,
            source=region.name,
            by=request.user,
        )

    return ask(
        request,
        form,
        title="Add a theme of the region",
        button="Add the theme",
        do=do,
        to=_to_theme,
        back=reverse("plan:vocabulary"),
    )


@keepers
def replace_theme(request: HttpRequest, theme: int) -> HttpResponse:
    found, region = theme_or_404(request, theme), region_or_404(request, Deed.KEEP_REGIONAL)
    initial = {"label": found.label, "definition": found.definition, "on": request.today}
    form = forms.ReplaceThemeForm(request.POST or None, initial=initial)
    return ask(
        request,
        form,
        title="Reword this theme from a day",
        button="Reword it",
        do=lambda data: commands.replace_theme(theme=found, region=region, by=request.user, **data),
        to=_to_theme,
        back=_to_theme(found),
        text=found.label,
        hint="The older wording stays with the records that use it. Comparisons put both in one row.",
    )


@keepers
def end_theme(request: HttpRequest, theme: int) -> HttpResponse:
    found = theme_or_404(request, theme)
    if found.region_id is None:
        raise Http404
    form = forms.FromDayForm(request.POST or None, initial={"on": request.today})
    return ask(
        request,
        form,
        title="End this theme",
        button="End the theme",
        do=lambda data: commands.end_theme(theme=found, by=request.user, **data),
        to=_to_theme,
        back=_to_theme(found),
        text=found.label,
        hint="No new priority is mapped to it from that day. What is mapped to it stays.",
    )


@keepers
def add_words(request: HttpRequest, theme: int) -> HttpResponse:
    found, region = theme_or_404(request, theme), region_or_404(request, Deed.KEEP_REGIONAL)
    form = forms.WordsForm(request.POST or None)

    def do(data: dict[str, Any]) -> Theme:
        commands.add_words(theme=found, words=data["words"], region=region, by=request.user)
        return found

    return ask(
        request,
        form,
        title="Add words",
        button="Add the words",
        do=do,
        to=_to_theme,
        back=_to_theme(found),
        text=found.label,
    )


@keepers
@require_POST
def drop_word(request: HttpRequest, theme: int, word: int) -> HttpResponse:
    found, region = theme_or_404(request, theme), region_or_404(request, Deed.KEEP_REGIONAL)
    row = next((one for one in queries.words_of(found, region.pk) if one.pk == word), None)
    if row is None or (found.region_id is None and row.region_id is None):
        raise Http404
    commands.drop_word(word=row, by=request.user)
    return redirect(_to_theme(found))
