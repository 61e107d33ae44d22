"""What the pages of one action share: the action or 404, and a form that leads back to it."""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse

from sightline.foundation.design.asking import ask

from .. import presenters, queries
from ..models import Action


def action_or_404(request: HttpRequest, pk: int) -> Action:
    found = queries.action_in(request.scope, pk)
    if found is None:
        raise Http404
    return found


def owns(request: HttpRequest, action: Action) -> bool:
    return queries.does_own(request.viewer, action, request.today)


def ask_of(
    request: HttpRequest,
    action: Action,
    form: Form,
    title: str,
    button: str,
    do: Callable[[dict[str, Any]], Any],
    **words: Any,
) -> HttpResponse:
    """One form about one action, its words above it."""
    href = presenters.action_href(request.scope.slug, action.pk)
    return ask(
        request, form, title=title, button=button, do=do, to=lambda _: href, back=href, text=action.what, **words
    )
