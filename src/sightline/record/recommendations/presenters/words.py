"""How pages call a recommendation and what belongs to it."""

from datetime import date

from django.urls import reverse

from sightline.foundation.design.tables import Cell

from ..domain import ANSWER_LABELS, STATE_COLOURS, STATE_LABELS, Answer, State, natural_order, response_clock
from ..models import Recommendation, Response
from ..queries import asked_on

ANSWER_COLOURS = {Answer.ACCEPTED: "green", Answer.PART_ACCEPTED: "yellow", Answer.NOT_ACCEPTED: "grey"}
WHOLE = "The partnership as a whole"
EVERYONE = "All partnerships"


def title_of(one: Recommendation) -> str:
    return f"Recommendation {one.number}".strip()


def page_href(slug: str, pk: int) -> str:
    return reverse("recommendations:recommendation", kwargs={"partnership": slug, "recommendation": pk})


def addressee_list(one: Recommendation) -> list[str]:
    named = [str(addressee) for addressee in one.addressees.all()]
    return [EVERYONE, *named] if one.is_to_all else named


def addressees(one: Recommendation) -> str:
    return "; ".join(addressee_list(one)) or one.addressee_as_written


def answered(one: Recommendation, on: date) -> list[Response]:
    return [response for response in one.responses.all() if response.on <= on]


def answer_cell(one: Recommendation, on: date) -> Cell:
    answers = answered(one, on)
    if not answers and getattr(one, "is_given_on", False):
        return Cell(text="Each partnership answers")
    if not answers:
        clock = response_clock(asked_on(one), one.respond_by, on)
        return Cell(text="No answer yet", tag="red", note=clock.words.capitalize() if clock else "")
    latest = Answer(answers[0].answer)
    return Cell(text=ANSWER_LABELS[latest], tag=ANSWER_COLOURS[latest])


def state_cell(state: State) -> Cell:
    return Cell(text=STATE_LABELS[state], tag=STATE_COLOURS[state])


def number_cell(number: str) -> Cell:
    return Cell(text=number, order=natural_order(number) if number else "")


def day(value: date | None) -> str:
    return f"{value.day} {value:%B %Y}" if value else ""


def year_of(one: Recommendation) -> str:
    return str(one.made_on.year) if one.made_on else "Not known"


def in_register_order(one: Recommendation) -> tuple:
    """Newest report first, and within one as it is counted."""
    made = one.made_on.toordinal() if one.made_on else 0
    return (-made, one.source_title.casefold(), natural_order(one.number), one.pk)
