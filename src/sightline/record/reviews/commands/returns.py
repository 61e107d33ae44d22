"""Verbs of agencies' returns: asked, chased, received. The reminders call them with `by=None` and whose word it is."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Post

from ..domain.rapid import Answer
from ..domain.rapid_plan import RETURN_DAY
from ..models import AgencyReturn, Chase, RapidReview
from .clocks import LAST_DAY
from .incidents import refuse_others, said


@deed
def ask_agency(
    *,
    rapid: RapidReview,
    organisation: Organisation,
    on: date,
    by: User | None,
    post: Post | None = None,
    due_day: int = RETURN_DAY,
    minutes: int | None = None,
) -> AgencyReturn:
    """Asks an agency for its summary by working day `due_day`; `minutes` says how long answering will take it."""
    partnership = rapid.review.partnership
    refuse_others(partnership, "organisation", organisation)
    refuse_others(partnership, "post", post)
    if rapid.returns.filter(organisation=organisation).exists():
        raise Refused(f"{organisation} has been asked already.", "organisation")
    return _kept(AgencyReturn(rapid=rapid, organisation=organisation), post, on, due_day, minutes)


@deed
def ask_agencies(
    *,
    rapid: RapidReview,
    organisations: Iterable[Organisation],
    on: date,
    by: User | None,
    due_day: int = RETURN_DAY,
    minutes: int | None = None,
) -> list[AgencyReturn]:
    """Asks several at once; those asked before are left as they are."""
    asked = set(rapid.returns.values_list("organisation_id", flat=True))
    return [
        ask_agency(rapid=rapid, organisation=one, on=on, due_day=due_day, minutes=minutes, by=by)
        for one in organisations
        if one.pk not in asked
    ]


@deed
def change_return(
    *,
    agency_return: AgencyReturn,
    asked_on: date,
    due_day: int,
    by: User | None,
    post: Post | None = None,
    minutes: int | None = None,
) -> AgencyReturn:
    refuse_others(agency_return.rapid.review.partnership, "post", post)
    return _kept(agency_return, post, asked_on, due_day, minutes)


def _kept(row: AgencyReturn, post: Post | None, on: date, due_day: int, minutes: int | None) -> AgencyReturn:
    if not 1 <= due_day <= LAST_DAY:
        raise Refused(f"Enter a working day from 1 to {LAST_DAY}.", "due_day")
    row.post, row.asked_on, row.due_day, row.minutes = post, on, due_day, minutes
    return kept(row)


@deed
def receive_return(
    *,
    agency_return: AgencyReturn,
    answer: Answer,
    on: date,
    by: User | None,
    said_by: str = "",
    kept_where: str = "",
) -> AgencyReturn:
    """The agency answered: with its summary, or that it knows nothing. Given anew it corrects."""
    refuse_child_details(said_by=said_by, kept_where=kept_where)
    if on < agency_return.asked_on:
        raise Refused(f"The agency was asked on {said(agency_return.asked_on)}; it answers from then on.", "on")
    agency_return.answer, agency_return.received_on = answer, on
    agency_return.said_by, agency_return.kept_where = said_by.strip(), kept_where.strip()
    return kept(agency_return)


@deed
def take_back_return(*, agency_return: AgencyReturn, by: User | None) -> AgencyReturn:
    """For a return that was marked as received by mistake."""
    agency_return.answer, agency_return.received_on, agency_return.said_by = "", None, ""
    return kept(agency_return)


@deed
def chase_return(*, agency_return: AgencyReturn, on: date, by: User | None, how: str = "") -> Chase:
    """Notes that the agency was reminded; `how` says by what (an e-mail of Sightline, a call)."""
    refuse_child_details(how=how)
    if agency_return.received_on:
        raise Refused(f"This agency answered on {said(agency_return.received_on)}.")
    if on < agency_return.asked_on:
        raise Refused(f"The agency was asked on {said(agency_return.asked_on)}; chase from then on.", "on")
    return kept(Chase(agency_return=agency_return, on=on, how=how.strip()))


@deed
def remove_return(*, agency_return: AgencyReturn, by: User | None) -> None:
    """For an agency that was asked by mistake; once it has answered its answer stays."""
    if agency_return.received_on:
        raise Refused("This agency has answered. Take its answer back first if it was entered by mistake.")
    agency_return.delete()
