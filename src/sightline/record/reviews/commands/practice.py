"""Verbs of practice reviews on the template."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.library.commands import unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation, Post

from ..domain import ReviewKind
from ..domain.practice import NEWEST_EDITION, PanelPart, Parallel, sections_of
from ..models import PanelSeat, PracticeReview, PracticeReviewer, PracticeSection, RapidReview, Review
from .findings import check_body
from .indexing import index_review


@deed
def open_practice_review(
    *, review: Review, by: User | None, decided_on: date | None = None, edition: str = NEWEST_EDITION
) -> PracticeReview:
    """Puts a review on the template. `decided_on` is the day on which it was decided to review: the clock's start.

    Left out, it is the day on which the rapid review that this one follows decided for it.
    """
    if review.kind == ReviewKind.RAPID:
        raise Refused("A rapid review has a plan of its own. Record the review that follows it, and open that one.")
    if PracticeReview.objects.filter(review=review).exists():
        raise Refused(f"{review.reference} is on the template already.")
    return kept(PracticeReview(review=review, edition=edition, decided_on=decided_on or _decided_before(review)))


def _decided_before(review: Review) -> date | None:
    rapid = RapidReview.objects.filter(review=review.follows_id).first()
    return rapid.decided_on if rapid and rapid.does_practice_review else None


@deed
def record_decision_day(*, practice: PracticeReview, decided_on: date | None, by: User | None) -> PracticeReview:
    published_on = practice.review.published_on
    if decided_on and published_on and published_on < decided_on:
        raise Refused("The review was published before that day. Check both dates.", "decided_on")
    practice.decided_on = decided_on
    return kept(practice)


@deed
def fill_section(*, practice: PracticeReview, code: str, text: str, by: User | None) -> PracticeSection:
    """The words of a section, in place of those before; empty words leave it empty."""
    refuse_child_details(text=text)
    row = _section(practice, code)
    row.text, row.not_applicable_because = text.strip(), "" if text.strip() else row.not_applicable_because
    return kept(row)


@deed
def say_not_applicable(*, practice: PracticeReview, code: str, reason: str, by: User | None) -> PracticeSection:
    """Why a section does not apply to this review; its words go, and the trail keeps them."""
    refuse_child_details(reason=reason)
    if not reason.strip():
        raise Refused("Say why this part does not apply.", "reason")
    row = _section(practice, code)
    row.text, row.not_applicable_because = "", reason.strip()
    return kept(row)


def _section(practice: PracticeReview, code: str) -> PracticeSection:
    if code not in {section.code for section in sections_of(practice.edition)}:
        raise Refused(f"Edition {practice.edition} of the template has no such part.")
    return practice.sections.filter(code=code).first() or PracticeSection(practice=practice, code=code)


@deed
def set_period(
    *, practice: PracticeReview, started_on: date | None, ended_on: date | None, by: User | None
) -> PracticeReview:
    """The period under review; `ended_on` is the first day that is no longer looked at."""
    practice.started_on, practice.ended_on = started_on, ended_on
    return kept(practice)


@deed
def set_parallel(
    *, practice: PracticeReview, has_parallel: bool | None, by: User | None, kinds: Iterable[Parallel] = ()
) -> PracticeReview:
    """Whether others inquire at the same time. None takes back what was said."""
    named = sorted(Parallel(kind).value for kind in kinds)
    if named and not has_parallel:
        raise Refused("Kinds are named, but the answer is not yes. Say yes, or name none.", "has_parallel")
    practice.has_parallel, practice.parallel_kinds = has_parallel, named
    return kept(practice)


@deed
def appoint_reviewer(
    *,
    practice: PracticeReview,
    name: str,
    by: User | None,
    role: str = "",
    organisation: Organisation | None = None,
    organisation_as_written: str = "",
    is_independent: bool | None = None,
    appointed_on: date | None = None,
) -> PracticeReviewer:
    refuse_child_details(role=role)
    if not name.strip():
        raise Refused("Enter the reviewer’s name.", "name")
    check_body(practice.review.partnership, organisation, "organisation")
    return kept(
        PracticeReviewer(
            practice=practice,
            name=name.strip(),
            role=role.strip(),
            organisation=organisation,
            organisation_as_written=organisation_as_written.strip(),
            is_independent=is_independent,
            appointed_on=appointed_on,
        )
    )


@deed
def take_off_reviewer(*, reviewer: PracticeReviewer, by: User | None) -> None:
    reviewer.delete()


@deed
def put_on_panel(
    *,
    practice: PracticeReview,
    by: User | None,
    post: Post | None = None,
    organisation: Organisation | None = None,
    part: PanelPart = PanelPart.MEMBER,
) -> PanelSeat:
    """A post or an agency on the panel; once, the part given last holds."""
    for thing in (post, organisation):
        if thing is not None and thing.partnership_id not in (None, practice.review.partnership_id):
            raise Refused(f"{thing} belongs to another partnership. Choose from this directory.", "who")
    seat = practice.panel.filter(post=post, organisation=organisation).first()
    seat = seat or PanelSeat(practice=practice, post=post, organisation=organisation)
    seat.part = part
    return kept(seat)


@deed
def take_off_panel(*, seat: PanelSeat, by: User | None) -> None:
    seat.delete()


@deed
def correct_review(
    *,
    review: Review,
    by: User | None,
    reference: str | None = None,
    title: str | None = None,
    started_on: date | None = None,
    completed_on: date | None = None,
) -> Review:
    """Mends what identifies a review. The dates given hold, empty ones too; the day of publication has its own deed."""
    refuse_child_details(reference=reference or "", title=title or "")
    wanted = review.reference if reference is None else reference.strip()
    if Review.objects.filter(partnership=review.partnership, reference=wanted).exclude(pk=review.pk).exists():
        raise Refused(f"{wanted} is taken. Give each review a reference of its own.", "reference")
    if started_on and completed_on and completed_on < started_on:
        raise Refused("It would be completed before it began. Check both dates.", "completed_on")
    review.reference, review.title = wanted, review.title if title is None else title.strip()
    review.started_on, review.completed_on = started_on, completed_on
    kept(review)
    index_review(review)
    return review


@deed
def remove_review(*, review: Review, by: User | None) -> None:
    """For one entered by mistake, with nothing hanging on it."""
    held = review.findings.exists() or review.recommendations.exists() or review.letters.exists()
    if held or review.updates.exists() or review.followed_by.exists() or review.published_on:
        raise Refused("This review has findings, recommendations, letters or a review that follows it. It stays.")
    unindex(kind="reviews.review", id=review.pk)
    review.delete()
