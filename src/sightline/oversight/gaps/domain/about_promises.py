"""How findings name priorities, plans, evidence, challenges, referrals and law."""

from datetime import date

from sightline.kernel.references import Reference
from sightline.kernel.workdays import working_days_between

from .about import short
from .facts_promises import (
    Asked,
    ChallengeFacts,
    ChangeFacts,
    EvidenceFacts,
    ObjectiveFacts,
    PlanFacts,
    PriorityFacts,
    ReferralFacts,
)
from .found import Found, Shown

YEAR, HALF_YEAR, QUARTER, MONTH = 365, 183, 91, 31  # days


def about_priority(priority: PriorityFacts, summary: str, shown: tuple[Shown, ...] = ()) -> Found:
    return Found(Reference("plan.priority", priority.id), priority.title, summary, shown)


def about_objective(priority: PriorityFacts, objective: ObjectiveFacts, summary: str) -> Found:
    label = f"{short(objective.text)} ({priority.title})"
    shown = (Shown(f"Objective of the priority: {priority.title}", Reference("plan.priority", priority.id)),)
    return Found(Reference("plan.objective", objective.id), label, summary, shown)


def about_plan(plan: PlanFacts, summary: str) -> Found:
    """Only of a plan that is recorded."""
    return Found(Reference("plan.plan", plan.plan_id or 0), plan.title, summary)


def about_format(plan: PlanFacts, summary: str) -> Found:
    """Of a plan that is not recorded: who owes it, and how sure Sightline is of what asks for it."""
    shown = [Shown("No plan of this kind is in the register, and nobody has said that it does not apply here.")]
    shown += [Shown(f"Owed by: {plan.owed_by}.")] if plan.owed_by else []
    shown += [] if plan.is_verified else [Shown("Sightline has not verified the exact wording of what asks for it.")]
    return Found(Reference("plan.format", plan.format_id), plan.title, summary, tuple(shown))


def about_evidence(evidence: EvidenceFacts, summary: str) -> Found:
    return Found(Reference("evidence.evidence", evidence.id), evidence.title, summary)


def about_asked(asked: Asked, summary: str, shown: tuple[Shown, ...] = ()) -> Found:
    label = f"{asked.source_title}: {short(asked.text)}"
    return Found(Reference("recommendations.recommendation", asked.id), label, summary, shown)


def about_challenge(challenge: ChallengeFacts, summary: str) -> Found:
    label = f"Challenge {challenge.number}: {short(challenge.about)}"
    return Found(Reference("challenges.challenge", challenge.id), label, summary)


def about_referral(referral: ReferralFacts, summary: str) -> Found:
    return Found(Reference("meetings.referral", referral.id), f"{referral.title}, to {referral.to}", summary)


def about_change(change: ChangeFacts, summary: str) -> Found:
    return Found(Reference("law.edition", change.edition_id), change.label, summary)


def about_register(kind: str, partnership_id: int, label: str, summary: str) -> Found:
    """A register as a whole, such as `progress.reviews`, named by its partnership."""
    return Found(Reference(kind, partnership_id), label, summary)


def working_days(since: date, on: date) -> str:
    """Such as "14 working days"."""
    number = working_days_between(since, on)
    return f"{number} working day{'' if number == 1 else 's'}"
