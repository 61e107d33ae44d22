"""Verbs of what reviews find and recommend. Intake and tables brought in call these with what papers say."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.trail.commands import deed, kept
from sightline.kernel.guarded import refuse_child_details
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation
from sightline.partnership.plan.models import Theme
from sightline.record.actions.commands import Owner, raise_action
from sightline.record.actions.models import Action
from sightline.record.recommendations.commands import answer_by_action, record_recommendation, remove_recommendation

from ..domain import kind_words
from ..models import Finding, FindingAgency, Review, ReviewFigure, ReviewRecommendation
from .indexing import index_review
from .themes import add_theme, propose_for


@deed
def record_finding(
    *,
    review: Review,
    text: str,
    by: User | None,
    number: str = "",
    themes: Iterable[Theme] = (),
    agencies: Iterable[Organisation] = (),
    on: date | None = None,
) -> Finding:
    """What the review found, in its words, about systems and practice. `themes` are a person's word.

    With `on`, other themes of the vocabulary of that day are proposed from the words.
    """
    refuse_child_details(text=text)
    if not text.strip():
        raise Refused("Enter the words of the finding.", "text")
    finding = kept(Finding(review=review, number=number.strip(), text=text.strip()))
    for theme in themes:
        add_theme(finding=finding, theme=theme, by=by)
    set_agencies(finding=finding, agencies=agencies, by=by)
    if on is not None:
        propose_for(finding, on)
    index_review(review)
    return finding


@deed
def correct_finding(
    *, finding: Finding, by: User | None, text: str | None = None, number: str | None = None
) -> Finding:
    """Mends the words of a finding so that they are the review's; the trail keeps what stood before."""
    refuse_child_details(text=text or "")
    if text is not None and not text.strip():
        raise Refused("Enter the words of the finding.", "text")
    finding.text = finding.text if text is None else text.strip()
    finding.number = finding.number if number is None else number.strip()
    kept(finding)
    index_review(finding.review)
    return finding


@deed
def set_agencies(*, finding: Finding, agencies: Iterable[Organisation], by: User | None) -> None:
    """Exactly these agencies are the ones whose practice the finding is about."""
    wanted = {body.pk: body for body in agencies}
    for body in wanted.values():
        check_body(finding.review.partnership, body, "agencies")
    finding.agencies.exclude(organisation__in=wanted).delete()
    held = set(finding.agencies.values_list("organisation_id", flat=True))
    for pk, body in wanted.items():
        if pk not in held:
            kept(FindingAgency(finding=finding, organisation=body))


@deed
def remove_finding(*, finding: Finding, by: User | None) -> None:
    """For one entered by mistake. One that a recommendation answers stays."""
    if finding.recommendations.exists():
        raise Refused("A recommendation answers this finding. Remove that first, or correct the words.")
    review = finding.review
    finding.delete()
    index_review(review)


@deed
def recommend(
    *,
    review: Review,
    text: str,
    by: User | None,
    number: str = "",
    finding: Finding | None = None,
    addressed_to: Iterable[Organisation] = (),
    addressee_as_written: str = "",
    urgency_as_written: str = "",
    made_on: date | None = None,
) -> ReviewRecommendation:
    """What the review recommends, kept in the register of recommendations in its exact words.

    Made on the day given, or when the review was completed or published. The register names the review by its kind and
    reference alone: members read it before the review is published.
    """
    refuse_child_details(text=text)
    if not text.strip():
        raise Refused("Enter the words of the recommendation.", "text")
    if finding is not None and finding.review_id != review.pk:
        raise Refused("That finding is of another review. Choose one of this review’s findings.", "finding")
    made = record_recommendation(
        partnership=review.partnership,
        text=text.strip(),
        number=number.strip(),
        source_title=source_title_of(review),
        source_kind=review.kind,
        made_on=made_on or review.completed_on or review.published_on,
        addressee_as_written=addressee_as_written.strip(),
        urgency_as_written=urgency_as_written.strip(),
        addressed_to=addressed_to,
        by=by,
    )
    return kept(ReviewRecommendation(review=review, finding=finding, recommendation=made))


def source_title_of(review: Review) -> str:
    return f"{kind_words(review.kind, review.started_on)} {review.reference}"


@deed
def answer_with_action(
    *,
    made: ReviewRecommendation,
    what: str,
    on: date,
    by: User | None,
    owner: Owner | None = None,
    due_on: date | None = None,
) -> Action:
    """Who does what by when: raises the action that answers a review's recommendation."""
    refuse_child_details(what=what)
    action = raise_action(
        partnership=made.review.partnership,
        what=what,
        leads=[owner] if owner else [],
        due_on=due_on,
        raised_on=on,
        by=by,
    )
    answer_by_action(recommendation=made.recommendation, action=action, by=by)
    return action


@deed
def take_back_recommendation(*, made: ReviewRecommendation, by: User | None) -> None:
    """For one entered by mistake; one that was answered stays, and the register says so."""
    recommendation = made.recommendation
    made.delete()
    remove_recommendation(recommendation=recommendation, by=by)


@deed
def record_figure(
    *, review: Review, name: str, by: User | None, value: int | None = None, as_written: str = ""
) -> ReviewFigure:
    """A count that the report published, or the words that stood in its place ("less than 5"). The last word holds."""
    refuse_child_details(name=name, as_written=as_written)
    figure = review.figures.filter(name=name.strip()).first() or ReviewFigure(review=review, name=name.strip())
    figure.value, figure.as_written = value, as_written.strip()
    return kept(figure)


@deed
def remove_figure(*, figure: ReviewFigure, by: User | None) -> None:
    figure.delete()


def check_body(partnership: Partnership, body: Organisation | None, field: str) -> None:
    if body is not None and body.partnership_id not in (None, partnership.pk):
        raise Refused(f"{body} belongs to another partnership. Choose from this directory.", field)
