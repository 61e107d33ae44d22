"""Pages of recommendations, shaped as they are shown."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.foundation.library.domain import Source
from sightline.foundation.library.presenters import SourceMark, source_marks
from sightline.record.actions.models import Action
from sightline.record.actions.presenters import action_href, status_cell

from .domain import ANSWER_LABELS, Answer
from .models import Recommendation, Response

ANSWER_COLOURS = {Answer.ACCEPTED: "green", Answer.PART_ACCEPTED: "yellow", Answer.NOT_ACCEPTED: "grey"}


def _answered(recommendation: Recommendation, on: date) -> list[Response]:
    return [response for response in recommendation.responses.all() if response.on <= on]


def _answer_cell(recommendation: Recommendation, on: date) -> Cell:
    answers = _answered(recommendation, on)
    if not answers:
        return Cell(text="No answer yet", tag="red")
    latest = Answer(answers[0].answer)
    return Cell(text=ANSWER_LABELS[latest], tag=ANSWER_COLOURS[latest])


def _addressees(recommendation: Recommendation) -> str:
    names = "; ".join(str(a.organisation) for a in recommendation.addressees.all())
    return names or recommendation.addressee_as_written


def recommendations_table(found: Iterable[Recommendation], slug: str, on: date, path: str) -> Table:
    return Table(
        caption="Recommendations",
        columns=(
            Column("source", "From"),
            Column("number", "Number"),
            Column("text", "Recommendation"),
            Column("to", "Addressed to"),
            Column("made", "Made"),
            Column("answer", "Answer"),
            Column("actions", "Actions", numeric=True),
        ),
        rows=tuple(_row(one, slug, on) for one in found),
        filters=(Filter("source", "From"), Filter("answer", "Answer"), Filter("to", "Addressed to")),
        searchable=True,
        export_href=path,
        empty="There are no recommendations yet. Papers that are brought in propose them.",
        note="Several answers may follow one another: the latest is shown, the page keeps all.",
        row_headers=False,
    )


def _row(one: Recommendation, slug: str, on: date) -> Row:
    href = reverse("recommendations:recommendation", kwargs={"partnership": slug, "recommendation": one.pk})
    return row(
        one.source_title,
        _number(one.number),
        Cell(text=one.text, href=href),
        _addressees(one),
        one.made_on,
        _answer_cell(one, on),
        len(one.answering.all()),
        facets={"to": _addressees(one) or "The partnership as a whole"},
    )


def _number(text: str) -> Cell:
    return Cell(text=text, value=int(text) if text.isdecimal() else None)


@dataclass(frozen=True)
class ResponseLine:
    answer: str
    colour: str
    whose: str
    reason: str
    on: date


@dataclass(frozen=True)
class ActionLine:
    what: str
    href: str
    status: str
    colour: str


@dataclass(frozen=True)
class RecommendationPage:
    id: int
    title: str
    text: str
    facts: tuple[dict[str, str], ...]
    responses: tuple[ResponseLine, ...]
    actions: tuple[ActionLine, ...]
    sources: tuple[SourceMark, ...]
    crumbs: tuple[dict[str, str], ...]


def recommendation_page(
    one: Recommendation, partnership: Partnership, sources: Iterable[Source], on: date
) -> RecommendationPage:
    answers = tuple(_response_line(response, partnership) for response in _answered(one, on))
    list_href = reverse("recommendations:list", kwargs={"partnership": partnership.slug})
    return RecommendationPage(
        id=one.pk,
        title=f"Recommendation {one.number}".strip(),
        text=one.text,
        facts=(
            {"term": "From", "value": one.source_title},
            {"term": "Made", "value": f"{one.made_on:%-d %B %Y}" if one.made_on else "Not known"},
            {"term": "Addressed to", "value": _addressees(one) or "The partnership as a whole"},
            *(({"term": "How soon", "value": one.urgency_as_written},) if one.urgency_as_written else ()),
        ),
        responses=answers,
        actions=tuple(_action_line(link.action, partnership.slug, on) for link in one.answering.all()),
        sources=tuple(source_marks(sources)),
        crumbs=({"text": "Recommendations", "href": list_href},),
    )


def _response_line(response: Response, partnership: Partnership) -> ResponseLine:
    answer = Answer(response.answer)
    whose = str(response.organisation) if response.organisation else partnership.short_name
    return ResponseLine(ANSWER_LABELS[answer], ANSWER_COLOURS[answer], whose, response.reason, response.on)


def _action_line(action: Action, slug: str, on: date) -> ActionLine:
    state = status_cell(action, on)
    return ActionLine(action.what, action_href(slug, action.pk), state.text, state.tag)
