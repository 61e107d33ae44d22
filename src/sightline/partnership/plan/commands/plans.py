"""Plans that are asked for: formats in versions, submissions, reviews of their quality."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import ProtectedError

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.library.models import Document
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.periods import months_after
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Post
from sightline.partnership.governance.models import Board

from ..domain import Judgement, Outcome, Use
from ..models import NotNeeded, Plan, PlanFormat, PlanReview, PlanSection, SectionJudgement
from ..queries.vocabulary import region_for


@dataclass(frozen=True, slots=True)
class Part:
    """What a plan does with a section (`use`), or how a reviewer judges it (`judgement`), with a note."""

    use: Use | None = None
    judgement: Judgement | None = None
    note: str = ""


@deed
def submit_plan(
    *,
    partnership: Partnership,
    format: PlanFormat,
    on: date,
    by: User | None,
    title: str = "",
    adopted_on: date | None = None,
    review_on: date | None = None,
    expires_on: date | None = None,
    owner_post: Post | None = None,
    board: Board | None = None,
    document: Document | None = None,
    link: str = "",
    sections: Mapping[int, Part] | None = None,
) -> Plan:
    """A plan on a version of its format, or the next one: it follows the newest there is and stands in its place.

    Without a day for its review, the interval of the format is counted from its adoption.
    """
    if format.region_id not in (None, region_for(partnership)):
        raise Refused(f"{format} is another region's format.", "format")
    if format.ended_on is not None and format.ended_on <= on:
        raise Refused("This version of the format is no longer in use. Submit on the newest.", "format")
    _check_owners(partnership, owner_post, board, document)
    before = _newest(partnership, format)
    if before is not None and on < before.submitted_on:
        raise Refused("A newer plan is recorded already. Choose a day on or after it.", "submitted_on")
    if review_on is None and adopted_on is not None and format.review_months:
        review_on = months_after(adopted_on, format.review_months)
    plan = _keep(
        Plan(
            partnership=partnership,
            format=format,
            title=title.strip() or format.title,
            version=before.version + 1 if before else 1,
            follows=before,
            submitted_on=on,
            submitted_by=by,
            adopted_on=adopted_on,
            review_on=review_on,
            expires_on=expires_on,
            owner_post=owner_post,
            board=board,
            document=document,
            link=link,
        )
    )
    if sections is None and before is not None:
        sections = {one.section_id: Part(Use(one.use), note=one.note) for one in before.sections.all()}
    mark_sections(plan=plan, sections=sections or {}, by=by)
    return plan


def _newest(partnership: Partnership, format: PlanFormat) -> Plan | None:
    rows = Plan.objects.filter(partnership=partnership, format__code=format.code, format__region=format.region_id)
    return rows.order_by("-version").first()


def _check_owners(
    partnership: Partnership, owner_post: Post | None, board: Board | None, document: Document | None
) -> None:
    for thing, field in ((owner_post, "owner_post"), (board, "board"), (document, "document")):
        if thing is not None and thing.partnership_id != partnership.pk:
            raise Refused(f"{thing} belongs to another partnership.", field)


@deed
def correct_plan(
    *,
    plan: Plan,
    by: User | None,
    title: str,
    adopted_on: date | None = None,
    review_on: date | None = None,
    expires_on: date | None = None,
    owner_post: Post | None = None,
    board: Board | None = None,
    document: Document | None = None,
    link: str = "",
) -> Plan:
    _check_owners(plan.partnership, owner_post, board, document)
    plan.title = title.strip() or plan.format.title
    plan.adopted_on, plan.review_on, plan.expires_on = adopted_on, review_on, expires_on
    plan.owner_post, plan.board, plan.document, plan.link = owner_post, board, document, link
    return _keep(plan)


@deed
def mark_sections(*, plan: Plan, sections: Mapping[int, Part], by: User | None) -> None:
    """What the plan does with each section, by the section's id; one without a `use` goes back to not said."""
    known = {section.pk: section for section in plan.format.sections.all()}
    held = {one.section_id: one for one in plan.sections.all()}
    for pk, part in sections.items():
        if pk not in known:
            continue
        if part.use is None:
            if pk in held:
                held[pk].delete()
            continue
        _mark(held.get(pk) or PlanSection(plan=plan, section=known[pk]), part)


def _mark(row: PlanSection, part: Part) -> None:
    refuse_child_details(note=part.note)
    if part.use is Use.NOT_USED and row.section.is_required:
        raise Refused(f"‘{row.section}’ is asked of every plan. Say that it is left out, and why.", "note")
    row.use, row.note = part.use, part.note.strip()
    kept(row)


@deed
def review_plan(
    *,
    plan: Plan,
    on: date,
    overall: Judgement,
    outcome: Outcome,
    by: User | None,
    comments: str = "",
    judgements: Mapping[int, Part] | None = None,
    resubmit_by: date | None = None,
    is_regional: bool = False,
) -> PlanReview:
    """A second pair of eyes: never those of the person who submitted it."""
    refuse_child_details(comments=comments)
    if by is not None and plan.submitted_by_id == by.pk:
        raise Refused("You submitted this plan. Someone else reviews its quality.")
    if Plan.objects.filter(follows=plan).exists():
        raise Refused("A newer version of this plan was submitted. Review that one.")
    if on < plan.submitted_on:
        raise Refused("It cannot be reviewed before it was submitted.", "reviewed_on")
    if outcome is Outcome.RETURNED and not comments.strip():
        raise Refused("Say what is to be mended before it is sent in again.", "comments")
    review = kept(
        PlanReview(
            plan=plan,
            reviewed_on=on,
            reviewed_by=by,
            is_regional=is_regional,
            overall=overall,
            outcome=outcome,
            comments=comments.strip(),
            resubmit_by=resubmit_by if outcome is Outcome.RETURNED else None,
        )
    )
    _judge(review, judgements or {})
    return review


def _judge(review: PlanReview, judgements: Mapping[int, Part]) -> None:
    known = {section.pk: section for section in review.plan.format.sections.all()}
    for pk, part in judgements.items():
        if pk in known and part.judgement is not None:
            refuse_child_details(comment=part.note)
            row = SectionJudgement(
                review=review, section=known[pk], judgement=part.judgement, comment=part.note.strip()
            )
            kept(row)


@deed
def remove_review(*, review: PlanReview, by: User | None) -> None:
    """For one written down by mistake; the trail keeps it."""
    if Plan.objects.filter(follows=review.plan).exists():
        raise Refused("The plan was sent in again after this review. It stays.")
    review.delete()


@deed
def remove_plan(*, plan: Plan, by: User | None) -> None:
    """For one entered by mistake; the trail keeps it. Refused once it was reviewed or followed."""
    pk = plan.pk
    try:
        plan.delete()
    except ProtectedError as held:
        raise Refused("This plan was reviewed, or another follows it. Submit the next version instead.") from held
    unindex(kind="plan.plan", id=pk)


@deed
def say_not_needed(
    *, partnership: Partnership, format: PlanFormat, reason: str, on: date, by: User | None
) -> NotNeeded:
    """The partnership's word that a plan does not apply to it, with the reason."""
    refuse_child_details(reason=reason)
    if not reason.strip():
        raise Refused("Say why the plan does not apply here.", "reason")
    _end_waivers(partnership, format, on)
    return kept(NotNeeded(partnership=partnership, format=format, reason=reason.strip(), started_on=on))


@deed
def say_needed(*, partnership: Partnership, format: PlanFormat, on: date, by: User | None) -> None:
    _end_waivers(partnership, format, on)


def _end_waivers(partnership: Partnership, format: PlanFormat, on: date) -> None:
    rows = NotNeeded.objects.filter(partnership=partnership, format__code=format.code, format__region=format.region_id)
    for row in rows.filter(ended_on__isnull=True):
        row.ended_on = on
        kept(row)


def _keep(plan: Plan) -> Plan:
    for day, field in ((plan.review_on, "review_on"), (plan.expires_on, "expires_on")):
        if day is not None and plan.adopted_on is not None and day < plan.adopted_on:
            raise Refused("This day lies before the plan was adopted.", field)
    kept(plan)
    index_entry(
        kind="plan.plan",
        id=plan.pk,
        partnership=plan.partnership,
        title=f"{plan.title} (version {plan.version})",
        text=f"{plan.format.title} {plan.format.purpose}",
        dated_on=plan.adopted_on or plan.submitted_on,
    )
    return plan
