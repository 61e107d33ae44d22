"""Questions about challenges. What a person sees starts at `visible_to(viewer)`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from sightline.foundation.accounts.domain import Deed, Viewer
from sightline.foundation.accounts.models import Partnership
from sightline.kernel.due import Due
from sightline.kernel.references import Reference
from sightline.partnership.directory.models import Holding
from sightline.partnership.directory.queries import running_on
from sightline.partnership.governance.models import Membership

from .domain import DEFAULT_STAGES, KIND_LABELS, Course, Kind, Outcome, StageLine, StepKind, Told, course_of
from .models import Challenge, Policy, Step
from .policy import Voice

KIND = "challenges.challenge"
PARTIES = ("by_organisation", "by_post__organisation", "by_person", "to_organisation", "to_board", "theme")


def visible_to(viewer: Viewer) -> QuerySet[Challenge]:
    return Challenge.objects.filter(partnership__in=viewer.partnerships(Deed.READ))


def challenges_of(partnership: Partnership, on: date) -> QuerySet[Challenge]:
    """Every challenge raised by a day, with parties and steps: two queries however many."""
    return _whole().filter(partnership=partnership, raised_on__lte=on)


def _whole() -> QuerySet[Challenge]:
    return Challenge.objects.select_related(*PARTIES).prefetch_related(
        Prefetch("steps", Step.objects.select_related("by"))
    )


def challenge_in(partnership: Partnership, pk: int, on: date = date.max) -> Challenge | None:
    return challenges_of(partnership, on).filter(pk=pk).first()


def challenges_about(partnership: Partnership, reference: Reference, on: date) -> QuerySet[Challenge]:
    """Raised on a decision, meeting, action or finding: for the page of that thing."""
    return challenges_of(partnership, on).filter(about_kind=reference.kind, about_id=reference.id)


def course_on(challenge: Challenge, on: date) -> Course | None:
    return course_of((told(step) for step in challenge.steps.all()), on)


def told(step: Step) -> Told:
    return Told(
        StepKind(step.kind),
        step.on,
        step.stage,
        step.stage_name,
        step.is_formal,
        step.working_days,
        Outcome(step.outcome) if step.outcome else None,
    )


def policy_of(partnership: Partnership, on: date) -> Policy | None:
    rows = Policy.objects.filter(partnership=partnership, started_on__lte=on).select_related("document")
    return rows.prefetch_related("stages").first()


def policies_of(partnership: Partnership, on: date) -> list[Policy]:
    rows = Policy.objects.filter(partnership=partnership, started_on__lte=on).select_related("document")
    return list(rows.prefetch_related("stages"))


def stages_of(policy: Policy | None) -> tuple[StageLine, ...]:
    """The stages of a partnership's policy, or Sightline's default."""
    if policy is None:
        return DEFAULT_STAGES
    return tuple(StageLine(s.number, s.name, s.is_formal, s.working_days) for s in policy.stages.all())


def voice_of(viewer: Viewer, partnership: Partnership, on: date) -> Voice:
    """The agencies and boards that a signed-in person speaks for here; two queries."""
    if not viewer.is_signed_in:
        return Voice()
    person = {"person__account_id": viewer.user_id, "person__partnership": partnership}
    posts = Holding.objects.filter(running_on(on), **person).values_list("post__organisation_id", flat=True)
    seats = Membership.objects.filter(running_on(on), **person).values_list("seat__organisation_id", "seat__board_id")
    seated = list(seats)
    bodies = frozenset(posts) | frozenset(body for body, _ in seated if body)
    return Voice(bodies, frozenset(board for _, board in seated))


@dataclass(frozen=True, slots=True)
class ChallengeFacts:
    """What rules ask of one challenge on a day. `learning` is what was learned or why nothing was; "" is neither."""

    reference: Reference
    number: str
    kind: str
    by: str
    to: str
    raised_on: date
    stage: int
    stage_name: str
    days_at_stage: int
    allowed: int | None
    is_beyond: bool
    days: int
    answered_on: date | None
    outcome: Outcome | None
    resolved_on: date | None
    closed_on: date | None
    learning: str


def challenge_facts(partnership: Partnership, on: date) -> list[ChallengeFacts]:
    """One row for each challenge raised by a day; two queries. For the rules of gaps."""
    rows = ((challenge, course_on(challenge, on)) for challenge in challenges_of(partnership, on))
    return [_facts(challenge, course) for challenge, course in rows if course is not None and course.now_at is not None]


def _facts(challenge: Challenge, course: Course) -> ChallengeFacts:
    now = course.now_at
    assert now is not None
    return ChallengeFacts(
        Reference(KIND, challenge.pk),
        challenge.number,
        KIND_LABELS[Kind(challenge.kind)],
        by_words(challenge),
        to_words(challenge),
        challenge.raised_on,
        now.number,
        now.name,
        now.days,
        now.allowed,
        course.is_beyond,
        course.days,
        course.answered_on,
        course.outcome,
        course.resolved_on,
        course.closed_on,
        (challenge.learning or challenge.no_learning_because) if course.closed_on else "",
    )


def by_words(challenge: Challenge) -> str:
    """Who raised it: the post before the agency, the agency before the person."""
    return str(challenge.by_post or challenge.by_organisation or challenge.by_person)


def to_words(challenge: Challenge) -> str:
    return str(challenge.to_organisation or challenge.to_board)


def by_agency(challenge: Challenge) -> str:
    body = challenge.by_organisation or (challenge.by_post.organisation if challenge.by_post else None)
    return body.name if body else "No agency"


def due_things(partnership_ids: Iterable[int], on: date) -> list[Due]:
    """What open challenges wait for, and from whom: an answer from the challenged, then a word from who raised it."""
    rows = _whole().filter(partnership__in=list(partnership_ids), closed_on__isnull=True, raised_on__lte=on)
    found = ((challenge, course_on(challenge, on)) for challenge in rows)
    return [_due(challenge, course) for challenge, course in found if course and course.now_at and course.is_open]


def _due(challenge: Challenge, course: Course) -> Due:
    waits_for_answer = course.waits and course.is_running
    asks = "Answer the challenge, or say when you will."
    posts, bodies, people = (), tuple(filter(None, (challenge.to_organisation_id,))), ()
    if not waits_for_answer:
        asks = "Say whether the answer settles it, or move it up a stage."
        if not course.is_running:
            asks = "Say what was learned, or that nothing was and why, so that it can be closed."
        posts = tuple(filter(None, (challenge.by_post_id,)))
        bodies = () if posts else tuple(filter(None, (challenge.by_organisation_id,)))
        people = () if posts or bodies else tuple(filter(None, (challenge.by_person_id,)))
    return Due(
        Reference(KIND, challenge.pk),
        challenge.partnership_id,
        str(challenge),
        asks,
        course.now_at.due_on if course.now_at and course.is_running else None,
        posts,
        bodies,
        people,
    )


def first_raised(partnership: Partnership) -> date | None:
    return (
        Challenge.objects.filter(partnership=partnership)
        .order_by("raised_on")
        .values_list("raised_on", flat=True)
        .first()
    )


def is_open_on(on: date) -> Q:
    return Q(closed_on__isnull=True) | Q(closed_on__gt=on)
