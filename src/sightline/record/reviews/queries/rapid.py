"""Questions about rapid reviews."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.domain import Standing as InLaw
from sightline.partnership.directory.models import Holding, Organisation, StandingInPartnership
from sightline.partnership.directory.queries import running_on, statutory_partners

from ..domain.clocks import Clock, Start, plan_day, rapid_clock, reply_clock, start_day
from ..domain.rapid import CHECKLIST, Met, Ratified, Standing
from ..models import AgencyReturn, RapidReview


def rapid_reviews_of(partnership: Partnership, on: date) -> QuerySet[RapidReview]:
    """Opened by a day, with all that a list says of them: a fixed number of queries."""
    return whole().filter(review__partnership=partnership, opened_on__lte=on)


def whole() -> QuerySet[RapidReview]:
    returns = AgencyReturn.objects.select_related("organisation", "post__organisation").prefetch_related("chases")
    return RapidReview.objects.select_related("review__partnership", "incident").prefetch_related(
        Prefetch("returns", returns), "checks", "ratifications__organisation", "ratifications__by"
    )


def rapid_in(partnership: Partnership, pk: int) -> RapidReview | None:
    return whole().filter(review__partnership=partnership, pk=pk).first()


def day_zero(rapid: RapidReview) -> date | None:
    """The day from which the review's working days count; None while nothing says."""
    if rapid.incident is None:
        return rapid.counted_from
    return start_day(Start(rapid.start), rapid.incident.aware_on, rapid.incident.notified_on)


def clock_of(rapid: RapidReview) -> Clock:
    """A review that is stopped stops its clock too."""
    return rapid_clock(day_zero(rapid), rapid.sent_on or rapid.stopped_on)


def reply_clock_of(rapid: RapidReview) -> Clock:
    return reply_clock(rapid.sent_on, rapid.replied_on)


def date_of_day(rapid: RapidReview, number: int) -> date | None:
    start = day_zero(rapid)
    return plan_day(start, number) if start else None


def had(day: date | None, on: date) -> bool:
    return day is not None and day <= on


@dataclass(frozen=True, slots=True)
class PartnerWord:
    """A safeguarding partner and its word on the decision; without one it has not answered."""

    organisation: Organisation
    word: object | None


def partner_words(rapid: RapidReview, on: date, partners: Iterable[Organisation] | None = None) -> list[PartnerWord]:
    """The partners of the day (of the sending, once sent), each with its word by that day."""
    until = min(on, rapid.sent_on) if rapid.sent_on else on
    words = {word.organisation_id: word for word in rapid.ratifications.all() if word.on <= on}
    named = list(statutory_partners(rapid.review.partnership, until) if partners is None else partners)
    return [PartnerWord(one, words.get(one.pk)) for one in named]


def standing_of(rapid: RapidReview, on: date, partners: Iterable[Organisation] | None = None) -> Standing:
    """What the review has on a day, in plain values."""
    asked = [one for one in rapid.returns.all() if one.asked_on <= on]
    words = partner_words(rapid, on, partners)
    open_checks = {c.item for c in rapid.checks.all() if c.answer != Met.UNKNOWN}
    return Standing(
        returns_missing=tuple(str(one.organisation) for one in asked if not had(one.received_on, on)),
        was_asked=bool(asked),
        checks_open=len(CHECKLIST) - len(open_checks),
        is_decided=had(rapid.decided_on, on),
        to_ratify=tuple(str(one.organisation) for one in words if one.word is None),
        declined=tuple(str(w.organisation) for w in words if w.word and w.word.answer == Ratified.DECLINED),
        has_partners=bool(words),
        is_sent=had(rapid.sent_on, on),
        is_answered=had(rapid.replied_on, on),
        is_stopped=had(rapid.stopped_on, on),
    )


def steps_of(rapid: RapidReview) -> QuerySet:
    return rapid.steps.select_related("post__organisation", "board")


def return_in(rapid: RapidReview, pk: int) -> AgencyReturn | None:
    return rapid.returns.filter(pk=pk).select_related("organisation", "post").first()


def returns_to_remind(partnership_ids: Iterable[int], on: date) -> QuerySet[AgencyReturn]:
    """Returns that are out on a day, of reviews that still run."""
    rows = AgencyReturn.objects.filter(
        rapid__review__partnership__in=partnership_ids,
        received_on__isnull=True,
        asked_on__lte=on,
        rapid__sent_on__isnull=True,
        rapid__stopped_on__isnull=True,
    )
    return rows.select_related("organisation", "rapid__review__partnership", "rapid__incident")


def partner_in(partnership: Partnership, pk: int, on: date) -> Organisation | None:
    return next((one for one in statutory_partners(partnership, on) if one.pk == pk), None)


def speaks_for(user_id: int | None, organisation: Organisation, on: date) -> bool:
    """Whether the user holds a post of the body, or of a part of it, on a day."""
    return organisation.pk in bodies_spoken_for(user_id, on)


def bodies_spoken_for(user_id: int | None, on: date) -> frozenset[int]:
    """Ids of the bodies for which the user holds a post on a day, and of those that they are parts of."""
    held = Holding.objects.filter(running_on(on), person__account_id=user_id)
    pairs = held.values_list("post__organisation_id", "post__organisation__parent_id")
    return frozenset(pk for pair in pairs for pk in pair if pk is not None)


def agencies_to_ask(partnership: Partnership, on: date) -> list[int]:
    """Ids of the bodies that stand in the arrangements on a day: those that are usually asked."""
    rows = StandingInPartnership.objects.filter(running_on(on), partnership=partnership)
    return list(rows.values_list("organisation_id", flat=True).distinct())


def partners_by_day(partnership: Partnership) -> Callable[[date], list[Organisation]]:
    """The safeguarding partners of any day, from one query: for lists of reviews of different times."""
    rows = StandingInPartnership.objects.filter(partnership=partnership, standing=InLaw.SAFEGUARDING_PARTNER)
    held = list(rows.select_related("organisation").order_by("organisation__name"))

    def on(day: date) -> list[Organisation]:
        running = [r for r in held if (r.started_on or day) <= day and (r.ended_on is None or day < r.ended_on)]
        return list(dict.fromkeys(row.organisation for row in running))

    return on
