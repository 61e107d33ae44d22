"""Plans that are asked for: sent in, accepted, returned and sent in again, stale, and missing."""

from dataclasses import dataclass, field
from datetime import date

from sightline.foundation.accounts.models import User
from sightline.partnership.plan.commands import Part, review_plan, submit_plan
from sightline.partnership.plan.domain import Judgement, Outcome, Use
from sightline.partnership.plan.models import Plan, PlanFormat

from ..making import partnership_called
from .telling import HOME, SECOND, Tellers, post_called

VIOLENCE, NEGLECT, THRESHOLDS = "violence-reduction-action-plan", "neglect-strategy", "threshold-document"

OWNER = "Director of quality"


@dataclass(frozen=True, slots=True)
class Sent:
    """A plan as it was sent in. `left_out` are required sections that are not there, with what is said of them."""

    where: str
    format: str
    on: date
    adopted_on: date | None
    review: tuple[date, Judgement, Outcome, str] | None = None
    left_out: dict[str, str] = field(default_factory=dict)
    is_by_region: bool = True


OK = (Judgement.MEETS, Outcome.ACCEPTED)
BACK = (Judgement.IN_PART, Outcome.RETURNED)
NO_DIFFERENCE = {"What difference it made last year": "To be written when the figures are in."}
SENT = (
    Sent(HOME, VIOLENCE, date(2026, 5, 29), date(2026, 5, 12),
         (date(2026, 6, 18), *BACK, "Say what last year’s plan changed, and who leads each action."), NO_DIFFERENCE),
    Sent(HOME, VIOLENCE, date(2026, 7, 24), date(2026, 7, 14), (date(2026, 8, 6), *OK, "Clear owners now.")),
    Sent(HOME, NEGLECT, date(2024, 3, 22), date(2024, 3, 12), (date(2024, 4, 9), *OK, ""), {}, False),
    Sent(HOME, THRESHOLDS, date(2026, 9, 30), date(2026, 9, 15)),
    Sent(SECOND, VIOLENCE, date(2026, 6, 1), date(2026, 5, 20), (date(2026, 6, 18), *OK, "")),
    Sent("barnet", VIOLENCE, date(2026, 5, 27), date(2026, 5, 11), (date(2026, 6, 19), *OK, "A model for others.")),
    Sent("camden", VIOLENCE, date(2026, 6, 12), date(2026, 6, 2),
         (date(2026, 7, 1), *BACK, "The actions have no dates."), NO_DIFFERENCE),
    Sent("lambeth", VIOLENCE, date(2025, 5, 30), date(2025, 5, 13), (date(2025, 6, 20), *OK, "")),
    Sent("tower-hamlets", VIOLENCE, date(2026, 11, 12), date(2026, 11, 3)),
    Sent("greenwich", NEGLECT, date(2023, 9, 14), date(2023, 9, 5)),
    Sent("barnet", NEGLECT, date(2025, 10, 3), date(2025, 9, 23)),
)  # fmt: skip


def tell_required_plans(tellers: Tellers) -> None:
    if not Plan.objects.filter(partnership__slug=HOME).exists():
        for one in SENT:
            keepers = tellers if one.where == HOME else tellers.elsewhere()
            _send(one, keepers.manager, keepers.overseer if one.is_by_region else keepers.chair)


def _send(one: Sent, sender: User | None, reader: User | None) -> None:
    """Sent in by one person; its quality is looked at by another, of the region or of the partnership."""
    partnership = partnership_called(one.where)
    format_ = PlanFormat.objects.get(code=one.format, region=None, version=1)
    sections = list(format_.sections.all())
    plan = submit_plan(
        partnership=partnership,
        format=format_,
        on=one.on,
        adopted_on=one.adopted_on,
        owner_post=post_called(partnership, OWNER) if one.where == HOME else None,
        sections={s.pk: _part(s.title, s.is_required, one) for s in sections},
        by=sender,
    )
    if one.review is None:
        return
    on, judgement, outcome, comments = one.review
    review_plan(
        plan=plan,
        on=on,
        overall=judgement,
        outcome=outcome,
        comments=comments,
        judgements={s.pk: _judged(s.title, one) for s in sections if s.is_required},
        resubmit_by=date(2026, 7, 31) if outcome is Outcome.RETURNED else None,
        is_regional=one.is_by_region,
        by=reader,
    )


def _part(title: str, is_required: bool, one: Sent) -> Part:
    if title in one.left_out:
        return Part(Use.ABSENT, note=one.left_out[title])
    return Part(Use.PRESENT) if is_required else Part(Use.NOT_USED, note="Not used this year.")


def _judged(title: str, one: Sent) -> Part:
    return Part(judgement=Judgement.DOES_NOT if title in one.left_out else Judgement.MEETS)
