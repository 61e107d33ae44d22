"""`{% load design %}`: the components, the form renderer, tables and words for dates."""

from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BaseForm, BaseFormSet, BoundField
from django.http import QueryDict
from django.template import Context
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from sightline.foundation.design import govuk as bridge
from sightline.foundation.design import questions
from sightline.foundation.design.arranging import Arranged, arrange
from sightline.foundation.design.marks import Mark
from sightline.foundation.design.tables import Table

register = template.Library()


@register.simple_tag
def govuk(component: str, params: dict[str, Any] | None = None, **kwargs: Any) -> SafeString:
    """`{% govuk "button" text="Save" %}`; `label__text="Name"` reaches inside; `params=` gives a prepared dict."""
    return bridge.render(component, bridge.nested({**(params or {}), **kwargs}))


@register.simple_block_tag(end_name="endgovuk_block")
def govuk_block(content: str, component: str, **kwargs: Any) -> SafeString:
    """`{% govuk_block "details" summaryText="Why" %} … {% endgovuk_block %}`: what is between becomes its `html`."""
    return bridge.render(component, bridge.nested({**kwargs, "html": mark_safe(content)}))


@register.simple_tag
def field(bound: BoundField, heading: bool = False, label_class: str = "") -> SafeString:
    return questions.draw(bound, heading=heading, label_class=label_class)


@register.simple_tag
def form_fields(form: BaseForm) -> SafeString:
    """Every question of the form in its order, hidden ones included; not the error summary."""
    return mark_safe("\n".join(questions.draw(bound) for bound in form))


@register.simple_tag
def error_summary(*forms: BaseForm | BaseFormSet | None) -> SafeString:
    """The box at the top that links to each question in error; nothing when there is none."""
    items = [item for form in forms if form is not None for item in questions.summary_items(form)]
    if not items:
        return mark_safe("")
    return bridge.render("error-summary", {"titleText": "There is a problem", "errorList": items})


@register.simple_tag(takes_context=True)
def arranged(context: Context, table: Table) -> Arranged:
    """The table sorted, filtered and paged as the address asks."""
    request = context.get("request")
    return arrange(table, request.GET if request else QueryDict(), request.path if request else "")


@register.inclusion_tag("design/mark.html")
def mark(tone: str, words: str, sign: str = "", href: str = "") -> dict[str, Mark]:
    """`{% mark "yes" "Present" sign="P" %}`; the tones are in design/marks.py."""
    return {"mark": Mark(tone, words, sign, href)}


@register.filter
def day(value: date | None) -> str:
    """1 March 2022; never without its year."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{value.day} {value:%B %Y}"


@register.filter
def moment(value: datetime | None) -> str:
    """1 March 2022 at 2:30pm"""
    if value is None:
        return ""
    local = timezone.localtime(value) if timezone.is_aware(value) else value
    clock = f"{local.hour % 12 or 12}:{local:%M}" if local.minute else f"{local.hour % 12 or 12}"
    return f"{day(local)} at {clock}{'am' if local.hour < 12 else 'pm'}"
