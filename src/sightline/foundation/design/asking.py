"""One form on one page: asked, checked, done by a command, and on to where its result is seen."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sightline.kernel.verdict import Refused


def ask(
    request: HttpRequest,
    form: Form,
    *,
    title: str,
    button: str,
    do: Callable[[dict[str, Any]], Any],
    to: Callable[[Any], str],
    back: str = "",
    text: str = "",
    hint: str = "",
    said: str = "",
    warning: bool = False,
) -> HttpResponse:
    """Draws the form, or does `do(cleaned_data)` and goes to the address `to(result)`.

    What the command refuses stands at the field that it names. `text` is quoted above the form, `hint` said in plain;
    `said` is the message afterwards; `warning` makes the button red, for what cannot be undone.
    """
    if request.method == "POST" and form.is_valid():
        try:
            done = do(form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.reason)
        else:
            messages.success(request, said or ("Done." if warning else "Saved."))
            return redirect(to(done))
    context = {
        "form": form,
        "title": title,
        "button": button,
        "button_classes": "govuk-button--warning" if warning else "",
        "back": back,
        "text": text,
        "hint": hint,
    }
    return render(request, "design/asking.html", context)
