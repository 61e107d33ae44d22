"""`{{ "local_review"|in_words_of:incident.on }}`: a thing under the word of its day."""

from datetime import date

from django import template

from ..domain.terms import word_for

register = template.Library()


@register.filter
def in_words_of(term: str, on: date | None) -> str:
    return word_for(term, on)


@register.filter
def in_short_words_of(term: str, on: date | None) -> str:
    return word_for(term, on, short=True)
