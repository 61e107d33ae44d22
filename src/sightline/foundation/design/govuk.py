"""The bridge from Django templates to the GOV.UK Design System macros, which are written in Jinja."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader


@cache
def _environment() -> Environment:
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(loader=loader, autoescape=True, undefined=ChainableUndefined, auto_reload=False)


@cache
def _macro(component: str) -> Callable[[Mapping[str, Any]], str]:
    template = _environment().get_template(f"govuk_frontend_jinja/components/{component}/macro.html")
    name = "govuk" + "".join(word.capitalize() for word in component.split("-"))
    return getattr(template.module, name)


def render(component: str, params: Mapping[str, Any]) -> SafeString:
    """The HTML of one component, named as in the Design System ("date-input").

    Text is escaped by the macros unless it is already marked as safe.
    """
    return mark_safe(str(_macro(component)(params)).strip())


def nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """`label__text="Name"` as `{"label": {"text": "Name"}}`; an empty value (None) is left out."""
    params: dict[str, Any] = {}
    for key, value in flat.items():
        if value is None:
            continue
        *parents, last = key.split("__")
        place = params
        for parent in parents:
            place[parent] = dict(place.get(parent, {}))
            place = place[parent]
        place[last] = value
    return params
