"""How a challenge is said in few words: addresses, stage, state."""

from datetime import date

from django.urls import reverse

from sightline.foundation.design.tables import Cell

from ..domain import STATE_LABELS, Course, Span, State

COLOURS = {State.UNANSWERED: "blue", State.ANSWERED: "yellow", State.RESOLVED: "turquoise", State.CLOSED: "grey"}
BEYOND = "Beyond its stage"


def href(slug: str, pk: int) -> str:
    return reverse("challenges:challenge", args=[slug, pk])


def list_href(slug: str) -> str:
    return reverse("challenges:list", args=[slug])


def day_words(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def days_words(days: int) -> str:
    return "1 working day" if days == 1 else f"{days} working days"


def span_words(span: Span) -> str:
    """`3 working days of 2`."""
    return days_words(span.days) + (f", limit {span.allowed}" if span.allowed is not None else ", no limit set")


def stage_cell(span: Span) -> Cell:
    return Cell(text=f"{span.number}. {span.name}", note=span_words(span), value=span.number)


def state_cell(course: Course) -> Cell:
    words = STATE_LABELS[course.state]
    if course.is_beyond:
        return Cell(text=BEYOND, tag="red", note=words)
    return Cell(text=words, tag=COLOURS[course.state])
