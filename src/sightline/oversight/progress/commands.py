"""Verbs of progress reviews."""

from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.plan.models import Priority
from sightline.record.meetings.commands import record_decision
from sightline.record.meetings.models import Meeting

from .domain import NEEDS_REASON, Moved, ReviewState
from .models import ProgressReview, Resolved, Word
from .queries import last_review, priorities_at


@deed
def open_review(
    *, partnership: Partnership, on: date, by: User | None, since: date | None = None, meeting: Meeting | None = None
) -> ProgressReview:
    """Opens a review that looks back to the last one, or to `since`."""
    if ProgressReview.objects.filter(partnership=partnership, state=ReviewState.OPEN).exists():
        raise Refused("A review of progress is open already. Close it before the next begins.")
    if meeting is not None and meeting.partnership_id != partnership.pk:
        raise Refused("That meeting belongs to another partnership.", "meeting")
    last = last_review(partnership, on)
    since = since or (last.on if last else None)
    if since and since > on:
        raise Refused("A review looks back: choose an earlier day to look back to.", "since")
    review = kept(ProgressReview(partnership=partnership, on=on, since=since, meeting=meeting))
    _index(review)
    return review


@deed
def say_of(*, review: ProgressReview, priority: Priority, moved: Moved, by: User | None, why: str = "") -> Word:
    """The review's word on a priority. That one did not move needs its reason."""
    _refuse_closed(review)
    refuse_child_details(why=why)
    if priority.partnership_id != review.partnership_id:
        raise Refused("That priority belongs to another partnership.", "priority")
    if moved in NEEDS_REASON and not why.strip():
        raise Refused("Say why it did not move forward, or why that is not known.", "why")
    word = review.words.filter(priority=priority).first() or Word(review=review, priority=priority)
    word.moved, word.why = moved, why.strip()
    return kept(word)


@deed
def resolve(*, review: ProgressReview, text: str, by: User | None, priority: Priority | None = None) -> Resolved:
    """A decision of the review; where it is held at a meeting, that meeting records it too."""
    _refuse_closed(review)
    refuse_child_details(text=text)
    if not text.strip():
        raise Refused("Write what was decided.", "text")
    if priority is not None and priority.partnership_id != review.partnership_id:
        raise Refused("That priority belongs to another partnership.", "priority")
    decision = record_decision(meeting=review.meeting, text=text, by=by) if review.meeting else None
    return kept(Resolved(review=review, priority=priority, text=text.strip(), decision=decision))


@deed
def close_review(*, review: ProgressReview, on: date, by: User | None, summary: str = "") -> ProgressReview:
    """Closed once every priority has a word and at least one decision is recorded."""
    _refuse_closed(review)
    refuse_child_details(summary=summary)
    said = set(review.words.values_list("priority_id", flat=True))
    missing = [str(p) for p in priorities_at(review.partnership, review.on) if p.pk not in said]
    if missing:
        raise Refused(f"Say first whether these moved and why: {'; '.join(missing)}.")
    if not review.resolved.exists():
        raise Refused("Record what the review decided, even if it is to change nothing.")
    review.state, review.closed_on, review.closed_by, review.summary = ReviewState.CLOSED, on, by, summary.strip()
    kept(review)
    _index(review)
    return review


@deed
def discard_review(*, review: ProgressReview, by: User | None) -> None:
    """For one opened by mistake: nothing said and nothing decided in it."""
    _refuse_closed(review)
    if review.words.exists() or review.resolved.exists():
        raise Refused("Something is recorded in this review. Close it instead.")
    unindex(kind="progress.review", id=review.pk, by=by)
    review.delete()


def _refuse_closed(review: ProgressReview) -> None:
    if review.state == ReviewState.CLOSED:
        raise Refused("This review is closed: what it said stays as it was said. Open the next one.")


def _index(review: ProgressReview) -> None:
    index_entry(
        kind="progress.review",
        id=review.pk,
        partnership=review.partnership,
        title=str(review),
        text=review.summary,
        dated_on=review.on,
    )
