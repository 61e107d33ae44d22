"""Facts of actions and recommendations."""

from collections import defaultdict
from datetime import date

from django.db.models import Count, Max

from sightline.foundation.accounts.models import Partnership
from sightline.partnership.directory.models import Holding
from sightline.record.actions.domain import CLOSED, PartyKind
from sightline.record.actions.models import Action, Party, Progress
from sightline.record.meetings.domain import LinkKind
from sightline.record.meetings.models import MeetingAction
from sightline.record.recommendations.models import Addressee, AnsweringAction, Recommendation, Response

from ..domain.facts import ActionFacts, RecommendationFacts


def action_facts(partnership: Partnership, on: date) -> tuple[ActionFacts, ...]:
    """Open actions, and those closed in the last year. Six queries."""
    rows = Action.objects.filter(partnership=partnership).exclude(
        closed_on__lt=date(on.year - 1, on.month, min(on.day, 28))
    )
    leads = _leads(partnership)
    left = _left_everything(partnership, on)
    carried = dict(
        MeetingAction.objects.filter(action__partnership=partnership, kind=LinkKind.CARRIED)
        .order_by()
        .values_list("action_id")
        .annotate(Count("id"))
    )
    progress = dict(
        Progress.objects.filter(action__partnership=partnership).order_by().values_list("action_id").annotate(Max("on"))
    )
    return tuple(_action(a, leads[a.pk], left, carried.get(a.pk, 0), progress.get(a.pk)) for a in rows)


def _leads(partnership: Partnership) -> dict[int, list[Party]]:
    found: dict[int, list[Party]] = defaultdict(list)
    rows = Party.objects.filter(action__partnership=partnership, kind=PartyKind.LEAD)
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


def _action(a: Action, leads: list[Party], left: dict[int, date], carried: int, progress: date | None) -> ActionFacts:
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
    )


def recommendation_facts(partnership: Partnership, on: date) -> tuple[RecommendationFacts, ...]:
    """Four queries."""
    names: dict[int, list[str]] = defaultdict(list)
    named = Addressee.objects.filter(recommendation__partnership=partnership)
    for addressee in named.select_related("organisation", "post__organisation", "board"):
        names[addressee.recommendation_id].append(str(addressee))
    answers = {
        r.recommendation_id: r
        for r in Response.objects.filter(recommendation__partnership=partnership, on__lte=on).order_by("on", "id")
    }
    actions: dict[int, list[bool]] = defaultdict(list)
    for pk, closed in AnsweringAction.objects.filter(recommendation__partnership=partnership).values_list(
        "recommendation_id", "action__closed_on"
    ):
        actions[pk].append(closed is None)
    return tuple(
        RecommendationFacts(
            id=r.pk,
            number=r.number,
            text=r.text,
            source_title=r.source_title,
            made_on=r.made_on,
            addressee=", ".join(names[r.pk]) or r.addressee_as_written,
            answer=answers[r.pk].answer if r.pk in answers else "",
            answered_on=answers[r.pk].on if r.pk in answers else None,
            actions=len(actions[r.pk]),
            open_actions=sum(actions[r.pk]),
        )
        for r in Recommendation.objects.filter(partnership=partnership)
    )
