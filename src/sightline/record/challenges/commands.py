"""Verbs of challenges."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.library.models import Document
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.references import Reference
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Person, Post
from sightline.partnership.governance.models import Board
from sightline.partnership.plan.models import Theme

from .domain import Kind, Outcome, StageLine, StepKind, case_words
from .models import Challenge, Policy, Stage, Step
from .queries import KIND, policy_of, stages_of

NO_CASE = "This log holds no case. Say what is wrong between the partners, not in which case it showed."


@dataclass(frozen=True, slots=True)
class About:
    """What a challenge is about, where the record holds it: a decision, a meeting, an action, a finding."""

    reference: Reference
    label: str


@dataclass(frozen=True, slots=True)
class Raiser:
    """Who raises: as many of the three as are known; a post or an agency outlives the person."""

    organisation: Organisation | None = None
    post: Post | None = None
    person: Person | None = None


def refuse_case(**texts: str) -> None:
    """Refuses words that tell of a child or of a case; the name is the field at fault."""
    refuse_child_details(**texts)
    for field, text in texts.items():
        if why := case_words(text):
            raise Refused(f"This looks like a case: {why}. {NO_CASE}", field)


def _said(text: str, reason: str, field: str) -> str:
    if not text.strip():
        raise Refused(reason, field)
    refuse_case(**{field: text})
    return text.strip()


@deed
def raise_challenge(
    *,
    partnership: Partnership,
    kind: Kind,
    about: str,
    raiser: Raiser,
    challenged: Organisation | Board,
    on: date,
    by: User | None,
    asked_for: str = "",
    about_what: About | None = None,
    theme: Theme | None = None,
    scrutineer_informed_on: date | None = None,
) -> Challenge:
    """A new challenge at the first stage of the partnership's policy; it gets the next number of its year."""
    if raiser == Raiser():
        raise Refused("Choose which post, agency or person raises it.", "raised_by")
    _check_belongs(partnership, raiser, challenged, theme)
    about = _said(about, "Say in a sentence what the challenge is about.", "about")
    refuse_case(asked_for=asked_for, about_label=about_what.label if about_what else "")
    challenge = kept(
        Challenge(
            partnership=partnership,
            number=_next_number(partnership, on),
            kind=kind,
            about=about,
            asked_for=asked_for.strip(),
            about_kind=about_what.reference.kind if about_what else "",
            about_id=about_what.reference.id if about_what else None,
            about_label=about_what.label[:200] if about_what else "",
            theme=theme,
            raised_on=on,
            by_organisation=raiser.organisation,
            by_post=raiser.post,
            by_person=raiser.person,
            to_organisation=challenged if isinstance(challenged, Organisation) else None,
            to_board=challenged if isinstance(challenged, Board) else None,
        )
    )
    _step(challenge, StepKind.RAISED, on, "", by, stage=stages_of(policy_of(partnership, on))[0])
    if scrutineer_informed_on is not None:
        inform_scrutineer(challenge=challenge, on=scrutineer_informed_on, by=by)
    _index(challenge)
    return challenge


def _check_belongs(
    partnership: Partnership, raiser: Raiser, challenged: Organisation | Board, theme: Theme | None
) -> None:
    for thing, field in (
        (raiser.organisation, "raised_by"),
        (raiser.post, "raised_by"),
        (raiser.person, "raised_by"),
        (challenged, "challenged"),
    ):
        if thing is not None and thing.partnership_id not in (None, partnership.pk):
            raise Refused(f"{thing} belongs to another partnership. Choose from this partnership’s own.", field)
    if theme is not None and theme.region_id not in (None, partnership.pk, partnership.overseen_by_id):
        raise Refused(f"{theme} is a theme of another region.", "theme")
    agency = raiser.organisation or (raiser.post.organisation if raiser.post else None)
    if agency is not None and agency == challenged:
        raise Refused("An agency cannot challenge itself. Choose whom it challenges.", "challenged")


def _next_number(partnership: Partnership, on: date) -> str:
    """Year and place in it (2026-3), above every number that is kept of that year."""
    numbers = Challenge.objects.filter(partnership=partnership, number__startswith=f"{on.year}-")
    last = max((int(n.rpartition("-")[2]) for n in numbers.values_list("number", flat=True)), default=0)
    return f"{on.year}-{last + 1}"


def _step(
    challenge: Challenge,
    kind: StepKind,
    on: date,
    words: str,
    by: User | None,
    stage: StageLine | None = None,
    outcome: Outcome | None = None,
) -> Step:
    last = challenge.steps.order_by("-on", "-id").first()
    if last is not None and on < last.on:
        raise Refused(
            f"The last thing told of this challenge is of {last.on:%-d %B %Y}. Give that day or a later one.", "on"
        )
    step = Step(challenge=challenge, kind=kind, on=on, words=words.strip(), outcome=outcome or "", by=by)
    if stage is not None:
        step.stage, step.stage_name = stage.number, stage.name
        step.is_formal, step.working_days = stage.is_formal, stage.working_days
    return kept(step)


def _running(challenge: Challenge, deed_words: str) -> None:
    if challenge.outcome:
        raise Refused(f"This challenge is settled, so it cannot be {deed_words}. Open it again first.")


@deed
def answer_challenge(*, challenge: Challenge, words: str, on: date, by: User | None) -> Step:
    """The answer of whoever is challenged. A second answer, after a move up, is a step of its own."""
    _running(challenge, "answered")
    return _step(challenge, StepKind.ANSWERED, on, _said(words, "Write the answer.", "words"), by)


@deed
def inform_scrutineer(*, challenge: Challenge, on: date, by: User | None, words: str = "") -> Step:
    refuse_case(words=words)
    return _step(challenge, StepKind.INFORMED, on, words, by)


@deed
def move_up(*, challenge: Challenge, why: str, on: date, by: User | None) -> Step:
    """To the next stage of the policy in force on the day. Its limit is kept with the step."""
    _running(challenge, "moved up")
    now = _stage_now(challenge)
    after = [one for one in stages_of(policy_of(challenge.partnership, on)) if one.number > now]
    if not after:
        raise Refused("This is the last stage of the policy. Settle the challenge, or set more stages.")
    return _step(challenge, StepKind.MOVED, on, _said(why, "Say why it moves up.", "why"), by, stage=after[0])


def _stage_now(challenge: Challenge) -> int:
    return challenge.steps.filter(stage__gt=0).order_by("-on", "-id").values_list("stage", flat=True)[0]


@deed
def resolve_challenge(
    *, challenge: Challenge, outcome: Outcome, what_changed: str, on: date, by: User | None
) -> Challenge:
    """Settles it: the clock of its stage stops. What was learned is said when it is closed."""
    _running(challenge, "settled again")
    refuse_case(what_changed=what_changed)
    if outcome not in (Outcome.NOT_UPHELD, Outcome.WITHDRAWN) and not what_changed.strip():
        raise Refused("Say what changed, or that nothing did.", "what_changed")
    challenge.outcome, challenge.what_changed = outcome, what_changed.strip()
    kept(challenge)
    _step(challenge, StepKind.RESOLVED, on, what_changed, by, outcome=outcome)
    _index(challenge)
    return challenge


@deed
def close_challenge(
    *, challenge: Challenge, on: date, by: User | None, learning: str = "", no_learning_because: str = ""
) -> Challenge:
    """Needs an outcome, and what was learned or why nothing was."""
    if challenge.closed_on is not None:
        raise Refused("This challenge is closed already.")
    if not challenge.outcome:
        raise Refused("Say first how it was settled: a challenge is closed with its outcome.")
    if bool(learning.strip()) == bool(no_learning_because.strip()):
        raise Refused("Say what was learned, or why there is nothing to learn: one of the two.", "learning")
    refuse_case(learning=learning, no_learning_because=no_learning_because)
    challenge.learning, challenge.no_learning_because = learning.strip(), no_learning_because.strip()
    challenge.closed_on = on
    kept(challenge)
    _step(challenge, StepKind.CLOSED, on, learning or f"Nothing to learn, because: {no_learning_because}", by)
    _index(challenge)
    return challenge


@deed
def reopen_challenge(*, challenge: Challenge, why: str, on: date, by: User | None) -> Challenge:
    """Back to the stage it stood at, with its clock running anew; outcome and learning are to be said again."""
    if not challenge.outcome:
        raise Refused("This challenge is open.")
    why = _said(why, "Say why it is open again.", "why")
    last = challenge.steps.filter(stage__gt=0).order_by("-on", "-id")[0]
    stage = StageLine(last.stage, last.stage_name, last.is_formal, last.working_days)
    challenge.outcome = challenge.what_changed = challenge.learning = challenge.no_learning_because = ""
    challenge.closed_on = None
    kept(challenge)
    _step(challenge, StepKind.REOPENED, on, why, by, stage=stage)
    _index(challenge)
    return challenge


@deed
def correct_challenge(
    *,
    challenge: Challenge,
    by: User | None,
    kind: Kind | None = None,
    about: str | None = None,
    asked_for: str | None = None,
    theme: Theme | None = None,
) -> Challenge:
    """Mends what was written down wrongly; the trail keeps the words before. `theme` None takes the theme away."""
    _check_belongs(challenge.partnership, Raiser(), challenge.to_organisation or challenge.to_board, theme)
    challenge.kind = kind or challenge.kind
    if about is not None:
        challenge.about = _said(about, "Say in a sentence what the challenge is about.", "about")
    if asked_for is not None:
        refuse_case(asked_for=asked_for)
        challenge.asked_for = asked_for.strip()
    challenge.theme = theme
    kept(challenge)
    _index(challenge)
    return challenge


@deed
def remove_challenge(*, challenge: Challenge, by: User | None) -> None:
    """For one entered by mistake, while nobody has answered it; the trail keeps it."""
    if challenge.steps.exclude(kind__in=(StepKind.RAISED, StepKind.INFORMED)).exists():
        raise Refused("This challenge has gone further already. Settle it as withdrawn instead, and say why.")
    unindex(kind=KIND, id=challenge.pk)
    challenge.delete()


@deed
def set_stages(
    *,
    partnership: Partnership,
    name: str,
    stages: Sequence[StageLine],
    on: date,
    by: User | None,
    dated_on: date | None = None,
    document: Document | None = None,
) -> Policy:
    """The stages of the partnership's own policy, from a day. Challenges keep the limits of the stages they were in."""
    if not name.strip():
        raise Refused("Give the name of your escalation policy.", "name")
    if not stages:
        raise Refused("A policy has at least one stage.", "stages")
    refuse_child_details(name=name, stages="; ".join(one.name for one in stages))
    if document is not None and document.partnership_id != partnership.pk:
        raise Refused("That document belongs to another partnership.", "document")
    policy = Policy.objects.filter(partnership=partnership, started_on=on).first() or Policy(partnership=partnership)
    policy.name, policy.dated_on, policy.document, policy.started_on = name.strip(), dated_on, document, on
    kept(policy)
    policy.stages.all().delete()
    for one in stages:
        kept(
            Stage(
                policy=policy,
                number=one.number,
                name=one.name,
                is_formal=one.is_formal,
                working_days=one.working_days,
            )
        )
    return policy


def _index(challenge: Challenge) -> None:
    index_entry(
        kind=KIND,
        id=challenge.pk,
        partnership=challenge.partnership,
        title=str(challenge),
        text=f"{challenge.about} {challenge.asked_for} {challenge.what_changed} {challenge.learning}",
        dated_on=challenge.raised_on,
    )
