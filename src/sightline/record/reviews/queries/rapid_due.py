"""What incidents and rapid reviews wait for, and from whom: for reminders. Nothing here tells of a child."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sightline.kernel.due import Due, Weight
from sightline.kernel.references import Reference
from sightline.partnership.directory.domain import Standing as InLaw
from sightline.partnership.directory.models import Organisation, StandingInPartnership
from sightline.partnership.directory.queries import running_on

from ..models import Incident, RapidReview, RapidStep
from .incidents import notification_clock_of
from .rapid import clock_of, date_of_day, partner_words, returns_to_remind


def due_things(partnership_ids: Iterable[int], on: date) -> Iterator[Due]:
    """Notifications, steps of plans, returns, ratifications and sendings that are open on a day."""
    ids = list(partnership_ids)
    yield from _notifications(ids, on)
    yield from _steps(ids, on)
    yield from _returns(ids, on)
    yield from _endings(ids, on)


def _notifications(ids: list[int], on: date) -> Iterator[Due]:
    waiting = Incident.objects.filter(
        partnership__in=ids, notified_on__isnull=True, ended_on__isnull=True, aware_on__lte=on
    )
    for one in waiting:
        yield Due(
            Reference("reviews.incident", one.pk),
            one.partnership_id,
            f"Serious incident {one.reference}",
            "Decide whether to notify the Panel, and record it",
            notification_clock_of(one).due_on,
            posts=(one.decided_by_id,) if one.decided_by_id else (),
            organisations=(one.lead_authority_id,) if one.lead_authority_id else (),
            weight=Weight.CLOCK,
        )


def running_rapid_reviews(ids: Iterable[int], on: date) -> list[RapidReview]:
    """Opened by a day, neither sent nor stopped."""
    rows = RapidReview.objects.filter(
        review__partnership__in=ids, opened_on__lte=on, sent_on__isnull=True, stopped_on__isnull=True
    )
    related = rows.select_related("review__partnership", "incident")
    return list(related.prefetch_related("ratifications", "returns__organisation", "checks"))


def _steps(ids: list[int], on: date) -> Iterator[Due]:
    open_steps = RapidStep.objects.filter(
        rapid__review__partnership__in=ids,
        rapid__opened_on__lte=on,
        rapid__sent_on__isnull=True,
        rapid__stopped_on__isnull=True,
        done_on__isnull=True,
    )
    for step in open_steps.select_related("rapid__review", "rapid__incident"):
        yield Due(
            Reference("reviews.rapidstep", step.pk),
            step.rapid.review.partnership_id,
            f"Rapid review {step.rapid.review.reference}",
            f"{step.what} (day {step.day})",
            date_of_day(step.rapid, step.day),
            posts=(step.post_id,) if step.post_id else (),
            weight=Weight.CLOCK,
        )


def _returns(ids: list[int], on: date) -> Iterator[Due]:
    for one in returns_to_remind(ids, on):
        takes = f", about {one.minutes} minutes" if one.minutes else ""
        yield Due(
            Reference("reviews.agencyreturn", one.pk),
            one.rapid.review.partnership_id,
            f"Rapid review {one.rapid.review.reference}",
            f"Send your agency’s summary, or say that it knows nothing{takes}",
            date_of_day(one.rapid, one.due_day),
            posts=(one.post_id,) if one.post_id else (),
            organisations=(one.organisation_id,),
            weight=Weight.CLOCK,
        )


def _endings(ids: list[int], on: date) -> Iterator[Due]:
    partners = partners_of(ids, on)
    for rapid in running_rapid_reviews(ids, on):
        named = partners.get(rapid.review.partnership_id, [])
        waiting = [one.organisation for one in partner_words(rapid, on, named) if one.word is None]
        yield from _ending(rapid, waiting)


def _ending(rapid: RapidReview, waiting: list[Organisation]) -> Iterator[Due]:
    what = f"Rapid review {rapid.review.reference}"
    about: dict[str, Any] = {"partnership_id": rapid.review.partnership_id, "what": what, "weight": Weight.CLOCK}
    reference, due = Reference("reviews.rapidreview", rapid.pk), clock_of(rapid).due_on
    if rapid.decided_on is None:
        yield Due(reference, asks="Record the decision with its reasons", due_on=due, **about)
        return
    for body in waiting:
        yield Due(reference, asks="Say whether you ratify the decision", due_on=due, organisations=(body.pk,), **about)
    yield Due(reference, asks="Send the review to the Panel", due_on=due, **about)


def partners_of(ids: Iterable[int], on: date) -> dict[int, list[Organisation]]:
    """The safeguarding partners of each partnership on a day; one query for all."""
    rows = StandingInPartnership.objects.filter(
        running_on(on), partnership__in=list(ids), standing=InLaw.SAFEGUARDING_PARTNER
    )
    found: dict[int, list[Organisation]] = {}
    for row in rows.select_related("organisation").order_by("organisation__name"):
        bodies = found.setdefault(row.partnership_id, [])
        if row.organisation not in bodies:
            bodies.append(row.organisation)
    return found
