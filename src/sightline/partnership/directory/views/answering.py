"""One form on one page: asked, checked, done by a command, and back to where the person came from."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.kernel.verdict import Refused

Do = Callable[[dict[str, Any]], Any]


def answer(
    request: HttpRequest,
    form: Form,
    do: Do,
    *,
    title: str,
    button: str,
    back: str,
    saved: str,
    caption: str = "",
    text: str = "",
    warning: bool = False,
    to: Callable[[Any], str] | None = None,
) -> HttpResponse:
    """What the command refuses stands beside the question at fault. `to` names the page of what was made; else `back`."""
    if request.method == "POST" and form.is_valid():
        try:
            done = do(form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
        else:
            messages.success(request, saved)
            return redirect(to(done) if to else back)
    shown = {
        "form": form,
        "title": title,
        "button": button,
        "back": back,
        "caption": caption,
        "text": text,
        "warning": warning,
    }
    return render(request, "directory/form.html", shown)
