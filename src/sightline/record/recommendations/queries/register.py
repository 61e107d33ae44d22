"""A partnership's register: the recommendations that it keeps, and those that its region issued to it."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.kernel.references import Reference
from sightline.record.actions.domain import Status
from sightline.record.actions.models import Action
from sightline.record.evidence.domain import IMPACT, Grade, highest
from sightline.record.evidence.queries import evidence_of, reach_in

from ..domain import Answer, Doing, State, state_of
from ..models import AnsweringAction, Issued, Recommendation, Response

SUBJECT = "recommendations.recommendation"
ACTION = "actions.action"


def visible_to(viewer: Viewer) -> QuerySet[Recommendation]:
    return Recommendation.objects.filter(in_register(viewer.partnerships(Deed.READ), viewer.today))


def in_register(partnership_ids: Collection[int], on: date) -> Q:
    """Kept by one of these partnerships, or issued to one by the day and not withdrawn by then."""
    standing = Issued.objects.filter(stands(on), recommendation=OuterRef("pk"), partnership__in=partnership_ids)
    return Q(partnership__in=partnership_ids) | Q(Exists(standing))


def stands(on: date) -> Q:
    return Q(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=on), on__lte=on)


def is_linked(on: date) -> Q:
    return Q(linked_on__isnull=True) | Q(linked_on__lte=on)


def stands_in(recommendation: Recommendation, partnership: Partnership, on: date) -> bool:
    """Whether it is this partnership's to answer on a day."""
    if recommendation.partnership_id == partnership.pk:
        return True
    return recommendation.issued.filter(stands(on), partnership=partnership).exists()


def recommendations_of(partnership: Partnership, on: date) -> QuerySet[Recommendation]:
    """The register on a day, with this partnership's own answers and actions: nine queries however many.

    `is_given_on`: kept here and issued to others, who are the ones to answer it.
    """
    given_on = Issued.objects.filter(recommendation=OuterRef("pk"), recommendation__partnership=partnership, on__lte=on)
    responses = Response.objects.filter(partnership=partnership).select_related("organisation", "board", "person")
    own = Action.objects.filter(pk=OuterRef("action"), partnership=partnership)
    # Asked for each link: as a condition of the join, SQLite tries every action of the partnership on every recommendation.
    answering = AnsweringAction.objects.filter(is_linked(on), Exists(own)).select_related("action")
    issued = Issued.objects.filter(partnership=partnership)
    made = (
        texts_of(partnership, on).select_related("partnership", "superseded_by").annotate(is_given_on=Exists(given_on))
    )
    return made.prefetch_related(
        "themes__theme", Prefetch("responses", responses), Prefetch("answering", answering), Prefetch("issued", issued)
    )


def texts_of(partnership: Partnership, on: date) -> QuerySet[Recommendation]:
    """The same register with no more than what a page of comparing shows: words and addressees. Five queries."""
    made = Q(made_on__isnull=True) | Q(made_on__lte=on)
    rows = Recommendation.objects.filter(made, in_register([partnership.pk], on)).select_related("partnership")
    return rows.prefetch_related("addressees__organisation", "addressees__post__organisation", "addressees__board")


def unanswered(partnership: Partnership, on: date) -> QuerySet[Recommendation]:
    """Nobody had answered by the day, neither in words nor by an action; a superseded one waits for nothing."""
    responses = Response.objects.filter(recommendation=OuterRef("pk"), partnership=partnership, on__lte=on)
    actions = AnsweringAction.objects.filter(
        is_linked(on), recommendation=OuterRef("pk"), action__partnership=partnership
    )
    return recommendations_of(partnership, on).filter(
        ~Exists(responses),
        ~Exists(actions),
        Q(is_given_on=False),
        Q(superseded_on__isnull=True) | Q(superseded_on__gt=on),
    )


def asked_on(one: Recommendation) -> date | None:
    """The day from which this partnership's answer counts: when it was issued to it, else when it was made."""
    return next((issued.on for issued in one.issued.all()), one.made_on)


def recommendation_in(partnership: Partnership, pk: int, on: date = date.max) -> Recommendation | None:
    return recommendations_of(partnership, on).filter(pk=pk).first()


Reach = dict[Reference, Grade | None]


def reach_of_register(partnership: Partnership, on: date) -> Reach:
    """How far this partnership's evidence reaches, for recommendations and for actions. Two queries."""
    kinds = (SUBJECT, ACTION)
    return {Reference(kind, pk): grade for kind in kinds for pk, grade in reach_in(partnership, kind, on).items()}


def reach_across(
    partnership_ids: Iterable[int], recommendation_id: int, action_ids: Iterable[int], on: date
) -> dict[int, Reach]:
    """How far each partnership's own evidence on one recommendation, and on actions that answer it, reaches. One query."""
    subjects = [Reference(SUBJECT, recommendation_id), *(Reference(ACTION, pk) for pk in action_ids)]
    grades: dict[int, dict[Reference, set[str]]] = {pk: {} for pk in partnership_ids}
    for reference, pieces in evidence_of(subjects, on).items():
        for piece in pieces:
            counts = piece.expires_on is None or piece.expires_on >= on
            if counts and piece.partnership_id in grades:
                grades[piece.partnership_id].setdefault(reference, set()).add(piece.grade)
    return {pk: {reference: highest(some) for reference, some in found.items()} for pk, found in grades.items()}


def states_of(found: Iterable[Recommendation], partnership: Partnership, on: date) -> dict[int, State]:
    """What became of each, in this partnership, by the day. `found` comes from `recommendations_of`. Two queries more."""
    reach = reach_of_register(partnership, on)
    return {
        one.pk: state_on(one, one.responses.all(), [link.action for link in one.answering.all()], reach, on)
        for one in found
    }


def state_on(
    one: Recommendation, responses: Iterable[Response], actions: Collection[Action], reach: Reach, on: date
) -> State:
    """What became of it by these answers, newest first, and these actions."""
    about = [Reference(SUBJECT, one.pk), *(Reference(ACTION, action.pk) for action in actions)]
    latest = next((Answer(said.answer) for said in responses if said.on <= on), None)
    return state_of(
        latest,
        [doing(action, on) for action in actions],
        has_impact=any(reach.get(reference) in IMPACT for reference in about),
        is_superseded=one.superseded_on is not None and one.superseded_on <= on,
        is_given_on=getattr(one, "is_given_on", False),
    )


def doing(action: Action, on: date) -> Doing:
    """How far an action was on a day. One that was closed later was under way."""
    if action.closed_on is not None and action.closed_on <= on:
        return Doing(is_done=action.status == Status.DONE, is_withdrawn=action.status == Status.WITHDRAWN)
    return Doing(is_begun=action.status != Status.OPEN)
