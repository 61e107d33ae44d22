"""Agencies' returns as the review's page shows them."""

from dataclasses import dataclass
from datetime import date

from sightline.foundation.design.tables import Cell

from ..domain.rapid import ANSWER_LABELS, Answer
from ..models import AgencyReturn, RapidReview
from ..queries.rapid import date_of_day, had
from .incidents import href
from .incidents import short_day as day

COLOURS = {Answer.INVOLVED: "green", Answer.NOTHING_KNOWN: "turquoise"}


@dataclass(frozen=True)
class ReturnLine:
    id: int
    agency: str
    post: str
    asked: str
    due: str
    state: str
    colour: str
    note: str
    chased: str
    minutes: str
    is_out: bool
    receive_href: str
    chase_href: str
    change_href: str
    take_back_href: str
    remove_href: str


def return_lines(rapid: RapidReview, on: date) -> tuple[ReturnLine, ...]:
    return tuple(_line(rapid, one, on) for one in rapid.returns.all() if one.asked_on <= on)


def _line(rapid: RapidReview, one: AgencyReturn, on: date) -> ReturnLine:
    due, slug = date_of_day(rapid, one.due_day), rapid.review.partnership.slug
    state = _state(one, due, on)
    parts = {"rapid": rapid.pk, "agency_return": one.pk}
    chases = [chase for chase in one.chases.all() if chase.on <= on]
    return ReturnLine(
        one.pk,
        str(one.organisation),
        one.post.title if one.post else "",
        day(one.asked_on),
        f"Day {one.due_day}, {day(due)}" if due else f"Day {one.due_day}",
        state.text,
        state.tag,
        state.note,
        _chased(chases),
        f"About {one.minutes} minutes" if one.minutes else "",
        not had(one.received_on, on),
        href(slug, "receive_return", **parts),
        href(slug, "chase_return", **parts),
        href(slug, "change_return", **parts),
        href(slug, "take_back_return", **parts),
        href(slug, "remove_return", **parts),
    )


def _state(one: AgencyReturn, due: date | None, on: date) -> Cell:
    """What is known of a return; an agency that knows nothing has answered, one that is silent has not."""
    if had(one.received_on, on):
        late = f", after day {one.due_day}" if due and one.received_on > due else ""
        said = f", {one.said_by}" if one.said_by else ""
        where = f". Kept: {one.kept_where}" if one.kept_where else ""
        answer = Answer(one.answer)
        note = f"{day(one.received_on)}{late}{said}{where}"
        return Cell(text=ANSWER_LABELS[answer], tag=COLOURS[answer], note=note)
    if due and due < on:
        return Cell(text="Missing", tag="red", note="Past its day")
    return Cell(text="Not in yet", tag="yellow", note="Due today" if due == on else "")


def _chased(chases: list) -> str:
    if not chases:
        return "Not yet"
    last = chases[-1]
    how = f" ({last.how})" if last.how else ""
    times = "Once" if len(chases) == 1 else f"{len(chases)} times, last"
    return f"{times}, {day(last.on)}{how}"
