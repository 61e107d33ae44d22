"""Facts of actions and recommendations."""

from collections import defaultdict
from datetime import date

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Holding
from sightline.record.actions.domain import CLOSED, Event, PartyKind, Status
from sightline.record.actions.models import Action, Party, Progress
from sightline.record.evidence.domain import IMPACT
from sightline.record.meetings.domain import LinkKind
from sightline.record.meetings.models import MeetingAction
from sightline.record.recommendations.domain import response_due
from sightline.record.recommendations.models import Addressee, AnsweringAction, Issued, Recommendation, Response
from sightline.record.recommendations.queries import in_register

from ..domain.facts import ActionFacts, RecommendationFacts
from .chain import Grades, Reach

UNGRADED = "ungraded"


def action_facts(partnership: Partnership, on: date, reach: Grades) -> tuple[ActionFacts, ...]:
    """Open actions, and those closed in the last year. Six queries."""
    rows = Action.objects.filter(partnership=partnership).exclude(
        closed_on__lt=date(on.year - 1, on.month, min(on.day, 28))
    )
    ids = rows.order_by().values("pk")  # a record holds ten times as many that closed long ago
    leads = _leads(ids)
    left = _left_everything(partnership, on)
    carried = dict(
        MeetingAction.objects.filter(action__in=ids, kind=LinkKind.CARRIED)
        .order_by()
        .values_list("action_id")
        .annotate(Count("id"))
    )
    progress = _progress(ids)
    return tuple(
        _action(a, leads[a.pk], left, carried.get(a.pk, 0), *progress.get(a.pk, (None, 0)), reach.get(a.pk, ""))
        for a in rows.select_related("reported_by")
    )


def _progress(actions: QuerySet) -> dict[int, tuple[date, int]]:
    """By action: the day of the last word of it, and how often its date was moved."""
    rows = Progress.objects.filter(action__in=actions).order_by().values_list("action_id")
    counted = rows.annotate(last=Max("on"), moved=Count("pk", filter=Q(event=Event.DUE)))
    return {action: (last, moved) for action, last, moved in counted}


def _leads(actions: QuerySet) -> dict[int, list[Party]]:
    found: dict[int, list[Party]] = defaultdict(list)
    rows = Party.objects.filter(action__in=actions, kind=PartyKind.LEAD)
    for party in rows.select_related("post__organisation", "organisation", "person"):
        found[party.action_id].append(party)
    return found


def _left_everything(partnership: Partnership, on: date) -> dict[int, date]:
    """People all of whose posts have ended: person to the last day."""
    ends: dict[int, date | None] = {}
    for person, ended in Holding.objects.filter(person__partnership=partnership).values_list("person_id", "ended_on"):
        known = ends.get(person, date.min)
        ends[person] = None if known is None or ended is None else max(known, ended)
    return {person: ended for person, ended in ends.items() if ended is not None and ended <= on}


def _action(
    a: Action,
    leads: list[Party],
    left: dict[int, date],
    carried: int,
    progress: date | None,
    moved: int,
    reach: str | None,
) -> ActionFacts:
    people = [p.person_id for p in leads if p.person_id and not (p.post_id or p.organisation_id)]
    gone = [left[p] for p in people if p in left]
    return ActionFacts(
        id=a.pk,
        what=a.what,
        is_open=a.status not in CLOSED,
        status=a.status,
        owner=", ".join(str(p) for p in leads),
        owner_as_written=a.owner_as_written,
        due_on=a.due_on,
        due_as_written=a.due_as_written,
        raised_on=a.raised_on,
        closed_on=a.closed_on,
        closing_note=a.closing_note,
        times_carried=carried,
        last_progress_on=progress,
        owner_left_on=max(gone) if gone and len(gone) == len(leads) else None,
        owner_is_person_only=bool(people) and len(people) == len(leads),
        reported_on=a.reported_on,
        reported_by=str(a.reported_by or ""),
        rating=a.rating,
        times_moved=moved,
        reach_at_closing=a.reach_at_closing,
        reach=UNGRADED if reach is None else reach,
    )


def recommendation_facts(partnership: Partnership, on: date, reach: Reach) -> tuple[RecommendationFacts, ...]:
    """Its own, and those that its region issued to it, with its own answers. What is withdrawn answers nothing. Five queries."""
    rows = Recommendation.objects.filter(in_register([partnership.pk], on)).annotate(
        is_given_on=Exists(
            Issued.objects.filter(recommendation=OuterRef("pk"), recommendation__partnership=partnership, on__lte=on)
        )
    )
    names = _addressees(partnership, on)
    issued = dict(Issued.objects.filter(partnership=partnership, on__lte=on).values_list("recommendation_id", "on"))
    answers = {
        r.recommendation_id: r
        for r in Response.objects.filter(partnership=partnership, on__lte=on).order_by("on", "id")
    }
    actions: dict[int, list[tuple[int, date | None]]] = defaultdict(list)
    links = AnsweringAction.objects.filter(action__partnership=partnership).exclude(action__status=Status.WITHDRAWN)
    for pk, action, closed in links.values_list("recommendation_id", "action_id", "action__closed_on"):
        actions[pk].append((action, closed))
    return tuple(
        _recommendation(
            r,
            names[r.pk] or [partnership.name] * (r.pk in issued),
            issued.get(r.pk, r.made_on),
            answers.get(r.pk),
            actions[r.pk],
            reach,
            on,
        )
        for r in rows
    )


def _addressees(partnership: Partnership, on: date) -> dict[int, list[str]]:
    names: dict[int, list[str]] = defaultdict(list)
    register = Recommendation.objects.filter(in_register([partnership.pk], on)).order_by().values("pk")
    named = Addressee.objects.filter(recommendation__in=register)
    for addressee in named.select_related("organisation", "post__organisation", "board"):
        names[addressee.recommendation_id].append(str(addressee))
    return names


def _recommendation(
    r: Recommendation,
    names: list[str],
    asked_on: date | None,
    answer: Response | None,
    actions: list[tuple[int, date | None]],
    reach: Reach,
    on: date,
) -> RecommendationFacts:
    is_superseded = r.superseded_on is not None and r.superseded_on <= on
    closed = [day for _, day in actions if day is not None and day <= on]
    grades = [reach.recommendation.get(r.pk), *(reach.action.get(pk) for pk, _ in actions)]
    return RecommendationFacts(
        id=r.pk,
        number=r.number,
        text=r.text,
        source_title=r.source_title,
        made_on=asked_on,
        addressee=", ".join(names) or r.addressee_as_written,
        answer=answer.answer if answer else "",
        answered_on=answer.on if answer else None,
        actions=len(actions),
        open_actions=len(actions) - len(closed),
        answer_by=response_due(asked_on, r.respond_by),
        is_waiting=not (is_superseded or r.is_given_on),
        last_closed_on=max(closed, default=None),
        has_impact=any(grade in IMPACT for grade in grades),
    )
