"""Verbs of recommendations."""

from collections.abc import Iterable
from datetime import date

from sightline.foundation.accounts.models import Partnership, User
from sightline.foundation.library.commands import index_entry, unindex
from sightline.foundation.trail.commands import deed
from sightline.kernel.verdict import Refused
from sightline.partnership.directory.models import Organisation
from sightline.record.actions.models import Action

from .domain import NEEDS_REASON, Answer
from .models import Addressee, AnsweringAction, Recommendation, Response


@deed
def record_recommendation(
    *,
    partnership: Partnership,
    text: str,
    source_title: str,
    by: User | None,
    number: str = "",
    source_kind: str = "",
    made_on: date | None = None,
    addressee_as_written: str = "",
    urgency_as_written: str = "",
    addressed_to: Iterable[Organisation] = (),
) -> Recommendation:
    """Keeps a recommendation in its exact words."""
    recommendation = Recommendation(
        partnership=partnership,
        number=number,
        text=text,
        source_title=source_title,
        source_kind=source_kind,
        made_on=made_on,
        addressee_as_written=addressee_as_written,
        urgency_as_written=urgency_as_written,
    )
    _keep(recommendation)
    for organisation in addressed_to:
        address_to(recommendation=recommendation, organisation=organisation, by=by)
    return recommendation


@deed
def address_to(*, recommendation: Recommendation, organisation: Organisation, by: User | None) -> Addressee:
    if organisation.partnership_id not in (None, recommendation.partnership_id):
        raise Refused(f"{organisation} belongs to another partnership. Choose from this directory.", "organisation")
    addressee, _ = Addressee.objects.get_or_create(recommendation=recommendation, organisation=organisation)
    return addressee


@deed
def respond(
    *,
    recommendation: Recommendation,
    partnership: Partnership,
    answer: Answer,
    on: date,
    by: User | None,
    organisation: Organisation | None = None,
    reason: str = "",
) -> Response:
    """A partnership's or body's answer. A later one supersedes; all are kept."""
    if answer in NEEDS_REASON and not reason.strip():
        raise Refused("Say why the recommendation is not accepted in full.", "reason")
    if recommendation.made_on and on < recommendation.made_on:
        raise Refused(f"The recommendation was made on {recommendation.made_on:%-d %B %Y}; answer from then on.", "on")
    response = Response(
        recommendation=recommendation,
        partnership=partnership,
        organisation=organisation,
        answer=answer,
        reason=reason.strip(),
        on=on,
    )
    response.full_clean()
    response.save()
    return response


@deed
def answer_by_action(*, recommendation: Recommendation, action: Action, by: User | None) -> AnsweringAction:
    if action.partnership_id != recommendation.partnership_id:
        raise Refused("That action belongs to another partnership.", "action")
    link, _ = AnsweringAction.objects.get_or_create(recommendation=recommendation, action=action)
    return link


@deed
def correct_recommendation(
    *,
    recommendation: Recommendation,
    by: User | None,
    text: str | None = None,
    number: str | None = None,
    made_on: date | None = None,
) -> Recommendation:
    """Mends a misread recommendation so that its words are those of its source; the trail keeps what stood before."""
    recommendation.text = recommendation.text if text is None else text
    recommendation.number = recommendation.number if number is None else number
    recommendation.made_on = recommendation.made_on if made_on is None else made_on
    _keep(recommendation)
    return recommendation


@deed
def remove_recommendation(*, recommendation: Recommendation, by: User | None) -> None:
    """For one entered by mistake; the trail keeps it. One that was answered stays."""
    if recommendation.responses.exists() or recommendation.answering.exists():
        raise Refused("This recommendation has been answered; it stays. Correct its words instead.")
    unindex(kind="recommendations.recommendation", id=recommendation.pk)
    recommendation.delete()


def _keep(recommendation: Recommendation) -> None:
    recommendation.full_clean()
    recommendation.save()
    index_entry(
        kind="recommendations.recommendation",
        id=recommendation.pk,
        partnership=recommendation.partnership,
        title=f"Recommendation {recommendation.number}".strip() + f", {recommendation.source_title}",
        text=recommendation.text,
        dated_on=recommendation.made_on,
    )
