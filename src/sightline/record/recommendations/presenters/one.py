"""One recommendation: its words, the clock, the answers, what is done, and how it came here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell
from sightline.foundation.library.domain import Source
from sightline.foundation.library.presenters import SourceMark, source_marks
from sightline.record.actions.presenters import action_href, status_cell

from ..domain import ANSWER_LABELS, STATE_COLOURS, STATE_LABELS, Answer, State, response_clock, source_label
from ..models import AnsweringAction, Issued, Recommendation, Response
from ..queries import asked_on
from .added import ON_RECOMMENDATIONS
from .timeline import Event, timeline
from .words import ANSWER_COLOURS, WHOLE, addressees, answered, day, page_href, title_of


@dataclass(frozen=True)
class ResponseLine:
    answer: str
    colour: str
    whose: str
    said_by: str
    reason: str
    on: date
    undo_href: str


@dataclass(frozen=True)
class ActionLine:
    what: str
    href: str
    status: str
    colour: str
    unlink_href: str


@dataclass(frozen=True)
class AddresseeLine:
    name: str
    remove_href: str


@dataclass(frozen=True)
class OtherAnswer:
    partnership: str
    answer: Cell


@dataclass(frozen=True)
class RecommendationPage:
    id: int
    title: str
    text: str
    state: str
    colour: str
    is_own: bool
    issued_by: str
    facts: tuple[dict[str, str], ...]
    superseded_text: str
    superseded_href: str
    responses: tuple[ResponseLine, ...]
    actions: tuple[ActionLine, ...]
    addressees: tuple[AddresseeLine, ...]
    events: tuple[Event, ...]
    others: tuple[OtherAnswer, ...]
    sources: tuple[SourceMark, ...]
    crumbs: tuple[dict[str, str], ...]


def recommendation_page(
    one: Recommendation,
    partnership: Partnership,
    state: State,
    sources: Iterable[Source],
    others: Iterable[tuple[Issued, Response | None]],
    on: date,
) -> RecommendationPage:
    newer = one.superseded_by if state is State.SUPERSEDED else None
    list_href = reverse("recommendations:list", kwargs={"partnership": partnership.slug})
    is_own = one.partnership_id == partnership.pk
    return RecommendationPage(
        id=one.pk,
        title=title_of(one),
        text=one.text,
        state=STATE_LABELS[state],
        colour=STATE_COLOURS[state],
        is_own=is_own,
        issued_by="" if is_own else one.partnership.name,
        facts=(*_facts(one, state, on), *ON_RECOMMENDATIONS.facts(partnership, one, on)),
        superseded_text=f"{title_of(newer)}, {newer.source_title}" if newer else "",
        superseded_href=page_href(partnership.slug, newer.pk) if newer and is_own else "",
        responses=tuple(_response_line(response, partnership) for response in answered(one, on)),
        actions=tuple(_action_line(link, one, partnership, on) for link in one.answering.all()),
        addressees=tuple(_addressee_line(a.pk, str(a), one, partnership) for a in one.addressees.all()),
        events=tuple(timeline(one, partnership, on)),
        others=tuple(_other(issued, latest) for issued, latest in others),
        sources=tuple(source_marks(sources)),
        crumbs=({"text": "Recommendations", "href": list_href},),
    )


def _facts(one: Recommendation, state: State, on: date) -> Iterable[dict[str, str]]:
    yield {"term": "From", "value": one.source_title, "note": source_label(one.source_kind)}
    yield {"term": "Made", "value": day(one.made_on) or "Not known"}
    yield {"term": "Addressed to", "value": addressees(one) or WHOLE}
    clock = response_clock(asked_on(one), one.respond_by, on)
    if clock and state is State.NO_ANSWER:
        why = "30 working days, Sightline’s convention" if clock.is_convention else "as was asked"
        yield {"term": "Answer due", "value": day(clock.due_on), "note": f"{clock.words.capitalize()} ({why})"}
    if one.urgency_as_written:
        yield {"term": "How soon", "value": one.urgency_as_written}
    themes = [(str(row.theme), row.is_confirmed) for row in one.themes.all()]
    proposed = "" if all(is_confirmed for _, is_confirmed in themes) else "Proposed from its words, not confirmed"
    yield {"term": "Themes", "value": ", ".join(sorted(name for name, _ in themes)), "note": proposed}


def _response_line(response: Response, partnership: Partnership) -> ResponseLine:
    answer = Answer(response.answer)
    whose = str(response.organisation) if response.organisation else partnership.short_name
    said_by = ", ".join(str(one) for one in (response.person, response.board) if one is not None)
    undo = {"partnership": partnership.slug, "recommendation": response.recommendation_id, "response": response.pk}
    return ResponseLine(
        ANSWER_LABELS[answer],
        ANSWER_COLOURS[answer],
        whose,
        said_by,
        response.reason,
        response.on,
        reverse("recommendations:undo_response", kwargs=undo),
    )


def _action_line(link: AnsweringAction, one: Recommendation, partnership: Partnership, on: date) -> ActionLine:
    shown = status_cell(link.action, on)
    unlink = {"partnership": partnership.slug, "recommendation": one.pk, "link": link.pk}
    return ActionLine(
        link.action.what,
        action_href(partnership.slug, link.action_id),
        shown.text,
        shown.tag,
        reverse("recommendations:unlink_action", kwargs=unlink),
    )


def _addressee_line(pk: int, name: str, one: Recommendation, partnership: Partnership) -> AddresseeLine:
    parts = {"partnership": partnership.slug, "recommendation": one.pk, "addressee": pk}
    return AddresseeLine(name, reverse("recommendations:remove_addressee", kwargs=parts))


def _other(issued: Issued, latest: Response | None) -> OtherAnswer:
    if latest is None:
        return OtherAnswer(issued.partnership.short_name, Cell(text="No answer yet", tag="red"))
    answer = Answer(latest.answer)
    return OtherAnswer(issued.partnership.short_name, Cell(text=ANSWER_LABELS[answer], tag=ANSWER_COLOURS[answer]))
