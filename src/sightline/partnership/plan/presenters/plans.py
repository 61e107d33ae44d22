"""Plans that are asked for: a partnership's register of them, one plan with its sections and reviews."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from sightline.foundation.accounts.models import Partnership
from sightline.foundation.design.tables import Cell, Column, Filter, Row, Table, row
from sightline.kernel.sources import stated
from sightline.partnership.directory.presenters.words import period, said

from ..domain import (
    JUDGEMENT_LABELS,
    OBLIGATION_LABELS,
    OUTCOME_LABELS,
    USE_LABELS,
    Judgement,
    Obligation,
    Outcome,
    Use,
)
from ..domain.plans import PLAN_STATE_LABELS, PlanState
from ..models import Plan, PlanFormat, PlanReview
from ..queries import PlanRow, plan_state

STATE_TAGS = {
    PlanState.MISSING: "red",
    PlanState.NONE_KNOWN: "grey",
    PlanState.NOT_NEEDED: "grey",
    PlanState.RETURNED: "orange",
    PlanState.EXPIRED: "red",
    PlanState.STALE: "yellow",
    PlanState.UNDER_REVIEW: "blue",
    PlanState.ACCEPTED: "green",
    PlanState.SUPERSEDED: "grey",
}
JUDGEMENT_TAGS = {Judgement.MEETS: "green", Judgement.IN_PART: "yellow", Judgement.DOES_NOT: "red"}
USE_TAGS = {Use.PRESENT: "green", Use.ABSENT: "red", Use.NOT_USED: "grey"}
NOT_SAID = Cell(text="Not said", unknown=True)


def state_cell(state: PlanState, note: str = "") -> Cell:
    return Cell(text=PLAN_STATE_LABELS[state], tag=STATE_TAGS[state], note=note)


def register_table(rows: Iterable[PlanRow], slug: str, path: str) -> Table:
    return Table(
        caption="Plans that are asked for",
        columns=(
            Column("plan", "Plan"),
            Column("asked", "Asked for by"),
            Column("state", "How it stands"),
            Column("version", "Version", numeric=True),
            Column("adopted", "Adopted"),
            Column("review", "Review by"),
            Column("owner", "Owner"),
            Column("sections", "Sections"),
        ),
        rows=tuple(_register_row(one, slug) for one in rows),
        filters=(Filter("state", "How it stands"), Filter("asked", "Asked for by")),
        searchable=True,
        sort="plan",
        export_href=path,
        empty="No format of a plan is kept for this day.",
        note="A plan that nobody demands and nobody recorded is not known; it is not called missing.",
    )


def _register_row(one: PlanRow, slug: str) -> Row:
    plan, format = one.plan, one.format
    href = plan_href(slug, plan.pk) if plan else format_href(slug, format.pk)
    asked = OBLIGATION_LABELS[Obligation(format.obligation)]
    note = one.reason or _review_words(one.review)
    return row(
        Cell(text=format.title, href=href, note=plan.title if plan and plan.title != format.title else ""),
        Cell(text=asked, note=basis_words(format)),
        state_cell(one.state, note),
        plan.version if plan else None,
        plan.adopted_on if plan else None,
        review_by(plan) if plan else None,
        owner_words(plan) or (Cell(text="Nobody yet", unknown=True) if plan else None),
        sections_cell(one),
        facets={"state": PLAN_STATE_LABELS[one.state], "asked": asked},
    )


def basis_words(format: PlanFormat) -> str:
    law = format.basis.label if format.basis else ""
    return f"{law} (unverified)" if law and not format.is_verified else law


def review_by(plan: Plan) -> date | None:
    return min((day for day in (plan.review_on, plan.expires_on) if day is not None), default=None)


def owner_words(plan: Plan | None) -> str:
    if plan is None:
        return ""
    return "; ".join(str(one) for one in (plan.owner_post, plan.board) if one is not None)


def sections_cell(one: PlanRow) -> Cell | None:
    """How many of the sections are in the plan; what is left out or not said shows."""
    parts = one.format.parts
    if one.plan is None or not parts:
        return None
    if not one.said:
        return NOT_SAID
    left = [f"{one.absent} left out" if one.absent else "", f"{one.unused} optional not used" if one.unused else ""]
    silent = parts - one.said
    note = ", ".join(filter(None, (*left, f"{silent} not said" if silent > 0 else "")))
    return Cell(text=f"{one.present} of {parts}", value=one.present, note=note)


def _review_words(review: PlanReview | None) -> str:
    if review is None:
        return ""
    by = "the region" if review.is_regional else "the partnership"
    return f"{JUDGEMENT_LABELS[Judgement(review.overall)]}, {by} on {said(review.reviewed_on)}"


def plan_href(slug: str, pk: int) -> str:
    return reverse("plan:plan", args=[slug, pk])


def format_href(slug: str, pk: int) -> str:
    return reverse("plan:plans_of", args=[slug, pk])


@dataclass(frozen=True)
class FormatPage:
    """What is asked for, and what a partnership has against it."""

    id: int
    title: str
    purpose: str
    facts: tuple[dict[str, Any], ...]
    sections: Table
    plans: Table | None
    waived: str
    is_in_use: bool
    is_used: bool
    crumbs: tuple[dict[str, str], ...]


def format_page(
    format: PlanFormat,
    plans: Sequence[Plan] | None,
    waived: str,
    slug: str,
    on: date,
    crumbs: tuple[dict[str, str], ...],
    is_used: bool = False,
) -> FormatPage:
    return FormatPage(
        format.pk,
        format.title,
        format.purpose,
        _format_facts(format),
        sections_asked(format),
        _versions_table(plans, slug, on) if plans is not None else None,
        waived,
        format.ended_on is None or format.ended_on > on,
        is_used,
        crumbs,
    )


def _format_facts(format: PlanFormat) -> tuple[dict[str, Any], ...]:
    source = stated(format.source)
    months = f"Every {format.review_months} months" if format.review_months else ""
    return (
        {"term": "Asked for by", "value": OBLIGATION_LABELS[Obligation(format.obligation)]},
        {"term": "Who must have it", "value": format.owed_by},
        {"term": "Based on", "value": basis_words(format) or format.basis_words, "note": _basis_note(format)},
        {"term": "Reviewed", "value": months},
        {"term": "Version of the format", "value": str(format.version)},
        {"term": "In use", "value": period(format.started_on, format.ended_on) or "From the beginning"},
        *(({"term": "Source", "value": source.text, "href": source.href, "note": source.rest},) if source.text else ()),
    )


def _basis_note(format: PlanFormat) -> str:
    return format.basis_words if format.basis else "" if format.is_verified else "Unverified"


def sections_asked(format: PlanFormat) -> Table:
    return Table(
        caption="What the plan holds",
        columns=(Column("section", "Section"), Column("asks", "What it asks for"), Column("kind", "Asked or offered")),
        rows=tuple(
            row(one.title, one.asks, "Every plan" if one.is_required else "Optional") for one in format.sections.all()
        ),
        name="asked",
        page_size=0,
        empty="This format has no sections.",
    )


def _versions_table(plans: Sequence[Plan], slug: str, on: date) -> Table:
    return Table(
        caption="Submitted, the newest first",
        columns=(
            Column("version", "Version", numeric=True),
            Column("plan", "Plan"),
            Column("submitted", "Submitted"),
            Column("adopted", "Adopted"),
            Column("review", "Review by"),
            Column("state", "How it stands"),
        ),
        rows=tuple(
            row(
                one.version,
                Cell(text=one.title, href=plan_href(slug, one.pk)),
                one.submitted_on,
                one.adopted_on,
                review_by(one),
                state_cell(plan_state(one, on)),
            )
            for one in plans
        ),
        name="versions",
        empty="Nothing has been submitted by this day.",
        row_headers=False,
    )


@dataclass(frozen=True)
class ReviewShown:
    id: int
    title: str
    overall: Cell
    comments: str
    resubmit_by: str
    remove_href: str = ""


@dataclass(frozen=True)
class PlanPage:
    id: int
    format_id: int
    title: str
    caption: str
    state: Cell
    facts: tuple[dict[str, Any], ...]
    sections: Table
    reviews: tuple[ReviewShown, ...]
    is_newest: bool
    is_returned: bool
    crumbs: tuple[dict[str, str], ...]


def plan_page(
    plan: Plan,
    reviews: Sequence[PlanReview],
    document_href: str,
    scope: Partnership,
    on: date,
    path: str,
    crumbs: tuple[dict[str, str], ...],
    *,
    is_own: bool,
    may_take_back: bool = False,
) -> PlanPage:
    """`may_take_back`: whether the viewer's side may remove a review that it wrote down by mistake."""
    state = plan_state(plan, on)
    return PlanPage(
        id=plan.pk,
        format_id=plan.format_id,
        title=plan.title,
        caption=f"{plan.format.title}, version {plan.version}"
        if plan.title != plan.format.title
        else f"Version {plan.version}",
        state=state_cell(state),
        facts=tuple(_plan_facts(plan, document_href, scope.slug, on, is_own)),
        sections=_plan_sections(plan, reviews, path),
        reviews=tuple(
            _review_shown(one, scope, may_take_back and one.is_regional is not is_own) for one in reversed(reviews)
        ),
        is_newest=state is not PlanState.SUPERSEDED,
        is_returned=state is PlanState.RETURNED,
        crumbs=crumbs,
    )


def _plan_facts(plan: Plan, document_href: str, slug: str, on: date, is_own: bool) -> Iterable[dict[str, Any]]:
    yield {"term": "Adopted", "value": said(plan.adopted_on)}
    yield {"term": "Review by", "value": said(plan.review_on)}
    if plan.expires_on:
        yield {"term": "Expires", "value": said(plan.expires_on)}
    yield {"term": "Owner", "value": owner_words(plan)}
    yield {"term": "Submitted", "value": said(plan.submitted_on), "note": f"by {plan.submitted_by or 'Sightline'}"}
    if document_href and plan.document:
        yield {"term": "Document", "value": plan.document.title, "href": document_href}
    elif plan.link:
        yield {"term": "Published at", "value": stated(plan.link).text or plan.link, "href": plan.link}
    else:
        yield {"term": "Document", "value": ""}
    if is_own and plan.follows:
        yield {"term": "Follows", "value": f"Version {plan.follows.version}", "href": plan_href(slug, plan.follows_id)}
    following = getattr(plan, "followed_by", None)
    if is_own and following is not None and following.submitted_on <= on:
        yield {"term": "Superseded by", "value": f"Version {following.version}", "href": plan_href(slug, following.pk)}


def _plan_sections(plan: Plan, reviews: Sequence[PlanReview], path: str) -> Table:
    uses = {one.section_id: one for one in plan.sections.all()}
    judged = {one.section_id: one for one in reviews[-1].judgements.all()} if reviews else {}
    return Table(
        caption="Sections",
        columns=(
            Column("section", "Section"),
            Column("kind", "Asked or offered"),
            Column("use", "In this plan"),
            Column("judged", "Last quality review"),
        ),
        rows=tuple(
            row(
                Cell(text=one.title, note=one.asks),
                "Every plan" if one.is_required else "Optional",
                _use_cell(uses.get(one.pk)),
                _judged_cell(judged.get(one.pk)),
            )
            for one in plan.format.sections.all()
        ),
        name="sections",
        page_size=0,
        export_href=path,
        empty="This format has no sections.",
    )


def _use_cell(said_of: Any) -> Cell:
    if said_of is None:
        return NOT_SAID
    use = Use(said_of.use)
    return Cell(text=USE_LABELS[use], tag=USE_TAGS[use], note=said_of.note)


def _judged_cell(judged: Any) -> Cell:
    if judged is None:
        return Cell(text="Not judged", value="")
    judgement = Judgement(judged.judgement)
    return Cell(text=JUDGEMENT_LABELS[judgement], tag=JUDGEMENT_TAGS[judgement], note=judged.comment)


def _review_shown(review: PlanReview, scope: Partnership, may_remove: bool) -> ReviewShown:
    overall, outcome = Judgement(review.overall), OUTCOME_LABELS[Outcome(review.outcome)]
    by = "The region" if review.is_regional else "A second person of the partnership"
    return ReviewShown(
        review.pk,
        f"{outcome} on {said(review.reviewed_on)}",
        Cell(
            text=JUDGEMENT_LABELS[overall],
            tag=JUDGEMENT_TAGS[overall],
            note=f"{by}: {review.reviewed_by or 'Sightline'}",
        ),
        review.comments,
        said(review.resubmit_by),
        review_removal_href(review, scope) if may_remove else "",
    )


def review_removal_href(review: PlanReview, scope: Partnership) -> str:
    if review.is_regional:
        return reverse("plan:region_remove_review", args=[review.plan_id, review.pk])
    return reverse("plan:remove_review", args=[scope.slug, review.plan_id, review.pk])
