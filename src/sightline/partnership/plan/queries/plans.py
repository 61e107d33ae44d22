"""Plans that are asked for: formats in force, what was submitted against them, and how each stands on a day."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.kernel.due import Due
from sightline.kernel.references import Reference

from ..domain import Obligation, Outcome
from ..domain.plans import Dates, PlanState, state_on, state_without
from ..models import NotNeeded, Plan, PlanFormat, PlanReview, PlanSection
from .running import running_on
from .vocabulary import region_for

FormatKey = tuple[int | None, str]
"""What a format is whatever its version: whose it is, and its code."""


def key_of(format: PlanFormat) -> FormatKey:
    return (format.region_id, format.code)


def formats_on(region: int, day: date) -> QuerySet[PlanFormat]:
    """The versions of formats in force on a day, Sightline's and a region's own."""
    usable = PlanFormat.objects.filter(running_on(day), Q(region__isnull=True) | Q(region=region))
    return usable.select_related("basis", "region").annotate(parts=Count("sections")).order_by("title", "version")


def formats_ever(region: int) -> QuerySet[PlanFormat]:
    rows = PlanFormat.objects.filter(Q(region__isnull=True) | Q(region=region)).select_related("basis", "region")
    return rows.annotate(parts=Count("sections", distinct=True), made=Count("plans", distinct=True))


def format_for(partnership: Partnership, pk: int) -> PlanFormat | None:
    return format_in(region_for(partnership), pk)


def format_in(region: int, pk: int) -> PlanFormat | None:
    rows = PlanFormat.objects.filter(Q(region__isnull=True) | Q(region=region)).select_related("basis", "region")
    return rows.prefetch_related("sections").filter(pk=pk).first()


def versions_of(format: PlanFormat) -> QuerySet[PlanFormat]:
    return PlanFormat.objects.filter(region=format.region_id, code=format.code).order_by("-version")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """How one partnership stands with one format: its newest plan by a day, or why there is none."""

    format: PlanFormat
    partnership_id: int
    state: PlanState
    plan: Plan | None = None
    review: PlanReview | None = None
    present: int = 0
    unused: int = 0
    absent: int = 0
    said: int = 0
    reason: str = ""


STANDING = (
    *(
        "partnership",
        "title",
        "version",
        "submitted_on",
        "adopted_on",
        "review_on",
        "expires_on",
        "owner_post",
        "board",
    ),
    *("follows", "format__region", "format__code"),
)
"""What says how a plan stood on a day. A region reads it of hundreds, so nothing else is read with it."""


def _plans(rows: QuerySet[Plan], day: date) -> QuerySet[Plan]:
    reviews = PlanReview.objects.filter(reviewed_on__lte=day).select_related("reviewed_by")
    found = rows.filter(submitted_on__lte=day).select_related(
        "format", "owner_post__organisation", "board", "followed_by", "submitted_by", "partnership"
    )
    sections = PlanSection.objects.order_by("section__place")
    return found.prefetch_related(Prefetch("reviews", reviews), Prefetch("sections", sections))


def _submitted(partnerships: Collection[int], day: date, with_owners: bool = False) -> list[Plan]:
    """All by the day, the newest last."""
    reviews = PlanReview.objects.filter(reviewed_on__lte=day)
    rows = Plan.objects.filter(partnership__in=partnerships, submitted_on__lte=day).order_by("submitted_on", "pk")
    rows = rows.select_related("format").prefetch_related(Prefetch("reviews", reviews))
    return list(rows.select_related("owner_post__organisation", "board") if with_owners else rows.only(*STANDING))


def _newest(submitted: Iterable[Plan]) -> dict[tuple[int, FormatKey], Plan]:
    return {(plan.partnership_id, key_of(plan.format)): plan for plan in submitted}


def plan_rows(
    partnerships: Collection[Partnership], region: int, day: date, *, with_owners: bool = False
) -> dict[tuple[int, FormatKey], PlanRow]:
    """Every format in force by partnership. Five queries, however many partnerships, formats and plans."""
    ids = [one.pk for one in partnerships]
    formats = {key_of(one): one for one in formats_on(region, day)}
    submitted, waived, uses = _submitted(ids, day, with_owners), _waived(ids, day), _uses(ids)
    newest, followed = _newest(submitted), {one.follows_id for one in submitted}
    states = {plan.pk: _state(plan, plan.pk in followed, day) for plan in newest.values()}
    return {
        (pk, key): _row(pk, format, newest.get((pk, key)), states, uses, waived.get((pk, key), ""))
        for key, format in formats.items()
        for pk in ids
    }


def _uses(partnerships: Collection[int]) -> dict[int, Counter[str]]:
    """By plan, how many of its sections are used how."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    rows = PlanSection.objects.filter(plan__partnership__in=partnerships).values_list("plan_id", "use")
    for plan, use, number in rows.annotate(Count("pk")).order_by():
        found[plan][use] = number
    return found


def _waived(partnerships: Collection[int], day: date) -> dict[tuple[int, FormatKey], str]:
    rows = NotNeeded.objects.filter(running_on(day), partnership__in=partnerships).select_related("format")
    return {(one.partnership_id, key_of(one.format)): one.reason for one in rows}


def _row(
    partnership: int,
    format: PlanFormat,
    plan: Plan | None,
    states: Mapping[int, PlanState],
    uses: Mapping[int, Counter[str]],
    reason: str,
) -> PlanRow:
    if plan is None:
        state = PlanState.NOT_NEEDED if reason else state_without(Obligation(format.obligation))
        return PlanRow(format, partnership, state, reason=reason)
    used = uses.get(plan.pk, Counter())
    return PlanRow(
        format,
        partnership,
        states[plan.pk],
        plan,
        last_review(plan),
        used["present"],
        used["not_used"],
        used["absent"],
        used.total(),
    )


def last_review(plan: Plan) -> PlanReview | None:
    """Of the reviews that were loaded with it."""
    reviews = list(plan.reviews.all())
    return reviews[-1] if reviews else None


def plan_state(plan: Plan, day: date) -> PlanState:
    follower = getattr(plan, "followed_by", None)
    return _state(plan, follower is not None and follower.submitted_on <= day, day)


def _state(plan: Plan, is_followed: bool, day: date) -> PlanState:
    review = last_review(plan)
    decided = Outcome(review.outcome) if review else None
    return state_on(Dates(plan.review_on, plan.expires_on, decided, is_followed), day)


def plan_in(partnerships: Iterable[int], pk: int, day: date) -> Plan | None:
    rows = _plans(Plan.objects.filter(partnership__in=list(partnerships), pk=pk), day)
    return rows.select_related("format__region", "format__basis", "document", "follows").first()


def plans_against(partnership: Partnership, format: PlanFormat, day: date) -> list[Plan]:
    """Every submission of a partnership against any version of a format, the newest first."""
    rows = Plan.objects.filter(partnership=partnership, format__code=format.code, format__region=format.region_id)
    return list(_plans(rows, day))


def reviews_of(plan: Plan, day: date) -> list[PlanReview]:
    rows = plan.reviews.filter(reviewed_on__lte=day).select_related("reviewed_by")
    return list(rows.prefetch_related("judgements__section"))


def waiver_of(partnership: Partnership, format: PlanFormat, day: date) -> NotNeeded | None:
    rows = NotNeeded.objects.filter(running_on(day), partnership=partnership, format__code=format.code)
    return rows.filter(format__region=format.region_id).first()


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What rules ask of a plan: its state and dates, whether it is demanded, and what it leaves out."""

    format_id: int
    partnership_id: int
    title: str
    obligation: Obligation
    state: PlanState
    plan_id: int | None
    adopted_on: date | None
    review_on: date | None
    expires_on: date | None
    resubmit_by: date | None
    has_owner: bool
    absent: int


def plan_facts(partnership: Partnership, day: date) -> list[PlanFacts]:
    rows = plan_rows([partnership], region_for(partnership), day)
    return [_facts(row) for row in rows.values()]


def _facts(row: PlanRow) -> PlanFacts:
    plan = row.plan
    return PlanFacts(
        row.format.pk,
        row.partnership_id,
        row.format.title,
        Obligation(row.format.obligation),
        row.state,
        plan.pk if plan else None,
        plan.adopted_on if plan else None,
        plan.review_on if plan else None,
        plan.expires_on if plan else None,
        row.review.resubmit_by if row.review and row.state is PlanState.RETURNED else None,
        bool(plan and (plan.owner_post_id or plan.board_id)),
        row.absent,
    )


def due_plans(partnerships: Collection[int], on: date) -> Iterator[Due]:
    """The newest plan of each format that is to be reviewed or sent in again, with the post that owns it; two queries."""
    for plan in _newest(_submitted(list(partnerships), on)).values():
        asks, due_on = _asked_of(plan, on)
        if asks:
            posts = (plan.owner_post_id,) if plan.owner_post_id else ()
            yield Due(Reference("plan.plan", plan.pk), plan.partnership_id, plan.title, asks, due_on, posts)


def _asked_of(plan: Plan, on: date) -> tuple[str, date | None]:
    review = last_review(plan)
    if review is not None and review.outcome == Outcome.RETURNED:
        return "Send the plan in again: it was returned.", review.resubmit_by
    dates = [day for day in (plan.review_on, plan.expires_on) if day is not None]
    return ("Review the plan and submit the next one.", min(dates)) if dates else ("", None)


def is_used(format: PlanFormat) -> bool:
    """Whether a plan was made on this version: then what it asks for stays."""
    return format.plans.exists()
