"""One way to draw a form: each Django field as the Design System's question, with label, hint and error."""

from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from . import fields, govuk

# A select with more options than this can be searched by typing (an enhancement; the select stays underneath).
SEARCHABLE_ABOVE = 15

# Lines of a textarea that does not say how many it wants: the Design System's own.
ROWS = "5"

# Inputs whose attributes the macros set themselves; what else a widget carries is passed on.
_OWN = {
    "class",
    "id",
    "name",
    "value",
    "type",
    "rows",
    "cols",
    "maxlength",
    "aria-describedby",
    "aria-invalid",
    "required",
}


def draw(field: BoundField, *, heading: bool = False, label_class: str = "") -> SafeString:
    """One question. `heading=True` makes its label the page's only heading (one question per page)."""
    if field.is_hidden:
        return mark_safe(field.as_hidden())
    return _drawer(field.field.widget)(field, heading, label_class or ("govuk-label--l" if heading else ""))


def _drawer(widget: forms.Widget) -> Callable[[BoundField, bool, str], SafeString]:
    for kind, drawer in _DRAWERS:
        if isinstance(widget, kind):
            return drawer
    return _input


def error_items(field: BoundField) -> Iterator[dict[str, str]]:
    """What the error summary says of a field, each linked to the first input that can mend it."""
    first = field.id_for_label or field.auto_id
    if isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        first = field.auto_id
    if isinstance(field.field.widget, fields.SplitDateWidget):
        first = f"{field.auto_id}_day"
    for words in error_words(field):
        yield {"text": words, "href": f"#{first}"}


def error_words(field: BoundField) -> list[str]:
    """The errors of a field; Django's "This field is required." becomes words that name the question."""
    plain = str(forms.Field.default_error_messages["required"])
    return [_required_words(field) if str(error) == plain else str(error) for error in field.errors]


def _required_words(field: BoundField) -> str:
    widget = field.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return f"Tick ‘{field.label}’ to go on"
    if isinstance(widget, forms.FileInput):
        return f"Choose a file for ‘{field.label}’"
    verb = "Choose" if isinstance(widget, forms.Select | forms.RadioSelect | forms.SelectMultiple) else "Enter"
    label = str(field.label)
    return f"Answer ‘{label}’" if label.endswith("?") else f"{verb} {_within_a_sentence(label)}"


def _within_a_sentence(label: str) -> str:
    """A small first letter, unless the word is written in capitals (NHS)."""
    return label[:1].lower() + label[1:] if label[1:2].islower() or label[1:2] == " " else label


def _asked(field: BoundField) -> str:
    optional = not field.field.required and not isinstance(field.field.widget, forms.CheckboxInput)
    return f"{field.label} (optional)" if optional and "optional" not in str(field.label) else str(field.label)


def _common(field: BoundField) -> dict[str, Any]:
    widget = field.field.widget
    params: dict[str, Any] = {"id": field.auto_id, "name": field.html_name}
    if field.help_text:
        params["hint"] = {"text": field.help_text}
    if field.errors:
        params["errorMessage"] = {"text": error_words(field)[0]}
    if widget.attrs.get("class"):
        params["classes"] = widget.attrs["class"]
    if field.field.disabled:
        params["disabled"] = True
    attributes = {
        key: "" if value is True else str(value)
        for key, value in widget.attrs.items()
        if key not in _OWN and value not in (None, False)
    }
    if attributes:
        params["attributes"] = attributes
    return params


def _label(field: BoundField, heading: bool, classes: str) -> dict[str, Any]:
    return {"text": _asked(field), "classes": classes or "govuk-label--s", "isPageHeading": heading}


def _legend(field: BoundField, heading: bool, classes: str) -> dict[str, Any]:
    classes = classes.replace("govuk-label", "govuk-fieldset__legend") or "govuk-fieldset__legend--s"
    return {"legend": {"text": _asked(field), "classes": classes, "isPageHeading": heading}}


def _text_value(field: BoundField) -> str:
    return str(field.field.widget.format_value(field.value()) or "")


def _input(field: BoundField, heading: bool, classes: str) -> SafeString:
    widget = field.field.widget
    params = _common(field) | {"label": _label(field, heading, classes), "value": _text_value(field)}
    params["type"] = getattr(widget, "input_type", "text")
    for key in ("autocomplete", "inputmode", "pattern", "spellcheck"):
        if key in widget.attrs:
            params[key] = widget.attrs[key]
            params.get("attributes", {}).pop(key, None)
    if params["type"] == "number":  # a spinner loses what people type; the server checks the number
        fractions = isinstance(field.field, forms.FloatField | forms.DecimalField)
        params |= {"type": "text", "inputmode": "decimal" if fractions else "numeric"}
    return govuk.render("input", params)


def _password(field: BoundField, heading: bool, classes: str) -> SafeString:
    params = _common(field) | {"label": _label(field, heading, classes)}
    params["autocomplete"] = params.get("attributes", {}).pop("autocomplete", "current-password")
    return govuk.render("password-input", params)


def _textarea(field: BoundField, heading: bool, classes: str) -> SafeString:
    params = _common(field) | {"label": _label(field, heading, classes), "value": _text_value(field)}
    rows = str(field.field.widget.attrs.get("rows", ROWS))
    params["rows"] = ROWS if rows == forms.Textarea().attrs["rows"] else rows  # Django's own 10 was asked for by nobody
    limit = getattr(field.field, "max_length", None)
    if limit:
        return govuk.render("character-count", params | {"maxlength": str(limit), "threshold": "75"})
    return govuk.render("textarea", params)


def _options(field: BoundField) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    widget = field.field.widget
    chosen = widget.format_value(field.value())
    for name, group, _ in widget.optgroups(field.html_name, chosen):
        hints = getattr(field.field, "choice_hints", {})
        yield str(name or ""), [_option(option, hints) for option in group]


def _option(option: dict[str, Any], hints: dict[Any, str]) -> dict[str, Any]:
    value = str(option["value"])
    drawn = {"value": value, "text": option["label"]}
    if option["selected"]:
        drawn |= {"selected": True, "checked": True}
    if hints.get(value):
        drawn["hint"] = {"text": hints[value]}
    return drawn


def _select(field: BoundField, heading: bool, classes: str) -> SafeString:
    groups = list(_options(field))
    params = _common(field) | {"label": _label(field, heading, classes), "groups": groups, "heading": heading}
    params["searchable"] = sum(len(options) for _, options in groups) > SEARCHABLE_ABOVE
    params["described_by"] = " ".join(
        f"{field.auto_id}-{part}" for part, key in (("hint", "hint"), ("error", "errorMessage")) if params.get(key)
    )
    return mark_safe(render_to_string("design/select.html", {"select": params}))


def _choices(component: str) -> Callable[[BoundField, bool, str], SafeString]:
    def drawer(field: BoundField, heading: bool, classes: str) -> SafeString:
        items: list[dict[str, Any]] = []
        for name, options in _options(field):
            items += ([{"divider": name}] if name else []) + options
        params = _common(field) | {"idPrefix": field.auto_id, "items": items}
        params["fieldset"] = _legend(field, heading, classes)
        if component == "checkboxes" and len(items) > SEARCHABLE_ABOVE:
            params["classes"] = f"{params.get('classes', '')} sl-choices--many".strip()
        return govuk.render(component, params)

    return drawer


def _checkbox(field: BoundField, heading: bool, classes: str) -> SafeString:
    params = _common(field)
    item = {"value": "on", "text": field.label, "id": field.auto_id, "checked": bool(field.value())}
    if "hint" in params:
        item["hint"] = params.pop("hint")
    params |= {"idPrefix": field.auto_id, "items": [item]}
    return govuk.render("checkboxes", params)


def _date(field: BoundField, heading: bool, classes: str) -> SafeString:
    value = field.value()
    typed = value if isinstance(value, list | tuple) else field.field.widget.decompress(value)
    widths = {"day": "2", "month": "2", "year": "4"}
    error = " govuk-input--error" if field.errors else ""
    items = [
        {
            "id": f"{field.auto_id}_{part}",
            "name": f"{field.html_name}_{part}",
            "label": part.capitalize(),
            "value": "" if text is None else str(text),
            "classes": f"govuk-input--width-{width}{error}",
        }
        for (part, width), text in zip(widths.items(), typed, strict=True)
    ]
    params = _common(field) | {"items": items, "fieldset": _legend(field, heading, classes)}
    return govuk.render("date-input", params)


def _file(field: BoundField, heading: bool, classes: str) -> SafeString:
    params = _common(field) | {"label": _label(field, heading, classes)}
    if getattr(field.field.widget, "allow_multiple_selected", False):
        params["multiple"] = True
    return govuk.render("file-upload", params)


_DRAWERS: list[tuple[type[forms.Widget], Callable[[BoundField, bool, str], SafeString]]] = [
    (fields.SplitDateWidget, _date),
    (forms.CheckboxSelectMultiple, _choices("checkboxes")),
    (forms.SelectMultiple, _choices("checkboxes")),
    (forms.RadioSelect, _choices("radios")),
    (forms.Select, _select),
    (forms.CheckboxInput, _checkbox),
    (forms.Textarea, _textarea),
    (forms.PasswordInput, _password),
    (forms.FileInput, _file),
]


def summary_items(form: forms.BaseForm | forms.BaseFormSet) -> Iterator[dict[str, str]]:
    """What the error summary says of a form or of every form of a formset, in the order of the page."""
    for one in [form] if isinstance(form, forms.BaseForm) else list(form):
        yield from ({"text": str(error)} for error in one.non_field_errors())
        for field in one:
            yield from error_items(field)
    if isinstance(form, forms.BaseFormSet):
        yield from ({"text": str(error)} for error in form.non_form_errors())
