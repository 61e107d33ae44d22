"""Verbs of publication: the plan, the letters, the day, what comes after."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.record.actions.domain import CLOSED
from sightline.record.recommendations.models import Recommendation

from ..domain.publication import REASONS, LetterKind, Recipient, day, public_until
from ..models import Publication, PublicationLetter, Review, UpdateLine, UpdateReport
from .indexing import index_review


@deed
def plan_publication(*, review: Review, planned_on: date | None, by: User | None) -> Publication:
    if review.published_on is not None:
        raise Refused(f"It was published on {day(review.published_on)}.", "planned_on")
    publication = _publication(review)
    publication.planned_on = planned_on
    return kept(publication)


@deed
def record_letter(
    *,
    review: Review,
    kind: LetterKind,
    sent_on: date,
    by: User | None,
    to: Iterable[Recipient] = tuple(Recipient),
    reason: str = "",
) -> list[PublicationLetter]:
    """Notice of publication, or the reasons why it is late or not published, as sent to each recipient."""
    refuse_child_details(reason=reason)
    recipients = [Recipient(one) for one in to]
    if not recipients:
        raise Refused("Choose to whom it was sent.", "to")
    publication = _publication(review)
    if kind is LetterKind.NOTICE and publication.planned_on is None:
        raise Refused("Plan the day of publication first: the notice names it.", "sent_on")
    if kind in REASONS and not reason.strip():
        raise Refused("Enter the reason that was given.", "reason")
    return [
        kept(
            PublicationLetter(
                review=review,
                kind=kind,
                to=one,
                sent_on=sent_on,
                planned_on=publication.planned_on,
                reason=reason.strip(),
            )
        )
        for one in recipients
    ]


@deed
def remove_letter(*, letter: PublicationLetter, by: User | None) -> None:
    """For one entered by mistake."""
    letter.delete()


@deed
def publish_review(
    *, review: Review, published_on: date, by: User | None, address: str = "", until: date | None = None
) -> Publication:
    """From now on those who read the partnership's record read the review. `until` is the first day it need not be public."""
    earliest = review.practice.decided_on if hasattr(review, "practice") else review.started_on
    if earliest and published_on < earliest:
        raise Refused(
            f"It was begun or decided on {day(earliest)}; it cannot be published before that.", "published_on"
        )
    if until and until <= published_on:
        raise Refused("It is public for some time: choose a later day.", "until")
    review.published_on = published_on
    kept(review)
    publication = _publication(review)
    publication.address, publication.public_until = address.strip(), until or public_until(published_on)
    publication.withdrawn_on, publication.withdrawn_because, publication.is_taken_back = None, "", False
    kept(publication)
    index_review(review)
    return publication


@deed
def withdraw_review(*, review: Review, on: date, because: str, by: User | None, is_taken_back: bool) -> Publication:
    """Its time online has ended, or it is taken back: then only those who read unpublished reviews read it."""
    refuse_child_details(because=because)
    if review.published_on is None:
        raise Refused("It is not published.", "on")
    if on < review.published_on:
        raise Refused(f"It was published on {day(review.published_on)}; it cannot be withdrawn before that.", "on")
    if not because.strip():
        raise Refused("Say why it is withdrawn.", "because")
    publication = _publication(review)
    publication.withdrawn_on, publication.withdrawn_because = on, because.strip()
    publication.is_taken_back = is_taken_back
    kept(publication)
    index_review(review)
    return publication


def _publication(review: Review) -> Publication:
    return Publication.objects.filter(review=review).first() or Publication(review=review)


@deed
def expect_update(*, review: Review, due_on: date, by: User | None) -> UpdateReport:
    """The day by which the update report is to come; a report that is still awaited gets the new day."""
    waiting = review.updates.filter(received_on__isnull=True).first() or UpdateReport(review=review)
    waiting.due_on = due_on
    return kept(waiting)


@deed
def receive_update(
    *,
    review: Review,
    received_on: date,
    what_changed: str,
    by: User | None,
    evidence: str = "",
    address: str = "",
) -> UpdateReport:
    """Keeps the report, and how each recommendation of the review stands on that day, for good."""
    refuse_child_details(what_changed=what_changed, evidence=evidence)
    if not what_changed.strip():
        raise Refused("Say what changed for children, or that it is not yet known.", "what_changed")
    report = review.updates.filter(received_on__isnull=True).first() or UpdateReport(review=review)
    report.received_on, report.what_changed = received_on, what_changed.strip()
    report.evidence, report.address = evidence.strip(), address.strip()
    kept(report)
    linked = review.recommendations.order_by("id").values_list("recommendation_id", flat=True)
    rows = Recommendation.objects.in_bulk(list(linked))
    for pk in linked:
        _freeze(report, rows[pk], received_on)
    return report


def _freeze(report: UpdateReport, one: Recommendation, on: date) -> UpdateLine:
    answer = one.responses.filter(on__lte=on).first()
    actions = [link.action for link in one.answering.select_related("action")]
    done = [a for a in actions if a.status in CLOSED and a.closed_on and a.closed_on <= on]
    return kept(
        UpdateLine(
            report=report,
            recommendation=one,
            number=one.number,
            text=one.text,
            answer=answer.get_answer_display() if answer else "",
            actions=len(actions),
            done=len(done),
        )
    )
